"""Does everything listed as law go by the name of a kind of law (fault D3)?"""

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.patterns import in_any_language
from lexatlas.checks.tokens import plain
from lexatlas.checks.view import View
from lexatlas.core.claims import CheckAnswer
from lexatlas.core.document import Document
from lexatlas.core.evidence import LAW_KINDS

NAME = "kinds"


def check_document(document: Document, _view: View) -> list[CheckAnswer]:
    """Answer no for each draft, bill, consultation, report or guidance among the laws."""
    laws = [entry for entry in document.instruments if entry.group == "law" and entry.kind not in LAW_KINDS]
    known = [
        no(NAME, [entry.title, entry.kind], "Listed as law, and by its kind none.")
        for entry in laws
        if entry.kind != "unknown"
    ]
    known += [
        no(NAME, [entry.title, entry.kind], "Listed as law, and its title calls it a draft or a paper.")
        for entry in document.instruments
        if entry.group == "law"
        and entry.kind in LAW_KINDS
        and in_any_language("drafts").search(plain(entry.title))
    ]
    unknown = [entry.title for entry in laws if entry.kind == "unknown"]
    untold = [
        cannot_tell(NAME, "The title does not show the kind of the instrument.", [title]) for title in unknown
    ]
    return known + untold or [yes(NAME)]
