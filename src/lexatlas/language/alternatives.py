"""Joins many patterns into one that means the same as `a|b|c` and is tried letter by letter, not one by one."""

import re
from collections.abc import Sequence

_BORDER = re.compile(r"\(\?<!(?:\\w|\[[^\[\]]*\])\)")
"""What must not stand before a pattern: a letter, as a pattern of one sign says it."""
_AT_START = {r"(?<!\w)": r"\b"}
_QUANTIFIERS = tuple("*+?{")
_ODD = {"i": "iI\u0130\u0131", "k": "kK\u212a", "s": "sS\u017f"}
"""Letters that more than two signs stand for where case is ignored."""


def folded(text: str) -> str:
    """Return `text` in small letters for a look-up, as a pattern that ignores case sees it.

    The Turkish letters İ and ı count as i, as they do for a pattern; the Russian ё counts as е.
    """
    return text.replace("İ", "i").replace("ı", "i").casefold().replace("ё", "е")


def alternatives(patterns: Sequence[str], *, ignore_case: bool) -> str:
    """Return a pattern for any of `patterns`, one at least, of which an earlier one wins, as in `a|b|c`.

    None of them may hold a `|` outside brackets. A regular expression tries its alternatives in turn at each place of
    a text; here those that begin alike stand together behind their first letter, so that most places cost one look.
    Two patterns that begin with letters no text sign could both match change places without harm.
    """
    border = _BORDER.match(patterns[0])
    shared = border.group() if border else ""
    rest = [pattern.removeprefix(shared) for pattern in patterns]
    if not all(
        pattern.startswith(shared) and _letter(bare) for pattern, bare in zip(patterns, rest, strict=True)
    ):
        return f"(?:{_grouped(patterns, ignore_case)})"
    # Before a letter "no letter stands here" is the same as \b, which costs no look back.
    return rf"{_AT_START.get(shared, shared)}(?:{_grouped(rest, ignore_case)})"


def _grouped(patterns: Sequence[str], ignore_case: bool) -> str:
    """Return the alternatives with what begins alike drawn together, as far as all of them begin with a letter."""
    letters = [_letter(pattern) for pattern in patterns]
    if len(patterns) < 2 or not all(letters):
        return "|".join(f"(?:{pattern})" for pattern in patterns)
    groups: dict[str, list[str]] = {}
    for pattern in patterns:
        groups.setdefault(folded(pattern[0]), []).append(pattern)
    return "|".join(_group(listed, ignore_case) for listed in groups.values())


def _group(patterns: Sequence[str], ignore_case: bool) -> str:
    """Return patterns of one first letter with this letter before them; those of unlike case as they are."""
    first = patterns[0][0]
    if any(pattern[0] != first for pattern in patterns):
        return "|".join(f"(?:{pattern})" for pattern in patterns)
    rest = _grouped([pattern[1:] for pattern in patterns], ignore_case)
    return f"{_sign(first) if ignore_case else first}(?:{rest})"


def _sign(letter: str) -> str:
    """Return a letter in either case: a set of signs is passed over sooner than a letter whose case is ignored."""
    if not letter.isascii() or not letter.isalpha():
        return letter
    return f"(?-i:[{_ODD.get(letter.lower(), letter.lower() + letter.upper())}])"


def _letter(pattern: str) -> str:
    """Return the letter or digit that a pattern begins with, "" where it begins with anything else."""
    plain = pattern[:1].isalnum() and not pattern[1:2].startswith(_QUANTIFIERS)
    return pattern[0] if plain else ""
