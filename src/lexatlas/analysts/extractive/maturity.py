"""How far the law has come that an answer rests on, or that is still to come (codebook rule 2)."""

from collections.abc import Iterable, Sequence

from lexatlas.analysts.extractive.known_families import ASSET
from lexatlas.analysts.extractive.reading import COUNTED, Reading, ReadText, ReadUnit
from lexatlas.core.document import Maturity
from lexatlas.core.evidence import LAW_KINDS, NOT_LAW_YET, OFFICIAL_TIERS
from lexatlas.core.facts import LegalDate

_PILOT = "pilot"
_PENDING = "pending"
_PROPOSED: dict[str, Maturity] = {"bill": "bill", "draft": "bill", "consultation": "consultation"}


def of_grounds(units: Sequence[ReadUnit]) -> Maturity:
    """Return the maturity of the rules that carry a code; "none" without a rule, "not-shown" where none is shown.

    A rule still to come is not in force whatever stands beside it; then an amendment that waits at the same
    article, a pilot, a transition, and the plain case.
    """
    if not units:
        return "none"
    if all(_to_come(unit) for unit in units):
        return _of_waiting(units)
    if any(_amended(unit) for unit in units):
        return "under-amendment"
    if any(_of_pilot(unit) for unit in units):
        return "pilot"
    if any(unit.part == "transitional" for unit in units):
        return "transitional"
    return "in-force" if any(unit.force == "in force" for unit in units) else "not-shown"


def of_silence(reading: Reading) -> Maturity:
    """Return the maturity of law that speaks of the asset where no code is given.

    "not-shown" where some of it may be in force, or none speaks: a search that found nothing is no finding
    about the law.
    """
    speaking = [unit for text in official(reading) for unit in _lays_down(text)]
    now = [unit for unit in speaking if not _to_come(unit) and unit.force not in ("repealed", "superseded")]
    waiting = [unit for unit in speaking if _to_come(unit)]
    if waiting and (not now or any(unit.source.kind not in NOT_LAW_YET for unit in waiting)):
        return _of_waiting(waiting)
    if speaking and not now:
        # What runs out by its own words has lapsed; a repeal is another's act.
        return "lapsed" if all(unit.holds.until for unit in speaking) else "repealed"
    return "announced" if speaking and all(map(_announces, now)) else "not-shown"


def official(reading: Reading) -> list[ReadText]:
    """Return the official texts that speak for the place; another place's law says nothing of this one."""
    return [text for text in reading.texts if text.source.tier in OFFICIAL_TIERS and text.reach != "foreign"]


def pending(reading: Reading) -> list[tuple[ReadText, str]]:
    """Return each law whose rules on crypto-assets have not begun, with the first day shown ("": none is).

    A draft names a day too, and is no law that waits for it; the law of a zone or another part changes nothing
    for the whole, and what was made after the day asked about was not to come then.
    """
    found = []
    for text in (text for text in official(reading) if text.reach in COUNTED and not text.timing.unmade):
        if text.source.kind in NOT_LAW_YET:
            continue
        later = [unit for unit in text.units if _of_asset(unit) and unit.force == "not yet"]
        if later:
            found.append((text, min((unit.holds.since for unit in later if unit.holds.since), default="")))
    return found


def proposed(reading: Reading) -> list[ReadText]:
    """Return the bills, drafts and consultations of the place itself, or above it, that speak of the asset."""
    texts = [text for text in official(reading) if text.source.kind in NOT_LAW_YET and text.reach in COUNTED]
    return [text for text in texts if not text.timing.unmade and any(map(_of_asset, text.units))]


def _of_waiting(units: Iterable[ReadUnit]) -> Maturity:
    """Return the furthest that rules still to come have come."""
    kinds = {unit.source.kind for unit in units}
    if kinds - set(NOT_LAW_YET):
        return "enacted-not-in-force"
    return "consultation" if kinds == {"consultation"} else "bill"


def _to_come(unit: ReadUnit) -> bool:
    return unit.force == "not yet" or unit.source.kind in NOT_LAW_YET


def _announces(unit: ReadUnit) -> bool:
    """A regulator says what it will do: its words are no law, and speak of law to come."""
    return unit.source.kind not in LAW_KINDS and _PENDING in unit.families


def _of_asset(unit: ReadUnit) -> bool:
    return unit.carries and ASSET in unit.families


def _lays_down(text: ReadText) -> list[ReadUnit]:
    """Return the units on the asset; a sentence that repeals a law names its matter and lays down nothing on it."""
    repealing = {
        fact.unit.parts
        for fact in text.facts
        if isinstance(fact.fact, LegalDate) and fact.fact.role == "repealed"
    }
    return [unit for unit in text.units if _of_asset(unit) and unit.unit.parts not in repealing]


def _of_pilot(unit: ReadUnit) -> bool:
    """The instrument or a heading above the rule calls itself a pilot, or the rule does."""
    return _PILOT in unit.about | unit.families


def _amended(unit: ReadUnit) -> bool:
    """An amendment that is not in force stands at the article of the rule."""
    beside = unit.text.of_article(unit.unit.article) if unit.unit.article >= 0 else []
    return any(other.part == "amendment-not-in-force" for other in beside)
