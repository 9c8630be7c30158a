"""How the end of a line and the beginning of the next are joined: hyphens, and scripts without spaces."""

import re
import unicodedata
from collections.abc import Callable
from functools import cached_property

from lexatlas.sources.readers.pdf_glyphs import LINE_HYPHEN

_HYPHENS = f"-\u2010\u00ad{LINE_HYPHEN}"
_HYPHENED = re.compile(r"[^\W\d_]+[-\u2010][^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(r"[\u2e80-\u303f\u3041-\u30ff\u31c0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff65]")


class Joins:
    """Joins lines of one text; `whole` gives the text that shows how its words are spelt within lines."""

    def __init__(self, whole: Callable[[], str]) -> None:
        self._whole = whole

    @cached_property
    def _hyphened(self) -> frozenset[str]:
        words = _HYPHENED.findall(self._whole())
        return frozenset(word.replace("\u2010", "-").casefold() for word in words)

    def join(self, left: str, right: str) -> str:
        """Return two lines as one.

        A hyphen at the end goes only between a letter and a small letter of one script, and stays where the
        text itself writes the word with it; beside a digit, hyphen and space both stay.
        """
        if not left:
            return right
        if left[-1] in _HYPHENS and len(left) > 1:
            return self._hyphen(left[:-1], left[-1], right)
        if _UNSPACED.match(left[-1]) or _UNSPACED.match(right):
            return left + right
        return f"{left} {right}"

    def _hyphen(self, left: str, sign: str, right: str) -> str:
        shown = "" if sign == "\u00ad" else "-"
        if not (left[-1].isalpha() and right[:1].isalpha()):
            return f"{left}{shown} {right}"
        if not right[0].islower() or _script(left[-1]) != _script(right[0]):
            return f"{left}{shown}{right}"
        before, after = _LAST_WORD.search(left), _FIRST_WORD.match(right)
        written = f"{before[0]}-{after[0]}".casefold() if before and after else ""
        return f"{left}{shown if written in self._hyphened else ''}{right}"


def without_line_hyphen(words: str) -> str:
    """Return a line that nothing is joined to, its last hyphen as a plain one."""
    return words.replace(LINE_HYPHEN, "-")


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]
