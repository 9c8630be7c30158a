"""Conditions, exceptions and restrictions of a rule, and the tokens that no claim may drop."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lexatlas.core.evidence import Span
from lexatlas.language.cues import CueMatcher, phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.numerals import numbers

ClauseKind = Literal["condition", "exception", "restriction", "reference"]
_KINDS: tuple[ClauseKind, ...] = ("exception", "restriction", "condition", "reference")
_END = re.compile(r"[;:。；]|\.(?=\s|$)|,(?=\s)|，|، ")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause at `span`, from its cue to the comma or stop that ends it."""

    span: Span
    cue: str
    kind: ClauseKind


@dataclass(frozen=True, slots=True, order=True)
class Token:
    """A token that changes what a rule says: its kind, and its value in a form that can be compared."""

    kind: Literal["negation", "modal", "number", "condition", "exception", "restriction"]
    value: str


@cache
def _matcher(language: str) -> CueMatcher:
    lex = lexicon(language)
    return CueMatcher({kind: lex.words("conditions", kind) for kind in _KINDS}, language)


def clauses(text: str, language: str) -> list[Clause]:
    """Return the conditional clauses of `text` by place; of cues that overlap the longest is taken."""
    code = language.split("-")[0]
    hits = sorted(_matcher(code).find(text), key=lambda hit: (hit.start, -hit.end, _KINDS.index(hit.family)))  # type: ignore[arg-type]
    found: list[Clause] = []
    taken = -1
    for hit in hits:
        if hit.start < taken:
            continue
        taken = hit.end
        end = _END.search(text, hit.end)
        found.append(Clause(Span(hit.start, end.start() if end else len(text)), hit.cue, hit.family))  # type: ignore[arg-type]
    return found


def critical_tokens(text: str, language: str) -> list[Token]:
    """Return the negations, modals, numbers, conditions, exceptions and restrictions of `text`, by place.

    Two texts that differ in this list do not say the same. Modals are given by their force, so "must" and
    "shall" are equal; numbers as plain decimals, so "ten" and "10" are equal.
    """
    code = language.split("-")[0]
    lex = lexicon(code)
    found: list[tuple[int, Token]] = []
    taken: list[tuple[int, int]] = []
    for force in ("prohibited", "exempt", "permitted", "required"):
        for match in phrases_regex(lex.words("modals", force), code).finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                found.append((match.start(), Token("modal", force)))
    for match in phrases_regex(lex.words("negations"), code).finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append((match.start(), Token("negation", match.group().casefold())))
    found += [
        (number.span.start, Token("number", format(number.value.normalize(), "f")))
        for number in numbers(text, code)
    ]
    found += [(clause.span.start, Token(clause.kind, clause.cue)) for clause in clauses(text, code)
              if clause.kind != "reference"]  # type: ignore[arg-type]  # fmt: skip
    return [token for _, token in sorted(found, key=lambda pair: (pair[0], pair[1]))]
