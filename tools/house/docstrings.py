"""Every module says in one sentence what it is; every room says what it is for and how it grows."""

import ast
import re
from collections.abc import Iterator

from tools.house.tree import Finding, Tree

SENTENCE_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bArt)(?<!\bNo)(?<!\bcf)[.!?]\s+(?=[A-Z])")


def lint(tree: Tree) -> Iterator[Finding]:
    """Find modules without a one-sentence opening, and rooms that do not say how to use them.

    Migrations are written by a program: their names say what they do.
    """
    for name in tree.matching("src/**/*.py", "tools/**/*.py"):
        if "/migrations/" in name:
            continue
        doc = _docstring(tree.text(name))
        if doc is None:
            yield Finding(name, 1, "No module docstring: say in one sentence what this file knows.")
            continue
        opening = " ".join(doc.strip().split("\n\n")[0].split())
        if not opening.endswith((".", "?", "!", ":")) or SENTENCE_END.search(opening):
            yield Finding(name, 1, "The first paragraph of the module docstring is not one whole sentence.")
        if _is_room(name):
            yield from _missing_from_room(name, doc)


def _docstring(text: str) -> str | None:
    try:
        return ast.get_docstring(ast.parse(text))
    except SyntaxError:
        return None


def _is_room(name: str) -> bool:
    return re.fullmatch(r"src/lexatlas/\w+/__init__\.py", name) is not None


def _missing_from_room(name: str, doc: str) -> Iterator[Finding]:
    if not re.search(r"\bimports?\b", doc):
        yield Finding(name, 1, "The room does not say what it may import (“May import: …”).")
    if not re.search(r"\b(add|adds|adding|new)\b", doc, re.IGNORECASE):
        yield Finding(name, 1, "The room does not say how to add to it (“To add …: …”).")
