"""Verifies the chains of events: unbroken, without a gap, each text and document still what an event committed to."""

from collections.abc import Iterator
from dataclasses import dataclass

from lexatlas.core.errors import Unavailable
from lexatlas.desk.event import FIRST, hash_of
from lexatlas.store.models import DocumentBytes, Event, Version, Words
from lexatlas.store.queries.documents import document_bytes

COMMITTED = ("words", "looked_in", "evidence")
"""Fields of an event that hold the commitment of a text."""
_AT_ONCE = 1_000


@dataclass(frozen=True)
class Verified:
    """What was looked at, and what is wrong as sentences; `heads` maps each chain to the hash of its last event."""

    events: int
    texts: int
    documents: int
    heads: dict[str, str]
    faults: tuple[str, ...]


def verify() -> Verified:
    """Look at every chain, every text that is not blanked, and every document. Reads only.

    A head that was written down elsewhere shows whether the end of a chain was cut off; nothing here can.
    """
    heads: dict[str, str] = {}
    faults: list[str] = []
    events, position = 0, 0
    known = set(Words.objects.values_list("commitment", flat=True))
    versions = {(str(row[0]), row[1]): row[2] for row in
                Version.objects.values_list("analysis_id", "number", "document_id")}  # fmt: skip
    told: set[tuple[str, int]] = set()
    for each in Event.objects.order_by("chain", "position").iterator(chunk_size=_AT_ONCE):
        position = position + 1 if each.chain in heads else 1
        faults += _link(each, position, heads.get(each.chain, FIRST))
        faults += _committed(each, known)
        faults += _document(each, versions)
        told.add((each.chain, each.payload.get("version", 0)))
        heads[each.chain], position = each.sha256, each.position
        events += 1
    faults += [f"No event tells of version {number} of analysis {analysis}."
               for analysis, number in sorted(set(versions) - told)]  # fmt: skip
    texts, documents = list(_texts()), list(_documents())
    wrong = [fault for fault in (*texts, *documents) if fault]
    return Verified(events, len(texts), len(documents), heads, (*faults, *wrong))


def _link(event: Event, position: int, previous: str) -> Iterator[str]:
    name = f"Event {event.position} of the chain {event.chain}"
    if event.position != position:
        yield f"{name} stands where event {position} should: some are missing."
    if event.previous != previous:
        yield f"{name} does not follow from the event before it."
    if hash_of(event) != event.sha256:
        yield f"{name} is not what it was when it was written."


def _committed(event: Event, known: set[str]) -> Iterator[str]:
    for field in COMMITTED:
        commitment = event.payload.get(field)
        if commitment and commitment not in known:
            yield f"The text that event {event.position} of the chain {event.chain} names is not kept."


def _document(event: Event, versions: dict[tuple[str, int], str]) -> Iterator[str]:
    told, number = event.payload.get("document"), event.payload.get("version")
    if told and number and versions.get((event.chain, number)) != told:
        yield f"Version {number} of analysis {event.chain} is not the document that event {event.position} names."


def _texts() -> Iterator[str]:
    """Give "" for each text that is what was committed to, else a sentence; blanked ones are left out."""
    for row in Words.objects.filter(blanked_at__isnull=True).iterator(chunk_size=_AT_ONCE):
        same = Words.commit(row.salt, row.text) == row.commitment
        yield "" if same else f"The text {row.commitment[:12]} is not what was committed to."


def _documents() -> Iterator[str]:
    """Give "" for each document whose bytes have its hash, else a sentence."""
    for sha256 in DocumentBytes.objects.order_by("sha256").values_list("sha256", flat=True).iterator():
        try:
            document_bytes(sha256)
            yield ""
        except Unavailable as error:
            yield str(error)
