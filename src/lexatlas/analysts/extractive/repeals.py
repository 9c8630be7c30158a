"""What one text says of the end of another: laws repeal circulars, and say so by name."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.core.evidence import STATUS_PARTS, CanonicalText, Snapshot, Source
from lexatlas.core.facts import LegalDate
from lexatlas.language.cues import table_matcher
from lexatlas.language.units import unit_words, units

_SHORT = 8
"""A name of fewer letters, such as "Act", is not taken as the name of a document."""
_NUMBER = re.compile(r"\b\d{1,5}\s*(?:/|of)\s*(?:19|20)\d\d\b")


class Begun(Protocol):
    """A text with its facts."""

    @property
    def source(self) -> Source: ...  # noqa: D102 - what the names say
    @property
    def snapshot(self) -> Snapshot: ...  # noqa: D102 - as above
    @property
    def text(self) -> CanonicalText: ...  # noqa: D102 - as above
    @property
    def facts(self) -> tuple[ExtractedFact, ...]: ...  # noqa: D102 - as above


def repeals(texts: Sequence[Begun]) -> dict[str, str]:
    """Return for each source that another text ends by name the ISO date from which it no longer holds.

    The date is that of the repealing words, else the day on which the repealing law begins; without either
    the end is not shown and the source is left out.
    """
    found: dict[str, str] = {}
    for text in texts:
        others = [other.source for other in texts if other is not text]
        for words, date in _endings(text) if others else ():
            for other in others:
                if date and _named(other, words):
                    found[other.id] = min(date, found.get(other.id, date))
    return found


def _endings(text: Begun) -> Iterator[tuple[str, str]]:
    matcher = table_matcher(text.snapshot.language.split("-")[0], "dates.roles")
    begins = _begins(text)
    for unit in units(text.text, text.snapshot.language):
        if unit.part not in STATUS_PARTS:
            continue
        words = unit_words(text.text, unit).words
        ended = [hit.start for hit in matcher.find(words) if hit.family == "repealed"]
        if ended:
            own = [f.fact for f in text.facts if f.unit.parts == unit.parts and isinstance(f.fact, LegalDate)]
            dates = [fact.date for fact in own if fact.role == "repealed" and fact.date]
            # What ends stands before the verb; what ends it ("by Article 21 of …") after.
            yield words[: ended[0]], dates[0] if dates else begins


def _begins(text: Begun) -> str:
    dates = [fact.fact for fact in text.facts if isinstance(fact.fact, LegalDate) and not fact.fact.scope]
    for role in ("applies_from", "in_force"):
        known = [fact.date for fact in dates if fact.role == role and fact.date]
        if known:
            return known[0]
    return ""


def _named(source: Source, words: str) -> bool:
    """Return whether `words` name the document: by its title, or by kind and number ("Circular No. 7/2019")."""
    flat = " ".join(words.casefold().split())
    title = " ".join(source.title.casefold().split())
    names = [name for name in (title, title.split(":")[0].strip()) if len(name) >= _SHORT]
    numbers = [match.group() for match in _NUMBER.finditer(title)]
    first = title.split()[0] if title else ""
    return any(name in flat for name in names) or any(
        number in flat and len(first) > 2 and first in flat for number in numbers
    )
