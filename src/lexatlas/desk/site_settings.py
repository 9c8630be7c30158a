"""Settings that an administrator changes while the site runs.

To add one: a row in `KNOWN`.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from lexatlas.desk import event
from lexatlas.desk.act import written
from lexatlas.desk.may import refuses
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.store.models import Person, SiteSetting
from lexatlas.store.models.events import SITE
from lexatlas.store.queries.site import PUBLIC_READING, SIGN_ALONE

RETENTION = "retention days"
_YES = ("no", "yes")
_DAYS = re.compile(r"0|[1-9][0-9]{0,4}")


@dataclass(frozen=True)
class Known:
    """A setting: its name, what it does, its value until somebody changes it, and what it may be.

    `choices` lists its values; none where it is a number of days, 0 for never.
    """

    name: str
    about: str
    default: str
    choices: tuple[str, ...] = ()


KNOWN = (
    Known(PUBLIC_READING, "People who are not signed in may read what is live.", "no", _YES),
    Known(
        SIGN_ALONE,
        "Where nobody else could review, an analyst with the role may publish a version signed by its author alone. "
        "It is shown so, and its confidence is never High.",
        "no",
        _YES,
    ),
    Known(
        RETENTION,
        "After how many days the archived copies behind archived versions may be deleted, where no other version "
        "uses them and no legal hold is on. 0 keeps everything.",
        "0",
    ),
)


def change(*, name: str, value: str, by: Person | None, at: datetime) -> Outcome:
    """Set a known setting to a value that it may have; `by` is None for the command line itself."""
    known = next((row for row in KNOWN if row.name == name), None)
    refusal = None if by is None else refuses(by, "settings")
    if refusal:
        return refusal
    if known is None:
        return Refused(
            f"There is no setting “{name[:60]}”. Known are {', '.join(row.name for row in KNOWN)}."
        )
    if not _fits(known, value):
        may_be = " or ".join(known.choices) or "a number of days, 0 for never"
        return Refused(f"“{value[:40]}” is no value of “{name}”. It may be {may_be}.")

    def write() -> Outcome:
        row = SiteSetting.objects.select_for_update().filter(name=name).first()
        since = row.value if row else known.default
        if since == value:
            return Refused(f"“{name}” is {value} already.")
        SiteSetting.objects.update_or_create(name=name, defaults={"value": value})
        payload = {"setting": name, "since": since, "value": value}
        event.record(chain=SITE, act="setting changed", by=by, at=at, payload=payload)
        return Done(f"“{name}” is {value} from now on.")

    return written(write)


def _fits(known: Known, value: str) -> bool:
    return value in known.choices if known.choices else _DAYS.fullmatch(value) is not None
