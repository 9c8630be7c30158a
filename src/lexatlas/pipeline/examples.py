"""Proves the codebook's boundary examples: each is coded as it says, or abstained on for the reason that it gives."""

from collections.abc import Iterator
from dataclasses import dataclass

from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.analysts.extractive.coding import Coding, settles, told
from lexatlas.analysts.extractive.dossier_reading import read_dossier
from lexatlas.analysts.extractive.maturity import pending, proposed
from lexatlas.analysts.extractive.reading import Reading
from lexatlas.analysts.extractive.signals import Met
from lexatlas.analysts.extractive.status import grounds, status_of
from lexatlas.codebook import Codebook, Example, Topic
from lexatlas.codebook.example import Beside
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.document import Status
from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import OFFICIAL_TIERS, CanonicalText, Dossier, Snapshot, Source
from lexatlas.core.recipe import Brief
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read

INVENTED = "XA"
"""The sample place that an example is about unless it names another."""
_NAMES = ("passage", "second", "third", "fourth", "fifth")
"""What the texts of an example are called, in the order given."""
FINDINGS = ("varies", "contested", "not-applicable", "no-evidence")
"""Special codes that are findings: nothing is missing, so none of them says what is."""


@dataclass(frozen=True)
class Coded:
    """What reader and analyst made of one example."""

    status: Status
    coding: Coding
    met: Met
    reading: Reading


def prove(book: Codebook) -> list[str]:
    """Return a sentence for each example of each topic that is not coded as it says; empty when all are."""
    return [
        f"topics/{topic.id}.toml: the example {example.id} {fault}"
        for topic in book.topics.values()
        for example in topic.examples
        for fault in faults(book, topic, example)
    ]


def faults(book: Codebook, topic: Topic, example: Example) -> list[str]:
    """Return what differs between one example and its coding, as ends of a sentence."""
    try:
        coded = code_example(book, topic, example)
    except Unreadable as error:
        return [f"cannot be read: {error}"]
    return [*_differs(example, coded), *_missing(topic, example, coded), *_flags(book, topic, example)]


def code_example(book: Codebook, topic: Topic, example: Example) -> Coded:
    """Read and code the passage as the only text given; a draft's rules are tried, though no code is published."""
    asked = topic.model_copy(update={"state": "edition"})
    brief, dossier = _brief(book, topic, example), dossier_of(example)
    reading = read_dossier(asked, dossier, brief, book)
    coding, met = grounds(brief, book, asked, reading)
    return Coded(status_of(brief, book, asked, reading, coding, met, {}), coding, met, reading)


def dossier_of(example: Example) -> Dossier:
    """Return the passages as the only texts of a dossier, with kind and tier as the example gives them."""
    first = Beside(kind=example.kind, tier=example.tier, passage=example.passage, place=example.place)
    given = [_text(name, each, example) for name, each in zip(_NAMES, (first, *example.beside), strict=False)]
    return Dossier(
        tuple(source for source, _, _ in given),
        {snapshot.text: snapshot for _, snapshot, _ in given},
        {snapshot.text: text for _, snapshot, text in given},
    )


def _text(name: str, given: Beside, example: Example) -> tuple[Source, Snapshot, CanonicalText]:
    raw = given.passage.strip().encode()
    text, reader = read(Given(raw, "passage.txt"))
    digest = sha256_hex(text.text.encode())
    snapshot = Snapshot(
        raw=sha256_hex(raw),
        text=digest,
        structure=digest,
        media_type="text/plain",
        size=len(raw),
        length=len(text.text),
        language=example.language,
        reader=reader,
    )
    source = {
        "id": name,
        "title": given.passage.strip().splitlines()[0],
        "kind": given.kind,
        "tier": given.tier,
        "language": example.language,
        "jurisdiction": given.place or example.place,
        "snapshot": digest,
    }
    return Source.model_validate(source), snapshot, text


def _brief(book: Codebook, topic: Topic, example: Example) -> Brief:
    asked = example.place or INVENTED
    # A codebook of one's own need not hold the sample places.
    place = book.places.find(asked)
    return Brief(
        jurisdiction=place.code if place else asked,
        jurisdiction_name=place.name if place else asked,
        topic=topic.id,
        topic_name=topic.name,
        as_of=str(example.as_of),
    )


def _differs(example: Example, coded: Coded) -> Iterator[str]:
    status, answers = coded.status, coded.coding.sub_answers
    if status.code != example.code:
        yield f"says {example.code} and is coded {status.code}; mend the rules, the cues or the example."
    for name, value in (example.second or {}).items():
        if answers.get(name) != value:
            given = answers.get(name, "no sub-answer of the topic")
            yield f"says that {name} is {value}, and it is {given}; mend the rules, the cues or the example."
    for what, wanted, given in (
        ("maturity", example.maturity, status.maturity),
        ("regime", example.regime, status.regime),
    ):
        if wanted and wanted != given:
            yield f"says that the {what} is {wanted}, and it is {given or 'not told'}; mend one of them."


def _missing(topic: Topic, example: Example, coded: Coded) -> Iterator[str]:
    """An abstention holds for its stated reason: what is named is not there, and with it there would be a code."""
    abstains = coded.status.special and coded.status.code not in FINDINGS
    if not abstains:
        if example.missing:
            yield "is no abstention and names something missing; take it out."
        return
    if not example.missing:
        yield "has no code and does not say what is missing; name it in missing."
        return
    for word in example.missing:
        if _there(word, coded):
            yield f"says that {word} is missing, and it is there: {told(topic, word)}; mend it."
    signals = [word for word in example.missing if word not in _WORDS]
    if signals and not settles(topic, coded.met, signals):
        yield f"would have no code with {' and '.join(signals)} either; name what would give one."


def _there(word: str, coded: Coded) -> bool:
    if word in _WORDS:
        return not _WORDS[word](coded)
    name, _, value = word.partition(":")
    return coded.coding.sub_answers.get(name) == value if value else bool(coded.met.get(name))


def _no_official_text(coded: Coded) -> bool:
    return not any(text.source.tier in OFFICIAL_TIERS for text in coded.reading.texts)


def _no_law_in_force(coded: Coded) -> bool:
    """The text speaks of the matter and is still to come, or has ended."""
    ended = coded.status.maturity == "repealed"
    return bool(pending(coded.reading) or proposed(coded.reading) or ended)


_WORDS = {"official-text": _no_official_text, "law-in-force": _no_law_in_force}
"""What may be missing beside signals, with the proof that it is."""


def _flags(book: Codebook, topic: Topic, example: Example) -> Iterator[str]:
    if not example.flags:
        return
    # A flag is told only where a claim shows it, so the whole page is made.
    whole = ExtractiveAnalyst(book).analyse(_brief(book, topic, example), dossier_of(example))
    raised = {flag.name for flag in whole.status.flags}
    for name in example.flags:
        if name not in raised:
            yield f"says that the flag {name} is raised, and it is not; mend the signal or the example."
