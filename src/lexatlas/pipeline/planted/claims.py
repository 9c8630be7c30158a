"""Faults of claims and quotes: no quote, no source, other words than the source's (D4, D5, D6)."""

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise

from lexatlas.core.claims import Claim, Slot
from lexatlas.core.evidence import Quote, QuotePart
from lexatlas.core.statements import ClaimStatement
from lexatlas.core.templates import TEMPLATES, render
from lexatlas.pipeline.planted import edits
from lexatlas.pipeline.planted.sound import Made, Sound, Variant, added, labelled, requoted, swapped, told

Edit = Callable[[str, str], str]
_ENGLISH = ("glossed", "value", "deals-with")
"""Forms whose sentence is in our readers' language, whatever the law's is."""


# -- D5: a claim without a quote that says it -----------------------------------------------------------------


def no_quote(sound: Sound) -> Made:
    """Take a claim's quotes away."""
    for claim in sound.document.claims:
        yield swapped(sound.document, claim, claim.model_copy(update={"quotes": ()}))


def only_an_exception(sound: Sound) -> Made:
    """Leave the quote standing beside the sentence, where it supports nothing."""
    for claim in sound.document.claims:
        quotes = tuple(quote.model_copy(update={"role": "exception"}) for quote in claim.quotes)
        yield swapped(sound.document, claim, claim.model_copy(update={"quotes": quotes}))


def quote_of_another(sound: Sound) -> Made:
    """Give a claim the quote of another claim."""
    listed = sound.own_words()
    for claim, other in pairwise(listed):
        if sound.quoted(claim) != sound.quoted(other):
            yield swapped(sound.document, claim, claim.model_copy(update={"quotes": other.quotes}))


def said_otherwise(edit: Edit, sound: Sound) -> Made:
    """Change the sentence, and leave the quote as it is."""
    for claim in sound.own_words():
        sentence = edit(claim.sentence, sound.language)
        if sentence and sentence != claim.sentence:
            yield swapped(sound.document, claim, claim.model_copy(update={"sentence": sentence}))


def freely_otherwise(edit: Edit, sound: Sound) -> Made:
    """Change the sentence, and say that it was freely written."""
    for claim in sound.own_words():
        sentence = edit(claim.sentence, sound.language)
        if sentence and sentence != claim.sentence:
            free = {"sentence": sentence, "form": "free", "template": "", "slots": ()}
            yield swapped(sound.document, claim, claim.model_copy(update=free))


def in_the_slots(edit: Edit, sound: Sound) -> Made:
    """Change a slot and make the sentence of the slots again, so that form, slots and sentence agree."""
    for claim in sound.document.claims:
        language = "en" if claim.form in _ENGLISH else sound.language
        if claim.template not in TEMPLATES or not claim.slots:
            continue
        slots, changed = _changed(claim, edit, language)
        if changed:
            sentence = _as_before(claim, render(claim.template, slots))
            made = claim.model_copy(update={"slots": slots, "sentence": sentence})
            yield swapped(sound.document, claim, made)


def _changed(claim: Claim, edit: Edit, language: str) -> tuple[tuple[Slot, ...], bool]:
    slots = list(claim.slots)
    for at, slot in enumerate(slots):
        value = edit(slot.value, language) if slot.name != "locator" else ""
        if value and value != slot.value:
            words = value if slot.read_by == "words" else slot.words
            slots[at] = slot.model_copy(update={"value": value, "words": words})
            return tuple(slots), True
    return tuple(slots), False


def _as_before(claim: Claim, made: str) -> str:
    return f"{made}." if claim.sentence.endswith(".") and not made.endswith(".") else made


def stitched(sound: Sound) -> Made:
    """Say two rules of different places as one."""
    listed = [claim for claim in sound.own_words() if len(claim.quotes) == 1]
    for claim, other in pairwise(listed):
        if _article(claim) != _article(other):
            both = {"sentence": f"{claim.sentence} {other.sentence}", "quotes": (*claim.quotes, *other.quotes),
                    "template": "", "slots": ()}  # fmt: skip
            yield swapped(sound.document, claim, claim.model_copy(update=both))


def _article(claim: Claim) -> str:
    return re.split(r"[(,（]", claim.quotes[0].locator)[0].strip()


# -- D6: a quote without a source that has it -----------------------------------------------------------------


def unknown_source(sound: Sound) -> Made:
    """Name a source that the document does not have."""
    yield from _each_quote(sound, lambda quote: quote.model_copy(update={"source": "nowhere"}))


def another_source(sound: Sound) -> Made:
    """Name another source of the document than the one that was quoted."""
    for claim in sound.document.claims:
        others = [
            source.id for source in sound.document.sources if source.snapshot != claim.quotes[0].snapshot
        ]
        for other in others[:1]:
            quotes = tuple(quote.model_copy(update={"source": other}) for quote in claim.quotes)
            yield swapped(sound.document, claim, claim.model_copy(update={"quotes": quotes}))


def unknown_text(sound: Sound) -> Made:
    """Quote a text that nobody archived."""
    yield from _each_quote(sound, lambda quote: quote.model_copy(update={"snapshot": "0" * 64}))


