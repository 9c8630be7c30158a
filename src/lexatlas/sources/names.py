"""Names of files as they can be shown and written: any script, no sign that breaks a line or turns it round."""

import re

# What would break a line, ring a bell, or show a name in another order; lone surrogates stand for bytes
# that are no UTF-8.
_UNSHOWN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_LONGEST = 1_000


def shown(name: str) -> str:
    """Return `name` with control signs as their pictures (a line break as ␊), others that mislead as U+FFFD."""
    return _UNSHOWN.sub(_picture, name)[:_LONGEST]


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
