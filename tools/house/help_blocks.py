"""Help texts quoted in the documentation are the ones that the command line prints.

A block begins with a line `<!-- help: lexatlas analyse -->` and ends with `<!-- /help -->`; what stands
between is rewritten by `python -m tools.house.help_blocks`, and compared by the lint.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.house.tree import Finding, Tree

BLOCK = re.compile(
    r"^<!-- help: lexatlas(?P<words>[\w -]*) -->\n(?P<body>.*?)^<!-- /help -->$", re.DOTALL | re.MULTILINE
)


def lint(tree: Tree) -> Iterator[Finding]:
    """Find quoted help texts that differ from what the command says today."""
    for name in tree.matching("*.md", "docs/**/*.md"):
        text = tree.text(name)
        for block in BLOCK.finditer(text):
            if block["body"] != _fenced(_help_of(block["words"].split(), tree.root)):
                line = text.count("\n", 0, block.start()) + 1
                command = f"lexatlas{block['words']}"
                yield Finding(name, line, f"The help of “{command}” has changed; run `make format`.")


def rewrite(tree: Tree) -> list[str]:
    """Put today's help into every block; returns the names of the files that changed."""
    changed = []
    for name in tree.matching("*.md", "docs/**/*.md"):
        old = tree.text(name)
        new = BLOCK.sub(lambda block: _block(block["words"], tree.root), old)
        if new != old:
            (tree.root / name).write_text(new, encoding="utf-8")
            changed.append(name)
    return changed


def _block(words: str, root: Path) -> str:
    body = _fenced(_help_of(words.split(), root))
    return f"<!-- help: lexatlas{words} -->\n{body}<!-- /help -->"


def _fenced(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```\n"


def _help_of(words: list[str], root: Path) -> str:
    """Ask the command itself, at a fixed width; what it says on failure is its answer too."""
    done = subprocess.run(
        [sys.executable, "-m", "lexatlas.cli.main", *words, "--help"],
        env={**os.environ, "PYTHONPATH": str(root / "src"), "COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout or done.stderr


def main() -> int:
    """Rewrite all blocks; with --check say what differs, and exit with 1 when anything does."""
    tree = Tree.of_project(Path.cwd())
    if "--check" in sys.argv[1:]:
        findings = list(lint(tree))
        print(*findings, sep="\n")
        return 1 if findings else 0
    for name in rewrite(tree):
        print(f"Rewrote the help texts in {name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
