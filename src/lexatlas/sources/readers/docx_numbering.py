"""The numbers of list items as Word shows them: they stand nowhere in the file and are counted anew."""

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from lexatlas.sources.readers.docx_numerals import numeral
from lexatlas.sources.readers.docx_styles import Styles, switched, value_of
from lexatlas.sources.readers.markup import attribute, child, name_of

_PLACE = re.compile(r"%([1-9])")
_HIGHEST = 32_767


@dataclass(frozen=True)
class Level:
    """How one level is numbered; `restart` is the level (1 outermost) behind which it begins anew, 0 never."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = -1
    legal: bool = False
    gap: str = "tab"
    style: str = ""


@dataclass(frozen=True)
class Shown:
    """What Word shows before a paragraph; `bullet` for a sign that is no number."""

    words: str
    level: int
    bullet: bool = False


@dataclass
class Numbering:
    """Definitions of lists and the counters of those that are running."""

    styles: Styles
    abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    of_list: dict[str, str] = field(default_factory=dict)
    own: dict[str, dict[int, Level]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    unknown: int = 0

    @classmethod
    def read(cls, root: etree._Element | None, styles: Styles) -> "Numbering":
        """Read the numbering part; without one no paragraph is numbered."""
        found = cls(styles)
        for each in root if root is not None else ():
            if name_of(each) == "abstractNum":
                key = attribute(each, "abstractNumId")
                found.abstract[key] = _levels(each)
                found.links[key] = value_of(each, "numStyleLink")
            elif name_of(each) == "num":
                found._list(each)
        return found

    def _list(self, each: etree._Element) -> None:
        key = attribute(each, "numId")
        self.of_list[key] = value_of(each, "abstractNumId")
        for override in each:
            if name_of(override) != "lvlOverride":
                continue
            at = _number(attribute(override, "ilvl"), 0)
            self.own.setdefault(key, {}).update(_levels(override))
            start = value_of(override, "startOverride")
            if start:
                self.starts.setdefault(key, {})[at] = _number(start, 1)

    def show(self, properties: etree._Element | None, style: str) -> Shown | None:
        """Count one paragraph and return what stands before it, or None when it has no number."""
        own = child(properties, "numPr") if properties is not None else None
        number, level = value_of(own, "numId"), value_of(own, "ilvl")
        from_style, style_level = self.styles.numbering(style)
        number = number or from_style
        levels = self._levels_of(number)
        if not levels:
            return None
        named = next((str(at) for at, each in levels.items() if style and each.style == style), "")
        at = _number(level or style_level or named, 0)
        return self._count(number, levels, at) if at in levels else None

    def _levels_of(self, number: str) -> dict[int, Level]:
        if number not in self.levels:
            levels = {**self.abstract.get(self._abstract(number), {}), **self.own.get(number, {})}
            for at, start in self.starts.get(number, {}).items():
                levels[at] = replace(levels.get(at, Level()), start=start)
            self.levels[number] = levels
        return self.levels[number]

    def _abstract(self, number: str) -> str:
        key = self.of_list.get(number, "")
        if self.links.get(key):
            linked, _ = self.styles.numbering(self.links[key])
            return self.of_list.get(linked, key)
        return key

    def _count(self, number: str, levels: dict[int, Level], at: int) -> Shown:
        counter = self.counters.setdefault(self._abstract(number), {})
        if (number, at) not in self.begun and at in self.starts.get(number, {}):
            # A list with a start of its own begins there when it is first met, and goes on otherwise.
            counter.pop(at, None)
        self.begun.add((number, at))
        counter[at] = min(counter[at] + 1 if at in counter else levels[at].start, _HIGHEST)
        for deeper in [each for each in counter if each > at]:
            restart = levels[deeper].restart if deeper in levels else -1
            if restart < 0 or at < restart:
                del counter[deeper]
        if levels[at].form == "bullet":
            return Shown(levels[at].text, at, bullet=True)
        words = _PLACE.sub(
            lambda found: self._numeral(int(found[1]) - 1, at, levels, counter), levels[at].text
        )
        return Shown(words + {"nothing": "", "space": " "}.get(levels[at].gap, "\t"), at)

    def _numeral(self, which: int, at: int, levels: dict[int, Level], counter: dict[int, int]) -> str:
        if which not in levels or which > at:
            return ""
        value = counter.setdefault(which, levels[which].start)
        shown = numeral(value, "decimal" if levels[at].legal else levels[which].form)
        self.unknown += shown is None
        return shown or ""


def _levels(holder: etree._Element) -> dict[int, Level]:
    return {_number(attribute(each, "ilvl"), 0): _level(each) for each in holder if name_of(each) == "lvl"}


def _level(each: etree._Element) -> Level:
    restart = value_of(each, "lvlRestart")
    return Level(
        form=value_of(each, "numFmt") or "decimal",
        text=value_of(each, "lvlText")[:200],
        start=_number(value_of(each, "start"), 0),
        restart=_number(restart, -1) if restart else -1,
        legal=bool(switched(each, "isLgl")),
        gap=value_of(each, "suff") or "tab",
        style=value_of(each, "pStyle"),
    )


def _number(said: str, otherwise: int) -> int:
    return min(int(said), _HIGHEST) if said.isdecimal() and len(said) < 9 else otherwise
