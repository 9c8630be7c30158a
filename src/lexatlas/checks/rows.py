"""Whether a slot that is not the quote's own words is read from them by our data or our readers."""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from lexatlas.checks.tokens import plain
from lexatlas.checks.unittext import UnitText
from lexatlas.checks.view import View
from lexatlas.codebook.own_questions import OWN_QUESTIONS
from lexatlas.core.claims import Claim, Slot
from lexatlas.core.templates import READER_LANGUAGE, foreign
from lexatlas.language.calendar import dates_in
from lexatlas.language.critical import critical
from lexatlas.language.cues import CueMatcher, phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.money import amounts
from lexatlas.language.numerals import numbers
from lexatlas.language.quantities import periods, rates
from lexatlas.language.terms import content_words, stems


def same_meaning(slot: Slot, language: str, view: View) -> bool:
    """Return whether the slot's value is what its words say, read by data that both sides share."""
    if not slot.words.strip():
        return False
    if slot.read_by == "reading":
        return bool(_readings(slot.value, READER_LANGUAGE)) and _readings(
            slot.value, READER_LANGUAGE
        ) == _readings(slot.words, language)
    if slot.read_by == "cue":
        return _same_cue(slot, language)
    return slot.read_by == "gazetteer" and _same_name(slot, view)


