"""Faults of papers: drafts as law (D3), superseded beside superseding (D7), chatter (D8), another country's (D9)."""

from functools import partial

from lexatlas.core.claims import Claim, ForceState
from lexatlas.core.document import Document, ForceShown, InstrumentEntry
from lexatlas.core.evidence import InstrumentKind, PartOfText, Quote, QuotePart
from lexatlas.core.statements import RecordStatement
from lexatlas.pipeline.planted.edits import words_for
from lexatlas.pipeline.planted.sound import Made, Sound, Variant, added, labelled, swapped, told

_PAPERS = ("Consultation paper on tokens", "Report on the market in tokens", "Discussion draft: token rules",
           "Green paper on tokens")  # fmt: skip


def _entry(sound: Sound, title: str, kind: InstrumentKind) -> InstrumentEntry:
    return InstrumentEntry(id="planted", title=title, kind=kind, maturity="in-force", force="not shown", group="law",
                           reference="No. 9", sources=tuple(s.id for s in sound.document.sources[:1]))  # fmt: skip


def _listed(sound: Sound, entry: InstrumentEntry) -> Document:
    return sound.document.model_copy(update={"instruments": (*sound.document.instruments, entry)})


def kind_that_is_no_law(sound: Sound) -> Made:
    """List a draft, by its kind, among the laws."""
    for kind in ("draft", "consultation", "report", "bill"):
        yield _listed(sound, _entry(sound, "Token Sales Order", kind))


def pending_as_law(sound: Sound) -> Made:
    """Move what is pending among the laws, and leave it its kind."""
    for entry in sound.document.instruments:
        if entry.group == "pending":
            rows = tuple(one.model_copy(update={"group": "law"}) if one.id == entry.id else one
                         for one in sound.document.instruments)  # fmt: skip
            yield sound.document.model_copy(update={"instruments": rows})


def draft_by_title(sound: Sound) -> Made:
    """List as an act what its title, in the law's language, calls a draft."""
    title = words_for(sound.language).get("draft")
    if title:
        yield _listed(sound, _entry(sound, title, "act"))


def paper_by_title(sound: Sound) -> Made:
    """List as an act what its title calls a paper."""
    for title in _PAPERS:
        yield _listed(sound, _entry(sound, title, "act"))


def code_from_no_law(kind: InstrumentKind, sound: Sound) -> Made:
    """Let the code rest on a source that is no law, and nothing else."""
    if sound.document.status.coded:
        sources = tuple(
            source.model_copy(update={"kind": kind, "tier": "T2"}) for source in sound.document.sources
        )
        yield sound.document.model_copy(update={"sources": sources})


def code_from_the_press(sound: Sound) -> Made:
    """Let the code rest on a newspaper."""
    if sound.document.status.coded:
        sources = tuple(
            source.model_copy(update={"kind": "news", "tier": "T5", "secondary": True})
            for source in sound.document.sources
        )
        yield sound.document.model_copy(update={"sources": sources})


def of_a_part(parts: tuple[PartOfText, ...], sound: Sound) -> Made:
    """Quote a part that lays down no rule as if it did: its own words, told as operative."""
    for source in sound.document.sources:
        text = sound.texts.get(source.snapshot)
        for segment in text.segments if text else ():
            words = text.text[segment.start : segment.end].strip() if text else ""
            if segment.part not in parts or not 60 < len(words) < 600 or "\n" in words:
                continue
            at = text.text.index(words, segment.start) if text else 0
            part = QuotePart(start=at, end=at + len(words), exact=words)
            quote = Quote(snapshot=source.snapshot, source=source.id, locator=segment.mark or segment.label,
                          part="operative", language=source.language, parts=(part,))  # fmt: skip
            claim = Claim(
                question=_question(sound), form="words", sentence=words, quotes=(quote,), force="in force"
            )
            yield added(sound.document, claim)


def _question(sound: Sound) -> str:
    return next((claim.question for claim in sound.document.claims), "licence")


