"""Whether one chain of events still holds, for somebody who looks at it; `desk.chain` verifies all that there is."""

from dataclasses import dataclass

from lexatlas.desk.event import FIRST, hash_of
from lexatlas.store.models import Event

_AT_ONCE = 1_000


@dataclass(frozen=True)
class State:
    """A chain that was read whole: how many events, and `broken_at`, the first place that does not hold (0: none).

    `head` is the hash of its last event, "" when the chain has none.
    """

    events: int
    broken_at: int
    head: str
    sentence: str


def state(chain: str) -> State:
    """Read a chain from its first event on, and stop where it does not hold. Reads only."""
    previous, position = FIRST, 0
    for each in Event.objects.filter(chain=chain).order_by("position").iterator(chunk_size=_AT_ONCE):
        position += 1
        fault = _fault(each, position, previous)
        if fault:
            return State(position, position, previous, fault)
        previous = each.sha256
    if not position:
        return State(0, 0, "", "It has no event so far.")
    many = "1 event" if position == 1 else f"{position} events"
    told = f"{many} read, each follows from the one before; the last has the hash {previous}."
    return State(position, 0, previous, told)


def _fault(event: Event, position: int, previous: str) -> str:
    if event.position != position:
        return f"Event {event.position} stands where event {position} should: some are missing."
    if event.previous != previous:
        return "This event does not follow from the one before it."
    return "" if hash_of(event) == event.sha256 else "This event is not what it was when it was written."
