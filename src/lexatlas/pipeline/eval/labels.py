"""What a reader's labels say of facts drawn at random: how many are right, with an interval."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from lexatlas.core.errors import InputError

LABELS = ("right", "wrong", "cannot-tell")
_NORMAL = 1.959964
"""The 97.5th percentile of the normal distribution: intervals of 95 %."""
Row = Mapping[str, Any]


def precision(
    rows: Sequence[Row], labels: Sequence[Row], today: frozenset[str] | None = None
) -> dict[str, Any]:
    """Return precision over the labelled rows, by language and kind, and with each language at its weight.

    `rows` are those of the list, `labels` have `id`, `label` and perhaps `note`. What cannot be told counts in
    no share and is counted beside. `today` are the ids that the program reads now: a labelled fact that is not
    among them was changed or is gone. Raises `InputError` for a label or an id that is not known.
    """
    given = _labels(rows, labels)
    judged = [(row, given[row["id"]]) for row in rows if row["id"] in given]
    return {
        **_figures([label for _, label in judged]),
        "rows": len(rows),
        "unlabelled": len(rows) - len(judged),
        "weighted": _weighted(judged),
        "counted": _figures([label for row, label in judged if row.get("counted", True)]),
        "by": {
            name: {key: _figures([label for row, label in judged if row[name] == key])
                   for key in sorted({row[name] for row, _ in judged})}
            for name in ("language", "kind")
        },
        "wrong_ids": [row["id"] for row, label in judged if label == "wrong"],
        "changed": None if today is None else [row["id"] for row, _ in judged if row["id"] not in today],
    }  # fmt: skip


def _labels(rows: Sequence[Row], labels: Sequence[Row]) -> dict[str, str]:
    known = {row["id"] for row in rows}
    found = {}
    for row in labels:
        label, identity = row.get("label"), row.get("id")
        if label not in LABELS:
            raise InputError(f"The label of {identity} is “{label}”; it must be one of {', '.join(LABELS)}.")
        if identity not in known:
            raise InputError(
                f"The labels name {identity}, which is not in the list. Give the list it is from."
            )
        found[str(identity)] = str(label)
    return found


def _figures(labels: Sequence[str]) -> dict[str, Any]:
    counted = {label: labels.count(label) for label in LABELS}
    told = counted["right"] + counted["wrong"]
    share = round(counted["right"] / told, 4) if told else None
    return {"precision": share, "interval": interval(counted["right"], told), **counted}


def interval(part: int, whole: int) -> list[float] | None:
    """Return Wilson's interval of 95 % for a share; None where nothing was counted."""
    if not whole:
        return None
    share, square = part / whole, _NORMAL**2
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    reach = _NORMAL * math.sqrt(share * (1 - share) / whole + square / (4 * whole**2)) / (1 + square / whole)
    return [round(max(0.0, middle - reach), 4), round(min(1.0, middle + reach), 4)]


def _weighted(judged: Sequence[tuple[Row, str]]) -> float | None:
    """Return the precision with each language at the share that it has of all facts.

    None without labels, and for facts drawn over all: there the plain precision is that figure.
    """
    if any("of" not in row for row, _ in judged):
        return None
    parts = {}
    for language in sorted({row["language"] for row, _ in judged}):
        group = [
            (row, label) for row, label in judged if row["language"] == language and label != "cannot-tell"
        ]
        if group:
            parts[language] = (
                group[0][0]["of"],
                sum(label == "right" for _, label in group) / len(group),
            )
    whole = sum(size for size, _ in parts.values())
    return round(sum(size * share for size, share in parts.values()) / whole, 4) if whole else None
