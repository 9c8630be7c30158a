import pytest

from tests.analysts.veyland import ACT, APART, LICENCE, Law, articles, draft

DATED = articles(
    LICENCE, APART, "This Act was adopted on 12 March 2024.", "This Act comes into force on 1 January 2025."
)


def entry(law, **asked):
    return draft(law, **asked).instruments[0]


KINDS = [
    ("act", "T1", "law", "in-force"),
    ("order", "T1", "law", "in-force"),
    ("judgment", "T1", "law", "in-force"),
    ("bill", "T2", "pending", "bill"),
    ("draft", "T2", "pending", "announced"),
    ("consultation", "T2", "pending", "consultation"),
    ("guidance", "T2", "guidance", "none"),
    ("statement", "T2", "guidance", "none"),
    ("report", "T3", "other", "none"),
    ("news", "T5", "other", "none"),
    ("unknown", "T4", "other", "none"),
]


@pytest.mark.parametrize(("kind", "tier", "group", "maturity"), KINDS)
def test_kind_decides_group_and_maturity(kind, tier, group, maturity):
    made = entry(Law(articles(APART), kind=kind, tier=tier))
    assert (made.kind, made.group, made.maturity) == (kind, group, maturity)


TIMES = [("2026-06-01", "in-force", "in force"), ("2024-12-31", "enacted-not-in-force", "not yet")]


@pytest.mark.parametrize(("as_of", "maturity", "force"), TIMES)
def test_a_law_matures_on_its_day(as_of, maturity, force):
    made = entry(Law(DATED), as_of=as_of)
    assert (made.maturity, made.force) == (maturity, force)


def test_a_repealed_law_is_repealed():
    law = Law(articles(LICENCE, "This Act is repealed on 1 March 2026."))
    assert (entry(law).maturity, entry(law).force) == ("repealed", "repealed")


def test_each_date_stands_under_its_kind_with_its_words():
    made = draft(Law(DATED))
    by_id = {claim.id: claim.sentence for claim in made.claims}
    first = made.instruments[0]
    assert [(date.role, date.date, date.precision) for date in first.dates] == [
        ("adopted", "2024-03-12", "day"), ("in_force", "2025-01-01", "day"),
    ]  # fmt: skip
    assert [by_id[claim] for claim in first.date_claims] == [
        "This Act was adopted on 12 March 2024.", "This Act comes into force on 1 January 2025.",
    ]  # fmt: skip


def test_a_month_stays_a_month():
    made = entry(Law(articles(LICENCE, "This Act was adopted in March 2024.")))
    assert [(date.role, date.date, date.precision) for date in made.dates] == [
        ("adopted", "2024-03", "month")
    ]


def test_the_date_of_one_article_is_none_of_the_law():
    made = entry(Law(articles(LICENCE, "Article 1 comes into force on 1 July 2027.")))
    assert (made.dates, made.date_claims) == ((), ())


def test_what_the_law_calls_itself_is_its_line():
    made = draft(Law(articles(LICENCE, "This Act may be cited as the Bear Act 2031.")))
    by_id = {claim.id: claim.sentence for claim in made.claims}
    assert by_id[made.instruments[0].line_claim] == "This Act may be cited as the Bear Act 2031."


def test_twins_share_one_entry_and_the_law_of_others_is_listed():
    first, other = Law(ACT), Law(articles(APART), id="other", place="XB", title="Other Act")
    made = draft(first, other)
    assert [(each.id, each.title, each.sources) for each in made.instruments] == [
        ("act", "Digital Asset Act", ("act",)), ("other", "Other Act", ("other",)),
    ]  # fmt: skip
