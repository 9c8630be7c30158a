"""Each path that the documentation names exists."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath

from tools.house.tree import Finding, Tree

LINK = re.compile(r"\]\((?P<path>[^)#\s]+)(?:#[^)\s]*)?\)")
CODE = re.compile(r"`(?P<path>[^`\s]+)`")
# Only names that begin at one of our own folders are taken for paths; the rest of inline code is code.
OURS = re.compile(r"(?:src|tests|docs|tools|demo|benches|requirements|\.ci)/[\w./-]*")
WRITTEN_BY_RUNS = ("demo/out", "benches/out")


def lint(tree: Tree) -> Iterator[Finding]:
    """Find links and inline paths in Markdown that lead nowhere in the tree."""
    known = set(tree.files) | {str(parent) for name in tree.files for parent in PurePosixPath(name).parents}
    for name in tree.matching("*.md", "docs/**/*.md", "requirements/*.md", "demo/*.md"):
        folder = PurePosixPath(name).parent
        for line, text in enumerate(_without_fences(tree.text(name)).splitlines(), start=1):
            for path in _paths(text, folder):
                if path not in known and not path.startswith(WRITTEN_BY_RUNS):
                    yield Finding(name, line, f"Names {path}, which does not exist.")


def _without_fences(text: str) -> str:
    return re.sub(
        r"^```.*?^```", lambda block: "\n" * block[0].count("\n"), text, flags=re.DOTALL | re.MULTILINE
    )


def _paths(text: str, folder: PurePosixPath) -> Iterator[str]:
    for match in LINK.finditer(text):
        if not re.match(r"[a-z]+:", match["path"]):
            yield normpath(str(folder / match["path"]))
    for match in CODE.finditer(text):
        if OURS.fullmatch(match["path"]):
            yield normpath(match["path"])
