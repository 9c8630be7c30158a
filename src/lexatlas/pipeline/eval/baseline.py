"""What moved between two measurements of the same gold: facts won and lost, codes changed, figures."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lexatlas.core.errors import Unreadable

Found = Mapping[str, Any]
_FIGURES = (
    ("facts", "recall"), ("facts", "precision"), ("facts", "found"), ("facts", "rows"), ("facts", "right"),
    ("facts", "overlapping"), ("status", "right"), ("status", "rows"), ("status", "coverage"),
    ("quotes", "claims"), ("quotes", "support"), ("no_answer", "answered"), ("no_answer", "rows"),
)  # fmt: skip
"""Figures that are compared: their part of the measurement and their name."""


def read_baseline(path: Path) -> Found:
    """Return a former measurement, as `--json` printed it; raises `Unreadable` when the file is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(found, dict) or not {"facts", "status", "no_answer"} <= set(found):
            raise ValueError("it has no facts, status and no_answer")
    except (OSError, ValueError) as error:
        raise Unreadable(f"{path} is no measurement that eval --json printed: {error}.") from error
    return found


def moved(before: Found, today: Found) -> dict[str, Any]:
    """Return figures that differ, gold facts won and lost by id, traps, and statuses and answers that changed.

    A row that only one side measured is under `only_before` or `only_today`, and under nothing else.
    """
    old, new = _facts(before), _facts(today)
    both = [identity for identity in new if identity in old]
    return {
        "same_gold": before.get("gold") == today.get("gold"),
        "figures": list(_figures(before, today)),
        "won": [identity for identity in both if new[identity][0] and not old[identity][0]],
        "lost": [identity for identity in both if old[identity][0] and not new[identity][0]],
        "fallen": [identity for identity in both if new[identity][1] and not old[identity][1]],
        "risen": [identity for identity in both if old[identity][1] and not new[identity][1]],
        "statuses": list(_statuses(before, today)),
        "answered": sorted(_answered(today) - _answered(before)),
        "no_longer_answered": sorted(_answered(before) - _answered(today)),
        "only_before": [identity for identity in old if identity not in new],
        "only_today": [identity for identity in new if identity not in old],
    }


def _facts(found: Found) -> dict[str, tuple[bool, bool]]:
    """Map gold ids to (found, trap fallen for)."""
    return {row["id"]: (row["found"], row["trap"] == "fallen") for row in found["facts"].get("outcomes", ())}


def _figures(before: Found, today: Found) -> Iterator[dict[str, Any]]:
    for part, name in _FIGURES:
        old, new = before.get(part, {}).get(name), today.get(part, {}).get(name)
        if old != new:
            yield {"figure": f"{part} {name}", "before": old, "today": new}


def _statuses(before: Found, today: Found) -> Iterator[dict[str, Any]]:
    old, new = _codes(before), _codes(today)
    for key, (code, right) in new.items():
        if key in old and old[key] != (code, right):
            yield {"asked": " ".join(key), "before": old[key][0], "today": code, "right": right}


def _codes(found: Found) -> dict[tuple[str, str, str], tuple[str, bool]]:
    return {
        (row["jurisdiction"], row["topic"], day["date"]): (day["code"], day["right"])
        for row in found["status"]["answers"]
        for day in (row, *row["borders"])
    }


def _answered(found: Found) -> set[str]:
    return {row["id"] for row in found["no_answer"]["answers"] if row["answered_by"]}
