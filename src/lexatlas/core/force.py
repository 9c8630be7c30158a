"""Whether a rule was in force on the date asked about, as far as the text read shows (codebook rule 12)."""

from dataclasses import dataclass
from functools import lru_cache

from lexatlas.core.claims import ForceState, Holds
from lexatlas.core.document import ForceShown


@dataclass(frozen=True)
class TextTime:
    """When a text speaks. Dates are ISO 8601, cut to what is known; empty or None: not shown.

    `as_of` is the date of the text read, `current` whether something shows it unchanged on that asked.
    `segment` is what the source says of the very provision ("no": not in force), `segment_from` since or from
    when. `superseded` and `repealed` are the dates of a later rule and of a repeal, where one was read.
    """

    as_of: str | None
    current: bool = False
    segment: str = ""
    segment_from: str = ""
    superseded: str | None = None
    repealed: str | None = None


def reached(date: str | None, on: str) -> bool | None:
    """Return whether `date` has come by `on`; None when `date` is not shown or too coarse to tell.

    A month or a year has come when its last day has, and has not when `on` lies before its first.
    """
    if not date:
        return None
    if len(date) < len(on) and on.startswith(date):
        return None
    return date <= on[: len(date)]


@lru_cache(maxsize=4096)
def force_on(asked: str, text: TextTime, holds: Holds) -> ForceShown:
    """Return the state on `asked` (a civil date) with the sentence that goes with it; never a guess.

    What the words themselves say of a start or an end holds for a text of any date: a rule that begins later
    has not begun. Anything else needs a text whose date is the date asked, or one shown current.
    """
    return _ended(asked, text, holds) or _to_come(asked, text, holds) or _as_read(asked, text, holds)


def _ended(asked: str, text: TextTime, holds: Holds) -> ForceShown | None:
    if reached(text.repealed, asked):
        return _shown("repealed", f"Repealed on {text.repealed}.")
    if reached(text.superseded, asked):
        return _shown("superseded", f"Superseded by a later rule from {text.superseded}.")
    # `until` is the last day: the rule has ended when that day lies before the date asked.
    if holds.until and reached(holds.until, asked) and holds.until != asked:
        return _shown("repealed", f"Its own words let it run until {holds.until}.")
    return None


def _to_come(asked: str, text: TextTime, holds: Holds) -> ForceShown | None:
    if text.segment == "no" and reached(text.segment_from, asked) is not True:
        return _shown("not yet", "The source marks this provision as not in force.")
    if holds.since and reached(holds.since, asked) is False:
        return _shown("not yet", f"Applies from {holds.since}.")
    return None


def _as_read(asked: str, text: TextTime, holds: Holds) -> ForceShown:
    if not text.as_of:
        return _shown("not shown", "The text does not show its date.")
    if text.as_of > asked:
        return _shown("not shown", f"Text as of {text.as_of}, later than the date asked about.")
    if text.as_of < asked and not text.current:
        return _shown("not shown", f"Text as of {text.as_of}; later amendments not looked for.")
    if text.segment == "no" or (holds.since and reached(holds.since, asked) is None):
        return _shown("not shown", "The date on which this begins is not shown to the day.")
    return _shown("in force", f"Text as of {text.as_of}.")


def _shown(state: ForceState, sentence: str) -> ForceShown:
    return ForceShown(state=state, sentence=sentence)
