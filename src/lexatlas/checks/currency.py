"""Is the force that a claim shows no stronger than its text can show (codebook rules 12 and 13)?"""

from lexatlas.checks.answer import cannot_tell, no, yes
from lexatlas.checks.view import View, spans_of, supporting
from lexatlas.core.claims import CheckAnswer, Claim, Holds
from lexatlas.core.document import Document, InstrumentEntry
from lexatlas.core.evidence import Quote
from lexatlas.core.force import TextTime, force_on

NAME = "currency"


def check(claim: Claim, view: View) -> CheckAnswer:
    """Answer no when the claim is said to be in force and the date of its text does not show it."""
    quotes = supporting(claim)
    if view.brief is None or not quotes:
        return cannot_tell(NAME, "No date asked about, or no quote.")
    shown = [force_on(view.brief.as_of, text_time(quote, view), claim.holds) for quote in quotes]
    weakest = next((one for one in shown if one.state != "in force"), shown[0])
    if claim.force == "in force" and weakest.state != "in force":
        return no(NAME, [claim.force], weakest.sentence)
    if claim.force == "not shown":
        return cannot_tell(NAME, weakest.sentence)
    return yes(NAME, [claim.force], weakest.sentence)


def text_time(quote: Quote, view: View) -> TextTime:
    """Return when the quoted text speaks, and what the source says of the very provision."""
    snapshot, held = view.snapshots.get(quote.snapshot), view.held(quote.snapshot)
    units = held.rules_within(spans_of(quote)) if held else []
    segment = held.segment(units[0]) if held and units else None
    return TextTime(
        as_of=snapshot.text_as_of if snapshot else None,
        segment=segment.force if segment else "",
        segment_from=segment.force_from if segment else "",
    )


def check_document(document: Document, view: View) -> list[CheckAnswer]:
    """Answer no when the head, or a law in the list, is said to be in force and nothing read shows it."""
    if document.imported:
        return [cannot_tell(NAME, "No text of a law was read.")]
    named = {claim for reason in document.status.reasons for claim in reason.claims}
    carrying = [claim for claim in document.claims if claim.id in named]
    answers = []
    if document.force.state == "in force" and not (carrying and all(c.force == "in force" for c in carrying)):
        answers.append(no(NAME, ["in force"], "The head says more than the claims that carry the code."))
    unshown = [
        e.title for e in document.instruments if e.force == "in force" and not _shown(e, document, view)
    ]
    answers += [
        no(NAME, [title], "Listed as in force, and no text of it is of the day asked about.")
        for title in unshown
    ]
    return answers or [yes(NAME)]


def _shown(entry: InstrumentEntry, document: Document, view: View) -> bool:
    dates = [row.text_as_of for source in document.sources if source.id in entry.sources
             and (row := view.snapshots.get(source.snapshot))]  # fmt: skip
    asked = document.brief.as_of
    return any(force_on(asked, TextTime(as_of=date), Holds()).state == "in force" for date in dates)
