import pytest

from tests.analysts.veyland import APART, LICENCE, Law, articles, draft, reading

STARTS = "This Act comes into force on 1 January 2025."


def states(law, as_of):
    """Each unit that may carry a fact: its force, and whether its text is too late to tell."""
    text = reading(law, as_of=as_of).texts[0]
    return [(unit.force, unit.out_of_time) for unit in text.units if unit.carries]


def timed(rule, as_of, dated="2026-06-01"):
    return states(Law(articles(LICENCE, rule), dated=dated), as_of)[0]


CASES = [
    # the rule on time, the day asked about, the date of the text, force, out of time
    (STARTS, "2026-06-01", "2026-06-01", ("in force", False)),
    (STARTS, "2024-12-31", "2026-06-01", ("not yet", True)),
    (STARTS, "2024-12-31", "2024-06-01", ("not yet", False)),
    (STARTS, "2025-01-01", "2026-06-01", ("not shown", False)),
    (STARTS, "2026-06-02", "2026-06-01", ("not shown", False)),
    (STARTS, "2026-06-01", None, ("not shown", False)),
    ("The fee is EUR 5.", "2026-06-01", "2026-06-01", ("in force", False)),
    ("The fee is EUR 5.", "2026-05-31", "2026-06-01", ("not shown", True)),
    ("This Act shall apply from 1 July 2025.", "2025-06-30", "2026-06-01", ("not yet", True)),
    ("This Act is repealed on 1 March 2026.", "2026-06-01", "2026-06-01", ("repealed", False)),
    ("This Act is repealed on 1 March 2026.", "2026-02-28", "2026-02-28", ("in force", False)),
    (
        "This Act comes into force on a day to be fixed by order of the Minister.",
        "2026-06-01", "2026-06-01", ("not yet", False),
    ),
    (
        "This Act comes into force on the twentieth day after its publication.",
        "2026-06-01", "2026-06-01", ("in force", False),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "as_of", "dated", "expected"), CASES)
def test_force_and_time_of_a_rule(rule, as_of, dated, expected):
    assert timed(rule, as_of, dated) == expected


def test_a_start_of_one_article_is_that_of_no_other():
    law = Law(articles(LICENCE, APART, STARTS, "Article 2 comes into force on 1 July 2027."))
    assert [force for force, _ in states(law, "2026-06-01")][:2] == ["in force", "not yet"]


def test_a_repeal_of_one_article_ends_it_alone():
    law = Law(articles(LICENCE, APART, "Article 2 ceases to have effect on 1 March 2026."))
    assert [force for force, _ in states(law, "2026-06-01")] == ["in force", "repealed", "in force"]


ENTRY, APPLICATION = "This Act enters into force on 30 December 2024.", "It shall apply from 1 July 2025."


@pytest.mark.parametrize("apart", [" ", "\n(2) "])
def test_the_day_of_application_counts_before_that_of_entry(apart):
    unit = reading(Law(articles(LICENCE, f"(1) {ENTRY}{apart}{APPLICATION}"))).texts[0].units[0]
    place = "Article 2(2)" if "2" in apart else "Article 2(1)"
    assert (unit.holds.since, unit.holds.basis) == ("2025-07-01", f"applies_from 2025-07-01, {place}")


ASIDE = (
    "The Bear Act applies from 1 July 2027.",
    "The fee applies from 1 July 2027.",
    "The Bear Act comes into force on a day to be fixed by order of the Minister.",
)


@pytest.mark.parametrize("rule", ASIDE)
def test_a_date_of_another_law_or_of_a_duty_is_none_of_this_one(rule):
    assert timed(f"{ENTRY} {rule}", "2026-06-01") == ("in force", False)


MARKED = """<?xml version="1.0" encoding="utf-8"?><Statute in-force="yes" xml:lang="en">
<Identification><ShortTitle>Digital Asset Act</ShortTitle></Identification>
<Body>
<Section><Label>1</Label><Text>%s</Text></Section>
<Section%s><Label>2</Label><Text>%s</Text></Section>
</Body></Statute>
"""


def marked(attribute):
    return Law(MARKED % (LICENCE, attribute, APART), name="act.xml")


def test_what_the_source_marks_as_not_in_force_has_not_begun():
    waiting = marked(' in-force="no"')
    assert states(waiting, "2026-06-01") == [("in force", False), ("not yet", False)]
    codes = [draft(law).status.code for law in (waiting, marked(""))]
    assert codes == ["undetermined", "allowed-regulated"]
