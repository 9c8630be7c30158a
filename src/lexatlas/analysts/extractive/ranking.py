"""The order of units that may answer a question: what is asked first, what carries the code, whose law, how close."""

from collections.abc import Iterable
from dataclasses import dataclass

from lexatlas.analysts.extractive.asking import Place, bidden, kind_of
from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.known_families import ASSET, PROVIDER
from lexatlas.analysts.extractive.reading import Reading, ReadUnit, phrases
from lexatlas.analysts.extractive.schedules import calls_schedule
from lexatlas.analysts.extractive.signals import Met, weight
from lexatlas.codebook.topic import FactQuestion, Topic
from lexatlas.core.facts import Authority, Definition
from lexatlas.retrieval.rank import Query, query

_GRANTING = frozenset(("licence", "registration", "provider"))
_OTHER_FIRMS = frozenset(("supervised", "bank"))
_FIGURES = ("money", "rate", "count", "period")
_LATE = ("not yet", "superseded", "repealed")
_ACTORS = {
    "person": ("individual", "retail", "client", "anyone"),
    "provider": ("provider", "anyone"),
    "issuer": ("issue", "provider"),
    "bank": ("bank", "supervised"),
}
OPENING = 2
"""A clause that begins within so many characters opens the sentence."""


@dataclass(frozen=True)
class Code:
    """Where the code comes from: the units that carry it, and the articles that bar acting without a licence."""

    carrying: frozenset[Place]
    articles: frozenset[Place]
    licensing: frozenset[str]


def code_of(carried: Iterable[ReadUnit], met: Met, reading: Reading) -> Code:
    """Return where the code comes from; `licensing` are the texts whose licence reaches the asset."""
    listed = list(carried)
    named = [unit for name in met if name.startswith(("licence-", "registration-")) for unit in met[name]]
    licensing = frozenset(unit.text.snapshot.text for unit in named)
    bars = [unit for unit in reading.units() if unit.text.snapshot.text in licensing and _bars(unit)]
    licences = {(unit.text.snapshot.text, unit.order) for unit in named}
    # The duty to be licensed is the core; where the code rests on none, all that it rests on is.
    core = [unit for unit in listed if (unit.text.snapshot.text, unit.order) in licences] or listed
    return Code(
        carrying=frozenset((unit.text.snapshot.text, unit.order) for unit in listed),
        articles=frozenset((u.text.snapshot.text, u.unit.article) for u in (*core, *bars)),
        licensing=licensing,
    )


def _bars(unit: ReadUnit) -> bool:
    """A law that licenses the asset with other things may bar them all in one rule that names none."""
    barred = unit.norm is not None and unit.norm.force == "prohibited" and "anyone" in unit.actor_families
    return (
        barred
        and "activity" in unit.families
        and ("licence" in unit.exception_families or "without-licence" in unit.families)
    )


def score(
    question: FactQuestion,
    topic: Topic,
    unit: ReadUnit,
    fact: ExtractedFact | None,
    code: Code,
    placed: tuple[int, int, int],
    near: float,
) -> tuple[float, ...]:
    """Return what candidates are sorted by, smaller first.

    `placed` is their tier; `near` is how close the words are to the question.

    In force before not; the term asked for; what belongs to the code; what carries it; what the question puts
    first; the topic's actor and its own asset; rank of norm and part of text; then closeness.
    """
    kinds = (*question.kinds, kind_of(question, unit, fact))
    return (
        int(unit.force in _LATE),
        *placed,
        term_class(unit, fact),
        _naming(question, unit, fact),
        unit.order if _names_authority(question, unit, fact) else 0,
        0 if ASSET in unit.families or not question.statements else 1,
        unit.order if question.statements else 0,
        int((unit.text.snapshot.text, unit.order) not in code.carrying),
        _without_figure(question, unit, fact),
        int(question.schedule and not calls_schedule(unit)),
        _actor_class(question, topic, unit),
        _for_some(unit),
        -len(unit.families & frozenset(question.first)),
        0 if ASSET in unit.families else 1,
        *weight(unit),
        -near,
        kinds.index(kind_of(question, unit, fact)),
        len(unit.words),
        unit.order,
    )


def tier(
    question: FactQuestion, unit: ReadUnit, fact: ExtractedFact | None, code: Code, reading: Reading
) -> tuple[int, int, int]:
    """Return what parts answers from what is only related: where a better tier answers, a worse one is not told."""
    placed = (fact is not None and fact.kind == "definition") or _names_authority(question, unit, fact)
    return (
        max(0, term_class(unit, fact) - 1),
        _far(unit, code, reading) if question.near_code and not placed else 0,
        int(question.statements and len(unit.unit.parts) > 1 and ASSET not in unit.families),
    )


