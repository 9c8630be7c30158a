"""Bytes are kept by their hash, whole or not at all, in a folder or in a store of objects."""

import os

import fsspec
import pytest

from lexatlas.core.canonical import sha256_hex
from lexatlas.core.errors import Abort, Unavailable
from lexatlas.store.archive import FolderArchive, RemoteArchive, archive
from lexatlas.store.queries import documents


@pytest.fixture(params=["folder", "objects"])
def shelf(request, tmp_path):
    if request.param == "folder":
        return FolderArchive(tmp_path / "archive")
    files = fsspec.filesystem("memory", skip_instance_cache=True)
    files.store.clear()
    return RemoteArchive(files, "/bucket/lexatlas")


def test_bytes_come_back(shelf):
    name = shelf.put(b"words of a law")
    assert name == sha256_hex(b"words of a law") == shelf.put(b"words of a law")
    assert (shelf.get(name), shelf.holds(name), list(shelf.names())) == (b"words of a law", True, [name])


def test_nothing_is_there_at_first(shelf):
    name = sha256_hex(b"never kept")
    assert (shelf.holds(name), list(shelf.names())) == (False, [])
    with pytest.raises(Unavailable, match="is not in the archive"):
        shelf.get(name)
    shelf.remove(name)


def test_what_is_removed_is_gone(shelf):
    name = shelf.put(b"x")
    shelf.remove(name)
    assert (shelf.holds(name), list(shelf.names())) == (False, [])


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "a" * 63])
def test_a_name_that_is_no_hash_leads_nowhere(shelf, name):
    with pytest.raises(ValueError, match="is no SHA-256"):
        shelf.get(name)


def test_bytes_that_changed_are_told(tmp_path):
    shelf = FolderArchive(tmp_path)
    name = shelf.put(b"shall")
    (tmp_path / name[:2] / name).write_bytes(b"shall not")
    with pytest.raises(Unavailable, match="is not what it was when it was kept"):
        shelf.get(name)


def test_an_object_that_changed_is_told():
    files = fsspec.filesystem("memory", skip_instance_cache=True)
    shelf = RemoteArchive(files, "/bucket")
    name = shelf.put(b"shall")
    files.pipe_file(f"/bucket/{name[:2]}/{name}", b"shall not")
    with pytest.raises(Unavailable, match="is not what it was when it was kept"):
        shelf.get(name)


def test_a_write_that_breaks_off_leaves_nothing(tmp_path, monkeypatch):
    shelf = FolderArchive(tmp_path)

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Abort, match=r"does not take a file \(No space left on device\)"):
        shelf.put(b"words")
    monkeypatch.undo()
    assert list(shelf.names()) == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_cannot_be_looked_at_is_not_there(tmp_path):
    assert FolderArchive(tmp_path / ("long" * 100)).holds(sha256_hex(b"words")) is False


def test_texts_that_cannot_be_read_again_are_named(settings, tmp_path):
    settings.ARCHIVE_URL = str(tmp_path / "shelf")
    text, structure, lost = archive().put(b"words"), archive().put(b"{}"), sha256_hex(b"lost")
    files = (("whole", (text, structure)), ("unread", (text, "")), ("lost", (lost, structure)),
             ("without its structure", (text, lost)), ("let go", ()))  # fmt: skip
    assert documents.lacking(files) == {"lost", "without its structure", "let go"}
    settings.ARCHIVE_URL = "memory://far/away"
    assert documents.lacking(files) == {"let go"}
