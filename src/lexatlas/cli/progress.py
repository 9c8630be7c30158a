"""Progress on stderr: one line for each thing that a person waits for."""

from collections.abc import Callable
from typing import TextIO


def progress_to(err: TextIO, quiet: bool) -> Callable[[str], None]:
    """Return what tells a line of progress; when `quiet`, what tells nothing.

    A line goes out in one write: documents are read side by side, and two lines must not run into each other.
    """

    def tell(line: str) -> None:
        err.write(f"{line}\n")
        err.flush()

    return (lambda _: None) if quiet else tell
