"""A file is named for what it knows."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from tools.house.tree import Finding, Tree

BANNED = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "services",
    "service",
    "managers",
    "manager",
    "base",
    "misc",
}


def lint(tree: Tree) -> Iterator[Finding]:
    """Find Python files and folders whose name says nothing about what is inside."""
    for name in tree.matching("src/**/*.py", "tests/**/*.py", "tools/**/*.py"):
        parts = PurePosixPath(name).with_suffix("").parts
        for part in parts:
            if part.removeprefix("test_") in BANNED:
                yield Finding(
                    name, 0, f"The name “{part}” does not say what the file knows; name it for that."
                )
