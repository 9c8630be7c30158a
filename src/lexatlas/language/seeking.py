"""Where in a text a cue may stand: only around its longest word, found in the text without its vowel marks."""

import re
from collections.abc import Iterator, Sequence

_BARE: dict[int, str | None] = {
    **dict.fromkeys((*range(0x064B, 0x0660), 0x0670, 0x0640)),
    **{ord(sign): plain for sign, plain in {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"}.items()},
}
_REACH, _NEAR = 400, 60
"""Characters before and behind its longest word within which a cue lies: one that leaves words open, any other."""


def bare(text: str) -> str:
    """Return `text` without Arabic vowel marks and with letters that look alike made one.

    A cue whose longest word, made so, is not in a text made so is not in the text.
    """
    return text.translate(_BARE)


class Stretch:
    """A text in which many cues are sought one by one."""

    def __init__(self, text: str, folded: str) -> None:
        """Take a text and the same in small letters, in which words are looked up."""
        self._text = text
        self._bare = bare(folded)
        self._places = _places(text, self._bare)

    def matches(self, pattern: re.Pattern[str], needed: str) -> Iterator[re.Match[str]]:
        """Yield the matches of a cue as `finditer` does; `needed` is its longest word, folded and bare."""
        if needed not in self._bare:
            return
        if self._places is None or not needed:
            yield from pattern.finditer(self._text)
            return
        reach = _REACH if "{0," in pattern.pattern else _NEAR + len(pattern.pattern)
        done, at = 0, self._bare.find(needed)
        while at >= 0:
            place = self._places[at]
            match = None if place < done else self._one(pattern, max(done, place - reach), place + reach)
            if match is not None:
                yield match
                done = match.end()
            at = self._bare.find(needed, at + 1)

    def _one(self, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
        match = pattern.search(self._text, start, end)
        if match is not None and match.end() == end:
            # The end of the stretch is no border of a word.
            return pattern.match(self._text, match.start())
        return match


def _places(text: str, plain: str) -> Sequence[int] | None:
    """Return where each sign of the bare text stands in the text; None when that cannot be told."""
    if len(plain) == len(text):
        return range(len(text))
    kept = [place for place, sign in enumerate(text) if _BARE.get(ord(sign), "") is not None]
    return kept if len(kept) == len(plain) else None
