"""A quote as it is shown: the whole unit, what a claim rests on or leaves out, cut where rights say so."""

import re
from collections.abc import Iterable

from lexatlas.core.document import Document
from lexatlas.core.evidence import Quote, QuotePart, Source
from lexatlas.exports.view.reading import AS_A_FILE, Reading
from lexatlas.exports.view.rights import EXCERPT, KEPT_BACK, Rights, word_count, word_ends
from lexatlas.exports.view.values import Piece, QuoteView
from lexatlas.exports.view.words import direction, language_tag

NO_COPY = (
    "The archived copy of this text is not in the archive just now: nobody can open it here, or hold these words "
    "against it. They stand as the analysis keeps them."
)
_CJK = re.compile(r"[\u3400-\u9fff]")


class Quotes:
    """Shows quotes of one document, cut where rights say so, each with its citation."""

    def __init__(self, document: Document, own_id: str = "", reading: Reading = AS_A_FILE) -> None:
        """Keep the sources and what may be shown of them; `own_id` is the bundle's id for citations."""
        self.reading = reading
        self.rights = Rights(document, withholds=reading.withholds)
        self.sources = self.rights.sources
        self._snapshots = {snapshot.text: snapshot for snapshot in document.snapshots}
        self._asked = f"as of {document.brief.as_of}", own_id

    def show(
        self, quote: Quote, heading: str = "", left_out: Iterable[str] = (), *, marked: bool = True
    ) -> QuoteView:
        """Return the quote; `left_out` are words of the unit that the claim lacks."""
        words, allowed = word_count(quote.words), self.rights.words_shown(quote)
        paragraphs = _paragraphs(quote, tuple(left_out), marked)
        source = self.sources.get(quote.source)
        title = source.title if source else quote.source
        return QuoteView(
            heading=heading,
            paragraphs=_first_words(paragraphs, allowed) if allowed < words else paragraphs,
            lang=language_tag(quote.language),
            dir=direction(quote.language),
            caption=", ".join(part for part in (title, quote.locator) if part),
            citation=self._citation(source, quote),
            cut=_cut(allowed, words),
            address=self.address(quote),
            no_copy=NO_COPY if quote.snapshot in self.reading.lacking else "",
        )

    def address(self, quote: Quote) -> str:
        """Return where a site shows the unit in its text, "" in a file, and for a text that is kept back."""
        if not quote.parts or not self.rights.words_shown(quote):
            return ""
        return self.reading.opened_at(quote.snapshot, quote.parts[0].start, quote.parts[-1].end)

    def _citation(self, source: Source | None, quote: Quote) -> str:
        """Return all that another reader needs to find the words again and to compare them."""
        snapshot = self._snapshots.get(quote.snapshot)
        text_as_of = (snapshot.text_as_of if snapshot else None) or "not shown"
        told = (
            source.title if source else quote.source,
            quote.locator,
            source.publisher if source else "",
            f"text as of {text_as_of}",
            (source.address if source else "") or "no address",
            f"sha256 of the archived text {quote.snapshot}",
            *self._asked,
        )
        return "; ".join(part for part in told if part)


def _cut(allowed: int, words: int) -> str:
    if allowed >= words:
        return ""
    if not allowed:
        return KEPT_BACK
    return (
        f"Cut to {allowed} of {words} words: this source may be quoted only in part. The whole unit was "
        "checked. " + EXCERPT
    )


def _paragraphs(quote: Quote, left_out: tuple[str, ...], marked: bool) -> tuple[tuple[Piece, ...], ...]:
    paragraphs: list[tuple[Piece, ...]] = []
    end = quote.parts[0].start if quote.parts else 0
    for part in quote.parts:
        # Words of the source between two parts were not quoted: say so, or the parts would read as one run.
        gap = (Piece("[…] ", "gap"),) if part.start - end > 3 else ()
        paragraphs.append((*gap, *_pieces(part, quote, left_out, marked)))
        end = part.end
    return tuple(paragraphs)


def _pieces(part: QuotePart, quote: Quote, left_out: tuple[str, ...], marked: bool) -> list[Piece]:
    text = part.exact
    kinds = ["words"] * len(text)
    for span in quote.highlight if marked else ():
        start, end = max(0, span[0] - part.start), min(len(text), span[1] - part.start)
        if start < end:  # a mark may lie in another part of the unit
            kinds[start:end] = ["mark"] * (end - start)
    if "words" not in [kind for kind, sign in zip(kinds, text, strict=True) if sign.isalnum()]:
        # The claim rests on the whole of it: a mark over everything would say nothing.
        kinds = ["words"] * len(text)
    for words in left_out:
        for start, end in _found(words, text):
            kinds[start:end] = ["left-out"] * (end - start)
    pieces: list[Piece] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or kinds[at] != kinds[start]:
            pieces.append(Piece(text[start:at], kinds[start]))
            start = at
    return pieces


def _found(words: str, text: str) -> list[tuple[int, int]]:
    wanted = r"\s+".join(re.escape(word) for word in words.split())
    if not wanted:
        return []
    bound = "" if _CJK.search(words) else r"(?<!\w)", "" if _CJK.search(words) else r"(?!\w)"
    return [match.span() for match in re.finditer(f"{bound[0]}{wanted}{bound[1]}", text, re.IGNORECASE)]


def _first_words(paragraphs: tuple[tuple[Piece, ...], ...], allowed: int) -> tuple[tuple[Piece, ...], ...]:
    shown: list[tuple[Piece, ...]] = []
    left = allowed
    for pieces in paragraphs:
        kept: list[Piece] = []
        for piece in pieces:
            if piece.kind == "gap":
                kept.append(piece)
                continue
            ends = word_ends(piece.text)
            if len(ends) > left:
                kept.append(Piece(piece.text[: ends[left - 1]] if left else "", piece.kind))
                kept.append(Piece(" […]", "gap"))
                return (*shown, tuple(kept))
            left -= len(ends)
            kept.append(piece)
        shown.append(tuple(kept))
    return tuple(shown)
