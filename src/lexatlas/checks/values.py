"""Are the typed values of a claim borne out by the words of its quote, as a second reading has them?

What is borne out, contradicted or not to be told is worked out in `second`, which shares no reader with the
extractor. Only a contradiction is a fault; what it cannot tell is counted and changes nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.second.days import BUDDHIST, days, role
from lexatlas.checks.second.finding import Finding
from lexatlas.checks.second.plain import plain
from lexatlas.checks.second.reading import second_reading
from lexatlas.checks.second.scripts import script
from lexatlas.checks.view import View, supporting
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.document import Document
from lexatlas.core.evidence import Quote
from lexatlas.core.facts import LegalDate

NAME = "values"
_ARABIC, _THAI = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"), str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_AROUND, _SAMPLE = 220, 200
"""Characters on either side of a printed date in which it is said what happens on it."""


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no with what was told and what the words say; unknown where no part of a value could be read twice."""
    found = findings(claim, view)
    against = [one for one in found if one.said == "contradicted"]
    if against:
        parts = " and the ".join(dict.fromkeys(one.what for one in against))
        return no(NAME, [word for one in against for word in one.words], f"The words say another {parts}.")
    told = Counter(one.said for one in found if one.what != "script")
    reason = f"Borne out: {told['borne out']}; cannot tell: {told['cannot tell']}."
    return yes(NAME, reason=reason) if told["borne out"] else cannot_tell(NAME, reason)


def findings(claim: Claim, view: View) -> list[Finding]:
    """Return what the second reading finds of the values of a claim, and of the language of its quotes."""
    quotes = supporting(claim)
    if not quotes:
        return []
    own, whole = (" … ".join(map(words, quotes)) for words in (own_words, lambda quote: quote.words))
    held = view.held(quotes[0].snapshot)
    language = held.language if held else quotes[0].language
    found = [one for fact in claim.facts for one in second_reading(fact, own, whole, language)]
    return [*found, script(whole, language)]


def own_words(quote: Quote) -> str:
    """Return the words that a claim rests on, or the whole quote where none are marked."""
    cut = [part.exact[max(0, mark.start - part.start) : max(0, mark.end - part.start)]
           for part in quote.parts for mark in quote.highlight]  # fmt: skip
    return " … ".join(piece for piece in cut if piece) or quote.words


def check_document(document: Document, view: View) -> list[CheckAnswer]:
    """Answer no for a date of a listed law that its texts print as another kind of day, and for a text misread."""
    if document.imported:
        return [cannot_tell(NAME, "The texts of the laws on an imported page are not archived.")]
    found: list[Finding] = []
    for entry in document.instruments:
        texts = [source for source in document.sources if source.id in entry.sources]
        for date in entry.dates:
            if date.date and not date.computed:
                found += _listed(date, [source.snapshot for source in texts], view)
    found += [script for source in document.sources for script in _scripts(source.snapshot, view)]
    against = [one for one in found if one.said == "contradicted"]
    return [no(NAME, one.words, f"The texts of the laws say another {one.what}.") for one in against] or [
        yes(NAME, reason=f"Dates of listed laws read again: {len(found)}.")
    ]


def _scripts(snapshot: str, view: View) -> Iterator[Finding]:
    """Yield that a text is in a script which its language has not, if it is so at its head, middle and end."""
    held = view.held(snapshot)
    text = held.text.text if held else ""
    found = [script(text[at : at + _SAMPLE], held.language) for at in (0, len(text) // 2, len(text) - _SAMPLE)
             if held and at >= 0]  # fmt: skip
    if found and all(one.said == "contradicted" for one in found):
        yield found[0]


def _listed(date: LegalDate, snapshots: Sequence[str], view: View) -> Iterator[Finding]:
    """Yield what is said around a date wherever a text prints it: a contradiction only if no place bears it out."""
    said: list[Finding] = []
    for snapshot in snapshots:
        held = view.held(snapshot)
        if held is not None:
            places = _places(date.date or "", held.text.text, held.language)
            said += [role(date.role, words, held.language.split("-")[0]) for words in places]
    kinds = {one.said for one in said}
    if said and kinds == {"contradicted"}:
        yield said[0]
    elif "borne out" in kinds:
        yield next(one for one in said if one.said == "borne out")


def _places(date: str, text: str, language: str) -> Iterator[str]:
    """Yield the words around each place where a text prints a date, within its paragraph."""
    code, wanted = language.split("-")[0], [int(piece) for piece in date.split("-")]
    for match in re.finditer("|".join(_spelled(wanted[0])), text):
        start = max(text.rfind("\n\n", 0, match.start()), match.start() - _AROUND, 0)
        end = text.find("\n\n", match.end())
        words = plain(text[start : min(end if end >= 0 else len(text), match.end() + _AROUND)])
        if any(list(day[: len(wanted)]) == wanted for day in days(words, code)):
            yield words


def _spelled(year: int) -> list[str]:
    """Return how a year may be printed: in European, Arabic and Thai digits, the last in the Buddhist era."""
    arabic = str(year).translate(_ARABIC)
    return [str(year), arabic, str(year + BUDDHIST), str(year + BUDDHIST).translate(_THAI)]
