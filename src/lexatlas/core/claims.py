"""The claim: one sentence, typed facts, and the quotes that it rests on; and what checks answer about it."""

from typing import Literal

from lexatlas.core.canonical import Value, content_id
from lexatlas.core.evidence import Quote
from lexatlas.core.facts import Fact

VerdictCode = Literal["verified", "supported", "partial", "contradicted", "unverified"]
VERDICT_NAMES: dict[VerdictCode, str] = {
    "verified": "Matches source",
    "supported": "Supported, in other words",
    "partial": "Matches in part",
    "contradicted": "Conflicts",
    "unverified": "No support",
}
ForceState = Literal["in force", "not yet", "superseded", "repealed", "not shown"]
ClaimForm = Literal["words", "listed", "glossed", "value", "deals-with", "free"]
"""How the sentence was made: the unit's own words; its stem with the list named; its words in English, piece by
piece; a template over a value; "Art. n deals with …"; or written freely (by a model, a person or an import)."""

WRITTEN_BY = "written by "
"""How the origin of a claim begins that a person wrote; the key of that person follows, never the name."""


class Slot(Value):
    """A filled place of a template. `words` are the tokens of the quote that it pairs with.

    `read_by` says how the value was read where it is not those words: a cue word, a gazetteer row,
    a row of a gloss, or a reading of a number, date or amount; `row` names the row, its table, or the reading.
    """

    name: str
    value: str
    words: str = ""
    read_by: Literal["words", "cue", "gazetteer", "gloss", "reading", "locator", "label"] = "words"
    row: str = ""


class Holds(Value):
    """From when until when the claim is about the law (ISO dates, None: not shown), and what shows it."""

    since: str | None = None
    until: str | None = None
    basis: str = ""


class Claim(Value):
    """One sentence about the law in the reader's language, with what it rests on.

    Made by `new_claim`, which fills in `id`: the first 16 hexadecimal digits of the hash of the rest.
    """

    id: str = ""
    question: str
    label: str = ""
    form: ClaimForm
    template: str = ""
    slots: tuple[Slot, ...] = ()
    sentence: str
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    holds: Holds = Holds()
    force: ForceState = "not shown"
    origin: str = "extracted by rule"


def claim_id(claim: Claim) -> str:
    """Compute the id that the content of `claim` has, whatever its `id` field says."""
    return content_id(claim.model_dump(mode="json", exclude={"id"}))


def new_claim(claim: Claim) -> Claim:
    """Return `claim` with the id of its content."""
    return claim.model_copy(update={"id": claim_id(claim)})


class CheckAnswer(Value):
    """What one check says of one claim, with the words that it means."""

    check: str
    answer: Literal["yes", "no", "cannot-tell"]
    words: tuple[str, ...] = ()
    reason: str = ""


class Verdict(Value):
    """The verdict on a claim: computed by program from the answers of the checks, about words only."""

    claim: str
    code: VerdictCode
    plain_quotation: bool = False
    left_out: tuple[str, ...] = ()
    answers: tuple[CheckAnswer, ...] = ()
