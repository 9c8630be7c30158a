"""Does what stands beside the claims say nothing of the law by itself: fixed words, and values held elsewhere?"""

import re
from collections.abc import Iterator

from lexatlas.checks.answer import no, yes
from lexatlas.checks.rows import label_known
from lexatlas.checks.tokens import plain
from lexatlas.checks.view import View
from lexatlas.codebook.own_questions import OWN_QUESTIONS
from lexatlas.core.claims import CheckAnswer
from lexatlas.core.document import Document
from lexatlas.core.statements import ClaimStatement, LabelStatement
from lexatlas.language.gloss_locators import english_locator

NAME = "labels"
_DIGIT = re.compile(r"\d")
_BARE = re.compile(r"\benacted\b", re.IGNORECASE)
_HOUSE = ("Authority",)
"""Labels that a section has of its own."""
_NOTHING = ("", "not shown", "none")


def check_document(document: Document, view: View) -> list[CheckAnswer]:
    """Answer no for a label with a number of its own, a value that is held nowhere else, and a date without kind.

    Labels of an imported page are printed as they stand, and say so.
    """
    if document.imported:
        return [yes(NAME, reason="The labels of an imported page are told as printed.")]
    held = plain(" \n ".join(_held(document)))
    labels = [row for section in document.sections for row in section.statements if row.kind == "label"]
    answers = [answer for label in labels for answer in _label(label, held, document)]
    answers += [
        no(NAME, [name], "The codebook has no such label for a claim.") for name in _unknown(document, view)
    ]
    return list(dict.fromkeys(answers)) or [yes(NAME)]


def _label(label: LabelStatement, held: str, document: Document) -> Iterator[CheckAnswer]:
    texts = {reason.text for reason in document.status.reasons} | {document.status.note}
    if _DIGIT.search(label.text) and label.text not in texts:
        yield no(NAME, [label.text], "A label says a number that is no claim.")
    if _BARE.search(label.text):
        yield no(NAME, [label.text, label.value], "A date of unknown kind.")
    if label.text.casefold() == "confidence" and label.value != document.factors.level:
        yield no(NAME, [label.value], "A confidence is printed that is not the one worked out.")
    value = plain(label.value)
    if value not in _NOTHING and value not in held and not all(
        piece.strip() in held for piece in re.split(r"[,()]| to ", value)
    ):  # fmt: skip
        yield no(NAME, [f"{label.text}: {label.value}"], "A value stands here that is held nowhere else.")


def _held(document: Document) -> Iterator[str]:
    """Yield every text that a value may repeat."""
    brief, status = document.brief, document.status
    yield from (brief.jurisdiction, brief.jurisdiction_name, brief.topic_name, brief.as_of)
    yield from (status.name, status.second_line, status.note, document.text_as_of or "")
    if status.abstention:
        yield from (*status.abstention.found, *status.abstention.missing, *status.abstention.look)
    for source in document.sources:
        yield from (source.title, source.publisher, source.jurisdiction, source.language)
    for row in document.snapshots:
        yield from (row.language, row.text_as_of or "")
    for entry in document.instruments:
        kind = entry.kind.replace("-", " ").capitalize()
        yield from (entry.title, entry.reference, f"{entry.title} ({entry.reference})", kind)
        yield from (*(date.date or date.rule for date in entry.dates),)
    for claim in document.claims:
        yield claim.sentence
        for quote in claim.quotes:
            yield from (quote.locator, english_locator(quote.locator, quote.language))
        yield from (slot.value for slot in claim.slots)


def _unknown(document: Document, view: View) -> list[str]:
    """Return labels, on claims and where claims are told, that neither codebook nor house gives their question."""
    if view.topic is None:
        return []
    claims = document.claims_by_id()
    used = [(row.label, claims[row.claim]) for section in document.sections for row in section.statements
            if isinstance(row, ClaimStatement) and row.claim in claims]  # fmt: skip
    used += [(claim.label, claim) for claim in document.claims]
    known = {row.label for row in (*view.topic.facts, *OWN_QUESTIONS.values())} | set(_HOUSE)
    return list(dict.fromkeys(
        label for label, claim in used if label and label not in known and not label_known(claim, label, view)
    ))  # fmt: skip
