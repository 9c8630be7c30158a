"""What people type into a form, made ready to be kept: one kind of line end, no control characters, a limit."""

import re
import unicodedata

from lexatlas.desk.outcome import Refused

LONGEST = 8_000
"""Characters of a reason, an answer or a note."""
LONGEST_LINE = 2_000
"""Characters of what stands on one line, as an address."""
_JOINERS = "\u200c\u200d"
# A NUL cannot be kept by every database, and the rest of them shows as nothing: none of it is text.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def cleaned(text: str) -> str:
    """Return the text without control characters, with line feeds as line ends, and nothing about it."""
    plain = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", plain).strip()


def on_one_line(text: str) -> str:
    """Return the text cleaned, with every run of white space as one space."""
    return " ".join(cleaned(text).split())


def as_name(text: str) -> str:
    """Return a name on one line, without signs that would turn or hide what a page prints beside it."""
    # Joiners are letters of some scripts; whatever else has no shape of its own is none of a name.
    shown = (sign for sign in on_one_line(text) if unicodedata.category(sign) != "Cf" or sign in _JOINERS)
    return "".join(shown).strip()


def needed(text: str, what: str, most: int = LONGEST) -> Refused | None:
    """Return the refusal of a cleaned text that must be given; `what` names it, as "The reason"."""
    return (
        too_long(text, what, most)
        if text
        else Refused(f"{what} is missing. Write it, then send the form again.")
    )


def too_long(text: str, what: str, most: int = LONGEST) -> Refused | None:
    """Return the refusal of a cleaned text of too many characters; None when it is short enough or empty."""
    if len(text) <= most:
        return None
    return Refused(
        f"{what} has {len(text):,} characters; at most {most:,} are kept. Shorten it and send it again."
    )