@lru_cache(maxsize=4096)
def _readings(words: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Return what the words are read as; nothing when a word of content lies outside every reading."""
    text = plain(words)
    for read in _READERS:
        found = read(text, language)
        if found and not _outside(text, [span for span, _ in found], language):
            return tuple(value for _, value in found)
    return ()


Found = list[tuple[tuple[int, int], tuple[str, ...]]]


def _money(text: str, language: str) -> Found:
    rows = amounts(text, language)
    return [(row.span, ("money", str(row.value.amount.normalize()), row.value.currency, row.value.comparator,
                        row.value.period, str(row.value.lower))) for row in rows]  # fmt: skip


def _rates(text: str, language: str) -> Found:
    return [
        (row.span, ("rate", str(row.value.value.normalize()), row.value.comparator))
        for row in rates(text, language)
    ]


def _periods(text: str, language: str) -> Found:
    rows = periods(text, language)
    return [(row.span, ("period", str(row.value.n), row.value.unit, row.value.comparator)) for row in rows]


def _dates(text: str, language: str) -> Found:
    return [(row.span, ("date", str(row.date), row.precision)) for row in dates_in(text, language)]


def _numbers(text: str, language: str) -> Found:
    return [(row.span, ("number", str(row.value.normalize()))) for row in numbers(text, language)]


_READERS: tuple[Callable[[str, str], Found], ...] = (_money, _rates, _periods, _dates, _numbers)


def _outside(text: str, spans: Iterable[tuple[int, int]], language: str) -> list[str]:
    rest = list(text)
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    return content_words("".join(rest), language)


SAME_MEANING = {
    **{f"modals/{force}": ("modals", force) for force in ("required", "prohibited", "permitted", "exempt")},
    **{
        f"dates.roles/{role}": ("dates.roles", role)
        for role in ("adopted", "signed", "published", "in_force", "applies_from", "repealed")
    },
}
"""Rows whose every cue says the same in every language; "if" and "after" are one family too, and not one word."""


def _same_cue(slot: Slot, language: str) -> bool:
    """Return whether words and value are cues of one such row, each in its language.

    In one language a cue stands for itself alone: "may" and "is entitled to" are one row, not one word.
    """
    if not foreign(language):
        return plain(slot.words).casefold() == plain(slot.value).casefold()
    if slot.row not in SAME_MEANING:
        return False
    table, family = SAME_MEANING[slot.row]
    theirs, ours = (_lexicon_cues(table, family, code) for code in (language, READER_LANGUAGE))
    return _whole_cue(slot.words, theirs, language) and _whole_cue(slot.value, ours, READER_LANGUAGE)


@cache
def _lexicon_cues(table: str, family: str, language: str) -> tuple[str, ...]:
    held = lexicon(language).data
    for name in table.split("."):
        held = held.get(name, {}) if hasattr(held, "get") else {}
    cues = held.get(family, ()) if hasattr(held, "get") else ()
    return tuple(cues) if isinstance(cues, list | tuple) else ()


def _whole_cue(words: str, cues: tuple[str, ...], language: str) -> bool:
    return phrases_regex(cues, language.split("-")[0]).fullmatch(plain(words)) is not None


def _same_name(slot: Slot, view: View) -> bool:
    """Return whether a name is the title of the quoted source, as the text itself states it."""
    source = next((source for source in view.sources.values() if source.id == slot.row), None)
    held = view.held(source.snapshot) if source else None
    if source is None or held is None or plain(source.title) != plain(slot.value):
        return False
    return plain(slot.value).casefold() in held.normalised.text.casefold()


def label_known(claim: Claim, label: str, view: View) -> bool:
    """Return whether a label is the one that codebook or house give the claim's question.

    A question that is none of the topic's own goes under the topic's name or under a fixed label.
    """
    question = view.question(claim)
    name = (view.topic.name,) if view.topic else ()
    own = OWN_QUESTIONS.get(claim.question)
    fixed = (*name, own.label) if own else name
    known = (question.label, question.question) if question else fixed
    return label in known or label in [row[:1].lower() + row[1:] for row in known]


def label_place(slot: Slot, claim: Claim, unit: UnitText, view: View) -> tuple[int, ...] | None:
    """Return () when the label is known and a cue in the quote backs it; else None."""
    return () if label_known(claim, slot.value, view) and backed(claim, unit, view) else None


def backed(claim: Claim, unit: UnitText, view: View) -> bool:
    """Return whether the unit holds a cue of the families that the codebook names for the question.

    Where the question is none of the topic's own, any family of the topic will do.
    """
    hits = _matcher(claim, unit.language, view).find(unit.text)
    return bool(hits)


def _matcher(claim: Claim, language: str, view: View) -> CueMatcher:
    key = ("cues", claim.question, language)
    if key not in view.memo:
        known = view.topic.cues if view.topic else {}
        question = view.question(claim)
        names = (
            [name for name in (*question.all, *question.any) if name in known] if question else list(known)
        )
        view.memo[key] = CueMatcher({name: known[name].phrases(language) for name in names}, language)
    matcher: CueMatcher = view.memo[key]
    return matcher


def spared(claim: Claim, unit: UnitText, view: View) -> set[int]:
    """Return the tokens that a claim need not repeat, because its label says them; no critical word."""
    free: set[int] = set()
    labels = [slot.value for slot in claim.slots if slot.read_by == "label"]
    if labels:
        said = set(stems(" ".join(labels), READER_LANGUAGE))
        hits = _matcher(claim, unit.language, view).find(unit.text)
        for index, token in enumerate(unit.tokens):
            cued = any(hit.start <= token.start and token.end <= hit.end for hit in hits)
            if cued or set(stems(token.text, unit.language)) & said:
                free.add(index)
    return free - _critical_tokens(unit)


def _critical_tokens(unit: UnitText) -> set[int]:
    return {
        i
        for i, t in enumerate(unit.tokens)
        if any(h.start < t.end and t.start < h.end for h in unit.critical)
    }


@lru_cache(maxsize=4096)
def is_datum(value: str, language: str) -> bool:
    """Return whether a value is nothing but an amount, number, date or length of time, or a name."""
    text = plain(value)
    return bool(_readings(text, language)) or _is_name(text, language)


def _is_name(text: str, language: str) -> bool:
    words = text.split()
    large = [word[:1].isupper() for word in words]
    small = {word.casefold() for word in lexicon(language).words("stop_words")}
    if not words or not (large[0] and large[-1]) or critical(text, language):
        return False
    return all(is_large or word.casefold() in small for word, is_large in zip(words, large, strict=True))


@cache
def citing_words(language: str) -> frozenset[str]:
    """Return the words that a number of a cited place follows ("Article", "point")."""
    kinds = lexicon(language).families("scopes")
    names = ("article", "section", "paragraph", "point", "title", "chapter", "part", "division", "annex",
             "regulation", "recital")  # fmt: skip
    return frozenset(word.casefold() for name in names for word in kinds.get(name, ()))
