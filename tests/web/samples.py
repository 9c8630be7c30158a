"""What each row of the table of answers is asked about, filled in with the ids of the site that tests build."""

from typing import Any

from tests.web.answers_expected import Row
from tests.web.asking import BY_NAME, parts
from tests.web.world import World

FIXED: dict[str, dict[str, Any]] = {
    "topic": {"topic": "vasp-licensing"},
    "spent link": {"uidb64": "MQ", "token": "c0ffee-0123456789abcdef0123456789abcdef"},
}
"""What is the same on every site."""


def about(world: World, row: Row) -> dict[str, Any]:
    """Return the open parts of the row's address."""
    return {name: _value(world, row, name) for name in parts(BY_NAME[row.page])}


def _value(world: World, row: Row, name: str) -> Any:
    if row.about in FIXED and name in FIXED[row.about]:
        return FIXED[row.about][name]
    raise KeyError(f"The page {row.page} leaves {name} open, and nothing here says what to put there.")
