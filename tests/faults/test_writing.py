"""A bundle that cannot be written leaves what was there, whatever the system lacks."""

import errno
import os

import pytest

from lexatlas.bundle import exchange, read, write
from lexatlas.core.errors import Abort
from tests.bundle.sample import excerpted, sample_bundle

FORMS = ["b", "b.zip"]


def full(*_args, **_kwargs):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("there", [False, True], ids=["nothing there", "a bundle there"])
def test_a_full_disk(tmp_path, monkeypatch, name, there):
    if there:
        write(sample_bundle(), tmp_path / name)
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(Abort, match=r"No space left on device\). Nothing there has changed"):
            write(excerpted(sample_bundle()), tmp_path / name)
    assert [entry.name for entry in tmp_path.iterdir()] == ([name] if there else [])
    if there:
        assert read(tmp_path / name) == sample_bundle()


def test_a_parent_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Abort, match="could not be written"):
        write(sample_bundle(), tmp_path / "file" / "b")


def test_a_system_that_cannot_exchange_names(tmp_path, monkeypatch):
    write(sample_bundle(), tmp_path / "b")
    monkeypatch.setattr(exchange, "swap", lambda *_: False)
    write(excerpted(sample_bundle()), tmp_path / "b")
    assert read(tmp_path / "b") == excerpted(sample_bundle())
    assert [entry.name for entry in tmp_path.iterdir()] == ["b"]


def test_killed_between_two_moves_it_is_put_back(tmp_path, monkeypatch):
    write(sample_bundle(), tmp_path / "b")
    (tmp_path / "b").rename(tmp_path / ".b.replaced")
    exchange.put_back(tmp_path / "b")
    assert read(tmp_path / "b") == sample_bundle()
    assert [entry.name for entry in tmp_path.iterdir()] == ["b"]


def test_killed_after_both_moves_the_old_one_goes(tmp_path):
    write(sample_bundle(), tmp_path / ".b.replaced")
    write(excerpted(sample_bundle()), tmp_path / "b")
    assert [entry.name for entry in tmp_path.iterdir()] == ["b"]


def test_a_move_that_fails_leaves_the_old_one(tmp_path, monkeypatch):
    write(sample_bundle(), tmp_path / "b")
    monkeypatch.setattr(exchange, "swap", lambda *_: False)
    real = os.rename
    moves = []

    def second_fails(self, target):
        moves.append(target)
        if len(moves) == 2:
            full()
        real(self, target)
        return target

    monkeypatch.setattr("pathlib.Path.rename", second_fails)
    with pytest.raises(Abort):
        write(excerpted(sample_bundle()), tmp_path / "b")
    assert read(tmp_path / "b") == sample_bundle()
    assert [entry.name for entry in tmp_path.iterdir()] == ["b"]


def test_names_with_odd_signs(tmp_path):
    for name in ("a b", "[x]*?", "ünï", "-n", "b.ZIP"):
        write(sample_bundle(), tmp_path / name)
        write(sample_bundle(), tmp_path / name)
        assert read(tmp_path / name) == sample_bundle()
    assert len(list(tmp_path.iterdir())) == 5
