"""Rules that one stretch of text holds side by side, what leads up to all of them, and an end that stays open."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lexatlas.core.evidence import CanonicalText, Span, Unit
from lexatlas.language.conditions import modal_hits
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.sentences import trim
from lexatlas.language.wording import without_mark

_OPEN_ENDS = (":", "：")
_STOPS = (".", "。", ";", "；", "؛")
_LETTER = re.compile(r"(?:[.。](?:\s*\[[^\]\n]{1,60}\])?\s+|\A\W*)(?=[(（]\s*\w{1,2}\s*[)）]\s)")
_LATER = re.compile(r"[(（]\s*(?![aAiI1]\s*[)）])\w{1,2}\s*[)）]\s+[A-Z]")
"""A letter or number that opens no list, and a sentence behind it: "… of the file. (e) Paragraph (d) applies …"."""
_COMMA = re.compile(r"[,،，]\s*")
_TWO = 2
_NEAR = 160
"""Characters behind a colon among which a proviso begins: a note in the margin may stand before it."""


def ends_open(text: CanonicalText, unit: Unit, language: str) -> bool:
    """Return whether the words end with a colon: the list that completes them is not there.

    Before a proviso ("…: Provided that …") a rule is whole; that its own provision does not apply is not.
    """
    end = unit.parts[-1].end
    said = text.text[unit.parts[-1].start : end].rstrip()
    if not said.endswith(_OPEN_ENDS):
        return False
    lex, behind = lexicon(language), text.text[end : end + _NEAR].split("\n")
    provisos = phrases_regex(
        (*lex.words("conditions", "proviso"), *lex.words("modals", "relative_not")), language
    )
    lifted = phrases_regex(lex.words("rules", "applies_not"), language).search(said)
    return lifted is not None or not any(provisos.match(without_mark(line)) for line in behind)


def may_bind(said: str, language: str) -> bool:
    """Return whether words may name those whom a law binds: in Chinese a noun for them, or 的 ("those who …").

    Of an act ("打击…活动，适用本法") the law only says that it is about it. Other languages do not show it.
    """
    nouns = lexicon(language).words("actors", "person_ends")
    closing = tuple(cue.rstrip("，,") for cue in lexicon(language).words("conditions", "closing"))
    return language != "zh" or not nouns or said.endswith((*nouns, *closing))


def lettered(text: CanonicalText, unit: Unit, language: str) -> Iterator[Unit]:
    """Yield the rules "(a) … may … . (b) … may …" that one paragraph sets side by side; the unit where it is one.

    Each is a sentence with a verb of its own. One that no stop ends was cut off, and is left out.
    """
    part = unit.parts[0]
    said = text.text[part.start : part.end]
    at = [match.end() for match in _LETTER.finditer(said)] if len(unit.parts) == 1 else []
    if not (_two(at) or (len(at) == 1 and _LATER.match(said, at[0]))):
        yield unit
        return
    inner = at[1:] if _two(at) else at
    spans = [Span(*pair) for pair in pairwise([0, *inner, len(said)])]
    if not all(modal_hits(said[span.start : span.end], language) for span in spans):
        yield unit
        return
    for span in spans:
        whole = trim(text.text, Span(part.start + span.start, part.start + span.end))
        if text.text[whole.start : whole.end].endswith(_STOPS):
            yield replace(unit, parts=(whole,))


def _two(at: list[int]) -> bool:
    return len(at) >= _TWO and any(place > 0 for place in at)


def clause_head(text: str, start: int, first: Span, language: str) -> tuple[Span, ...]:
    """Return what leads up to every clause of an item, which begins at `start`; nothing where each stands alone.

    "Extraordinary news: within a day the provider must publish: when …; when …", and "when it issues for others,
    the provider must check …; must tell …".
    """
    colon = text.rfind(":", first.start, first.end)
    if colon >= 0:
        return (Span(start, colon + 1),)
    opens = phrases_regex(lexicon(language).words("conditions", "opening"), language)
    said = text[first.start : first.end]
    comma = _COMMA.search(said) if opens.match(without_mark(said)) else None
    return (Span(start, first.start + comma.start() + 1),) if comma else ()
