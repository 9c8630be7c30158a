"""Bundles made to do harm: each is told in a sentence, and nothing of it is unpacked or followed."""

import os
import shutil
import struct
import time
import tracemalloc
import zipfile
from dataclasses import replace

import pytest

from lexatlas.bundle import Limits, inspect, read, seal_of, to_payload, write
from lexatlas.bundle.archive import pack
from lexatlas.bundle.seal import sealed
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.errors import Unreadable
from tests.bundle.sample import NOTICE, sample_bundle


@pytest.fixture
def folder(tmp_path):
    write(sample_bundle(), tmp_path / "b")
    return tmp_path / "b"


def faults(path, limits=None):
    return " ".join((inspect(path, limits) if limits else inspect(path)).faults)


def zipped(path, files):
    path.write_bytes(b"".join(pack(files)))
    return path


# ------------------------------------------------------------------------------------------ folders


@pytest.mark.parametrize(
    "name", ["extra.txt", "data/extra.txt", "data/raw/notes", ".DS_Store", "data/codebook/x.TOML"]
)
def test_a_file_more(folder, name):
    (folder / name).write_bytes(b"x")
    assert f"{name!r} has no place in a bundle" in faults(folder)


def test_a_file_more_with_a_name_that_a_bundle_knows(folder):
    name = f"data/raw/{sha256_hex(b'x')}"
    (folder / name).write_bytes(b"x")
    assert f"{name} was added after the seal" in faults(folder)


def test_a_folder_more(folder):
    (folder / "data" / "hidden").mkdir()
    assert faults(folder) == "'data/hidden/' has no place in a bundle."


def test_each_file_less(folder):
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        whole, name = path.read_bytes(), str(path.relative_to(folder))
        path.unlink()
        assert name in faults(folder)
        path.write_bytes(whole)


def test_a_file_renamed(folder):
    (folder / "data/page.html").rename(folder / "data/Page.html")
    assert "'data/Page.html' has no place in a bundle" in faults(folder)
    assert "data/page.html is missing" in faults(folder)


def test_two_files_exchanged(folder):
    first, second = sorted((folder / "data/raw").iterdir())
    first.rename(folder / "x")
    second.rename(first)
    (folder / "x").rename(second)
    assert f"data/raw/{first.name} is not the file that was sealed." in faults(folder)


def test_a_link_is_not_followed(folder, tmp_path):
    (tmp_path / "secret").write_bytes((folder / "data/page.html").read_bytes())
    (folder / "data/page.html").unlink()
    (folder / "data/page.html").symlink_to(tmp_path / "secret")
    assert "'data/page.html' is a link or no plain file" in faults(folder)


def test_a_linked_folder_is_not_followed(folder, tmp_path):
    shutil.move(folder / "data/raw", tmp_path / "elsewhere")
    (folder / "data/raw").symlink_to(tmp_path / "elsewhere")
    assert "'data/raw' is a link" in faults(folder)


def test_a_pipe_is_not_opened(folder):
    os.mkfifo(folder / "data/standing.jsonx")
    assert "is a link or no plain file" in faults(folder)


def test_folders_without_end(folder):
    deep = folder / "data"
    for _ in range(50):
        deep = deep / "d"
    deep.mkdir(parents=True)
    assert "is a link or no plain file" in faults(folder)


def test_too_many_files_are_counted_not_read(folder):
    for number in range(60):
        (folder / f"data/{number}").write_bytes(b"")
    assert "more than the 20 files that a bundle may hold" in faults(folder, Limits(files=20))


def test_a_huge_sparse_file_is_not_read(folder):
    with (folder / "data/page.html").open("wb") as file:
        file.truncate(10**12)
    tracemalloc.start()
    assert "data/page.html is larger than" in faults(folder)
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


def test_modes_do_not_matter(folder):
    for path in folder.rglob("*"):
        path.chmod(0o755)
    assert faults(folder) == ""


# -------------------------------------------------------------------------------------------- zips


