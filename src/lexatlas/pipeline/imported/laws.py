"""The Landmark Laws of a published page: each with its number and its dates by the kind that is printed."""

import re
from collections.abc import Iterable

from lexatlas.core.document import InstrumentEntry
from lexatlas.core.evidence import Gap, InstrumentKind, Source
from lexatlas.core.facts import DatePrecision, DateRole, LegalDate
from lexatlas.core.statements import Statement
from lexatlas.pipeline.imported.claims import Collected, printed, sentences
from lexatlas.pipeline.imported.fields import LONGEST_NAME, Line, PageSection
from lexatlas.pipeline.imported.sources import listed_source

# Kinds of date that say which event they date. "Enacted", "Effective" and the like could be several.
_ROLES: dict[str, DateRole] = {
    "adopted": "adopted",
    "signed": "signed",
    "published": "published",
    "in force": "in_force",
    "in force from": "in_force",
    "in force since": "in_force",
    "entry into force": "in_force",
    "applies from": "applies_from",
    "repealed": "repealed",
}
_KINDS: tuple[tuple[str, InstrumentKind], ...] = (
    (r"\bconstitution\b", "constitution"),
    (r"\bbill\b", "bill"),
    (r"\bdraft\b", "draft"),
    (r"\bconsultation\b", "consultation"),
    (r"\bguid(?:ance|elines?)\b", "guidance"),
    (r"\bamendments?\b", "unknown"),
    (r"\b(?:law|act|code)\b", "act"),
    (r"\bdecree\b", "decree"),
    (r"\b(?:rules?|regulations?)\b", "rule"),
    (r"\b(?:order|circular|notice|directive)\b", "order"),
)
_DATED = re.compile(r"\s+[-–—]\s+(?P<event>[A-Z][\w ]{2,40}):\s*(?P<date>\S.*?)(?=\s+[-–—]\s+[A-Z][\w ]*:|$)")
_REFERENCE = re.compile(r"\s*\((?P<reference>[^()]*(?:\d|\bNo\.|\bNumber\b)[^()]*)\)\s*$")
_LINK = re.compile(r"Source(?::?\s+(?P<address>https?://\S+))?", re.IGNORECASE)
_ISO = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_PRECISION: dict[int, DatePrecision] = {4: "year", 7: "month", 10: "day"}


def laws_section(
    section: PageSection, kept: Collected, known: int
) -> tuple[list[Statement], list[InstrumentEntry]]:
    """Take the instruments, numbered after the `known` ones before.

    Force and maturity stay "not shown", since no text of theirs was read.
    """
    found: list[Statement] = []
    entries: list[InstrumentEntry] = []
    for title, below in _entries(section):
        statements, entry = _entry(title, below, known + len(entries) + 1, kept)
        found += statements
        entries.append(entry)
    return found, entries


def _entries(section: PageSection) -> list[tuple[str, list[Line]]]:
    """Part the lines: a title opens a paragraph or carries a date; what follows belongs to it."""
    found: list[tuple[str, list[Line]]] = []
    for paragraph in section.paragraphs:
        for index, line in enumerate(paragraph):
            opens = (index == 0 and not line.bulleted) or _dated(line.text)
            if opens or not found:
                found.append((line.text, []))
            else:
                found[-1][1].append(line)
    return found


def _dated(title: str) -> list[re.Match[str]]:
    """Return the dates that a title line ends with; a line too long for a title has none."""
    return list(_DATED.finditer(title)) if len(title) <= 2 * LONGEST_NAME else []


def _entry(
    title: str, below: list[Line], number: int, kept: Collected
) -> tuple[list[Statement], InstrumentEntry]:
    found = _dated(title)
    dates = tuple(_date(match["event"], match["date"]) for match in found)
    name = title[: found[0].start()] if found else title
    reference = _REFERENCE.search(name) if len(name) <= LONGEST_NAME else None
    heading = kept.claim(title, group=name)
    statements: list[Statement] = [heading]
    sources = _links(below, name, kept)
    lines = [line.text for line in below if not _LINK.fullmatch(line.text)]
    lines_claims = [kept.claim(each, group=name) for text in lines for each in sentences(text)]
    statements += [*lines_claims, *_link_labels(below, name)]
    return statements, InstrumentEntry(
        id=f"law-{number}",
        title=name[: reference.start()] if reference else name,
        reference=reference["reference"] if reference else "",
        kind=_kind(name),
        maturity="not-shown",
        force="not shown",
        group="law",
        dates=dates,
        date_claims=(heading.claim,) if dates else (),
        line_claim=lines_claims[0].claim if lines_claims else "",
        sources=tuple(source.id for source in sources),
    )


def _date(event: str, words: str) -> LegalDate:
    role = _ROLES.get(event.casefold(), "unknown")
    if _ISO.fullmatch(words):
        return LegalDate(role=role, date=words, precision=_PRECISION[len(words)])
    return LegalDate(role=role, date=None, precision="none", rule=words)


def _kind(title: str) -> InstrumentKind:
    """Name the kind that the title suggests; "unknown" when it suggests none, or an amendment of any."""
    return next((kind for words, kind in _KINDS if re.search(words, title, re.IGNORECASE)), "unknown")


def _links(below: Iterable[Line], name: str, kept: Collected) -> list[Source]:
    sources = []
    for line in below:
        link = _LINK.fullmatch(line.text)
        if link and link["address"]:
            sources.append(listed_source(name, link["address"], kept))
        elif link:
            kept.gaps.append(
                Gap(what=name, reason="The page links a source; its address is not in the text given.")
            )
    return sources


def _link_labels(below: Iterable[Line], name: str) -> list[Statement]:
    return [printed(line.text, name) for line in below if _LINK.fullmatch(line.text)]
