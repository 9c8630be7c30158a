"""Faults of the answer: a confidence not earned (D10), failure told as absence (D11), an unfit code (D12)."""

from functools import partial
from typing import Any

from lexatlas.core.claims import Claim
from lexatlas.core.document import Abstention, Document, Reason, Status
from lexatlas.core.evidence import Gap
from lexatlas.core.statements import RecordStatement
from lexatlas.pipeline.planted import edits
from lexatlas.pipeline.planted.sound import Made, Sound, Variant, added, labelled, told

_SCALES: dict[str, tuple[tuple[str, str], ...]] = {
    "retail-trading-status": (("banned", "Banned"), ("allowed-unregulated", "Allowed-Unregulated"),
                              ("gray-zone", "Gray-Zone"), ("allowed-regulated", "Allowed-Regulated")),
    "vasp-licensing": (("activity-banned", "Activity banned"), ("no-regime-free", "No regime, free"),
                       ("full-licence", "Full licence"), ("partial-licence", "Partial licence"),
                       ("aml-registration", "AML registration")),
}  # fmt: skip
"""Codes that a document of the topic may be given in the place of its own."""


def _factors(document: Document, **update: Any) -> Document:
    return document.model_copy(update={"factors": document.factors.model_copy(update=update)})


def level(word: str, sound: Sound) -> Made:
    """Say a higher level than was earned."""
    order = ("None", "Low", "Medium", "High")
    if order.index(word) > order.index(sound.document.factors.level):
        yield _factors(sound.document, level=word)


def level_with_grounds(sound: Sound) -> Made:
    """Say High, with grounds that read well and nothing lacking."""
    yield _factors(sound.document, level="High", lacks=(),
                   reasons=("Strong official evidence, approved, with no open challenge.",))  # fmt: skip


def shown_current(sound: Sound) -> Made:
    """Say that the text was shown current, and take the level that follows."""
    if not sound.document.factors.shown_current:
        yield _factors(sound.document, shown_current=True, level="Medium", lacks=())


def more_sources(sound: Sound) -> Made:
    """Count official sources that the code does not rest on."""
    yield _factors(sound.document, tiers=("T1", "T1", "T1"), independent_official=3)


def confidence_of_a_special_code(sound: Sound) -> Made:
    """Give an abstention a confidence."""
    if not sound.document.status.coded:
        yield _factors(sound.document, level="Medium", reasons=("Official texts were read.",))


def printed_high(sound: Sound) -> Made:
    """Print a confidence beside the claims."""
    yield labelled(sound.document, "Confidence", "High")


UNEARNED: dict[str, Variant] = {
    "High": partial(level, "High"),
    "Medium": partial(level, "Medium"),
    "High with grounds": level_with_grounds,
    "said to be shown current": shown_current,
    "sources counted twice": more_sources,
    "of an abstention": confidence_of_a_special_code,
    "printed beside": printed_high,
}

# -- D11 ------------------------------------------------------------------------------------------------------

_IN_ENGLISH = ("There is no law on tokens.", "No licensing requirement exists.", "The activity is unregulated.",
               "Tokens are not regulated in this country.", "No such rule exists.")  # fmt: skip


def absence_recorded(sound: Sound) -> Made:
    """Say in a record that there is no law."""
    entry = tuple(each.id for each in sound.document.ledger[:1])
    for words in (*_IN_ENGLISH, edits.words_for(sound.language).get("absent", _IN_ENGLISH[0])):
        yield told(sound.document, "Remaining Uncertainties", RecordStatement(sentence=words, ledger=entry))


def absence_claimed(sound: Sound) -> Made:
    """Claim it, with nothing to show."""
    question = next((claim.question for claim in sound.document.claims), "licence")
    for words in (edits.words_for(sound.language).get("absent", _IN_ENGLISH[0]), *_IN_ENGLISH):
        yield added(sound.document, Claim(question=question, form="free", sentence=words))


def absence_claimed_with_a_quote(sound: Sound) -> Made:
    """Claim it with a quote about something else."""
    for claim in sound.own_words():
        yield added(sound.document, Claim(question=claim.question, form="free", sentence=_IN_ENGLISH[0],
                                          quotes=claim.quotes))  # fmt: skip


def absence_labelled(sound: Sound) -> Made:
    """Print it as a label."""
    for words in _IN_ENGLISH:
        yield labelled(sound.document, words, section="Executive Summary")


def _none_found(document: Document, **update: Any) -> Document:
    status = Status(code="no-evidence", name="No-evidence", special=True, abstention=Abstention())
    rest: dict[str, Any] = {"claims": (), "verdicts": (), "status": status, "instruments": ()}
    sections = tuple(one.model_copy(update={"statements": ()}) for one in document.sections)
    whole = document.model_copy(update={**rest, "sections": sections, **update})
    ledger = tuple(entry.id for entry in document.ledger)
    record = RecordStatement(sentence="Looked for it in 1 text; not found.", ledger=ledger)
    return told(whole, "Detailed Explanation", record)


