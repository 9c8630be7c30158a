"""Where a mark or a defined term belongs: the next of a list, the first of one, or a mere reference."""

import re

from lexatlas.core.evidence import PartOfText, SegmentKind
from lexatlas.sources.readers.marks import Key, Mark, begins, follows, in_han, plain_label
from lexatlas.sources.readers.openings import ANNOUNCING, MAX_DEPTH, Entry, Openings

_EASTERN = ("spaced", "numeral", "iroha", "hanguldot")
"""Marks that only laws with articles of their script number by: elsewhere a lone figure is a page's."""
_REPEALED = 30
"""How many units may be missing before the next of their style: laws repeal some and leave no trace."""
_LISTING = ("제", "มาตรา", "ข้อ")
"""Marks of articles whose numbered lines are items of a list, never paragraphs."""
_CITED = {
    "第": {"spaced-number": "第{han}項", "numeral": "第{han}号", "iroha": "{label}", "paren-number": "({n})",
           "round-number": "({n})"},
    "제": {"circled-number": "제{n}항", "dotted-number": "제{n}호", "hanguldot": "{label}목", "closed-number": "{n})"},
    "มาตรา": {"paren-number": " ({label})", "paren-lower": " ({label})"},
    "ข้อ": {"paren-number": " ({label})", "paren-lower": " ({label})"},
}  # fmt: skip
"""How the units of an article are cited in the language of its mark, by the style of their own marks."""


class Sequence(Openings):
    """Places marks and definitions."""

    def _mark(self, mark: Mark, fresh: bool, block: bool) -> bool:
        if fresh and self.zone == "preamble":
            return self._recital(mark)
        if not self.heads.run_on and mark.readings[0][0].split("-")[0] in _EASTERN:
            return False
        last = self._last(mark.start)
        top = self.entries[-1] if self.entries else None
        announced = last in ANNOUNCING or (top is not None and self._bare(top, mark.start))
        hanging = not fresh and self.text[mark.end : mark.end + 1] in {"\n", ""}
        first = next(((style, key) for style, key in mark.readings if begins(style, key)), None)
        if (
            first
            and not first[0].startswith(("dash", "list"))
            and (announced or hanging)
            and self._may_nest(first[0])
        ):
            return self._begin(mark, first)
        if self._continue(mark, 0):
            return True
        if not fresh:
            return False
        if first and first[0] == "sect-number" and (block or last in self.stops):
            # "§ 1º" stands in its article, whatever points its head has.
            self._close_to(self._holder(), mark.start)
            return self._begin(mark, first)
        if first and (block or announced or self.heads.run_on):
            return self._begin(mark, first)
        # Each style of these scripts has its own level, so that a gap leads nowhere else.
        slack = _REPEALED if self.heads.run_on else 3
        return self._resume(mark) or self._continue(mark, slack) or (block and self._stray(mark, last))

    def _may_nest(self, style: str) -> bool:
        """Paragraphs and sections do not begin again inside their own points."""
        return not (style == "dotted-number" and any(entry.style == style for entry in self._reach()))

    def _continue(self, mark: Mark, slack: int) -> bool:
        for index in range(len(self.entries) - 1, -1, -1):
            entry = self.entries[index]
            if entry.barrier:
                return False
            for style, key in mark.readings:
                if entry.style == style and (
                    style.startswith("list") or follows(style, entry.key, key, slack)
                ):
                    self._close_to(index, mark.start)
                    return self._begin(mark, (style, key))
        return False

    def _resume(self, mark: Mark) -> bool:
        """Take up a list again whose points were parted by words of its stem."""
        for index in range(len(self.entries) - 1, -1, -1):
            ended, last = self.entries[index].ended
            for style, key in mark.readings:
                if ended and ended == style and follows(style, last, key):
                    self._close_to(index + 1, mark.start)
                    return self._begin(mark, (style, key))
            if self.entries[index].barrier:
                return False
        return False

    def _begin(self, mark: Mark, reading: tuple[str, Key]) -> bool:
        if len(self.entries) >= MAX_DEPTH:
            return False
        style, key = reading
        above = self.entries[-1].kind if self.entries else "group"
        kind: SegmentKind = "paragraph" if above == "article" and self._numbers(style) else "item"
        own = self._own_mark(style, mark.label)
        entry = Entry(kind, 90, mark.end, style, key)
        self._open(kind, mark.start, entry, label=plain_label(mark.label), mark=own)
        return True

    def _numbers(self, style: str) -> bool:
        """Whether a style numbers the paragraphs of an article: 1. does, but for laws whose articles list by it."""
        if self._article_mark().startswith(_LISTING):
            return style == "circled-number"
        return "number" in style or style.startswith("decimal")

    def _article_mark(self) -> str:
        at = next((i for i, entry in enumerate(self.entries) if entry.kind == "article"), -1)
        return self.tree.rows[self.tree.chain[at]].mark if at >= 0 else ""

    def _own_mark(self, style: str, label: str) -> str:
        """Return how a law of the language cites a paragraph or item; "" where brackets will do."""
        article = self._article_mark()
        form = next(
            (forms.get(style, "") for start, forms in _CITED.items() if article.startswith(start)), ""
        )
        if article.startswith("第") and not self.heads.run_on:
            return ""
        # 第一号の二 and 제1호의2: what was put in behind the first stands behind the counter.
        number, between, added = re.match(r"([^の의]*)(の|의|)(.*)", plain_label(label)).groups()  # type: ignore[union-attr]  # any label
        han = in_han(int(number)) if number.isdecimal() else number
        return form.format(label=label, n=number, han=han) + (between + added if form else "")

    def _stray(self, mark: Mark, last: str) -> bool:
        """A numbered line that continues nothing known: kept as a unit of the article where it stands."""
        style, key = mark.readings[0]
        stopped = last in self.stops or style == "spaced-number"
        if style.startswith(("letterdot", "dash", "hyphened")) or not stopped or not self.entries:
            return False
        holder = self._holder()
        if holder <= 0:
            return False
        self._close_to(holder, mark.start)
        return self._begin(mark, (style, key))

    def _recital(self, mark: Mark) -> bool:
        if mark.readings[0][0] not in {"paren-number", "dotted-number"}:
            return False
        self._close_to(0, mark.start)
        entry = Entry("recital", 40, mark.end, *mark.readings[0])
        self._open(
            "recital", mark.start, entry, label=mark.label, mark=f"Recital {mark.label}", part="recital"
        )
        return True

    def _definition(self, at: int, term: str) -> bool:
        top = self.entries[-1] if self.entries else None
        if (
            top is None
            or self.zone == "preamble"
            or (top.kind in {"item", "footnote"} and self._bare(top, at))
        ):
            return False
        index = next((i for i, entry in enumerate(self.entries) if entry.kind == "definition"), -1)
        if index < 0:
            index = (
                self._holder()
                if top.kind in {"item", "block"} and self._last(at) in ".;"
                else len(self.entries)
            )
        self._close_to(index, at)
        part: PartOfText | None = "definition" if self._in_law() else None
        self._open("definition", at, Entry("definition", 80, at), label=term, part=part)
        return True

    def _in_law(self) -> bool:
        row = self.tree.top
        return row is not None and row.part in {"operative", "transitional", "definition"}
