"""The codebook: every topic, and each one whole: definitions, codes, rules in order, examples, what changed when."""

from dataclasses import dataclass
from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from lexatlas.codebook import Codebook, Topic, load
from lexatlas.codebook.page import Line, lines


@dataclass(frozen=True)
class Row:
    """A topic in the list; `codes` are the names on its scale, in order."""

    id: str
    name: str
    question: str
    state: str
    codes: tuple[str, ...]
    half_life: int


@dataclass(frozen=True)
class Fold:
    """Lines that are long and seldom read, under the line that says what they are."""

    head: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Part:
    """A section of a topic's page: its lines, or its folds; the head of the page is a part without a name."""

    name: str
    beside: str
    anchor: str
    lines: tuple[Line, ...]
    folds: tuple[Fold, ...]


EACH_FOLDED = "Examples"
WHOLE_FOLDED = "Word families by language"
"""Sections of hundreds of lines: examples are opened singly, the families of words together."""


_book = cache(load)


def topics(request: HttpRequest) -> HttpResponse:
    """List the topics: those that codes are published from, then the drafts."""
    book = _book()
    rows = [_row(topic) for topic in book.topics.values()]
    values = {
        "edition": book.edition,
        "sha256": book.sha256,
        "stable": tuple(row for row in rows if row.state != "draft"),
        "drafts": tuple(row for row in rows if row.state == "draft"),
    }
    return render(request, "codebook.html", values)


def topic(request: HttpRequest, topic: str) -> HttpResponse:
    """Show a topic as a lawyer reads it."""
    book = _book()
    asked = book.topics.get(topic)
    if asked is None:
        raise Http404
    return render(request, "codebook_topic.html", {"topic": _row(asked), "parts": _parts(book, asked)})


def _row(topic: Topic) -> Row:
    codes = tuple(code.name for code in topic.scale)
    return Row(topic.id, topic.name, topic.question, topic.state, codes, topic.half_life_days)


def _parts(book: Codebook, topic: Topic) -> tuple[Part, ...]:
    parts: list[tuple[str, list[Line]]] = [("", [])]
    for line in lines(book, topic):
        if line.kind == "section":
            parts.append((line.text, []))
        elif line.kind != "title":
            parts[-1][1].append(line)
    return tuple(_part(name, held) for name, held in parts)


def _part(whole: str, held: list[Line]) -> Part:
    name, _, beside = whole.partition(": " if whole.startswith(EACH_FOLDED) else ", ")
    anchor = slugify(name)[:40]
    if whole.startswith(EACH_FOLDED):
        return Part(name, beside, anchor, (), _folds(held))
    if whole.startswith(WHOLE_FOLDED):
        return Part(name, beside, anchor, (), (Fold(Line("item", "", f"{len(held)} families"), tuple(held)),))
    return Part(name, beside, anchor, tuple(held), ())


def _folds(held: list[Line]) -> tuple[Fold, ...]:
    begun: list[tuple[Line, list[Line]]] = []
    for line in held:
        if line.kind == "item" or not begun:
            begun.append((line, []))
        else:
            begun[-1][1].append(line)
    return tuple(Fold(head, tuple(beneath)) for head, beneath in begun)
