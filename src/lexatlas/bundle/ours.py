"""Tells what Lexatlas itself put into a folder, so that it is not taken for a document of law."""

from pathlib import Path

from lexatlas.bundle.store import is_bundle

UNFINISHED = ".unfinished"
"""The ending of the folder beside a bundle that holds its unfinished run."""
JOURNAL = "journal"


def is_ours(path: Path) -> bool:
    """Whether a bundle or the folder of an unfinished run stands at `path`; contents are not looked at."""
    if path.is_dir() and path.name.endswith(UNFINISHED):
        return (path / JOURNAL).is_file()
    try:
        return is_bundle(path)
    except OSError:
        return False
