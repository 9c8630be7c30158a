"""Proves a bundle from a stranger: sound in itself, its texts read again, its verdicts and status computed here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lexatlas.bundle import Bundle
from lexatlas.codebook import load
from lexatlas.core.document import Document
from lexatlas.core.errors import LexatlasError, Unreadable
from lexatlas.pipeline.recomputed import Recomputed, recomputed
from lexatlas.pipeline.verify.derivation import derivation
from lexatlas.pipeline.verify.soundness import unsound
from lexatlas.pipeline.verify.today import reader
from lexatlas.sources.pool import ReaderPool

MOST_CLAIMS = 5_000
LONGEST_ID = 300
EARLIEST, LATEST = 1900, 2200
"""Years that an as-of date may have; beyond them a day to look again cannot be worked out."""


@dataclass(frozen=True)
class Proof:
    """What was found. `faults` are sentences, and then nothing else counts; `document` is the one computed here.

    `verdicts` maps claims to (as the file says, as computed), `fields` names what else came out otherwise,
    `derivation` is the answer of `verify`, `sentences` tell an importer what differs.
    """

    document: Document
    faults: tuple[str, ...] = ()
    verdicts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    derivation: str = ""
    flags: int = 0
    sentences: tuple[str, ...] = ()


def prove(bundle: Bundle) -> Proof:
    """Compute everything of a bundle that can be computed; raises `LexatlasError` when that is not possible."""
    faults = _faults(bundle.document)
    if faults:
        return Proof(bundle.document, tuple(faults))
    with ReaderPool() as pool:
        derived = derivation(bundle, reader(pool))
    if derived.answer in ("fails", "cannot be given"):
        return Proof(bundle.document, (derived.reason,))
    again = _recomputed(bundle)
    left = unsound(again.document)
    if left:
        return Proof(bundle.document, tuple(left))
    sentences = (*_differences(again), *_texts(bundle, derived.answer), *_flags(again))
    return Proof(again.document, (), again.verdicts, again.fields, derived.answer, again.flags, sentences)


def _faults(document: Document) -> list[str]:
    """Return what no computing mends: ids that are not those of their content, names that lead nowhere."""
    recorded = "The recorded verdicts are not one for each claim."
    faults = [fault for fault in unsound(document) if fault != recorded]
    if not _is_day(document.brief.as_of):
        faults.append(f"Its as-of date “{document.brief.as_of[:20]}” is no date of our time.")
    if len(document.claims) > MOST_CLAIMS:
        faults.append(f"It has {len(document.claims)} claims, more than the {MOST_CLAIMS} that a site takes.")
    named = {source.snapshot for source in document.sources}
    if any(snapshot.text not in named for snapshot in document.snapshots):
        faults.append("It has a text that no source of it names.")
    if any(len(source.id) > LONGEST_ID for source in document.sources):
        faults.append(f"The id of a source is longer than {LONGEST_ID} characters.")
    return faults


def _is_day(text: str) -> bool:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return False
    return day.isoformat() == text and EARLIEST <= day.year <= LATEST


def _recomputed(bundle: Bundle) -> Recomputed:
    try:
        return recomputed(bundle.document, bundle.texts, load())
    except LexatlasError:
        raise
    except Exception as error:  # a file from a stranger must not stop us with a traceback
        raise Unreadable(
            f"The programs stopped on this document ({type(error).__name__}). Nothing was kept."
        ) from error


def _differences(again: Recomputed) -> list[str]:
    told = []
    total = len(again.document.claims)
    if again.verdicts:
        told.append(
            f"The file says otherwise of the verdict on {len(again.verdicts)} of {total} claims; what is shown is "
            "what was computed here, so the document kept has another hash than the file's."
        )
    if "status" in again.fields:
        told.append(
            f"The file gives another status or other grounds; computed here: {again.document.status.name}."
        )
    others = [name for name in again.fields if name not in ("verdicts", "status")]
    if others and not again.verdicts:
        told.append(
            f"Computed here, these parts came out otherwise than in the file, and its hash with them: "
            f"{', '.join(others)}."
        )
    return told


def _texts(bundle: Bundle, derived: str) -> list[str]:
    total, cut = len(bundle.document.snapshots), len(bundle.excerpts)
    told = [f"{cut} of {total} texts came as excerpts only and are marked so."] if cut else []
    if derived == "stands on stored text only":
        told.append(
            "Not every text could be read again from its raw bytes: it stands on the text in the file."
        )
    return told


def _flags(again: Recomputed) -> list[str]:
    if not again.flags:
        return []
    return [
        f"The checks of the document as a whole find {again.flags} faults; look at them before you submit it."
    ]
