"""What is at hand of a text that is not at hand whole: stretches in their places, and the whole's length."""

from collections.abc import Iterable

from lexatlas.core.canonical import Value
from lexatlas.core.evidence import Span

AROUND = 200
"""Characters of a quote-only source that travel on either side of a quoted unit."""
FILLER = "\n"
"""Stands for each character that is not enclosed, so that offsets keep their meaning."""


class Excerpt(Value):
    """One stretch of a canonical text, with its place there in code points."""

    start: int
    end: int
    text: str


class Excerpts(Value):
    """What is enclosed of a text that may not travel whole: stretches in order, and the whole's length."""

    length: int
    excerpts: tuple[Excerpt, ...]

    def spread(self) -> str:
        """Return a text of the whole's length with the stretches in their places and filler between them."""
        pieces, done = [], 0
        for excerpt in self.excerpts:
            pieces += [FILLER * (excerpt.start - done), excerpt.text]
            done = excerpt.end
        return "".join([*pieces, FILLER * (self.length - done)])

    def covers(self, span: Span) -> bool:
        """Whether every character of `span` is enclosed."""
        return any(excerpt.start <= span.start and span.end <= excerpt.end for excerpt in self.excerpts)


def cut_excerpts(text: str, spans: Iterable[Span], around: int = AROUND) -> Excerpts:
    """Return the stretches with these spans and `around` characters either side, joined where they meet."""
    joined: list[Span] = []
    for start, end in sorted(
        (max(0, span.start - around), min(len(text), span.end + around)) for span in spans
    ):
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    cut = tuple(Excerpt(start=span.start, end=span.end, text=text[span.start : span.end]) for span in joined)
    return Excerpts(length=len(text), excerpts=cut)
