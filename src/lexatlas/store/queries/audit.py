"""What happened, newest first, by chain, person, act and day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from lexatlas.store.models import Analysis, Event
from lexatlas.store.models.events import SITE
from lexatlas.store.queries.people import names_of
from lexatlas.store.queries.words import kept_among

__all__ = ["SITE", "Asked", "Happened", "acts", "events"]


@dataclass(frozen=True)
class Asked:
    """What an audit is narrowed to; "" and None filter nothing. `actor` is a key; `until` is a day that counts."""

    chain: str = ""
    actor: str = ""
    act: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Happened:
    """An event. `actor` is "" for the site itself; `name` its name today, the key once blanked.

    `where` names the analysis of the chain, "" for the site's own; `details` is what the event holds, flat; `texts`
    are those of it that stand for a text which can be read.
    """

    id: int
    chain: str
    where: str
    position: int
    at: datetime
    actor: str
    name: str
    act: str
    details: tuple[tuple[str, str], ...]
    sha256: str
    texts: frozenset[str] = frozenset()


def events(asked: Asked, *, most: int, before: int = 0) -> tuple[tuple[Happened, ...], bool]:
    """Return at most `most` events older than event `before` (0 for the newest), and whether older ones follow."""
    found = Event.objects.all()
    for name, value in (("chain", asked.chain), ("actor", asked.actor), ("act", asked.act)):
        if value:
            found = found.filter(**{name: value})
    if asked.since:
        found = found.filter(at__gte=datetime.combine(asked.since, time(), UTC))
    if asked.until:
        found = found.filter(at__lt=datetime.combine(asked.until + timedelta(days=1), time(), UTC))
    if before:
        found = found.filter(pk__lt=before)
    rows = list(found.order_by("-id")[: most + 1])
    shown = rows[:most]
    names, places = names_of({row.actor for row in shown if row.actor}), _places(shown)
    texts = kept_among(value for row in shown for value in row.payload.values() if isinstance(value, str))
    return tuple(_happened(row, names, places, texts) for row in shown), len(rows) > most


def acts() -> tuple[str, ...]:
    """Return the acts that have happened so far, by name."""
    return tuple(Event.objects.order_by("act").values_list("act", flat=True).distinct())


def _places(rows: list[Event]) -> dict[str, str]:
    numbers = {int(row.chain) for row in rows if row.chain.isdigit()}
    found = Analysis.objects.filter(pk__in=numbers)
    return {str(row.pk): f"{row.jurisdiction_name}, {row.topic_name}" for row in found}


def _happened(row: Event, names: dict[str, str], places: dict[str, str], texts: frozenset[str]) -> Happened:
    return Happened(
        id=row.pk,
        chain=row.chain,
        where="" if row.chain == SITE else places.get(row.chain, ""),
        position=row.position,
        at=row.at,
        actor=row.actor,
        name=names.get(row.actor, row.actor),
        act=row.act,
        details=tuple(
            (str(name).replace("_", " "), _plain(value)) for name, value in sorted(row.payload.items())
        ),
        sha256=row.sha256,
        texts=texts & {value for value in row.payload.values() if isinstance(value, str)},
    )


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(each) for each in value) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_plain(each)}" for name, each in sorted(value.items())) or "none"
    return (
        "yes" if value is True else "no" if value is False else "none" if value in (None, "") else str(value)
    )
