"""The words of a legal unit as a sentence: numbering and list punctuation aside, nothing else touched."""

import re
from collections.abc import Sequence

from lexatlas.core.text import normalise

# "5." or "1.—" or "(1)" or "( a )" or "—(1)" or "a)" or "–" at the start of a part: numbering, not words of
# the rule.
_MARK = re.compile(
    r"^(?:\W*(?:[(（]\s*(?:\d{1,3}[a-z]{0,2}|[a-zA-Zċġħżа-яё]{1,2}|[ivxlIVXL]{1,6}|[\u0600-\u06ff]{1,4}|[一二三四五六七八九十]+)"
    r"(?:\.\d{1,3})?\s*[)）]|(?:\d{1,3}|[\u0621-\u064a]{1,2})\s?-(?=\s)|[一二三四五六七八九十]{1,3}、|(?:\d{1,3}[A-Za-z]?(?:\.\d{1,3})*|[a-zċġħżа-яё]|[ivx]{1,5}|[\u0621-\u064a]ـ?)[.)](?=\s|$)|\d{1,3}．"
    r"|[①-⑳㉑-㉟]|[๐-๙]{1,3}[.)](?=\s)|[(（]\s*(?:[ก-ฮ]|[가-하]|[๐-๙]{1,3})\s*[)）]|[가-하][.)](?=\s)|\d{1,3}의\d+\.(?=\s)"
    # A bare number before a word may be the rule's own ("10 日内"): units know their labels and leave them out.
    r"|[イ-ン](?=\s+[\u3041-\u9fff「（])"
    r"|§\s?\d{1,3}\s?[º°.]{1,2}(?=\s)|\d{1,3}\.?[ºª°][.)]?(?:\s?[-–])?(?=\s)|[IVXL]{1,7}\s?[-–—](?=\s)|[çğıöşü][.)](?=\s)"
    r"|(?P<twin>[a-z])(?P=twin)\)(?=\s)|\d{1,3}[- ]?(?:bis|ter|quater|quinquies|sexies|septies|octies)[.)](?=\s)"
    r"|[—–•*·]|-(?=\s)))+\s*"
)
_AND = "and|or|et|ou|und|oder|sowie|y|o|u|e|ed|oppure|ovvero|nonché|и|или|либо|а также|ve|veya|ya da"
_END = re.compile(rf"\s*(?:[;,]\s*(?:{_AND})?|(?<=\w)\s*[:—])\s*$", re.IGNORECASE)


def without_mark(part: str) -> str:
    """Return `part` normalised, without the numbering that it begins with."""
    return _MARK.sub("", normalise(part).text.strip(), count=1).strip()


def without_mark_kept(part: str) -> str:
    """Return `part` as it stands, without the numbering that it begins with: its blanks keep their width."""
    return _MARK.sub("", part.strip(), count=1).strip()


def sentence_of(parts: Sequence[str]) -> str:
    """Return the words of a unit's parts as one line, numbering and the last part's list punctuation removed.

    No word of a rule is dropped: "; or" at the end of the last item goes, every other word stays.
    """
    words = [without_mark(part) for part in parts]
    words = [part for part in words if part]
    if not words:
        return ""
    words[-1] = _END.sub("", words[-1])
    return " ".join(words)
