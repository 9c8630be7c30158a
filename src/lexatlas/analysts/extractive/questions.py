"""Answers the codebook's questions one by one: retrieve, choose, form claims, and record what was looked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.forms import MAX_WORDS, QUOTED_WORDS, claim_from, pointer
from lexatlas.analysts.extractive.reading import COUNTED, Reading, ReadUnit, phrases
from lexatlas.analysts.extractive.signals import Met, weight
from lexatlas.codebook.topic import FactQuestion, Topic
from lexatlas.core.claims import Claim
from lexatlas.core.evidence import NOT_LAW_YET, LedgerEntry, Source
from lexatlas.core.facts import Definition, LegalDate
from lexatlas.retrieval.rank import Closeness, Query, query

MOST_CLAIMS = 6
"""Claims kept for one question: three are shown, the rest folded."""
ASSET, PROVIDER = "asset", "provider"
PENDING = "pending-change"
_NORMS = {
    "required": "requirement",
    "prohibited": "prohibition",
    "permitted": "permission",
    "exempt": "permission",
}
_OTHER_ASSETS = frozenset(("stablecoin", "e-money", "securities", "nft", "cbdc"))
_GRANTING = frozenset(("licence", "registration", "provider"))
_TIERS = ("T1", "T2", "T3")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that may answer a question, with the fact that does; `score` sorts, smaller first."""

    unit: ReadUnit
    fact: ExtractedFact | None
    score: tuple[float, ...]


@dataclass(frozen=True)
class Around:
    """What all questions of one run share.

    `facts` by (text hash, order of the unit); `carrying` are the units that carry the status, `licensing` the
    texts whose licence or registration reaches the asset; `closeness` ranks passages by what a question asks.
    """

    topic: Topic
    reading: Reading
    facts: dict[tuple[str, int], list[ExtractedFact]]
    carrying: frozenset[tuple[str, int]]
    licensing: frozenset[str]
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
        facts=facts_by_unit(reading),
        carrying=frozenset((unit.text.snapshot.text, unit.order) for unit in carried),
        licensing=_licensing(met),
        closeness=Closeness([unit.passage for unit in reading.units()]),
    )
    known = {claim.sentence: claim for claim in said}
    return [_answer(number, question, around, known) for number, question in enumerate(topic.facts, start=1)]


def _licensing(met: Met) -> frozenset[str]:
    names = [name for name in met if name.startswith(("licence-", "registration-"))]
    return frozenset(unit.text.snapshot.text for name in names for unit in met[name])


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
                found.setdefault((text.snapshot.text, each), []).append(fact)
    return found


def _held_by(fact: ExtractedFact, units: list[ReadUnit]) -> list[int]:
    spans = fact.unit.parts
    return [
        unit.order
        for unit in units
        if all(any(s.start <= part.start and part.end <= s.end for s in spans) for part in unit.unit.parts)
    ]


def _answer(number: int, question: FactQuestion, around: Around, known: dict[str, Claim]) -> Answer:
    candidates = sorted(_candidates(question, around), key=lambda each: each.score)
    claims = list(_claims(question, candidates, known))
    met = {(each.unit.text.snapshot.text, each.unit.order) for each in candidates}
    entry = LedgerEntry(
        id=f"L-{number}",
        question=question.id,
        looked_for=question.missing,
        texts=_searched(question, around.reading),
        hits=len(met),
    )
    return Answer(question, tuple(claims), entry)


def _searched(question: FactQuestion, reading: Reading) -> tuple[str, ...]:
    """Return the texts in which an answer was looked for: another place's law and the press are not among them."""
    texts = (text for text in reading.texts if text.reach in COUNTED and _may_tell(question, text.source))
    return tuple(dict.fromkeys(text.snapshot.text for text in texts))


