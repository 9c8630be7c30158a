"""How a citation names a place in a text: "Article 59(1), point (a)", "s. 5(h)(iv)", "Article 5 (page 3)"."""

from bisect import bisect_right
from collections.abc import Sequence

from lexatlas.core.evidence import Segment
from lexatlas.language.supplements import MARKS

_CITED = ("article", "annex", "recital")
_NUMBERED = ("paragraph", "item", "definition", "row", "footnote", "note")


def locator(segments: Sequence[Segment], index: int, at: int = -1) -> str:
    """Return the citation of segment `index`; the nearest group's name where nothing is numbered, else "".

    In a text with pages, the page of position `at` (by default where the segment begins) stands behind it in
    brackets, or alone.
    """
    cited = _cited(segments, index)
    page = page_of(segments, at if at >= 0 else segments[index].start)
    return f"{cited} ({page})" if cited and page else cited or page


def paragraph_of(segments: Sequence[Segment], at: int) -> str:
    """Return how a place without a number of its own is named: "Paragraph 4" of its text, counted from the top.

    "" where no paragraph holds position `at`. It is no citation of the law's: a reader counts to find it.
    """
    blocks = [
        segment for segment in segments if segment.kind in ("block", "row") and segment.part != "heading"
    ]
    held = [order for order, segment in enumerate(blocks, 1) if segment.start <= at < segment.end]
    return f"Paragraph {held[0]}" if held else ""


def page_of(segments: Sequence[Segment], at: int) -> str:
    """Return how the page of position `at` is cited, "" in a text without pages.

    Pages are segments without length where each begins; a text with pages begins with one.
    """
    if not segments or segments[0].kind != "page":
        return ""
    index = bisect_right(segments, at, key=lambda segment: segment.start) - 1
    while index > 0 and segments[index].kind != "page":
        index -= 1
    return segments[max(index, 0)].mark


def _cited(segments: Sequence[Segment], index: int) -> str:
    inner: list[Segment] = []
    at = index
    while at >= 0 and segments[at].kind not in _CITED:
        if (segments[at].kind in _NUMBERED and segments[at].label) or (
            segments[at].kind == "block" and segments[at].mark
        ):
            inner.append(segments[at])
        at = segments[at].parent
    if at < 0:
        return _group(segments, index, inner)
    head = _supplementary(segments, at) + (segments[at].mark or segments[at].label)
    if any(segment.mark for segment in inner):
        # Cited in the language's own form: 第三条第二項第一号, 제3조제2항제1호, มาตรา ๕ วรรคสอง (๑).
        return head + "".join(segment.mark or f"({_bare(segment.label)})" for segment in reversed(inner))
    terms = [segment for segment in inner if _is_term(segment)]
    numbered = [segment for segment in reversed(inner) if not _is_term(segment)]
    return head + _tail(head, numbered) + "".join(f", “{segment.label}”" for segment in reversed(terms))


def _supplementary(segments: Sequence[Segment], at: int) -> str:
    """Return the name of the supplementary provisions that an article stands in, whose numbers begin again."""
    above = segments[at].parent
    while above >= 0 and segments[above].mark not in MARKS:
        above = segments[above].parent
    return MARKS[segments[above].mark] if above >= 0 else ""


def _is_term(segment: Segment) -> bool:
    """A definition that is named by its term, not by a number."""
    return segment.kind == "definition" and len(segment.label) > 2 and not segment.label[0].isdigit()


def _tail(head: str, inner: list[Segment]) -> str:
    if not head.casefold().startswith(("article", "annex", "art")):
        return "".join(f"({_bare(segment.label)})" for segment in inner)
    paragraphs = "".join(f"({_bare(segment.label)})" for segment in inner if segment.kind == "paragraph")
    points = "".join(
        f"({_bare(segment.label)})" for segment in inner if segment.kind in ("item", "definition", "row")
    )
    notes = "".join(
        f", note {_bare(segment.label)}" for segment in inner if segment.kind in ("footnote", "note")
    )
    return paragraphs + (f", point {points}" if points else "") + notes


def _bare(label: str) -> str:
    return label.strip("().").strip()


def _group(segments: Sequence[Segment], index: int, inner: list[Segment]) -> str:
    at = index
    while at >= 0:
        if segments[at].kind in ("group", "heading") and (segments[at].mark or segments[at].label):
            head = segments[at].mark or segments[at].label
            return head + "".join(f"({_bare(segment.label)})" for segment in reversed(inner))
        at = segments[at].parent
    return "".join(f"({_bare(segment.label)})" for segment in reversed(inner))
