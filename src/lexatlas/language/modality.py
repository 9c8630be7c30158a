"""What a legal sentence does: forbids, requires, permits, exempts, defines or states; and for whom."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lexatlas.core.evidence import Span
from lexatlas.core.facts import Force
from lexatlas.language.conditions import Clause, clauses
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon

_FORCES = ("prohibited", "exempt", "permitted", "required")


@dataclass(frozen=True)
class NormReading:
    """A rule read from one unit; spans point into the unit's words.

    `actor` and `action` may be empty spans. `only` marks "may … only": allowed thus, forbidden otherwise.
    `sanction` marks words on what follows a breach.
    """

    force: Force
    actor: Span
    modal: Span
    action: Span
    clauses: tuple[Clause, ...]
    only: bool = False
    sanction: bool = False

    @property
    def exceptions(self) -> tuple[Clause, ...]:
        """The clauses that take something out of the rule."""
        return tuple(clause for clause in self.clauses if clause.kind == "exception")

    @property
    def conditions(self) -> tuple[Clause, ...]:
        """The clauses on which the rule depends."""
        return tuple(clause for clause in self.clauses if clause.kind in ("condition", "restriction"))


@cache
def _pattern(language: str, family: str) -> re.Pattern[str]:
    return phrases_regex(lexicon(language).words("modals", family), language)


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    force: str


def _modals(text: str, language: str) -> list[_Hit]:
    """Return the modals of `text` by place; a longer one hides the shorter one inside it."""
    hits: list[_Hit] = []
    for force in _FORCES:
        for match in _pattern(language, force).finditer(text):
            if not any(
                hit.start <= match.start() < hit.end or match.start() <= hit.start < match.end()
                for hit in hits
            ):
                hits.append(_Hit(*match.span(), force))
    return sorted(hits, key=lambda hit: hit.start)


def _main(text: str, hits: list[_Hit], conditional: tuple[Clause, ...]) -> _Hit | None:
    """The main modal is the first outside a clause that an "if" or "where" opens."""
    outside = [
        hit
        for hit in hits
        if not any(clause.span.start < hit.start < clause.span.end for clause in conditional)
    ]
    return outside[0] if outside else None


def read_norm(text: str, language: str) -> NormReading | None:
    """Read the rule of one unit; None when no modal, definition or sanction verb stands in it.

    "No person shall" forbids; "may only" requires with `only`; "shall be liable" states a sanction;
    "means" and "shall be deemed" define; "need not" and "does not apply" exempt.
    """
    code = language.split("-")[0]
    found = tuple(clauses(text, code))
    opening = tuple(clause for clause in found if clause.kind in ("condition", "exception"))
    hit = _main(text, _modals(text, code), opening)
    defining = _pattern(code, "defines").search(text)
    sanction = _pattern(code, "sanction").search(text)
    if sanction and (hit is None or hit.start >= sanction.start() - 12):
        return _build(text, _Hit(*sanction.span(), "states"), found, code, sanction=True)
    if defining and (hit is None or defining.start() <= hit.start):
        return _build(text, _Hit(*defining.span(), "defines"), found, code)
    return _build(text, hit, found, code) if hit else None


def _build(
    text: str, hit: _Hit, found: tuple[Clause, ...], language: str, sanction: bool = False
) -> NormReading:
    actor = _actor(text, hit, found)
    force = hit.force
    only = force == "permitted" and _only(text, hit, language)
    if force in ("required", "permitted") and _negative(text, actor, language):
        force = "prohibited"
    elif only:
        force = "required"
    action = Span(hit.end, len(text.rstrip().rstrip(".;")))
    return NormReading(
        _as_force(force), actor, Span(hit.start, hit.end), _trim(text, action), found, only, sanction
    )


def _as_force(force: str) -> Force:
    named: dict[str, Force] = {
        "prohibited": "prohibited", "required": "required", "permitted": "permitted", "exempt": "exempt",
        "defines": "defines", "states": "states",
    }  # fmt: skip
    return named[force]


def _only(text: str, hit: _Hit, language: str) -> bool:
    match = _pattern(language, "only").search(text)
    return match is not None and match.start() - 40 <= hit.start <= match.end()


def _negative(text: str, actor: Span, language: str) -> bool:
    head = text[actor.start : actor.end].lstrip("\"'“ ")
    return _pattern(language, "negative_subject").match(head) is not None


def _actor(text: str, hit: _Hit, found: tuple[Clause, ...]) -> Span:
    """The actor is what stands between the last opening clause (or stop) and the modal."""
    start = max((match.end() for match in re.finditer(r"[;:.]\s|^", text[: hit.start])), default=0)
    for clause in found:
        if clause.span.start <= start + 2 and clause.span.end < hit.start:
            start = clause.span.end + 1
    return _trim(text, Span(min(start, hit.start), hit.start))


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return Span(start, end)


NormKind = Literal["requirement", "prohibition", "permission"]


def norm_kind(norm: NormReading) -> NormKind | None:
    """Return the kind of fact for a reading; None for definitions, sanctions and plain statements."""
    kinds: dict[str, NormKind] = {
        "prohibited": "prohibition", "required": "requirement", "permitted": "permission", "exempt": "permission",
    }  # fmt: skip
    return None if norm.sanction else kinds.get(norm.force)
