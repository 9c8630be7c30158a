"""What an address asks of the list of analyses: filters, words, sort and place in the list."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from lexatlas.core.workflow import DRAFT, RECONCILED
from lexatlas.language.terms import fold
from lexatlas.store.queries.analyses import Asked, Sort
from lexatlas.web.asking import Asking

STAGES = (*DRAFT, "In Review", RECONCILED, "Live", "Archived")
CONFIDENCE = ("High", "Medium", "Low", "None")
SORTS: tuple[Sort, ...] = ("changed", "place", "due", "number")
Named = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Wanted:
    """The filters as the form shows them again, each as its words."""

    words: str = ""
    jurisdiction: str = ""
    topic: str = ""
    code: str = ""
    stage: str = ""
    label: str = ""
    assigned: str = ""
    confidence: str = ""
    challenged: bool = False
    late: bool = False


def wanted(query: QueryDict) -> Wanted:
    """Return the filters of an address; what no form of ours sends is left out."""
    text = {name: query.get(name, "").replace("\x00", "").strip() for name in Wanted.__dataclass_fields__}
    return Wanted(
        words=text["words"][:120],
        jurisdiction=text["jurisdiction"][:16],
        topic=text["topic"][:60],
        code=text["code"][:60],
        stage=text["stage"] if text["stage"] in STAGES else "",
        label=text["label"][:60],
        assigned=text["assigned"]
        if text["assigned"] in ("me", "nobody") or _number(text["assigned"])
        else "",
        confidence=text["confidence"] if text["confidence"] in CONFIDENCE else "",
        challenged=text["challenged"] == "yes",
        late=text["late"] == "yes",
    )


def asked(query: QueryDict, filters: Wanted, who: Asking, places: Named, topics: Named) -> Asked:
    """Return the question behind an address; `places` and `topics` are those that words can name."""
    jurisdictions, named_topics, numbers, nothing = _called(filters.words, places, topics)
    sort, down = _sort(query.get("sort", ""), inside=who.inside)
    assigned = {"": None, "me": who.person, "nobody": 0}.get(filters.assigned, _number(filters.assigned))
    return Asked(
        jurisdictions=(filters.jurisdiction,) if filters.jurisdiction else jurisdictions,
        topics=(filters.topic,) if filters.topic else named_topics,
        numbers=numbers,
        code=filters.code,
        stage=filters.stage,
        label=filters.label,
        assigned=assigned,
        confidence=filters.confidence,
        challenged=filters.challenged,
        late=who.today if filters.late else None,
        nothing=nothing,
        sort=sort,
        down=down,
        after=query.get("after", "")[:400],
        before=query.get("before", "")[:400],
    )


def _sort(given: str, *, inside: bool) -> tuple[Sort, bool]:
    """Return the key and the way; readers begin by place, those who work here by what changed last."""
    name = given.removeprefix("-")
    for sort in SORTS if inside else ("place", "number"):
        if sort == name:
            return sort, given.startswith("-")
    return ("changed", True) if inside else ("place", False)


def _called(
    words: str, places: Named, topics: Named
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...], bool]:
    """Return the jurisdictions, topics or number that words name, and whether a word names nothing."""
    if not words:
        return (), (), (), False
    if _number(words.removeprefix("#")):
        return (), (), (_number(words.removeprefix("#")) or 0,), False
    found: tuple[set[str] | None, set[str] | None] = (None, None)
    for word in fold(words).split()[:8]:
        of_place = {code for code, name in places if word in fold(name)}
        of_topic = {topic for topic, name in topics if word in fold(name)}
        if not of_place and not of_topic:
            return (), (), (), True
        found = (_both(found[0], of_place), found[1]) if of_place else (found[0], _both(found[1], of_topic))
    empty = found[0] == set() or found[1] == set()
    return tuple(sorted(found[0] or ())), tuple(sorted(found[1] or ())), (), empty


def _both(known: set[str] | None, new: set[str]) -> set[str]:
    return new if known is None else known & new


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
