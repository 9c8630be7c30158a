"""The JSON form of a canonical text and of its structure, as children, journals and bundles carry it."""

import json
from typing import Any, get_args

from lexatlas.core.canonical import canonical_json, sha256_hex
from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import CanonicalText, PartOfText, Segment, SegmentKind

_KINDS: tuple[str, ...] = get_args(SegmentKind)
_PARTS: tuple[str, ...] = get_args(PartOfText)
_FORCES = ("", "yes", "no")


def structure_to_json(text: CanonicalText) -> dict[str, Any]:
    """Return everything of `text` but the text itself: rows of segments, what the file states, gaps.

    A row is kind, start, end, parent, part, label, mark, force, force_from, with empty strings cut
    off its end.
    """
    return {
        "segments": [_row(segment) for segment in text.segments],
        "stated": dict(text.stated),
        "gaps": list(text.gaps),
    }


def structure_bytes(text: CanonicalText) -> bytes:
    """Return the structure as canonical JSON; equal structures give equal bytes."""
    return canonical_json(structure_to_json(text))


def structure_sha256(text: CanonicalText) -> str:
    """Return the hash that `Snapshot.structure` holds."""
    return sha256_hex(structure_bytes(text))


def text_sha256(text: CanonicalText) -> str:
    """Return the hash that `Snapshot.text` holds: of the text as UTF-8."""
    return sha256_hex(text.text.encode())


def to_json(text: CanonicalText) -> dict[str, Any]:
    """Return `text` whole as plain JSON data."""
    return {"text": text.text, **structure_to_json(text)}


def from_json(data: Any) -> CanonicalText:
    """Build a canonical text from its whole JSON form.

    Raises `Unreadable` when a field is missing or wrong, or a segment leaves its text or its parent.
    """
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise Unreadable("The stored text cannot be read: it has no text.")
    return from_structure(data["text"], data)


def from_structure(text: str, data: Any) -> CanonicalText:
    """Build a canonical text from `text` and its structure; raises `Unreadable` as `from_json` does."""
    try:
        segments = tuple(_segment(row) for row in data["segments"])
        stated = {str(key): str(value) for key, value in data["stated"].items()}
        gaps = tuple(str(gap) for gap in data["gaps"])
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise Unreadable(
            "The stored structure of a text cannot be read: a field is missing or wrong."
        ) from error
    _check(segments, len(text))
    return CanonicalText(text, segments, stated, gaps)


def structure_from_bytes(text: str, data: bytes) -> CanonicalText:
    """Build a canonical text from `text` and the bytes of its structure; raises `Unreadable`."""
    try:
        return from_structure(text, json.loads(data))
    except (ValueError, RecursionError) as error:
        raise Unreadable("The stored structure of a text is not JSON.") from error


def _row(segment: Segment) -> list[int | str]:
    row: list[int | str] = [segment.kind, segment.start, segment.end, segment.parent, segment.part]
    row += [segment.label, segment.mark, segment.force, segment.force_from]
    while row[-1] == "":
        row.pop()
    return row


def _segment(row: Any) -> Segment:
    kind, start, end, parent, part = row[:5]
    label, mark, force, force_from = (*row[5:9], "", "", "", "")[:4]
    words = (label, mark, force_from)
    if kind not in _KINDS or part not in _PARTS or force not in _FORCES or len(row) > 9:
        raise ValueError(row)
    if not all(type(number) is int for number in (start, end, parent)) or not all(
        isinstance(w, str) for w in words
    ):
        raise ValueError(row)
    return Segment(kind, start, end, parent, label, mark, part, force, force_from)


def _check(segments: tuple[Segment, ...], length: int) -> None:
    """Each segment lies in the text, after its parent in order and within it in place."""
    for index, segment in enumerate(segments):
        above = segments[segment.parent] if 0 <= segment.parent < index else None
        low, high = (above.start, above.end) if above else (0, length)
        if segment.parent >= index or segment.parent < -1 or not low <= segment.start <= segment.end <= high:
            raise Unreadable("The stored structure does not fit its text: a segment leaves its parent.")
