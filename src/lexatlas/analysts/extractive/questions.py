"""Answers the codebook's questions one by one: retrieve, choose, form claims, and record what was looked for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lexatlas.analysts.extractive.asking import (
    answers,
    kind_of,
    leans,
    may_tell,
    of_now,
    of_other_assets,
    speaks_of,
)
from lexatlas.analysts.extractive.authorities import named_bodies
from lexatlas.analysts.extractive.exceptions import exceptions_to
from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.facts_names import STATES
from lexatlas.analysts.extractive.forms import (
    MAX_WORDS,
    MERE_POINTER,
    QUOTED_WORDS,
    VALUED,
    claim_from,
    pointer,
)
from lexatlas.analysts.extractive.known_families import ASSET
from lexatlas.analysts.extractive.nearest import nearest, places_of
from lexatlas.analysts.extractive.ranking import (
    Code,
    code_of,
    out_of_reach,
    score,
    term_class,
    tier,
    wanted_by,
)
from lexatlas.analysts.extractive.reading import COUNTED, Reading, ReadUnit
from lexatlas.analysts.extractive.schedules import rows
from lexatlas.analysts.extractive.signals import Met
from lexatlas.analysts.extractive.special import silent
from lexatlas.codebook.topic import FactQuestion, Topic
from lexatlas.core.claims import Claim
from lexatlas.core.evidence import LedgerEntry
from lexatlas.core.facts import Authority, Instrument, Norm
from lexatlas.retrieval.rank import Closeness

MOST_CLAIMS = 3
"""Claims told for one question: a few that answer it say more than many that are related."""
MOST_PLACES = 2
"""Pointers that name the terms of a passage in another language, for one question."""
Quoted = tuple[str, str, int]
"""A text's hash, a citation, and where the words quoted begin."""
_RULES = frozenset(("requirement", "prohibition", "permission", "sanction", "definition"))
LOOKED_AT = 3
"""Units that are tried at full length for the first answer to a question; after them shorter ones are preferred."""
MOST_ROWS = 5
"""Rows of a schedule told beside the rule that calls for it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that may answer a question, with the fact that does; `score` sorts, smaller first.

    Where a candidate of a better `tier` is told, those of a worse one are not.
    """

    unit: ReadUnit
    fact: ExtractedFact | None
    tier: tuple[int, int, int]
    score: tuple[float, ...]


@dataclass(frozen=True)
class Around:
    """What all questions of one run share.

    `facts` by (text hash, order of the unit); `code` is where the code comes from; `closeness` ranks passages
    by what a question asks; `silent` are the texts that never speak of the topic's matter: they answer none of its
    questions, and only tell of themselves (when they began, what they are for).
    """

    topic: Topic
    reading: Reading
    silent: frozenset[str]
    facts: dict[tuple[str, int], list[ExtractedFact]]
    code: Code
    closeness: Closeness


@dataclass(frozen=True)
class Answer:
    """What was found for one question; the ledger entry says in how many texts it was looked for."""

    question: FactQuestion
    claims: tuple[Claim, ...]
    ledger: LedgerEntry


def answer_all(
    topic: Topic, reading: Reading, met: Met, carried: Iterable[ReadUnit], said: Iterable[Claim]
) -> list[Answer]:
    """Answer every question of `topic` in codebook order.

    `met` are the units that met each signal, `carried` those that carry the status, `said` the claims made
    from them: a sentence that one question has brought is named again under the next, never made twice.
    """
    around = Around(
        topic=topic,
        reading=reading,
        silent=frozenset(text.snapshot.text for text in reading.texts if silent(topic, text)),
        facts=facts_by_unit(reading),
        code=code_of(carried, met, reading),
        closeness=Closeness([unit.passage for unit in reading.units()]),
    )
    known = {claim.sentence: claim for claim in said}
    return [_answer(number, question, around, known) for number, question in enumerate(topic.facts, start=1)]


def facts_by_unit(reading: Reading) -> dict[tuple[str, int], list[ExtractedFact]]:
    """Return the facts of every text by (text hash, order of the unit)."""
    found: dict[tuple[str, int], list[ExtractedFact]] = {}
    for text in reading.texts:
        orders = {unit.unit.parts: unit.order for unit in text.units}
        by_segment: dict[int, list[ReadUnit]] = {}
        for unit in text.units:
            by_segment.setdefault(unit.unit.article, []).append(unit)
        for fact in text.facts:
            order = orders.get(fact.unit.parts)
            # A rule that is read with its whole list belongs to each item's unit.
            inside = [order] if order is not None else _held_by(fact, by_segment.get(fact.unit.article, []))
            for each in inside:
                answer = _answering(fact, text.units[each])
                if answer is not None:
                    found.setdefault((text.snapshot.text, each), []).append(answer)
    return found


