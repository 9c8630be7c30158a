"""Whether page layout tore the words of a unit: scattered lines, a margin note, an end cut off by a page."""

import re

from lexatlas.core.evidence import CanonicalText, Span, Unit
from lexatlas.language.cues import UNSPACED, phrases_regex
from lexatlas.language.joins import joins
from lexatlas.language.lexicon import Lexicon, lexicon
from lexatlas.language.subjects import verb_last
from lexatlas.language.wording import without_mark

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_LABEL = re.compile(r"[^\w\s]*\w{1,5}[^\w\s’']+|[\d.]+")
"""The number of an item, "(a)" or "2.", which may stand on a line of its own."""
_MOST_ALONE, _FEW_WORDS = 2, 2
_NOTE_LINES, _NOTE_WIDTH, _NOTE_PHRASES = 4, 26, 3
"""A margin note has at least so many lines, none but one longer than this, and so many of more than one word."""
_ENDS = tuple('.;:,!?。；：，、؛،؟…—–)]）】」』"”»*|')
_COMMAS = (",", "،", "，")
_QUOTES = "'’"
_LEADS_ON = tuple(".;:,。；：，؛،")
_FIRST, _TWO_LINES = 40, 2
"""Characters of an item among which its first word stands."""
_PLACES = ("article", "section", "paragraph", "point", "regulation")
_BROKEN = re.compile(r"\w[-‐]$")
_LAST = re.compile(r"[^\W\d_]+$")


def torn(text: CanonicalText, unit: Unit, language: str) -> bool:
    """Return whether the words of `unit` are not surely whole, or not surely those of one rule.

    A line of layout that came in, or an end that a page cut off, makes a sentence say what the law does not.
    """
    said = [text.text[part.start : part.end] for part in unit.parts]
    torn_inside = any(_scattered(words) or _margin_note(words) or _BROKEN.search(words) for words in said)
    return torn_inside or _headless(text, unit, language) or _cut(text, unit, language)


def _scattered(words: str) -> bool:
    """Whether single words stand between blank lines: a line that was spread over its width, out of its place."""
    pieces = [piece.strip() for piece in _BLANK.split(words)]
    alone = [piece for piece in pieces if piece and len(piece.split()) <= _FEW_WORDS]
    return (
        sum(_LABEL.fullmatch(piece) is None for piece in alone) >= _MOST_ALONE and len(pieces) > _MOST_ALONE
    )


def _margin_note(words: str) -> bool:
    """Whether all lines but one are as short as those of a note in the margin."""
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    short = [line for line in lines if len(line) <= _NOTE_WIDTH]
    phrases = [line for line in short if len(line.split()) > 1]
    if any(_LABEL.fullmatch(line) and not line.endswith(".") for line in lines):
        return False
    return len(lines) >= _NOTE_LINES and len(short) >= len(lines) - 1 and len(phrases) >= _NOTE_PHRASES


def _headless(text: CanonicalText, unit: Unit, language: str) -> bool:
    """Whether the beginning is missing: an item that begins with "and", a sentence in a small letter on a new line."""
    segment = text.segments[unit.segment] if unit.segment >= 0 else None
    if segment is not None and segment.kind == "item":
        more = lexicon(language).words("conditions", "additive")
        item = without_mark(text.text[segment.start : min(segment.end, segment.start + _FIRST)])
        # An item of its number alone was left out, or stands on the next page.
        empty = not item or _LABEL.fullmatch(item) is not None
        return empty or phrases_regex(more, language).match(item) is not None
    begin = unit.parts[0].start
    opened = text.text[begin : begin + 1]
    return len(unit.parts) == 1 and opened.islower() and "\n" in text.text[max(0, begin - 3) : begin]


def _cut(text: CanonicalText, unit: Unit, language: str) -> bool:
    """Whether the last word cannot be the last: a hyphen, "of" or "the"; or a sentence that no sign ends."""
    lex, last = lexicon(language), unit.parts[-1]
    words = text.text[last.start : last.end].rstrip().rstrip(_QUOTES)
    item = unit.segment >= 0 and text.segments[unit.segment].kind == "item"
    if words.endswith(_COMMAS) and not item:
        return True
    if not words or words.endswith(_ENDS) or text.text[last.end :][:2].strip().startswith(_LEADS_ON):
        return False
    if _BROKEN.search(words):
        return True
    end = _LAST.search(words)
    if end is None:
        return False
    if joins(language).fullmatch(end.group()):
        return not words[: end.start()].rstrip().endswith(_ENDS)
    # Where the verb stands last, so do particles and the nouns that close an item.
    leads_on = not verb_last(language) and (
        end.group().casefold() in lex.words("stop_words") or _number_missing(words, lex)
    )
    return leads_on or _runs_on(text, last) or _page_ends(text, last, language)


def _page_ends(text: CanonicalText, last: Span, language: str) -> bool:
    """Whether lines that were wrapped end without a sign before a blank line: the rest stands on another page."""
    words = text.text[last.start : last.end].strip()
    wrapped = words.count("\n") >= _TWO_LINES and not verb_last(language) and language not in UNSPACED
    return wrapped and re.match(r"[ \t]*\n[ \t]*\n", text.text[last.end : last.end + 40]) is not None


def _number_missing(words: str, lex: Lexicon) -> bool:
    """Whether a noun for a place of the law ends the words without its number: "imposed under article"."""
    last = words.split()[-2:]
    places = [word for family in _PLACES for word in lex.words("scopes", family)]
    shown = (*lex.words("scopes", "this"), *lex.words("authorities", "articles"), "the", "that", "same")
    return len(last) > 1 and last[1] in places and last[0].casefold() not in shown


def _runs_on(text: CanonicalText, last: Span) -> bool:
    """Whether a blank line parts the words from others that go on, in small letters or with a year."""
    rest = re.match(
        r"[ \t]*\n[ \t]*\n\s*(?:\[[^\]\n]*\n\s*)?(\d{4}\b|\S)", text.text[last.end : last.end + 200]
    )
    return rest is not None and (rest.group(1).islower() or len(rest.group(1)) > 1)
