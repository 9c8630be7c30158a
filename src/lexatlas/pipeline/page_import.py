"""The text of a published page as a Document: every field kept, no claim supported by the page itself."""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from lexatlas import __version__
from lexatlas.codebook import Codebook, Place, Topic
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.document import (
    Abstention,
    CodebookUsed,
    Document,
    EvidenceFactors,
    ForceShown,
    InstrumentEntry,
    Status,
)
from lexatlas.core.errors import InputError, Unreadable
from lexatlas.core.evidence import CanonicalText, ReaderId, Segment, Snapshot, Source
from lexatlas.core.provenance import Fetched, Provenance
from lexatlas.core.recipe import Brief, Recipe
from lexatlas.core.statements import Section
from lexatlas.core.textform import structure_sha256, text_sha256
from lexatlas.pipeline.page_claims import Collected, evidence_section, plain_section, reviews_section
from lexatlas.pipeline.page_fields import Page, read_page
from lexatlas.pipeline.page_laws import laws_section
from lexatlas.pipeline.page_sources import web_section

IMPORTER = "imported page"
IMPORTER_VERSION = "1"
PAGE_SOURCE = "imported-page"
MAX_BYTES = 4_000_000
# What the head of a page calls a field, where the document keeps it under another name.
_KEPT_AS = {"Analysis ID": "Reference ID"}


@dataclass(frozen=True)
class ImportedPage:
    """A page as a document with what a bundle needs beside it; `raw` and `texts` are keyed by SHA-256."""

    document: Document
    provenance: Provenance
    raw: Mapping[str, bytes]
    texts: Mapping[str, CanonicalText]


@dataclass(frozen=True)
class Asked:
    """What the caller says in place of the page: jurisdiction, topic, as-of; empty where the page speaks."""

    jurisdiction: str = ""
    topic: str = ""
    as_of: str = ""


def import_page(
    raw: bytes, source_name: str, codebook: Codebook, created: str, asked: Asked | None = None
) -> ImportedPage:
    """Turn a page's text into a document whose every claim is honestly without support.

    `created` is the time of the import (ISO 8601 with zone). Raises `Unreadable` when the bytes are no text
    in the form of a page, and `InputError` with near matches when its jurisdiction or topic is not known.
    """
    text = _decoded(raw, source_name)
    page = _named(read_page(text), codebook)
    asked = asked or Asked()
    place, topic = _place(page, codebook, asked), _topic(page, codebook, asked)
    kept = Collected(origin=f"imported from page {page.fields.get('Analysis ID', source_name)}")
    sections, instruments, counts = _sections(page, kept)
    canonical, snapshot = _archived(raw, text)
    document = Document(
        brief=_brief(page, place, topic, asked, created),
        recipe=_recipe(),
        codebook=_used(codebook, topic),
        status=_status(page, kept),
        force=ForceShown(state="not shown", sentence="No text of a law was read."),
        factors=_factors(),
        sources=(_page_source(page, source_name, place, snapshot), *kept.sources),
        snapshots=(snapshot,),
        instruments=instruments,
        claims=tuple(kept.claims.values()),
        sections=sections,
        gaps=tuple(kept.gaps),
        queries=tuple(kept.queries),
        imported=_imported(page, counts),
    )
    return ImportedPage(
        document, _provenance(source_name, created), {snapshot.raw: raw}, {snapshot.text: canonical}
    )


def _decoded(raw: bytes, name: str) -> str:
    if len(raw) > MAX_BYTES:
        raise Unreadable(
            f"{name} is over {MAX_BYTES} bytes; a page's text is far shorter. Give the text alone."
        )
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = raw.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name} is not text in UTF-8. Save it as UTF-8 and import it again.") from error
    if "\0" in text:
        raise Unreadable(f"{name} is not text. Give the page's text, as copied from a browser.")
    return text


def _named(page: Page, codebook: Codebook) -> Page:
    """Give jurisdiction and topic their labels where the page prints them without one, in that order."""
    fields, loose = dict(page.fields), list(page.loose)
    known = {
        "Jurisdiction": [line for line in loose if codebook.places.find(line)],
        "Topic": [line for line in loose if _is_topic(line, codebook)],
    }
    for label, lines in known.items():
        if label not in fields and loose:
            line = next((line for line in lines if line in loose), loose[0])
            fields[label] = line
            loose.remove(line)
    return replace(page, fields=fields, loose=tuple(loose))


def _is_topic(line: str, codebook: Codebook) -> bool:
    return line.casefold().replace("_", "-").replace(" ", "-") in codebook.topics


