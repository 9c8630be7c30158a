"""Pairs the slots of a template with tokens of the quote, and finds what of the unit is left over."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lexatlas.checks import glossed, rows
from lexatlas.checks.tokens import find_run, plain, tokens
from lexatlas.checks.unittext import UnitText
from lexatlas.checks.view import View, supporting
from lexatlas.core.claims import Claim, Slot
from lexatlas.core.evidence import Quote
from lexatlas.core.templates import TEMPLATES, foreign
from lexatlas.language.cues import RUN_TOGETHER, phrases_regex
from lexatlas.language.gloss_locators import english_locator
from lexatlas.language.lexicon import lexicon
from lexatlas.language.locators import paragraph_of
from lexatlas.language.numerals import numbers
from lexatlas.language.terms import content_words

MOVABLE = ("conditions",)
"""Slots that may stand elsewhere than in the law, where the law parts them off as a clause."""

FIXED = {"locator": "locator", "label": "label", "question": "label"}
"""Slots that no words of a quote may fill, and how alone each is read."""

READ = ("cue", "reading")
"""How a slot comes from one language into another."""


@dataclass
class SlotsPaired:
    """What pairing slots found; `taken` are the indexes of the unit's tokens that slots account for."""

    extra: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unsure: str = ""
    taken: set[int] = field(default_factory=set)


def pair_slots(claim: Claim, unit: UnitText, view: View) -> SlotsPaired:
    """Pair each slot, then ask what of the unit no slot accounts for.

    A pointer ("deals with") may leave the unit's words unsaid: it says nothing of the law but where to read.
    Prose may not be cut: once one slot holds words of the law, every token must be accounted for. A datum may
    stand alone, with every word of its clause and every critical word of the unit.
    """
    taken: set[int] = set()
    extra: list[str] = []
    at = 0
    for slot in _in_order(claim):
        place = _place(slot, claim, unit, view, taken, 0 if slot.name in MOVABLE else at)
        if place is None:
            extra += [token.text for token in tokens(plain(slot.value))] or [slot.name]
            continue
        taken.update(place)
        if place and slot.name not in MOVABLE and _is_prose(slot, unit):
            at = max(place) + 1
    if extra or claim.form == "deals-with":
        return SlotsPaired(tuple(extra), taken=taken)
    return SlotsPaired(left_out=_left_out(claim, unit, view, taken), taken=taken)


def _in_order(claim: Claim) -> list[Slot]:
    """Return the slots in the order of the sentence, those that may move last."""
    places = TEMPLATES[claim.template].places
    ordered = [slot for place in places for slot in claim.slots if slot.name == place]
    return sorted(ordered, key=lambda slot: slot.name in MOVABLE)


def _place(
    slot: Slot, claim: Claim, unit: UnitText, view: View, taken: set[int], start: int
) -> Sequence[int] | None:
    """Return the indexes of the unit's tokens that a slot pairs with; None when it does not pair."""
    if (slot.name in FIXED or slot.read_by in FIXED.values()) and FIXED.get(slot.name) != slot.read_by:
        return None
    if slot.read_by == "locator":
        known = {quote.locator or _unnumbered(quote, view) for quote in supporting(claim)}
        english = {english_locator(name, unit.language) for name in known}
        return () if len(known) == 1 and slot.value in known | english else None
    if slot.name == "term":
        return glossed.term_place(slot, claim, unit)
    if slot.name == "link":
        return glossed.chain_place(claim, unit)
    if slot.read_by == "label":
        return rows.label_place(slot, claim, unit, view)
    words = slot.value if slot.read_by == "words" else slot.words
    if claim.template == "deals-with-value" and slot.name == "value" and unit.language in RUN_TOGETHER:
        paired = slot.read_by == "words" or rows.same_meaning(slot, unit.language, view)
        return () if paired and _stands(plain(words), unit) else None
    if slot.read_by == "words" and slot.words and plain(slot.words) != plain(slot.value):
        return None
    if slot.read_by != "words" and not rows.same_meaning(slot, unit.language, view):
        return None
    return _run(words, slot.name in MOVABLE, unit, taken, start)


def _stands(words: str, unit: UnitText) -> bool:
    """Return whether a value stands in a unit whose words are not parted by blanks, as no piece of a number.

    Korean parts words by blanks and writes particles behind them: there it begins where a word does.
    """
    taken = [read.span for read in numbers(unit.text, unit.language)]
    for match in re.finditer(re.escape(words), unit.text) if words else ():
        cut = any(start < edge < end for start, end in taken for edge in match.span())
        inside = unit.language == "ko" and unit.text[: match.start()][-1:].isalnum()
        if not cut and not inside:
            return True
    return False


