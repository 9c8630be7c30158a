"""Sources, their archived copies, the structure of a text, and quotes cut from it."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pydantic import Field

from lexatlas.core.canonical import Value


class Span(NamedTuple):
    """A half-open range of code points in a canonical text."""

    start: int
    end: int


PartOfText = Literal[
    "operative", "definition", "transitional", "schedule", "recital", "heading", "note",
    "amendment-not-in-force", "quoted-old-text",
]  # fmt: skip
"""Codebook rule 11: the parts that a text is read in."""
CARRYING_PARTS: tuple[PartOfText, ...] = ("operative", "definition", "transitional")
"""The only parts that carry a fact."""
STATUS_PARTS: tuple[PartOfText, ...] = ("operative", "transitional")
"""The only parts that carry a status."""

SegmentKind = Literal[
    "group", "article", "paragraph", "item", "definition", "recital", "annex", "table", "row", "cell",
    "footnote", "note", "heading", "block", "page",
]  # fmt: skip

TextState = Literal[
    "as-enacted", "consolidated-official", "consolidated-unofficial", "translation-binding",
    "translation-official-not-binding", "translation-unofficial", "transcribed", "not-shown",
]  # fmt: skip

InstrumentKind = Literal[
    "constitution", "treaty", "union-act", "act", "decree", "rule", "order", "judgment",
    "guidance", "statement", "draft", "bill", "consultation", "report", "news", "unknown",
]  # fmt: skip

LAW_KINDS = ("constitution", "treaty", "union-act", "act", "decree", "rule", "order", "judgment")
"""Kinds of instrument that are law, by falling rank (codebook rule 9)."""
NOT_LAW_YET = ("bill", "draft", "consultation")
"""Kinds that tell what is coming."""

Tier = Literal["T1", "T2", "T3", "T4", "T5", "T6"]
OFFICIAL_TIERS = ("T1", "T2")
"""Tiers that may carry a status (codebook rule 10)."""
Rights = Literal["open", "quote-only", "private"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A node of a text's structure, in document order; `parent` is an index into the same tuple or -1.

    `group` is a part, title, chapter or division; `article` is the unit that citations begin with
    (article, section, rule, Điều, 第…条); `item` is a point of a list, whose stem is its parent's own text.
    `page` has no length: it stands where a page of the file begins, and is no part of the text's structure.
    `label` is the number as printed, without brackets or dots ("59", "1", "a", "iv"); `mark` is how a
    citation begins ("Article 59", "s. 5", "Annex IV"), for articles, annexes, recitals and groups.
    `force` is what the source itself says of this node ("no": not in force), "" when it says nothing;
    `force_from` an ISO date it gives for that.
    """

    kind: SegmentKind
    start: int
    end: int
    parent: int = -1
    label: str = ""
    mark: str = ""
    part: PartOfText = "operative"
    force: Literal["", "yes", "no"] = ""
    force_from: str = ""


@dataclass(frozen=True)
class CanonicalText:
    """What a reader makes of raw bytes: one text, its structure, and facts that the file states of itself.

    `stated` holds strings such as title, language, pit-date, in-force-date, with the source's own names.
    `gaps` are sentences on what of the file could not be read.
    """

    text: str
    segments: tuple[Segment, ...]
    stated: dict[str, str] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()


class ReaderId(Value):
    """Which program made the text from the bytes."""

    name: str
    version: str
    libraries: tuple[str, ...] = ()


class Source(Value):
    """A document as it was given or fetched, and who is answerable for it.

    `address` is a URL or None; `path` is relative to the folder that was given. `date` is the date that
    the manifest or the file states for the document, `date_basis` says which.
    """

    id: str
    title: str
    publisher: str = ""
    jurisdiction: str = ""
    language: str = ""
    kind: InstrumentKind = "unknown"
    secondary: bool = False
    tier: Tier = "T4"
    tier_reason: str = ""
    address: str | None = None
    path: str = ""
    date: str | None = None
    date_basis: str = ""
    rights: Rights = "private"
    rights_ground: str = ""
    snapshot: str = ""
    twin_of: str | None = None


class Snapshot(Value):
    """An archived copy: raw bytes by `raw`, canonical text by `text`, structure by `structure` (SHA-256)."""

    raw: str
    text: str
    structure: str
    media_type: str
    size: int
    length: int
    language: str
    reader: ReaderId
    stated: dict[str, str] = {}
    text_state: TextState = "not-shown"
    text_as_of: str | None = None
    text_as_of_basis: str = ""


class Gap(Value):
    """Something that was looked at and could not be read, with the reason as a sentence."""

    what: str
    reason: str


class LedgerEntry(Value):
    """One search that was done: for which question, in which texts, with what result.

    `nearest` are the places, in English, of the passages closest to an answer, at most five, nearest first; it is
    not written where there is none, so that files from before it stay what they were.
    """

    id: str
    question: str
    looked_for: str
    texts: tuple[str, ...]
    hits: int
    nearest: tuple[str, ...] = Field(default=(), exclude_if=lambda places: not places)


@dataclass(frozen=True, slots=True)
class Unit:
    """A whole legal unit: a sentence, or the stems of a list and one item; parts in reading order.

    `segment` is the index of the innermost segment, `article` of the enclosing article (or -1).
    """

    parts: tuple[Span, ...]
    segment: int
    article: int
    part: PartOfText
    locator: str


class QuotePart(Value):
    """One stretch of exact words with its place in the canonical text."""

    start: int
    end: int
    exact: str


class Quote(Value):
    """Exact words of a snapshot: the whole unit in `parts`, and what the claim rests on in `highlight`.

    `snapshot` is the SHA-256 of the canonical text. `prefix` and `suffix` settle repeats.
    """

    snapshot: str
    source: str
    locator: str
    part: PartOfText
    language: str
    parts: tuple[QuotePart, ...]
    highlight: tuple[Span, ...] = ()
    prefix: str = ""
    suffix: str = ""
    role: Literal["support", "exception", "against"] = "support"

    @property
    def words(self) -> str:
        """The quoted words, parts joined by a space."""
        return " ".join(part.exact for part in self.parts)


@dataclass(frozen=True)
class Dossier:
    """All that an analyst may look at: sources, snapshots by text hash, texts by text hash, gaps."""

    sources: tuple[Source, ...]
    snapshots: dict[str, Snapshot]
    texts: dict[str, CanonicalText]
    gaps: tuple[Gap, ...] = ()
