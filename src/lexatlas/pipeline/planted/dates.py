"""Faults of dates: one date for six events (D1), a day that no source gives (D2)."""

import re
from functools import partial

from lexatlas.core.document import Document, InstrumentEntry
from lexatlas.core.facts import DateRole, LegalDate
from lexatlas.pipeline.planted import edits
from lexatlas.pipeline.planted.claims import freely_otherwise, other_words, said_otherwise
from lexatlas.pipeline.planted.sound import Made, Sound, Variant, labelled, swapped

SIX: tuple[DateRole, ...] = ("adopted", "signed", "published", "in_force", "applies_from", "repealed")
_OTHER: dict[str, DateRole] = {"in_force": "adopted", "applies_from": "published", "adopted": "in_force",
                               "signed": "in_force", "published": "adopted", "repealed": "in_force"}  # fmt: skip
_ISO = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def _with(document: Document, entry: InstrumentEntry, **update: object) -> Document:
    made = entry.model_copy(update=update)
    rows = tuple(made if one.id == entry.id else one for one in document.instruments)
    return document.model_copy(update={"instruments": rows})


def _a_date(sound: Sound, entry: InstrumentEntry) -> str:
    """Return a date to misuse: one that the entry has, or the year of its title."""
    known = [date.date for date in entry.dates if date.date]
    year = re.search(r"(?:19|20)\d\d", entry.title)
    return known[0] if known else f"{year.group()}-03-17" if year else sound.document.brief.as_of


def bare(sound: Sound) -> Made:
    """List a law with one date and no kind."""
    for entry in sound.document.instruments:
        date = LegalDate(role="unknown", date=_a_date(sound, entry), precision="day")
        yield _with(sound.document, entry, dates=(date,))


def six_alike(sound: Sound) -> Made:
    """Give all six kinds of date the same day."""
    for entry in sound.document.instruments:
        day = _a_date(sound, entry)
        dates = tuple(LegalDate(role=role, date=day, precision="day") for role in SIX)
        yield _with(sound.document, entry, dates=dates)


def kind_swapped(sound: Sound) -> Made:
    """Say of a date that it is of another kind than the law's words give it."""
    for entry in sound.document.instruments:
        for index, date in enumerate(entry.dates):
            other = date.model_copy(update={"role": _OTHER.get(date.role, "adopted")})
            yield _with(sound.document, entry, dates=(*entry.dates[:index], other, *entry.dates[index + 1 :]))


def printed_enacted(sound: Sound) -> Made:
    """Print “Enacted” with a date beside the claims."""
    for entry in sound.document.instruments:
        yield labelled(sound.document, "Enacted", _a_date(sound, entry))


def said_enacted(sound: Sound) -> Made:
    """Say freely that the law was enacted on the day on which it begins, with that rule's quote."""
    free = {"form": "free", "template": "", "slots": ()}
    for claim in sound.document.claims:
        day = edits.day().search(sound.quoted(claim))
        if day:
            told = f"Enacted: {day.group()}."
            yield swapped(sound.document, claim, claim.model_copy(update={**free, "sentence": told}))


# -- D2 -------------------------------------------------------------------------------------------------------


def first_of_january(sound: Sound) -> Made:
    """List a law of which a year is known with its first day."""
    for entry in sound.document.instruments:
        year = re.search(r"(?:19|20)\d\d", entry.title + entry.reference)
        for role in ("in_force", "adopted"):
            if year and all(date.date != f"{year.group()}-01-01" for date in entry.dates):
                date = LegalDate(role=role, date=f"{year.group()}-01-01", precision="day")
                others = tuple(each for each in entry.dates if each.role != role)
                yield _with(sound.document, entry, dates=(*others, date))


def day_of_a_month(sound: Sound) -> Made:
    """Round the day of a date to the first of its month, or of its year."""
    for entry in sound.document.instruments:
        for index, date in enumerate(entry.dates):
            for new in _rounded(date.date or ""):
                other = date.model_copy(update={"date": new})
                yield _with(
                    sound.document, entry, dates=(*entry.dates[:index], other, *entry.dates[index + 1 :])
                )


def _rounded(date: str) -> list[str]:
    if len(date) != len("2024-01-01"):
        return []
    return [new for new in (f"{date[:7]}-01", f"{date[:4]}-01-01") if new != date]


def day_changed(sentence: str, language: str) -> str:
    """Change the day of a date in a sentence to the first, in the script of its digits."""
    del language
    found = edits.day().search(sentence)
    if found is None or found.group(1) in ("1", "01", "๑"):
        return ""
    zero = ord(found.group(1)[-1]) - int(found.group(1)[-1])
    return sentence[: found.start(1)] + chr(zero + 1) + sentence[found.end(1) :]


def holds_since(sound: Sound) -> Made:
    """Say from which day a rule holds, where nothing says it."""
    for claim in sound.document.claims:
        if claim.holds.since is None:
            holds = claim.holds.model_copy(update={"since": "2024-01-01", "basis": "2024"})
            yield swapped(sound.document, claim, claim.model_copy(update={"holds": holds}))


def day_beside(sound: Sound) -> Made:
    """Print a day of commencement beside the claims."""
    for entry in sound.document.instruments:
        yield labelled(sound.document, "In force", f"{_a_date(sound, entry)[:4]}-01-01")


ENACTED: dict[str, Variant] = {
    "listed with a bare date": bare,
    "listed with six alike": six_alike,
    "listed with another kind": kind_swapped,
    "printed beside": printed_enacted,
    "said freely": said_enacted,
    "kind swapped in the sentence": partial(said_otherwise, edits.role),
    "kind swapped in free words": partial(freely_otherwise, edits.role),
    "kind swapped in the quote too": partial(other_words, edits.role),
}
INVENTED: dict[str, Variant] = {
    "first of January, listed": first_of_january,
    "day rounded, listed": day_of_a_month,
    "day changed in the sentence": partial(said_otherwise, day_changed),
    "day changed in free words": partial(freely_otherwise, day_changed),
    "day changed in the quote too": partial(other_words, day_changed),
    "said to hold since": holds_since,
    "printed beside": day_beside,
}
