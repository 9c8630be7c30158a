"""The units of an article that take something out of a rule of the same article."""

from lexatlas.analysts.extractive.reading import ReadUnit

_BIDS = ("required", "prohibited", "permitted", "exempt")


def exceptions_to(unit: ReadUnit) -> tuple[ReadUnit, ...]:
    """Return the units of the same article that take something out of the rule, nearest first; at most two."""
    if unit.norm is None or unit.norm.force not in _BIDS or unit.unit.article < 0:
        return ()
    found = (other for other in unit.text.of_article(unit.unit.article) if _takes_out(other, unit))
    return tuple(sorted(found, key=lambda other: abs(other.order - unit.order)))[:2]


def _takes_out(other: ReadUnit, unit: ReadUnit) -> bool:
    if other.order == unit.order or other.norm is None:
        return False
    return other.norm.force == "exempt" and _names(other.words, paragraph_label(unit))


def paragraph_label(unit: ReadUnit) -> str:
    """Return the label of the paragraph that a unit stands in, "" when it stands in none."""
    segments, index = unit.text.text.segments, unit.unit.segment
    while index >= 0 and segments[index].kind != "article":
        if segments[index].kind == "paragraph":
            return segments[index].label.strip("().")
        index = segments[index].parent
    return ""


def _names(words: str, label: str) -> bool:
    return bool(label) and any(
        f"{mark}{label}{end}" in words for mark, end in (("(", ")"), ("paragraph ", " "))
    )