NOT_LAW: dict[str, Variant] = {
    "a draft by its kind": kind_that_is_no_law,
    "what is pending": pending_as_law,
    "a draft by its title": draft_by_title,
    "a paper by its title": paper_by_title,
    "the code from a bill": partial(code_from_no_law, "bill"),
    "the code from a consultation": partial(code_from_no_law, "consultation"),
    "the code from a report": partial(code_from_no_law, "report"),
    "the code from a newspaper": code_from_the_press,
    "a recital as a rule": partial(of_a_part, ("recital",)),
    "an amendment not in force as a rule": partial(of_a_part, ("amendment-not-in-force",)),
    "a note as a rule": partial(of_a_part, ("note", "heading")),
}

# -- D7 -------------------------------------------------------------------------------------------------------


def in_force_unshown(states: tuple[ForceState, ...], sound: Sound) -> Made:
    """Mark as in force what is not shown to be, or no longer is."""
    for claim in sound.document.claims:
        if claim.force in states:
            yield swapped(sound.document, claim, claim.model_copy(update={"force": "in force"}))


def head_in_force(sound: Sound) -> Made:
    """Say at the head that the law is in force, where its claims do not show it."""
    if sound.document.force.state != "in force":
        shown = ForceShown(state="in force", sentence=f"On {sound.document.brief.as_of}.")
        yield sound.document.model_copy(update={"force": shown})


def old_words_beside_new(sound: Sound) -> Made:
    """Quote the words that another text has put an end to beside that text, as in force."""
    for claim in sound.document.claims:
        if claim.force in ("superseded", "repealed"):
            again = claim.model_copy(update={"force": "in force", "label": "", "holds": type(claim.holds)()})
            yield added(sound.document, again)


def ended_listed_as_holding(sound: Sound) -> Made:
    """List as in force an instrument that has ended or has not begun."""
    for entry in sound.document.instruments:
        if entry.force != "in force" and entry.group == "law":
            rows = tuple(
                one.model_copy(update={"force": "in force", "maturity": "in-force"})
                if one.id == entry.id
                else one
                for one in sound.document.instruments
            )
            yield sound.document.model_copy(update={"instruments": rows})


SUPERSEDED: dict[str, Variant] = {
    "ended, marked in force": partial(in_force_unshown, ("superseded", "repealed")),
    "not begun, marked in force": partial(in_force_unshown, ("not yet",)),
    "not shown, marked in force": partial(in_force_unshown, ("not shown",)),
    "the head says in force": head_in_force,
    "ended words added as in force": old_words_beside_new,
    "old text quoted in an amendment": partial(of_a_part, ("quoted-old-text",)),
    "listed as in force": ended_listed_as_holding,
}

# -- D8 -------------------------------------------------------------------------------------------------------

_UNFILLED = ("Act No. [Not Specified in Snippets]", "[insert title]", "TBD", "{{ title }}", "[n.d.]", "Act No. ____",
             "[to be confirmed]", "N/A")  # fmt: skip
_CHATTER = ("Sure, here is the summary you asked for.", "As an AI language model, I cannot give legal advice.",
            "Based on the search results provided, the following applies.", "I hope this helps!",
            "Here's a breakdown of the key points:", "Let me know if you need more detail.")  # fmt: skip


def title_unfilled(sound: Sound) -> Made:
    """Leave a placeholder in the title or the number of a law."""
    own = words_for(sound.language).get("unfilled")
    for words in (*_UNFILLED, *((own,) if own else ())):
        yield _listed(sound, _entry(sound, words, "act"))
        entry = _entry(sound, "Token Sales Act", "act")
        yield _listed(sound, entry.model_copy(update={"reference": words}))


def head_unfilled(sound: Sound) -> Made:
    """Leave a placeholder at the head."""
    for update in ({"second_line": "Holding: [to be determined]"}, {"note": "As of [insert date]."},
                   {"name": "{{ code_name }}"}):  # fmt: skip
        yield sound.document.model_copy(update={"status": sound.document.status.model_copy(update=update)})


