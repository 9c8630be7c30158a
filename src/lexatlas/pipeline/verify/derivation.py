"""Derivation: raw bytes to text by the reader named, and each quote to its place in that text."""

from collections.abc import Mapping
from typing import NamedTuple, get_args

from lexatlas.bundle import Bundle
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.errors import LexatlasError
from lexatlas.core.evidence import CanonicalText, Snapshot
from lexatlas.core.text import normalise
from lexatlas.core.textform import structure_sha256, text_sha256
from lexatlas.pipeline.verify.answers import Derivation, DerivationWord, sentences
from lexatlas.pipeline.verify.programs import Read
from lexatlas.pipeline.verify.quotes import misplaced, orphans, quotes_of, stands_in

_WORST_LAST: tuple[DerivationWord, ...] = get_args(DerivationWord)
_PLAIN: dict[DerivationWord, str] = {
    "re-derived": "{n} re-derived from the raw bytes, same text",
    "re-derived, reader differs": "{n} read by another version of its reader, every quote found at its place",
    "matches the enclosed excerpt; full source not enclosed": "{n} enclosed as excerpts for want of rights",
    "stands on stored text only": "{n} on stored text only",
    "fails": "{n} not as its reader reads it",
}


class Answered(NamedTuple):
    """What was found of one text."""

    word: DerivationWord
    reasons: tuple[str, ...] = ()


def derivation(bundle: Bundle, read: Read, given: Mapping[str, bytes] | None = None) -> Derivation:
    """Answer for all texts of a bundle; the worst of them is the answer.

    `given` maps SHA-256 to raw bytes that whoever asks has from elsewhere, for sources that are not enclosed.
    """
    raw = {**(given or {}), **bundle.raw}
    answers = [_one_text(snapshot, bundle, raw, read) for snapshot in bundle.document.snapshots]
    strays = orphans(bundle.document, bundle.texts)
    if strays:
        answers.append(Answered("fails", tuple(strays)))
    if not answers:
        return Derivation(answer="nothing to derive", reason="The document names no text.")
    worst = max((answer.word for answer in answers), key=_WORST_LAST.index)
    return Derivation(
        answer=worst, reason=sentences([_tally(answers), *(r for a in answers for r in a.reasons)])
    )


def _tally(answers: list[Answered]) -> str:
    words = [answer.word for answer in answers]
    parts = [pattern.format(n=words.count(word)) for word, pattern in _PLAIN.items() if word in words]
    return f"Of {len(answers)} text{'s' if len(answers) > 1 else ''}: {'; '.join(parts)}."


def _one_text(snapshot: Snapshot, bundle: Bundle, raw: Mapping[str, bytes], read: Read) -> Answered:
    text, cut = bundle.texts.get(snapshot.text), bundle.excerpts.get(snapshot.text)
    if text is None:
        return Answered("fails", (f"The text {snapshot.text[:12]} is not enclosed.",))
    wrong = [fault for claim, quote in quotes_of(bundle.document, snapshot.text)
             for fault in misplaced(claim, quote, text, cut)]  # fmt: skip
    wrong += _stored(snapshot, text)
    if wrong:
        return Answered("fails", tuple(wrong))
    if snapshot.raw in raw:
        return _from_raw(snapshot, bundle, text, raw[snapshot.raw], read)
    if cut is not None and not _open(bundle, snapshot):
        return Answered("matches the enclosed excerpt; full source not enclosed")
    name = _name(bundle, snapshot)
    return Answered("stands on stored text only", (f"The raw bytes of {name} are not enclosed.",))


def _stored(snapshot: Snapshot, text: CanonicalText) -> list[str]:
    """Compare what the document says of a stored text with the text."""
    faults = []
    if structure_sha256(text) != snapshot.structure:
        faults.append(f"The structure of text {snapshot.text[:12]} is not the one that the document names.")
    if len(text.text) != snapshot.length:
        faults.append(f"The document gives another length for text {snapshot.text[:12]}.")
    if dict(text.stated) != snapshot.stated:
        faults.append(
            f"The document says otherwise than text {snapshot.text[:12]} what the file states of itself."
        )
    return faults


def _from_raw(snapshot: Snapshot, bundle: Bundle, stored: CanonicalText, raw: bytes, read: Read) -> Answered:
    name = _name(bundle, snapshot)
    if sha256_hex(raw) != snapshot.raw or len(raw) != snapshot.size:
        return Answered("fails", (f"The raw bytes of {name} are not those that the document names.",))
    try:
        new, reader = read(raw, snapshot)
    except LexatlasError as error:
        return Answered("stands on stored text only", (f"{name} cannot be read again: {error}",))
    if text_sha256(new) == snapshot.text and structure_sha256(new) == snapshot.structure:
        return Answered("re-derived")
    if reader == snapshot.reader:
        return Answered(
            "fails", (f"The stored text of {name} is not what its own reader makes of the raw bytes.",)
        )
    return _by_another_reader(snapshot, bundle, stored, new)


def _by_another_reader(
    snapshot: Snapshot, bundle: Bundle, stored: CanonicalText, new: CanonicalText
) -> Answered:
    normalised = normalise(new.text)
    lost = [f"A quote of claim {claim.id} ({quote.locator}) is not there when the source is read again."
            for claim, quote in quotes_of(bundle.document, snapshot.text)
            if not stands_in(quote, stored, new, normalised)]  # fmt: skip
    if lost:
        return Answered("stands on stored text only", tuple(lost))
    return Answered("re-derived, reader differs")


def _name(bundle: Bundle, snapshot: Snapshot) -> str:
    named = [
        source.title
        for source in bundle.document.sources
        if source.snapshot == snapshot.text and source.title
    ]
    return f"“{named[0]}”" if named else f"text {snapshot.text[:12]}"


def _open(bundle: Bundle, snapshot: Snapshot) -> bool:
    # What may travel whole and does not leaves the reader without a proof that could have been given.
    return any(
        source.rights == "open" for source in bundle.document.sources if source.snapshot == snapshot.text
    )
