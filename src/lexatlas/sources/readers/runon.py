"""Headings of laws whose words run on behind the number: 第三条の二, 제3조의2(…), มาตรา ๕, with their captions."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lexatlas.sources.readers.marks import han_number
from lexatlas.sources.readers.page import Line

_HAN = "〇零一二三四五六七八九十百千"
_SLACK = 40
"""How many numbers may be missing in a sequence of articles: laws repeal some and leave no trace."""

_JA = re.compile(rf"第(?P<n>[{_HAN}\d]+)条(?P<sub>(?:の[{_HAN}\d]+)*)(?=[\s\u3000（(]|$)")
_KO = re.compile(
    r"제\s?(?P<n>\d+)\s?조(?P<sub>(?:의\s?\d+)*)\s*(?P<title>[(（][^()（）\n]*(?:\([^()\n]*\)[^()（）\n]*)*[)）])?"
    r"(?=\s|$|[①-⑳<])"
)
_TH = re.compile(
    r"(?P<word>มาตรา|ข้อ)\s+(?P<n>\d+)(?P<sub>(?:/\d+)?(?:\s+(?:ทวิ|ตรี|จัตวา|เบญจ|ฉ|สัตต|อัฏฐ|นว|ทศ)(?=\s))?)(?=\s|\[|$)(?:\[\d+\])?"
    r"(?!\s+(?:วรรค|และ|หรือ|ถึง|แห่ง|ประกอบ|ของ|ให้นำ|มา|ข้างต้น|\())"
)
_OWN_SCRIPT, _SAMPLE = re.compile("[\u0e01-\u0e4e\u3041-\u30fa\uac00-\ud7a3]"), 20_000
"""Kana, Hangul or Thai: Chinese laws number alike and set their headings otherwise."""
_CAPTION = re.compile(r"[（(〔][^（）()〔〕\n]{1,80}[）)〕]")
_GROUPS = (
    re.compile(
        rf"第(?P<n>[{_HAN}\d]+)(?P<unit>[編編章節款目])(?P<sub>(?:の[{_HAN}\d]+)*)(?=[\s\u3000]|$)[\s\u3000]*(?P<rest>.*)"
    ),
    re.compile(r"제\s?(?P<n>\d+)\s?(?P<unit>[편장절관])(?P<sub>(?:의\s?\d+)?)(?=\s|$)\s*(?P<rest>.*)"),
    re.compile(
        r"(?P<unit>ภาค|บรรพ|ลักษณะ|หมวด|ส่วน)(?:ที่)?\s+(?P<n>\d+)(?P<sub>(?:/\d+)?)(?=\s|$)\s*(?P<rest>.*)"
    ),
    re.compile(
        r"(?P<unit>附[\s\u3000]*則|부[\s\u3000]*칙|บทเฉพาะกาล|บทกำหนดโทษ|บททั่วไป)(?P<n>)(?P<sub>)(?P<rest>(?:[\s\u3000]*[<＜（(\[〔抄].*)?)"
    ),
)
_DEPTH = {"編": 0, "편": 0, "ภาค": 0, "บรรพ": 0, "ลักษณะ": 1, "章": 3, "장": 3, "หมวด": 3, "節": 4, "절": 4, "ส่วน": 4,
          "款": 5, "관": 5, "目": 6}  # fmt: skip
_OUTER = 0
"""The depth of supplementary provisions, which no chapter holds."""
_CONTENTS = re.compile(r"[（(]第.*条.*[）)]$|\s\d+$")


class RunOn(NamedTuple):
    """A heading: its unit ("article" or "group"), depth of a group, label, mark, and where its own words end."""

    kind: str
    depth: int
    label: str
    mark: str
    end: int


def run_on(text: str, lines: Sequence[Line]) -> tuple[dict[int, RunOn], dict[int, str]]:
    """Return the headings of `text` by where their lines start, and the captions that stand above articles.

    An article counts where its number comes next in its sequence, so that a line that begins with a reference
    ("제3조에 따라", "มาตรา ๕ และมาตรา ๖") is none, or where the file marks the line as a heading. "（目的）" alone
    on a line is the caption of the article below.
    """
    if not _OWN_SCRIPT.search(text, 0, _SAMPLE):
        return {}, {}
    found: dict[int, RunOn] = {}
    captions: dict[int, str] = {}
    last: dict[str, tuple[int, int]] = {}
    for line, before in zip(lines, [None, *lines], strict=False):
        said = text[line.start : line.end]
        read = _group(said, line) or _article(text, line)
        if read is None:
            continue
        if read.kind == "article":
            number, word = _order(read.label), read.mark.split()[0] if " " in read.mark else ""
            told = line.hint is not None and line.hint.kind in ("heading", "article")
            if not told and not _next(last.get(word, (0, 0)), number, line.block):
                continue
            last[word] = number
            if before is not None and _CAPTION.fullmatch(text[before.start : before.end]):
                captions[before.start] = text[before.start + 1 : before.end - 1]
        elif not read.label and read.depth == _OUTER:
            if not any(one.kind == "article" for one in found.values()):
                continue
            last = {}
        found[line.start] = read
    if any(one.mark.startswith("มาตรา") for one in found.values()):
        # ข้อ is the article of notifications; in an act it is a point of one.
        found = {start: one for start, one in found.items() if not one.mark.startswith("ข้อ")}
    articles = sum(read.kind == "article" for read in found.values())
    return (found, captions) if articles else ({}, {})


def _article(text: str, line: Line) -> RunOn | None:
    ja = _JA.match(text, line.start, line.end)
    if ja:
        label = ja["n"] + ja["sub"]
        return RunOn("article", 0, label, f"第{ja['n']}条{ja['sub']}", ja.end())
    ko = _KO.match(text, line.start, line.end)
    if ko:
        sub = ko["sub"].replace(" ", "")
        return RunOn("article", 0, ko["n"] + sub, f"제{ko['n']}조{sub}", ko.end())
    th = _TH.match(text, line.start, line.end)
    if th:
        label = " ".join((th["n"] + th["sub"]).split())
        return RunOn("article", 0, label, f"{th['word']} {label}", th.end())
    return None


def _group(said: str, line: Line) -> RunOn | None:
    for pattern in _GROUPS:
        match = pattern.fullmatch(said)
        if (
            match is None
            or len(said) > 120
            or said.endswith(("。", ".", "다", "、"))
            or _CONTENTS.search(match["rest"])
        ):
            continue
        if not match["n"]:
            outer = match["unit"][0] in "附부"
            return RunOn("group", _OUTER if outer else 3, "", "".join(match["unit"].split()), line.end)
        mark = said[: match.start("rest")].strip(" \u3000")
        return RunOn("group", _DEPTH[match["unit"]], match["n"] + match["sub"], mark, line.end)
    return None


def _order(label: str) -> tuple[int, int]:
    """Return where an article stands in its sequence: 三の二 and 3의2 behind 3, ๕ ทวิ behind ๕."""
    head, *tail = re.split(r"の|의\s?|/|\s", label)
    number = int(head) if head.isdecimal() else han_number(head)
    first = tail[0] if tail else ""
    return number, (int(first) if first.isdecimal() else 1) if first else 0


def _next(last: tuple[int, int], number: tuple[int, int], block: bool) -> bool:
    """Whether a number may come after `last`; within a paragraph that was broken off, only the very next."""
    if number[0] == 1 and number[1] == 0:
        return True
    return number > last and number[0] - last[0] <= (_SLACK if block else 1)