def chatter_in_a_claim(sound: Sound) -> Made:
    """Put what a program said to its user before a sentence."""
    own = words_for(sound.language).get("chatter")
    for words in ((own,) if own else ()) + _CHATTER:
        for claim in sound.own_words()[:1]:
            yield swapped(
                sound.document, claim, claim.model_copy(update={"sentence": f"{words} {claim.sentence}"})
            )


def chatter_as_label(sound: Sound) -> Made:
    """Print it beside the claims."""
    own = words_for(sound.language).get("chatter")
    for words in ((own,) if own else ()) + _CHATTER:
        yield labelled(sound.document, words, section="Executive Summary")


def chatter_as_record(sound: Sound) -> Made:
    """Print it as a record of the search."""
    entry = tuple(each.id for each in sound.document.ledger[:1])
    for words in _CHATTER:
        yield told(sound.document, "Notes", RecordStatement(sentence=words, ledger=entry))


LEFT_IN: dict[str, Variant] = {
    "a title or number unfilled": title_unfilled,
    "the head unfilled": head_unfilled,
    "chatter in a claim": chatter_in_a_claim,
    "chatter as a label": chatter_as_label,
    "chatter as a record": chatter_as_record,
}

# -- D9 -------------------------------------------------------------------------------------------------------

_COUNTRIES = ("Kazakhstan", "Japan", "Brazil")


def source_of_another(sound: Sound) -> Made:
    """Give out another country's law as the place's own: its sources belong elsewhere."""
    other = "KZ" if sound.document.brief.jurisdiction != "KZ" else "JP"
    sources = tuple(source.model_copy(update={"jurisdiction": other}) for source in sound.document.sources)
    yield sound.document.model_copy(update={"sources": sources})


def asked_of_another(sound: Sound) -> Made:
    """Put another country at the head of the page."""
    brief = sound.document.brief.model_copy(update={"jurisdiction": "JP", "jurisdiction_name": "Japan"})
    yield sound.document.model_copy(update={"brief": brief})


def country_named(sound: Sound) -> Made:
    """Say of another country what the law says of its own."""
    for claim in sound.own_words():
        for country in _COUNTRIES:
            sentence = f"In {country}, {claim.sentence[:1].lower()}{claim.sentence[1:]}"
            free = {"sentence": sentence, "form": "free", "template": "", "slots": ()}
            yield swapped(sound.document, claim, claim.model_copy(update=free))


def authority_swapped(sound: Sound) -> Made:
    """Put another country's authority in the place of the subject."""
    foreign = words_for(sound.language).get("foreign", "")
    for claim in sound.own_words():
        words = claim.sentence.split(" ")
        if foreign and len(words) > 5:
            sentence = " ".join([foreign, *words[2:]])
            yield swapped(sound.document, claim, claim.model_copy(update={"sentence": sentence}))


def authority_in_the_label(sound: Sound) -> Made:
    """Name another country's authority beside the claims."""
    for words in ("U.S. Securities and Exchange Commission", "Financial Services Agency of Japan"):
        yield labelled(sound.document, "Supervisor", words)


def law_of_another(sound: Sound) -> Made:
    """List another country's law among the place's own."""
    source = sound.document.sources[0].model_copy(
        update={"id": "elsewhere", "jurisdiction": "KZ", "title": "Law on Digital Assets No. 193-VII"}
    )
    document = sound.document.model_copy(update={"sources": (*sound.document.sources, source)})
    entry = _entry(sound, source.title, "act").model_copy(update={"sources": (source.id,)})
    yield document.model_copy(update={"instruments": (*document.instruments, entry)})


ELSEWHERE: dict[str, Variant] = {
    "sources of another country": source_of_another,
    "another country at the head": asked_of_another,
    "another country in the sentence": country_named,
    "another authority in the sentence": authority_swapped,
    "another authority beside": authority_in_the_label,
    "another country's law listed": law_of_another,
}
