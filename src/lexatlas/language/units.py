"""Whole legal units: sentences, or the stems of a list and one item, with the words that close the list."""

from collections.abc import Sequence
from dataclasses import dataclass

from lexatlas.core.evidence import CanonicalText, PartOfText, Segment, Span, Unit
from lexatlas.language.cues import phrases_regex
from lexatlas.language.kept import Kept
from lexatlas.language.lexicon import lexicon
from lexatlas.language.locators import locator, page_of
from lexatlas.language.numbering import unlabelled
from lexatlas.language.sentences import sentences, trim
from lexatlas.language.subjects import verb_last

_OWN_PART: dict[str, PartOfText] = {
    "heading": "heading",
    "note": "note",
    "footnote": "note",
    "recital": "recital",
}
_STOPS = (".", "。")


@dataclass(frozen=True)
class UnitWords:
    """The words of a unit, parts joined by a space, with the way back to the text."""

    words: str
    parts: tuple[Span, ...]

    def to_source(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the places in the text of `words[start:end]`, one span for each part that it touches."""
        found, at = [], 0
        for part in self.parts:
            length = part.end - part.start
            left, right = max(start, at), min(end, at + length)
            if left < right:
                found.append(Span(part.start + left - at, part.start + right - at))
            at += length + 1
        return tuple(found)


def unit_words(text: CanonicalText, unit: Unit) -> UnitWords:
    """Return the words of `unit` with their offset map."""
    return UnitWords(" ".join(text.text[part.start : part.end] for part in unit.parts), unit.parts)


class _Tree:
    """Children and own stretches of every segment, read once for a text."""

    def __init__(self, text: str, segments: Sequence[Segment], language: str) -> None:
        self.text = text
        self.segments = segments
        self.children: dict[int, list[int]] = {}
        self.language = language
        self.units: tuple[Unit, ...] | None = None
        self._labels: dict[int, frozenset[str]] = {}
        self._own: dict[int, list[tuple[Span, bool]]] = {}
        for index, segment in enumerate(segments):
            # A page begins anywhere, within a sentence too: it parts nothing.
            if segment.kind != "page":
                self.children.setdefault(segment.parent, []).append(index)
        for listed in self.children.values():
            listed.sort(key=lambda index: (segments[index].start, index))

    def own(self, index: int) -> list[tuple[Span, bool]]:
        """Return the stretches of segment `index` outside its children; True where a list item comes next."""
        if index not in self._own:
            # Each item of a list asks for those of its parent again.
            self._own[index] = self._stretches(index)
        return self._own[index]

    def _stretches(self, index: int) -> list[tuple[Span, bool]]:
        segment = self.segments[index]
        stretches, at = [], segment.start
        for child in self.children.get(index, []):
            start = max(at, self.segments[child].start)
            stretches.append((Span(at, start), self.segments[child].kind == "item"))
            at = max(at, self.segments[child].end)
        stretches.append((Span(at, segment.end), False))
        stretches = self._past_notes(index, stretches)
        return [
            (trim(self.text, span), listed)
            for span, listed in stretches
            if self.text[span.start : span.end].strip()
        ]

    def _past_notes(self, index: int, stretches: list[tuple[Span, bool]]) -> list[tuple[Span, bool]]:
        """An editor's note between a stem and its first item ("<개정 …>") does not part the two."""
        listed = False
        found = []
        children = self.children.get(index, [])
        for number in range(len(stretches) - 1, -1, -1):
            span, own = stretches[number]
            kind = self.segments[children[number]].kind if number < len(children) else ""
            listed = own or (listed and kind == "note")
            found.append((span, listed))
            listed = listed and not self.text[span.start : span.end].strip()
        return found[::-1]

    def labels(self, index: int) -> frozenset[str]:
        """Return the numbers of a segment and of the segments around it, as printed but for brackets."""
        if index not in self._labels:
            segment = self.segments[index]
            own = frozenset({segment.label.strip("().").casefold()} - {""})
            self._labels[index] = own | (self.labels(segment.parent) if segment.parent >= 0 else frozenset())
        return self._labels[index]

    def article(self, index: int) -> int:
        """Return the enclosing article (or annex), -1 when there is none."""
        while index >= 0 and self.segments[index].kind not in ("article", "annex"):
            index = self.segments[index].parent
        return index


_TREES: Kept[_Tree] = Kept()


def _tree(text: CanonicalText, language: str) -> _Tree:
    """Return the tree of a text, kept as long as the text itself lives."""
    code = language.split("-")[0]
    return _TREES.of(text, code, lambda: _Tree(text.text, text.segments, code))


def _unlabelled(tree: "_Tree", span: Span, index: int) -> Span:
    return unlabelled(tree.text, span, tree.labels(index))


def units(text: CanonicalText, language: str) -> list[Unit]:
    """Return the legal units of `text` in reading order.

    A sentence stays inside one innermost segment; a list item comes with the stems of every level above it
    and the words that close the list, in reading order; no unit crosses an article. Headings, notes and
    footnotes are units of their own, with their own part. A text without segments gives its sentences.
    """
    tree = _tree(text, language)
    if tree.units is None:
        tree.units = tuple(_units(tree))
    return list(tree.units)


def _units(tree: "_Tree") -> list[Unit]:
    found = [unit for index in range(len(tree.segments)) for unit in _of_segment(tree, index)]
    loose = [Unit((span,), -1, -1, "operative", page_of(tree.segments, span.start)) for span in _loose(tree)]
    return sorted(
        [*found, *loose],
        key=lambda unit: (unit.parts[-1] if len(unit.parts) == 1 else _item_part(unit, tree), unit.parts),
    )


def _item_part(unit: Unit, tree: _Tree) -> Span:
    segment = tree.segments[unit.segment]
    return next((part for part in unit.parts if segment.start <= part.start < segment.end), unit.parts[-1])


def _loose(tree: _Tree) -> list[Span]:
    """Return the sentences that no segment holds."""
    found, at = [], 0
    for index in tree.children.get(-1, []):
        segment = tree.segments[index]
        if segment.start > at and tree.text[at : segment.start].strip():
            found += sentences(tree.text, tree.language, at, segment.start)
        at = max(at, segment.end)
    return found + (sentences(tree.text, tree.language, at, len(tree.text)) if tree.text[at:].strip() else [])


def _of_segment(tree: _Tree, index: int) -> list[Unit]:
    segment = tree.segments[index]
    if segment.kind == "row":
        return [_unit(tree, index, (trim(tree.text, Span(segment.start, segment.end)),))]
    if segment.kind == "cell" and _in_row(tree, index):
        return []
    if segment.kind == "item" and segment.part == "schedule" and _under_row(tree, index):
        # A list in a cell says of what the figure beside it is: in a schedule the row is one datum.
        return []
    if segment.kind == "heading":
        span = trim(tree.text, Span(segment.start, segment.end))
        return [_unit(tree, index, (span,))] if span.end > span.start else []
    found: list[Unit] = []
    stretches = tree.own(index)
    for place, (span, listed) in enumerate(stretches):
        first = place == 0
        clean = _unlabelled(tree, span, index)
        spans = sentences(tree.text, tree.language, clean.start, clean.end)
        if listed and spans:
            # The last sentence before a list is its stem; it is quoted with each item, not alone.
            stem = _announcing(tree, spans)
            spans = [each for each in spans if each != stem]
        elif not first and spans and _closes(tree.text, spans[0]):
            spans = spans[1:]
        found += [_sentence(tree, index, each, first and number == 0) for number, each in enumerate(spans)]
    return found


def _in_row(tree: _Tree, index: int) -> bool:
    parent = tree.segments[index].parent
    return parent >= 0 and tree.segments[parent].kind == "row"


def _under_row(tree: _Tree, index: int) -> bool:
    at = tree.segments[index].parent
    while at >= 0 and tree.segments[at].kind != "row":
        at = tree.segments[at].parent
    return at >= 0


def _closes(text: str, span: Span) -> bool:
    """Words after a list that begin with a small letter close its sentence."""
    head = text[span.start : span.end].lstrip("\"'“‘—– ,;")
    return bool(head) and (head[0].islower() or text[span.start] in ",;—–")


def _sentence(tree: _Tree, index: int, span: Span, first: bool) -> Unit:
    segment = tree.segments[index]
    if segment.kind != "item" or not first:
        return _unit(tree, index, (span,))
    stems, closing = _around(tree, index)
    return _unit(tree, index, (*stems, span, *closing))


def _around(tree: _Tree, index: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the stems above an item from the outside in, and the closing words from the inside out."""
    stems: list[Span] = []
    closing: list[Span] = []
    at = index
    while tree.segments[at].kind == "item" and tree.segments[at].parent >= 0:
        parent = tree.segments[at].parent
        stem = _stem(tree, parent, at)
        if stem is None:
            break
        stems.insert(0, stem)
        close = _closing(tree, parent, at)
        if close is not None:
            closing.append(close)
        at = parent
    return tuple(stems), tuple(closing)


def _stem(tree: _Tree, parent: int, child: int) -> Span | None:
    """Return the last sentence of the parent's own words before its first item of the list of `child`."""
    begin = tree.segments[child].start
    before = [
        span
        for span, _ in tree.own(parent)
        if span.end <= begin and not _closes_after_item(tree, parent, span)
    ]
    if not before:
        return None
    span = before[-1]
    span = _unlabelled(tree, span, parent)
    spans = sentences(tree.text, tree.language, span.start, span.end)
    return _announcing(tree, spans) if spans else None


def _announcing(tree: _Tree, spans: Sequence[Span]) -> Span | None:
    """Return the sentence that a list completes: the last, or the last that announces it ("다음 각 호 …").

    Where the verb stands last, a further sentence of the rule may come between its stem and the items. None
    where a stop ends the last and it announces nothing: then the list stands by itself.
    """
    cues = phrases_regex(lexicon(tree.language).words("conditions", "announces"), tree.language)
    last = spans[-1]
    if verb_last(tree.language):
        named = [span for span in spans if cues.search(tree.text, span.start, span.end)]
        return named[-1] if named else last
    ended = tree.text[last.start : last.end].endswith(_STOPS) and bool(
        lexicon(tree.language).words("negations")
    )
    return None if ended and not cues.search(tree.text, last.start, last.end) else last


def _closes_after_item(tree: _Tree, parent: int, span: Span) -> bool:
    earlier = [
        i
        for i in tree.children.get(parent, [])
        if tree.segments[i].kind == "item" and tree.segments[i].end <= span.start
    ]
    return bool(earlier) and _closes(tree.text, span)


def _closing(tree: _Tree, parent: int, child: int) -> Span | None:
    end = tree.segments[child].end
    for span, _ in tree.own(parent):
        if span.start >= end:
            if not _closes(tree.text, span):
                return None
            return sentences(tree.text, tree.language, span.start, span.end)[0]
    return None


def _unit(tree: _Tree, index: int, parts: tuple[Span, ...]) -> Unit:
    segment = tree.segments[index]
    part = _OWN_PART.get(segment.kind, segment.part) if segment.part == "operative" else segment.part
    own = next((each for each in parts if segment.start <= each.start < segment.end), parts[0])
    return Unit(parts, index, tree.article(index), part, locator(tree.segments, index, own.start))


def _items(tree: _Tree, parent: int) -> list[int]:
    return [index for index in tree.children.get(parent, []) if tree.segments[index].kind == "item"]


def items_beside(text: CanonicalText, item: int, language: str) -> list[int]:
    """Return the items of the list in which segment `item` stands, itself among them, in reading order."""
    return _items(_tree(text, language), text.segments[item].parent)


def belongs_together(text: CanonicalText, unit: Unit, language: str) -> bool:
    """Return whether the items of the unit's list are alternatives or exceptions, to be read together."""
    if unit.segment < 0 or text.segments[unit.segment].kind != "item" or len(unit.parts) < 2:
        return False
    lex, tree = lexicon(language), _tree(text, language)
    stem = text.text[unit.parts[0].start : unit.parts[0].end].rstrip(" :—–-\n")
    tail = stem[-60:]
    if any(
        match.end() >= len(tail) - 22
        for match in phrases_regex(lex.words("conditions", "whole_stem"), language).finditer(tail)
    ):
        return True
    items = _items(tree, text.segments[unit.segment].parent)
    joined = phrases_regex(lex.words("conditions", "alternative"), language)
    last = [tree.text[tree.segments[i].end - 8 : tree.segments[i].end].rstrip(" ;,\n") for i in items[:-1]]
    alternative = any(match.end() >= len(end) for end in last for match in joined.finditer(end))
    prohibited = phrases_regex(
        lex.words("modals", "prohibited") + lex.words("modals", "negative_subject"), language
    )
    return alternative and prohibited.search(stem) is not None


def whole_list(text: CanonicalText, unit: Unit, language: str = "en") -> Unit:
    """Return `unit` with all items of its outermost list, labels kept; `unit` itself when it has none."""
    if unit.segment < 0 or text.segments[unit.segment].kind != "item" or len(unit.parts) < 2:
        return unit
    tree = _tree(text, language)
    top = unit.segment
    while tree.segments[top].kind == "item" and tree.segments[top].parent >= 0:
        top = tree.segments[top].parent
    items = _items(tree, top)
    if not items:
        return unit
    stem = _stem(tree, top, items[0])
    body = [trim(tree.text, Span(tree.segments[i].start, tree.segments[i].end)) for i in items]
    closing = _closing(tree, top, items[-1])
    parts = (*((stem,) if stem else ()), *body, *((closing,) if closing else ()))
    return Unit(parts, top, unit.article, unit.part, locator(tree.segments, top))
