"""Opposite rules are settled by rank, then by date, then by the more specific; what is left conflicts."""

import pytest

from lexatlas.checks import conflicts
from lexatlas.checks.verdict import judge_claim, judge_claims, view_of
from lexatlas.checks.view import View
from lexatlas.language.wording import sentence_of
from tests.checks.statutes import claim, law

ALLOWED = "article|1|Article 1\nparagraph|1|(1) A retail client may buy unsecured coins."
BARRED = "article|4|Article 4\nparagraph|1|(1) A retail client shall not buy unsecured coins."
BARRED_IF = BARRED[:-1] + ", unless the client has passed a test."


def settled(first, second):
    """Verdict codes and reasons of two claims, one from each law."""
    places = [law(rows, "en", kind=kind) for rows, kind, _ in (first, second)]
    named = zip(("law-1", "law-2"), (first[2], second[2]), places, strict=True)
    sources = [place.source.model_copy(update={"id": id_, "date": date}) for id_, date, place in named]
    claims = []
    for place, source in zip(places, sources, strict=True):
        unit = place.units[-1]
        claims.append(claim(sentence_of(place.words(unit)), [place.quote(unit, source=source.id)]))
    view = View(
        {p.sha: p.text for p in places}, {p.sha: "en" for p in places}, {}, {s.id: s for s in sources}
    )
    view.settled = conflicts.settle(claims, view)
    found = [judge_claim(each, view) for each in claims]
    reasons = [next(a.reason for a in verdict.answers if a.check == "conflicts") for verdict in found]
    return [verdict.code for verdict in found], reasons


NONE = "No claim of this analysis says otherwise."


@pytest.mark.parametrize(
    ("first", "second", "codes", "reasons"),
    [
        ((ALLOWED, "act", "2024-01-01"), (BARRED, "order", "2025-01-01"), ["verified", "contradicted"],
         [NONE, "A norm of higher rank says otherwise."]),
        ((ALLOWED, "act", "2024-01-01"), (BARRED, "news", "2025-01-01"), ["verified", "contradicted"],
         [NONE, "A norm of higher rank says otherwise."]),
        ((ALLOWED, "act", "2024-01-01"), (BARRED, "act", "2025-01-01"), ["verified", "verified"],
         ["Superseded by a later rule.", NONE]),
        ((ALLOWED, "act", "2024-01-01"), (BARRED_IF, "act", "2024-01-01"), ["verified", "verified"],
         ["A more specific rule stands beside it.", NONE]),
        ((ALLOWED, "act", "2024-01-01"), (BARRED, "act", "2024-01-01"), ["contradicted", "contradicted"],
         ["A quote of the same rank and date says otherwise: the code is contested."] * 2),
        ((ALLOWED, "act", "2024-01-01"), (ALLOWED.replace("Article 1", "Article 2"), "act", "2024-01-01"),
         ["verified", "verified"], [NONE, NONE]),
    ],
    ids=["rank", "no law", "later", "specific", "open", "same force"],
)  # fmt: skip
def test_opposite_rules(first, second, codes, reasons):
    assert settled(first, second) == (codes, reasons)


def test_a_document_is_searched_for_conflicts_among_what_matches():
    first, second = law(ALLOWED, "en"), law(BARRED, "en")
    claims = [claim(sentence_of(p.words(p.units[-1])), [p.quote(p.units[-1])]) for p in (first, second)]
    texts = {place.sha: place.text for place in (first, second)}
    found = judge_claims(claims, texts, languages=dict.fromkeys(texts, "en"))

    assert [found[each.id].code for each in claims] == ["contradicted", "contradicted"]
    assert view_of(claims, texts).sources == {}
