"""The instruments of a page: law, what is pending, guidance; each with its six places for dates."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lexatlas.core.document import Document, InstrumentEntry
from lexatlas.core.facts import LegalDate
from lexatlas.core.statements import ClaimStatement, Statement
from lexatlas.exports.view.addresses import web_address
from lexatlas.exports.view.facts import date_how
from lexatlas.exports.view.lines import Lines
from lexatlas.exports.view.numbers import law_group
from lexatlas.exports.view.values import DateCell, Foreign, Group, Law, LawList, Line, Row
from lexatlas.exports.view.words import (
    DATE_PLACES,
    FORCE,
    KINDS,
    OTHER_DATES,
    direction,
    language_tag,
    listed,
)

SECTION = "Landmark Laws"
_HEADINGS = (
    ("law", ""),
    ("pending", "Pending"),
    ("guidance", "Guidance and statements"),
    ("other", "Other papers given"),
)
_TO_COME = ("In force", "Applies from")
_NOT_LAW = {"pending": "Not law yet", "guidance": "Not law", "other": "Not law"}


def force_told(entry: InstrumentEntry) -> str:
    """Return whether an instrument is in force, in words; a bill or a newspaper is no law at all."""
    return _NOT_LAW.get(entry.group) or FORCE[entry.force]


def law_lists(
    document: Document, lines: Lines, told: tuple[Statement, ...]
) -> tuple[tuple[LawList, ...], Group]:
    """Return the instruments by group, and the statements of the section that belong to none of them."""
    taken: dict[int, str] = {}
    for index, statement in enumerate(told):
        taken[index] = next((e.id for e in document.instruments if _belongs(statement, e)), "")
    laws = {
        entry.id: _law(
            document, lines, entry, [(i, told[i]) for i, owner in taken.items() if owner == entry.id]
        )
        for entry in document.instruments
    }
    lists = tuple(
        LawList(heading, tuple(laws[entry.id] for entry in found), brief=_is_brief(group, found))
        for group, heading in _HEADINGS
        if (found := [entry for entry in document.instruments if entry.group == group])
    )
    rest = lines.group(SECTION, "", [(i, told[i]) for i, owner in taken.items() if not owner])
    return lists, rest


def _is_brief(group: str, entries: Iterable[InstrumentEntry]) -> bool:
    """Whether places for dates would say nothing: papers that are no law and date nothing."""
    return group in ("guidance", "other") and not any(entry.dates for entry in entries)


def _belongs(statement: Statement, entry: InstrumentEntry) -> bool:
    if statement.group == law_group(entry) or (entry.title and statement.group.startswith(entry.title)):
        return True
    return isinstance(statement, ClaimStatement) and statement.claim in (entry.line_claim, *entry.date_claims)


def _law(document: Document, lines: Lines, entry: InstrumentEntry, told: list[tuple[int, Statement]]) -> Law:
    language = _language(document, entry)
    shown = [each for each in told if not _only_dates(each[1], entry)]
    dated = [each for each in told if _only_dates(each[1], entry)]
    group, folded = lines.group(SECTION, "", shown), lines.group(SECTION, "", dated)
    named = [ref for ref in lines.numbers.refs((entry.line_claim,)) if not _printed(group.lines, ref.anchor)]
    return Law(
        title=Foreign(
            entry.title, language_tag(language) if not entry.title.isascii() else "", direction(language)
        ),
        kind=listed(
            (
                KINDS[entry.kind],
                entry.reference,
                _maturity(entry),
            )
        ),
        force=force_told(entry),
        dates=_dates(entry, cut=_is_cut(document, lines, entry)),
        lines=tuple(line for line in group.lines if line.kind != "label"),
        refs=tuple(named),
        date_refs=lines.numbers.refs(entry.date_claims),
        folded=folded.lines,
        labels=tuple(
            Row(line.lead, line.value, refs=line.refs) for line in group.lines if line.kind == "label"
        ),
        sources=tuple(_sources(document, entry)),
    )


def _maturity(entry: InstrumentEntry) -> str:
    told = entry.maturity.replace("-", " ")
    return told if entry.group == "pending" and told != KINDS[entry.kind].lower() else ""


def _only_dates(statement: Statement, entry: InstrumentEntry) -> bool:
    """Whether we added the statement for a date of the law alone; the dates stand in their places already."""
    return statement.group == law_group(entry) and getattr(statement, "claim", "") != entry.line_claim


def _printed(lines: Iterable[Line], anchor: str) -> bool:
    return any(line.anchor == anchor for line in lines)


def _is_cut(document: Document, lines: Lines, entry: InstrumentEntry) -> bool:
    return any(lines.rights.is_cut(claim) for claim in document.claims if claim.id in entry.date_claims)


def _dates(entry: InstrumentEntry, *, cut: bool) -> tuple[DateCell, ...]:
    """Return the six places; of what is no law yet, the dates known and the one expected."""
    dates = tuple(each.model_copy(update={"rule": ""}) if cut else each for each in entry.dates)
    cells = tuple(date_cells(dates))
    if entry.group != "pending":
        return cells
    known = [cell for cell in cells if cell.known and cell.name not in _TO_COME]
    expected = [
        replace(cell, name="Expected date", how=listed((cell.name.lower(), cell.how)))
        for cell in cells
        if cell.known and cell.name in _TO_COME
    ]
    return (*known, *(expected or [DateCell("Expected date", "not found", known=False)]))


def date_cells(dates: tuple[LegalDate, ...]) -> Iterator[DateCell]:
    """Yield the six places, "not found" where a date is not known, then dates of any other kind."""
    for role, name in DATE_PLACES:
        found = [date for date in dates if date.role == role]
        yield _cell(name, found[0], found[1:]) if found else DateCell(name, "not found", known=False)
    for date in dates:
        if date.role in OTHER_DATES:
            yield _cell(OTHER_DATES[date.role], date, [])


def _cell(name: str, date: LegalDate, others: list[LegalDate]) -> DateCell:
    also = "; ".join(f"also {other.date or other.rule}" for other in others)
    rule = date.rule if date.date else ""
    return DateCell(name, date.date or date.rule or "not found", listed((date_how(date), rule, also)))


def _language(document: Document, entry: InstrumentEntry) -> str:
    languages = {source.id: source.language for source in document.sources}
    return next((languages[each] for each in entry.sources if languages.get(each)), "")


def _sources(document: Document, entry: InstrumentEntry) -> Iterator[Row]:
    places = {source.id: number for number, source in enumerate(document.sources, 1)}
    for number, source in enumerate(document.sources, 1):
        if source.id in entry.sources:
            value = listed(
                (
                    source.publisher,
                    source.tier,
                    f"same instrument as source {places[source.twin_of]}" if source.twin_of in places else "",
                )
            )
            yield Row(f"Source {number}", value, web_address(source.address), f"source-{number}")