def _candidates(question: FactQuestion, around: Around) -> Iterator[Candidate]:
    wanted = wanted_by(question, around.topic, around.reading)
    for unit in around.reading.units():
        told = _may_tell(question, unit.source) and _of_now(question, unit)
        if not told or not _asks(question, unit, around.reading, around.licensing):
            continue
        key = (unit.text.snapshot.text, unit.order)
        for fact in around.facts.get(key) or _bare(unit):
            kind_fits = _kind(fact, unit) in question.kinds and _names_who_acts(question, unit, fact)
            if kind_fits and _to_come(question, unit, fact):
                near = around.closeness.of(unit.passage, wanted)
                yield Candidate(unit, fact, _score(question, around, unit, fact, near))


def _bare(unit: ReadUnit) -> tuple[None, ...]:
    """A rule whose list was too long to be read as one fact can still be told by its stem and points."""
    return (None,) if unit.norm is not None and len(unit.unit.parts) > 1 else ()


def _kind(fact: ExtractedFact | None, unit: ReadUnit) -> str:
    if fact is not None:
        return fact.kind
    return _NORMS.get(unit.norm.force, "") if unit.norm else ""


def _names_who_acts(question: FactQuestion, unit: ReadUnit, fact: ExtractedFact | None) -> bool:
    """A question for an authority is answered by its name, or by a rule that tells it to license or register."""
    if question.kinds[0] != "authority" or _kind(fact, unit) == "authority":
        return True
    return unit.by_authority and bool(unit.families & _GRANTING)


def _may_tell(question: FactQuestion, source: Source) -> bool:
    """A bill, a draft or a consultation tells what is coming, never what the law is."""
    return source.tier in _TIERS and (source.kind not in NOT_LAW_YET or question.section == "recent")


def _of_now(question: FactQuestion, unit: ReadUnit) -> bool:
    """What was repealed or superseded answers nothing but questions about what has lately changed."""
    return unit.force not in ("repealed", "superseded") or question.section == "recent"


def _to_come(question: FactQuestion, unit: ReadUnit, fact: ExtractedFact | None) -> bool:
    """A date that has passed by the day asked about is no pending change."""
    if question.id != PENDING or fact is None or not isinstance(fact.fact, LegalDate):
        return True
    return fact.fact.date is None or fact.fact.date > unit.text.timing.as_of


def _asks(question: FactQuestion, unit: ReadUnit, reading: Reading, licensing: frozenset[str]) -> bool:
    """Return whether the unit speaks of what is asked, and of crypto-assets at all."""
    here = unit.families
    if here & frozenset(question.none):
        return False
    if question.any and not here & frozenset(question.any):
        return False
    if frozenset(question.all) - here - {ASSET}:
        return False
    if ASSET in here | unit.about or ASSET in reading.reached(unit):
        return True
    # What a law asks of "licensees" it asks of those whom it licenses for the asset.
    return unit.text.snapshot.text in licensing and PROVIDER in unit.actor_families


def wanted_by(question: FactQuestion, topic: Topic, reading: Reading) -> Query:
    """Return what a question looks for: its cue families but the asset, and the words of their phrases."""
    own = sorted({*question.all, *question.any} - {ASSET})
    families = _GRANTING.union(own) if "authority" in question.kinds else own
    cues = {name: topic.cues[name] for name in own if name in topic.cues}
    languages = {text.snapshot.language.split("-")[0] for text in reading.texts}
    listed = {code: phrases(cues, code).values() for code in sorted(languages)}
    return query(families, {code: [cue for each in rows for cue in each] for code, rows in listed.items()})


def _score(
    question: FactQuestion, around: Around, unit: ReadUnit, fact: ExtractedFact | None, near: float
) -> tuple[float, ...]:
    """Return what candidates are sorted by, smaller first.

    In force before not; what carries the code; the topic's actor and its own asset first; rank of norm and part of
    text; then closeness to the question.
    """
    topic = around.topic
    carries = (unit.text.snapshot.text, unit.order) in around.carrying
    late = int(unit.force in ("not yet", "superseded", "repealed"))
    kind = question.kinds.index(_kind(fact, unit))
    return (
        late,
        _term_class(unit, fact),
        int(not carries),
        _actor_class(question, topic, unit),
        _asset_class(topic, unit),
        *weight(unit),
        -near,
        kind,
        len(unit.words),
        unit.order,
    )


