"""The Web Sources of a published page: addresses that were listed and are not read, and the queries used."""

import re
from urllib.parse import urlsplit

from lexatlas.core.evidence import Gap, Source
from lexatlas.core.statements import LabelStatement, Statement
from lexatlas.pipeline.imported.claims import Collected, printed
from lexatlas.pipeline.imported.fields import Line, PageSection

LISTED = "Listed on the page, not read"
_ADDRESS = re.compile(r"https?://\S+")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_QUERIES = re.compile(r"(?:search )?queries(?: used)?\s*(?:\((\d+)\))?:?", re.IGNORECASE)


def listed_source(title: str, address: str, kept: Collected) -> Source:
    """Keep an address as a source without a copy, and a gap that says so; the same address is kept once."""
    known = next((source for source in kept.sources if source.address == address), None)
    if known:
        return known
    source = Source(
        id=f"web-{len(kept.sources) + 1}",
        title=title,
        publisher=urlsplit(address).hostname or "",
        secondary=True,
        tier="T6",
        tier_reason="the lowest tier, for nobody has read it here",
        address=address,
        rights="quote-only",
        rights_ground="not known",
    )
    kept.sources.append(source)
    kept.gaps.append(Gap(what=address, reason="Listed on the page, not read: nothing rests on it."))
    return source


def web_section(section: PageSection, kept: Collected) -> tuple[list[Statement], dict[str, str]]:
    """Take addresses and queries; the second value holds the counts that the page prints of each."""
    lines = [line for paragraph in section.paragraphs for line in paragraph]
    counts = {section.name: section.count} if section.count else {}
    labels: list[LabelStatement] = []
    for heading, below in _parts(lines):
        query = _QUERIES.fullmatch(heading)
        rest = below
        if query:
            counts |= {"Search queries used": query[1] or "not counted"}
            rest = _take_queries(below, kept)
        labels += _take_addresses(rest, kept)
    _miscount(section.count, sum(label.text == LISTED for label in labels), kept)
    return list(labels), counts


def _parts(lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """Part the lines at the heading over the queries."""
    parts: list[tuple[str, list[Line]]] = [("", [])]
    for line in lines:
        if _QUERIES.fullmatch(line.text):
            parts.append((line.text, []))
        else:
            parts[-1][1].append(line)
    return parts


def _take_queries(lines: list[Line], kept: Collected) -> list[Line]:
    """Keep the queries, which end where the addresses begin; returns the lines left."""
    for index, line in enumerate(lines):
        if _DOMAIN.fullmatch(line.text) or _ADDRESS.fullmatch(line.text):
            return lines[index:]
        kept.queries.append(line.text)
    return []


def _take_addresses(lines: list[Line], kept: Collected) -> list[LabelStatement]:
    labels: list[LabelStatement] = []
    titles: list[str] = []
    for line in lines:
        address = _ADDRESS.search(line.text)
        if not address:
            titles.append(line.text)
            continue
        title = " ".join([*titles[-1:], line.text.replace(address[0], "").strip(" -–—:()")]).strip()
        labels += [printed(text) for text in titles[:-1]]
        listed_source(title or urlsplit(address[0]).hostname or address[0], address[0], kept)
        labels.append(printed(f"{title} {address[0]}".strip(), text=LISTED))
        titles = []
    return labels + [printed(text) for text in titles]


def _miscount(said: str, found: int, kept: Collected) -> None:
    if said and int(said) != found:
        reason = f"The page says {said} web sources; the number of addresses in its text is {found}."
        kept.gaps.append(Gap(what="Web Sources", reason=reason))
