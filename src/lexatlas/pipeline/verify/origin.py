"""Origin: what the file claims of where its sources come from, and what the addresses give when asked."""

from collections.abc import Callable

from lexatlas.bundle import Bundle
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.errors import LexatlasError
from lexatlas.core.evidence import Source
from lexatlas.pipeline.verify.answers import Origin, sentences

Fetch = Callable[[str], bytes]
"""An address to the bytes that it gives today; raises LexatlasError when it gives none."""


def origin(bundle: Bundle, fetch: Fetch | None = None) -> Origin:
    """Answer for a bundle; without `fetch` nothing is asked of the network."""
    claimed = [_sources(bundle), *_people(bundle)]
    if fetch is None:
        return Origin(answer="as claimed", reason=sentences(claimed))
    same, other, lost = _compare(bundle, fetch)
    reasons = sentences([*other, *lost, *_same(same), *claimed])
    if other:
        return Origin(answer="as claimed; the addresses give other bytes", reason=reasons)
    if lost or not same:
        return Origin(answer="as claimed; not every address could be fetched", reason=reasons)
    return Origin(answer="as claimed; the addresses give the same bytes", reason=reasons)


def _sources(bundle: Bundle) -> str:
    sources, made = bundle.document.sources, bundle.provenance
    addresses = sum(1 for source in sources if source.address)
    by = f" by {made.person}" if made.person else ""
    return (
        f"{len(sources)} source{'' if len(sources) == 1 else 's'}, {addresses} with an address, gathered "
        f"{made.created}{by}: addresses, titles, publishers, dates, tiers and times are as claimed; "
        "whether the publisher published this is not shown."
    )


def _people(bundle: Bundle) -> list[str]:
    standing = bundle.standing
    found = []
    if standing is not None:
        number = len(standing.reviews)
        reviews = "No review is" if not number else f"{number} review{' is' if number == 1 else 's are'}"
        found.append(
            f"{reviews} claimed by the file, as is the stage “{standing.workflow_stage}”; neither has any "
            "effect here."
        )
    if any(source.rights == "private" for source in bundle.document.sources):
        found.append("It holds sources that are private: not for passing on.")
    return found


def _compare(bundle: Bundle, fetch: Fetch) -> tuple[int, list[str], list[str]]:
    raw = {snapshot.text: snapshot.raw for snapshot in bundle.document.snapshots}
    same, other, lost = 0, [], []
    for source in bundle.document.sources:
        if not _fetchable(source):
            continue
        try:
            matches = sha256_hex(fetch(str(source.address))) == raw.get(source.snapshot)
        except LexatlasError as error:
            lost.append(f"{source.address}: {error}")
            continue
        same += matches
        if not matches:
            other.append(f"{source.address} gives other bytes today: changed since, or never these.")
    return same, other, lost


def _fetchable(source: Source) -> bool:
    return bool(source.address and source.snapshot and source.address.startswith(("https://", "http://")))


def _same(same: int) -> list[str]:
    if not same:
        return []
    return [f"{same} address{'' if same == 1 else 'es'} gave the same bytes when asked now."]
