"""How a citation names a place in a text: "Article 59(1), point (a)", "s. 5(h)(iv)", "Annex IV"."""

from collections.abc import Sequence

from lexatlas.core.evidence import Segment

_CITED = ("article", "annex", "recital")
_NUMBERED = ("paragraph", "item", "definition", "row", "footnote", "note")


def locator(segments: Sequence[Segment], index: int) -> str:
    """Return the citation of segment `index`; the nearest group's name where nothing is numbered, else ""."""
    inner: list[Segment] = []
    at = index
    while at >= 0 and segments[at].kind not in _CITED:
        if segments[at].kind in _NUMBERED and segments[at].label:
            inner.append(segments[at])
        at = segments[at].parent
    if at < 0:
        return _group(segments, index, inner)
    head = segments[at].mark or segments[at].label
    terms = [segment for segment in inner if _is_term(segment)]
    numbered = [segment for segment in reversed(inner) if not _is_term(segment)]
    return head + _tail(head, numbered) + "".join(f", “{segment.label}”" for segment in reversed(terms))


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
