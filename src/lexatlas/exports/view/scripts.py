"""Stretches of our sentences that must stay as they are: dates whole, other scripts in their direction."""

import re
from collections.abc import Iterator

from lexatlas.exports.view.values import Foreign

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_HAN = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_KANA_HANGUL = "\u3040-\u30ff\uac00-\ud7af"
# Digits and brackets that follow a word of a right-to-left script belong to it: a number of an article.
_FOREIGN = re.compile(
    f"[{_RIGHT}](?:(?:[{_RIGHT}\\s\\d().،؛:/«»“”\u2013-]|,(?=\\s“))*[{_RIGHT}])?"
    "(?:\\s?\\d+(?![\\d-]))?(?:\\([^\\s()]{1,6}\\))*"
    r"|(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])"
    f"|[{_HAN}{_KANA_HANGUL}](?:[{_HAN}{_KANA_HANGUL}\\d\u3000-\u3004\u3008-\u303f\uff01-\uff5e]*"
    f"[{_HAN}{_KANA_HANGUL}\u300b\u300d\u300f\uff09])?"
)
_TAGS = (
    (re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]"), "und-Hebr"),
    (re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"), "und-Arab"),
    (re.compile(f"[{_HAN}]"), "und-Hani"),
)


def stretches(text: str) -> Iterator[Foreign]:
    """Yield the text in order; `dir` is "" for our own words, "date" for an ISO date, else "rtl" or "ltr"."""
    end = 0
    for match in _FOREIGN.finditer(text):
        if match.start() > end:
            yield Foreign(text[end : match.start()], dir="")
        end = match.end()
        for opening, closing in ("()", "“”"):  # what the stretch opened is closed within it
            is_open = match[0].count(opening) > match[0].count(closing)
            end += is_open and text[end : end + 1] == closing
        words = text[match.start() : end]
        yield Foreign(words, _tag(words), _way(words))
    if end < len(text):
        yield Foreign(text[end:], dir="")


def _way(words: str) -> str:
    if words[0].isdigit():
        return "date"
    return "rtl" if re.match(f"[{_RIGHT}]", words) else "ltr"


def _tag(words: str) -> str:
    """Return a language tag that names the script alone: which language it is, a sentence does not say."""
    return next((tag for pattern, tag in _TAGS if pattern.search(words)), "")