def out_of_reach(question: FactQuestion, code: Code, placed: tuple[int, int, int]) -> bool:
    """Return whether a unit stands too far from the code to answer what is asked of it.

    Where the code is shown, a rule on licences that neither stands by it nor leads to it is one on something
    else. A sanction and an authority may stand anywhere.
    """
    asked = question.near_code and question.kinds[0] not in ("sanction", "authority")
    return asked and bool(code.articles) and placed[1] > 1


def term_class(unit: ReadUnit, fact: ExtractedFact | None) -> int:
    """Return 0 for the definition of the asset itself, 1 for that of the provider, 2 for terms that name either.

    3 for the definition of anything else, 0 for other facts.
    """
    if fact is None or not isinstance(fact.fact, Definition):
        return 0
    term = fact.fact.term.strip()
    hits = unit.text.matcher.find(term)
    whole = {hit.family for hit in hits if hit.end - hit.start == len(term)}
    if ASSET in whole:
        return 0
    if PROVIDER in whole and not whole & _OTHER_FIRMS:
        return 1
    return 2 if {hit.family for hit in hits} & {ASSET, PROVIDER} else 3


def _far(unit: ReadUnit, code: Code, reading: Reading) -> int:
    """Return 0 for a unit in an article that carries the code, or that refers to one; 1 by way of another; else 2."""
    text = unit.text.snapshot.text
    if (text, unit.order) in code.carrying or (text, unit.unit.article) in code.articles:
        return 0
    straight = unit.text.referred(unit)
    if any((text, _article(unit, at)) in code.articles for at in straight):
        return 0
    round_about = reading.reached_segments(unit)
    return 1 if any((text, _article(unit, at)) in code.articles for _, at in round_about) else 2


def _article(unit: ReadUnit, index: int) -> int:
    segments = unit.text.text.segments
    while index >= 0 and segments[index].kind not in ("article", "annex"):
        index = segments[index].parent
    return index


def _naming(question: FactQuestion, unit: ReadUnit, fact: ExtractedFact | None) -> int:
    """Return 0 for what says who the authority is, 1 for what makes a body one, 2 for what it does; else 0."""
    if question.kinds[0] != "authority" or _defines_body(fact):
        return 0
    return 1 if "designates" in bidden(unit) else 2


def _names_authority(question: FactQuestion, unit: ReadUnit, fact: ExtractedFact | None) -> bool:
    """Who the authority is may stand far from the rules that carry the code."""
    return question.kinds[0] == "authority" and _naming(question, unit, fact) < 2


def _defines_body(fact: ExtractedFact | None) -> bool:
    return fact is not None and isinstance(fact.fact, Authority) and fact.fact.role == "defined"


def _without_figure(question: FactQuestion, unit: ReadUnit, fact: ExtractedFact | None) -> int:
    """Where a figure is asked, or how heavy a fine is, what gives it comes first."""
    wanted = "money" if question.kinds[0] == "sanction" else question.kinds[0]
    return int(wanted in _FIGURES and kind_of(question, unit, fact) != wanted)


def _for_some(unit: ReadUnit) -> int:
    """A rule for all cases comes before one that opens with a condition ("Where close links exist, …")."""
    return int(unit.norm is not None and any(clause.span.start <= OPENING for clause in unit.norm.conditions))


def _actor_class(question: FactQuestion, topic: Topic, unit: ReadUnit) -> int:
    """Return 0 for a rule whose actor is the topic's, 2 for one that tells a public body what to do, else 1."""
    asks = {*question.families(), *question.kinds} - set(question.actor_none)
    if unit.by_authority:
        return 0 if asks & {"authority", "register", "time-limit", "sanction"} else 2
    return 0 if unit.actor_families & frozenset(_ACTORS[topic.actor]) else 1


def wanted_by(question: FactQuestion, topic: Topic, reading: Reading) -> Query:
    """Return what a question looks for: its cue families but the asset, and the words of their phrases."""
    own = sorted({*question.all, *question.any} - {ASSET})
    families = _GRANTING.union(own) if "authority" in question.kinds else own
    cues = {name: topic.cues[name] for name in own if name in topic.cues}
    languages = {text.snapshot.language.split("-")[0] for text in reading.texts}
    listed = {code: phrases(cues, code).values() for code in sorted(languages)}
    return query(families, {code: [cue for each in rows for cue in each] for code, rows in listed.items()})
