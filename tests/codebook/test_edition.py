"""The edition's hash is stable, changes with any byte, and a bundle's copy loads like the package."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

from lexatlas.codebook import from_files, load
from lexatlas.codebook.edition import edition_hash, file_hashes, listing, read_files


def write(files: dict[str, bytes], folder: Path) -> Path:
    """The files written under a folder, which is given back."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_hash_is_that_of_the_listing() -> None:
    files = {"b.toml": b"2", "a.toml": b"1"}
    one, two = hashlib.sha256(b"1").hexdigest(), hashlib.sha256(b"2").hexdigest()
    assert listing(files) == f"{one}  a.toml\n{two}  b.toml\n"
    assert edition_hash(files) == hashlib.sha256(listing(files).encode()).hexdigest()
    assert file_hashes(files) == {"a.toml": one, "b.toml": two}


def test_order_of_files_does_not_matter() -> None:
    files = read_files()
    assert edition_hash(dict(reversed(files.items()))) == edition_hash(files)


def test_any_byte_and_any_name_changes_the_hash() -> None:
    files = read_files()
    before = edition_hash(files)
    chance = random.Random(7)
    for name in sorted(files):
        content = bytearray(files[name])
        content[chance.randrange(len(content))] ^= 1
        assert edition_hash({**files, name: bytes(content)}) != before
    moved = dict(files)
    moved["x.toml"] = moved.pop("cues.toml")
    assert edition_hash(moved) != before


def test_a_folder_loads_like_the_package(tmp_path: Path) -> None:
    package = load()
    copy = load(write(dict(package.files), tmp_path))
    assert copy.sha256 == package.sha256
    assert copy.topics == package.topics
    assert copy.places.rows == package.places.rows


def test_the_files_of_one_topic_load_alone(tmp_path: Path) -> None:
    package = load()
    files = package.files_for("vasp-licensing")
    assert list(files) == [
        "changelog.toml",
        "cues.toml",
        "edition.toml",
        "jurisdictions.toml",
        "not_applicable.toml",
        "tiers.toml",
        "topics/vasp-licensing.toml",
    ]
    alone = from_files(files)
    assert list(alone.topics) == ["vasp-licensing"]
    assert alone.topic("vasp-licensing") == package.topic("vasp-licensing")


def test_files_are_sorted_and_only_toml() -> None:
    names = list(load().files)
    assert names == sorted(names)
    assert [name for name in names if not name.endswith(".toml")] == []
