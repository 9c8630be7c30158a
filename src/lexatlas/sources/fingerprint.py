"""The fingerprint of a text: a few numbers by which it is seen how many words two texts share."""

import re
import zlib
from collections.abc import Iterable
from heapq import nsmallest

MARKS = 256
"""How many numbers a fingerprint has at most."""
_WORD = re.compile(r"\w+")
_SHINGLE = 8


def fingerprint(text: str) -> frozenset[int]:
    """The smallest checksums of runs of words: two texts share about as many as they share words.

    Runs begin at words that a checksum of the word picks, so that both texts pick the same places.
    """
    words = _WORD.findall(text.casefold())
    if len(words) < _SHINGLE * 4:
        # Scripts without spaces: signs take the place of words.
        words = list("".join(words))
    every = 1 if len(words) < 20_000 else 8
    starts: Iterable[int] = range(len(words) - _SHINGLE + 1)
    if every > 1:
        picked = {word for word in set(words) if zlib.crc32(word.encode()) % every == 0}
        starts = (at for at in starts if words[at] in picked)
    runs = (" ".join(words[at : at + _SHINGLE]) for at in starts)
    return frozenset(nsmallest(MARKS, {zlib.crc32(run.encode()) for run in runs}))
