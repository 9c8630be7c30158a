"""What becomes of open reviews when a version comes: carried with their claims, to be looked at again, or dropped."""

from dataclasses import dataclass
from typing import Any

from lexatlas.store.queries.standing import rows_of


@dataclass(frozen=True)
class Carried:
    """Open reviews of earlier versions, by number: those whose claim is the same, was changed, or is gone."""

    same: tuple[int, ...] = ()
    again: tuple[int, ...] = ()
    dropped: tuple[int, ...] = ()

    @property
    def payload(self) -> dict[str, Any]:
        """What the event of the new version tells of it; nothing where no review was open."""
        told = {"reviews_to_look_at_again": list(self.again), "reviews_dropped": list(self.dropped)}
        return {name: numbers for name, numbers in told.items() if numbers}

    @property
    def sentence(self) -> str:
        """What somebody who made the version is told, "" where no review was open."""
        parts = (
            (self.same, "carried"),
            (self.again, "carried and needs another look"),
            (self.dropped, "dropped, for its claim is gone"),
        )
        told = [f"{len(numbers)} {what}" for numbers, what in parts if numbers]
        return f"Of the open reviews: {'; '.join(told)}." if told else ""


def carried(version: int) -> Carried:
    """Return what becomes of the open reviews of earlier versions in a version, by the version's own id."""
    rows = rows_of([version])[version]
    earlier = [each for each in rows.bearing if each.state == "open" and each.number < rows.number]

    def those(how: str) -> tuple[int, ...]:
        return tuple(each.review for each in earlier if each.carried == how)

    return Carried(those("carried"), those("needs another look"), those("dropped"))
