"""Does the status rest on an official source, and on a part of it that lays down rules?"""

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.view import View, spans_of, supporting
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.document import Document
from lexatlas.core.evidence import NOT_LAW_YET, OFFICIAL_TIERS, STATUS_PARTS, Quote

NAME = "tiers"


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer yes when one of the claim's quotes may carry a status."""
    quotes = supporting(claim)
    if not quotes:
        return no(NAME, reason="No quote.")
    if any(_carries(quote, view) for quote in quotes):
        return yes(NAME)
    if all(view.source(quote) is None for quote in quotes):
        return cannot_tell(NAME, "The source is not named.")
    said = [
        f"{source.title} ({source.tier}, {quote.part})" for quote in quotes if (source := view.source(quote))
    ]
    return no(NAME, said, "No official text's operative or transitional part.")


def _carries(quote: Quote, view: View) -> bool:
    """Judge by the part that the structure gives, not by the part that the quote claims."""
    source, held = view.source(quote), view.held(quote.snapshot)
    units = held.rules_within(spans_of(quote)) if held else []
    return bool(
        source and source.tier in OFFICIAL_TIERS and not source.secondary and units
        and source.kind not in (*NOT_LAW_YET, "report", "news")
        and all(unit.part in STATUS_PARTS for unit in units)
    )  # fmt: skip


def check_document(document: Document, view: View) -> list[CheckAnswer]:
    """Answer no when a code is given and none of the claims named as its reasons may carry it."""
    if not document.status.coded:
        return [yes(NAME, reason="No code is given.")]
    if document.override is not None:
        return [
            cannot_tell(NAME, "A person gave the code; the rules that ask for an official text gave another.")
        ]
    claims = document.claims_by_id()
    named = [claims[id_] for reason in document.status.reasons for id_ in reason.claims if id_ in claims]
    if any(check(claim, view).answer == "yes" for claim in named):
        return [yes(NAME, reason="The code rests on an official text.")]
    return [
        no(NAME, [document.status.code], "No claim from an official text's rules is named as its reason.")
    ]
