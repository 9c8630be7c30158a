"""The status: a code by the codebook's ordered rules with its grounds, or why there is none and where to look."""

from collections.abc import Iterable, Sequence

from lexatlas.analysts.extractive.asking import ASSET
from lexatlas.analysts.extractive.coding import Coding, code
from lexatlas.analysts.extractive.reading import COUNTED, Reading, ReadText
from lexatlas.analysts.extractive.signals import Met, met_signals
from lexatlas.codebook import Codebook
from lexatlas.codebook.topic import Topic
from lexatlas.core.document import SPECIAL_CODES, Abstention, Flag, Maturity, Reason, Status, SubAnswer
from lexatlas.core.evidence import NOT_LAW_YET, OFFICIAL_TIERS
from lexatlas.core.recipe import Brief

_SPECIAL = {
    "unresearched": ("Unresearched", "No official text was given, so nothing was researched"),
    "undetermined": (
        "Undetermined",
        "Official text was read, and the rules of the codebook do not settle it",
    ),
    "no-evidence": ("No evidence", "Official text was read, and none of it speaks of the matter"),
    "not-applicable": ("Not applicable", "The codebook's fixed list leaves this place out"),
}
MOST_GROUNDS = 1
"""Rules told as grounds for one signal: the best says why, more of them say it again."""


def grounds(brief: Brief, book: Codebook, topic: Topic, reading: Reading) -> tuple[Coding, Met]:
    """Return what the rules make of the texts, with the units that met each signal.

    No rule and no grounds where no code may be published: a draft topic, a place that the fixed list leaves
    out, or law that is still to begin.
    """
    met = met_signals(topic, reading)
    coding = code(topic, met)
    excluded = book.why_not_applicable(brief.jurisdiction, topic.id) is not None
    if excluded or topic.state == "draft" or _waits(topic, coding, reading):
        return Coding(None, coding.sub_answers, ()), met
    return coding, met


def status_of(
    brief: Brief,
    book: Codebook,
    topic: Topic,
    reading: Reading,
    coding: Coding,
    met: Met,
    claims: dict[str, tuple[str, ...]],
) -> Status:
    """Return the status; `claims` maps signals to the ids of the claims that show them."""
    excluded = book.why_not_applicable(brief.jurisdiction, brief.topic)
    if excluded is not None:
        return _not_applicable(excluded.reason)
    if coding.rule is None:
        return _special(_why_none(reading), topic, met, reading)
    rule = coding.rule
    answers = {name: _as_sub_answer(value) for name, value in coding.sub_answers.items()}
    special = rule.code in SPECIAL_CODES
    return Status(
        code=rule.code,
        name=rule.code.capitalize() if special else topic.code_name(rule.code),
        special=special,
        note=rule.reason if special else "",
        abstention=_abstention(topic, met, reading, ()) if special else None,
        second_line=_second_line(topic, answers),
        sub_answers=answers,
        regime=rule.regime or "",
        maturity=_maturity(coding, met),
        reasons=(
            Reason(rule=rule.code, text=rule.reason, claims=_all_claims(coding.grounds, claims)),
            *(_ground(topic, signal, claims) for signal in coding.grounds),
        ),
        flags=_flags(topic, met, claims, reading),
    )


def _waits(topic: Topic, coding: Coding, reading: Reading) -> bool:
    """A code without a rank ("unclear") speaks of the law in force; where the law read has not begun, none is given."""
    ranked = {row.code for row in topic.scale if row.rank is not None}
    unranked = coding.rule is not None and coding.rule.code not in ranked and topic.ordered
    return unranked and bool(_pending(reading))


def _all_claims(signals: Iterable[str], claims: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for signal in signals for claim in claims.get(signal, ())))


def _as_sub_answer(value: str) -> SubAnswer:
    known: dict[str, SubAnswer] = {"lawful": "lawful", "unlawful": "unlawful", "conflicting": "conflicting"}
    return known.get(value, "not-addressed")


def _second_line(topic: Topic, answers: dict[str, SubAnswer]) -> str:
    """Return "Holding: lawful · Trading: …"; empty for a topic without sub-answers."""
    return " · ".join(f"{row.name}: {answers[row.id].replace('-', ' ')}" for row in topic.sub_answers)


