"""The two sides of a comparison, sentence and quote, each with its language."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lexatlas.checks.answer import cannot_tell, yes
from lexatlas.checks.pairing import pair
from lexatlas.checks.tokens import plain, tokens
from lexatlas.checks.view import View, supporting
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.language.detect import language_of


@dataclass(frozen=True)
class Sides:
    """What a check compares. `same` tells whether both sides speak one language.

    `paired` tells that every word of the sentence has been paired with the unit already; `differs` that its
    form allows no other words than the unit's, and that `wording` names those that it has. Either way nothing
    is left for a second look: what is compared here are sentences that say it in words of their own.
    """

    sentence: str
    words: str
    sentence_language: str
    words_language: str
    paired: bool = False
    differs: bool = False

    @property
    def same(self) -> bool:
        """Whether sentence and quote are in one language."""
        return self.sentence_language == self.words_language


def sides(claim: Claim, view: View) -> Sides | None:
    """Return both sides of a claim, worked out once; None when nothing stands on the other."""
    last = view.memo.get("sides")
    if not last or last[0] is not claim:
        last = (claim, _sides(claim, view))
        view.memo["sides"] = last
    both: Sides | None = last[1]
    return both


def _sides(claim: Claim, view: View) -> Sides | None:
    found = pair(claim, view)
    quotes = supporting(claim)
    if found.unit is None and not quotes:
        return None
    words = found.unit.text if found.unit else plain(" ".join(quote.words for quote in quotes))
    held = found.whole.held
    language = held.language.split("-")[0] if held else ""
    sentence = _said(claim)
    slotted = claim.form in ("value", "deals-with", "glossed") and not found.extra and not found.unsure
    paired = found.equal or slotted
    differs = claim.form != "free" and not paired
    return Sides(sentence, words, _language(sentence, words, language), language, paired, differs)


def compare(check: str, claim: Claim, view: View, ask: Callable[[Sides], CheckAnswer]) -> CheckAnswer:
    """Return what `ask` says of both sides, or the answer where nothing is there or left to compare."""
    both = sides(claim, view)
    if both is None:
        return cannot_tell(check, "No quote to compare with.")
    if both.paired:
        return yes(check, reason="The sentence pairs with the unit word by word.")
    if both.differs:
        return cannot_tell(check, "The words differ already; the check of the wording names them.")
    return ask(both)


def _said(claim: Claim) -> str:
    """Return the sentence without the locators that a template put there: they are no numbers of a rule."""
    said = plain(claim.sentence)
    for slot in claim.slots:
        if slot.read_by == "locator":
            said = said.replace(plain(slot.value), " ", 1)
    return re.sub(r"\s+", " ", said).strip()


def _language(sentence: str, words: str, language: str) -> str:
    """Return the quote's language when most words of the sentence stand in it; else what it reads like."""
    ours = [token.text for token in tokens(sentence)]
    theirs = {token.text for token in tokens(words)}
    shared = sum(word in theirs for word in ours)
    return language if ours and shared * 2 >= len(ours) else language_of(sentence) or "en"
