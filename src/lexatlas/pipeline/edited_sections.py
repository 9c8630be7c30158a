"""What stands beside the claims of an edited page, made anew: the code's labels, and the places under its points."""

from collections.abc import Iterator, Mapping

from lexatlas.codebook.topic import Topic
from lexatlas.core.claims import Claim
from lexatlas.core.document import Document, Status
from lexatlas.core.statements import LabelStatement, Section, Statement
from lexatlas.language.gloss_locators import english_locator
from lexatlas.pipeline.edited_records import recorded

_CODE, _SECOND = "Code", "Second line"
_STATUS_GROUP = "I. Regulatory Status"
_MISSING = "Missing"
_PLACES = 3


def relabelled(document: Document, before: Status, topic: Topic) -> Document:
    """Return the document with what stands beside its claims as it is now: labels, places, and records of our search.

    `before` is the status of the document that was edited; its words are those that give way. A question that lost
    its last claim has a record in its place, one that was given a claim loses its record.
    """
    claims = document.claims_by_id()
    made = tuple(_section(section, document, before, claims) for section in document.sections)
    return recorded(document.model_copy(update={"sections": made}), topic)


def _section(section: Section, document: Document, before: Status, claims: Mapping[str, Claim]) -> Section:
    told = list(section.statements)
    if section.name == "Executive Summary":
        told = _with_code(told, document.status, before)
    elif section.name == "Summary Points":
        told = list(_points(told, document.status, claims))
    elif section.name == "Remaining Uncertainties":
        told = _uncertainties(told, document.status, before)
    return section.model_copy(update={"statements": tuple(told)})


def code_label(status: Status) -> LabelStatement:
    """Return the label that tells the code and why."""
    if status.reasons and status.coded:
        ids = tuple(dict.fromkeys(claim for reason in status.reasons for claim in reason.claims))
        return LabelStatement(text=status.reasons[0].text, value=status.name, claims=ids)
    return LabelStatement(text=status.note, value=status.name)


def _with_code(told: list[Statement], status: Status, before: Status) -> list[Statement]:
    old = {each for each in (before.note, *(reason.text for reason in before.reasons)) if each}
    out: list[Statement] = []
    done = False
    for each in told:
        if isinstance(each, LabelStatement) and each.value == before.name and (each.text in old or not done):
            out += [] if done else [code_label(status)]
            done = True
        else:
            out.append(each)
    return out


def _points(told: list[Statement], status: Status, claims: Mapping[str, Claim]) -> Iterator[Statement]:
    for each in told:
        if not isinstance(each, LabelStatement):
            yield each
        elif each.group == _STATUS_GROUP and each.text == _CODE:
            yield each.model_copy(update={"value": status.name})
            if status.second_line:
                yield LabelStatement(text=_SECOND, value=status.second_line, group=_STATUS_GROUP)
        elif each.group == _STATUS_GROUP and each.text == _SECOND:
            continue
        elif not each.claims:
            yield each
        else:
            yield from _point(each, claims)


def _point(label: LabelStatement, claims: Mapping[str, Claim]) -> Iterator[Statement]:
    """Yield a point with the places of the claims that it still has; nothing once it has none."""
    left = tuple(claim for claim in label.claims if claim in claims)
    quotes = [claims[claim].quotes[0] for claim in left if claims[claim].quotes]
    places = [english_locator(quote.locator, quote.language) for quote in quotes]
    if left:
        value = ", ".join(dict.fromkeys(filter(None, places[:_PLACES])))
        yield label.model_copy(update={"claims": left, "value": value})


def _uncertainties(told: list[Statement], status: Status, before: Status) -> list[Statement]:
    old = set(before.abstention.missing) if before.abstention else set()
    now = status.abstention.missing if status.abstention else ()
    kept = [
        each
        for each in told
        if not (isinstance(each, LabelStatement) and each.text == _MISSING and each.value in old)
    ]
    return [*(LabelStatement(text=_MISSING, value=text) for text in now), *kept]
