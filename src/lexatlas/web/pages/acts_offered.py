"""Which acts a version allows whoever reads it: by role, by stage, and by what has become of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lexatlas.core.workflow import Act, refused
from lexatlas.desk.standing import Standing
from lexatlas.store.queries.analysis import AnalysisFacts, VersionFacts
from lexatlas.web.asking import Asking


@dataclass(frozen=True)
class Offered:
    """An act: what its button says, the name in its address, and whether a form has to be filled in first."""

    name: str
    words: str
    act: Act
    asks: bool = False
    does: str = ""


_MOVES = (
    Offered("submit", "Submit for review", "submit", does="Hands this version over to reviewers."),
    Offered(
        "publish", "Publish", "publish", does="Makes this version the Live one; the one before is archived."
    ),
    Offered("restore", "Restore", "restore", asks=True, does="Brings this version back into review."),
    Offered(
        "archive",
        "Archive",
        "archive",
        asks=True,
        does="Takes this version out of work, and out of readers’ sight.",
    ),
)
_CORRECT = Offered(
    "correct",
    "Mark as found wrong",
    "correct",
    asks=True,
    does="Puts a dated banner on the page; the page stays.",
)
_LOOK = Offered(
    "look-again",
    "Look again",
    "look again",
    asks=True,
    does="Records that somebody looked and found nothing new; the text stays as it is.",
)
_ASSIGN = Offered(
    "assign",
    "Assign",
    "assign",
    asks=True,
    does="Gives the analysis to a person, with a due date and a reason.",
)
_LABEL = Offered(
    "label", "Label", "label", asks=True, does="Puts a word on the analysis by which it is found again."
)
_RETIRE = Offered(
    "retire",
    "Retire",
    "retire",
    asks=True,
    does="Closes the question: no new version is taken, the page says so.",
)
_RESUME = Offered("resume", "Resume", "retire", does="Opens a retired question again.")
_HOLD = Offered(
    "hold",
    "Put under legal hold",
    "retention",
    asks=True,
    does="Keeps every archived copy behind this analysis from being deleted, whatever the setting says.",
)
_RELEASE = Offered(
    "release",
    "End the legal hold",
    "retention",
    asks=True,
    does="Lets the setting on retention count again for what stands behind this analysis.",
)
ALL = (*_MOVES, _CORRECT, _LOOK, _ASSIGN, _LABEL, _RETIRE, _RESUME, _HOLD, _RELEASE)


def offered(
    who: Asking, facts: AnalysisFacts, version: VersionFacts, standing: Standing
) -> tuple[Offered, ...]:
    """Return the acts in the order of a day's work; the desk judges each again when it is done."""
    return tuple(each for each in _fitting(facts, version, standing) if who.may(each.act))


def _fitting(facts: AnalysisFacts, version: VersionFacts, standing: Standing) -> Iterator[Offered]:
    retired = facts.retired_at is not None
    for each in _MOVES:
        newest = each.name != "submit" or facts.latest == version.number
        alone = each.name == "publish" and standing.stage == "In Review" and not standing.challenged
        if not retired and newest and (alone or not refused(each.act, standing.stage, version.number)):
            yield each
    if version.number == facts.live and version.corrected_at is None:
        yield _CORRECT
    if not retired and version.number in (facts.live, facts.latest) and standing.stage != "Archived":
        yield _LOOK
    yield from (_RESUME,) if retired else (_ASSIGN, _LABEL, _RETIRE)
    yield _RELEASE if facts.legal_hold else _HOLD
