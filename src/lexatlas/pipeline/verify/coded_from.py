"""Which codebook a bundle was coded from: whether the document names it, and whether it is ours."""

from lexatlas.bundle import Bundle
from lexatlas.codebook import Codebook
from lexatlas.codebook.changes import of_topic
from lexatlas.core.canonical import sha256_hex


def misnamed(bundle: Bundle, enclosed: Codebook) -> list[str]:
    """Return where the enclosed codebook is not the one that the document names, a sentence each."""
    used = bundle.document.codebook
    hashes = {name: sha256_hex(data) for name, data in bundle.codebook.items()}
    faults = []
    if hashes != used.files:
        names = sorted(name for name in {*hashes, *used.files} if hashes.get(name) != used.files.get(name))
        faults.append(
            f"The enclosed codebook is not the one that the document names: {', '.join(names[:5])}."
        )
    if used.edition != enclosed.edition:
        faults.append(
            f"The document says edition {used.edition}; the enclosed codebook is {enclosed.edition}."
        )
    return faults


def not_ours(bundle: Bundle, ours: Codebook) -> list[str]:
    """Return the names of enclosed files that differ from this release's; their rules may be anybody's."""
    return sorted(name for name, data in bundle.codebook.items() if ours.files.get(name) != data)


def changes_since(bundle: Bundle, enclosed: Codebook, ours: Codebook) -> list[str]:
    """Return what our record tells of the topic that the enclosed one does not, where codes must be read again."""
    known = set(enclosed.changes)
    later = [change for change in of_topic(ours.changes, bundle.document.brief.topic) if change not in known]
    return [
        f"Since it was coded the codebook changed ({change.date}): {change.what} {change.why} Look at it again."
        for change in later
        if change.read_again
    ]


def edition_unknown(bundle: Bundle, enclosed: Codebook, ours: Codebook) -> bool:
    """Whether the hash of the whole edition that the document names is of none at hand.

    A bundle encloses only the files that were used, so the hash of a whole edition can be compared, not made.
    """
    return bundle.document.codebook.sha256 not in (enclosed.sha256, ours.sha256)
