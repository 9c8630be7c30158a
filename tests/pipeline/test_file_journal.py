"""The journal in a file: what a killed process leaves is whole, and damage is told."""

import errno
import os
import random

import pytest

from lexatlas.core.errors import Abort
from lexatlas.pipeline import journal as journal_module
from lexatlas.pipeline.journal import FileJournal


def fill(path, count):
    with FileJournal(path) as journal:
        for number in range(count):
            journal.keep("step", str(number), "h", {"words": "x" * number})


def held(path):
    with FileJournal(path) as journal:
        return [number for number in range(50) if journal.recall("step", str(number), "h") is not None]


def test_another_process_recalls(tmp_path):
    fill(tmp_path / "deep" / "journal", 10)
    assert held(tmp_path / "deep" / "journal") == list(range(10))


def test_cut_at_every_byte_of_the_last_line(tmp_path):
    fill(tmp_path / "j", 5)
    whole = (tmp_path / "j").read_bytes()
    start = whole.rindex(b"\n", 0, -1) + 1
    for cut in range(start, len(whole)):
        (tmp_path / "j").write_bytes(whole[:cut])
        assert held(tmp_path / "j") == [0, 1, 2, 3]
        assert (tmp_path / "j").read_bytes() == whole[:start]


def test_a_last_line_of_rubbish_is_cut_off(tmp_path):
    fill(tmp_path / "j", 3)
    whole = (tmp_path / "j").read_bytes()
    for rubbish in (b"\0" * 500, b"\0" * 500 + b"\n", b"abc\n", b"\n"):
        (tmp_path / "j").write_bytes(whole + rubbish)
        assert held(tmp_path / "j") == [0, 1, 2]


def test_after_a_torn_line_work_goes_on(tmp_path):
    fill(tmp_path / "j", 3)
    with (tmp_path / "j").open("ab") as file:
        file.write(b"0123 torn")
    fill(tmp_path / "j", 6)
    assert held(tmp_path / "j") == list(range(6))


def test_damage_further_up_is_told(tmp_path):
    fill(tmp_path / "j", 9)
    whole = (tmp_path / "j").read_bytes()
    chance = random.Random(3)
    for _ in range(50):
        at = chance.randrange(whole.index(b"\n", whole.index(b"\n") + 1))
        (tmp_path / "j").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(Abort, match="is damaged, so what follows it cannot be trusted"):
            FileJournal(tmp_path / "j")


def test_a_full_disk_keeps_what_was_there(tmp_path, monkeypatch):
    fill(tmp_path / "j", 3)
    before = (tmp_path / "j").read_bytes()
    real = os.write

    def half(file, data):
        if len(data) < 40:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(file, bytes(data[: len(data) // 2]))

    with FileJournal(tmp_path / "j") as journal:
        monkeypatch.setattr(journal_module.os, "write", half)
        with pytest.raises(Abort, match=r"No space left on device.*Everything up to here is kept"):
            journal.keep("step", "3", "h", {"words": "y" * 500})
        monkeypatch.undo()
        assert journal.recall("step", "3", "h") is None
        assert (tmp_path / "j").read_bytes() == before
        journal.keep("step", "3", "h", {"words": "z"})
    assert held(tmp_path / "j") == [0, 1, 2, 3]


def test_a_journal_that_cannot_be_opened_is_a_sentence(tmp_path):
    (tmp_path / "j").mkdir()
    with pytest.raises(Abort, match="cannot be used"):
        FileJournal(tmp_path / "j")
