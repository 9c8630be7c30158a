"""What may be shown of sources that are not open: how many words of each place, and what is said of it."""

import re

from lexatlas.core.claims import Claim
from lexatlas.core.document import Document
from lexatlas.core.evidence import Quote, Source

WORDS_A_QUOTE = 60
WORDS_A_SOURCE = 300
SHARE_OF_SOURCE = 20
"""Of a `quote-only` source: 60 words a quote, and 300 words or one part in twenty of it, the lesser."""
EXCERPT = "Matches the enclosed excerpt; full source not enclosed."
PRIVATE = "Not for passing on: this analysis was made from files that are their user’s own."
RIGHTS = {
    "open": "open: may be passed on whole",
    "quote-only": "quote-only: parts may be quoted, the whole is not passed on",
    "private": "private: a file of its user, not for passing on",
}
_WORD = re.compile(r"[\u3400-\u9fff]|[^\s\u3400-\u9fff]+")
_WITHHELD = "Words not shown: the rights of the source do not allow it."
KEPT_BACK = "No word of it is shown here, for its rights; the whole unit was checked."
_QUOTING = ("words", "listed", "glossed")
"""Forms that tell a unit's words one by one, in its language or in ours."""
_FEW = 8
"""A value of so many words is a name or an amount; a longer one quotes."""
Place = tuple[str, int, int]


class Rights:
    """The rights of one document: each place of a text is cut alike wherever it is shown."""

    def __init__(self, document: Document, *, withholds: bool = False) -> None:
        """Work out once how many words of each quoted place may be shown; `withholds` keeps private ones back."""
        self.sources: dict[str, Source] = {source.id: source for source in document.sources}
        self._lengths = {snapshot.text: snapshot.length for snapshot in document.snapshots}
        self._allowed: dict[Place, int] = {}
        left: dict[str, int] = {}
        for quote in (quote for claim in document.claims for quote in claim.quotes):
            source = self.sources.get(quote.source)
            if withholds and source is not None and source.rights == "private":
                self._allowed[place_of(quote)] = 0
            if source is not None and source.rights == "quote-only" and place_of(quote) not in self._allowed:
                spare = left.setdefault(source.id, self._cap(quote))
                allowed = min(WORDS_A_QUOTE, word_count(quote.words), spare)
                left[source.id] = spare - allowed
                self._allowed[place_of(quote)] = allowed

    def _cap(self, quote: Quote) -> int:
        # The text itself is not at hand: its share is taken in signs, then in words as long as this quote's.
        words, signs = word_count(quote.words), len(quote.words) + 1
        return min(WORDS_A_SOURCE, self._lengths.get(quote.snapshot, 0) * words // (SHARE_OF_SOURCE * signs))

    def words_shown(self, quote: Quote) -> int:
        """Return how many words of a quote may be shown: all of them where its source is open or private."""
        return self._allowed.get(place_of(quote), word_count(quote.words))

    def is_cut(self, claim: Claim) -> bool:
        """Whether a quote of the claim is shown cut; then nothing else may tell the rest of its words."""
        return any(self.words_shown(quote) < word_count(quote.words) for quote in claim.quotes)

    def sentence(self, claim: Claim) -> str:
        """Return the sentence of a claim, cut as its quotes are where it quotes them."""
        if not self.is_cut(claim) or not _quotes_words(claim):
            return claim.sentence
        allowed = min(self.words_shown(quote) for quote in claim.quotes)
        return first_words(claim.sentence, allowed) if allowed else _WITHHELD

    def words(self, claim: Claim, text: str) -> str:
        """Return words taken from the quotes of a claim, "" where those are shown cut."""
        return "" if self.is_cut(claim) else text


def rights_sentence(source: Source, *, quoted: bool) -> str:
    """Return what may be done with a source, on what ground, and what of it is enclosed."""
    told = ", ".join(part for part in (RIGHTS[source.rights], source.rights_ground.rstrip(".")) if part)
    enclosed = {True: EXCERPT, False: "It is not quoted, and nothing of it is enclosed."}[quoted]
    return f"{told}. {enclosed}" if source.rights == "quote-only" else f"{told}."


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


def word_ends(text: str) -> list[int]:
    """Return where each word ends."""
    return [match.end() for match in _WORD.finditer(text)]


def first_words(text: str, most: int) -> str:
    """Return the first words of a text, with a sign where it was cut; all of it where it is no longer."""
    ends = word_ends(text)
    return text if len(ends) <= most else f"{text[: ends[most - 1]] if most else ''} […]".strip()


def _quotes_words(claim: Claim) -> bool:
    if claim.form in _QUOTING:
        return True
    words = " ".join(quote.words for quote in claim.quotes)
    return claim.sentence in words or any(
        slot.read_by == "words" and word_count(slot.value) > _FEW for slot in claim.slots
    )