def test_names_that_lead_out(tmp_path):
    for name in (
        "../evil",
        "/etc/passwd",
        "data/../../evil",
        "data\\evil",
        "C:evil",
        "data//page.html",
        "data/raw/..",
    ):
        path = zipped(tmp_path / "b.zip", {**sealed(to_payload(sample_bundle())), name: b"x"})
        assert f"{name!r} has no place in a bundle." in faults(path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["b.zip"]


def test_the_same_name_twice_or_in_other_case(tmp_path):
    path = zipped(tmp_path / "b.zip", {**sealed(to_payload(sample_bundle())), "DATA/page.html": b"x"})
    assert "'DATA/page.html' has no place in a bundle." in faults(path)
    path.write_bytes(
        b"".join(pack({"data/page.html": b"1", "data/pagf.html": b"2"})).replace(b"pagf", b"page")
    )
    assert faults(path) == "The entry 'data/page.html' stands twice in the zip file."


def test_a_bomb_is_not_unpacked(tmp_path):
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/document.json", b"0" * 50_000_000)
    tracemalloc.start()
    assert "'data/document.json' is compressed; the zip file of a bundle stores its files" in faults(path)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def overlapping(entries: int, size: int) -> bytes:
    """An archive whose entries all claim the same bytes."""
    content = b"PK\3\4" + b"\0" * size
    central = b"".join(
        struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 0, 0, 33, 0, size, size, 6, 0, 0, 0, 0, 0, 0)
        + b"%06d" % number
        for number in range(entries)
    )
    return content + central + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, entries & 0xFFFF, entries & 0xFFFF,
                                           len(central), len(content), 0)  # fmt: skip


def test_entries_that_overlap_do_not_swell(tmp_path):
    path = tmp_path / "b.zip"
    path.write_bytes(overlapping(4000, 1_000_000))
    tracemalloc.start()
    assert "says that it holds more bytes than it has" in faults(path)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_a_million_entries_are_not_listed(tmp_path):
    path = tmp_path / "b.zip"
    path.write_bytes(overlapping(1_000_000, 10))
    started = time.monotonic()
    assert "entries, more than the 5000 that a bundle may hold" in faults(path)
    assert time.monotonic() - started < 2


def test_a_comment_extras_another_order_another_time(tmp_path):
    files = sealed(to_payload(sample_bundle()))
    path = tmp_path / "b.zip"

    def rewrite(names, date=(1980, 1, 1, 0, 0, 0), comment=b"", extra=b""):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
            for name in names:
                entry = zipfile.ZipInfo(name, date)
                entry.create_system, entry.external_attr, entry.extra = 3, 0o100644 << 16, extra
                archive.writestr(entry, files[name])
            archive.comment = comment
        return faults(path)

    assert rewrite(sorted(files)) == ""
    assert rewrite(sorted(files, reverse=True)) != ""
    assert rewrite(sorted(files), date=(2026, 1, 1, 0, 0, 0)) != ""
    assert rewrite(sorted(files), comment=b"hello") != ""
    assert rewrite(sorted(files), extra=b"\xfe\xca\x01\0x") != ""


def test_a_huge_sparse_zip_is_not_read(tmp_path):
    with (tmp_path / "b.zip").open("wb") as file:
        file.truncate(10**12)
    assert "The zip file is larger than" in faults(tmp_path / "b.zip")


# --------------------------------------------------------------------- sealed anew by whoever changed it


def resealed(path, **changes):
    """Write the payload with files replaced, and every checksum computed anew."""
    payload = {
        **to_payload(sample_bundle()),
        **{key.replace("__", "/"): data for key, data in changes.items()},
    }
    return zipped(path, sealed({name: data for name, data in payload.items() if data is not None}))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"null", b"[]", b"{}", b"\xff", b"[" * 200_000, b'{"schema_version": 99}', b'{"a": 1e999}',
        b"NaN", b'{"a": ' + b"1" * 10_000 + b"}",
    ],
    ids=["empty", "null", "list", "object", "not text", "deep", "later", "infinite", "nan", "long number"],
)  # fmt: skip
def test_documents_that_cannot_be_read(tmp_path, data):
    path = resealed(tmp_path / "b.zip", **{"data/document.json": data})
    assert "data/document.json cannot be read" in faults(path)
    assert ("made by a later release" in faults(path)) is (b": 99}" in data)
    with pytest.raises(Unreadable, match="is not as it was sealed"):
        read(path)


