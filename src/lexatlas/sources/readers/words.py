"""The words of `data/structure.toml` as patterns, read once a process."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from lexatlas.core.evidence import PartOfText
from lexatlas.sources.readers.marks import LATIN

_NUMBER = (
    rf"(?:\d+(?:[- ]?(?:{LATIN}))?[A-Za-z]{{0,3}}(?:[.-]\d+)*|[IVXLC]+(?:[- ]?(?:{LATIN}))?"
    r"|[A-Z](?=[\s.:—–-]|$)|1er|unique|premier|first"
    r"|(?i:preliminar|[úu]nic[oa]|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|séptim[oa]|octav[oa]|noven[oa]"
    r"|décim[oa]|primeir[oa]|terceir[oa]|quart[oa]|sétim[oa]|oitav[oa]|non[oa]|prim[oa]|second[oa]|terz[oa])(?!\w))"
)
OPENED = re.compile('[“"‘«„]')
"""What a quoted term begins with."""
_ORDINAL_AR = r"(?:ال[^\W\d_]+(?:\s(?:عشرة?|وال[^\W\d_]+))?)"


@dataclass(frozen=True)
class Words:
    """Patterns for the structure of a statute in many languages.

    Each heading pattern has groups `n` (the number) and `rest` (what follows it on the line); `first`
    matches the name of any unit, so that most lines are done with after one look.
    """

    first: re.Pattern[str]
    articles: tuple[tuple[re.Pattern[str], str], ...]
    groups: tuple[re.Pattern[str], ...]
    ordinal_groups: tuple[re.Pattern[str], ...]
    annex: re.Pattern[str]
    han: re.Pattern[str]
    parts: tuple[tuple[PartOfText, tuple[str, ...]], ...]
    transitional_anywhere: tuple[str, ...]
    amending_headings: tuple[str, ...]
    amending_leads: tuple[str, ...]
    sidenote_ends: tuple[str, ...]
    sidenote: re.Pattern[str]
    definition: re.Pattern[str]
    defines: re.Pattern[str]
    proviso: tuple[str, ...]
    signature: tuple[str, ...]
    afterword: re.Pattern[str]
    afterword_alone: re.Pattern[str]
    rubbish: re.Pattern[str]
    cited: tuple[tuple[re.Pattern[str], str], ...]

    def part_under(self, title: str) -> PartOfText | None:
        """Return the part of the text that a heading announces, or None for none in particular."""
        low = title.strip(" .—–-:0123456789()（）<>[]\u3000").replace("İ", "i").lower()
        for part, starts in self.parts:
            if low.startswith(starts):
                return part
        return "transitional" if any(word in low for word in self.transitional_anywhere) else None

    def amends(self, title: str) -> bool:
        """Return whether a heading says that its article changes another law."""
        low = title.lower()
        return any(word in low for word in self.amending_headings)

    def cited_as(self, text: str) -> str:
        """Return how the law cites its own units, as a mark to be filled in with a number."""
        sample = text[:200_000]
        counts = [(len(pattern.findall(sample)), mark) for pattern, mark in self.cited]
        best = max(counts, key=lambda pair: pair[0])
        return best[1] if best[0] else "s. {n}"


@cache
def words() -> Words:
    """Read the table of structure words."""
    path = Path(__file__).parents[1] / "data" / "structure.toml"
    data = tomli.loads(path.read_text(encoding="utf-8"))
    part: dict[str, list[str]] = data["part"]
    ordinals: list[str] = data["ordinals"]["words"]
    names = [name for row in (*data["article"], *data["group"], data["annex"]) for name in row["words"]]
    units = "|".join(re.escape(name) for row in data["group"] for name in row["words"])
    numbered = rf"\d{{1,2}}\.\s+(?:{units})"
    return Words(
        first=_any(
            [*[re.escape(form) for name in (*names, *ordinals) for form in (name, name.upper())], numbered]
        ),
        articles=tuple((_heading(row["words"]), row["mark"]) for row in data["article"]),
        groups=tuple(_heading(row["words"], bare=False) for row in data["group"]),
        ordinal_groups=tuple(_ordinal_heading(row["words"], ordinals) for row in data["group"]),
        annex=_heading(data["annex"]["words"], bare=True),
        han=re.compile(
            r"第(?P<n>[零一二三四五六七八九十百千\d]+)(?P<unit>[编编章节条條])(?P<rest>.*)", re.DOTALL
        ),
        parts=tuple((name, tuple(part[name])) for name in ("definition", "transitional", "note")),
        transitional_anywhere=tuple(part["transitional_anywhere"]),
        amending_headings=tuple(data["amending"]["headings"]),
        amending_leads=tuple(data["amending"]["leads"]),
        sidenote_ends=tuple(data["sidenote"]["ends"]),
        sidenote=_any(data["sidenote"]["patterns"]),
        defines=_any([rf"\b{re.escape(verb)}\b" for verb in data["definition"]["verbs"]]),
        definition=_definition(data["definition"]["verbs"]),
        proviso=tuple(data["proviso"]["begins"]),
        signature=tuple(data["signature"]["begins"]),
        afterword=_afterword(data["afterword"]["headings"], data["afterword"]["leads"]),
        afterword_alone=re.compile(rf"{_SIGNS}(?:{_folded(data['afterword']['alone'])}){_CLOSED}"),
        rubbish=_any(data["rubbish"]["patterns"]),
        cited=tuple((re.compile(row["pattern"]), row["mark"]) for row in data["cited"]),
    )


def _heading(names: list[str], *, bare: bool | None = False) -> re.Pattern[str]:
    """Match a unit's name, as given or in capitals, its number and the rest of the line."""
    forms = sorted({form for name in names for form in (name, name.upper())}, key=len, reverse=True)
    name = "|".join(re.escape(form) for form in forms)
    number = rf"[(（]?\s?(?P<n>{_NUMBER}|{_ORDINAL_AR})(?:\.?[º°ª])?\s?[)）]?"
    numbered = rf"\s*{number}" if bare is False else rf"(?:\s*{number})?"
    return re.compile(rf"(?:{name})\.?{numbered}(?=[\s.:\-–—،]|$)(?P<rest>.*)", re.DOTALL)