def unread_as_none(sound: Sound) -> Made:
    """Find no evidence where an official text could not be read."""
    gap = Gap(what="act-12-of-2024.pdf", reason="The file could not be read.")
    yield _none_found(sound.document, gaps=(*sound.document.gaps, gap))


def nothing_read_as_none(sound: Sound) -> Made:
    """Find no evidence where nothing was read at all."""
    gap = Gap(what="gazette.example", reason="The page was not found (404).")
    yield _none_found(sound.document, sources=(), snapshots=(), gaps=(gap,))


def press_read_as_none(sound: Sound) -> Made:
    """Find no evidence where only newspapers were read."""
    sources = tuple(one.model_copy(update={"tier": "T5", "kind": "news", "secondary": True})
                    for one in sound.document.sources)  # fmt: skip
    yield _none_found(sound.document, sources=sources)


def searched_in_unknown_texts(sound: Sound) -> Made:
    """Record a search in texts that the document does not have."""
    for entry in sound.document.ledger:
        rows = tuple(one.model_copy(update={"texts": ("f" * 64,)}) if one.id == entry.id else one
                     for one in sound.document.ledger)  # fmt: skip
        yield sound.document.model_copy(update={"ledger": rows})


ABSENT: dict[str, Variant] = {
    "recorded": absence_recorded,
    "claimed": absence_claimed,
    "claimed with a quote": absence_claimed_with_a_quote,
    "printed as a label": absence_labelled,
    "an unread text taken for none": unread_as_none,
    "nothing read taken for none": nothing_read_as_none,
    "newspapers taken for none": press_read_as_none,
    "searched in texts that are not there": searched_in_unknown_texts,
}

# -- D12 ------------------------------------------------------------------------------------------------------


def _status(document: Document, **update: Any) -> Document:
    return document.model_copy(update={"status": document.status.model_copy(update=update)})


def made_up(sound: Sound) -> Made:
    """Give a code that no scale has."""
    for code, name in (("mostly-allowed", "Mostly allowed"), ("Allowed-Regulated", "Allowed-Regulated"),
                       ("legal", "Legal")):  # fmt: skip
        yield _status(sound.document, code=code, name=name, special=False)


def of_another_topic(sound: Sound) -> Made:
    """Give a code of another topic's scale."""
    other = (
        "vasp-licensing" if sound.document.brief.topic == "retail-trading-status" else "retail-trading-status"
    )
    for code, name in _SCALES[other]:
        yield _status(sound.document, code=code, name=name, special=False)


def of_another_rule(sound: Sound) -> Made:
    """Give another code of the scale, and leave the reasons as they are."""
    for code, name in _SCALES.get(sound.document.brief.topic, ()):
        if code != sound.document.status.code and sound.document.status.coded:
            yield _status(sound.document, code=code, name=name)


def with_its_rule_renamed(sound: Sound) -> Made:
    """Give another code, and say that its rule is the reason, with the claims of the old one."""
    for code, name in _SCALES.get(sound.document.brief.topic, ()):
        if code != sound.document.status.code and sound.document.status.coded:
            first, *rest = sound.document.status.reasons
            reasons = (first.model_copy(update={"rule": code}), *rest)
            yield _status(sound.document, code=code, name=name, reasons=reasons)


def misnamed(sound: Sound) -> Made:
    """Show a code under the name of another."""
    for code, name in _SCALES.get(sound.document.brief.topic, ()):
        if sound.document.status.coded and code != sound.document.status.code:
            yield _status(sound.document, name=name)


def without_reason(sound: Sound) -> Made:
    """Give a code that rests on nothing."""
    if sound.document.status.coded:
        yield _status(sound.document, reasons=())
        first = sound.document.status.reasons[0]
        yield _status(sound.document, reasons=(Reason(rule=first.rule, text=first.text),))


def from_an_abstention(sound: Sound) -> Made:
    """Turn an abstention into a code."""
    if not sound.document.status.coded:
        for code, name in _SCALES.get(sound.document.brief.topic, ()):
            yield _status(sound.document, code=code, name=name, special=False, abstention=None)


def special_as_scale(sound: Sound) -> Made:
    """Show a special code as if it were one of the scale."""
    if sound.document.status.coded:
        yield _status(sound.document, code="no-evidence", name="No evidence", special=False)
        yield _status(sound.document, special=True)


UNFIT: dict[str, Variant] = {
    "made up": made_up,
    "of another topic": of_another_topic,
    "of another rule": of_another_rule,
    "of another rule that is named": with_its_rule_renamed,
    "under another name": misnamed,
    "without a reason": without_reason,
    "in the place of an abstention": from_an_abstention,
    "special as one of the scale": special_as_scale,
}
