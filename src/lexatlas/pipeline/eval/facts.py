"""Measures extracted facts against gold rows: recall, precision and traps, by kind, language and document."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from lexatlas.core.evidence import Span, Unit
from lexatlas.core.facts import Fact
from lexatlas.pipeline.eval.values import WORDED, same_value, trapped

_FEWEST = 15
_COVERED, _LONGEST = 0.6, 3
_FLAT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "\u2010": "-", "\u2011": "-"})


class Extracted(Protocol):
    """A fact with its unit and the places of its own words in the document's text."""

    @property
    def fact(self) -> Fact:
        """The typed fact."""
        ...

    @property
    def unit(self) -> Unit:
        """The whole unit that it stands in."""
        ...

    @property
    def highlight(self) -> tuple[Span, ...]:
        """The places of its own words."""
        ...


@dataclass(frozen=True)
class DocumentFacts:
    """The canonical text of a document and the facts counted for it; `beyond` are those that the budget cuts off.

    `parts` are stretches of the text with their part; `by_question` the best facts for each topic, by index.
    """

    text: str
    facts: Sequence[Extracted]
    beyond: Sequence[Extracted] = ()
    language: str = ""
    parts: Sequence[tuple[int, int, str]] = ()
    by_question: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def part_at(self, place: Span) -> str:
        """Return the part of the text that a place begins in; "" where the structure is not known."""
        around = [row for row in self.parts if row[0] <= place.start < row[1]]
        return min(around, key=lambda row: row[1] - row[0])[2] if around else ""


@dataclass(frozen=True)
class _Row:
    """A gold row with the places of its words."""

    data: Mapping[str, Any]
    places: tuple[Span, ...]


@dataclass(frozen=True)
class _Judged:
    """What came of one gold row: found or not, the facts that overlap it and those of them that are wrong."""

    row: _Row
    found: bool
    touching: tuple[int, ...]
    right: tuple[int, ...]
    fallen: bool


def places(exact: str, text: str) -> tuple[Span, ...]:
    """Return each place of `exact` in `text`, white space and the form of quotation marks left aside."""
    kept = [index for index, sign in enumerate(text) if not sign.isspace()]
    flat = "".join(text[index] for index in kept).translate(_FLAT)
    wanted = "".join(exact.split()).translate(_FLAT)
    found, at = [], flat.find(wanted) if wanted else -1
    while at >= 0:
        found.append(Span(kept[at], kept[at + len(wanted) - 1] + 1))
        at = flat.find(wanted, at + 1)
    return tuple(found)


def _words(fact: Extracted) -> tuple[Span, ...]:
    """The words a fact is judged by: its whole unit for rules, its own words for values."""
    return fact.unit.parts if fact.fact.kind in WORDED else (fact.highlight or fact.unit.parts)


def _shared(first: Sequence[Span], second: Sequence[Span], text: str) -> int:
    return sum(
        _letters(text, max(a.start, b.start), min(a.end, b.end)) for a in first for b in second
    )  # fmt: skip


def _letters(text: str, start: int, end: int) -> int:
    return sum(not sign.isspace() for sign in text[start:end]) if start < end else 0


def _matches(row: _Row, fact: Extracted, text: str) -> bool:
    if fact.fact.kind not in WORDED:
        return same_value(row.data, fact.fact)
    spans = _words(fact)
    length = sum(_letters(text, *span) for span in spans)
    for place in row.places:
        gold = _letters(text, *place)
        if _shared(spans, (place,), text) >= _COVERED * gold and length <= _LONGEST * gold:
            return True
    return False


def _of_kind(row: Mapping[str, Any], fact: Fact) -> bool:
    # The gold has no date role for the end of a transition: there it is a period (gold/README, 5).
    kind = "period" if fact.kind == "date" and fact.role == "ends" else fact.kind
    return bool(kind == row["kind"])


def _judge(row: _Row, document: DocumentFacts) -> _Judged:
    touching = tuple(
        index for index, fact in enumerate(document.facts)
        if _of_kind(row.data, fact.fact) and _shared(_words(fact), row.places, document.text)
    )  # fmt: skip
    right = tuple(index for index in touching if _matches(row, document.facts[index], document.text))
    fallen = bool(row.data.get("trap")) and any(
        trapped(row.data, document.facts[index].fact) for index in touching
    )
    return _Judged(row, bool(right), touching, right, fallen)


