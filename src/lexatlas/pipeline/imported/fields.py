"""The form of a published page: its head, its sections and their lines, read tolerantly from text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lexatlas.core.errors import Unreadable
from lexatlas.core.statements import SECTIONS

HEAD_LABELS = (
    "Jurisdiction", "Topic", "Analysis ID", "Version", "Created", "Run", "History", "Workflow Stage",
    "Status", "Confidence", "As of", "Text as of",
)  # fmt: skip
NAVIGATION = ("back to analyses", "edit")
LONGEST_NAME = 200
"""No name of a section, a law or a status is longer; a longer line is running text."""
# Lines that look like headings and are parts of a section.
_PARTS = ("submit review", "search queries used")
# Here a short line that stands alone is a source's name, not the name of a section.
_LISTS = ("Source Evidence", "Web Sources")
_HEADING = re.compile(r"#*\s*(?P<name>.+?)\s*(?:\((?P<count>\d+)\))?\s*:?")
_TITLE_CASE = re.compile(r"[^\W\d_][\w'&/,-]*(?: [\w'&/,-]+){0,5}")
_LAW = re.compile(
    r"\b(?:acts?|laws?|rules?|regulations?|orders?|decrees?|directives?|codes?|bills?|amendments?)\b"
)
_BULLET = re.compile(r"^(?:[•*·▪‣◦–—-]|\d{1,2}[.)])\s+")
_CODE = re.compile(r"(?P<status>.*?)[\s·|,-]*\b(?P<confidence>High|Medium|Low|No) confidence", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One line without its bullet; `bulleted` says that it had one."""

    text: str
    bulleted: bool


@dataclass(frozen=True)
class PageSection:
    """A named section: paragraphs (lines between blank lines); `count` is the number printed in its name."""

    name: str
    count: str
    paragraphs: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True)
class Page:
    """A page taken apart: labelled fields of the head, its other lines in order, sections in order."""

    fields: dict[str, str] = field(default_factory=dict)
    loose: tuple[str, ...] = ()
    navigation: tuple[str, ...] = ()
    sections: tuple[PageSection, ...] = ()


def read_page(text: str) -> Page:
    """Take a page's text apart; sections come in any order, unknown ones under their own names.

    Raises `Unreadable` when no section of the form is in it.
    """
    lines = [line.strip() for line in text.removeprefix("\ufeff").splitlines()]
    headings = list(_headings(lines))
    if not headings:
        names = ", ".join(SECTIONS[:3])
        raise Unreadable(
            f"This text is not in the form of a published page: no section such as {names} is in it."
        )
    ends = [index for index, _, _ in headings[1:]] + [len(lines)]
    sections = tuple(
        PageSection(name, count, _paragraphs(lines[index + 1 : end]))
        for (index, name, count), end in zip(headings, ends, strict=True)
    )
    return _with_head(lines[: headings[0][0]], sections)


def _headings(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """Yield index, name and printed count of each heading; what stands before the first is the head."""
    current = ""
    for index, line in enumerate(lines):
        match = _HEADING.fullmatch(line) if len(line) <= LONGEST_NAME else None
        name = _known(match["name"]) if match else ""
        if match and not name and current and _looks_new(lines, index, current):
            name = line
        if match and name:
            current = name
            yield index, name, match["count"] or ""


def _known(words: str) -> str:
    return next((name for name in SECTIONS if name.casefold() == words.casefold()), "")


def _looks_new(lines: list[str], index: int, current: str) -> bool:
    """Whether a line is the heading of a section that we do not know: short, alone, in title case."""
    line = lines[index]
    alone = not lines[index - 1] and index + 1 < len(lines) and not lines[index + 1]
    if not alone or current in _LISTS or line.casefold() in _PARTS or not _TITLE_CASE.fullmatch(line):
        return False
    if current == "Landmark Laws" and _LAW.search(line.casefold()):
        return False
    return all(word[0].isupper() for word in line.split() if len(word) > 3) and line[0].isupper()


def _paragraphs(lines: list[str]) -> tuple[tuple[Line, ...], ...]:
    found: list[list[Line]] = [[]]
    for line in lines:
        if line:
            found[-1].append(_line(line))
        elif found[-1]:
            found.append([])
    return tuple(tuple(paragraph) for paragraph in found if paragraph)


def _line(text: str) -> Line:
    bare = _BULLET.sub("", text)
    return Line(bare, bare != text)


def _with_head(lines: list[str], sections: tuple[PageSection, ...]) -> Page:
    fields: dict[str, str] = {}
    loose: list[str] = []
    navigation: list[str] = []
    rest = [line for line in lines if line]
    while rest:
        line = rest.pop(0)
        label, value = _labelled(line, rest)
        if label:
            fields[label] = value
        elif line.casefold() in NAVIGATION:
            navigation.append(line)
        elif len(line) <= LONGEST_NAME and (coded := _CODE.fullmatch(line)):
            fields["Status"], fields["Confidence"] = coded["status"], line[coded.start("confidence") :]
        else:
            loose.append(line)
    return Page(fields, tuple(loose), tuple(navigation), sections)


def _labelled(line: str, rest: list[str]) -> tuple[str, str]:
    """Return label and value of a head line: on one line with a colon, or the value on the next."""
    for label in HEAD_LABELS:
        if line.casefold() == label.casefold() and rest:
            return label, rest.pop(0)
        if line.casefold().startswith(f"{label.casefold()}:"):
            return label, line[len(label) + 1 :].strip()
    return "", ""
