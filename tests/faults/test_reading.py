"""Documents made to break a reader: each is a gap with a sentence, in bounded time and memory."""

import sys
import time

import pytest

from lexatlas.core.evidence import CanonicalText, Gap
from lexatlas.sources import pool as pools
from lexatlas.sources.pool import Job, Read, ReaderPool


def read(raw: bytes, name: str) -> CanonicalText | Gap:
    with ReaderPool(size=1) as pool:
        started = time.monotonic()
        done = pool.read(raw, name)
        assert time.monotonic() - started < 40
    return done


def test_html_of_a_hundred_megabytes_is_not_read():
    done = read(b"<html><body>" + b"<p>words</p>" * 9_000_000, "big.html")
    assert isinstance(done, Gap)
    assert done.reason.endswith("it was not read.")


def test_a_million_nested_tags():
    done = read(b"<html><body>top" + b"<div>" * 1_000_000 + b"deep</body></html>", "deep.html")
    assert isinstance(done, CanonicalText)
    assert done.text == "top"
    assert done.gaps == ("The page nests its tags too deeply; what lies deeper than the limit was not read.",)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b'{"a":' * 300_000 + b"1" + b"}" * 300_000, "deep.json"),
        (b"[" * 500_000, "open.json"),
        (b"\x00" * 1_000_000, "zeros.txt"),
        (bytes(range(256)) * 400, "binary.txt"),
        (b"%PDF-1.7 ...", "law.pdf"),
        (b"<a>" * 200_000, "deep.xml"),
    ],
)
def test_what_cannot_be_read_is_a_gap_with_a_sentence(raw, name):
    done = read(raw, name)
    assert isinstance(done, Gap) or done.gaps
    if isinstance(done, Gap):
        assert done.reason.endswith(".")


def test_a_bomb_of_entities_costs_nothing():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 20))
    raw = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "boom">{levels}]><a>words &e19;</a>'
    done = read(raw.encode(), "bomb.xml")
    assert isinstance(done, CanonicalText)
    assert done.text == "words"


@pytest.mark.parametrize(
    "piece",
    ["(a) ", "((((", "— ", "[Act ", "‘x’ ", "1. ", "“a”, ", "Article ", "\n\n(1)\n", "a" * 50, "第", "<td>"],
)
def test_endless_repeats_are_read_or_stopped_in_bounded_time(piece):
    started = time.monotonic()
    done = read((piece * (1_000_000 // len(piece))).encode(), "long.txt")
    assert isinstance(done, CanonicalText | Gap)
    assert time.monotonic() - started < 40


def test_a_child_that_hangs_is_stopped_and_the_next_document_is_read(monkeypatch):
    monkeypatch.setattr(pools, "_COMMAND", [sys.executable, "-c", "import time; time.sleep(60)"])
    with ReaderPool(size=1, wall_seconds=0.5) as pool:
        done = pool.read(b"words", "a.txt")
        assert done == Gap(
            what="a.txt", reason="Reading the document took longer than 0.5 seconds; it was stopped."
        )
        monkeypatch.undo()
        pool.wall_seconds = 20
        assert isinstance(pool.read(b"words", "b.txt"), CanonicalText)


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("import os; os.abort()", "ended by signal 6"),
        ("raise SystemExit(3)", "ended with code 3"),
        ("import sys; sys.stdin.readline(); print('no json', flush=True)", "cannot be used"),
        ("import sys; sys.stdin.readline(); print('[]', flush=True)", "cannot be used"),
        ("import sys; sys.stdin.readline(); print('{}', flush=True)", "cannot be used"),
        ("import sys; sys.stdin.readline(); print('x' * 200000, flush=True)", "broke off"),
    ],
)
def test_a_child_that_dies_or_lies_is_a_gap(monkeypatch, program, told):
    monkeypatch.setattr(pools, "_COMMAND", [sys.executable, "-c", program])
    with ReaderPool(size=1) as pool:
        done = pool.read(b"words", "a.txt")
    assert isinstance(done, Gap)
    assert told in done.reason


def test_a_child_beyond_its_memory_is_a_gap(monkeypatch):
    hog = "from lexatlas.sources import child; child.limit(); import sys; sys.stdin.readline(); x = bytearray(3 << 30)"
    monkeypatch.setattr(pools, "_COMMAND", [sys.executable, "-c", hog])
    with ReaderPool(size=1) as pool:
        done = pool.read(b"words", "a.txt")
    assert isinstance(done, Gap)
    assert done.reason.endswith(".")


def test_keys_of_the_parent_are_not_passed_on(monkeypatch):
    monkeypatch.setenv("SOME_API_KEY", "secret")
    assert "SOME_API_KEY" not in pools._environment()


def test_one_bad_document_does_not_lose_the_others():
    jobs = [Job(b"Article 1\n\nwords.", "a.txt"), Job(b"[" * 500_000, "b.json"), Job(b"More words.", "c.txt")]
    with ReaderPool(size=2) as pool:
        assert [type(done) for done in pool.read_all(jobs)] == [Read, Gap, Read]
