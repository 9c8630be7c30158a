"""Which provisions of a text its own words refer to: worked out once a text, whatever is asked of it."""

from lexatlas.core.evidence import CanonicalText
from lexatlas.language.kept import Kept
from lexatlas.language.scopes import Places, references

LONGEST_FOLLOWED = 4000
"""References inside a longer provision, in characters, are not followed: it reaches too much to tell anything."""


class Referring:
    """The references of one text in one language; segments are named by their index."""

    def __init__(self, text: CanonicalText, language: str) -> None:
        # The text itself is not held: it holds this, and would never be let go.
        self._places, self._language = Places(text.segments), language
        self._groups = frozenset(i for i, segment in enumerate(text.segments) if segment.kind == "group")
        self._known: dict[tuple[str, int], list[int]] = {}

    def by_words(self, words: str, segment: int) -> list[int]:
        """Return the segments that `words`, which stand in `segment`, refer to.

        "This Part" and the like reach everything, which says nothing of one provision: groups are left out.
        """
        key = (words, segment)
        if key not in self._known:
            named = references(words, self._language)
            found = [index for reference in named for index in self._places.resolve(reference, segment)]
            self._known[key] = [index for index in found if index not in self._groups]
        return self._known[key]

    def by_segment(self, text: CanonicalText, segment: int) -> list[int]:
        """Return the segments that the words of `segment` refer to; none where it is long."""
        start, end = text.segments[segment].start, text.segments[segment].end
        return self.by_words(text.text[start:end], segment) if end - start < LONGEST_FOLLOWED else []


_REFERRING: Kept[Referring] = Kept()


def referring(text: CanonicalText, language: str) -> Referring:
    """Return the references of `text`, kept as long as it lives."""
    return _REFERRING.of(text, language, lambda: Referring(text, language))
