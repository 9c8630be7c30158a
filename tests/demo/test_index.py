"""The index of the demo: what it says of an answer that is as planned, of one that is not, and of none at all."""

import re
from dataclasses import replace
from html import unescape

import pytest

from demo.plan import read_plan
from demo.run import Answer, answers_of, page, told

PLAN = read_plan()
GAP = ("scan.pdf", "Page 1 is a picture <without> text.")


def answers():
    """One answer as planned for each question."""
    return [
        Answer(
            question, 0, 1.0, code=question.code, name="Name of the code", marks=(("verified", 3),), claims=3,
            quotes=4, records=2, languages=("ar", "fr"), gaps=(GAP,), verify=0,
            verified=(("Derivation", "re-derived"),),
        )
        for question in PLAN.questions
    ]  # fmt: skip


def words(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.split("</style>")[-1])).split())


def test_what_is_as_planned_is_counted_with_its_denominator():
    made = words(page(PLAN, answers()))

    assert f"{len(PLAN.questions)} of {len(PLAN.questions)} have the code" in made
    assert "Claims 3 of 3 match their source, by 4 quotes" in made
    assert "Gap, scan.pdf: Page 1 is a picture <without> text." in made


def test_another_code_a_failed_verify_and_a_missing_page_are_said():
    given = answers()
    given[0] = replace(given[0], code="banned")
    given[1] = replace(given[1], verify=1)
    given[2] = Answer(PLAN.questions[2], 3, 1.0, said="There is no file.")
    made = words(page(PLAN, given))

    assert f"{len(given) - 3} of {len(given)} have the code" in made
    assert f"Expected: {PLAN.questions[0].code}." in made
    assert "No page The run ended with exit code 3." in made
    assert f"expected {PLAN.questions[0].code}, and verify gives 0" in told(given[0], 1, PLAN)
    assert told(given[2], 3, PLAN).endswith("no page, exit code 3.\nThere is no file.")


def test_the_answers_of_verify_are_cut_at_their_first_full_stop():
    said = "Seal  ab\nIntegrity   consistent. All 3 files.\nDerivation  re-derived. Of 2 texts: 2.\nOf 0 claims: none."

    assert answers_of(said) == [("Integrity", "consistent"), ("Derivation", "re-derived")]


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (390, "dark")])
def test_axe_finds_nothing_and_nothing_runs_off_the_side(browser, tmp_path, width, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    (tmp_path / "index.html").write_text(page(PLAN, answers()), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    seen = context.new_page()
    seen.goto((tmp_path / "index.html").as_uri())

    assert [found["id"] for found in axe.run(seen).response["violations"]] == []
    assert seen.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
