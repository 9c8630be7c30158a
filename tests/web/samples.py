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
VERSIONS = {
    "live": ("live", 2),
    "before live": ("live", 1),
    "in review": ("in review", 1),
    "draft": ("draft", 1),
    "archived": ("archived", 1),
    "somebody's challenge": ("in review", 1),
    "no version": ("draft", 2),
}
"""An analysis by its name in the world, and the number of a version; the last is that of another analysis."""


def about(world: World, row: Row) -> dict[str, Any]:
    """Return the open parts of the row's address; what stands after a stroke fills the last part."""
    name, _, last = row.about.partition("/")
    known = {**FIXED.get(name, {}), **_numbers(world, name)}
    names = list(parts(BY_NAME[row.page]))
    if last:
        known[names[-1]] = last
    missing = [part for part in names if part not in known]
    if missing:
        raise KeyError(f"{row.page}, {row.about!r}: nothing here says what to put for {missing}.")
    return {part: known[part] for part in names}


def _numbers(world: World, name: str) -> dict[str, Any]:
    if name in VERSIONS:
        analysis, version = VERSIONS[name]
        return {"analysis": world.analyses[analysis], "version": version}
    if name in world.texts:
        return {"text": world.texts[name]}
    return {"number": world.people["reader"]} if name == "a person" else {}


def sent(world: World, row: Row) -> dict[str, Any]:
    """Return the form of the row's POST; "@name" stands for the id of a row of the world."""
    return {
        name: world.rows[value[1:]] if isinstance(value, str) and value.startswith("@") else value
        for name, value in row.send.items()
    }
