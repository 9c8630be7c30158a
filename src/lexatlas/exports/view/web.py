"""The Web Sources section: what the web gave, the queries used, the documents given, and what is missing."""

from lexatlas.core.document import Document
from lexatlas.core.evidence import Source
from lexatlas.exports.view.evidence import Drawers
from lexatlas.exports.view.numbers import Numbers
from lexatlas.exports.view.quotes import Quotes
from lexatlas.exports.view.report import source_rows
from lexatlas.exports.view.values import Group, Line, Row, Section, SourceList
from lexatlas.exports.view.words import counted


def section(document: Document, numbers: Numbers, quotes: Quotes, drawers: Drawers) -> Section:
    """Return the section; its counts are told at 0 too."""
    rows = source_rows(document, numbers, quotes, drawers)
    from_web = {index for index, source in enumerate(document.sources) if _is_of_web(document, source)}
    web = tuple(row for index, row in enumerate(rows) if index in from_web)
    given = tuple(row for index, row in enumerate(rows) if index not in from_web)
    told = f"The web was not searched: answered from {counted(len(given), 'document')} given."
    gaps = tuple(Row(gap.what, gap.reason) for gap in document.gaps)
    queries = tuple(Line(kind="query", sentence=query) for query in document.queries)
    return Section(
        name="Web Sources",
        anchor="web-sources",
        count=str(len(web)),
        form="web",
        note=f"{counted(len(given), 'document')} given",
        groups=(Group(f"Search queries used ({len(queries)})", queries, empty="No query was sent."),),
        sources=(
            SourceList("", web, "" if web else told),
            SourceList(f"Documents given ({len(given)})", given, "No document was given."),
        ),
        rows=gaps,
        items=(f"Could not be read, or only in part ({len(gaps)})",),
    )


def _is_of_web(document: Document, source: Source) -> bool:
    """Whether a search found it: a document that was given by its address is a document given."""
    return bool(document.queries or document.imported) and bool(source.address) and not source.path
