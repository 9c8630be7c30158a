"""The page of accuracy: the figures of `eval` with their denominators, every miss and error by its gold id."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from lexatlas.core.facts import Fact
from lexatlas.pipeline.eval.values import WORDED

Found = Mapping[str, Any]
_FACT: TypeAdapter[Fact] = TypeAdapter(Fact)
_LONGEST = 70
_HEAD = (
    "# Accuracy",
    "",
    "This page is made by a command; do not edit it. `lexatlas verify` shows that quotes are exact; this page shows",
    "how often the analyst by rule finds what people found in the same texts, and how often it reads it wrongly.",
)
NOTES = (
    "Development figures. Whoever wrote the rules had seen this gold. On documents that nobody here has seen, expect "
    "less. The gold and the laws are not in this repository: rows stand here by id, place and value only.",
    "Recall: gold facts that were found, of all gold facts. Precision: facts that are right, of those that overlap a "
    "gold fact of their kind; what lies elsewhere is counted as read and not judged.",
    "A value is right when it is the gold's to the unit; a rule when most of its words are quoted and little more. Of "
    "a document only its best facts count, a few for each thousand characters. "
    "Recall at the ten best: only the ten "
    "facts that come first for a question of the topic count, by the words of the question that stand beside them.",
    "A trap is a gold row beside which a wrong value lies near, such as an amount that invites a period.",
    "Languages with fewer than 15 gold facts are shown and are left out of the first line.",
    "A status row counts as right when the code is the gold's, or one that the gold also accepts; where the gold finds "
    "no evidence, any answer without a code is right. Where the gold has a code, none is a miss.",
    "A confidence is no number. For the Brier score it is read as one that was written down before anything was "
    "measured: High 0.95, Medium 0.85, Low 0.65. A table of fewer than 200 answers says little.",
)


def accuracy_page(found: Found, command: str) -> str:
    """Return the page in Markdown for what `evaluate` found; `command` is what the page says it was made by.

    No words of the documents stand on it: gold ids, places, and values.
    """
    parts = (_head(found, command), _how(), _facts(found["facts"]), _misses(found["facts"]), _wrong(found["facts"]),
             _statuses(found["status"]), _sure(found), _unanswerable(found["no_answer"]), _left(found))  # fmt: skip
    return "\n".join(line for part in parts for line in part) + "\n"


def headline(found: Found) -> list[str]:
    """Return the sentences with which the page begins; they change when a figure does."""
    facts, status, none, quotes = found["facts"], found["status"], found["no_answer"], found["quotes"]
    scale, ten = status["on_scale"], facts["at_ten"]
    return [
        f"- Facts: recall {_share(facts['recall'], facts['found'], facts['rows'])}, "
        f"precision {_share(facts['precision'], facts['right'], facts['overlapping'])}.",
        f"- Recall at the ten best facts for each question: {_share(ten['recall'], ten['found'], ten['rows'])}.",
        f"- Traps fallen for: {facts['traps']['fallen']} of {facts['traps']['rows']}.",
        f"- Statuses: {status['right']} of {status['rows']} right; of those with a code on the scale in the gold, "
        f"{scale['coded']} of {scale['rows']} coded, {scale['wrong']} wrong.",
        f"- On all days that the gold names: {status['dates']['right']} of {status['dates']['asked']} right.",
        f"- Claims that match their source: {_share(quotes['support'], quotes['verified'], quotes['claims'])}.",
        f"- Questions without an answer: {none['answered']} of {none['rows']} answered all the same.",
    ]


def _head(found: Found, command: str) -> Iterator[str]:
    yield from _HEAD
    gold, book = found["gold"], found["codebook"]
    rows = gold["rows"]
    topics = "all topics" if found["topics"] == "all" else "the topics " + ", ".join(found["topics"])
    yield ""
    yield f"Command: `{command}`"
    yield ""
    yield (
        f"Gold rows: facts {rows['facts']}, statuses {rows['status']}, "
        f"questions without an answer {rows['no_answer']}; SHA-256 `{gold['sha256'][:16]}…`. Of these, {topics}."
    )
    yield ""
    yield f"Codebook: edition {book['edition']}, `{book['sha256'][:16]}…`."
    yield ""
    yield from headline(found)
    yield ""


def _how() -> Iterator[str]:
    yield "## How to read it"
    yield ""
    yield from (f"- {note}" for note in NOTES)
    yield ""


def _facts(facts: Found) -> Iterator[str]:
    yield "## Facts"
    for name in ("language", "topic", "kind", "jurisdiction", "part", "document"):
        yield ""
        yield from _table(
            (name.capitalize(), "Recall", "Precision", "Traps fallen for"),
            [(key + _few(figures), *_rates(figures)) for key, figures in facts["by"][name].items()],
        )
    yield ""


def _few(figures: Found) -> str:
    return "" if figures.get("gated", True) else " (too few to count)"


def _rates(figures: Found) -> tuple[str, str, str]:
    return (
        _share(figures["recall"], figures["found"], figures["rows"]),
        _share(figures["precision"], figures["right"], figures["overlapping"]),
        f"{figures['traps']['fallen']} of {figures['traps']['rows']}" if figures["traps"]["rows"] else "–",
    )


def misses(facts: Found) -> list[tuple[str, ...]]:
    """Return gold id, document, place, kind, value and reason of every gold fact that was missed."""
    return [
        (row["id"], row["doc"], row["locator"], row["kind"], _gold_value(row), row["reason"])
        for row in facts["misses"]
    ]


def _misses(facts: Found) -> Iterator[str]:
    heads = ("Gold", "Document", "Place", "Kind", "Value", "What became of it")
    yield from _listed("Gold facts that were missed", heads, misses(facts))


def wrong_facts(facts: Found) -> list[tuple[str, ...]]:
    """Return gold id, document, place, kind, gold's value and ours for every fact of ours that is wrong."""
    return [
        (row["id"], row["doc"], row["locator"], row["kind"], _gold_value(row), _our_value(row))
        for row in facts["wrong"]
    ]


