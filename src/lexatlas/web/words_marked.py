"""Two sentences side by side: which words were taken away, and which came."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|\w+|\s+|[^\w\s]")
LONGEST = 6_000
"""Signs of a sentence that are held word against word; a longer one is struck and set whole."""


@dataclass(frozen=True)
class Stretch:
    """Some words: "same" on both sides, "gone" from the one before, or "new" in the one after."""

    kind: Literal["same", "gone", "new"]
    text: str


def marked(before: str, after: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return the stretches of either side in order; joined they are the sentences again."""
    if max(len(before), len(after)) > LONGEST:
        return (Stretch("gone", before),), (Stretch("new", after),)
    one, two = _WORD.findall(before), _WORD.findall(after)
    # Most sentences differ in one place: only what lies between what is the same at either end is held together.
    head = _alike(one, two)
    tail = _alike(one[head:][::-1], two[head:][::-1])
    begun, ended = "".join(one[:head]), "".join(one[len(one) - tail :])
    left, right = [Stretch("same", begun)], [Stretch("same", begun)]
    one, two = one[head : len(one) - tail], two[head : len(two) - tail]
    for kind, start, end, other, last in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        gone, new = "".join(one[start:end]), "".join(two[other:last])
        left.append(Stretch("same" if kind == "equal" else "gone", gone))
        right.append(Stretch("same" if kind == "equal" else "new", new))
    left.append(Stretch("same", ended))
    right.append(Stretch("same", ended))
    return _joined([each for each in left if each.text]), _joined([each for each in right if each.text])


def _alike(one: Sequence[str], two: Sequence[str]) -> int:
    """Return how many words both begin with."""
    for number, (before, after) in enumerate(zip(one, two, strict=False)):
        if before != after:
            return number
    return min(len(one), len(two))


def _joined(found: list[Stretch]) -> tuple[Stretch, ...]:
    """Join runs of a kind, and marks that only a space parts: a changed phrase is one mark."""
    made: list[Stretch] = []
    for index, each in enumerate(found):
        kind = each.kind
        between = (
            0 < index < len(found) - 1
            and each.text.isspace()
            and found[index - 1].kind == found[index + 1].kind
        )
        if between and kind == "same":
            kind = found[index - 1].kind
        if made and made[-1].kind == kind:
            made[-1] = Stretch(kind, made[-1].text + each.text)
        else:
            made.append(Stretch(kind, each.text))
    return tuple(made)
