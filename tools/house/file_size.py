"""No source file is longer than one can keep in mind."""

from collections.abc import Iterator

from tools.house.tree import Finding, Tree

LIMIT = 350


def lint(tree: Tree) -> Iterator[Finding]:
    """Find Python files of more than LIMIT lines; migrations are written by a program and may be long."""
    for name in tree.matching("src/**/*.py", "tools/**/*.py"):
        lines = len(tree.text(name).splitlines())
        if lines > LIMIT and "/migrations/" not in name:
            yield Finding(name, 0, f"{lines} lines, {LIMIT} at most: split it by what it knows.")
