"""Claims made from a unit: its own words, its stem with the list named, a value under a label, or a pointer."""

import re
from collections.abc import Sequence

from lexatlas.analysts.extractive.asked_values import asked_first, asked_values
from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.glossed import (
    GLOSSED_WORDS,
    chain_slots,
    sentence_slots,
    term_slots,
    value_slot,
    words_of_parts,
)
from lexatlas.analysts.extractive.reading import ReadUnit
from lexatlas.codebook.own_questions import CARRIES
from lexatlas.codebook.topic import FactQuestion
from lexatlas.core.claims import Claim, ClaimForm, Slot, new_claim
from lexatlas.core.evidence import Quote, QuotePart, Segment, Span, Unit
from lexatlas.core.facts import Fact
from lexatlas.core.templates import foreign, render
from lexatlas.language.conditions import clauses
from lexatlas.language.gloss_locators import english_locator
from lexatlas.language.lists import bound, joined_by
from lexatlas.language.locators import paragraph_of
from lexatlas.language.modality import read_norm
from lexatlas.language.units import whole_list
from lexatlas.language.wording import sentence_of, without_mark
from lexatlas.retrieval.passages import hits_within

MAX_WORDS = 35
"""The longest sentence of ours, in words."""
QUOTED_WORDS = 70
"""The longest rule that is quoted whole as a claim where the code rests on it: its words are the law's, not ours."""
FEWEST = 2
"""Words after its modal that a stem needs to say anything: "must not become: points (a) and (b)" does not."""
MOST_ITEMS = 8
"""The longest list whose points are named in a sentence."""
NEARBY = 60
"""How many units before and after one its list may reach."""
VALUE_UNIT = 16
"""The longest unit, in words, whose value says enough under the question's label alone."""
NEIGHBOURS = 32
"""Characters kept on either side of a quote, to settle repeats."""
MERE_POINTER = "deals-with"
"""The template of a pointer that names a place alone, and no term that stands there."""
VALUED = "deals-with-value"
"""The template of a pointer that tells the values asked for."""
_VERB_FIRST = ("ar",)
_LABEL = re.compile(r"\([^)\s]{1,6}\)|\b[^\W_]{1,4}[.)]")
_WORD = re.compile(r"[^\W\d_]{2}")
_VALUES = ("money", "rate", "count", "period")


def claim_from(
    question: FactQuestion,
    unit: ReadUnit,
    found: ExtractedFact | None,
    exceptions: tuple[ReadUnit, ...] = (),
    most: int = MAX_WORDS,
) -> Claim | None:
    """Return the plainest claim that the unit carries for `question`; None when no form fits it.

    The law's own words come first, where they are at most `most` and in the reader's language: a list whole,
    else the unit; then a value under the question's label; then the stem of a list with its items named.
    """
    language = unit.text.snapshot.language
    same_language = not foreign(language)
    if not same_language:
        whole = _whole(unit)
        slots = sentence_slots(words_of_parts(_parts(unit, whole)), language, most)
        if slots:
            return _claim(question, unit, found, "glossed", "glossed", slots, exceptions, whole)
    for whole in _quotable(unit) if same_language else ():
        words = sentence_of(_parts(unit, whole))
        if words and len(words.split()) <= most:
            slots = (Slot(name="words", value=words, words=words),)
            return _claim(question, unit, found, "words", "quotation", slots, exceptions, whole)
    if found is not None and found.kind in _VALUES and not _alternatives(unit):
        claim = _value_claim(question, unit, found, exceptions)
        if claim is not None:
            return claim
    return _listed_claim(question, unit, found, exceptions) if same_language else None


def pointer(question: FactQuestion, unit: ReadUnit, held: Sequence[ExtractedFact] = ()) -> Claim | None:
    """Return "Article 5(1) deals with …" with the quote folded; None where nothing names the place.

    A unit without a number is named by the paragraph of its text ("Paragraph 4"). Where the unit is in another
    language, the values asked for follow, if `held`, the facts that answer, gives such; else the terms and values
    that stand there, in English.
    """
    whole = _whole(unit)
    place = place_of(unit, whole)
    if not place:
        return None
    if whole != unit.unit and _goes_on(unit, whole):
        # A place whose words the structure does not hold whole cannot be quoted whole either.
        return None
    cue = _cue(question, unit)
    if cue is None:
        return None
    language = unit.text.snapshot.language
    slots: tuple[Slot, ...] = (
        Slot(name="locator", value=place, read_by="locator"),
        Slot(name="question", value=_lower(question.label), words=cue[1], read_by="label", row=cue[0]),
    )
    named, template = _named(unit, whole, slots, question) if foreign(language) else ((), MERE_POINTER)
    values = asked_values(question, unit, held) if foreign(language) else []
    chained = template.endswith("-chain")
    if values and not chained and (asked_first(question) or template == MERE_POINTER):
        valued = (*slots, *(slot for _, slot in values))
        if len(render(VALUED, valued).split()) <= MAX_WORDS:
            return _claim(question, unit, values[0][0], "deals-with", VALUED, valued, (), whole)
    return _claim(question, unit, None, "deals-with", template, (*slots, *named), (), whole)


