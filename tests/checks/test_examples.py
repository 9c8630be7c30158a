"""Each check has examples that it passes, fails and cannot tell, and answers them so."""

import pytest

from lexatlas.checks import CHECKS
from lexatlas.checks.answer import asked
from tests.checks.examples import EXAMPLES, NEVER_UNSURE

BY_NAME = {check.NAME: check for check in CHECKS}


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=[f"{e.check}-{e.answer}-{i}" for i, e in enumerate(EXAMPLES)]
)
def test_the_check_answers_its_example(example):
    found = BY_NAME[example.check].check(example.made, example.view)

    assert (found.check, found.answer, found.words) == (example.check, example.answer, example.words)
    assert found.answer == "yes" or found.reason.endswith(".")


def test_each_check_has_an_example_of_each_answer():
    missing = {
        (name, answer)
        for name in BY_NAME
        for answer in ("yes", "no", "cannot-tell")
        if not any((e.check, e.answer) == (name, answer) for e in EXAMPLES)
    }

    unsure = {(name, "cannot-tell") for name in NEVER_UNSURE}
    assert missing == unsure | {("conflicts", "yes"), ("conflicts", "no")}


def test_a_crash_is_an_answer_that_cannot_tell():
    def broken():
        raise ValueError("words of the fault stay out of the answer")

    found = asked("numbers", broken)

    assert (found.answer, found.reason) == ("cannot-tell", "The check itself failed: ValueError.")
