"""The sections of the page, each an ordered list of statements; what they say was found elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lexatlas.analysts.extractive.forms import MAX_WORDS, VALUED
from lexatlas.analysts.extractive.questions import Answer
from lexatlas.core.claims import Claim
from lexatlas.core.document import InstrumentEntry, Status
from lexatlas.core.evidence import Dossier, Snapshot
from lexatlas.core.recipe import Brief
from lexatlas.core.statements import (
    SECTIONS,
    ClaimStatement,
    LabelStatement,
    RecordStatement,
    Section,
    Statement,
)
from lexatlas.language.gloss_locators import english_locator

SUMMARY_STATEMENTS, SUMMARY_WORDS = 5, 120
PILLARS, CONSIDERATIONS = 7, 8
NAMED_PLACES = 3
"""Places of the nearest passages that a record names; its entry of the ledger holds more."""
_FIGURES = ("money", "rate", "count", "period")
_OUT_OF_FORCE = ("not yet", "superseded", "repealed")
_POINTS = {
    "pillars": "II. Key Regulatory Bodies",
    "requirements": "IV. Compliance Requirements",
    "considerations": "V. Notable Restrictions or Limitations",
    "restrictions": "V. Notable Restrictions or Limitations",
    "recent": "VI. Recent Developments or Notes",
    "summary": "I. Regulatory Status",
}


@dataclass
class _Printed:
    """Remembers which claims stand in full already: outside the Report none does so twice."""

    claims: set[str]

    def claim(self, claim: Claim, *, label: str = "", group: str = "") -> ClaimStatement:
        again = claim.id in self.claims
        self.claims.add(claim.id)
        return ClaimStatement(claim=claim.id, label=label, group=group, again=again)


def sections(
    brief: Brief,
    dossier: Dossier,
    status: Status,
    carried: Sequence[Claim],
    answers: Sequence[Answer],
    entries: Sequence[InstrumentEntry],
) -> tuple[Section, ...]:
    """Return all sections in the order of the page; those that exporters derive stay without statements."""
    printed = _Printed(set())
    made: dict[str, list[Statement]] = {
        "Executive Summary": _summary(status, carried, answers, printed),
        "Key Pillars": _pillars(carried, answers, printed),
        "Considerations": _considerations(answers, printed),
        "Notes": _notes(brief, dossier),
        "Remaining Uncertainties": _uncertainties(status, answers),
        "Detailed Explanation": _detail(answers, carried, printed),
        "Summary Points": _points(brief, status, answers, entries),
    }
    return tuple(Section(name=name, statements=tuple(made.get(name, ()))) for name in SECTIONS)


def record(answers: Sequence[Answer]) -> RecordStatement | None:
    """Return one record of several questions without an answer; None when none is given.

    What was met and makes no claim was found all the same, and the record says so.
    """
    if not answers:
        return None
    texts = max(len(answer.ledger.texts) for answer in answers)
    hits = sum(answer.ledger.hits for answer in answers)
    missing = _join([answer.question.missing for answer in answers])
    ledger = tuple(answer.ledger.id for answer in answers)
    if not texts:
        # Where nothing was read nothing was looked for, and nothing is told of it.
        return RecordStatement(sentence=f"No text was given in which to look for {missing}.", ledger=ledger)
    found = f"{_counted(hits, 'passage')} found, none told as a claim" if hits else "not found"
    looked = f"Looked for {missing} in {_counted(texts, 'text')}; {found}"
    return RecordStatement(sentence=f"{looked}{_nearest(answers, looked)}.", ledger=ledger)


def _nearest(answers: Sequence[Answer], looked: str) -> str:
    """Return "; nearest: Article 7(1), Article 12", as many places as a sentence of ours holds; maybe none."""
    places = dict.fromkeys(place for answer in answers for place in answer.ledger.nearest[:NAMED_PLACES])
    room = MAX_WORDS - len(looked.split()) - 1
    named: list[str] = []
    for place in list(places)[:NAMED_PLACES]:
        room -= len(place.split())
        if room < 0:
            break
        named.append(place)
    return f"; nearest: {', '.join(named)}" if named else ""


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _join(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _standing(claims: Iterable[Claim]) -> list[Claim]:
    """Leave out what no longer holds or does not hold yet: it stands in the detail, under its mark."""
    return [claim for claim in claims if claim.force not in _OUT_OF_FORCE]


def _unanswered(answers: Iterable[Answer]) -> list[Answer]:
    return [answer for answer in answers if not answer.claims]


def _authorities(answers: Iterable[Answer]) -> list[Claim]:
    found = [
        claim for answer in answers if answer.question.kinds[0] == "authority" for claim in answer.claims
    ]
    return list({claim.id: claim for claim in found}.values())


def _in_words(claims: Iterable[Claim]) -> list[Claim]:
    """Leave out places where a rule is named and not told; where nothing else is to be had they must do."""
    listed = list(claims)
    return [claim for claim in listed if claim.form != "deals-with" or claim.template == VALUED]


def _in_section(answers: Iterable[Answer], *names: str) -> list[tuple[Answer, Claim]]:
    return [(a, claim) for a in answers if a.question.section in names for claim in a.claims]


def _summary(
    status: Status, carried: Sequence[Claim], answers: Sequence[Answer], printed: _Printed
) -> list[Statement]:
    """Return the code and why, who supervises, the tightest limit, what changes, and what was not found.

    The rule that the code rests on is told whole even where the law needs more words than a sentence of ours.
    """
    told: list[Statement] = [_code_label(status)]
    words = _length(told[0], {})
    why = _in_words(_standing(carried)) or _standing(carried)
    others = [
        *_brief(_authorities(answers))[:1],
        *_brief(_limits(answers))[:1],
        *_brief(_to_come(answers))[:1],
    ]
    # A second ground stands where nothing is to be told of supervisors, limits and changes.
    by_id = {claim.id: claim for claim in (*why[:1], *(others or _brief(why[1:2])))}
    for claim in by_id.values():
        length = len(claim.sentence.split())
        if len(told) < SUMMARY_STATEMENTS and words + length <= SUMMARY_WORDS:
            told.append(printed.claim(claim))
            words += length
    gap = _gap(answers, min(MAX_WORDS, SUMMARY_WORDS - words)) if len(told) < SUMMARY_STATEMENTS else None
    return [*told, gap] if gap else told


def _gap(answers: Sequence[Answer], most: int) -> RecordStatement | None:
    """Return one record of the first questions for which nothing was met, as many as `most` words hold."""
    none = [answer for answer in _unanswered(answers) if not answer.ledger.hits]
    told = (record(none[:count]) for count in (3, 2, 1))
    return next((each for each in told if each and len(each.sentence.split()) <= most), None)


def _brief(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that may stand in the summary: in time, in words, no longer than a sentence of ours."""
    return [claim for claim in _in_words(_standing(claims)) if len(claim.sentence.split()) <= MAX_WORDS]


