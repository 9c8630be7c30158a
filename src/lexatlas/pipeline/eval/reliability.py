"""How often a code is right at each level of confidence, at what coverage, and which codes are mixed up."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lexatlas.core.claims import VERDICT_NAMES
from lexatlas.pipeline.eval.status import NO_CODE

LEVELS = ("High", "Medium", "Low", "None")
CHANCE = {"High": 0.95, "Medium": 0.85, "Low": 0.65}
"""How sure a level says that it is: written down before anything was measured, for a level is no number itself."""
ENOUGH = 200
"""Answers from which on a table of reliability says something."""
Row = Mapping[str, Any]


def days(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return every day that was asked about as a row of its own: the row's day and the borders of its stretches."""
    found = []
    for row in rows:
        named = {"jurisdiction": row["jurisdiction"], "topic": row["topic"]}
        found.append({**named, **{name: row[name] for name in ("date", "gold", "code", "right", "level")}})
        found += [{**named, **border} for border in row["borders"]]
    return found


def reliability(rows: Sequence[Row]) -> dict[str, Any]:
    """Return right of n by level and the Brier score, over all days with a code; a code alone has a confidence.

    Brier score: the mean of (chance said - 1 if right else 0) squared; 0 is perfect, and `base` is what saying
    the share of right answers every time would get. None where no code was given.
    """
    coded = [row for row in rows if row["level"] in CHANCE]
    right = sum(row["right"] for row in coded)
    share = right / len(coded) if coded else 0.0
    brier = [(CHANCE[row["level"]] - row["right"]) ** 2 for row in coded]
    base = [(share - row["right"]) ** 2 for row in coded]
    return {
        "rows": len(coded),
        "enough": len(coded) >= ENOUGH,
        "brier": round(sum(brier) / len(brier), 4) if brier else None,
        "base": round(sum(base) / len(base), 4) if base else None,
        "levels": [_level(level, [row["right"] for row in coded if row["level"] == level]) for level in CHANCE],
    }  # fmt: skip


def _level(level: str, right: Sequence[bool]) -> dict[str, Any]:
    return {"level": level, "said": CHANCE[level], "right": sum(right), "n": len(right)}


def coverage_and_accuracy(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return, for each level and those above it: days coded, and right of them; last all answers, codes or not."""
    found: list[dict[str, Any]] = []
    for number in range(1, len(LEVELS)):
        kept = [row for row in rows if row["level"] in LEVELS[:number]]
        found.append({"from": LEVELS[number - 1], "coded": len(kept), "of": len(rows),
                      "right": sum(row["right"] for row in kept)})  # fmt: skip
    answered = [row for row in rows if row["code"] not in NO_CODE or row["code"] == "no-evidence"]
    found.append({"from": "any answer", "coded": len(answered), "of": len(rows),
                  "right": sum(row["right"] for row in answered)})  # fmt: skip
    return found


def confusion(rows: Sequence[Row]) -> dict[str, dict[str, dict[str, int]]]:
    """Return by topic how often each code of the gold got each code of ours."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for row in rows:
        ours = found.setdefault(row["topic"], {}).setdefault(row["gold"], {})
        ours[row["code"]] = ours.get(row["code"], 0) + 1
    return {topic: dict(sorted(held.items())) for topic, held in sorted(found.items())}


def quotes(rows: Sequence[Row]) -> dict[str, Any]:
    """Return how many claims of the analyses match their sources, by verdict, and by topic and place."""
    return {
        **_support(rows),
        "by": {name: {key: _support([row for row in rows if row[name] == key])
                      for key in sorted({row[name] for row in rows})}
               for name in ("topic", "jurisdiction")},
    }  # fmt: skip


def _support(rows: Sequence[Row]) -> dict[str, Any]:
    counted: dict[str, int] = {
        str(code): sum(row["verdicts"].get(code, 0) for row in rows) for code in VERDICT_NAMES
    }
    claims = sum(counted.values())
    return {
        "claims": claims,
        "support": round(counted["verified"] / claims, 4) if claims else None,
        **counted,
    }
