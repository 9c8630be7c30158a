"""Ways to look at a text's structure in tests: as lines, by locator, and whether its spans are sound."""

import os
from pathlib import Path

import pytest

from lexatlas.core.evidence import CanonicalText, Segment
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read


def parse(raw: str | bytes, name: str) -> CanonicalText:
    """Read bytes as the registry would, and check the spans on the way."""
    data = raw.encode() if isinstance(raw, str) else raw
    text, _ = read(Given(data, name))
    sound(text)
    return text


def sound(text: CanonicalText) -> None:
    """Every segment lies in its parent and in the text, in order, without white space at its ends."""
    for index, segment in enumerate(text.segments):
        assert -1 <= segment.parent < index
        above = text.segments[segment.parent] if segment.parent >= 0 else Segment("block", 0, len(text.text))
        assert above.start <= segment.start < segment.end <= above.end, (index, segment)
        words = text.text[segment.start : segment.end]
        assert words == words.strip(), (index, segment, words)
    starts = [segment.start for segment in text.segments]
    assert starts == sorted(starts)
    _apart(text)


def _apart(text: CanonicalText) -> None:
    ends: dict[int, int] = {}
    for segment in text.segments:
        assert segment.start >= ends.get(segment.parent, 0), segment
        ends[segment.parent] = segment.end


def lines(text: CanonicalText, *, parts: bool = False) -> list[str]:
    """The structure as indented lines: kind, label, mark, and the part where it is asked for."""
    depths: list[int] = []
    shown = []
    for segment in text.segments:
        depth = depths[segment.parent] + 1 if segment.parent >= 0 else 0
        depths.append(depth)
        words = [segment.kind, segment.label, segment.mark if segment.mark != segment.label else ""]
        words += [segment.part] if parts else []
        shown.append("  " * depth + " ".join(filter(None, words)))
    return shown


def at(text: CanonicalText, *path: str) -> Segment:
    """The segment under the mark `path[0]` and then the labels that follow."""
    index = next(i for i, segment in enumerate(text.segments) if segment.mark == path[0])
    for label in path[1:]:
        index = next(
            i for i, segment in enumerate(text.segments) if segment.parent == index and segment.label == label
        )
    return text.segments[index]


def words(text: CanonicalText, segment: Segment) -> str:
    return text.text[segment.start : segment.end]


def corpus(path: str) -> Path:
    """A file of the corpus of real documents; without the corpus the test is skipped and says so."""
    root = os.environ.get("LEXATLAS_CORPUS")
    folder = Path(root) if root else Path(__file__).resolve().parents[3] / "shared" / "corpus"
    file = folder / "docs" / path
    if not file.exists():
        pytest.skip(f"the corpus is not here (set LEXATLAS_CORPUS): {path}")
    return file
