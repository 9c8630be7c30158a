"""Old Vietnamese charsets (TCVN3, VISCII, VNI): declared, named by a font, or seen by the words they give."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import tomli

_FONT = re.compile(rb"(?:font-family|face|font)\s*[:=][^;>}]{0,60}?['\"\s,:=](\.Vn|VNI-)[A-Z]", re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    path = Path(__file__).parents[1] / "data" / "vietnamese-charsets.toml"
    return tomli.loads(path.read_text(encoding="utf-8"))


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return {name: table for name, table in _data().items() if isinstance(table, dict)}


def by_words(raw: bytes) -> str:
    """Return the charset whose reading holds many common Vietnamese words, or an empty string."""
    sample = raw[:20_000]
    for name in _tables():
        words = re.findall(r"[^\W\d_]+", decoded(sample, name).lower())
        common = sum(word in _data()["words"] and not word.isascii() for word in words)
        if len(words) >= 12 and common * 20 >= len(words):
            return name
    return ""


def named(charset: str) -> str:
    """Return our name (tcvn, viscii, vni) for a declared charset, or an empty string."""
    low = charset.lower().strip()
    return next((name for name, table in _tables().items() if low in table["names"]), "")


def by_font(start: bytes) -> str:
    """Return the charset that the fonts of a page or of a run betray, or an empty string."""
    found = _FONT.search(start)
    return "" if found is None else of_font(found[1].decode("ascii"))


def of_font(font: str) -> str:
    """Return the charset that text set in this font is written in, or an empty string."""
    low = font.lower()
    return next(
        (name for name, table in _tables().items() if name != "viscii" and low.startswith(table["fonts"].lower())),
        "",
    )  # fmt: skip


def decoded(raw: bytes, name: str) -> str:
    """Return `raw` read in one of these charsets; bytes that mean nothing are U+FFFD."""
    if name == "vni":
        return unfolded_vni(raw.decode("cp1252", "replace"))
    return raw.decode("latin-1").translate(_map(name))


def of_run(words: str, font: str) -> str:
    """Return the words of a run whose font stands for a charset, else the words as they are."""
    name = of_font(font)
    if name == "vni":
        return unfolded_vni(words)
    if not name or any(ord(sign) > 0xFF for sign in words):
        # A font of this kind with letters of Unicode: somebody changed the font and not the words, or back.
        return words
    read = words.translate(_map(name))
    # The capitals of these fonts are a font of their own, in which small letters are drawn large.
    return read.upper() if font.endswith("H") else read


@cache
def _map(name: str) -> dict[int, str]:
    table = _tables()[name]
    signs = {0x80 + at: sign for at, sign in enumerate(table["high"])}
    signs |= {int(place, 16): sign for place, sign in table["low"].items()}
    return {place: {"~": "\ufffd", "_": " "}.get(sign, sign) for place, sign in signs.items()}


def unfolded_vni(words: str) -> str:
    """Return VNI text, letter by letter, as composed Unicode; what does not pair stays as it is."""
    table = _tables()["vni"]
    signs, alone = table["signs"], table["alone"]
    done: list[str] = []
    for sign in words:
        low = sign.lower()
        before = done[-1] if done else ""
        if low in signs and before and unicodedata.normalize("NFD", before)[0].lower() in "aeiouy":
            whole = unicodedata.normalize("NFC", before + signs[low])
            if len(whole) == 1:
                done[-1] = whole
                continue
        letter = alone.get(low, low)
        done.append(letter.upper() if sign != low else letter)
    return "".join(done)