def _place(page: Page, codebook: Codebook, asked: Asked) -> Place:
    """Return the place asked, else the one that the page names."""
    if asked.jurisdiction:
        return codebook.jurisdiction(asked.jurisdiction)
    if "Jurisdiction" not in page.fields:
        raise InputError("The page names no jurisdiction. Add --jurisdiction CODE.")
    try:
        return codebook.jurisdiction(page.fields["Jurisdiction"])
    except InputError as error:
        raise InputError(f"{error} To import the page all the same, add --jurisdiction CODE.") from error


def _topic(page: Page, codebook: Codebook, asked: Asked) -> Topic:
    if asked.topic:
        return codebook.topic(asked.topic)
    if "Topic" not in page.fields:
        raise InputError("The page names no topic. Add --topic TOPIC.")
    try:
        return codebook.topic(page.fields["Topic"])
    except InputError as error:
        raise InputError(f"{error} To import the page all the same, add --topic TOPIC.") from error


def _sections(
    page: Page, kept: Collected
) -> tuple[tuple[Section, ...], tuple[InstrumentEntry, ...], dict[str, str]]:
    sections: list[Section] = []
    instruments: list[InstrumentEntry] = []
    counts: dict[str, str] = {}
    for part in page.sections:
        if part.name == "Landmark Laws":
            section, entries = laws_section(part, kept)
            instruments += entries
        elif part.name == "Web Sources":
            section, numbers = web_section(part, kept)
            counts |= numbers
        elif part.name == "Source Evidence":
            section = evidence_section(part, kept)
        elif part.name == "Reviews":
            section = reviews_section(part)
        else:
            section = plain_section(part, kept)
        sections.append(section)
    return tuple(sections), tuple(instruments), counts


def _brief(page: Page, place: Place, topic: Topic, asked: Asked, created: str) -> Brief:
    """State the question; the as-of date is the one asked, else the page's, else the day of the import."""
    return Brief(
        jurisdiction=place.code,
        jurisdiction_name=place.name,
        topic=topic.id,
        topic_name=topic.name,
        as_of=asked.as_of or _day(page, "As of") or _day(page, "Created") or created[:10],
    )


def _day(page: Page, label: str) -> str:
    """Return the ISO day that a field of the head begins with; empty when it begins with none."""
    found = re.match(r"\d{4}-\d{2}-\d{2}", page.fields.get(label, ""))
    return found[0] if found else ""


def _recipe() -> Recipe:
    return Recipe(
        analyst=IMPORTER,
        analyst_version=IMPORTER_VERSION,
        terms_version="",
        checks_version="",
        lexatlas=__version__,
    )


def _used(codebook: Codebook, topic: Topic) -> CodebookUsed:
    files = {name: sha256_hex(data) for name, data in codebook.files_for(topic.id).items()}
    return CodebookUsed(edition=codebook.edition, sha256=codebook.sha256, files=files)


def _status(page: Page, kept: Collected) -> Status:
    """Give no code: a code needs the words of an official text, and a page brings none."""
    claimed = page.fields.get("Status", "")
    return Status(
        code="unresearched",
        name="Unresearched",
        special=True,
        abstention=Abstention(
            found=(f"{len(kept.claims)} sentences of a page, none with an archived source",),
            missing=("the words of an official text that a code could rest on",),
            look=tuple(source.address for source in kept.sources if source.address),
        ),
        note=f"As claimed on the page: {claimed}." if claimed else "",
    )


def _factors() -> EvidenceFactors:
    return EvidenceFactors(
        level="None",
        reasons=("No official text was read.",),
        lacks=("an official text with the words that the page's claims rest on",),
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
        tier_reason="A page cannot support its own claims.",
        path=PurePath(name).name,
        date=_day(page, "Created") or None,
        date_basis="the page's own Created field" if _day(page, "Created") else "",
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
    return kept | counts | {name: value for name, value in loose.items() if value}


def _provenance(source_name: str, created: str) -> Provenance:
    run = f"import-{sha256_hex(f'{source_name} {created}'.encode())[:12]}"
    fetched = Fetched(source=PAGE_SOURCE, address=PurePath(source_name).name, at=created)
    return Provenance(created=created, run=run, tool=f"lexatlas {__version__}", fetched=(fetched,))


def _archived(raw: bytes, text: str) -> tuple[CanonicalText, Snapshot]:
    canonical = CanonicalText(text, (Segment("block", 0, len(text)),))
    snapshot = Snapshot(
        raw=sha256_hex(raw),
        text=text_sha256(canonical),
        structure=structure_sha256(canonical),
        media_type="text/plain",
        size=len(raw),
        length=len(canonical.text),
        language="en",
        reader=ReaderId(name="text", version="1"),
        text_state="transcribed",
    )
    return canonical, snapshot
