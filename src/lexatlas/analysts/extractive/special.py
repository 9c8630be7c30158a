"""Why there is no code: which special code says so, what was found, what is missing, where to look."""

from collections.abc import Sequence

from lexatlas.analysts.extractive.coding import lacking, told
from lexatlas.analysts.extractive.known_families import ASSET, OTHER_ASSETS, PROVIDER
from lexatlas.analysts.extractive.maturity import of_silence, official, pending
from lexatlas.analysts.extractive.reading import Reading, ReadText, ReadUnit
from lexatlas.analysts.extractive.signals import Met
from lexatlas.codebook.topic import Topic
from lexatlas.core.document import Abstention, Status
from lexatlas.core.evidence import STATUS_PARTS

_SPECIAL = {
    "unresearched": ("Unresearched", "No official text was given, so nothing was researched"),
    "undetermined": (
        "Undetermined",
        "Official text was read, and the rules of the codebook do not settle it",
    ),
    "no-evidence": ("No evidence", "Official text was read, and none of it speaks of the matter"),
    "not-applicable": ("Not applicable", "The codebook's fixed list leaves this place out"),
}
_DRAFT = "Official text was read; the topic is a draft, and no code is published from a draft"
MOST_FOUND, MOST_MISSING = 4, 5
"""Lines told of what was found, and of what is missing, where no code is given."""
_MATTER = frozenset((ASSET, PROVIDER, *OTHER_ASSETS))
_LOOK = ("The official gazette and the statute book of the place", "The public register of its supervisor")


def without_code(topic: Topic, met: Met, reading: Reading) -> Status:
    """Return the status where no rule fits: an abstention, or the finding that no official text speaks of it."""
    name = _which(topic, reading)
    shown, note = _SPECIAL[name]
    if name == "undetermined" and topic.state == "draft":
        note = _DRAFT
    return Status(
        code=name,
        name=shown,
        special=True,
        note=note,
        maturity=of_silence(reading) if name == "undetermined" else "not-shown",
        abstention=abstention(topic, met, reading),
    )


def not_applicable(reason: str) -> Status:
    """Return the status that the fixed list gives, never research: its reason is all that is told."""
    shown, note = _SPECIAL["not-applicable"]
    found = Abstention(found=(reason,), missing=(), look=())
    return Status(code="not-applicable", name=shown, special=True, note=note, abstention=found)


def abstention(topic: Topic, met: Met, reading: Reading) -> Abstention:
    """Return what was found and what the nearest rules still ask for; what waits is found, too."""
    held = [
        row.definition
        for row in topic.signals
        if row.when == "in-force" and any(_of_the_matter(unit, reading) for unit in met.get(row.id, ()))
    ]
    waiting = [
        f"Not yet in force: {text.source.title}" + (f", from {since}" if since else "")
        for text, since in pending(reading)
    ]
    titles = [f"Read: {text.source.title}" for text in official(reading)]
    missing = [told(topic, name) for name in lacking(topic, met)]
    if not titles:
        missing = ["An official text of the place, or a statement of its regulator"]
    return Abstention(
        found=tuple([*held[:MOST_FOUND], *waiting] or titles[:3]),
        missing=tuple([*dict.fromkeys(missing)][:MOST_MISSING] + _unread(reading)),
        look=_LOOK,
    )


def _of_the_matter(unit: ReadUnit, reading: Reading) -> bool:
    """Whether a rule is of the asset or of who deals in it: what binds others beside them was not found for them."""
    named = unit.families | unit.about | unit.actor_families
    return bool(named & _MATTER) or ASSET in reading.reached(unit)


def _which(topic: Topic, reading: Reading) -> str:
    texts = official(reading)
    if not texts:
        return "unresearched"
    unspoken = all(silent(topic, text) for text in texts)
    # What could not be read may speak of the matter: a failure to read is no finding.
    return "no-evidence" if unspoken and not reading.unread else "undetermined"


def silent(topic: Topic, text: ReadText) -> bool:
    """Whether a text was read whole, in a language that we have words of the matter for, and holds none of them.

    Recitals, schedules and notes count as well: whatever speaks of the matter anywhere is no silence.
    """
    if _unread_of(text) or not all(_has_words(topic, name, text) for group in topic.matter for name in group):
        return False
    return not any(_speaks(group, text) for group in topic.matter)


def _has_words(topic: Topic, name: str, text: ReadText) -> bool:
    family = topic.cues.get(name)
    return family is not None and bool(family.phrases(text.snapshot.language))


def _speaks(group: Sequence[str], text: ReadText) -> bool:
    """Whether a sentence holds a group: a single family in any but a heading, several where a rule may stand."""
    wanted = frozenset(group)
    units = (unit for unit in text.units if wanted <= unit.families)
    return any(unit.part != "heading" if len(wanted) == 1 else unit.part in STATUS_PARTS for unit in units)


def _unread(reading: Reading) -> list[str]:
    """Return a line for each official text of which something could not be read, and for what was not read at all."""
    parts = [
        f"What could not be read of {text.source.title}" for text in official(reading) if _unread_of(text)
    ]
    return [*parts, *(f"What stands in {name}, which could not be read" for name in reading.unread)]


def _unread_of(text: ReadText) -> bool:
    return bool(text.text.gaps)
