"""The extractive analyst: reads by rule, chooses by rule, says only what the words carry."""

from collections.abc import Sequence
from itertools import islice

from lexatlas.analysts.extractive.dossier_reading import read_dossier
from lexatlas.analysts.extractive.exceptions import exceptions_to
from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.forms import MERE_POINTER, QUOTED_WORDS, claim_from, pointer
from lexatlas.analysts.extractive.instruments import instruments
from lexatlas.analysts.extractive.questions import Answer, answer_all, facts_by_unit
from lexatlas.analysts.extractive.reading import Reading, ReadUnit
from lexatlas.analysts.extractive.sections import sections
from lexatlas.analysts.extractive.signals import Met
from lexatlas.analysts.extractive.status import MOST_GROUNDS, grounds, status_of
from lexatlas.codebook import Codebook
from lexatlas.codebook.own_questions import CARRIES
from lexatlas.codebook.topic import FactQuestion, Topic
from lexatlas.core.claims import Claim
from lexatlas.core.evidence import Dossier
from lexatlas.core.ports import Draft
from lexatlas.core.recipe import Brief

LOOKED_AT = 3
"""Units of a signal that are tried for a claim in words before a mere pointer is taken."""
POINTER_SHARE = 4
"""At most one claim in this many may be a mere pointer ("Article 5 deals with …")."""


class ExtractiveAnalyst:
    """Answers without key, model or network; the same input gives the same draft."""

    name = "extractive"
    version = "1"

    def __init__(self, book: Codebook) -> None:
        self._book = book

    def analyse(self, brief: Brief, dossier: Dossier) -> Draft:
        """Return claims, status, sections, instruments and ledger for one question."""
        topic = self._book.topic(brief.topic)
        reading = read_dossier(topic, dossier, brief, self._book)
        coding, met = grounds(brief, self._book, topic, reading)
        told_of = _carried(topic, reading, met, coding.grounds)
        carried = _claims_of(told_of)
        said = [claim for claims in carried.values() for claim in claims]
        units = [unit for pairs in told_of.values() for unit, _ in pairs]
        answers = _fewer_pointers(answer_all(topic, reading, met, units, said), said)
        bearing = _each_once([claim for signal in coding.grounds for claim in carried.get(signal, ())])
        told = [*bearing, *(claim for answer in answers for claim in answer.claims)]
        status = status_of(brief, self._book, topic, reading, coding, met, carried, told)
        entries, dated = instruments(reading, dossier.sources, told)
        return Draft(
            claims=tuple(_each_once([*told, *dated])),
            status=status,
            sections=sections(brief, dossier, status, bearing, answers, entries),
            instruments=tuple(entries),
            ledger=tuple(answer.ledger for answer in answers),
        )


def carried_by_signal(
    topic: Topic, reading: Reading, met: Met, signals: tuple[str, ...]
) -> dict[str, list[Claim]]:
    """Return the claims that show the signals a code rests on; a signal that none can show maps to none."""
    return _claims_of(_carried(topic, reading, met, signals))


def _claims_of(told_of: dict[str, list[tuple[ReadUnit, Claim]]]) -> dict[str, list[Claim]]:
    return {signal: _each_once([claim for _, claim in pairs]) for signal, pairs in told_of.items()}


def _carried(
    topic: Topic, reading: Reading, met: Met, signals: tuple[str, ...]
) -> dict[str, list[tuple[ReadUnit, Claim]]]:
    """Return the units that the code rests on with their claims, by signal: the best that can be told in words."""
    facts = facts_by_unit(reading)
    found: dict[str, list[tuple[ReadUnit, Claim]]] = {}
    for name in signals:
        row = topic.signal(name)
        asked = CARRIES.model_copy(update={"all": row.all, "any": row.any} if row else {})
        listed = met[name][:LOOKED_AT]
        said = [(unit, claim) for unit in listed if (claim := _carrying_claim(asked, unit, facts))]
        found[name] = said[:MOST_GROUNDS] or _pointed(asked, met[name])
    return _telling(found)


def _pointed(asked: FactQuestion, units: Sequence[ReadUnit]) -> list[tuple[ReadUnit, Claim]]:
    """Return the first unit whose pointer shows most of its words; a code shows at least one claim that it rests on."""
    pointers = ((unit, claim) for unit in units if (claim := pointer(asked, unit)))
    return sorted(islice(pointers, LOOKED_AT), key=lambda row: _shown(row[1]))[:1]


def _shown(claim: Claim) -> int:
    """Return 0 for a pointer that shows a rule word for word, 1 for one that names terms, 2 for a bare place."""
    return 2 if claim.template == MERE_POINTER else int(not claim.template.endswith("-chain"))


def _telling(found: dict[str, list[tuple[ReadUnit, Claim]]]) -> dict[str, list[tuple[ReadUnit, Claim]]]:
    """Drop bare places where another ground says something: a reader learns nothing from them beside it."""
    if all(_shown(claim) == 2 for rows in found.values() for _, claim in rows):
        return found
    return {name: [row for row in rows if _shown(row[1]) < 2] for name, rows in found.items()}


def _carrying_claim(
    asked: FactQuestion, unit: ReadUnit, facts: dict[tuple[str, int], list[ExtractedFact]]
) -> Claim | None:
    norms = [
        fact for fact in facts.get((unit.text.snapshot.text, unit.order), ()) if fact.kind in asked.kinds
    ]
    return claim_from(asked, unit, norms[0] if norms else None, exceptions_to(unit), QUOTED_WORDS)


def _fewer_pointers(answers: list[Answer], carried: list[Claim]) -> list[Answer]:
    """Drop mere pointers beyond their share, the last first; those that carry the code stay."""
    claims = _each_once([*carried, *(claim for answer in answers for claim in answer.claims)])
    pointers = [claim.id for claim in claims if claim.template == MERE_POINTER]
    kept = {claim.id for claim in carried}
    surplus: set[str] = set()
    for claim_id in reversed(pointers):
        if (len(pointers) - len(surplus)) * POINTER_SHARE <= len(claims) - len(surplus):
            break
        if claim_id not in kept:
            surplus.add(claim_id)
    return [Answer(a.question, tuple(c for c in a.claims if c.id not in surplus), a.ledger) for a in answers]


def _each_once(claims: list[Claim]) -> list[Claim]:
    return list({claim.id: claim for claim in claims}.values())