def _limits(answers: Sequence[Answer]) -> list[Claim]:
    """Return what limits the person or the firm by a figure: limits proper first, then what a firm must have.

    What follows a breach is no limit. Within a question the law's own order holds: the rule, then who may more.
    """
    limits = [
        pair for pair in _in_section(answers, "restrictions") if pair[0].question.kinds[0] != "sanction"
    ]
    needed = [claim for answer, claim in _in_section(answers, "requirements") if answer.question.schedule]
    typed = [
        claim
        for answer, claim in limits
        if answer.question.figure or any(fact.kind in _FIGURES for fact in claim.facts)
    ]
    return typed + [claim for claim in needed if any(fact.kind == "money" for fact in claim.facts)]


def _to_come(answers: Iterable[Answer]) -> list[Claim]:
    return [claim for answer in answers if answer.question.to_come for claim in answer.claims]


def _code_label(status: Status) -> LabelStatement:
    if status.coded:
        ids = tuple(dict.fromkeys(claim for reason in status.reasons for claim in reason.claims))
        return LabelStatement(text=status.reasons[0].text, value=status.name, claims=ids)
    return LabelStatement(text=status.note, value=status.name)


def _length(statement: Statement, claims: dict[str, Claim]) -> int:
    if isinstance(statement, LabelStatement):
        return len(f"{statement.value} {statement.text}".split())
    if isinstance(statement, RecordStatement):
        return len(statement.sentence.split())
    return len(claims[statement.claim].sentence.split())


def _pillars(carried: Sequence[Claim], answers: Sequence[Answer], printed: _Printed) -> list[Statement]:
    """Return each authority with its role, then the rules that carry the code, then where a provider is checked."""
    authorities = [(claim, "Authority") for claim in _in_words(_standing(_authorities(answers)))[:3]]
    grounds = [(claim, "") for claim in _in_words(_standing(carried)) or _standing(carried)]
    others = [
        (claim, answer.question.label)
        for answer, claim in _in_section(answers, "pillars")
        if _in_words(_standing([claim])) and answer.question.kinds[0] not in ("authority", "instrument")
    ]
    chosen: dict[str, tuple[Claim, str]] = {}
    for claim, label in [*authorities, *grounds, *others]:
        chosen.setdefault(claim.id, (claim, label))
    return [printed.claim(claim, label=label) for claim, label in list(chosen.values())[:PILLARS]]