def place_of(unit: ReadUnit, whole: Unit) -> str:
    """Return a citation in English, else the paragraph of the text; "" where neither names the place."""
    if whole.locator:
        return english_locator(whole.locator, unit.text.snapshot.language)
    return paragraph_of(unit.text.text.segments, whole.parts[0].start)


def _named(
    unit: ReadUnit, whole: Unit, fixed: tuple[Slot, ...], question: FactQuestion
) -> tuple[tuple[Slot, ...], str]:
    """Return what stands at a place, and the template for it: word for word, else the terms that it names."""
    words, language = words_of_parts(_parts(unit, whole)), unit.text.snapshot.language
    taken = len(render(MERE_POINTER, fixed).split())
    start = "carries" if question.id == CARRIES.id else "deals-with"
    links = chain_slots(words, language, GLOSSED_WORDS - taken)
    if links:
        return links, f"{start}-chain"
    terms = term_slots(words, language, MAX_WORDS - taken)
    return terms, f"{start}-terms" if terms else MERE_POINTER


def quote_of(unit: ReadUnit, whole: Unit, highlight: tuple[Span, ...] = (), role: str = "support") -> Quote:
    """Return the exact words of a unit with their place, locator and neighbours."""
    text = unit.text.text.text
    first, last = whole.parts[0], whole.parts[-1]
    return Quote.model_validate(
        {
            "snapshot": unit.text.snapshot.text,
            "source": unit.source.id,
            "locator": whole.locator,
            "part": whole.part,
            "language": unit.text.snapshot.language,
            "parts": tuple(
                QuotePart(start=p.start, end=p.end, exact=text[p.start : p.end]) for p in whole.parts
            ),
            "highlight": tuple(
                span
                for span in highlight
                if any(p.start <= span.start and span.end <= p.end for p in whole.parts)
            ),
            "prefix": text[max(0, first.start - NEIGHBOURS) : first.start],
            "suffix": text[last.end : last.end + NEIGHBOURS],
            "role": role,
        }
    )


def _parts(unit: ReadUnit, whole: Unit) -> list[str]:
    text = unit.text.text.text
    return [text[part.start : part.end] for part in whole.parts]


def _alternatives(unit: ReadUnit) -> bool:
    return bound(unit.text.text, unit.unit, unit.text.snapshot.language)


def _quotable(unit: ReadUnit) -> tuple[Unit, ...]:
    """Return what may be told in the law's own words, best first: a whole list says more than its points named."""
    whole = whole_list(unit.text.text, unit.unit, unit.text.snapshot.language)
    return (whole,) if _alternatives(unit) else tuple(dict.fromkeys((whole, unit.unit)))


def _whole(unit: ReadUnit) -> Unit:
    """Return the unit, or its whole list where one item alone would say something else."""
    if _alternatives(unit):
        return whole_list(unit.text.text, unit.unit, unit.text.snapshot.language)
    return unit.unit


def _listed_claim(
    question: FactQuestion, unit: ReadUnit, found: ExtractedFact | None, exceptions: tuple[ReadUnit, ...]
) -> Claim | None:
    if len(unit.unit.parts) < 2:
        return None
    whole = whole_list(unit.text.text, unit.unit, unit.text.snapshot.language)
    stem = without_mark(_parts(unit, whole)[0]).rstrip(" ,;:—–")
    names = item_names(unit, whole)
    norm = read_norm(stem, unit.text.snapshot.language)
    says = norm is not None and len(stem[norm.modal.end :].split()) >= FEWEST
    if not names or not says or _goes_on(unit, whole):
        # "Any person that, before the day, held a licence: (a), (b)" says nothing without its items.
        return None
    word = joined_by(_parts(unit, whole)[1 : len(names)])
    items = "point " + names[0] if len(names) == 1 else f"points {', '.join(names[:-1])} {word} {names[-1]}"
    slots = (
        Slot(name="stem", value=f"{stem}:", words=stem),
        Slot(name="items", value=items, read_by="locator"),
    )
    if len(render("listed", slots).split()) > MAX_WORDS:
        return None
    return _claim(question, unit, found, "listed", "listed", slots, exceptions, whole)


def item_names(unit: ReadUnit, whole: Unit) -> list[str]:
    """Return the labels of the items right under the stem of a whole list, as "(a)".

    Empty where a list is longer than a reader can use, has an item without a label, or one that was repealed
    or is a note: such a list cannot be named whole.
    """
    items = [s for s in unit.text.text.segments if s.kind == "item" and s.parent == whole.segment]
    if len(items) > MOST_ITEMS or not all(item.label and _alive(unit, whole, item) for item in items):
        return []
    return [f"({item.label.strip('().').strip()})" for item in items]


