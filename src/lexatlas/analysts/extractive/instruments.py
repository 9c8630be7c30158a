"""The laws and papers of a dossier as the page lists them: kind, maturity, dates by their kind, one line."""

from collections.abc import Iterable
from typing import Literal

from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.facts_names import STATES
from lexatlas.analysts.extractive.forms import claim_from
from lexatlas.analysts.extractive.heads import printed_dates, purpose_of
from lexatlas.analysts.extractive.reading import Reading, ReadText, ReadUnit
from lexatlas.analysts.extractive.timing import speaks_of_itself
from lexatlas.codebook.own_questions import DATES, NAMES, PURPOSE
from lexatlas.core.claims import Claim
from lexatlas.core.document import InstrumentEntry, Maturity
from lexatlas.core.evidence import LAW_KINDS, NOT_LAW_YET, Source
from lexatlas.core.facts import Instrument, LegalDate
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon

Group = Literal["law", "pending", "guidance", "other"]
_PAPERS = ("guidance", "statement")
_AT_THE_END = ("signed", "adopted")
"""Dates that stand in the closing formula, which does not name the law."""
LAST = 12
"""How many units at the end of a text hold its closing formula."""
_OWN_ROLES = ("adopted", "signed", "published", "in_force", "applies_from", "repealed")


def instruments(
    reading: Reading, sources: tuple[Source, ...], told: Iterable[Claim] = ()
) -> tuple[list[InstrumentEntry], list[Claim]]:
    """Return an entry for each text that is not a twin, and the claims for its dates and its name.

    A sentence that one of the claims in `told` has made of the same text is that claim, so that it counts once.
    """
    known = {_key(claim): claim for claim in told}
    entries, claims = [], []
    for text in reading.texts:
        dates, made = _dates(text)
        date_claims = [known.setdefault(_key(claim), claim) for claim in made]
        named = _line_claim(text)
        line = known.setdefault(_key(named), named) if named else None
        claims += [*date_claims, *([line] if line else [])]
        twins = [source.id for source in sources if source.twin_of == text.source.id]
        entries.append(
            InstrumentEntry(
                id=text.source.id,
                title=text.source.title,
                reference=_reference(text),
                kind=text.source.kind,
                maturity=_maturity(text),
                force=text.timing.force(-1),
                group=_group(text.source),
                dates=tuple(dates),
                date_claims=tuple(claim.id for claim in date_claims),
                line_claim=line.id if line else "",
                sources=(text.source.id, *twins),
            )
        )
    return entries, claims


def _key(claim: Claim) -> tuple[str, str]:
    return claim.sentence, claim.quotes[0].snapshot


def _group(source: Source) -> Group:
    if source.kind in NOT_LAW_YET:
        return "pending"
    if source.kind in _PAPERS:
        return "guidance"
    return "law" if source.kind in LAW_KINDS else "other"


def _maturity(text: ReadText) -> Maturity:
    on_the_way: dict[str, Maturity] = {"bill": "bill", "draft": "announced", "consultation": "consultation"}
    if text.source.kind in on_the_way:
        return on_the_way[text.source.kind]
    if text.source.kind not in LAW_KINDS:
        return "none"
    states: dict[str, Maturity] = {
        "not yet": "enacted-not-in-force",
        "repealed": "repealed",
        "in force": "in-force",
    }
    return states.get(text.timing.force(-1), "not-shown")


def _reference(text: ReadText) -> str:
    """Return the number or citation that the file or the text gives for itself; empty when neither does."""
    stated = text.text.stated
    own = [fact.fact.reference for fact in text.facts if isinstance(fact.fact, Instrument)]
    cited = [reference for reference in own if any(sign.isdigit() for sign in reference)]
    return (
        stated.get("reference")
        or stated.get("celex_id")
        or stated.get("celex")
        or (cited[0] if cited else "")
    )


def _dates(text: ReadText) -> tuple[list[LegalDate], list[Claim]]:
    """Return the dates that the law gives for itself as a whole, the first of each kind, with their claims.

    First those of its provisions, then those printed at its head, which are its own without saying so.
    """
    dates: list[LegalDate] = []
    claims: list[Claim] = []
    if _group(text.source) == "other":
        # What the press and reports say of the dates of laws is none of their own.
        return dates, claims
    orders = {unit.unit.parts: unit for unit in text.units}
    for found in text.facts:
        fact, unit = found.fact, orders.get(found.unit.parts)
        if unit is not None and isinstance(fact, LegalDate) and _new(fact, dates) and _own(found, text, unit):
            dates.append(fact)
            claim = claim_from(DATES, unit, found) if unit.carries else None
            claims += [claim] if claim else []
    if text.source.kind in LAW_KINDS:
        for read in printed_dates(text.units, text.snapshot.language):
            dates += [read] if _new(read, dates) else []
    return sorted(dates, key=lambda date: _OWN_ROLES.index(date.role)), claims


def _new(fact: LegalDate, known: list[LegalDate]) -> bool:
    told = any(each.role == fact.role for each in known)
    return fact.role in _OWN_ROLES and not fact.scope and not told and bool(fact.date or fact.rule)


def _own(found: ExtractedFact, text: ReadText, unit: ReadUnit) -> bool:
    """Return whether a date is the law's own: its words make the law their subject, or they are its last ones."""
    fact = found.fact
    closing = unit.part == "note" or unit.order >= len(text.units) - LAST
    if isinstance(fact, LegalDate) and fact.role in _AT_THE_END and closing:
        return True
    if not speaks_of_itself(found, text.text, text.snapshot.language):
        return False
    if unit.norm is None or unit.norm.actor.start == unit.norm.actor.end:
        return True
    # "Notwithstanding this Act, applications may not be made as from …" is a date of applications.
    lex = lexicon(text.snapshot.language)
    actor = unit.words[unit.norm.actor.start : unit.norm.actor.end]
    itself = phrases_regex((*lex.words("scopes", "whole"), *lex.words("scopes", "again")), lex.language)
    return not lex.words("scopes", "whole") or itself.search(actor) is not None


def _line_claim(text: ReadText) -> Claim | None:
    """Return what the law says that it does, else what it calls itself; None when it says neither."""
    doing = purpose_of(text.units, text.snapshot.language)
    told = claim_from(PURPOSE, doing, None) if doing is not None else None
    return told or _name_claim(text)


def _name_claim(text: ReadText) -> Claim | None:
    orders = {unit.unit.parts: unit for unit in text.units}
    for found in text.facts:
        unit = orders.get(found.unit.parts)
        named = isinstance(found.fact, Instrument) and found.fact.reference not in STATES.values()
        if named and unit is not None and unit.carries:
            return claim_from(NAMES, unit, found)
    return None
