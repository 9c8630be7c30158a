"""What was worked out of a text, kept as long as the text itself lives: several questions are asked of one text."""

import weakref
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from lexatlas.core.evidence import CanonicalText

T = TypeVar("T")


class Kept(Generic[T]):
    """Values by text and key; safe from any thread, since two that work at once make the same value.

    A text is known by being the same object: comparing two long ones would cost what is to be saved.
    """

    def __init__(self) -> None:
        self._held: dict[tuple[int, Hashable], tuple[weakref.ref[CanonicalText], T]] = {}

    def of(self, text: CanonicalText, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` gave for `text` and `key`, made now when it is not there."""
        place = (id(text), key)
        held = self._held.get(place)
        # Another text may have come to lie where a dead one lay.
        if held is not None and held[0]() is text:
            return held[1]
        made = make()
        self._held[place] = (weakref.ref(text, lambda _: self._held.pop(place, None)), made)
        return made

    def held(self) -> int:
        """Return how many values are kept now."""
        return len(self._held)
