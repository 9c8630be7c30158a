"""Small changes of a sentence that turn what it says, in any script: digits, negations, actors, look-alikes."""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

_DIGITS = re.compile(r"\d+")
_HAN_DIGITS = "一二三四五六七八九"
_LOOKS_LIKE = {
    "a": "\u0430", "e": "\u0435", "o": "\u043e", "p": "\u0440", "c": "\u0441",
    "а": "a", "е": "e", "о": "o", "с": "c",
    "ي": "ی", "ك": "ک", "ه": "ہ", "ا": "ﺍ",
    "ห": "ท", "เ": "แ", "ต": "ด",
    "一": "ー", "力": "カ", "者": "耆", "不": "丕", "人": "入", "日": "曰",
    "이": "ㅇㅣ", "한": "핞", "다": "댜",
}  # fmt: skip
"""Letters and those that a reader takes for them."""


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomli.loads(files(__package__).joinpath("data", "words.toml").read_text(encoding="utf-8"))


def words_for(language: str) -> dict[str, Any]:
    """Return what may be changed in sentences of a language; empty for one without a table."""
    return _tables().get(language.split("-")[0], {})


@cache
def day() -> re.Pattern[str]:
    """Return the pattern of the number of a day, as group 1, in a date of any language that we have words for."""
    behind = "|".join(dict.fromkeys(table["day"] for table in _tables().values() if "day" in table))
    return re.compile(rf"\b(\d{{1,2}})(?=\s+[^\W\d]{{3,}}\s+\d{{4}}|{behind})")


@cache
def _sum_end() -> re.Pattern[str]:
    """Return the pattern of what belongs to a sum behind its first digits: more digits, and a currency or %."""
    words = "|".join(re.escape(word) for table in _tables().values() for word in table.get("currency", ()))
    return re.compile(rf"[ \d.,]*(?:\s?(?:{words}|%)\w*)?")


def _pair(name: str) -> Callable[[str, str], str]:
    def change(sentence: str, language: str) -> str:
        for old, new in words_for(language).get(name, ()):
            if old in sentence:
                return sentence.replace(old, new, 1)
        return ""

    return change


role = _pair("role")
"""Say of a date that it is of another kind."""


def _longest(sentence: str) -> re.Match[str] | None:
    """Return the longest number in digits of any script, the first of those as long; None where there is none."""
    return max(_DIGITS.finditer(sentence), key=lambda match: len(match.group()), default=None)


def digit(sentence: str, language: str) -> str:
    """Change the last digit of the longest number, in its own script; a Han numeral where there is no digit."""
    del language
    found = _longest(sentence)
    if found is None:
        at = next((index for index, sign in enumerate(sentence) if sign in _HAN_DIGITS), -1)
        return "" if at < 0 else sentence[:at] + _next(sentence[at]) + sentence[at + 1 :]
    last = sentence[found.end() - 1]
    zero = ord(last) - int(last)
    return sentence[: found.end() - 1] + chr(zero + (int(last) + 1) % 10) + sentence[found.end() :]


def _next(numeral: str) -> str:
    return _HAN_DIGITS[(_HAN_DIGITS.index(numeral) + 1) % len(_HAN_DIGITS)]


def zero_added(sentence: str, language: str) -> str:
    """Make the longest number ten times as large."""
    del language
    found = _longest(sentence)
    if found is None:
        return sentence.replace("万", "億", 1) if "万" in sentence else ""
    zero = chr(ord(found.group()[-1]) - int(found.group()[-1]))
    return sentence[: found.end()] + zero + sentence[found.end() :]


def cut(sentence: str, language: str) -> str:
    """Drop the first condition or exception."""
    for pattern in words_for(language).get("cut", ()):
        shorter = re.sub(pattern, "", sentence, count=1)
        if shorter != sentence and len(shorter) > len(sentence) // 4:
            return shorter
    return ""


def actors(sentence: str, language: str) -> str:
    """Let two actors change places."""
    for first, second in words_for(language).get("actors", ()):
        if first in sentence and second in sentence:
            return sentence.replace(first, "\0").replace(second, first).replace("\0", second)
    return ""


def look_alike(sentence: str, language: str) -> str:
    """Put a letter of another script, or one that looks the same, in the place of one in the middle."""
    del language
    order = sorted(range(len(sentence)), key=lambda at: abs(at - len(sentence) // 2))
    at = next((at for at in order if sentence[at] in _LOOKS_LIKE), -1)
    return "" if at < 0 else sentence[:at] + _LOOKS_LIKE[sentence[at]] + sentence[at + 1 :]


def unseen(sentence: str, language: str) -> str:
    """Put a sign that is not seen, and turns the direction of writing, before the longest number."""
    del language
    found = _longest(sentence)
    if found is None or len(found.group()) < 2:
        return ""
    return f"{sentence[: found.start()]}\u202e{found.group()[::-1]}\u202c{sentence[found.end() :]}"


def period(sentence: str, language: str) -> str:
    """Say of the longest number that it holds for a period."""
    words: str = words_for(language).get("period", "")
    found = _longest(sentence)
    if not words or found is None or words.strip() in sentence:
        return ""
    if words == words.strip():
        return sentence[: found.start()] + words + sentence[found.start() :]
    end = _sum_end().match(sentence, found.end())
    at = end.end() if end else found.end()
    return sentence[:at].rstrip() + words + sentence[at:]


TURNS: dict[str, Callable[[str, str], str]] = {
    "digit changed": digit,
    "zero added": zero_added,
    "negation dropped": _pair("negation"),
    "force swapped": _pair("modal"),
    "condition dropped": cut,
    "actors swapped": actors,
    "at least for at most": _pair("compare"),
    "look-alike letter": look_alike,
    "number turned round unseen": unseen,
}
"""Changes that make a sentence say what its quote does not; each returns "" where it does not apply."""