def _unnumbered(quote: Quote, view: View) -> str:
    """Return how a quote without a number is named: the paragraph of its text."""
    held = view.held(quote.snapshot)
    return paragraph_of(held.text.segments, quote.parts[0].start) if held and quote.parts else ""


def _run(words: str, movable: bool, unit: UnitText, taken: set[int], start: int) -> Sequence[int] | None:
    """Return the first free run of tokens that are exactly these words, commas too, from `start` on."""
    wanted = tuple(token.text for token in tokens(plain(words)))
    at = find_run(wanted, unit.words, start)
    while at >= 0:
        run = range(at, at + len(wanted))
        stretch = unit.text[unit.tokens[at].start : unit.tokens[run[-1]].end]
        free = stretch in plain(words) and not taken.intersection(run)
        if free and (not movable or _is_clause(run, unit)):
            return run
        at = find_run(wanted, unit.words, at + 1)
    return None


def _is_clause(run: range, unit: UnitText) -> bool:
    """Return whether a run is a clause that the law itself parts off: a cue first, a border at either end."""
    lex = lexicon(unit.language)
    first, last = unit.tokens[run[0]], unit.tokens[run[-1]]
    cues = (*lex.words("conditions", "condition"), *lex.words("conditions", "exception"),
            *lex.words("conditions", "reference"), *lex.words("conditions", "restriction"))  # fmt: skip
    opens = phrases_regex(cues, unit.language).match(unit.text, first.start)
    before, after = unit.text[: first.start].rstrip(), unit.text[last.end :].lstrip()
    return bool(opens) and (not before or before[-1] in ",;:—(") and (not after or after[0] in ",;:.—)")


def _is_prose(slot: Slot, unit: UnitText) -> bool:
    """Return whether a slot holds words of the law that are not a number, an amount, a date or a name."""
    return slot.read_by == "words" and not rows.is_datum(slot.value, unit.language)


def _left_out(claim: Claim, unit: UnitText, view: View, taken: set[int]) -> tuple[str, ...]:
    if not any(_is_prose(slot, unit) for slot in claim.slots):
        needed = _needed_for_datum(unit, taken)
    elif foreign(unit.language) and any(slot.read_by in READ for slot in claim.slots):
        # What is read into another language leaves its articles there: words of content and critical ones count.
        needed = _content(unit, range(len(unit.tokens))) | _critical(unit)
    else:
        needed = set(range(len(unit.tokens)))
    return tuple(unit.words[i] for i in sorted(needed - taken - rows.spared(claim, unit, view)))


def _critical(unit: UnitText) -> set[int]:
    return {
        i
        for i, t in enumerate(unit.tokens)
        if any(h.start < t.end and t.start < h.end for h in unit.critical)
    }


def _needed_for_datum(unit: UnitText, taken: set[int]) -> set[int]:
    """Return the tokens that a datum may not stand without.

    They are: the words of its own clause, the subject before the first modal, and each critical word of the
    whole unit with the clause that it opens.
    """
    needed: set[int] = set()
    for index in taken:
        needed |= _content(unit, _clause(unit, index))
    first_modal = next((hit for hit in unit.critical if hit.kind == "modal"), None)
    for hit in unit.critical:
        inside = [i for i, token in enumerate(unit.tokens) if token.start < hit.end and token.end > hit.start]
        needed.update(inside)
        if hit.kind in ("condition", "exception") and inside:
            needed |= _content(unit, _clause(unit, inside[0]))
    if first_modal:
        before = [i for i, token in enumerate(unit.tokens) if token.end <= first_modal.start]
        needed |= _content(unit, before)
    return needed | {i for i, word in enumerate(unit.words) if word[0].isdigit() and not _cites(unit, i)}


def _clause(unit: UnitText, index: int) -> list[int]:
    """Return the indexes of the tokens between the commas, semicolons or colons around one token."""
    low = high = index
    while low > 0 and not _border(unit, low - 1):
        low -= 1
    while high + 1 < len(unit.tokens) and not _border(unit, high):
        high += 1
    return list(range(low, high + 1))


def _border(unit: UnitText, index: int) -> bool:
    """Return whether a clause ends after a token."""
    between = unit.text[unit.tokens[index].end : unit.tokens[index + 1].start]
    return any(sign in between for sign in ",;:—.、，。；：،؛")


def _content(unit: UnitText, indexes: Sequence[int]) -> set[int]:
    """Return those tokens that carry content; a sign such as "%" does too."""
    words = unit.words
    return {
        i for i in indexes if content_words(words[i], unit.language) or not any(s.isalnum() for s in words[i])
    }


def _cites(unit: UnitText, index: int) -> bool:
    """Return whether a number is that of a place cited, not one that the rule counts with."""
    before = unit.words[index - 1].casefold() if index else ""
    return before in rows.citing_words(unit.language)
