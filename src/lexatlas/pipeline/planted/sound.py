"""What a fault is planted into and what comes of it, and the few moves that planters share."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lexatlas.core.claims import Claim, new_claim
from lexatlas.core.document import Document
from lexatlas.core.evidence import CanonicalText, Quote
from lexatlas.core.statements import ClaimStatement, LabelStatement, Section, Statement

KINDS: dict[str, str] = {
    "D1": "one “enacted” date for six events",
    "D2": "an invented day",
    "D3": "a consultation, draft or report as law",
    "D4": "a number given a period that its source lacks",
    "D5": "a claim without a quote that says it",
    "D6": "a quote without a source that has it",
    "D7": "a superseded quote beside the text that supersedes it, unmarked",
    "D8": "a placeholder or chatter left in the page",
    "D9": "another country's law or authority",
    "D10": "a confidence that is not earned",
    "D11": "a failed retrieval read as absence of law",
    "D12": "a code with no definition that fits",
}


@dataclass(frozen=True)
class Sound:
    """A document without a fault, with the texts that it rests on (by SHA-256) and the language of the law."""

    name: str
    language: str
    document: Document
    texts: Mapping[str, CanonicalText]

    def quoted(self, claim: Claim) -> str:
        """Return the words of a claim's supporting quotes."""
        return " ".join(quote.words for quote in claim.quotes if quote.role == "support")

    def own_words(self) -> list[Claim]:
        """Return the claims that are the law's own sentence, the short ones first."""
        found = [claim for claim in self.document.claims if claim.form == "words" and claim.quotes]
        return sorted(found, key=lambda claim: (len(claim.sentence), claim.id))


@dataclass(frozen=True)
class Planted:
    """A document with one fault in it; `claims` are those that the fault stands in, none where it stands elsewhere."""

    kind: str
    variant: str
    sound: Sound
    document: Document
    claims: tuple[str, ...] = ()


Made = Iterator[Document | tuple[Document, str]]
"""What a variant yields: a document with the fault, and the id of the claim where it stands in one."""
Variant = Callable[[Sound], Made]


def planted(kind: str, variants: Mapping[str, Variant], sound: Sound, most: int = 2) -> Iterator[Planted]:
    """Yield what the variants of one kind make of a sound document, at most `most` of each."""
    for name, variant in variants.items():
        for count, made in enumerate(variant(sound)):
            if count == most:
                break
            document, claim = made if isinstance(made, tuple) else (made, "")
            yield Planted(kind, name, sound, document, (claim,) if claim else ())


def swapped(document: Document, old: Claim, new: Claim) -> tuple[Document, str]:
    """Put a claim in the place of another, everywhere that it is named; its id is that of its content."""
    made = new_claim(new.model_copy(update={"id": ""}))
    text = document.model_dump_json()
    # Claims name each other by id alone, so the id can be replaced as a word.
    moved = Document.model_validate_json(text.replace(f'"{old.id}"', f'"{made.id}"'))
    claims = tuple(made if claim.id == made.id else claim for claim in moved.claims)
    return moved.model_copy(update={"claims": claims}), made.id


def added(document: Document, claim: Claim, section: str = "Detailed Explanation") -> tuple[Document, str]:
    """Add a claim to the document, told in a section."""
    made = new_claim(claim.model_copy(update={"id": ""}))
    whole = document.model_copy(update={"claims": (*document.claims, made)})
    return told(whole, section, ClaimStatement(claim=made.id)), made.id


def told(document: Document, section: str, *statements: Statement) -> Document:
    """Add statements at the end of a section; a section that is not there is left out."""
    sections = tuple(
        Section(name=one.name, statements=(*one.statements, *statements)) if one.name == section else one
        for one in document.sections
    )
    return document.model_copy(update={"sections": sections})


def labelled(document: Document, text: str, value: str = "", section: str = "Summary Points") -> Document:
    """Add a label of fixed text to a section."""
    return told(document, section, LabelStatement(text=text, value=value))


def requoted(quote: Quote, old: str, new: str) -> Quote:
    """Return the quote with words of it replaced, at the same place."""
    parts = tuple(part.model_copy(update={"exact": part.exact.replace(old, new)}) for part in quote.parts)
    return quote.model_copy(update={"parts": parts})
