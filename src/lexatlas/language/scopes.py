"""References to parts of a law ("Titles III and IV", "paragraph 5(h)"), and the segments that they mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lexatlas.core.evidence import Segment
from lexatlas.language import numerals_han
from lexatlas.language.alternatives import alternatives
from lexatlas.language.cues import phrase_pattern, phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.numerals import plain_digits

KINDS = (
    "article",
    "section",
    "paragraph",
    "point",
    "title",
    "chapter",
    "part",
    "division",
    "annex",
    "regulation",
    "recital",
)
"""Families of [scopes] in a lexicon: the nouns that name a place of a law."""
_ROUND = r"\([^\W_]{1,5}(?:\.\d+)?\)"
_LABEL = rf"(?:\d+[A-Z]{{0,2}}(?:\.\d+)*|[IVXLC]+(?![a-z])|[A-Z](?![\w])|{_ROUND})(?:{_ROUND})*"


_HAN = "〇一二三四五六七八九十百千\\d"
_EASTERN = {
    "ja": re.compile(
        rf"(?:(?P<s>附則)|(?<![法令則例）]))第(?P<a>[{_HAN}]+条(?:の[{_HAN}]+)*)(?:第(?P<p>[{_HAN}]+項))?(?:第(?P<i>[{_HAN}]+号(?:の[{_HAN}]+)*))?"
        rf"|(?<![条項\w])第(?P<q>[{_HAN}]+項)(?:第(?P<j>[{_HAN}]+号))?"
    ),
    "ko": re.compile(
        r"(?P<s>부칙\s?)?(?<!」 )(?<!」)(?<!법 )(?<!영 )제(?P<a>\d+조(?:의\d+)*)"
        r"(?:제(?P<p>\d+항))?(?:제(?P<i>\d+호(?:의\d+)*))?"
        r"|(?<![조\w])제(?P<q>\d+항)(?:제(?P<j>\d+호))?"
    ),
}
_COUNTER = re.compile("[条조]")
_COUNTED = "項号항호"
"""Paragraphs and items of one article share their numbers, and are told apart by what they are called."""
_OF_OTHER_LAW = {"th": "แห่ง"}
"""Words behind a reference that make it one to another law."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference at `words[start:end]`: the kind of part and the labels it names.

    Each label is a path from the outside in: "5(h)(iv)" is ("5", "h", "iv"). `to` marks a range between the
    label and the one after it. `this` marks "this Part", whose labels are empty.
    """

    mark: str
    labels: tuple[tuple[str, ...], ...]
    ranged: bool
    start: int
    end: int
    this: bool = False


@cache
def _pattern(language: str) -> re.Pattern[str]:
    families = lexicon(language).families("scopes")
    kinds = "|".join(f"(?P<{kind}>{_one_of(families[kind], language)})"
                     for kind in KINDS if families.get(kind))  # fmt: skip
    if not kinds:
        return re.compile(r"(?!)")
    links = "|".join(phrase_pattern(word, language) if word.isalpha() else re.escape(word)
                     for word in (*families.get("to", ()), *families.get("and", ())))  # fmt: skip
    this = _one_of(families.get("this", ()), language)
    one = _label(language)
    labels = rf"(?P<labels>{one}(?:\s*(?:{links})+\s*(?:{links})?\s*{one})*)"
    # Where every name stands at the border of a word, one look behind tells most places apart.
    first = r"(?<!\w)" if all(name.startswith(r"(?<!\w)") for name in _names(language)) else ""
    return re.compile(rf"{first}(?:(?P<this>(?i:{this}))\s+)?(?i:{kinds})\.?(?:\s+{labels})?")


def _one_of(words: Sequence[str], language: str) -> str:
    """Return a pattern for any of `words`, of which an earlier one wins; one that never matches for none."""
    patterns = [phrase_pattern(word, language) for word in words]
    return alternatives(patterns, ignore_case=True) if patterns else "(?!)"


def _names(language: str) -> list[str]:
    """The patterns of all words that a reference may begin with."""
    families = lexicon(language).families("scopes")
    return [phrase_pattern(word, language) for kind in ("this", *KINDS) for word in families.get(kind, ())]


def references(words: str, language: str = "en") -> list[Reference]:
    """Return the references of `words` in reading order; a part with neither label nor "this" is none."""
    code = language.split("-")[0]
    if code in _EASTERN:
        return [_eastern(match) for match in _EASTERN[code].finditer(words)]
    if lexicon(code).words("scopes", "ordinal_endings"):
        return _label_first(words, code)
    found = []
    for match in _pattern(code).finditer(words):
        other = _OF_OTHER_LAW.get(code)
        if other and words[match.end() :].lstrip().startswith(other):
            continue
        if not match.group("labels") and not match.group("this"):
            continue
        mark = next(kind for kind in KINDS if match.groupdict().get(kind))
        labels = match.group("labels") or ""
        paths = tuple(
            _path(label) for label in re.findall(_label(code), labels + words[match.end() : match.end() + 1])
        )
        ranged = len(paths) > 1 and _ranged(labels, code)
        found.append(
            Reference(
                mark, paths, ranged, match.start(), match.end(), bool(match.group("this") and not labels)
            )
        )
    return _chained(words, found, code) if lexicon(code).words("scopes", "chain") else found


@cache
def _ordinal_pattern(language: str) -> re.Pattern[str]:
    families = lexicon(language).families("scopes")
    endings = "|".join(families["ordinal_endings"])
    one = rf"\d+(?:/[A-ZÇĞİÖŞÜ])?(?:\s?['’]?\s?(?:{endings})(?!\w)|\.)?"
    links = "|".join(re.escape(word) for word in (*families.get("to", ()), *families.get("and", ())))
    kinds = "|".join(f"(?P<{kind}>{_one_of(families[kind], language)})" for kind in ("article", "paragraph"))
    return re.compile(rf"(?<![\w/.])(?P<labels>{one}(?:\s*(?:{links})\s*{one})*)\s+(?i:{kinds})")


def _label_first(words: str, language: str) -> list[Reference]:
    """Read references whose number stands before their name, "11 inci maddesi"; what bears its name first is a mark."""
    found = []
    for match in _ordinal_pattern(language).finditer(words):
        labels = match.group("labels")
        paths = tuple((label,) for label in re.findall(r"\d+(?:/[A-ZÇĞİÖŞÜ])?", labels))
        mark = "article" if match.group("article") else "paragraph"
        ranged = len(paths) > 1 and _ranged(labels, language)
        found.append(Reference(mark, paths, ranged, match.start(), match.end()))
    return found


_DEPTH = {"article": 0, "annex": 0, "paragraph": 1, "point": 2}
_BESIDE = re.compile(r"(?:[\s,.)º°ª]|Satz\s\d+|frase\s\d+|primo periodo)*")


def _chained(words: str, found: list[Reference], language: str) -> list[Reference]:
    """Join parts that stand side by side into one place: "§ 5 Abs. 2 Nr. 3", "пункт 3 части 2 статьи 5"."""
    inward = "inward" in lexicon(language).words("scopes", "chain")
    kept: list[Reference] = []
    for one in found:
        last = kept[-1] if kept else None
        beside = last is not None and not last.ranged and _BESIDE.fullmatch(words, last.end, one.start)
        if last is None or not beside or one.this or last.this or {one.mark, last.mark} - _DEPTH.keys():
            kept.append(one)
        elif inward and _DEPTH[last.mark] < _DEPTH[one.mark] and len(last.labels) == 1:
            paths = tuple(last.labels[0] + path for path in one.labels)
            kept[-1] = Reference(last.mark, paths, one.ranged, last.start, one.end)
        elif not inward and _DEPTH[last.mark] >= _DEPTH[one.mark] and len(one.labels) == 1:
            paths = tuple(one.labels[0] + path for path in last.labels)
            kept[-1] = Reference(one.mark, paths, last.ranged, last.start, one.end)
        else:
            kept.append(one)
    return kept


@cache
def _label(language: str) -> str:
    """The pattern of a label; small letters before a bracket and later numbers where a language chains its places."""
    if not lexicon(language).words("scopes", "chain"):
        return _LABEL
    small = r"(?<!\w)[a-z]{1,2}(?![\w.])" if language == "de" else r"(?<!\w)[a-zа-я]{1,2}(?=\))"
    later = r"\d+(?:-?(?:bis|ter|quater|quinquies|sexies)|[A-Z]{1,2}|[a-z](?!\w))?(?:\.\d+)*"
    return rf"(?:{later}|[IVXLC]+(?![a-z])|[A-Z](?![\w])|{small}|{_ROUND})(?:{_ROUND})*"


def _eastern(match: re.Match[str]) -> Reference:
    """Read "第三条の二第二項第一号" and "제3조제2항"; a first paragraph that bears no number is its article."""
    parts = match.groupdict()
    path = (parts["a"], parts["p"], parts["i"]) if parts["a"] else (parts["q"], parts["j"], None)
    # The supplementary provisions number their articles anew.
    above = (parts["s"].strip(),) if parts["s"] else ()
    labels = above + tuple(_key(_COUNTER.sub("", part)) for part in path if part)
    mark = "article" if parts["a"] else "paragraph"
    return Reference(mark, (labels,), False, match.start(), match.end())


def _key(label: str) -> str:
    """Return a label as it is compared: Han numerals and digits of other scripts as plain ones."""
    plain = plain_digits(label.strip("().")).casefold()
    return re.sub(
        "[〇一二三四五六七八九十百千]+",
        lambda run: str(numerals_han.value_of(run.group(), "ja") or run.group()),
        plain,
    )


def _path(label: str) -> tuple[str, ...]:
    return tuple(piece for piece in re.split(r"[()]+", label) if piece)


def _ranged(labels: str, language: str) -> bool:
    to = lexicon(language).families("scopes").get("to", ())
    return bool(to) and phrases_regex(to, language).search(labels) is not None


_MARKKINDS = {
    "article": ("article",), "section": ("article",), "regulation": ("article",), "annex": ("annex",),
    "recital": ("recital",),
    "title": ("group",), "chapter": ("group",), "part": ("group",), "division": ("group",),
    "paragraph": ("paragraph", "item", "article"), "point": ("item", "definition", "row"),
}  # fmt: skip


class Places:
    """The numbered segments of one text, by kind and label, to find what references mean."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._by_label: dict[tuple[str, str], list[int]] = {}
        self._below: dict[tuple[int, str], list[int]] = {}
        for index, segment in enumerate(segments):
            label = _key(segment.label)
            counter = re.search(f"[{_COUNTED}]", segment.mark)
            if label and counter and segment.kind in ("paragraph", "item"):
                label = re.sub(r"^\d+", rf"\g<0>{counter.group()}", label)
            if label:
                self._by_label.setdefault((segment.kind, label), []).append(index)
                self._below.setdefault((self._numbered_above(index), label), []).append(index)

    def resolve(self, reference: Reference, near: int = -1) -> list[int]:
        """Return the indices of the segments that `reference` means, in document order; empty when none.

        `near` is the index of the segment in which the reference stands: "paragraph 2" is sought in its own
        article, "this Part" among its ancestors.
        """
        if reference.this:
            return self._ancestor(reference.mark, near)
        found = {index for path in _spread(reference) for index in self._walk(path, reference.mark, near)}
        return sorted(found)

    def _ancestor(self, mark: str, near: int) -> list[int]:
        while near >= 0:
            segment = self._segments[near]
            named = segment.kind != "group" or segment.mark.casefold().startswith(mark)
            if segment.kind in _MARKKINDS[mark] and named:
                return [near]
            near = segment.parent
        return []

    def _walk(self, path: tuple[str, ...], mark: str, near: int) -> list[int]:
        first = self._first(_key(path[0]), mark, near)
        for label in path[1:]:
            below = [index for parent in first for index in self._below.get((parent, _key(label)), ())]
            unnumbered = label == "1項" and all(
                self._segments[index].mark.startswith("第") for index in first
            )
            first = below or (first if unnumbered else [])
        return first

    def _first(self, label: str, mark: str, near: int) -> list[int]:
        inside = self._enclosing(near) if mark in ("paragraph", "point") else -1
        found = [
            index
            for kind in _MARKKINDS[mark]
            for index in self._by_label.get((kind, label), ())
            if (kind != "group" or mark in self._segments[index].mark.casefold())
            and (inside < 0 or self._within(index, inside))
        ]
        if not found and "group" in _MARKKINDS[mark]:
            # "Taqsima IV": a mark in another language than ours is told by its number where one group has it.
            alone = self._by_label.get(("group", label), ())
            found = list(alone) if len(alone) == 1 else []
        if not found and mark == "paragraph":
            # Canada's "paragraph 5(h)" begins with the section's number.
            found = self._by_label.get(("article", label), [])
        return sorted(found)

    def _numbered_above(self, index: int) -> int:
        index = self._segments[index].parent
        while index >= 0 and not self._segments[index].label:
            index = self._segments[index].parent
        return index

    def _enclosing(self, near: int) -> int:
        while near >= 0 and self._segments[near].kind not in ("article", "annex"):
            near = self._segments[near].parent
        return near

    def _within(self, index: int, outer: int) -> bool:
        while index >= 0 and index != outer:
            index = self._segments[index].parent
        return index == outer


def _spread(reference: Reference) -> list[tuple[str, ...]]:
    """Write "3 to 13" out where both ends are plain numbers, and not absurdly far apart."""
    ends = reference.labels
    plain = len(ends) == 2 and all(len(end) == 1 and end[0].isdecimal() and len(end[0]) <= 4 for end in ends)
    if reference.ranged and plain:
        return [(str(number),) for number in range(int(ends[0][0]), int(ends[1][0]) + 1)]
    return list(ends)


_OWN_MARK = re.compile(r"\s*[–—-]\s")


def scope_before(words: str, language: str) -> str:
    """Return the words for the part of a law that are the subject of `words`; "" when it is the whole."""
    tail = re.split(r",\s+", words)[-1]
    # "MADDE 80 – This Act …": a provision's own mark is not what its words speak of.
    found = [
        one for one in references(tail, language) if not one.this and not _OWN_MARK.match(tail[one.end :])
    ]
    if found:
        return tail[found[0].start : found[-1].end].strip()
    licences = lexicon(language).families("scopes").get("licence", ())
    match = phrases_regex(licences, language).search(words) if licences else None
    return match.group() if match else ""
