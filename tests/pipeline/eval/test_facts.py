from decimal import Decimal

import pytest

from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.core.evidence import Span, Unit
from lexatlas.core.facts import LegalDate, Money, Norm, Period, Rate
from lexatlas.pipeline.eval.facts import DocumentFacts, measure, places
from lexatlas.pipeline.eval.values import same_value, trapped

TEXT = "A bank shall pay EUR 5 a day. A bear must sleep until 1 May 2031 in its own den, far from all towns."


def _fact(fact, words):
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return ExtractedFact(fact, Unit((span,), -1, -1, "operative", ""), (span,))


def _row(identity, kind, value, exact, **more):
    return {
        "id": identity,
        "doc": "d",
        "kind": kind,
        "value": value,
        "exact": exact,
        "language": "en",
        "topic": "t",
        **more,
    }


def _money(amount, **more):
    return Money(amount=Decimal(amount), currency="EUR", **more)


GOLD = {"amount": 5, "currency": "EUR", "period": "none", "comparator": "exactly"}


def _measure(rows, facts, **more):
    return measure([*rows, *[_row(f"pad{n}", "rate", 0.5, "absent", doc="other") for n in range(15)]],
                   {"d": DocumentFacts(TEXT, facts)}, **more)  # fmt: skip


def test_a_value_is_found_by_kind_value_and_overlap():
    rows = [_row("a", "money", GOLD, "shall pay EUR 5")]
    assert _measure(rows, [_fact(_money(5), "EUR 5")])["recall"] == 1.0
    assert _measure(rows, [_fact(_money(6), "EUR 5")])["precision"] == 0.0
    elsewhere = _measure(rows, [_fact(_money(5), "own den")])
    assert (elsewhere["recall"], elsewhere["precision"], elsewhere["missed"]) == (0.0, None, ["a"])


def test_a_norm_needs_most_of_the_words_and_not_too_many_more():
    norm = Norm(kind="requirement", actor="A bear", modal="must", action="sleep")
    whole = "A bear must sleep until 1 May 2031 in its own den, far from all towns."
    assert (
        _measure(
            [_row("a", "requirement", "x", whole)],
            [_fact(norm, "A bear must sleep until 1 May 2031 in its own den,")],
        )["recall"]
        == 1.0
    )
    assert (
        _measure([_row("a", "requirement", "x", whole)], [_fact(norm, "A bear must sleep")])["precision"]
        == 0.0
    )
    assert _measure([_row("a", "requirement", "x", "A bear must")], [_fact(norm, whole)])["precision"] == 0.0


@pytest.mark.parametrize(
    ("fact", "fallen"),
    [(_money(5), 0), (_money(5, period="day", period_words="a day"), 1), (_money(6), 1)],
)
def test_a_trap_is_fallen_for_by_another_value_or_period(fact, fallen):
    told = _measure([_row("a", "money", GOLD, "EUR 5 a day", trap=True)], [_fact(fact, "EUR 5")])
    assert told["traps"] == {"rows": 1, "fallen": fallen}


def test_a_null_date_is_a_trap_for_any_date():
    row = _row("a", "date", {"date": None, "role": "in_force"}, "x", trap=True)
    assert trapped(row, LegalDate(role="in_force", date="2031-05-01", precision="day"))
    assert not trapped(row, LegalDate(role="in_force", date=None, precision="none", rule="later"))


def test_the_end_of_a_transition_is_a_period_of_the_gold():
    fact = _fact(LegalDate(role="ends", date="2031-05-01", precision="day"), "until 1 May 2031")
    told = _measure([_row("a", "period", "May sleep until 2031-05-01", "until 1 May 2031")], [fact])
    assert (told["recall"], told["precision"]) == (1.0, 1.0)


def test_twins_count_once_and_topics_are_kept_apart():
    rows = [
        _row("a", "money", GOLD, "EUR 5"),
        _row("b", "money", GOLD, "EUR 5", doc="e"),
        _row("c", "money", GOLD, "EUR 5", topic="u"),
    ]
    told = _measure(rows, [_fact(_money(5), "EUR 5")], topics=["t"], twins={"e": "d"})
    assert (told["rows"], told["found"]) == (1, 1)


def test_a_language_with_few_facts_is_reported_and_not_gated():
    told = _measure([_row("a", "money", GOLD, "EUR 5", language="mt")], [_fact(_money(5), "EUR 5")])
    assert (
        told["recall"],
        told["by"]["language"]["mt"]["recall"],
        told["by"]["language"]["mt"]["gated"],
    ) == (None, 1.0, False)


@pytest.mark.parametrize(
    ("kind", "value", "fact", "same"),
    [
        ("rate", 0.02, Rate(value=Decimal("0.02")), True),
        ("period", {"n": 1, "unit": "year"}, Period(n=Decimal(12), unit="month"), True),
        ("period", {"n": 14, "unit": "calendar days from the deal"}, Period(n=Decimal(14), unit="day"), True),
        ("period", {"n": 14, "unit": "working days"}, Period(n=Decimal(14), unit="day"), False),
        ("money", {**GOLD, "lower": 2}, _money(5, lower=Decimal(2)), True),
        ("money", GOLD, _money(5, lower=Decimal(2)), False),
    ],
)
def test_same_value(kind, value, fact, same):
    assert same_value(_row("a", kind, value, "x"), fact) is same


def test_places_leave_white_space_and_quotation_marks_aside():
    assert places("“a b”", 'x "a\n b" y') == (Span(2, 8),)
    assert places("zzz", TEXT) == ()
