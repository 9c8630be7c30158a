"""Small laws of our own about Veyland (XA), its zone Port Sorrel (XA-FZ) and others, read by real readers."""

from dataclasses import dataclass
from functools import cache

from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.analysts.extractive.dossier_reading import read_dossier
from lexatlas.analysts.extractive.reading import Reading
from lexatlas.codebook import Codebook, load
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.evidence import CanonicalText, Dossier, Snapshot, Source
from lexatlas.core.ports import Draft
from lexatlas.core.recipe import Brief
from lexatlas.core.textform import structure_sha256, text_sha256
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read

RETAIL, PROVIDERS = "retail-trading-status", "vasp-licensing"
AS_OF = "2026-06-01"

LICENCE = (
    "No person shall provide a digital asset service by way of business unless that person holds a licence."
)
APART = "A provider shall keep the digital assets of its clients apart from its own."
DEALING = "A natural person may buy, sell and hold digital assets."
BARRED = "No person shall buy, sell or exchange digital assets."

ACT = f"""\
Digital Asset Act of Veyland

Article 1
“Authority” means the Markets Authority of Veyland established by law.

Article 2
{LICENCE}

Article 3
{APART}

Article 4
The Authority shall keep a public register of providers.

Article 5
This Act comes into force on 1 January 2025.
"""


@dataclass(frozen=True)
class Law:
    """A document as it would be given: its words, and what a manifest row says of it."""

    words: str
    id: str = "act"
    title: str = "Digital Asset Act"
    kind: str = "act"
    tier: str = "T1"
    place: str = "XA"
    dated: str | None = AS_OF
    name: str = "law.txt"
    language: str = "en"


@cache
def book() -> Codebook:
    return load()


@cache
def _text(raw: bytes, name: str) -> CanonicalText:
    return read(Given(raw, name))[0]


def source_of(law: Law) -> Source:
    return Source.model_validate(
        {
            "id": law.id, "title": law.title, "publisher": "Gazette of Veyland", "jurisdiction": law.place,
            "language": law.language, "kind": law.kind, "tier": law.tier, "rights": "open",
            "snapshot": text_sha256(_text(law.words.encode(), law.name)),
        }
    )  # fmt: skip


def snapshot_of(law: Law) -> Snapshot:
    raw = law.words.encode()
    text, reader = read(Given(raw, law.name))
    return Snapshot(
        raw=sha256_hex(raw), text=text_sha256(text), structure=structure_sha256(text),
        media_type="text/plain", size=len(raw), length=len(text.text), language=law.language,
        reader=reader, text_as_of=law.dated,
    )  # fmt: skip


def dossier(*laws: Law) -> Dossier:
    sources = tuple(source_of(law) for law in laws)
    snapshots = {snapshot.text: snapshot for snapshot in map(snapshot_of, laws)}
    texts = {
        source.snapshot: _text(law.words.encode(), law.name)
        for law, source in zip(laws, sources, strict=True)
    }
    return Dossier(sources, snapshots, texts)


def brief(topic: str = RETAIL, as_of: str = AS_OF, place: str = "XA", level: str = "total") -> Brief:
    asked, found = book().topic(topic), book().jurisdiction(place)
    return Brief.model_validate(
        {
            "jurisdiction": found.code, "jurisdiction_name": found.name, "topic": asked.id,
            "topic_name": asked.name, "as_of": as_of, "level": level,
        }
    )  # fmt: skip


def reading(*laws: Law, **asked: str) -> Reading:
    question = brief(**asked)
    return read_dossier(book().topic(question.topic), dossier(*laws), question, book())


def draft(*laws: Law, **asked: str) -> Draft:
    return ExtractiveAnalyst(book()).analyse(brief(**asked), dossier(*laws))


def said(made: Draft, question: str | None = None) -> list[str]:
    """The sentences of a draft, of one question or of all."""
    return [claim.sentence for claim in made.claims if question in (None, claim.question)]


def section(made: Draft, name: str) -> list:
    return list(next(part.statements for part in made.sections if part.name == name))


def carrying(made: Draft) -> list[str]:
    """The sentences that the code rests on."""
    by_id = {claim.id: claim.sentence for claim in made.claims}
    return [by_id[claim] for claim in made.status.reasons[0].claims] if made.status.reasons else []


def articles(*rules: str, title: str = "Digital Asset Act of Veyland") -> str:
    """A statute of these rules, an article each."""
    return f"{title}\n\n" + "\n".join(f"Article {n}\n{rule}\n" for n, rule in enumerate(rules, start=1))
