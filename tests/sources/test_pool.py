# ruff: noqa: E501 - sample documents and tables keep their lines whole
"""Reading in children: answers equal to reading here, order kept, children ended."""

import time

from lexatlas.core.evidence import CanonicalText, Gap
from lexatlas.sources.pool import RECYCLE_AFTER, Job, Read, ReaderPool
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read

LAW = b"Token Law\n\nArticle 1 - Scope\n1. It applies to:\n\n(a)\n\ntokens; and\n\n(b)\n\nkeys.\n\nArticle 2 - End\nIt ends.\n"


def test_a_child_reads_what_we_would_read():
    here, reader = read(Given(LAW, "law.txt"))
    with ReaderPool(size=1) as pool:
        done = pool.read_job(Job(LAW, "law.txt"))
    assert isinstance(done, Read)
    assert done.text == here
    assert done.reader == reader


def test_answers_stand_in_the_order_of_the_jobs_and_gaps_pass_through():
    jobs = [
        Job(LAW, "a.txt"),
        Gap(what="b", reason="Not there."),
        Job(b"{}", "c.json"),
        Job(LAW, "d.txt", reader="text"),
    ]
    with ReaderPool(size=2) as pool:
        done = pool.read_all(jobs)
    assert [type(each) for each in done] == [Read, Gap, Gap, Read]
    assert done[1] == jobs[1]


def test_a_path_and_bytes_are_read_alike(tmp_path):
    file = tmp_path / "law.txt"
    file.write_bytes(LAW)
    with ReaderPool(size=1) as pool:
        assert pool.read(file) == pool.read(LAW, "law.txt")
        missing = pool.read(tmp_path / "none.txt")
    assert missing == Gap(what="none.txt", reason="The file could not be opened: No such file or directory.")


def test_children_are_recycled_and_end_with_the_pool():
    with ReaderPool(size=1) as pool:
        pool.read_job(Job(LAW, "a.txt"))
        first = pool._idle[0].process
        first_id = first.pid
        for _ in range(RECYCLE_AFTER):
            assert isinstance(pool.read(LAW, "a.txt"), CanonicalText)
        assert pool._idle[0].process.pid != first_id
        last = pool._idle[0].process
    assert last.poll() is not None
    assert first.poll() is not None


def test_an_empty_document_is_a_gap_without_a_child():
    with ReaderPool(size=1) as pool:
        assert pool.read(b" \n", "e.txt") == Gap(what="e.txt", reason="The document is empty.")
        assert pool._idle == []


def test_a_named_reader_that_is_unknown_is_a_gap():
    with ReaderPool(size=1) as pool:
        assert pool.read(LAW, "a.txt", reader="papyrus") == Gap(
            what="a.txt", reason="There is no reader 'papyrus'."
        )


def test_two_children_work_side_by_side():
    jobs = [Job(LAW * 300, f"{n}.txt") for n in range(4)]
    started = time.monotonic()
    with ReaderPool(size=2) as pool:
        assert all(isinstance(done, Read) for done in pool.read_all(jobs))
    assert time.monotonic() - started < 15


def test_children_that_were_warmed_read_what_is_given_and_no_more_than_run_at_once_are_started():
    with ReaderPool(size=2) as pool:
        pool.warm(5)
        warmed = {child.process.pid for child in pool._idle}
        assert len(warmed) == 2
        pool.warm(1)
        assert {child.process.pid for child in pool._idle} == warmed
        assert isinstance(pool.read(b"Article 1. A broker shall register.", "a.txt"), CanonicalText)
        assert {child.process.pid for child in pool._idle} == warmed


def test_a_pool_at_rest_holds_no_child_and_reads_again():
    with ReaderPool(size=2) as pool:
        pool.warm(2)
        held = [child.process for child in pool._idle]
        pool.rest()
        assert pool._idle == []
        assert all(process.poll() is not None for process in held)
        assert isinstance(pool.read(b"Article 1. A broker shall register.", "a.txt"), CanonicalText)
