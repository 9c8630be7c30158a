"""Finds what an act is about and keeps others from it until the act's transaction ends."""

from collections.abc import Sequence

from lexatlas.desk.outcome import Refused
from lexatlas.store.models import Analysis, Version

BIGGEST = 2**31 - 1


def locked_analysis(number: int) -> Analysis | Refused:
    """Return an analysis, locked; refused when there is none."""
    row = Analysis.objects.select_for_update().filter(id=number).first() if holds(number) else None
    return row or Refused(f"There is no analysis {number}. Look for it in the list of analyses.")


def locked_version(analysis: int, number: int) -> Version | Refused:
    """Return a version of an analysis that is locked as a whole; refused when there is none."""
    found = locked_analysis(analysis)
    if isinstance(found, Refused):
        return found
    rows = Version.objects.select_related("analysis").filter(analysis=found, number=number)
    row = rows.first() if holds(number) else None
    return row or Refused(
        f"Analysis {analysis} has no version {number}. Its history lists those that it has."
    )


def locked_analyses(numbers: Sequence[int]) -> list[Analysis] | Refused:
    """Return several analyses, locked in the order of their numbers; refused when one of them is not there."""
    wanted = sorted(set(numbers))
    known = [number for number in wanted if holds(number)]
    rows = list(Analysis.objects.select_for_update().filter(id__in=known).order_by("id"))
    lost = [str(number) for number in wanted if number not in {row.pk for row in rows}]
    if lost:
        return Refused(
            f"There is no analysis {', '.join(lost[:5])[:120]}. Nothing was changed. Choose them anew."
        )
    return rows


def holds(number: int) -> bool:
    """Whether a column can hold a number; one that it cannot would stop the database itself, whatever it is asked."""
    return 0 < number <= BIGGEST
