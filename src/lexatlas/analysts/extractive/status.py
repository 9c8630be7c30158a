"""The status: a code by the codebook's ordered rules with its grounds, or why there is none and where to look."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from lexatlas.analysts.extractive.coding import Coding, code, told
from lexatlas.analysts.extractive.contested import Settled, settle
from lexatlas.analysts.extractive.flags import flags_of
from lexatlas.analysts.extractive.maturity import of_grounds, pending
from lexatlas.analysts.extractive.parts import codes_by_part
from lexatlas.analysts.extractive.reading import Reading
from lexatlas.analysts.extractive.signals import Met, met_signals
from lexatlas.analysts.extractive.special import abstention, not_applicable, without_code
from lexatlas.codebook import Codebook
from lexatlas.codebook.topic import Opposites, Rule, Topic
from lexatlas.core.claims import Claim
from lexatlas.core.document import SPECIAL_CODES, Abstention, Reason, Status, SubAnswer
from lexatlas.core.recipe import Brief

MOST_GROUNDS = 1
"""Rules told as grounds for one signal: the best says why, more of them say it again."""
_DIFFER = "The laws given of its parts differ, and no one rule of the whole settles it."


def grounds(
    brief: Brief, book: Codebook, topic: Topic, reading: Reading, without: Collection[str] = ()
) -> tuple[Coding, Met]:
    """Return what the rules make of the texts, with the units that met each signal; those of `without` count for none.

    No rule and no grounds where no code may be published: a draft topic, a place that the fixed list leaves
    out, or law that is still to begin.
    """
    found = met_signals(topic, reading)
    settled = settle(topic, {name: () if name in without else units for name, units in found.items()})
    coding = _coding(brief, book, topic, reading, settled)
    excluded = book.why_not_applicable(brief.jurisdiction, topic.id) is not None
    if excluded or topic.state == "draft" or _waits(topic, coding, reading):
        return Coding(None, coding.sub_answers, ()), settled.met
    return coding, settled.met


def _coding(brief: Brief, book: Codebook, topic: Topic, reading: Reading, settled: Settled) -> Coding:
    coding = code(topic, settled.met)
    if settled.contested:
        return _contested(coding, settled.contested, settled.met)
    if coding.rule is None and len(set(codes_by_part(brief, topic, reading, book).values())) > 1:
        return Coding(Rule(code="varies", reason=_DIFFER), coding.sub_answers, ())
    return coding


def _contested(coding: Coding, pairs: Sequence[Opposites], met: Met) -> Coding:
    """Texts of one rank differ and no date settles it: neither side is told as the law (codebook rule 4)."""
    first = pairs[0]
    both = tuple(name for name in (*first.one, *first.other) if met.get(name))
    return Coding(Rule(code="contested", any=both, reason=first.reason), coding.sub_answers, both)


def status_of(
    brief: Brief,
    book: Codebook,
    topic: Topic,
    reading: Reading,
    coding: Coding,
    met: Met,
    shown: Mapping[str, Sequence[Claim]],
    claims: Sequence[Claim] = (),
) -> Status:
    """Return the status; `shown` maps signals to the claims that show them, `claims` are all of the page."""
    excluded = book.why_not_applicable(brief.jurisdiction, brief.topic)
    if excluded is not None:
        return not_applicable(excluded.reason)
    flags = flags_of(brief, book, topic, reading, met, claims)
    if coding.rule is None:
        return without_code(topic, met, reading).model_copy(update={"flags": flags})
    rule = coding.rule
    answers = {name: _as_sub_answer(value) for name, value in coding.sub_answers.items()}
    special = rule.code in SPECIAL_CODES
    return Status(
        code=rule.code,
        name=rule.code.capitalize() if special else topic.code_name(rule.code),
        special=special,
        note=rule.reason if special else "",
        abstention=_of_special(rule, brief, book, topic, met, reading) if special else None,
        second_line=_second_line(topic, answers),
        sub_answers=answers,
        regime=rule.regime or "",
        maturity=of_grounds([unit for signal in coding.grounds for unit in met[signal][:1]]),
        reasons=(
            Reason(rule=rule.code, text=rule.reason, claims=_ids(coding.grounds, shown)),
            *(Reason(rule=name, text=told(topic, name), claims=_ids((name,), shown)) for name in coding.grounds),
        ),
        flags=flags,
    )  # fmt: skip


def _of_special(
    rule: Rule, brief: Brief, book: Codebook, topic: Topic, met: Met, reading: Reading
) -> Abstention:
    """Return what was found where texts or parts differ: nothing is missing, and parts are told with their codes."""
    found = abstention(topic, met, reading)
    if rule.code != "varies":
        return found.model_copy(update={"missing": ()})
    codes = codes_by_part(brief, topic, reading, book)
    parts = tuple(f"{place}: {topic.code_name(given)}" for place, given in codes.items())
    return found.model_copy(update={"found": parts or found.found, "missing": ()})


def _waits(topic: Topic, coding: Coding, reading: Reading) -> bool:
    """A code without a rank ("unclear") speaks of the law in force; where the law read has not begun, none is given."""
    ranked = {row.code for row in topic.scale if row.rank is not None}
    unranked = coding.rule is not None and coding.rule.code not in ranked and topic.ordered
    return unranked and bool(pending(reading))


def _ids(signals: Iterable[str], shown: Mapping[str, Sequence[Claim]]) -> tuple[str, ...]:
    """Return the ids of the claims that show any of these signals, each once."""
    return tuple(dict.fromkeys(claim.id for signal in signals for claim in shown.get(signal, ())))


def _as_sub_answer(value: str) -> SubAnswer:
    known: dict[str, SubAnswer] = {"lawful": "lawful", "unlawful": "unlawful", "conflicting": "conflicting"}
    return known.get(value, "not-addressed")


def _second_line(topic: Topic, answers: dict[str, SubAnswer]) -> str:
    """Return "Holding: lawful · Trading: …"; empty for a topic without sub-answers."""
    return " · ".join(f"{row.name}: {answers[row.id].replace('-', ' ')}" for row in topic.sub_answers)