def _answering(fact: ExtractedFact, unit: ReadUnit) -> ExtractedFact | None:
    """Return a fact as it answers questions: what is left out of a law is free of it; None for what answers none.

    None is answered by what a law is applied to, which frees nobody, and by what is said of the weight of a paper.
    """
    stated = isinstance(fact.fact, Instrument) and fact.fact.reference in STATES.values()
    if stated or (fact.reach and (unit.norm is None or isinstance(fact.fact, Norm))):
        return None
    if not fact.reach or unit.norm is None:
        return fact
    if unit.norm.force != "exempt":
        return None
    words, norm = unit.words, unit.norm
    freed = Norm(
        kind="permission",
        actor=words[norm.actor.start : norm.actor.end],
        modal=words[norm.modal.start : norm.modal.end],
        action=words[norm.action.start : norm.action.end],
    )
    return replace(fact, fact=freed)


def _held_by(fact: ExtractedFact, units: list[ReadUnit]) -> list[int]:
    spans = fact.unit.parts
    return [
        unit.order
        for unit in units
        if all(any(s.start <= part.start and part.end <= s.end for s in spans) for part in unit.unit.parts)
    ]


def _answer(number: int, question: FactQuestion, around: Around, known: dict[str, Claim]) -> Answer:
    met = [unit for unit in _speaking(question, around.reading) if _meets(question, unit, around)]
    found = sorted(_candidates(question, met, around), key=lambda each: each.score)
    claims = list(_claims(question, found, known))
    listed = _rows(question, met, around, known) if question.schedule else []
    wanted = wanted_by(question, around.topic, around.reading)
    near = nearest(question, [each.unit for each in found], met, around.closeness, wanted)
    entry = LedgerEntry(
        id=f"L-{number}",
        question=question.id,
        looked_for=question.missing,
        texts=_searched(question, around.reading),
        hits=len(near),
        nearest=places_of(near),
    )
    return Answer(question, (*(claims[:1] if listed else claims), *listed), entry)


def _speaking(question: FactQuestion, reading: Reading) -> Sequence[ReadUnit]:
    """Return the units that hold the words asked for; a law is named in any unit of one on the asset."""
    if question.kinds[0] == "instrument":
        return reading.holding(())
    return reading.holding(frozenset(question.all) - {ASSET}, question.any)


def _searched(question: FactQuestion, reading: Reading) -> tuple[str, ...]:
    """Return the texts in which an answer was looked for: another place's law and the press are not among them."""
    texts = (text for text in reading.texts if text.reach in COUNTED and may_tell(question, text.source))
    return tuple(dict.fromkeys(text.snapshot.text for text in texts))


def _meets(question: FactQuestion, unit: ReadUnit, around: Around) -> bool:
    """Return whether a unit speaks of what is asked: it is counted as met, whether or not it makes a claim."""
    if (
        not may_tell(question, unit.source)
        or unit.text.snapshot.text in around.silent
        or not of_now(question, unit)
        or not _in_kind(question, unit, around)
    ):
        return False
    return speaks_of(
        question, unit, around.reading, around.code.licensing, around.code.articles
    ) and not of_other_assets(around.topic, unit)


def _in_kind(question: FactQuestion, unit: ReadUnit, around: Around) -> bool:
    """A question for definitions or for names of laws is met by these alone, not by all that uses the word."""
    if question.kinds[0] not in ("definition", "instrument"):
        return True
    held = around.facts.get((unit.text.snapshot.text, unit.order), ())
    return any(fact.kind in question.kinds for fact in held) or len(question.kinds) > 1


def _candidates(question: FactQuestion, met: list[ReadUnit], around: Around) -> Iterator[Candidate]:
    wanted = wanted_by(question, around.topic, around.reading)
    if question.kinds[0] == "authority":
        for unit, named in named_bodies(around.reading, around.facts):
            if may_tell(question, unit.source) and of_now(question, unit):
                yield _candidate(question, unit, named, around, 0.0)
    for unit in met:
        held = around.facts.get((unit.text.snapshot.text, unit.order), [])
        kinds = frozenset(fact.kind for fact in held)
        acts = any(isinstance(fact.fact, Authority) and fact.fact.role == "acts" for fact in held)
        for fact in (*held, *_bare(question, unit, kinds)):
            asked = kind_of(question, unit, fact) in question.kinds
            if asked and answers(question, around.topic, unit, fact, kinds, acts=acts):
                near = around.closeness.of(unit.passage, wanted)
                candidate = _candidate(question, unit, fact, around, near)
                if not out_of_reach(question, around.code, candidate.tier):
                    yield candidate


