"""Signs of symbol fonts as Unicode; what the table does not know is U+FFFD, never another letter."""

from functools import cache
from pathlib import Path

import tomli

UNKNOWN = "\ufffd"
_PRIVATE = 0xF000


@cache
def _fonts() -> dict[str, dict[int, str]]:
    path = Path(__file__).parents[1] / "data" / "word-symbols.toml"
    data = tomli.loads(path.read_text(encoding="utf-8"))
    found: dict[str, dict[int, str]] = {}
    for table in data.values():
        signs = {ord(sign): sign for sign in table.get("same", "")}
        for first, key in ((0x41, "upper"), (0x61, "lower")):
            signs |= {first + at: sign for at, sign in enumerate(table.get(key, ""))}
        signs |= {int(place, 16): sign for place, sign in table["signs"].items()}
        found |= dict.fromkeys(table["fonts"], signs)
    return found


def symbol(font: str, place: int) -> str:
    """Return the sign at `place` of a font; U+FFFD when font or place is not known."""
    return _fonts().get(font.lower(), {}).get(place - _PRIVATE if place >= _PRIVATE else place, UNKNOWN)


def is_symbol_font(font: str) -> bool:
    """Return whether text set in this font means other signs than its letters say."""
    return font.lower() in _fonts()


def unfolded(font: str, words: str) -> str:
    """Return `words` of a run set in `font`, with the signs of symbol fonts as Unicode.

    White space stays; only places of the private area are read outside symbol fonts.
    """
    if is_symbol_font(font):
        return "".join(sign if sign.isspace() else symbol(font, ord(sign)) for sign in words)
    return "".join(
        symbol("symbol", ord(sign)) if _PRIVATE <= ord(sign) <= _PRIVATE + 0xFF else sign for sign in words
    )