def _goes_on(unit: ReadUnit, whole: Unit) -> bool:
    """Return whether a list has words after its points, or a point more than its first sentence holds.

    The names of the points would leave such words out. Notes in between are none.
    """
    items = [s for s in unit.text.text.segments if s.kind == "item" and s.parent == whole.segment]
    if any(all(not item.start <= part.start < item.end for item in items) for part in whole.parts[1:]):
        return True
    near = [u.unit for u in unit.text.units[max(0, unit.order - NEARBY) : unit.order + NEARBY]]
    held = sorted(part for u in near if len(u.parts) > 1 or u.part == "note" for part in u.parts)
    return any(_WORD.search(_uncovered(unit.text.text.text, item, held)) for item in items)


def _uncovered(text: str, item: Segment, held: list[Span]) -> str:
    left, at = [], item.start
    for part in held:
        if item.start <= part.start < item.end:
            left.append(text[at : part.start])
            at = max(at, part.end)
    return _LABEL.sub(" ", " ".join([*left, text[at : item.end]]))


def _alive(unit: ReadUnit, whole: Unit, item: Segment) -> bool:
    """Return whether an item holds a unit of the same part of the text as its list."""
    near = (u.unit for u in unit.text.units[max(0, unit.order - NEARBY) : unit.order + NEARBY])
    return any(u.part == whole.part and item.start <= u.parts[-1].start < item.end for u in near)


def _value_claim(
    question: FactQuestion, unit: ReadUnit, found: ExtractedFact, exceptions: tuple[ReadUnit, ...]
) -> Claim | None:
    """Return "Label: value" for a value that stands outside a rule, as in a table; None for any other.

    A value inside a rule says nothing without who must, when, and on what condition: the rule is quoted whole.
    Nor does one inside a long sentence, which says of whom or of what it is.
    """
    text, language = unit.text.text.text, unit.text.snapshot.language
    value = " ".join(" ".join(text[span.start : span.end] for span in found.highlight).split())
    cue = _cue(question, unit)
    if cue is None or not value or unit.norm is not None or clauses(unit.words, language):
        return None
    if len(unit.words.split()) > VALUE_UNIT or _in_prose(unit):
        return None
    slots = (
        Slot(name="label", value=question.label, words=cue[1], read_by="label", row=cue[0]),
        value_slot(value, language) if foreign(language) else Slot(name="value", value=value, words=value),
    )
    if len(render("value", slots).split()) > MAX_WORDS:
        return None
    return _claim(question, unit, found, "value", "value", slots, exceptions)


def _in_prose(unit: ReadUnit) -> bool:
    """Return whether a unit is a sentence of another language that bids without a modal, its verb first or not.

    A row, a cell or what follows a colon is none, nor is an item under a stem.
    """
    language = unit.text.snapshot.language
    ended = foreign(language) and unit.words.rstrip().endswith((".", "。"))
    if not (ended or language.split("-")[0] in _VERB_FIRST) or len(unit.unit.parts) > 1:
        return False
    segment = unit.text.text.segments[unit.unit.segment] if unit.unit.segment >= 0 else None
    tabled = segment is not None and segment.kind in ("row", "cell", "table", "item")
    return not tabled and not re.search(r"[:：]\s*\S", without_mark(unit.words))


def _cue(question: FactQuestion, unit: ReadUnit) -> tuple[str, str] | None:
    """Return (family/cue, the words in the unit) of the first cue that ties the unit to the question.

    A term that the law coined is none: the check has only the codebook to look it up in.
    """
    wanted = (*question.all, *question.any)
    listed = unit.text.listed
    for part in unit.unit.parts:
        for hit in hits_within(unit.text.hits, part.start, part.end):
            if hit.family in wanted and hit.cue in listed.get(hit.family, ()):
                return f"{hit.family}/{hit.cue}", unit.text.text.text[hit.start : hit.end]
    return None


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:] if not label[:2].isupper() else label


def _claim(
    question: FactQuestion,
    unit: ReadUnit,
    found: ExtractedFact | None,
    form: ClaimForm,
    template: str,
    slots: tuple[Slot, ...],
    exceptions: tuple[ReadUnit, ...],
    whole: Unit | None = None,
) -> Claim:
    facts: tuple[Fact, ...] = (found.fact,) if found else ()
    quotes = [quote_of(unit, whole or unit.unit, found.highlight if found else ())]
    quotes += [quote_of(each, each.unit, (), "exception") for each in exceptions]
    return new_claim(
        Claim(
            question=question.id,
            label=question.label,
            form=form,
            template=template,
            slots=slots,
            sentence=render(template, slots),
            facts=facts,
            quotes=tuple(quotes),
            holds=unit.holds,
            force=unit.force,
        )
    )