def test_a_document_in_another_form(tmp_path):
    payload = to_payload(sample_bundle())
    for data in (
        payload["data/document.json"] + b"\n",
        payload["data/document.json"].replace(b'","', b'", "', 1),
    ):
        path = resealed(tmp_path / "b.zip", **{"data/document.json": data})
        assert "data/document.json is not in canonical form" in faults(path)


def test_texts_under_another_name(tmp_path):
    key, stray = sample_bundle().document.snapshots[1].text, sha256_hex(b"y")
    other = NOTICE.replace("must", "may ").encode()
    path = resealed(tmp_path / "b.zip", **{f"data/text/{key}.txt": other, f"data/raw/{stray}": b"y"})
    assert inspect(path).faults == (
        f"data/text/{key}.txt does not have the hash that it is named by.",
        f"data/raw/{stray} is a copy that the document does not name.",
    )


def test_a_copy_under_another_name(tmp_path):
    key = sample_bundle().document.snapshots[0].raw
    path = resealed(tmp_path / "b.zip", **{f"data/raw/{key}": b"y"})
    assert inspect(path).faults == (f"data/raw/{key} does not have the hash that it is named by.",)


@pytest.mark.parametrize(
    "cut",
    [
        b'{"excerpts":[{"end":5,"start":0,"text":"abc"}],"length":9}',
        b'{"excerpts":[{"end":3,"start":0,"text":"abc"},{"end":4,"start":2,"text":"ab"}],"length":9}',
        b'{"excerpts":[{"end":3,"start":0,"text":"abc"}],"length":2}',
        b'{"excerpts":[],"length":99999999999}',
    ],
    ids=["length", "overlap", "too long", "filler without end"],
)
def test_excerpts_that_do_not_fit(tmp_path, cut):
    key = sample_bundle().document.snapshots[0].text
    path = resealed(
        tmp_path / "b.zip", **{f"data/text/{key}.txt": None, f"data/text/{key}.excerpts.json": cut}
    )
    assert "holds stretches that overlap or leave their text" in faults(path)


@pytest.mark.parametrize(
    "structure",
    [b"", b"[]", b"\xff", b"[" * 100_000, b'{"gaps":[],"segments":[],"stated":{"title":"\\ud800"}}',
     b'{"gaps":[],"segments":[["article",0,9999999,-1,"operative"]],"stated":{}}',
     b'{"gaps":[],"segments":[["article",' + b"1" * 5000 + b',9,-1,"operative"]],"stated":{}}',
     b'{"gaps": [], "segments": [], "stated": {}}',
     b'{"gaps":[],"segments":[],"stated":{}}' + b" " * 20_000_000],
    ids=["empty", "list", "not text", "deep", "surrogate", "too long", "long number", "spaces", "large"],
)  # fmt: skip
def test_structures_that_cannot_be_read(tmp_path, structure):
    key = sample_bundle().document.snapshots[0].text
    path = resealed(tmp_path / "b.zip", **{f"data/text/{key}.structure.json": structure})
    assert f"data/text/{key} cannot be read" in faults(path)


def test_excerpts_beside_the_whole(tmp_path):
    key = sample_bundle().document.snapshots[0].text
    path = resealed(tmp_path / "b.zip", **{f"data/text/{key}.excerpts.json": b'{"excerpts":[],"length":9}'})
    assert "stands beside the whole text" in faults(path)


def test_what_could_not_be_read_is_not_written(tmp_path):
    bundle = sample_bundle()
    with pytest.raises(Unreadable, match="cannot be written as it is"):
        write(replace(bundle, raw={"0" * 64: b"x"}), tmp_path / "b")
    with pytest.raises(Unreadable, match="has no place in a bundle"):
        write(replace(bundle, codebook={"../x.toml": b""}), tmp_path / "b")
    with pytest.raises(Unreadable, match="more than the 5 that"):
        write(bundle, tmp_path / "b", Limits(files=5))
    assert list(tmp_path.iterdir()) == []


def test_a_seal_is_of_the_payload_as_found(folder):
    (folder / "data/page.html").write_bytes(b"other")
    payload = {**to_payload(sample_bundle()), "data/page.html": b"other"}
    assert inspect(folder).seal == seal_of(payload)
