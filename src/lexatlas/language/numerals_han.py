"""Numbers written in Han numerals, alone or behind digits (5000万, 1億5,000万円, 三百万円)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lexatlas.language.numerals_counted import Piece, counted

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "两": 2, "兩": 2, "壱": 1, "壹": 1, "弐": 2, "貳": 2, "贰": 2, "参": 3, "參": 3, "叁": 3, "肆": 4,
    "伍": 5,
}  # fmt: skip
_SMALL = {"十": 10, "拾": 10, "百": 100, "千": 1000}
_LARGE = {
    "万": 10_000, "萬": 10_000, "亿": 10**8, "億": 10**8, "兆": 10**12,
}  # fmt: skip
_SIGNS = "".join((*_DIGITS, *_SMALL, *_LARGE))
_RUN = re.compile(f"[{_SIGNS}]+")
_MIXED = re.compile(
    rf"(?<![A-Za-z\d.,/第])(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?[{''.join((*_SMALL, *_LARGE))}]+)+"
    r"(?:\d{1,3}(?:,\d{3})+|\d+)?(?![\d分])"
)
_PIECE = re.compile(rf"(?P<digits>\d[\d,]*(?:\.\d+)?)|(?P<zero>[{''.join(_DIGITS)}]{{2,}})|(?P<sign>.)")
_POSITIONAL = re.compile("[一二三四五六七八九][〇零一二三四五六七八九]*〇[〇一二三四五六七八九]*")


def value_of(run: str, language: str = "zh") -> Decimal | None:
    """Return the value of a run of Han numerals, None for two digits side by side or a lone scale.

    "三五〇" is read place by place where a 〇 stands in it. Japanese says "百万" and "千", Chinese does not.
    """
    lone = _SMALL.keys() - {"十", "拾"} if language != "ja" else set()
    if run[0] in _LARGE or run[0] in lone or (run[0] in _SMALL and run in ("百", "千")):
        return None
    pieces: list[Piece] = []
    for match in _PIECE.finditer(run):
        read = _piece(match)
        if read is None:
            return None
        pieces.append(read)
    return counted(pieces)


def _piece(match: re.Match[str]) -> Piece | None:
    said = match.group()
    if match.lastgroup == "digits":
        return "number", Decimal(said.replace(",", ""))
    if match.lastgroup == "zero":
        if _POSITIONAL.fullmatch(said):
            return "number", Decimal("".join(str(_DIGITS[sign]) for sign in said))
        # "一百零五": a nought between places says nothing.
        bare = said.lstrip("零〇")
        return ("number", Decimal(_DIGITS[bare])) if len(bare) == 1 else None
    if said in _DIGITS:
        return "number", Decimal(_DIGITS[said])
    return ("small", Decimal(_SMALL[said])) if said in _SMALL else ("large", Decimal(_LARGE[said]))


def numbers(text: str, language: str = "zh") -> Iterator[tuple[int, int, Decimal, bool]]:
    """Yield (start, end, value, digits) of each run that is a number; ordinals ("第五", "三条の二") are none."""
    for match in _MIXED.finditer(text):
        value = value_of(match.group(), language)
        if value is not None:
            yield match.start(), match.end(), value, True
    for match in _RUN.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()]
        if (
            before.endswith("第")
            or before in ("条の", "項の", "号の")
            or text[match.end() : match.end() + 1] == "分"
        ):
            continue
        value = None if before[-1:].isdigit() else value_of(match.group(), language)
        if value is not None:
            yield match.start(), match.end(), value, False
