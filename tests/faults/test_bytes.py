"""One byte changed anywhere in a bundle is caught: 1,000 seeded trials on a folder and on a zip file."""

import random

import pytest

from lexatlas.bundle import inspect, write
from lexatlas.core.errors import Unreadable
from tests.bundle.sample import excerpted, sample_bundle

TRIALS = 1000


def caught(path) -> bool:
    try:
        return bool(inspect(path).faults)
    except Unreadable:
        return False


def changed(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ chance.randrange(1, 256)]) + data[at + 1 :]


@pytest.mark.parametrize(
    "make", [sample_bundle, lambda: excerpted(sample_bundle())], ids=["whole", "excerpts"]
)
def test_a_byte_of_a_folder(tmp_path, make):
    write(make(), tmp_path / "b")
    files = sorted(path for path in (tmp_path / "b").rglob("*") if path.is_file())
    ends, total = [], 0
    for path in files:
        total += path.stat().st_size
        ends.append(total)
    chance, missed = random.Random(20260601), []
    for trial in range(TRIALS):
        # Half of the trials take a file first, so that small files have their share.
        path = (
            chance.choice(files) if trial % 2 else chance.choices(files, [p.stat().st_size for p in files])[0]
        )
        whole = path.read_bytes()
        path.write_bytes(changed(whole, chance))
        if not caught(tmp_path / "b"):
            missed.append((trial, path))
        path.write_bytes(whole)
    assert missed == []
    assert inspect(tmp_path / "b").faults == ()


def test_a_byte_of_a_zip_file(tmp_path):
    write(sample_bundle(), tmp_path / "b.zip")
    whole = (tmp_path / "b.zip").read_bytes()
    chance, missed = random.Random(20260601), []
    for trial in range(TRIALS):
        (tmp_path / "b.zip").write_bytes(changed(whole, chance))
        if not caught(tmp_path / "b.zip"):
            missed.append(trial)
    assert missed == []


def test_every_byte_of_the_headers_of_a_zip_file(tmp_path):
    """The random trials mostly hit contents; the list of entries and the end are tried byte by byte."""
    write(sample_bundle(), tmp_path / "b.zip")
    whole = (tmp_path / "b.zip").read_bytes()
    missed = []
    for at in range(whole.index(b"PK\1\2"), len(whole)):
        (tmp_path / "b.zip").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        if not caught(tmp_path / "b.zip"):
            missed.append(at)
    assert missed == []


def test_a_zip_file_cut_or_lengthened_anywhere(tmp_path):
    write(sample_bundle(), tmp_path / "b.zip")
    whole = (tmp_path / "b.zip").read_bytes()
    chance = random.Random(1)
    cuts = [whole[: chance.randrange(len(whole))] for _ in range(200)]
    for data in [*cuts, b"", whole + b"\0", whole + whole, b"\0" + whole, whole[1:]]:
        (tmp_path / "b.zip").write_bytes(data)
        assert caught(tmp_path / "b.zip")
