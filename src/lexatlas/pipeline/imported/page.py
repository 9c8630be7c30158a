"""The text of a published page as a Document: every field kept, no claim supported by the page itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from lexatlas import __version__
from lexatlas.checks import CHECKS_VERSION
from lexatlas.checks.verdict import judge_claims
from lexatlas.codebook import Codebook, Place
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.document import (
    Document,
    InstrumentEntry,
)
from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import CanonicalText, ReaderId, Snapshot, Source
from lexatlas.core.provenance import Fetched, Provenance
from lexatlas.core.recipe import Recipe
from lexatlas.core.statements import SECTIONS, Section, Statement
from lexatlas.core.textform import structure_sha256, text_sha256
from lexatlas.language.terms import TERMS_VERSION
from lexatlas.pipeline.compose import codebook_used
from lexatlas.pipeline.imported.asked import Asked, brief_of, day, named, place_of, topic_of
from lexatlas.pipeline.imported.claims import Collected, evidence_section, plain_section, reviews_section
from lexatlas.pipeline.imported.fields import Page, read_page
from lexatlas.pipeline.imported.laws import laws_section
from lexatlas.pipeline.imported.sources import web_section
from lexatlas.pipeline.imported.status import recoded_from
from lexatlas.sources.readers.charset import Given, decode
from lexatlas.sources.readers.registry import read

IMPORTER = "imported page"
IMPORTER_VERSION = "1"
PAGE_SOURCE = "imported-page"
MAX_BYTES = 1_000_000
_MEDIA_TYPE = "text/plain"
# The names of fields and sections are English; a page in another language is not in this form.
_LANGUAGE = "en"
# What the head of a page calls a field, where the document keeps it under another name.
_KEPT_AS = {"Analysis ID": "Reference ID"}
_TAKEN_BY = {"Source Evidence": evidence_section, "Reviews": reviews_section}


@dataclass(frozen=True)
class ImportedPage:
    """A page as a document with what a bundle needs beside it; `raw` and `texts` are keyed by SHA-256."""

    document: Document
    provenance: Provenance
    raw: Mapping[str, bytes]
    texts: Mapping[str, CanonicalText]


def import_page(
    raw: bytes, source_name: str, codebook: Codebook, created: str, asked: Asked | None = None
) -> ImportedPage:
    """Turn a page's text into a document whose every claim is honestly without support.

    `created` is the time of the import (ISO 8601 with zone). Raises `Unreadable` when the bytes are no text
    in the form of a page, and `InputError` with near matches when its jurisdiction or topic is not known.
    """
    text, canonical, reader = _read(raw, source_name)
    page = named(read_page(text), codebook)
    asked = asked or Asked()
    place, topic = place_of(page, codebook, asked), topic_of(page, codebook, asked)
    kept = Collected(origin=f"imported from page {page.fields.get('Analysis ID', source_name)}")
    sections, instruments, counts = _sections(page, kept)
    snapshot = _snapshot(raw, canonical, reader)
    sources = (_page_source(page, source_name, place, snapshot), *kept.sources)
    imported = _imported(page, counts)
    again = recoded_from(len(kept.claims), sources, imported)
    document = Document(
        brief=brief_of(page, place, topic, asked, created),
        recipe=_recipe(),
        codebook=codebook_used(codebook, topic.id),
        status=again.status,
        force=again.force,
        factors=again.factors,
        sources=sources,
        snapshots=(snapshot,),
        instruments=instruments,
        claims=tuple(kept.claims.values()),
        sections=sections,
        gaps=tuple(kept.gaps),
        queries=tuple(kept.queries),
        imported=imported,
    )
    texts = {snapshot.text: canonical}
    verdicts = judge_claims(document, texts, codebook=codebook)
    judged = document.model_copy(update={"verdicts": tuple(verdicts[claim.id] for claim in document.claims)})
    return ImportedPage(judged, _provenance(source_name, created), {snapshot.raw: raw}, texts)


def import_again(raw: bytes, document: Document, codebook: Codebook) -> Document:
    """Make an imported document anew from the bytes of its page; equal when nothing of it was changed."""
    page, brief = document.sources[0], document.brief
    asked = Asked(brief.jurisdiction, brief.topic, brief.as_of)
    return import_page(raw, page.path, codebook, brief.as_of, asked).document


def _read(raw: bytes, name: str) -> tuple[str, CanonicalText, ReaderId]:
    """Return the page's own lines, and its canonical text by the reader of plain text."""
    if len(raw) > MAX_BYTES:
        raise Unreadable(
            f"{name} is over {MAX_BYTES} bytes; a page's text is far shorter. Give the text alone."
        )
    given = Given(raw, name=name, media_type=_MEDIA_TYPE, language=_LANGUAGE)
    return decode(given)[0], *read(given, "text")