def _ordinal_heading(names: list[str], ordinals: list[str]) -> re.Pattern[str]:
    """Match a unit that its number stands before, "Erster Abschnitt", "BİRİNCİ BÖLÜM"."""
    units = "|".join(re.escape(form) for name in names for form in (name, name.upper()))
    numbers = "|".join(re.escape(form) for word in ordinals for form in (word, word.upper()))
    return re.compile(rf"(?P<n>{numbers}|\d{{1,2}}\.)\s+(?:{units})(?=[\s.:\-–—]|$)(?P<rest>.*)", re.DOTALL)


def _definition(verbs: list[str]) -> re.Pattern[str]:
    """Match a quoted term that is followed, within its clause, by a verb that defines."""
    verb = "|".join(re.escape(form) for form in sorted(verbs, key=len, reverse=True))
    return re.compile(
        rf"{OPENED.pattern}(?P<term>[^“”\"‘«»„;\n]{{1,100}})[”\"’»“](?:[^;.:]|\.\d){{0,220}}?\b(?:{verb})\b",
        re.DOTALL,
    )


_SIGNS, _CLOSED = r"[\s#*◇■○【\[(]*", r"[\s.:*】\])]*$"
"""What may stand around a heading."""


def _afterword(headings: list[str], leads: list[str]) -> re.Pattern[str]:
    """Match a folded line that opens a note behind the law: its heading alone, or with a word or two, or a stop."""
    more = rf"(?:{_CLOSED}|\s*[.:–—]|\s[^.;:,]{{1,60}}$)"
    return re.compile(rf"{_SIGNS}(?:(?:{_folded(headings)}){more}|(?:{_folded(leads)}))")


def _folded(names: list[str]) -> str:
    """Return names as alternatives for text whose letter case is folded."""
    return "|".join(re.escape(name.casefold()) for name in sorted(names, key=len, reverse=True))


def _any(patterns: list[Any]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