def other_words(edit: Edit, sound: Sound) -> Made:
    """Change the words of quote and sentence alike: they agree with each other, and not with the source."""
    for claim in sound.own_words():
        part = claim.quotes[0].parts[-1]
        words = edit(part.exact, sound.language)
        sentence = edit(claim.sentence, sound.language)
        if words and sentence and words != part.exact:
            quotes = tuple(requoted(quote, part.exact, words) for quote in claim.quotes)
            update = {"quotes": quotes, "sentence": sentence, "template": "", "slots": ()}
            yield swapped(sound.document, claim, claim.model_copy(update=update))


def moved(sound: Sound) -> Made:
    """Say that the words stand a little further on."""

    def further(quote: Quote) -> Quote:
        parts = tuple(
            QuotePart(start=part.start + 7, end=part.end + 7, exact=part.exact) for part in quote.parts
        )
        return quote.model_copy(update={"parts": parts, "highlight": ()})

    yield from _each_quote(sound, further)


def cited_elsewhere(sound: Sound) -> Made:
    """Cite another article than the words stand in."""
    places = sorted({quote.locator for claim in sound.document.claims for quote in claim.quotes})
    for claim in sound.document.claims:
        other = next((place for place in places if place not in claim.quotes[0].locator
                      and claim.quotes[0].locator not in place), "")  # fmt: skip
        if other:
            quotes = tuple(quote.model_copy(update={"locator": other}) for quote in claim.quotes)
            yield swapped(sound.document, claim, claim.model_copy(update={"quotes": quotes}))


def torn_out(sound: Sound) -> Made:
    """Quote and say a true piece from the middle of a sentence."""
    for claim in sound.own_words():
        quote = claim.quotes[0]
        part = quote.parts[-1]
        words = edits.cut(part.exact, sound.language)
        if words and part.exact.startswith(words[: len(words) - 1]) and len(quote.parts) == 1:
            short = words.rstrip(" .。")
            cut = QuotePart(start=part.start, end=part.start + len(short), exact=short)
            made = quote.model_copy(update={"parts": (cut,), "highlight": (), "suffix": ""})
            update = {"quotes": (made,), "sentence": short, "template": "", "slots": ()}
            yield swapped(sound.document, claim, claim.model_copy(update=update))


def printed_bare(sound: Sound) -> Made:
    """Print words in quotation marks under Source Evidence, with nothing archived."""
    for claim in sound.own_words():
        bare = Claim(question=claim.question, form="free", sentence=f"“{claim.sentence}”")
        document, identity = added(sound.document, bare, "Nowhere")
        yield told(document, "Source Evidence", ClaimStatement(claim=identity)), identity


def _each_quote(sound: Sound, change: Callable[[Quote], Quote]) -> Made:
    for claim in sound.document.claims:
        quotes = tuple(change(quote) for quote in claim.quotes)
        yield swapped(sound.document, claim, claim.model_copy(update={"quotes": quotes}))


# -- D4: a number given a period that its source lacks --------------------------------------------------------


def label_with_period(sound: Sound) -> Made:
    """Name a sum by a label that gives it a period."""
    for claim in sound.document.claims:
        if any(sign.isdigit() for sign in claim.sentence):
            yield swapped(sound.document, claim, claim.model_copy(update={"label": "Yearly fee"}))


def stated_with_period(sound: Sound) -> Made:
    """State a sum of the law with a period under the summary points, outside of every claim."""
    for claim in sound.document.claims:
        number = next((word for word in claim.sentence.split() if any(sign.isdigit() for sign in word)), "")
        if number:
            yield labelled(sound.document, "Limit", f"{number} per month")


def slashed(sentence: str, language: str) -> str:
    """Write “/year” behind the longest number."""
    del language
    return edits.period(sentence, "en").replace(" per year", "/year")


def _turned(
    make: Callable[[Edit, Sound], Made], said: str, without: tuple[str, ...] = ()
) -> dict[str, Variant]:
    return {
        f"{name}, {said}": partial(make, edit) for name, edit in edits.TURNS.items() if name not in without
    }


WITHOUT_QUOTE: dict[str, Variant] = {
    "no quote": no_quote,
    "quote as exception only": only_an_exception,
    "quote of another claim": quote_of_another,
    "two rules said as one": stitched,
    **_turned(said_otherwise, "in the sentence"),
    **_turned(freely_otherwise, "in free words"),
    **_turned(in_the_slots, "in a slot", ("number turned round unseen",)),
}
WITHOUT_SOURCE: dict[str, Variant] = {
    "source unknown": unknown_source,
    "another source named": another_source,
    "text unknown": unknown_text,
    "place shifted": moved,
    "another article cited": cited_elsewhere,
    "torn out of its sentence": torn_out,
    "printed as evidence, bare": printed_bare,
    **_turned(other_words, "in quote and sentence"),
}
PERIODS: dict[str, Variant] = {
    "in the law's language": partial(said_otherwise, edits.period),
    "in the law's language, free words": partial(freely_otherwise, edits.period),
    "in the law's language, in a slot": partial(in_the_slots, edits.period),
    "as “/year”": partial(said_otherwise, slashed),
    "as “/year”, free words": partial(freely_otherwise, slashed),
    "as “/year”, in a slot": partial(in_the_slots, slashed),
    "in the quote too": partial(other_words, edits.period),
    "in the label": label_with_period,
    "beside every claim": stated_with_period,
}
