"""The list of house lints, by name."""

from collections.abc import Callable, Iterator

from tools.house import (
    docs_paths,
    docstrings,
    file_names,
    file_size,
    glossary,
    help_blocks,
    hosts,
    reasons,
    requirement_pins,
)
from tools.house.tree import Finding, Tree

Lint = Callable[[Tree], Iterator[Finding]]

LINTS: dict[str, Lint] = {
    "file-size": file_size.lint,
    "file-names": file_names.lint,
    "docstrings": docstrings.lint,
    "reasons": reasons.lint,
    "glossary": glossary.lint,
    "docs-paths": docs_paths.lint,
    "help-blocks": help_blocks.lint,
    "hosts": hosts.lint,
    "requirement-pins": requirement_pins.lint,
}
