"""A quote as it is shown: the whole unit, what a claim rests on or leaves out, cut where rights say so."""

import re
from collections.abc import Iterable

from lexatlas.core.document import Document
from lexatlas.core.evidence import Quote, QuotePart, Source
from lexatlas.exports.view.values import Piece, QuoteView
from lexatlas.exports.view.words import direction, language_tag

WORDS_A_QUOTE = 60
WORDS_A_SOURCE = 300
SHARE_OF_SOURCE = 20
"""Of a `quote-only` source: 60 words a quote, and 300 words or one part in twenty of it, the lesser."""
_WORD = re.compile(r"[\u3400-\u9fff]|[^\s\u3400-\u9fff]+")
_CJK = re.compile(r"[\u3400-\u9fff]")
Place = tuple[str, int, int]


class Quotes:
    """Shows quotes of one document; each place of a text is cut alike wherever it is shown."""

    def __init__(self, document: Document) -> None:
        """Work out once how many words of each quoted place may be shown."""
        self.sources: dict[str, Source] = {source.id: source for source in document.sources}
        self._lengths = {snapshot.text: snapshot.length for snapshot in document.snapshots}
        self._allowed: dict[Place, int] = {}
        left: dict[str, int] = {}
        for quote in (quote for claim in document.claims for quote in claim.quotes):
            source = self.sources.get(quote.source)
            if source is not None and source.rights == "quote-only" and place_of(quote) not in self._allowed:
                spare = left.setdefault(source.id, self._cap(quote))
                allowed = min(WORDS_A_QUOTE, word_count(quote.words), spare)
                left[source.id] = spare - allowed
                self._allowed[place_of(quote)] = allowed

    def _cap(self, quote: Quote) -> int:
        # The text itself is not at hand: its share is taken in signs, then in words as long as this quote's.
        signs = max(1, len(quote.words) // max(1, word_count(quote.words)))
        return min(WORDS_A_SOURCE, self._lengths.get(quote.snapshot, 0) // SHARE_OF_SOURCE // signs)

    def show(
        self, quote: Quote, heading: str = "", left_out: Iterable[str] = (), *, marked: bool = True
    ) -> QuoteView:
        """Return the quote; `left_out` are words of the unit that the claim lacks."""
        words = word_count(quote.words)
        allowed = self._allowed.get(place_of(quote), words)
        paragraphs = _paragraphs(quote, tuple(left_out), marked)
        source = self.sources.get(quote.source)
        title = source.title if source else quote.source
        return QuoteView(
            heading=heading,
            paragraphs=_first_words(paragraphs, allowed) if allowed < words else paragraphs,
            lang=language_tag(quote.language),
            dir=direction(quote.language),
            caption=", ".join(part for part in (title, quote.locator) if part),
            citation=_citation(source, quote),
            cut=_cut(allowed, words),
        )


def place_of(quote: Quote) -> Place:
    """Return which text a quote stands in, and from where to where."""
    return (
        quote.snapshot,
        quote.parts[0].start if quote.parts else 0,
        quote.parts[-1].end if quote.parts else 0,
    )


def word_count(text: str) -> int:
    """Count words; a Han sign counts as one."""
    return sum(1 for _ in _WORD.finditer(text))


def _cut(allowed: int, words: int) -> str:
    if allowed >= words:
        return ""
    return (
        f"Cut to {allowed} of {words} words: this source may be quoted only in part. The whole unit was "
        "checked; read it at the source."
    )


def _citation(source: Source | None, quote: Quote) -> str:
    if source is None:
        return quote.locator
    dated = f"text of {source.date}" if source.date else ""
    return ", ".join(
        part for part in (source.title, quote.locator, source.publisher, dated, source.address or "") if part
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
            ends = [match.end() for match in _WORD.finditer(piece.text)]
            if len(ends) > left:
                kept.append(Piece(piece.text[: ends[left - 1]] if left else "", piece.kind))
                kept.append(Piece(" […]", "gap"))
                return (*shown, tuple(kept))
            left -= len(ends)
            kept.append(piece)
        shown.append(tuple(kept))
    return tuple(shown)