def _wrong(facts: Found) -> Iterator[str]:
    heads = ("Gold", "Document", "Place", "Kind", "Gold's value", "Ours")
    yield from _listed("Facts of ours that are wrong", heads, wrong_facts(facts))


def _listed(title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    yield f"## {title} ({len(rows)})"
    yield ""
    yield from _table(heads, rows)
    yield ""


def _gold_value(row: Found) -> str:
    """Return a gold value in a line; a rule is named by its place alone, for its words are the law's."""
    value = row["gold"]
    if row["kind"] in WORDED:
        return "a rule"
    if not isinstance(value, Mapping):
        return _short(str(value))
    told = [str(part) for name, part in value.items() if name != "comparator" and part not in (None, "none")]
    return _short(" ".join(told))


def _our_value(row: Found) -> str:
    fact = _FACT.validate_python(row["fact"])
    if fact.kind in WORDED:
        return f"other words at {row['ours_at'] or 'the same place'}"
    skipped = {
        "kind",
        "basis",
        "precision",
        "computed",
        "start",
        "scope",
        "rule",
        "comparator",
        "period_words",
    }
    held = fact.model_dump(mode="json", exclude=skipped, exclude_none=True)
    return _short(" ".join(str(part) for part in held.values() if part not in ("", "none")))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


def _statuses(status: Found) -> Iterator[str]:
    yield f"## Statuses ({status['right']} of {status['rows']} right)"
    yield ""
    rows = []
    for row in status["answers"]:
        asked = {"date": row["date"], "gold": row["gold"], "code": row["code"], "right": row["right"]}
        for each in (asked, *row["borders"]):
            mark = "right" if each["right"] else "**wrong**"
            rows.append((row["jurisdiction"], row["topic"], each["date"], each["gold"], each["code"], mark))
    yield from _table(("Place", "Topic", "As of", "Gold", "Ours", ""), rows)
    yield ""


def _sure(found: Found) -> Iterator[str]:
    """Tell how sure answers were and how often they were right, and what was given for what."""
    held = found["status"]["reliability"]
    few = "" if held["enough"] else f" (too few to count: {held['rows']} answers, under 200)"
    yield f"## Confidence{few}"
    yield ""
    levels = [(row["level"], f"{row['said']:.2f}", _of(row["right"], row["n"])) for row in held["levels"]]
    yield from _table(("Confidence", "Says", "Right"), levels)
    yield ""
    yield (
        f"Brier score {_score(held['brier'])}; "
        f"saying the share of right answers every time gets {_score(held['base'])}."
    )
    yield ""
    trade = found["status"]["coverage_and_accuracy"]
    yield from _table(
        ("From confidence", "Answered", "Right of these"),
        [(row["from"], _of(row["coded"], row["of"]), _of(row["right"], row["coded"])) for row in trade],
    )
    yield ""
    mixed = [(topic, gold, code, str(count)) for topic, rows in found["status"]["confusion"].items()
             for gold, ours in rows.items() for code, count in ours.items() if code != gold]  # fmt: skip
    yield "Answers that are not the gold's own code, days counted:"
    yield ""
    yield from _table(("Topic", "Gold", "Ours", "Days"), mixed)
    yield ""


def _of(part: int, whole: int) -> str:
    return _share(part / whole if whole else None, part, whole)


def _score(score: float | None) -> str:
    return "not known" if score is None else f"{score:.3f}"


def _left(found: Found) -> Iterator[str]:
    left = found["left_out"]
    yield ""
    yield "## Left out"
    yield ""
    lines = [*left["lines"], *(f"There is no document {name}." for name in left["absent"]),
             *(f"{row['file']}, {row['row']}: {row['reason']}" for row in left["not_asked"])]  # fmt: skip
    yield from (f"- {line}" for line in lines or ["Nothing."])


def _unanswerable(none: Found) -> Iterator[str]:
    yield f"## Questions without an answer ({none['answered']} of {none['rows']} answered)"
    yield ""
    rows = [(row["id"], row["topic"], answered(row["answered_by"])) for row in none["answers"]]
    yield from _table(("Gold", "Topic", "Ours"), rows)


def answered(claims: Sequence[str]) -> str:
    """Say whether a question was answered, and by which claims."""
    return f"**answered** by {', '.join(claims)}" if claims else "left without an answer"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table, or a sentence where it would be empty."""
    listed = list(rows)
    if not listed:
        yield "None."
        return
    yield _line(head)
    yield _line(["---"] * len(head))
    yield from map(_line, listed)


def _line(cells: Sequence[str]) -> str:
    plain = (" ".join(str(cell).split()).replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(plain)} |"


def _share(rate: float | None, part: int, whole: int) -> str:
    return f"{rate:.3f} ({part} of {whole})" if rate is not None else "not known (0 of 0)"
