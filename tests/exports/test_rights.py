"""Nobody finds more of a source that is not open than may be shown, wherever he looks."""

import json
import re

import pytest

from lexatlas.bundle import to_payload
from lexatlas.core.claims import CheckAnswer, Claim, Slot, Verdict, new_claim
from lexatlas.core.document import InstrumentEntry
from lexatlas.core.evidence import CanonicalText, Quote, QuotePart
from lexatlas.core.excerpts import AROUND as AROUND_QUOTES
from lexatlas.core.facts import LegalDate, Norm
from lexatlas.core.statements import ClaimStatement, Section
from lexatlas.exports import EXPORTERS
from lexatlas.exports.view.rights import EXCERPT, PRIVATE, WORDS_A_QUOTE
from lexatlas.pipeline.enclose import enclose
from tests.exports.sample import PROVENANCE, SNAPSHOTS, SOURCES, STANDING, coded

NUMBER_OF_WORDS, A_UNIT, UNITS, APART = 3000, 90, 8, 300
WORDS = [f"zq{number:04}" for number in range(NUMBER_OF_WORDS)]
TEXT = " ".join(WORDS)
LENGTH = len(WORDS[0]) + 1
"""Signs that each word takes; all words are as long, so a place in words is a place in signs."""
CAP = NUMBER_OF_WORDS // 20


def quote_of(first):
    start, end = first * LENGTH, (first + A_UNIT) * LENGTH - 1
    part = QuotePart(start=start, end=end, exact=TEXT[start:end])
    return Quote(
        snapshot=SNAPSHOTS[4].text,
        source="paper",
        locator=f"para. {first}",
        part="operative",
        language="en",
        parts=(part,),
    )


def claim_on(first, form):
    """Return a claim that tells words of its unit in every place that a claim has for them."""
    quote = quote_of(first)
    words = quote.words.split()
    return new_claim(
        Claim(
            question="fees",
            form=form,
            sentence=" ".join(words[:70]),
            quotes=(quote, quote.model_copy(update={"role": "exception"})),
            slots=(
                Slot(name="words", value=" ".join(words[:40]), words=" ".join(words[40:80]), read_by="words"),
            ),
            facts=(
                Norm(kind="prohibition", actor=" ".join(words[60:70]), modal="shall", action=words[85]),
                LegalDate(role="in_force", date=None, precision="day", rule=" ".join(words[70:88])),
            ),
        )
    )


def verdict_on(claim):
    last = tuple(claim.quotes[0].words.split()[-10:])
    answer = CheckAnswer(check="context", answer="no", words=last, reason="Words are missing.")
    return Verdict(claim=claim.id, code="partial", left_out=last, answers=(answer,))


def document(rights):
    claims = tuple(
        claim_on(number * APART, form)
        for number, form in enumerate(("words", "listed", "value", "free", "deals-with", "words") * 2)
        if number < UNITS
    )
    entry = InstrumentEntry(
        id="paper",
        title="Fees of platforms",
        kind="report",
        maturity="none",
        force="not shown",
        group="other",
        dates=(claims[0].facts[1],),
        date_claims=(claims[0].id,),
        sources=("paper",),
    )
    sources = tuple(each.model_copy(update={"rights": rights}) for each in SOURCES)
    snapshots = tuple(each.model_copy(update={"length": len(TEXT)}) for each in SNAPSHOTS)
    section = Section(
        name="Detailed Explanation",
        statements=tuple(ClaimStatement(claim=claim.id, group="Fees?") for claim in claims),
    )
    return coded(
        claims=claims,
        verdicts=tuple(map(verdict_on, claims)),
        sections=(section,),
        sources=sources,
        snapshots=snapshots,
        instruments=(entry,),
        status=coded().status.model_copy(update={"reasons": (), "flags": ()}),
    )


def found_in(data):
    return {int(number) for number in re.findall(rb"zq(\d{4})", data)}


def inside(first, around=0):
    near = -(-around // LENGTH)
    return set(range(max(0, first - near), first + A_UNIT + near))


UNIT_STARTS = [number * APART for number in range(UNITS)]


@pytest.mark.parametrize("name", ["html", "md"])
def test_no_more_is_shown_than_the_cap(name):
    shown = found_in(EXPORTERS[name](document("quote-only"), PROVENANCE, STANDING))
    by_unit = [len(shown & inside(first)) for first in UNIT_STARTS]
    assert shown <= set().union(*map(inside, UNIT_STARTS))
    assert max(by_unit) <= WORDS_A_QUOTE
    assert 0 < len(shown) <= CAP


@pytest.mark.parametrize("name", ["html", "md"])
def test_what_is_cut_says_so(name):
    text = EXPORTERS[name](document("quote-only"), PROVENANCE, STANDING).decode()
    assert f"Cut to {WORDS_A_QUOTE} of {A_UNIT} words: this source may be quoted only in part." in text
    assert "The whole unit was checked." in text
    assert EXCERPT in text


@pytest.mark.parametrize("rights", ["open", "private"])
def test_what_is_open_or_ones_own_is_shown_whole(rights):
    shown = found_in(EXPORTERS["html"](document(rights), PROVENANCE, STANDING))
    assert shown == set().union(*map(inside, UNIT_STARTS))


def test_the_data_file_holds_the_units_and_says_what_they_are():
    data = EXPORTERS["json"](document("quote-only"), PROVENANCE, STANDING)
    assert found_in(data) == set().union(*map(inside, UNIT_STARTS))
    told = {each["source"]: each for each in json.loads(data)["rights"]}
    assert told["paper"]["rights"] == "quote-only"
    assert told["paper"]["sentence"].endswith(EXCERPT)


def bundled(rights):
    made, text = document(rights), CanonicalText(text=TEXT, segments=())
    snapshot = SNAPSHOTS[4]
    bundle = enclose(
        made,
        PROVENANCE,
        {snapshot.text: text},
        {snapshot.raw: TEXT.encode()},
        {},
        lambda *values: EXPORTERS["html"](made, PROVENANCE, STANDING),
    )
    return b"\n".join(to_payload(bundle).values())


def test_in_a_bundle_the_units_travel_with_two_hundred_signs_either_side():
    data = bundled("quote-only")
    near = set().union(*(inside(first, AROUND_QUOTES) for first in UNIT_STARTS))
    assert found_in(data) <= near
    assert found_in(data) >= set().union(*map(inside, UNIT_STARTS))


def test_a_private_bundle_is_whole_and_says_that_it_stays():
    data = bundled("private")
    assert found_in(data) == set(range(NUMBER_OF_WORDS))
    assert PRIVATE.encode() in data


def test_private_files_are_marked_on_page_sheet_text_and_data():
    made = document("private")
    html = EXPORTERS["html"](made, PROVENANCE, STANDING).decode()
    banner, sheets = html.split("<body", 1)[1], html.split("@bottom-left", 1)[1].split("</style>", 1)[0]
    assert PRIVATE in banner
    assert "Not for passing on" in sheets
    assert EXPORTERS["md"](made, PROVENANCE, STANDING).decode().count("Not for passing on") >= 2
    data = json.loads(EXPORTERS["json"](made, PROVENANCE, STANDING))
    assert data["not_for_passing_on"] is True
