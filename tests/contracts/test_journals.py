"""The contract of a journal, over every implementation."""

import threading

import pytest

from lexatlas.core.ports import Journal
from lexatlas.pipeline.journal import FileJournal, MemoryJournal


@pytest.fixture(params=["memory", "file"])
def journal(request, tmp_path):
    if request.param == "memory":
        yield MemoryJournal()
        return
    with FileJournal(tmp_path / "journal") as journal:
        yield journal


VALUES = [0, False, "", "words", [], {}, {"b": [1, {"c": None}], "a": "–“é”中\n\u2028"}, 1.5, 10**30]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_what_is_kept_is_recalled(journal: Journal, value):
    journal.keep("fetch", "a", "h1", value)
    assert journal.recall("fetch", "a", "h1") == value


def test_work_not_done_is_none(journal: Journal):
    journal.keep("fetch", "a", "h1", 1)
    others = [("read", "a", "h1"), ("fetch", "b", "h1"), ("fetch", "a", "h2"), ("", "", "")]
    assert [journal.recall(*key) for key in others] == [None] * 4


def test_keys_do_not_run_into_each_other(journal: Journal):
    journal.keep("a", "b c", "d", 1)
    journal.keep("a b", "c", "d", 2)
    assert (journal.recall("a", "b c", "d"), journal.recall("a b", "c", "d")) == (1, 2)


def test_the_first_result_stands(journal: Journal):
    journal.keep("fetch", "a", "h1", "first")
    journal.keep("fetch", "a", "h1", "second")
    assert journal.recall("fetch", "a", "h1") == "first"
    assert len(journal) == 1


def test_a_recalled_value_is_the_caller_s_own(journal: Journal):
    given = {"list": [1]}
    journal.keep("s", "i", "h", given)
    given["list"].append(2)
    journal.recall("s", "i", "h")["list"].append(3)
    assert journal.recall("s", "i", "h") == {"list": [1]}


def test_a_tuple_comes_back_as_a_list_from_each(journal: Journal):
    journal.keep("s", "i", "h", (1, (2,)))
    assert journal.recall("s", "i", "h") == [1, [2]]


@pytest.mark.parametrize(
    "value", [None, {1, 2}, float("nan"), object()], ids=["none", "set", "nan", "object"]
)
def test_what_is_no_result_is_refused(journal: Journal, value):
    with pytest.raises((TypeError, ValueError)):
        journal.keep("s", "i", "h", value)
    assert journal.recall("s", "i", "h") is None


def test_threads_keep_at_once(journal: Journal):
    def work(name: int) -> None:
        for number in range(25):
            journal.keep("step", f"{name}-{number}", "h", {"n": number})
            journal.keep("step", f"shared-{number}", "h", {"by": "anybody"})

    threads = [threading.Thread(target=work, args=(name,)) for name in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(journal) == 8 * 25 + 25
    assert [journal.recall("step", f"{n}-{m}", "h") for n in range(8) for m in range(25)] == [
        {"n": m} for n in range(8) for m in range(25)
    ]
