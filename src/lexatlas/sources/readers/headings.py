"""Which lines of a text are headings of its units: annexes, groups, articles; by words or by sequence."""

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Literal

from lexatlas.sources.readers.marks import follows, line_mark
from lexatlas.sources.readers.page import Line
from lexatlas.sources.readers.runon import run_on
from lexatlas.sources.readers.words import Words, words

ANNEX_RANK = 5
GROUP_RANK = 10
HEADING_RANK = 18
ARTICLE_RANK = 30
_SENTENCE_END = (".", ";", ",", "。", "；", "，")
_TITLE_LENGTH, _CAPTION_LENGTH, _FEWEST, _SHORT_TITLE = 220, 120, 3, 40
_BRAZILIAN = re.compile(r"§\s?\d{1,3}\s?[º°]")
"""A law that numbers its paragraphs so has no sections of that sign."""
_PARAGRAPH = re.compile(r"\s*[.:—–-]+\s*(?=\(\s?\d{1,3}[a-z]?\s?\)\s)")
_STEM = re.compile(r"\.[ \u00a0-]*\S+(?:\s+\S+){3,}\s*:\s*")
"""Words of a law that announce its points, "Artículo 1. Las entidades deberán contar con:"."""
_BARE = re.compile(r"1[ \u00a0](?=[A-ZÄÖÜÀ-Þ])")
_BARE_TITLE = re.compile(
    r"(?P<n>\d{1,3}[A-Z]{0,2})[ \t\u00a0\u2002\u2003]+(?![A-Z][a-z]+ \d{4}$)[A-Z‘“][^\n]{1,110}[^\s.;:,]"
)
_LAW_BELOW = re.compile(r"\(1\)|\((?:a|i)\)|[A-Z“‘][^\n]*[.;:—–-]$|[A-Z“‘][^\n]{90,}$")
_STOPPED = re.compile(r"[\wº°ª]\.[-–—]?\s+[^\W\d_][^.;:]{1,110}\.$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line read: what it opens, at which rank, and where its own words end.

    `complete` tells that the line holds its title, so that the next line is no part of it.
    """

    kind: Literal["annex", "group", "article"]
    rank: int
    label: str
    mark: str
    end: int
    complete: bool


class HeadingReader:
    """Reads heading lines of one text; knows whether its articles are named by a word or by numbers alone."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.text = text
        self.words: Words = words()
        self.numbered: dict[int, Heading] = {}
        self._likely = {
            line.start
            for line in lines
            if text[line.start] == "第" or self.words.first.match(text, line.start, line.end)
        }
        self._within = any(_BRAZILIAN.match(text, line.start, line.end) for line in lines)
        self._stopped: frozenset[int] = frozenset()
        self.run_on, self.captions = run_on(text, lines)
        self.bare_numbers = self._bare_numbers(lines)
        if not self.run_on:
            self._stopped = self._stopped_titles(lines)
            self.captions = {**self.captions, **self._titles_above(lines)}
        running = sum(read.kind == "article" for read in self.run_on.values())
        named = running or sum(self._named_article(line) is not None for line in lines)
        hinted = any(line.hint and line.hint.kind == "article" for line in lines)
        if named < 2 and not hinted:
            self.numbered = self._by_number(lines)
        bare = {} if self.numbered or hinted or running else self._by_bare_number(lines)
        self.bare_titles = len(bare) > 2 * named
        if self.bare_titles:
            self.numbered = bare
        self.has_articles = named >= 1 or hinted or bool(self.numbered)

    def read(self, line: Line) -> Heading | None:
        """Return what `line` opens, or None when it is no heading."""
        if line.hint and line.hint.kind in {"article", "group", "annex"}:
            return self._hinted(line)
        if line.hint and line.hint.kind in {"list", "more", "row", "note", "footnote", "recital"}:
            return None
        found = (
            self.numbered.get(line.start)
            or self._running(line)
            or self._annex(line)
            or self._group(line)
            # Where figures alone name the sections, "Section 6" on a line of a schedule refers to one.
            or (None if self.bare_titles else self._named_article(line))
        )
        if found is None and line.hint and line.hint.kind == "heading":
            return Heading("group", HEADING_RANK + min(line.hint.level, 9), "", "", line.end, True)
        return found

    def _running(self, line: Line) -> Heading | None:
        read = self.run_on.get(line.start)
        if read is None:
            return None
        if read.kind == "article":
            return Heading("article", ARTICLE_RANK, read.label, read.mark, read.end, True)
        title = self.text[line.start : line.end].strip().removeprefix(read.mark).strip()
        complete = bool(title) or not read.label
        return Heading("group", GROUP_RANK + read.depth, read.label, read.mark, line.end, complete)

    def _hinted(self, line: Line) -> Heading:
        hint = line.hint
        assert hint is not None
        if hint.kind == "article":
            return Heading("article", ARTICLE_RANK, hint.label, hint.mark, line.end, True)
        if hint.kind == "annex":
            return Heading("annex", ANNEX_RANK, hint.label, hint.mark, line.end, True)
        read = self._group(line)
        if read:
            return Heading("group", read.rank, read.label, read.mark, line.end, True)
        return Heading("group", GROUP_RANK + min(hint.level, 5), hint.label, hint.mark, line.end, True)

    def _annex(self, line: Line) -> Heading | None:
        if line.end - line.start > 160 or line.start not in self._likely:
            return None
        found = self.words.annex.fullmatch(self.text, line.start, line.end)
        if found is None or not _is_title(found["rest"]) or self._named_article(line):
            return None
        name = self.text[line.start : found.start("rest")].strip(" .:")
        mark = " ".join(
            word.capitalize() if word.isupper() and len(word) > 4 else word for word in name.split()
        )
        return Heading(
            "annex", ANNEX_RANK, (found["n"] or "").strip(), mark, line.end, bool(_title(found["rest"]))
        )

    def _group(self, line: Line) -> Heading | None:
        if line.end - line.start > _TITLE_LENGTH or line.start not in self._likely:
            return None
        han = None if self.run_on else self.words.han.fullmatch(self.text, line.start, line.end)
        if han and han["unit"] not in "条條":
            rank = GROUP_RANK + {"编": 0, "章": 3, "节": 4}.get(han["unit"], 3)
            return Heading(
                "group", rank, han["n"], f"第{han['n']}{han['unit']}", line.end, bool(_title(han["rest"]))
            )
        for depth, pattern in enumerate(self.words.groups):
            found = pattern.fullmatch(self.text, line.start, line.end)
            if found and _is_title(found["rest"]):
                mark = " ".join(self.text[line.start : found.start("rest")].split()).strip(" .:")
                return Heading(
                    "group", GROUP_RANK + depth, found["n"], mark, line.end, bool(_title(found["rest"]))
                )
        for depth, pattern in enumerate(self.words.ordinal_groups):
            found = pattern.fullmatch(self.text, line.start, line.end)
            if found and _is_title(found["rest"]):
                mark = " ".join(self.text[line.start : found.start("rest")].split())
                return Heading(
                    "group", GROUP_RANK + depth, found["n"], mark, line.end, bool(_title(found["rest"]))
                )
        return None

    def _named_article(self, line: Line) -> Heading | None:
        if line.start not in self._likely or self.run_on:
            return None
        han = self.words.han.match(self.text, line.start, line.end)
        if han and han["unit"] in "条條":
            return Heading("article", ARTICLE_RANK, han["n"], f"第{han['n']}条", han.start("rest"), True)
        for pattern, mark in self.words.articles:
            found = pattern.match(self.text, line.start, line.end)
            if found and not (self._within and self.text[line.start] == "§"):
                return self._article(line, found, mark)
        return None

    def _article(self, line: Line, found: re.Match[str], mark: str) -> Heading | None:
        rest = self.text[found.start("rest") : line.end]
        label = re.sub(r"(?<=\d)o$", "", found["n"].strip())
        filled = mark.replace("{n}", label)
        begins = self._begins(line)
        paragraph = _PARAGRAPH.match(rest) if begins else None
        if paragraph:
            # "MADDE 3 – (1) …": the first paragraph stands on the line of its article.
            at = found.start("rest") + paragraph.end()
            return Heading("article", ARTICLE_RANK, label, filled, at, True)
        if (
            line.start in self._stopped
            or (_is_title(rest) and not (begins and _STEM.fullmatch(rest)))
            or (line.hint and line.hint.kind in {"heading", "article"})
        ):
            return Heading("article", ARTICLE_RANK, label, filled, line.end, bool(_title(rest)))
        # "Art. 5. Text of the article": the words run on behind the mark.
        opens = rest[:1] in ".:—–-" or self.text[found.start("rest") - 1] in "º°"
        if begins and opens and rest.lstrip(" .:—–-")[:1].isupper():
            stop = found.start("rest") + len(rest) - len(rest.lstrip(" .:—–-"))
            return Heading("article", ARTICLE_RANK, label, filled, stop, True)
        return None

    def _begins(self, line: Line) -> bool:
        """Whether a paragraph begins with the line: where lines were broken, behind a stop or a title."""
        if line.block:
            return True
        at = len(self.text[: line.start].rstrip())
        before = self.text[self.text.rfind("\n", 0, at) + 1 : at].strip()
        title = len(before) <= _SHORT_TITLE and before[:1].isupper() and before[-1:].isalnum()
        return before[-1:] in tuple(".;:!?") or title

    def _bare_numbers(self, lines: list[Line]) -> bool:
        """Whether paragraphs bear a number without a sign, "1 Dieses Gesetz …", as Swiss law prints them."""
        below = [
            after
            for line, after in pairwise(lines)
            if _BARE.match(self.text, after.start, after.end) and self._named_article(line)
        ]
        return len(below) >= 2

    def _stopped_titles(self, lines: list[Line]) -> frozenset[int]:
        """Find titles that end in a stop, as Spanish law sets them, by what most articles of the text do."""
        named = [index for index, line in enumerate(lines) if self._named_article(line)]
        articles = {lines[index].start for index in named}
        found = []
        for index in (index for index in named if index + 1 < len(lines)):
            line, after = lines[index], lines[index + 1]
            said = _STOPPED.search(self.text, line.start, line.end)
            if said and after.start not in articles and self._group(after) is None:
                found.append(line.start)
        return frozenset(found) if len(found) >= _FEWEST and 2 * len(found) > len(named) else frozenset()

    def _titles_above(self, lines: list[Line]) -> dict[int, str]:
        """Find titles that stand on the line above their article, as Turkish law sets them."""
        found: dict[int, str] = {}
        bare = 0
        for before, line in zip([None, *lines], lines, strict=False):
            read = self._named_article(line)
            if read is None or line.hint or (read.complete and read.end == line.end):
                continue
            bare += 1
            if before is not None and self._begins(before) and not before.hint and self._is_caption(before):
                found[before.start] = self.text[before.start : before.end].strip()
        return found if len(found) >= _FEWEST and 10 * len(found) >= 6 * bare else {}

    def _is_caption(self, line: Line) -> bool:
        said = self.text[line.start : line.end].strip()
        plain = len(said) <= _CAPTION_LENGTH and said[:1].isupper() and said[-1:].isalnum()
        named = self._group(line) or self._named_article(line) or line_mark(self.text, line.start, line.end)
        return plain and not named

    def _by_number(self, lines: list[Line]) -> dict[int, Heading]:
        """Find lines like "21A. Title" that run through the whole text in sequence."""
        form = self.words.cited_as(self.text)
        found: dict[int, Heading] = {}
        last = 0
        for index, line in enumerate(lines):
            mark = line_mark(self.text, line.start, line.end) if line.block else None
            if mark is None or mark.readings[0][0] != "dotted-number":
                continue
            key = mark.readings[0][1]
            title = self.text[mark.end : line.end].strip()
            assert isinstance(key, int)
            short = 0 < len(title) <= _TITLE_LENGTH
            # "8. Holding out, etc." and then "8. —(1)": a repeated number shows a title, whatever ends it.
            after = lines[index + 1].start if index + 1 < len(lines) else len(self.text)
            repeated = self.text.startswith(f"{mark.label}.", after)
            if short and (repeated or title[-1] not in ".;:,") and follows("", last, key, slack=8):
                filled = form.replace("{n}", mark.label)
                found[line.start] = Heading("article", ARTICLE_RANK, mark.label, filled, line.end, True)
                last = key
        enough = len(found) >= 3 and _spread(found, len(self.text))
        return found if enough else {}

    def _by_bare_number(self, lines: list[Line]) -> dict[int, Heading]:
        """Find lines like "21A Title", a figure without a stop, each with words of the law right below it.

        A line of a contents has another title or a larger unit below it, a row of a table no sentence.
        """
        form, found, last = self.words.cited_as(self.text), {}, 0
        cited = (match for pattern, _ in self.words.cited for match in pattern.finditer(self.text))
        if len(list(islice(cited, _FEWEST))) < _FEWEST:
            return {}
        for line, after in pairwise(lines):
            read = _BARE_TITLE.fullmatch(self.text, line.start, line.end) if line.block else None
            if read is None or not _LAW_BELOW.match(self.text, after.start, after.end):
                continue
            number = line_mark(f"{read['n']}.", 0, len(read["n"]) + 1)
            key = number.readings[0][1] if number else 0
            if isinstance(key, int) and (follows("", last, key, slack=8 if last else 0)):
                filled = form.replace("{n}", read["n"])
                found[line.start] = Heading("article", ARTICLE_RANK, read["n"], filled, line.end, True)
                last = key
        enough = len(found) > _FEWEST and _spread(found, len(self.text))
        return found if enough else {}


def _spread(found: dict[int, Heading], length: int) -> bool:
    """A list of titles at one place (a table of contents) is no sequence of articles."""
    starts = sorted(found)
    return starts[-1] - starts[0] > length // 4


def _title(rest: str) -> str:
    return rest.strip(" .:—–-\u3000")


def _is_title(rest: str) -> bool:
    """Whether what follows a unit's number can be its title: empty, or short and no sentence."""
    title = _title(rest)
    if not title:
        return True
    return len(title) <= _TITLE_LENGTH and _title_like(title) and not rest.rstrip().endswith(_SENTENCE_END)


def _title_like(title: str) -> bool:
    first = next((sign for sign in title if sign.isalpha()), "")
    return bool(first) and not title.endswith((";", ",")) and (not first.islower() or title[0] in '“"‘«[')