def measure(
    rows: Iterable[Mapping[str, Any]],
    documents: Mapping[str, DocumentFacts],
    *,
    topics: Iterable[str] = (),
    languages: Iterable[str] = (),
    twins: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return recall, precision and traps of `documents` over gold `rows`, as JSON data.

    `rows` are gold facts (`id`, `doc`, `kind`, `value`, `exact`, …), kept to `topics` and `languages` where
    these are given. `documents` maps a row's `doc` to its text and facts; a row without its document is left
    out and listed under `unread`. `twins` maps a document to the one that counts in its place; rows that a
    twin repeats count once. Rates are fractions of one, None where nothing is counted. The first figures
    are over languages with at least 15 gold facts; `by.language` has the others too.
    """
    wanted, chosen = frozenset(topics), frozenset(languages)
    everything = list(rows)
    kept = _once([row for row in everything if (not wanted or row["topic"] in wanted)
                  and (not chosen or row["language"] in chosen)], twins or {})  # fmt: skip
    judged = [
        _judge(_Row(row, places(row["exact"], documents[row["doc"]].text)), documents[row["doc"]])
        for row in kept if row["doc"] in documents
    ]  # fmt: skip
    few = _few(everything)
    gated = [one for one in judged if one.row.data["language"] not in few]
    return {
        **_figures(gated, documents),
        "by": {name: _by(judged, told, documents, few) for name, told in _PARTED.items()},
        "at_ten": _at_ten(gated, documents),
        "outcomes": [_outcome(one, documents[one.row.data["doc"]]) for one in judged],
        "missed": [one.row.data["id"] for one in judged if not one.found],
        "misses": [_miss(one, documents[one.row.data["doc"]]) for one in judged if not one.found],
        "fallen": [one.row.data["id"] for one in judged if one.fallen],
        "unlocated": [one.row.data["id"] for one in judged if not one.row.places],
        "unread": [row["id"] for row in kept if row["doc"] not in documents],
        "wrong": _wrong(judged, documents),
    }  # fmt: skip


def _at_ten(judged: Sequence[_Judged], documents: Mapping[str, DocumentFacts]) -> dict[str, Any]:
    """Return recall where only the best facts for each topic and document count; None where nothing was ranked."""
    ranked = [one for one in judged if one.row.data["topic"] in documents[one.row.data["doc"]].by_question]
    found = sum(
        bool(set(one.right) & documents[one.row.data["doc"]].by_question[one.row.data["topic"]])
        for one in ranked
    )
    return {"recall": round(found / len(ranked), 4) if ranked else None, "found": found, "rows": len(ranked)}


def _outcome(one: _Judged, document: DocumentFacts) -> dict[str, Any]:
    """Return what became of a gold row: found or not, why not, what else stands there, and its trap."""
    row = one.row.data
    told = {
        name: row.get(name, "")
        for name in ("id", "doc", "locator", "kind", "language", "topic", "jurisdiction")
    }
    wrong = [index for index in one.touching if index not in one.right]
    return {
        **told,
        "part": _part(one, document),
        "found": one.found,
        "reason": "" if one.found else _miss(one, document)["reason"],
        "wrong": [document.facts[index].fact.model_dump(mode="json") for index in wrong],
        "trap": ("fallen" if one.fallen else "avoided") if row.get("trap") else "",
    }


def _part(one: _Judged, document: DocumentFacts) -> str:
    return document.part_at(one.row.places[0]) if one.row.places else "not located"


def _miss(one: _Judged, document: DocumentFacts) -> dict[str, Any]:
    """Return the gold row with the first class of reasons that fits it."""
    row = one.row
    there = [fact for fact in document.facts if _shared(_words(fact), row.places, document.text)]
    later = [fact for fact in document.beyond if _of_kind(row.data, fact.fact)]
    if not row.places:
        reason = "the words are not in the text as read"
    elif one.touching:
        reason = "read with other words" if row.data["kind"] in WORDED else "read with another value"
    elif any(_shared(_words(fact), row.places, document.text) for fact in later):
        reason = "read, and cut off by the budget of facts"
    elif there:
        reason = f"read as {', '.join(sorted({fact.fact.kind for fact in there}))} only"
    else:
        reason = "nothing read there"
    return {**_named(row.data), "reason": reason}


def _named(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what names a gold row, its words left out."""
    given = {name: row.get(name, "") for name in ("id", "doc", "locator", "language", "topic", "kind")}
    return {**given, "gold": "" if row["kind"] in WORDED else row["value"]}


def _once(rows: list[Mapping[str, Any]], twins: Mapping[str, str]) -> list[Mapping[str, Any]]:
    seen: dict[tuple[str, str, str], Mapping[str, Any]] = {}
    for row in rows:
        doc = str(row["doc"])
        seen.setdefault((twins.get(doc, doc), str(row["kind"]), "".join(str(row["exact"]).split())), row)
    return list(seen.values())


def _few(rows: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    counted: dict[str, int] = {}
    for row in rows:
        counted[row["language"]] = counted.get(row["language"], 0) + 1
    return frozenset(language for language, number in counted.items() if number < _FEWEST)


def _sides(judged: Sequence[_Judged]) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    """Return the facts that overlap a row of their kind, and those of them that match one; each fact once."""
    touching = {(one.row.data["doc"], index) for one in judged for index in one.touching}
    right = {(one.row.data["doc"], index) for one in judged for index in one.right}
    return touching, right


def _figures(judged: Sequence[_Judged], documents: Mapping[str, DocumentFacts]) -> dict[str, Any]:
    touching, right = _sides(judged)
    traps = [one for one in judged if one.row.data.get("trap")]
    found = sum(one.found for one in judged)
    return {
        "recall": round(found / len(judged), 4) if judged else None,
        "precision": round(len(right) / len(touching), 4) if touching else None,
        "found": found, "rows": len(judged), "right": len(right), "overlapping": len(touching),
        "extracted": sum(len(documents[doc].facts) for doc in {one.row.data["doc"] for one in judged}),
        "traps": {"rows": len(traps), "fallen": sum(one.fallen for one in traps)},
    }  # fmt: skip


_PARTED: dict[str, Callable[[_Judged, Mapping[str, DocumentFacts]], str]] = {
    "kind": lambda one, _: str(one.row.data["kind"]),
    "language": lambda one, _: str(one.row.data["language"]),
    "document": lambda one, _: str(one.row.data["doc"]),
    "topic": lambda one, _: str(one.row.data["topic"]),
    "jurisdiction": lambda one, _: str(one.row.data.get("jurisdiction", "")),
    "part": lambda one, documents: _part(one, documents[one.row.data["doc"]]) or "not known",
}
"""By what the gold rows are parted, and how."""


def _by(
    judged: Sequence[_Judged],
    told: Callable[..., str],
    documents: Mapping[str, DocumentFacts],
    few: frozenset[str],
) -> dict[str, Any]:
    parted: dict[str, list[_Judged]] = {}
    for one in judged:
        parted.setdefault(told(one, documents), []).append(one)
    figures = {name: _figures(group, documents) for name, group in sorted(parted.items())}
    if told is _PARTED["language"]:
        for name, held in figures.items():
            held["gated"] = name not in few
    return figures


def _wrong(judged: Sequence[_Judged], documents: Mapping[str, DocumentFacts]) -> list[dict[str, Any]]:
    touching, right = _sides(judged)
    listed = []
    for one in judged:
        doc = one.row.data["doc"]
        for index in one.touching:
            if (doc, index) in touching - right:
                fact = documents[doc].facts[index]
                words = " … ".join(documents[doc].text[span.start : span.end] for span in _words(fact))
                listed.append(
                    {
                        **_named(one.row.data),
                        "kind": fact.fact.kind,
                        "ours_at": fact.unit.locator,
                        "words": " ".join(words.split())[:400],
                        "fact": fact.fact.model_dump(mode="json"),
                    }
                )
    return listed
