"""Does each date stand in the quote to the same precision, and is it said what kind of date it is?"""

import re
from functools import lru_cache

from lexatlas.checks.answer import no, yes
from lexatlas.checks.sides import Sides, compare, sides
from lexatlas.checks.tokens import SEEN
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.document import Document
from lexatlas.language.calendar import dates_in
from lexatlas.language.dates import dates

NAME = "dates"
_BARE = re.compile(r"\benacted\b", re.IGNORECASE)


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no with dates that the quote lacks, has less exactly, or gives another kind."""
    if sides(claim, view) is None and _BARE.search(claim.sentence):
        unknown = [date for date, role in _read(claim.sentence, "en").items() if role == "unknown"]
        return no(NAME, unknown, "A date of unknown kind.")
    return compare(NAME, claim, view, _dates)


def _dates(both: Sides) -> CheckAnswer:
    ours, theirs = _read(both.sentence, both.sentence_language), _read(both.words, both.words_language)
    invented = [
        date for date in ours if date not in theirs and any(date.startswith(known + "-") for known in theirs)
    ]
    if invented:
        return no(NAME, invented, "The quote gives no such day.")
    absent = [date for date in ours if date not in theirs]
    if absent:
        return no(NAME, absent, "These dates do not stand in the quote.")
    other = [date for date, role in ours.items() if role != theirs[date]]
    return no(NAME, other, "The quote gives these dates another kind.") if other else yes(NAME)


@lru_cache(maxsize=SEEN)
def _read(text: str, language: str) -> dict[str, str]:
    """Return the dates of a text with the kind that its words give each ("unknown" where they give none)."""
    kinds = {row.value.date: row.value.role for row in dates(text, language) if row.value.date}
    return {str(read.date): kinds.get(read.date, "unknown") for read in dates_in(text, language)}


def check_document(document: Document, _view: View) -> list[CheckAnswer]:
    """Answer no for each date of a listed law whose kind is not said."""
    unknown = [
        (entry.title, date.date or date.rule)
        for entry in document.instruments
        for date in entry.dates
        if date.role == "unknown"
    ]
    answers = [no(NAME, [title, date], "A date of unknown kind.") for title, date in unknown]
    return answers or [yes(NAME, reason="Each date of a listed law has its kind.")]
