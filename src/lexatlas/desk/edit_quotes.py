"""Quotes from a selection in a text: the whole legal units that it touches, with the selection highlighted."""

from collections.abc import Mapping
from functools import lru_cache

from lexatlas.checks.view import Held
from lexatlas.core.document import Document
from lexatlas.core.evidence import CanonicalText, Quote, QuotePart, Snapshot, Span, Unit
from lexatlas.core.text import Normalised, normalise, occurrences
from lexatlas.desk.edit_changes import Chosen, ChosenWords
from lexatlas.desk.outcome import Refused
from lexatlas.language.units import whole_list

NEIGHBOURS = 32
MOST_UNITS = 3
"""Legal units that one selection may touch; more is a chapter and no quote."""
_LINES = "Choose words in the text again."

Texts = Mapping[str, CanonicalText]


def quotes_of(document: Document, texts: Texts, asked: Chosen | ChosenWords) -> tuple[Quote, ...] | Refused:
    """Return a quote for each legal unit that a selection touches, in reading order, or why there is none."""
    snapshot = next((row for row in document.snapshots if row.text == asked.snapshot), None)
    text = texts.get(asked.snapshot)
    source = next((row for row in document.sources if row.snapshot == asked.snapshot), None)
    if snapshot is None or text is None or source is None:
        return Refused(f"The text that was chosen is none of this version's. {_LINES}")
    span = asked if isinstance(asked, Chosen) else _found(text, asked)
    if isinstance(span, Refused):
        return span
    if not 0 <= span.start < span.end <= len(text.text) or not text.text[span.start : span.end].strip():
        return Refused(f"The words chosen lie outside the text of {source.title}. {_LINES}")
    touched = _touched(text, snapshot, Span(span.start, span.end))
    if not touched:
        return Refused(f"No legal unit of {source.title} holds the words chosen. {_LINES}")
    if len(touched) > MOST_UNITS:
        return Refused(
            f"The words chosen touch {len(touched)} rules. Choose within one, at most {MOST_UNITS}."
        )
    return tuple(_quote(text, snapshot, source.id, unit, Span(span.start, span.end)) for unit in touched)


@lru_cache(maxsize=8)
def _normalised(text: str) -> Normalised:
    return normalise(text)


def _found(text: CanonicalText, asked: ChosenWords) -> Chosen | Refused:
    """Return where the first words stand once, and from there the last ones."""
    hay = _normalised(text.text)
    first = occurrences(normalise(asked.first).text.strip(), hay) if asked.first.strip() else []
    told = asked.first.strip()[:60]
    if not first:
        return Refused(f"The first words, “{told}”, are not in the text. Copy them from it as they stand.")
    if len(first) > 1:
        return Refused(f"The first words, “{told}”, stand {len(first)} times in the text. Give more of them.")
    if not asked.last.strip():
        return Chosen(asked.snapshot, first[0].start, first[0].end)
    last = occurrences(normalise(asked.last).text.strip(), hay)
    after = [span for span in last if span.end >= first[0].end]
    if not after:
        return Refused(f"The last words, “{asked.last.strip()[:60]}”, do not stand after the first ones.")
    return Chosen(asked.snapshot, first[0].start, after[0].end)


def _touched(text: CanonicalText, snapshot: Snapshot, span: Span) -> list[Unit]:
    """Return the units whose own words the span touches; an item's stem is its list's."""
    held = Held(text, snapshot.language)
    own = [unit for unit in held.units if _meet(held.own(unit), span)]
    if own:
        return own
    # Only the stem of a list was chosen: it says nothing without its points.
    stems = [unit for unit in held.units if any(_meet(part, span) for part in unit.parts)]
    return [whole_list(text, unit, snapshot.language) for unit in stems[:1]]


def _meet(part: Span, span: Span) -> bool:
    return part.start < span.end and span.start < part.end


def _quote(text: CanonicalText, snapshot: Snapshot, source: str, unit: Unit, span: Span) -> Quote:
    first, last = unit.parts[0], unit.parts[-1]
    lit = (Span(max(p.start, span.start), min(p.end, span.end)) for p in unit.parts if _meet(p, span))
    return Quote(
        snapshot=snapshot.text,
        source=source,
        locator=unit.locator,
        part=unit.part,
        language=snapshot.language,
        parts=tuple(
            QuotePart(start=p.start, end=p.end, exact=text.text[p.start : p.end]) for p in unit.parts
        ),
        highlight=tuple(lit),
        prefix=text.text[max(0, first.start - NEIGHBOURS) : first.start],
        suffix=text.text[last.end : last.end + NEIGHBOURS],
    )
