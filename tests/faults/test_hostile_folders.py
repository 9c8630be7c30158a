"""Folders made to harm: nothing hangs, nothing leaves the folder, and nothing is passed over in silence."""

import json
import os
import socket
import threading
import time

import pytest

from lexatlas.bundle import Limits, read
from lexatlas.core.errors import InputError
from lexatlas.core.evidence import Gap
from lexatlas.sources import gather as gathering
from lexatlas.sources.gather import gather
from lexatlas.sources.pool import ReaderPool
from tests.cli.command_line import ACT, ASKED, analyse, bytes_of, in_process

LAW = ACT.read_bytes()
PIPE = "It is a pipe and no file; it was not opened."


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "given"
    made.mkdir()
    (made / "act.html").write_bytes(LAW)
    return made


def gaps(folder) -> dict[str, str]:
    return {gap.what: gap.reason for gap in gather([str(folder)]).gaps}


def test_the_command_line_takes_what_it_can_and_tells_the_rest(folder, tmp_path):
    os.mkfifo(folder / "pipe.txt")
    (folder / "to-pipe.html").symlink_to(folder / "pipe.txt")
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "null.txt").symlink_to("/dev/null")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    (folder / "law.html").mkdir()
    (folder / "law.html" / "empty.html").write_bytes(b"")
    (folder / "\u062f\n\u202ered\x1b[31m.txt").write_bytes(b"Article 1\n\nWords.")
    (folder / os.fsdecode(b"\xff\xfe.txt")).write_bytes(b"")
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "door.sock"))
        done = analyse(tmp_path / "out", folder)
    assert done.code == 0, done.err
    document = read(tmp_path / "out").document
    told = {gap.what: gap.reason for gap in document.gaps}
    assert told == {
        "pipe.txt": PIPE,
        "to-pipe.html": PIPE,
        "door.sock": "It is a socket and no file; it was not opened.",
        "passwd.txt": "The path leads out of the folder that was given; it was not opened.",
        "null.txt": "The path leads out of the folder that was given; it was not opened.",
        "circle.txt": "The file could not be opened: links that lead in a circle.",
        "gone.txt": "The file could not be opened: No such file or directory.",
        "law.html/empty.html": "The document is empty.",
        "\ufffd\ufffd.txt": "The document is empty.",
        "old.doc": "'old.doc' is a Word file of the old binary form (DOC), which is not read. "
        "Open it in a word processor, save it as DOCX or PDF, and give that file.",
    }
    assert sorted(source.path for source in document.sources) == ["act.html", "\u062f␊\ufffdred␛[31m.txt"]
    assert "\x1b" not in done.told
    assert not any(b"root:x:0" in inner for inner in bytes_of(tmp_path / "out").values())


def test_a_manifest_that_leads_elsewhere_or_names_what_no_file_is(folder):
    rows = ["../secret.txt", "/etc/passwd", "a\0b.txt", "x" * 5000, "sub/../../up.txt", "line\nbreak.txt"]
    (folder / "manifest.jsonl").write_text("".join(json.dumps({"path": row}) + "\n" for row in rows))
    outside = "The manifest names a path outside its own folder; it was not opened."
    missing = "The manifest lists this file, and it is not there."
    assert gaps(folder) == {
        "../secret.txt": outside, "/etc/passwd": outside, "a␀b.txt": outside, "sub/../../up.txt": outside,
        "x" * 1000: missing, "line break.txt": missing,
    }  # fmt: skip


def test_folders_within_folders(folder):
    deep = folder
    for _ in range(400):
        deep = deep / "d"
        deep.mkdir()
    found = gaps(folder)
    assert list(found.values()) == ["The folder lies more than 64 folders deep; it was not opened."]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may open every file")
def test_what_may_not_be_opened(folder):
    (folder / "closed.txt").write_text("words")
    (folder / "closed.txt").chmod(0)
    (folder / "locked").mkdir(mode=0)
    assert gaps(folder) == {"locked": "The folder could not be opened: Permission denied."}


def test_a_folder_that_cannot_be_listed_is_told(folder, monkeypatch):
    (folder / "locked").mkdir()
    listing = os.scandir

    def refuse(path):
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert gaps(folder) == {"locked": "The folder could not be opened: Permission denied."}


