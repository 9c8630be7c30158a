"""No committed file names a package host or a path of one person's machine."""

import re
from collections.abc import Iterator

from tools.house.tree import Finding, Tree

REGISTRY = re.compile(
    r"\bpypi\.org|\bfiles\.pythonhosted\.org|\bregistry\.npmjs\.org|\bconda\.anaconda\.org"
    r"|https?://[^\s\"'<>]*/(?:simple|packages)/|--(?:extra-)?index-url\s+\S+://|--find-links\s+\S*/",
    re.IGNORECASE,
)
MACHINE = re.compile(r"(?<![\w./~$}-])/(?:work|root|home/\w+|Users/\w+|opt)/[\w.]")


def lint(tree: Tree) -> Iterator[Finding]:
    """Find addresses of package registries and absolute paths of a developer's machine."""
    for name in tree.files:
        for line, text in enumerate(tree.text(name).splitlines(), start=1):
            if REGISTRY.search(text):
                yield Finding(name, line, "Names a package host; the reader's own tools know theirs.")
            if MACHINE.search(text):
                yield Finding(name, line, "Names a path of one machine; use a path relative to the project.")
