"""A reading: exact words of a text with the typed value that they give."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from lexatlas.core.evidence import Span

V = TypeVar("V")


@dataclass(frozen=True)
class Reading(Generic[V]):
    """`text[span.start:span.end] == words`, and `value` is what those words say (a value of core.facts)."""

    span: Span
    value: V
    words: str


def reading(text: str, start: int, end: int, value: V) -> Reading[V]:
    """Build a reading of `text[start:end]`."""
    return Reading(Span(start, end), value, text[start:end])