def _considerations(answers: Sequence[Answer], printed: _Printed) -> list[Statement]:
    """Return the first claim in words of each question on limits and on what else to consider, not told before."""
    told: list[Statement] = []
    for answer in answers:
        said = _in_words(_standing(answer.claims))
        asked = answer.question.section in ("considerations", "restrictions")
        if asked and said and said[0].id not in printed.claims and len(told) < CONSIDERATIONS:
            told.append(printed.claim(said[0], label=answer.question.label))
    return told


def _notes(brief: Brief, dossier: Dossier) -> list[Statement]:
    languages = sorted({snapshot.language for snapshot in dossier.snapshots.values() if snapshot.language})
    told: list[Statement] = [
        LabelStatement(text="As of", value=brief.as_of),
        LabelStatement(text="Text as of", value=text_dates(dossier.snapshots.values()) or "not shown"),
        LabelStatement(
            text="Asset meant: fungible and transferable, no claim on an issuer; not a financial instrument, e-money "
            "or central-bank money"
        ),
        LabelStatement(text="Languages read", value=", ".join(languages) or "none"),
    ]
    parents = [
        s.jurisdiction for s in dossier.sources if s.jurisdiction and s.jurisdiction != brief.jurisdiction
    ]
    if parents:
        told.append(LabelStatement(text="Also read, law of", value=", ".join(sorted(set(parents)))))
    if brief.level == "total":
        told.append(LabelStatement(text="Only the documents given were read; other law was not looked for"))
    return told


def text_dates(snapshots: Iterable[Snapshot]) -> str:
    """Return the dates of the texts read, oldest and newest, as ISO dates; empty when none is shown."""
    dates = sorted({snapshot.text_as_of for snapshot in snapshots if snapshot.text_as_of})
    return dates[0] if len(dates) == 1 else f"{dates[0]} to {dates[-1]}" if dates else ""


def _uncertainties(status: Status, answers: Sequence[Answer]) -> list[Statement]:
    told: list[Statement] = []
    if status.abstention:
        told += [LabelStatement(text="Missing", value=text) for text in status.abstention.missing]
    told += [each for answer in _unanswered(answers) if (each := record([answer])) is not None]
    return told


def _detail(answers: Sequence[Answer], carried: Sequence[Claim], printed: _Printed) -> list[Statement]:
    told: list[Statement] = []
    if carried:
        told += [printed.claim(claim, group="What carries the code?") for claim in carried]
    for answer in answers:
        group = answer.question.question
        gap = record([answer]) if not answer.claims else None
        told += [printed.claim(claim, label=answer.question.label, group=group) for claim in answer.claims]
        if gap is not None:
            told.append(gap.model_copy(update={"group": group, "label": answer.question.label}))
    return told


def _points(
    brief: Brief, status: Status, answers: Sequence[Answer], entries: Sequence[InstrumentEntry]
) -> list[Statement]:
    """Return labels and values without sentences, by the six groups of the page."""
    first, third = "I. Regulatory Status", "III. Important Legislation"
    told: list[Statement] = [LabelStatement(text="Code", value=status.name, group=first)]
    if status.second_line:
        told.append(LabelStatement(text="Second line", value=status.second_line, group=first))
    told.append(LabelStatement(text="As of", value=brief.as_of, group=first))
    told += [_point(a, _POINTS["pillars"]) for a in answers if a.question.section == "pillars" and a.claims]
    told += [
        LabelStatement(text=entry.kind.replace("-", " ").capitalize(), value=_named(entry), group=third)
        for entry in entries
        if entry.group != "other"  # the press and reports are no legislation
    ]
    for group in dict.fromkeys(_POINTS.values()):
        if group != _POINTS["pillars"]:
            told += [_point(a, group) for a in answers if a.claims and _POINTS[a.question.section] == group]
    return told


def _named(entry: InstrumentEntry) -> str:
    return (
        f"{entry.title} ({entry.reference})"
        if entry.reference and entry.reference not in entry.title
        else entry.title
    )


def _point(answer: Answer, group: str) -> LabelStatement:
    quotes = [claim.quotes[0] for claim in answer.claims if claim.quotes]
    places = [english_locator(quote.locator, quote.language) for quote in quotes]
    return LabelStatement(
        text=answer.question.label,
        value=", ".join(dict.fromkeys(filter(None, places[:3]))),
        claims=tuple(claim.id for claim in answer.claims[:3]),
        group=group,
    )
