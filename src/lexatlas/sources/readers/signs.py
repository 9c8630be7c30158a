"""Signs that change how words look and not what they say, put right with every place of the text kept exact.

Direction marks go, so that a quote never shows other words than it holds; Arabic letters in their printed
shapes and Latin ligatures become the letters; stretched Arabic words are drawn in; letters and their accents
are composed (NFC). Never NFKC over all: it would turn ² into 2 and ½ into 1⁄2.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from lexatlas.core.evidence import CanonicalText, Segment

_ARABIC = "\u0621-\u063f\u0641-\u065f\u0670-\u06d3"
# Direction marks and the invisible tags of Unicode.
_UNSEEN = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f"
_TOUCHED = re.compile(
    rf"[{_UNSEEN}]+|(?<=[{_ARABIC}])\u0640+(?=[{_ARABIC}])"
    r"|[\ufb50-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc\ufb00-\ufb06]"
)
# Nearly every text has none of these; one class is searched far faster than the choice above.
_ANY = re.compile(rf"[{_UNSEEN}\u0640\ufb00-\ufefc]")
_APART = re.compile(
    r"[^\s][\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0653-\u0655\u1100-\u11ff\u1dc0-\u1dff\u3099\u309a]+"
)


def put_right(text: CanonicalText) -> CanonicalText:
    """Return `text` with such signs put right in the text and in what the file states; places move along."""
    if text.text.isascii():
        return text
    made = _edited(text, _TOUCHED, _unfolded) if _ANY.search(text.text) else text
    if not unicodedata.is_normalized("NFC", made.text):
        made = _edited(made, _APART, _composed)
    stated = {key: plain(word) for key, word in made.stated.items()}
    return made if stated == made.stated else replace(made, stated=stated)


def plain(words: str) -> str:
    """Return words with such signs put right, before their structure is read."""
    if words.isascii():
        return words
    words = _TOUCHED.sub(_unfolded, words) if _ANY.search(words) else words
    return words if unicodedata.is_normalized("NFC", words) else _APART.sub(_composed, words)


def _composed(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found.group())


def _unfolded(found: re.Match[str]) -> str:
    sign = found.group()
    if "\ufb00" <= sign[0] <= "\ufefc":
        # A mark of its own is shown on a space or a stroke, which are no letters.
        return unicodedata.normalize("NFKC", sign).lstrip(" \u0640")
    before, after = found.string[: found.start()][-1:], found.string[found.end() : found.end() + 1]
    return " " if before.isdigit() and after.isdigit() else ""


def _edited(
    text: CanonicalText, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str]
) -> CanonicalText:
    pieces: list[str] = []
    ends: list[int] = []
    starts: list[int] = []
    shifts: list[int] = []
    done = shift = 0
    for found in pattern.finditer(text.text):
        new = change(found)
        pieces += [text.text[done : found.start()], new]
        done = found.end()
        shift += len(new) - (found.end() - found.start())
        starts.append(found.start())
        ends.append(found.end())
        shifts.append(shift)
    if not ends:
        return text
    whole = "".join([*pieces, text.text[done:]])

    def moved(position: int) -> int:
        index = bisect_left(ends, position + 1) - 1
        # A place within what was changed stands where the change begins.
        inner = index + 1 < len(starts) and starts[index + 1] < position
        before = shifts[index] if index >= 0 else 0
        return (starts[index + 1] if inner else position) + before

    return replace(text, text=whole, segments=tuple(_moved(each, moved, whole) for each in text.segments))


def _moved(segment: Segment, moved: Callable[[int], int], whole: str) -> Segment:
    start, end = moved(segment.start), moved(segment.end)
    while start < end and whole[start].isspace():
        start += 1
    while end > start and whole[end - 1].isspace():
        end -= 1
    return replace(segment, start=start, end=end, label=plain(segment.label), mark=plain(segment.mark))
