"""The patterns of this room's data files: what words of any language say, told by their form alone."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import tomli


def rows(name: str) -> dict[str, Any]:
    """Return what the data file of that name holds."""
    held: dict[str, Any] = tomli.loads(
        files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    )
    return held


@cache
def in_any_language(name: str) -> re.Pattern[str]:
    """Return the patterns of all languages of a file as one; letter case does not count."""
    listed = (pattern for row in rows(name).values() for pattern in row["patterns"])
    return re.compile("|".join(listed), re.IGNORECASE)
