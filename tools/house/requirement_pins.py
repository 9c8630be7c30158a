"""Pinned requirements are exact, hashed, and say nothing of where they came from."""

import re
from collections.abc import Iterator

from tools.house.tree import Finding, Tree

PIN = re.compile(r"[A-Za-z0-9][\w.-]*(?:\[[\w,-]+\])?==[\w.!+]+(?:\s*;.*)?\s*\\?$")


def lint(tree: Tree) -> Iterator[Finding]:
    """Find options, addresses, loose versions and packages without a hash in requirements/*.txt."""
    for name in tree.matching("requirements/*.txt"):
        lines = tree.text(name).splitlines()
        for number, text in enumerate(lines, start=1):
            following = lines[number] if number < len(lines) else ""
            fault = _fault(text, following)
            if fault:
                yield Finding(name, number, fault)


def _fault(text: str, following: str) -> str | None:
    if "://" in text or "file:" in text:
        return "Names a host or a path; make pins again with `make pins`."
    if not text.strip() or text.lstrip().startswith(("#", "--hash=sha256:")):
        return None
    if text.lstrip().startswith("-"):
        return "An option; a pinned file holds packages only."
    if not PIN.match(text):
        return "Not an exact version (NAME==VERSION)."
    if not following.lstrip().startswith("--hash=sha256:"):
        return "No hash follows; make pins again with `make pins`."
    return None