def _candidate(
    question: FactQuestion, unit: ReadUnit, fact: ExtractedFact | None, around: Around, near: float
) -> Candidate:
    placed = tier(question, unit, fact, around.code, around.reading)
    return Candidate(unit, fact, placed, score(question, around.topic, unit, fact, around.code, placed, near))


def _bare(question: FactQuestion, unit: ReadUnit, kinds: frozenset[str]) -> tuple[None, ...]:
    """A rule whose list was too long to be read as one fact can still be told by its stem and points.

    So can a sentence that bids nothing, where the question asks for such.
    """
    listed = unit.norm is not None and len(unit.unit.parts) > 1 and not kinds & _RULES
    return (None,) if listed or (question.statements and not kinds) else ()


def _claims(question: FactQuestion, found: list[Candidate], known: dict[str, Claim]) -> Iterator[Claim]:
    seen: set[tuple[str, int]] = set()
    told: set[tuple[str, int]] = set()
    ids: set[str] = set()
    best: tuple[int, ...] | None = None
    for candidate in found:
        key = (candidate.unit.text.snapshot.text, candidate.unit.order)
        if len(ids) >= MOST_CLAIMS or (best is not None and candidate.tier > best):
            break
        if key in seen:
            continue
        seen.add(key)
        most = MAX_WORDS if ids or len(seen) > LOOKED_AT else QUOTED_WORDS
        claim = _claim(question, candidate.unit, candidate.fact, known, most)
        if claim is not None:
            told.add(key)
        if claim is not None and claim.id not in ids:
            ids.add(claim.id)
            best = candidate.tier
            yield claim
    yield from _places(question, found, told, known)


def _places(
    question: FactQuestion, found: list[Candidate], told: set[tuple[str, int]], known: dict[str, Claim]
) -> Iterator[Claim]:
    """Yield a pointer to the best passage where none could be told; its place is named, its words are folded.

    In another language, where few passages can be told whole, the first few that name terms are pointed to. A
    place that another question has told of already is not pointed to once more: what was told stands.
    """
    before = {_quoted_at(claim): claim for claim in known.values()}
    named: dict[str, Claim] = {}
    for candidate in found[:LOOKED_AT]:
        key = (candidate.unit.text.snapshot.text, candidate.unit.order)
        if key not in told and candidate.tier == found[0].tier:
            claim = _pointed(question, candidate.unit, before, _held(found, candidate))
            if claim is not None and claim.template != MERE_POINTER:
                named.setdefault(claim.id, claim)
    for claim in list(named.values())[:MOST_PLACES]:
        yield known.setdefault(claim.sentence, claim)
    if not named and not told and found:
        claim = _pointed(question, found[0].unit, before, _held(found, found[0]))
        if claim is not None:
            yield known.setdefault(claim.sentence, claim)


def _quoted_at(claim: Claim) -> Quoted:
    """Return where a claim's words begin: one article may hold the definitions of many terms."""
    quote = claim.quotes[0]
    return (quote.snapshot, quote.locator, quote.parts[0].start)


def _held(found: list[Candidate], chosen: Candidate) -> list[ExtractedFact]:
    """Return the facts by which the unit of a candidate answers, in their order."""
    same = (each for each in found if each.unit is chosen.unit and each.fact is not None)
    facts = [each.fact for each in same if each.fact is not None]
    return sorted(facts, key=lambda fact: fact.highlight[:1])


def _pointed(
    question: FactQuestion, unit: ReadUnit, before: dict[Quoted, Claim], held: list[ExtractedFact]
) -> Claim | None:
    claim = pointer(question, unit, held)
    told = claim is None or claim.template == VALUED
    return claim if told or claim is None else before.get(_quoted_at(claim), claim)


def _claim(
    question: FactQuestion, unit: ReadUnit, fact: ExtractedFact | None, known: dict[str, Claim], most: int
) -> Claim | None:
    # What the asset or the provider itself means is worth the law's whole definition, however long.
    defined = fact is not None and fact.kind == "definition" and term_class(unit, fact) < 2
    claim = claim_from(question, unit, fact, exceptions_to(unit), QUOTED_WORDS if defined else most)
    if claim is None or leans(unit, claim.sentence):
        return None
    return known.setdefault(claim.sentence, claim)


def _rows(
    question: FactQuestion, met: list[ReadUnit], around: Around, known: dict[str, Claim]
) -> list[Claim]:
    """Return claims for the rows of a schedule that a rule on the matter refers to, as the law prints them."""
    told: list[Claim] = []
    for unit in rows(question, around.reading, around.facts, met):
        # A schedule carries no fact of its own: its words are quoted beside the rule that gives them force.
        claim = claim_from(question, unit, None, (), QUOTED_WORDS)
        if claim is not None and len(told) < MOST_ROWS:
            told.append(known.setdefault(claim.sentence, claim))
    return told
