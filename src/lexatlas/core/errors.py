"""The few ways in which work can fail, each with a sentence for a person."""

import difflib
from collections.abc import Iterable


class LexatlasError(Exception):
    """Parent of every failure that is meant for a person; its message is a whole sentence."""

    exit_code = 1


class InputError(LexatlasError):
    """Bad use: an unknown command, jurisdiction, topic or file form. The command line leaves with 2."""

    exit_code = 2


class Unreadable(LexatlasError):
    """What was given cannot be read at all. The command line leaves with 3."""

    exit_code = 3


class Unavailable(LexatlasError):
    """One source or step cannot be had: skip it and record a gap."""


class Abort(LexatlasError):
    """Nothing that follows could be trusted (a full disk, a broken journal): stop, keep what was done."""

    exit_code = 3


def near_matches(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Return up to `limit` known names that look like `word`, nearest first; empty when none is near."""
    return difflib.get_close_matches(word, list(known), n=limit, cutoff=0.5)


def unknown(what: str, word: str, known: Iterable[str]) -> InputError:
    """Build the sentence for an unknown name, with near matches when there are any."""
    near = near_matches(word, known)
    hint = f" Did you mean {', '.join(near)}?" if near else ""
    return InputError(f"Unknown {what} '{word}'.{hint}")
