"""How many typed values the second reading bears out, contradicts or cannot tell, over whole folders of law.

`python -m benches.values FOLDER...` extracts all facts of the documents of folders with a manifest and reads
each a second time. `--show` prints what is contradicted: each row must be a fault of the extractor. `--turned` makes
each value false first and counts how many are then contradicted: what the second reading would see of a fault.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from lexatlas.analysts.extractive.facts import extract
from lexatlas.analysts.extractive.own_money import own_money
from lexatlas.checks.second.reading import second_reading
from lexatlas.codebook import load
from lexatlas.core.errors import Unreadable
from lexatlas.core.facts import Fact
from lexatlas.sources.readers import registry
from lexatlas.sources.readers.charset import Given


class Row(NamedTuple):
    """A fact with its own words and those of its unit."""

    path: str
    language: str
    fact: Fact
    own: str
    whole: str


def rows(folder: Path) -> Iterator[Row]:
    """Yield every fact of the documents of a folder; what cannot be read has none."""
    book = load()
    for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        try:
            text, _ = registry.read(Given((folder / row["path"]).read_bytes(), name=row["path"]))
        except Unreadable:
            continue
        own = own_money(book, row.get("jurisdiction", ""))
        for found in extract(text, row["language"], own):
            near = " … ".join(text.text[start:end] for start, end in found.highlight)
            whole = "\n".join(text.text[start:end] for start, end in found.unit.parts)
            yield Row(row["path"], row["language"], found.fact, near, whole)


_OTHER: dict[str, dict[str, Any]] = {
    "comparator": {"at_least": "at_most", "at_most": "at_least", "more_than": "less_than", "less_than": "more_than"},
    "unit": {"day": "month", "working day": "month", "week": "year", "month": "year", "year": "month", "hour": "day"},
    "kind": {"prohibition": "permission", "permission": "requirement", "requirement": "permission"},
    "role": {"in_force": "adopted", "applies_from": "adopted", "adopted": "in_force", "signed": "in_force",
             "published": "repealed", "repealed": "adopted", "ends": "published"},
}  # fmt: skip


def turned(fact: Fact) -> Iterator[tuple[str, Fact]]:
    """Yield what a fact may be falsely read as: one part of it changed at a time."""
    held = fact.model_dump()
    for part, others in _OTHER.items():
        if held.get(part) in others and (part != "unit" or fact.kind == "period"):
            yield part, fact.model_copy(update={part: others[held[part]]})
    for part in ("amount", "value", "n"):
        if isinstance(getattr(fact, part, None), Decimal):
            yield f"{fact.kind} {part}", fact.model_copy(update={part: getattr(fact, part) * 10})
    if "currency" in held:
        yield "currency", fact.model_copy(update={"currency": "JPY" if held["currency"] != "JPY" else "EUR"})
        yield (
            "counted over",
            fact.model_copy(update={"period": "year" if held["period"] == "none" else "day"}),
        )
    if held.get("date"):
        date = str(held["date"])
        yield "date", fact.model_copy(update={"date": f"{int(date[:4]) + 1}{date[4:]}"})


def main() -> int:
    """Print the counts; return what the command leaves with: 1 where something is contradicted."""
    parser = argparse.ArgumentParser(prog="python -m benches.values", description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is contradicted")
    parser.add_argument(
        "--turned", action="store_true", help="make each value false first, and count what is seen"
    )
    given = parser.parse_args()
    known = [row for folder in given.folders for row in rows(folder)]
    return _seen(known) if given.turned else _judged(known, given.show)


def _judged(known: list[Row], show: bool) -> int:
    counted: Counter[tuple[str, str]] = Counter()
    begun = time.perf_counter()
    for row in known:
        for one in second_reading(row.fact, row.own, row.whole, row.language):
            counted[one.what, one.said] += 1
            if show and one.said == "contradicted":
                print(
                    f"{row.path} | {row.fact.kind} | {one.what} | {' | '.join(one.words)} | {row.own[:160]}"
                )
    spent = time.perf_counter() - begun
    print("| part | borne out | contradicted | cannot tell |\n| --- | --- | --- | --- |")
    for what in sorted({what for what, _ in counted}):
        said = (str(counted[what, said]) for said in ("borne out", "contradicted", "cannot tell"))
        print(f"| {what} | {' | '.join(said)} |")
    against = sum(times for (_, said), times in counted.items() if said == "contradicted")
    print(f"{len(known)} facts, {against} contradicted, {1000 * spent / max(1, len(known)):.2f} ms a fact.")
    return int(against > 0)


def _seen(known: list[Row]) -> int:
    made: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for row in known:
        for part, false in turned(row.fact):
            key = (part, row.language.split("-")[0])
            made[key] += 1
            found = second_reading(false, row.own, row.whole, row.language)
            seen[key] += any(one.said == "contradicted" for one in found)
    print("| part made false | seen | of | by language |\n| --- | --- | --- | --- |")
    for part in sorted({part for part, _ in made}):
        by = {
            tongue: f"{seen[part, tongue]}/{made[part, tongue]}"
            for one, tongue in sorted(made)
            if one == part
        }
        whole = sum(times for (one, _), times in made.items() if one == part)
        caught = sum(times for (one, _), times in seen.items() if one == part)
        print(
            f"| {part} | {caught} | {whole} | {' '.join(f'{tongue} {count}' for tongue, count in by.items())} |"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
