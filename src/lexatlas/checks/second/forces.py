"""Does a rule forbid, bid or allow, as the roots of its modal and the negations of its words have it?"""

from collections.abc import Iterator

from lexatlas.checks.second.finding import Finding, borne, contradicted, unknown
from lexatlas.checks.second.plain import folded
from lexatlas.checks.second.roots import family, has, known
from lexatlas.core.facts import Norm


def force(fact: Norm, own: str, whole: str, language: str) -> Iterator[Finding]:
    """Yield whether the kind of a rule fits its words: no ban without a word that forbids, no leave under "must"."""
    said, modal = _spaced(f"{own} {whole}"), _spaced(fact.modal)
    if not modal or not known(language, "must"):
        yield unknown("force")
    elif modal not in said:
        yield contradicted("force", fact.modal, "the quote has no such words")
    else:
        yield {"prohibition": _ban, "permission": _leave, "requirement": _duty}[fact.kind](
            fact, modal, said, language
        )


def _spaced(words: str) -> str:
    return " ".join(folded(words).split())


def _ban(fact: Norm, modal: str, said: str, language: str) -> Finding:
    del modal
    forbids = has(said, language, "not", "ban", "only")
    return borne("force") if forbids else contradicted("force", fact.kind, "no word of the quote forbids")


def _leave(fact: Norm, modal: str, said: str, language: str) -> Finding:
    if has(said, language, "free"):
        return unknown("force")
    may, must = has(modal, language, "may"), has(modal, language, "must")
    barred = has(modal, language, "ban") or (may and has(modal, language, "not"))
    if barred or (may and _nobody(fact.actor, language)):
        return contradicted("force", fact.kind, fact.modal)
    if must and not may and not has(said, language, "not"):
        return contradicted("force", fact.kind, fact.modal)
    return borne("force") if may and not must else unknown("force")


def _nobody(actor: str, language: str) -> bool:
    """Return whether the words for who acts begin with a negation: "No person may"."""
    match = family(language, "nobody").match(folded(actor))
    return match is not None


def _duty(fact: Norm, modal: str, said: str, language: str) -> Finding:
    may, must = has(modal, language, "may"), has(modal, language, "must")
    if may and not must and not has(said, language, "only", "not", "ban"):
        return contradicted("force", fact.kind, fact.modal)
    return borne("force") if must and not may else unknown("force")
