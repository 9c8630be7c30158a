"""A new check is one file and one line: it is asked of every claim, and moves no verdict until named."""

import sys
from types import ModuleType

from lexatlas.checks import verdict
from lexatlas.checks.answer import no
from tests.checks.examples import FREE_FEE, LAW

SOURCE = '''
"""Does the sentence hold no letter z?"""

from lexatlas.checks.answer import no, yes

NAME = "zeds"


def check(claim, _view):
    return no(NAME, ["z"], "A letter z.") if "z" in claim.sentence else yes(NAME)
'''


def test_a_check_is_one_file_and_one_line(monkeypatch, tmp_path):
    (tmp_path / "zeds.py").write_text(SOURCE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    import zeds

    monkeypatch.setattr(verdict, "CHECKS", (*verdict.CHECKS, zeds))
    found = verdict.judge_claim(FREE_FEE, LAW.view)
    sys.modules.pop("zeds")

    assert (found.code, found.answers[-1].check, found.answers[-1].answer) == ("verified", "zeds", "yes")


def test_only_the_named_checks_make_a_verdict(monkeypatch):
    strict = ModuleType("strict")
    strict.NAME, strict.check = "strict", lambda claim, view: no("strict", reason="Never.")
    monkeypatch.setattr(verdict, "CHECKS", (*verdict.CHECKS, strict))

    assert verdict.judge_claim(FREE_FEE, LAW.view).code == "verified"
    monkeypatch.setattr(verdict, "WORDS", (*verdict.WORDS, "strict"))
    assert verdict.judge_claim(FREE_FEE, LAW.view).code == "supported"