def test_a_file_that_changes_while_it_is_read_is_never_half_of_two(folder):
    file = folder / "act.html"
    stop = threading.Event()
    states = [b"A" * 2_000_000, b"B" * 2_000_001]

    def write():
        while not stop.is_set():
            for state in states:
                file.write_bytes(state)

    writer = threading.Thread(target=write)
    (item,) = gather([str(file)]).items
    file.write_bytes(states[0])
    writer.start()
    try:
        taken = [item.raw() for _ in range(60)]
    finally:
        stop.set()
        writer.join()
    torn = [one for one in taken if isinstance(one, bytes) and len(set(one)) > 1]
    assert torn == []
    for one in taken:
        if isinstance(one, Gap):
            assert one.reason.endswith("it was not read. Run again when it is at rest.")


def test_a_file_that_grows_without_end_is_a_gap(folder, monkeypatch):
    file = folder / "act.html"
    (item,) = gather([str(file)]).items
    real = os.fstat

    def growing(number):
        with file.open("ab") as more:
            more.write(b"x")
        return real(number)

    monkeypatch.setattr(os, "fstat", growing)
    assert item.raw() == Gap(
        what="act.html",
        reason="The file changed while it was read; it was not read. Run again when it is at rest.",
    )


def test_twenty_thousand_files_are_analysed_as_far_as_a_bundle_holds_them(folder, tmp_path, monkeypatch):
    assert Limits().files > gathering.MAX_DOCUMENTS * 3
    monkeypatch.setattr(gathering, "MAX_DOCUMENTS", 30)
    for number in range(20_000):
        (folder / f"b{number:05}.txt").write_text("words")
    done = analyse(tmp_path / "out", folder)
    assert done.code == 0, done.err
    document = read(tmp_path / "out").document
    assert len(document.sources) == 30
    told = "A run holds 30 documents; 19,971 more documents were given and not read. Name fewer."
    assert [(gap.what, gap.reason) for gap in document.gaps] == [("b00029.txt to b19999.txt", told)]


def test_more_files_than_are_listed_are_refused(folder, monkeypatch):
    monkeypatch.setattr(gathering, "MAX_LISTED", 5)
    for number in range(9):
        (folder / f"{number}.txt").touch()
    with pytest.raises(
        InputError, match=r"^More than 5 files lie in 'given'; nothing was read\. Name fewer\.$"
    ):
        gather([str(folder)])


def test_documents_beyond_what_one_run_holds_are_told_one_by_one(folder, monkeypatch):
    monkeypatch.setattr(gathering, "MAX_BYTES", len(LAW) + 10)
    for name in ("b.txt", "c.txt"):
        (folder / name).write_text("words of the law")
    (folder / "d.txt").write_text("few")
    found = gather([str(folder)])
    assert [item.path for item in found.items] == ["act.html", "d.txt"]
    told = (
        f"The documents before it fill the {len(LAW) + 10:,} bytes of one run; it was not read. Name fewer."
    )
    assert found.gaps == (Gap(what="b.txt", reason=told), Gap(what="c.txt", reason=told))


def test_twenty_thousand_names_in_one_script_are_found_in_time(folder, monkeypatch):
    monkeypatch.setattr(gathering, "MAX_DOCUMENTS", 20_000)
    for number in range(19_999):
        (folder / f"{chr(0x4E00 + number % 5000)}{chr(0x4E00 + number // 5000)}.txt").touch()
    started = time.monotonic()
    found = gather([str(folder)])
    assert time.monotonic() - started < 60
    assert len({item.id for item in found.items}) == 20_000


@pytest.mark.parametrize("form", ["txt", "html"])
def test_ten_thousand_pages_are_read_or_told(form):
    words = (
        "A dealer shall hold a licence of the Office, and shall keep a record of each sale of tokens. " * 20
    )
    pages = [f"Article {n} - Title {n}\n\n{words}\n\n" for n in range(1, 10_001)]
    raw = "".join(pages) if form == "txt" else "<html><body><p>" + "<p>".join(pages) + "</body></html>"
    with ReaderPool(size=1) as pool:
        started = time.monotonic()
        done = pool.read(raw.encode(), f"law.{form}")
        assert time.monotonic() - started < 60
    if isinstance(done, Gap):
        assert done.reason.endswith(".")
    else:
        assert sum(segment.kind == "article" for segment in done.segments) == 10_000


def test_a_file_name_in_the_command_is_shown_on_one_line(tmp_path):
    done = in_process(*ASKED, "--from", tmp_path / "no\nsuch\x1b[2J", "--out", tmp_path / "o", home=tmp_path)
    assert done.code == 3
    assert done.err.splitlines()[-1].endswith("no␊such␛[2J'.")