def _sections(
    page: Page, kept: Collected
) -> tuple[tuple[Section, ...], tuple[InstrumentEntry, ...], dict[str, str]]:
    """Take the sections in the order of every analysis; one that is not ours becomes a group of the Notes."""
    found: dict[str, list[Statement]] = {}
    instruments: list[InstrumentEntry] = []
    counts: dict[str, str] = {}
    for part in page.sections:
        if part.name == "Landmark Laws":
            statements, entries = laws_section(part, kept, len(instruments))
            instruments += entries
        elif part.name == "Web Sources":
            statements, numbers = web_section(part, kept)
            counts |= numbers
        elif part.name in _TAKEN_BY:
            statements = _TAKEN_BY[part.name](part, kept)
        else:
            statements = plain_section(part, kept, "" if part.name in SECTIONS else part.name)
        found.setdefault(part.name if part.name in SECTIONS else "Notes", []).extend(statements)
    ordered = tuple(Section(name=name, statements=tuple(found[name])) for name in SECTIONS if name in found)
    return ordered, tuple(instruments), counts


def _recipe() -> Recipe:
    return Recipe(
        analyst=IMPORTER,
        analyst_version=IMPORTER_VERSION,
        terms_version=TERMS_VERSION,
        checks_version=CHECKS_VERSION,
        lexatlas=__version__,
    )


def _page_source(page: Page, name: str, place: Place, snapshot: Snapshot) -> Source:
    number = page.fields.get("Analysis ID", "")
    return Source(
        id=PAGE_SOURCE,
        title=f"Imported page {number}".strip(),
        jurisdiction=place.code,
        kind="report",
        secondary=True,
        tier="T6",
        tier_reason="a page cannot support its own claims",
        path=PurePath(name).name,
        date=day(page, "Created") or None,
        date_basis="the page's own Created field" if day(page, "Created") else "",
        rights="private",
        snapshot=snapshot.text,
    )


def _imported(page: Page, counts: dict[str, str]) -> dict[str, str]:
    """Keep each field of the head as the page claims it, and what of the page has no other home."""
    kept = {_KEPT_AS.get(label, label): value for label, value in page.fields.items()}
    for section in page.sections:
        if section.name == "Reviews" and section.paragraphs:
            kept["Reviews"] = section.paragraphs[0][0].text
        if section.count and section.name not in counts:
            kept[section.name] = section.count
    loose = {"Head": " · ".join(page.loose), "Navigation": " · ".join(page.navigation)}
    # In the order in which the document is written, so that a page drawn before and after are one.
    return dict(sorted((kept | counts | {name: value for name, value in loose.items() if value}).items()))


def _provenance(source_name: str, created: str) -> Provenance:
    run = f"import-{sha256_hex(f'{source_name} {created}'.encode())[:12]}"
    fetched = Fetched(source=PAGE_SOURCE, address=PurePath(source_name).name, at=created)
    return Provenance(created=created, run=run, tool=f"lexatlas {__version__}", fetched=(fetched,))


def _snapshot(raw: bytes, text: CanonicalText, reader: ReaderId) -> Snapshot:
    return Snapshot(
        raw=sha256_hex(raw),
        text=text_sha256(text),
        structure=structure_sha256(text),
        media_type=_MEDIA_TYPE,
        size=len(raw),
        length=len(text.text),
        language=_LANGUAGE,
        reader=reader,
        stated=text.stated,
        text_state="transcribed",
    )
