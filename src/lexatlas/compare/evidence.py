"""What two analyses have read in common: sources by address or title, copies by hash, words by search."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lexatlas.core.claims import Claim, Verdict
from lexatlas.core.document import Document
from lexatlas.core.evidence import CanonicalText, Quote, Snapshot, Source
from lexatlas.core.text import Normalised, locate, normalise


@dataclass(frozen=True)
class Side:
    """One of two analyses; `texts` are its canonical texts by hash, as far as they are at hand.

    `hashed` is the document's hash where whoever asks knows it already, "" where it is to be worked out.
    """

    document: Document
    texts: Mapping[str, CanonicalText] = field(default_factory=dict)
    hashed: str = ""

    @cached_property
    def sha256(self) -> str:
        """The hash of its document; to work it out goes through all of it."""
        return self.hashed or self.document.sha256

    @cached_property
    def id(self) -> str:
        """The bundle's own id of its document."""
        brief = self.document.brief
        return f"{brief.jurisdiction}.{brief.topic}.{brief.level}@{self.sha256[:12]}"

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """Its verdicts by claim id."""
        return self.document.verdicts_by_claim()

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Its sources by id."""
        return {source.id: source for source in self.document.sources}

    @cached_property
    def snapshots(self) -> dict[str, Snapshot]:
        """Its snapshots by the hash of their text."""
        return {snapshot.text: snapshot for snapshot in self.document.snapshots}

    @cached_property
    def normalised(self) -> dict[str, Normalised]:
        """Its texts in the form in which words are sought; filled as they are asked for."""
        return {}

    def same_source(self, other: Source) -> Source | None:
        """Return this side's reading of a source of the other side, or None when it read no such source."""
        return next((source for source in self.document.sources if _same(source, other)), None)

    def holds_words(self, snapshot: str, words: str) -> bool | None:
        """Whether a text of this side holds these words exactly; None when the text is not at hand."""
        if snapshot not in self.texts:
            return None
        if snapshot not in self.normalised:
            self.normalised[snapshot] = normalise(self.texts[snapshot].text)
        return locate(words, self.normalised[snapshot]) is not None


def _same(first: Source, second: Source) -> bool:
    """Two readings of one source: of one address, else of one path and title, whatever the copies hold."""
    if first.address and second.address:
        return first.address == second.address
    if first.snapshot and first.snapshot == second.snapshot:
        return True
    return folded(first.title) == folded(second.title) and first.jurisdiction == second.jurisdiction


def folded(text: str) -> str:
    """Fold letter case and white space, which alone never make a difference."""
    return " ".join(text.casefold().split())


def quoted(claim: Claim) -> list[str]:
    """Return the folded words of a claim's quotes, sorted."""
    return sorted(folded(quote.words) for quote in claim.quotes)


def overlap(before: Quote, after: Quote) -> bool:
    """Whether two quotes share characters of one archived text."""
    if before.snapshot != after.snapshot:
        return False
    return any(one.start < two.end and two.start < one.end for one in before.parts for two in after.parts)
