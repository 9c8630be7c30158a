"""Footnotes of a page: which of its lines they are, and the marks in the text that lead to them."""

import re
from collections.abc import Sequence

from lexatlas.sources.readers.pdf_layout import Line

_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A power of a unit of length is no mark.
_RAISED = re.compile(r"(?<!\bm)(?<!\b[kcm]m) ?(?P<n>[⁰¹²³⁴-⁹]{1,3})")
_START = re.compile(r"(?P<raised>[⁰¹²³⁴-⁹]{1,3})|[(\[]?(?P<plain>\d{1,3})[)\].]?(?=\s)|(?P<star>[*†‡]{1,3})")
_SMALL = 0.92


def parted(lines: Sequence[Line], body: float) -> tuple[list[Line], list[Line]]:
    """Return the running lines of one page and the lines of its footnotes, both in order.

    Footnotes are the last lines of a column, smaller than the `body` of the file, among which one begins
    with a raised number, or with one that is raised in the text above.
    """
    marks = {told for line in lines for told in raised_labels(line.text)}
    notes: set[int] = set()
    end = len(lines)
    while end:
        begin = end
        while begin and lines[begin - 1].flow == lines[end - 1].flow and not lines[begin - 1].cells:
            begin -= 1
        begin = min(begin, end - 1)
        tail = end
        while tail > begin and lines[tail - 1].piece.size <= _SMALL * body:
            tail -= 1
        if tail < end and any(note_label(line.text, marks) for line in lines[tail:end]) and tail > 0:
            notes.update(range(tail, end))
        end = begin
    running = [line for index, line in enumerate(lines) if index not in notes]
    return running, [lines[index] for index in sorted(notes)]


def note_label(text: str, marks: set[str]) -> str:
    """Return the number that a footnote begins with, "" where the line begins none."""
    found = _START.match(text)
    if not found:
        return ""
    if found["raised"]:
        return label(found["raised"])
    told = found["plain"] or found["star"]
    return told if told in marks or found["star"] else ""


def raised_labels(text: str) -> set[str]:
    """Return the raised numbers of a line, as plain digits."""
    if text.isascii():
        return set()
    return {label(found["n"]) for found in _RAISED.finditer(text)}


def label(raised: str) -> str:
    """Return raised digits as plain ones."""
    return raised.translate(_PLAIN)


def without_marks(text: str, labels: set[str]) -> str:
    """Return `text` without the raised marks of the footnotes `labels`; other raised digits stay apart."""

    def settled(found: re.Match[str]) -> str:
        if label(found["n"]) in labels:
            after = text[found.end() : found.end() + 1]
            return " " if after.isalnum() else ""
        return found.group()

    return _RAISED.sub(settled, text) if labels and not text.isascii() else text
