"""The page as Markdown: each section in order, verdicts in words, quotes with locators, the notice below."""

import re
from collections.abc import Iterable, Iterator

from lexatlas.core.document import Document
from lexatlas.core.provenance import Provenance
from lexatlas.core.standing import Standing
from lexatlas.exports.view.page import page_of
from lexatlas.exports.view.reading import AS_A_FILE, Reading
from lexatlas.exports.view.values import (
    Evidence,
    Foreign,
    Head,
    Law,
    Line,
    Page,
    Provision,
    QuoteView,
    Ref,
    Row,
    Section,
    SourceRow,
)

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&$])")
_OPENING = re.compile(r"^(\s*)([-+=:]|\d+[.)])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def export(
    document: Document, provenance: Provenance | None, standing: Standing, reading: Reading = AS_A_FILE
) -> bytes:
    """Return UTF-8 Markdown. No words of a source can act as markup: each sign with a meaning is escaped."""
    page = page_of(document, provenance, standing, reading)
    lines = [*_head(page), *_sections(page), *_evidence(page.evidence), *_foot(page)]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
    return _CONTROL.sub("", text).encode("utf-8", errors="replace")


def plain(text: str) -> str:
    """Return words on one line that Markdown and HTML take as words and nothing else."""
    escaped = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    return _OPENING.sub(lambda match: f"{match[1]}\\{match[2]}" if not match[2][0].isdigit()
                        else f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", escaped)  # fmt: skip


def _head(page: Page) -> Iterator[str]:
    head = page.head
    if page.banner:
        yield f"**{plain(page.banner)}**\n"
    yield f"# {plain(head.place)} {plain(head.topic)}\n"
    regime = f" ({plain(head.regime)})" if head.regime else ""
    yield f"**{plain(head.code)}**{regime}  "
    yield f"{plain(head.label)}\n"
    second = " · ".join(plain(f"{row.name}: {row.value}" if row.name else row.value) for row in head.second)
    yield from (f"{each}\n" for each in (second, plain(head.sentence), plain(head.note)) if each)
    for name, texts in head.abstention:
        yield f"- {name}: {'; '.join(plain(text) for text in texts)}"
    yield from _four(head)
    yield from (f"- {row.name}: {plain(row.value)}" for row in head.fields)
    marks = ", ".join(f"{count.number} {count.words}" for count in page.counts)
    yield f"\nOf {page.claims} claims: {marks}. Plain quotations: {page.plain_quotations}."
    yield f"Beside: {page.beside}.\n"
    yield f"> {plain(page.notice)}\n"


def _four(head: Head) -> Iterator[str]:
    yield f"- Force: {plain(head.force)}. {plain(head.force_sentence)}"
    yield f"- Confidence: {plain(head.confidence)}. {plain(head.confidence_sentence)}"
    yield f"- Sign-off: {plain(head.sign_off)}. {plain(head.sign_off_sentence)}"


def _sections(page: Page) -> Iterator[str]:
    for section in page.sections:
        count = f" ({section.count})" if section.form == "web" else ""
        yield f"\n## {section.name}{count}\n"
        yield from (f"{plain(each)}\n" for each in (section.empty, section.intro) if each)
        yield from _body(section)


def _body(section: Section) -> Iterator[str]:
    if section.form == "web":
        yield from _web(section)
        return
    if section.form == "reviews":
        yield from (f"- {plain(item)}" for item in section.items)
    for laws in section.laws:
        yield from _heading(laws.heading)
        for law in laws.laws:
            yield from _law(law, brief=laws.brief)
    yield from _groups(section)
    for reported in section.report:
        yield from _heading(reported.title)
        yield f"{plain(reported.about)}\n"
        for provision in (*reported.provisions, *reported.folded):
            yield from _provision(provision)
    for sources in section.sources:
        yield from _heading(sources.heading)
        yield from _source_rows(sources.rows, sources.empty)
    yield from _rows(section.rows)


def _heading(words: str | Foreign) -> Iterator[str]:
    text = words if isinstance(words, str) else words.text
    if text:
        yield f"\n### {plain(text)}\n"


def _groups(section: Section) -> Iterator[str]:
    for group in section.groups:
        yield from _heading(group.heading)
        if group.empty and not group.lines:
            yield plain(group.empty)
        yield from _lines((*group.lines, *group.folded))
        if group.refs:
            yield f"- See {_refs(group.refs)}"


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        refs = f" ({_refs(line.refs)})" if line.refs else ""
        if line.kind == "label":
            yield f"- {plain(line.lead)}{f': {plain(line.value)}' if line.value else ''}{refs}"
            continue
        lead = f"**{plain(line.lead)}:** " if line.lead else ""
        mark = f"*{line.mark.sign} {line.mark.words}*" if line.mark else ""
        beside = "; ".join(plain(each) for each in line.beside)
        yield f"- {line.number}. {lead}{plain(line.sentence)} [{mark} · {beside}]"
        for short in line.shortfalls:
            words = "; ".join(f"“{plain(each.text)}”" for each in short.words)
            yield f"  - {plain(short.lead)} {words}".rstrip()


def _refs(refs: Iterable[Ref]) -> str:
    return ", ".join(f"{ref.name}, {ref.mark.words}" for ref in refs)


def _rows(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield f"- {plain(row.name)}: {plain(row.value)}" + (f" ({_refs(row.refs)})" if row.refs else "")


def _law(law: Law, *, brief: bool) -> Iterator[str]:
    yield f"\n**{plain(law.title.text)}** ({plain(law.kind)}). {plain(law.force)}.\n"
    for cell in () if brief else law.dates:
        yield f"- {cell.name}: {plain(cell.value)}" + (f" ({plain(cell.how)})" if cell.how else "")
    yield from _lines((*law.lines, *law.folded))
    if law.refs:
        yield f"- In one line: {_refs(law.refs)}"
    yield from _rows(law.labels)
    yield from (f"- {row.name}: {plain(row.value)}{_link(row.address)}" for row in law.sources)


def _link(address: str) -> str:
    return f" <{address}>" if address else ""


def _provision(provision: Provision) -> Iterator[str]:
    refs = f" ({_refs(provision.refs)})" if provision.refs else ""
    yield f"\n{plain(provision.place or 'Place not shown')}{refs}:\n"
    for quote in provision.quotes:
        yield from _quote(quote)


def _quote(quote: QuoteView, *, cited: bool = False) -> Iterator[str]:
    if quote.heading:
        yield f"{plain(f'{quote.heading}, {quote.caption}' if cited else quote.heading)}:\n"
    paragraphs = ["".join(piece.text for piece in pieces) for pieces in quote.paragraphs]
    yield "\n>\n".join(f"> {plain(paragraph)}" for paragraph in paragraphs) + "\n"
    if quote.cut:
        yield f"{plain(quote.cut)}\n"
    if cited:
        yield f"Citation: {plain(quote.citation)}\n"


def _source_rows(rows: Iterable[SourceRow], empty: str) -> Iterator[str]:
    rows = tuple(rows)
    if not rows:
        yield f"{plain(empty)}"
    for row in rows:
        yield f"- {row.number}. **{plain(row.title.text)}**{_link(row.address)}"
        told = (
            ("Publisher", row.publisher),
            ("Tier, language", f"{row.tier}, {row.language}"),
            ("Text state", row.state),
            ("Document dated", row.dated),
            ("Text as of", row.as_of),
            ("Retrieved", row.retrieved),
            ("Rights", row.rights),
            ("Archived text, sha256", row.sha256),
        )
        yield from (f"  - {name}: {plain(value)}" for name, value in told if value)
        places = ", ".join(plain(each.place) for each in row.quotes if each.place)
        if places:
            yield f"  - Quoted at: {places}"
        if row.note:
            yield f"  - Note: {plain(row.note)}"


def _web(section: Section) -> Iterator[str]:
    for sources in section.sources:
        yield from _heading(sources.heading)
        yield from _source_rows(sources.rows, sources.empty)
    for group in section.groups:
        yield from _heading(group.heading)
        yield from [f"- {plain(line.sentence)}" for line in group.lines] or [plain(group.empty)]
    yield from _heading(section.items[0])
    yield from [*_rows(section.rows)] or ["Everything that was given was read to the end."]


def _evidence(drawers: Iterable[Evidence]) -> Iterator[str]:
    yield "\n## Evidence, statement by statement\n"
    for drawer in drawers:
        yield f"\n### {drawer.name.capitalize()}: {drawer.mark.words}\n"
        yield from (f"- {plain(reason)}" for reason in drawer.why)
        yield ""
        for quote in drawer.quotes:
            yield from _quote(quote, cited=True)
        yield from _rows(drawer.facts)
        yield from _rows(drawer.dates)
        for pair in drawer.pairs:
            value, words = plain(pair.value), plain(pair.words.text)
            yield f"- How it was read: “{value}” from “{words}” ({plain(pair.read_by)})"
        if drawer.source:
            yield f"- {drawer.source.name}: {plain(drawer.source.value)}{_link(drawer.source.address)}"


def _foot(page: Page) -> Iterator[str]:
    yield "\n---\n"
    yield from _rows(page.made_by)
    if page.banner:
        yield f"\n{plain(page.banner)}"
    yield f"\n{plain(page.notice)}\n"
