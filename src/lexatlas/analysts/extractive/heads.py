"""What a law prints above its first provision: when it was adopted, signed and published, and what it is for."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from lexatlas.analysts.extractive.reading import ReadUnit
from lexatlas.core.facts import DateRole, LegalDate
from lexatlas.language.calendar import dates_in
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.wording import without_mark

_FORMAL: tuple[DateRole, ...] = ("adopted", "signed", "published", "in_force", "applies_from")
MOST_LINES, MOST_WORDS = 15, 25
"""Lines at the head that are read, and words of a line: a longer one tells a story, not a date."""
FIRST = 60
_BRACKETED = re.compile(r"[\[(（［]([^\])）］]*\d[^\])）］]*)[\])）］]")
"""Korean and Japanese books print each day of a law in brackets of its own."""
"""Units among which a law says what it does."""


def printed_dates(units: Sequence[ReadUnit], language: str) -> Iterator[LegalDate]:
    """Yield the dates that short lines above the first provision give with their kind, in their order.

    A line that opens with the word for the kind and holds one date says of it what it is, however much stands
    between them ("Published in the Official Gazette No. 41 of …").
    """
    head = _head(units)
    original = lexicon(language).words("dates", "original")
    if original and not any(phrases_regex(original, language).search(unit.words) for unit in head):
        # "[법률 제5호, 2031. 3. 2., 일부개정]" tells of an amendment, and so does the day of effect beside it.
        return
    for unit in head:
        whole = " ".join(unit.words.split())
        for words in _BRACKETED.findall(whole) or [whole]:
            read = dates_in(words, language) if len(words.split()) <= MOST_WORDS else []
            role = _opening_role(words, language) or _by_number(words, language)
            if role and len(read) == 1 and read[0].date:
                yield LegalDate(role=role, date=read[0].date, precision=read[0].precision)


def _opening_role(words: str, language: str) -> DateRole | None:
    """Return the kind of date that a line opens with; None where it opens with anything else."""
    lex = lexicon(language)
    roles = {**lex.families("dates.roles"), "made": lex.words("dates", "made")}
    for role in _FORMAL:
        cues = (*roles.get(role, ()), *(roles["made"] if role == "adopted" else ()))
        if phrases_regex(cues, lex.language).match(words):
            return role
    return None


def _by_number(words: str, language: str) -> DateRole | None:
    """A law that is known by its number and day ("令和三年法律第五号") was published on it, where law books say so."""
    numbered = lexicon(language).words("dates", "numbered")
    return "published" if numbered and phrases_regex(numbered, language).search(words) else None


def _head(units: Sequence[ReadUnit]) -> list[ReadUnit]:
    """Return the lines before the first heading of a part or article; recitals with a number are none."""
    lines = list(takewhile(lambda unit: not unit.unit.locator, units[:MOST_LINES]))
    return [unit for unit in lines if unit.part in ("recital", "note", "heading")]


def purpose_of(units: Sequence[ReadUnit], language: str) -> ReadUnit | None:
    """Return the sentence by which a law says what it does: a provision, else its long title; None without one."""
    lex = lexicon(language)
    itself = phrases_regex(lex.words("scopes", "whole"), lex.language)
    does = phrases_regex(lex.words("scopes", "purpose"), lex.language)
    for unit in units[:FIRST]:
        words = " ".join(unit.words.split())
        subject = itself.match(words) if unit.carries else None
        if subject and does.match(words[subject.end() :].lstrip()):
            return unit
    titled = phrases_regex(lex.words("scopes", "long_title"), lex.language)
    return next(
        (u for u in _head(units) if u.part == "recital" and titled.match(without_mark(u.words))), None
    )