def _term_class(unit: ReadUnit, fact: ExtractedFact | None) -> int:
    """Return 0 for the definition of the asset itself, 1 for that of the provider, 2 for terms that name either.

    3 for the definition of anything else, 0 for other facts.
    """
    if fact is None or not isinstance(fact.fact, Definition):
        return 0
    term = fact.fact.term.strip()
    hits = unit.text.matcher.find(term)
    whole = {hit.family for hit in hits if hit.end - hit.start == len(term)}
    if ASSET in whole or PROVIDER in whole:
        return 0 if ASSET in whole else 1
    return 2 if {hit.family for hit in hits} & {ASSET, PROVIDER} else 3


def _asset_class(topic: Topic, unit: ReadUnit) -> int:
    """Return 0 for a rule on the asset asked about, 1 where only headings speak of it, 2 for other assets."""
    if topic.actor != "issuer" and unit.families & _OTHER_ASSETS and not unit.families & {ASSET, PROVIDER}:
        return 2
    return 0 if ASSET in unit.families else 1


def _actor_class(question: FactQuestion, topic: Topic, unit: ReadUnit) -> int:
    """Return 0 for a rule whose actor is the topic's, 2 for one that tells a public body what to do, else 1."""
    asks_authority = (
        bool({"authority", "register", "time-limit"} & set(question.families()))
        or "authority" in question.kinds
    )
    if unit.by_authority:
        return 0 if asks_authority else 2
    return 0 if unit.actor_families & _actors(topic) else 1


def _actors(topic: Topic) -> frozenset[str]:
    named = {
        "person": ("individual", "retail", "client", "anyone"),
        "provider": ("provider", "anyone"),
        "issuer": ("issue", "provider"),
        "bank": ("bank", "supervised"),
    }
    return frozenset(named[topic.actor])


def _claims(question: FactQuestion, candidates: list[Candidate], known: dict[str, Claim]) -> Iterator[Claim]:
    made = 0
    seen: set[tuple[str, int]] = set()
    ids: set[str] = set()
    for candidate in candidates:
        key = (candidate.unit.text.snapshot.text, candidate.unit.order)
        if made >= MOST_CLAIMS:
            return
        if key in seen:
            continue
        seen.add(key)
        unit, fact = candidate.unit, candidate.fact
        # What the asset or the provider itself means is worth the law's whole definition, however long.
        defines = fact is not None and fact.kind == "definition" and _term_class(unit, fact) < 2
        most = QUOTED_WORDS if defines else MAX_WORDS
        claim = claim_from(question, unit, fact, exceptions_to(unit), most)
        claim = known.setdefault(claim.sentence, claim) if claim else None
        if claim is not None and claim.id not in ids:
            ids.add(claim.id)
            made += 1
            yield claim
        elif claim is None and len(seen) == 1 and (named := pointer(question, unit)) is not None:
            # The best passage is too long for a sentence of ours: its place is told, its words are folded.
            yield named


def exceptions_to(unit: ReadUnit) -> tuple[ReadUnit, ...]:
    """Return the units of the same article that take something out of the rule, nearest first; at most two."""
    if unit.norm is None or unit.norm.force not in _NORMS or unit.unit.article < 0:
        return ()
    found = (other for other in unit.text.of_article(unit.unit.article) if _takes_out(other, unit))
    return tuple(sorted(found, key=lambda other: abs(other.order - unit.order)))[:2]


def _takes_out(other: ReadUnit, unit: ReadUnit) -> bool:
    if other.order == unit.order or other.norm is None:
        return False
    return other.norm.force == "exempt" and _names(other.words, paragraph_label(unit))


def paragraph_label(unit: ReadUnit) -> str:
    """Return the label of the paragraph that a unit stands in, "" when it stands in none."""
    segments, index = unit.text.text.segments, unit.unit.segment
    while index >= 0 and segments[index].kind != "article":
        if segments[index].kind == "paragraph":
            return segments[index].label.strip("().")
        index = segments[index].parent
    return ""


def _names(words: str, label: str) -> bool:
    return bool(label) and any(
        f"{mark}{label}{end}" in words for mark, end in (("(", ")"), ("paragraph ", " "))
    )
