"""Number-safe normalisation with an edit-list offset map, and the exact place of a quote in a text."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import NamedTuple

from lexatlas.core.evidence import Span

# What normalisation may touch. Everything else, digits, minus signs and dashes among it, stays as it is.
_QUOTES = {"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"'}
_HYPHENS = {"\u2010": "-", "\u2011": "-"}
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_MARKS = "‘’‚‛“”„‟«»\u2010\u2011"
_HYPHENATING = "\u2010\u00ad\ufffe-"
# One class in front, so that the search skips all other signs at once; what follows looks back at it.
_TOUCHED = re.compile(
    rf"[\s{_INVISIBLE}{_MARKS}{_HYPHENATING}](?:"
    rf"(?P<hyphen>(?<=[^\W\d_][{_HYPHENATING}])[ \t]*\r?\n[ \t]*(?=[^\W\d_]))"
    rf"|(?P<blank>(?<= )[\s{_INVISIBLE}]+|(?:(?<=[^\S ])|(?<=[{_INVISIBLE}]))[\s{_INVISIBLE}]*)"
    rf"|(?P<mark>(?<=[{_MARKS}])))"
)
_JOINED = re.compile(
    r"[\u0000-\U0010ffff][\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
    r"\u1100-\u11ff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a]*"
)


class Edit(NamedTuple):
    """One place where normalisation changed the text; half-open ranges in the source and the result."""

    source_start: int
    source_end: int
    start: int
    end: int


@dataclass(frozen=True)
class Normalised:
    """A text after normalisation, with the way back to the source's offsets.

    `before` is the step in between where the source had to be composed first: `edits` then lead to its text.
    """

    text: str
    edits: tuple[Edit, ...]
    source_length: int
    before: "Normalised | None" = None

    def to_source(self, start: int, end: int) -> Span:
        """Return the source range of the result's range `[start, end)`."""
        span = Span(self._back(start, after=True), self._back(end, after=False))
        return self.before.to_source(*span) if self.before else span

    def _back(self, position: int, *, after: bool) -> int:
        key = position if after else position - 1
        index = bisect_right(self.edits, key, key=lambda edit: edit.start) - 1
        # An edit of no width (a joined hyphen) lies at one position: a start skips it, an end stops before.
        while not after and index >= 0 and self.edits[index].start == self.edits[index].end == position:
            index -= 1
        if index < 0:
            return position
        edit = self.edits[index]
        if position < edit.end or (after and position == edit.start < edit.end):
            return edit.source_start if after else edit.source_end
        return edit.source_end + (position - edit.end)


def normalise(text: str) -> Normalised:
    """Normalise `text` without changing its sequence of numbers, negations or letters.

    NFC, never NFKC. Runs of white space become one space and never vanish. A hyphen at a line's end is
    dropped only between a letter and a lower-case letter of one script. Curly quotes become straight, the
    two Unicode hyphens become "-"; dashes and the minus sign stay. Invisible signs go, except between digits,
    where they become a space. The ends are not stripped.
    """
    if not unicodedata.is_normalized("NFC", text):
        return _normalise_composed(text)
    return _normalise_nfc(text)


def _normalise_nfc(text: str) -> Normalised:
    pieces: list[str] = []
    edits: list[Edit] = []
    done = length = 0
    for match in _TOUCHED.finditer(text):
        start, end = match.span()
        new = _replacement(text, match)
        if new == text[start:end]:
            continue
        pieces.append(text[done:start])
        length += start - done
        edits.append(Edit(start, end, length, length + len(new)))
        pieces.append(new)
        length += len(new)
        done = end
    pieces.append(text[done:])
    return Normalised("".join(pieces), tuple(edits), len(text))


def _replacement(text: str, match: re.Match[str]) -> str:
    found = match.group()
    if match.lastgroup == "mark":
        return _QUOTES.get(found) or _HYPHENS[found]
    if match.lastgroup == "hyphen":
        before, after = text[match.start() - 1], text[match.end()]
        # Uncased scripts have no line-end hyphens to join; a capital begins a new word.
        return (
            ""
            if after.islower() and _script(before) == _script(after)
            else found.split("\n")[0].strip() + " "
        )
    if any(sign.isspace() for sign in found):
        return " "
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return " " if before.isdigit() and after.isdigit() else ""


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]


def _normalise_composed(text: str) -> Normalised:
    """Normalise a text that is not in NFC: compose it cluster by cluster, then do the rest."""
    pieces: list[str] = []
    edits: list[Edit] = []
    length = 0
    for match in _JOINED.finditer(text):
        cluster = match.group()
        new = unicodedata.normalize("NFC", cluster)
        if new != cluster:
            edits.append(Edit(match.start(), match.end(), length, length + len(new)))
        pieces.append(new)
        length += len(new)
    composed = Normalised("".join(pieces), tuple(edits), len(text))
    return replace(_normalise_nfc(composed.text), source_length=len(text), before=composed)


def same_words(first: str, second: str) -> bool:
    """Return whether two texts are equal after normalisation, white space at the ends apart."""
    return normalise(first).text.strip() == normalise(second).text.strip()


def occurrences(needle: str, hay: Normalised) -> list[Span]:
    """Return each place (in the source's offsets) where the normalised `needle` stands exactly."""
    wanted = normalise(needle).text.strip()
    if not wanted:
        return []
    found = []
    at = hay.text.find(wanted)
    while at >= 0:
        found.append(hay.to_source(at, at + len(wanted)))
        at = hay.text.find(wanted, at + 1)
    return found


def locate(needle: str, hay: Normalised, prefix: str = "", suffix: str = "") -> Span | None:
    """Return the one place of `needle` in the source's offsets, or None when it is absent.

    Where it stands more than once, the place whose neighbours equal `prefix` and `suffix` after
    normalisation is taken; when that does not settle it, the first.
    """
    wanted = normalise(needle).text.strip()
    if not wanted:
        return None
    first = at = hay.text.find(wanted)
    before, after = normalise(prefix).text.strip(), normalise(suffix).text.strip()
    while at >= 0 and (before or after):
        left = hay.text[max(0, at - len(before) - 2) : at].rstrip()
        right = hay.text[at + len(wanted) : at + len(wanted) + len(after) + 2].lstrip()
        if left.endswith(before) and right.startswith(after):
            return hay.to_source(at, at + len(wanted))
        at = hay.text.find(wanted, at + 1)
    return hay.to_source(first, first + len(wanted)) if first >= 0 else None
