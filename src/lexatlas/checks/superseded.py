"""Does a quotation of a restriction stand unmarked beside a text that lifts it (fault D7)?

Asked of pages whose quotations have no archived text: of archived ones, `conflicts` and `currency` tell more.
"""

import re
from functools import cache

from lexatlas.checks.answer import no, yes
from lexatlas.checks.evidence import printed_as_evidence
from lexatlas.checks.patterns import rows
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.document import Document, InstrumentEntry

NAME = "superseded"
_MARKED = ("superseded", "repealed")
_NAME = re.compile(r"\b[A-Z][\w.-]*(?:\s+(?:(?:of|for|the|and|de|du|des|la|le)\s+)*[A-Z][\w.-]*)*")
_LEAST = 3
"""Names count by their initials, so that a body and its acronym are one; shorter ones say too little."""


@cache
def _cues(kind: str) -> re.Pattern[str]:
    listed = rows("superseded").values()
    words = [re.escape(word).replace(r"\*", r"\w*") for row in listed for word in row[kind]]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def check_document(document: Document, _view: View) -> list[CheckAnswer]:
    """Answer no for each such quotation, with its words and the title of what lifts the restriction."""
    lifting = [(entry.title, _told(entry, document)) for entry in document.instruments]
    lifting = [(title, text) for title, text in lifting if _cues("lifts").search(text)]
    found = []
    for claim in printed_as_evidence(document):
        title = next((title for title, text in lifting if _restricts_what(claim, text)), None)
        if title:
            found.append(
                no(NAME, [claim.sentence, title], "What lifts this restriction is listed; it is not marked.")
            )
    return found or [yes(NAME)]


def _told(entry: InstrumentEntry, document: Document) -> str:
    """Return title and line of an instrument: what the page says that it does."""
    line = document.claims_by_id().get(entry.line_claim)
    return f"{entry.title}. {line.sentence if line else ''}"


def _restricts_what(claim: Claim, lifting: str) -> bool:
    """Whether an unmarked quotation restricts something that the lifting text names too."""
    words = claim.sentence
    if claim.force in _MARKED or not _cues("restricts").search(words) or _cues("lifts").search(words):
        return False
    return bool(_names(words) & _names(lifting))


def _names(text: str) -> set[str]:
    """Return the names of a text as initials: "Harbour Token Office" and "HTO" are both HTO."""
    found = set()
    for match in _NAME.finditer(text):
        words = [word.rstrip(".-") for word in match[0].split() if word[0].isupper()]
        found |= {word for word in words if word.isupper() and len(word) >= _LEAST}
        found.add("".join(word[0] for word in words))
    return {name for name in found if len(name) >= _LEAST}
