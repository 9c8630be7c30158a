"""The days that a law prints above its first provision: adopted, signed, published, in short lines of their own."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from lexatlas.core.evidence import CanonicalText, Span, Unit
from lexatlas.core.facts import LegalDate
from lexatlas.language.cues import phrases_regex
from lexatlas.language.dates import dates
from lexatlas.language.lexicon import lexicon
from lexatlas.language.units import UnitWords, unit_words

_FORMAL = ("adopted", "signed", "published", "in_force", "applies_from")
_LINES, _WORDS, _SIGNS = 15, 16, 90
"""Lines that are read, and words and signs of a piece: a longer one tells a story, not a date."""
_AT = 3
"""Signs before the word "of" that a line may open with, where it holds nothing but its date and number."""
_PIECE = re.compile(r"[^\[\]()（）［］;；\n\u3000]+")


def head_dates(
    text: CanonicalText, listed: Sequence[Unit], language: str
) -> Iterator[tuple[Unit, UnitWords, LegalDate, Span]]:
    """Yield each formal date of the lines before the first provision, the first of each kind, with its place.

    A line that is nothing but a date behind "of" ("vom 3. Mai 2031", "от 3 мая 2031 года № 5") is the day the law
    bears, which is that of its signature. What tells of an amendment gives none.
    """
    code = language.split("-")[0]
    lex, seen = lexicon(code), set[str]()
    amended = phrases_regex(lex.words("dates", "amended"), code)
    for unit in takewhile(
        lambda one: not one.locator and one.part in ("recital", "heading"), listed[:_LINES]
    ):
        words = unit_words(text, unit)
        for piece in _PIECE.finditer(words.words):
            said = piece.group()
            if len(said) > _SIGNS or len(said.split()) > _WORDS or amended.search(said):
                continue
            date, span = _only_date(said, code)
            if date is not None and date.role not in seen and date.date:
                seen.add(date.role)
                yield unit, words, date, Span(piece.start() + span.start, piece.start() + span.end)


def _only_date(said: str, language: str) -> tuple[LegalDate | None, Span]:
    """Return the one date of a piece with its kind; None where it holds several, or says no kind."""
    read = [one for one in dates(said, language) if one.value.date or one.value.rule]
    if len(read) != 1 or read[0].value.scope:
        return None, Span(0, 0)
    one = read[0]
    if one.value.role in _FORMAL:
        return one.value, one.span
    born = phrases_regex(lexicon(language).words("dates", "dated"), language).match(said.lstrip())
    bare = said.lstrip()[born.end() :].lstrip() if born else ""
    at = len(said) - len(bare)
    if born and one.value.role == "unknown" and abs(at - one.span.start) <= _AT:
        return one.value.model_copy(update={"role": "signed"}), one.span
    return None, Span(0, 0)
