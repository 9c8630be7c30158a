"""Does another quote say the opposite for the same actor and activity, and what settles it?"""

from collections.abc import Sequence
from dataclasses import dataclass

from lexatlas.checks.answer import no, yes
from lexatlas.checks.pairing import pair
from lexatlas.checks.view import View, supporting
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.evidence import LAW_KINDS, Span
from lexatlas.language.modality import NormReading, read_norm
from lexatlas.language.terms import content_words

NAME = "conflicts"
_OPPOSITE = {("prohibited", "permitted"), ("prohibited", "required"), ("required", "exempt")}
_NO_LAW = len(LAW_KINDS)


@dataclass(frozen=True)
class Said:
    """What a claim's unit says, by its surface: who, what, with which force; and where it ranks."""

    claim: Claim
    actor: frozenset[str]
    action: frozenset[str]
    limits: int
    force: str
    rank: int
    since: str
    layer: str


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no when an open conflict, or a higher norm, stands against the claim in its document."""
    return view.settled.get(claim.id) or yes(NAME, reason="No claim of this analysis says otherwise.")


def settle(claims: Sequence[Claim], view: View) -> dict[str, CheckAnswer]:
    """Return an answer for each claim that another opposes.

    Rank of norm settles first: the lower yields. Then the in-force date: the earlier is superseded, which is
    no contradiction. Then the rule with more conditions: neither yields. What is left is open: both conflict.
    """
    rules = [said for claim in claims if (said := _said(claim, view))]
    answers: dict[str, CheckAnswer] = {}
    for index, first in enumerate(rules):
        for second in rules[index + 1 :]:
            if _opposed(first, second):
                answers.update(_settled(first, second))
    return answers


def _said(claim: Claim, view: View) -> Said | None:
    unit = pair(claim, view).unit
    norm = read_norm(unit.text, unit.language) if unit else None
    if unit is None or norm is None:
        return None
    source = view.source(supporting(claim)[0])
    limits = [clause for clause in norm.clauses if clause.kind != "reference"]
    return Said(
        claim,
        frozenset(content_words(unit.text[slice(*norm.actor)], unit.language)),
        frozenset(content_words(unit.text[slice(*_bare_action(norm))], unit.language)),
        len(limits),
        norm.force,
        LAW_KINDS.index(source.kind) if source and source.kind in LAW_KINDS else _NO_LAW,
        claim.holds.since or (source.date or "" if source else ""),
        source.jurisdiction if source else "",
    )


def _bare_action(norm: NormReading) -> Span:
    """Return the action up to the first condition or exception in it."""
    inside = [
        c.span.start for c in norm.clauses if c.kind != "reference" and c.span.start > norm.action.start
    ]
    return Span(norm.action.start, min([*inside, norm.action.end]))


def _opposed(first: Said, second: Said) -> bool:
    forces = {(first.force, second.force), (second.force, first.force)}
    same = first.actor == second.actor and first.action == second.action and first.layer == second.layer
    return bool(same and first.action and forces & _OPPOSITE)


def _settled(first: Said, second: Said) -> dict[str, CheckAnswer]:
    if first.rank != second.rank:
        lower, higher = sorted((first, second), key=lambda said: -said.rank)
        return {lower.claim.id: no(NAME, [higher.claim.sentence], "A norm of higher rank says otherwise.")}
    if first.since and second.since and first.since != second.since:
        earlier, later = sorted((first, second), key=lambda said: said.since)
        return {earlier.claim.id: yes(NAME, [later.claim.sentence], "Superseded by a later rule.")}
    if first.limits != second.limits:
        general, special = sorted((first, second), key=lambda said: said.limits)
        return {
            general.claim.id: yes(NAME, [special.claim.sentence], "A more specific rule stands beside it.")
        }
    reason = "A quote of the same rank and date says otherwise: the code is contested."
    return {
        first.claim.id: no(NAME, [second.claim.sentence], reason),
        second.claim.id: no(NAME, [first.claim.sentence], reason),
    }
