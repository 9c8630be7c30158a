"""Styles of a Word document: heading levels, numbering, hidden text and language, through their chains."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import tomli
from lxml import etree

from lexatlas.sources.readers.markup import attribute, child, name_of

_MAX_CHAIN = 12
_OFF = frozenset({"0", "false", "off", "none"})


def switched(properties: etree._Element | None, name: str) -> bool | None:
    """Return whether a property is switched on or off; None where nothing is said."""
    found = child(properties, name) if properties is not None else None
    return None if found is None else attribute(found, "val").lower() not in _OFF


def value_of(properties: etree._Element | None, *path: str) -> str:
    """Return the `val` of a property, or an empty string."""
    for name in path:
        properties = child(properties, name) if properties is not None else None
    return attribute(properties, "val") if properties is not None else ""


@dataclass(frozen=True)
class Names:
    """Style names that people and other word processors write."""

    heading: re.Pattern[str]
    title: frozenset[str]
    contents: re.Pattern[str]


@cache
def names() -> Names:
    """Read the table of style names."""
    path = Path(__file__).parents[1] / "data" / "word-styles.toml"
    data = tomli.loads(path.read_text(encoding="utf-8"))
    heading, contents = ("|".join(map(re.escape, data[key])) for key in ("heading", "contents"))
    return Names(
        re.compile(rf"(?:{heading})[\s_-]*(?P<n>[1-9])"),
        frozenset(data["title"]),
        re.compile(rf"(?:{contents})[\s_-]*[1-9]"),
    )


@dataclass
class Styles:
    """The styles by id; `default` is the paragraph style of paragraphs that name none."""

    by_id: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""
    language: dict[str, str] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, root: etree._Element | None) -> "Styles":
        """Read the styles part; without one there are no styles."""
        found = cls()
        for each in root if root is not None else ():
            if name_of(each) == "style":
                style = attribute(each, "styleId")
                found.by_id[style] = each
                if attribute(each, "type") == "paragraph" and attribute(each, "default") in {"1", "true"}:
                    found.default = style
            elif name_of(each) == "docDefaults":
                found.language = languages(child_path(each, "rPrDefault", "rPr"))
        return found

    def chain(self, style: str) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on, nearest first."""
        for _ in range(_MAX_CHAIN):
            found = self.by_id.get(style)
            if found is None:
                return
            yield found
            style = value_of(found, "basedOn")

    def level(self, style: str, own: etree._Element | None) -> int:
        """Return the heading level, 1 outermost; 0 for text. The paragraph's own word goes first."""
        said = value_of(own, "outlineLvl")
        for each in self.chain(style or self.default):
            said = said or value_of(each, "pPr", "outlineLvl")
            named = names().heading.fullmatch(self.name(each))
            if not said and named:
                return int(named["n"])
            if not said and self.name(each) in names().title:
                return 1
        return int(said) + 1 if said.isdecimal() and int(said) < 9 else 0

    def is_title(self, style: str) -> bool:
        """Return whether this is the style of a document's title."""
        return any(self.name(each) in names().title for each in self.chain(style))

    def is_contents(self, style: str) -> bool:
        """Return whether this is the style of a list of contents."""
        return any(names().contents.fullmatch(self.name(each)) for each in self.chain(style))

    @staticmethod
    def name(style: etree._Element) -> str:
        """Return a style's name in small letters."""
        return " ".join(value_of(style, "name").lower().split())

    def numbering(self, style: str) -> tuple[str, str]:
        """Return id of the numbering and level that a style brings; empty strings without one."""
        number = level = ""
        for each in self.chain(style or self.default):
            number = number or value_of(each, "pPr", "numPr", "numId")
            level = level or value_of(each, "pPr", "numPr", "ilvl")
        return number, level

    def font(self, own: etree._Element | None, paragraph: str) -> str:
        """Return the font of a run: its own, of its character style, of the paragraph's; empty if none is named."""
        said = _font(own)
        for style in () if said else (value_of(own, "rStyle"), paragraph or self.default):
            if style not in self.fonts:
                each = (_font(child(one, "rPr")) for one in self.chain(style))
                self.fonts[style] = next(filter(None, each), "")
            said = said or self.fonts[style]
        return said

    def run(self, run: etree._Element, paragraph: str, name: str) -> bool:
        """Return whether a switch (hidden, struck through) holds for a run: own, character, paragraph style."""
        own = child(run, "rPr")
        said = switched(own, name)
        for style in (value_of(own, "rStyle"), paragraph or self.default):
            for each in self.chain(style):
                said = switched(child(each, "rPr"), name) if said is None else said
        return bool(said)


def _font(properties: etree._Element | None) -> str:
    found = child(properties, "rFonts") if properties is not None else None
    return attribute(found, "ascii") if found is not None else ""


def child_path(element: etree._Element, *path: str) -> etree._Element | None:
    """Return the element at the end of a path of local names, or None."""
    found: etree._Element | None = element
    for name in path:
        found = child(found, name) if found is not None else None
    return found


def languages(properties: etree._Element | None) -> dict[str, str]:
    """Return the languages of Western, East Asian and right-to-left text that properties name."""
    said = child(properties, "lang") if properties is not None else None
    if said is None:
        return {}
    return {key: attribute(said, key) for key in ("val", "eastAsia", "bidi") if attribute(said, key)}