def _ground(topic: Topic, signal: str, claims: dict[str, tuple[str, ...]]) -> Reason:
    return Reason(rule=signal, text=_definition(topic, signal), claims=claims.get(signal, ()))


def _definition(topic: Topic, signal: str) -> str:
    row = topic.signal(signal)
    return row.definition if row else signal


def _why_none(reading: Reading) -> str:
    official = _official(reading)
    if not official:
        return "unresearched"
    return "undetermined" if any(map(_speaks, official)) else "no-evidence"


def _speaks(text: ReadText) -> bool:
    return any(ASSET in unit.families for unit in text.units if unit.carries)


def _official(reading: Reading) -> list[ReadText]:
    """Return the official texts that speak of the place; another place's law says nothing of this one."""
    return [text for text in reading.texts if text.source.tier in OFFICIAL_TIERS and text.reach != "foreign"]


def _not_applicable(reason: str) -> Status:
    """The fixed list answers, never research: its reason is all that is told."""
    shown, note = _SPECIAL["not-applicable"]
    told = Abstention(found=(reason,), missing=(), look=())
    return Status(code="not-applicable", name=shown, special=True, note=note, abstention=told)


def _special(name: str, topic: Topic, met: Met, reading: Reading) -> Status:
    shown, note = _SPECIAL[name]
    pending = _pending(reading)
    maturity: Maturity = "enacted-not-in-force" if pending and name == "undetermined" else "not-shown"
    return Status(
        code=name,
        name=shown,
        special=True,
        note=note,
        maturity=maturity,
        abstention=_abstention(topic, met, reading, pending),
    )


def _abstention(topic: Topic, met: Met, reading: Reading, pending: Sequence[str]) -> Abstention:
    held = [row.definition for row in topic.signals if met.get(row.id) and row.when == "in-force"]
    wanted = {name for rule in topic.rules for name in (*rule.all, *rule.any) if ":" not in name}
    lacking = [row.definition for row in topic.signals if row.id in wanted and not met.get(row.id)]
    titles = [text.source.title for text in _official(reading)]
    return Abstention(
        found=tuple([*held[:4], *pending] or ([f"Read: {title}" for title in titles[:3]])),
        missing=tuple(lacking[:5]),
        look=("The official gazette and the statute book of the place", "The public register of its supervisor"),
    )  # fmt: skip


def _pending(reading: Reading) -> list[str]:
    """Return a line for each law whose rules on crypto-assets have not begun on the day asked about.

    A draft names a day too, and is no law that waits for it.
    """
    told = []
    for text in (text for text in _official(reading) if text.source.kind not in NOT_LAW_YET):
        later = [u for u in text.units if u.carries and u.force == "not yet" and ASSET in u.families]
        if later:
            since = min((u.holds.since for u in later if u.holds.since), default="")
            told.append(f"Not yet in force: {text.source.title}" + (f", from {since}" if since else ""))
    return told


def _maturity(coding: Coding, met: Met) -> Maturity:
    units = [unit for signal in coding.grounds for unit in met[signal][:1]]
    if any(unit.part == "transitional" for unit in units):
        return "transitional"
    if any(unit.force == "in force" for unit in units):
        return "in-force"
    return "not-shown" if units else "none"


def _flags(topic: Topic, met: Met, claims: dict[str, tuple[str, ...]], reading: Reading) -> tuple[Flag, ...]:
    pending = [row for row in topic.signals if row.when == "pending" and met.get(row.id)]
    told = [
        Flag(name="pending-change", value=met[row.id][0].source.title, claims=claims.get(row.id, ()))
        for row in pending
    ]
    coming = [
        text for text in _official(reading) if text.source.kind in NOT_LAW_YET and text.reach in COUNTED
    ]
    told += [Flag(name="pending-change", value=text.source.title) for text in coming if _speaks(text)]
    if any(met.get(row.id) for row in topic.signals if row.id.startswith("cap")):
        told.append(Flag(name="caps", value="yes"))
    once: dict[tuple[str, str], Flag] = {}
    for flag in told:
        once.setdefault((flag.name, flag.value), flag)
    return tuple(once.values())
