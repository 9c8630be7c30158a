"""The values of a page: what stands where, in what order and in which words, with no format in them."""

from dataclasses import dataclass

from lexatlas.exports.view.words import Mark


@dataclass(frozen=True)
class Ref:
    """A claim or record named again by mark and number: `name` is "claim 3" or "record R1"."""

    name: str
    anchor: str
    mark: Mark


@dataclass(frozen=True)
class Foreign:
    """Words that are not ours, with their language tag ("" when not known) and direction."""

    text: str
    lang: str = ""
    dir: str = "auto"


@dataclass(frozen=True)
class Shortfall:
    """What a mark falls short of, printed without a click: a lead, and the words meant, if any."""

    lead: str
    words: tuple[Foreign, ...] = ()
    conflict: bool = False


@dataclass(frozen=True)
class Line:
    """A statement. `number` and `evidence`, the anchor of its drawer, are "" for a label.

    `lang` and `dir` are those of the words of a source where the sentence is a quotation, else ours.
    """

    kind: str
    number: str = ""
    anchor: str = ""
    evidence: str = ""
    lead: str = ""
    sentence: str = ""
    lang: str = ""
    dir: str = "ltr"
    mark: Mark | None = None
    beside: tuple[str, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()
    value: str = ""
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True)
class Group:
    """Statements under one heading ("" for none); `folded` stand below them, under `fold`."""

    heading: str
    lines: tuple[Line, ...] = ()
    refs: tuple[Ref, ...] = ()
    fold: str = ""
    folded: tuple[Line, ...] = ()
    empty: str = ""


@dataclass(frozen=True)
class Piece:
    """A stretch of a quote: "words" as they are, "mark" for what the claim rests on, "left-out", or "gap"."""

    text: str
    kind: str = "words"


@dataclass(frozen=True)
class QuoteView:
    """A whole unit in paragraphs of pieces, and whose words they are. `cut` is "" or says how it was cut.

    `address` is where a site shows the unit in its text, "" in a file; `no_copy` says that its copy is lost, else "".
    """

    heading: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    lang: str
    dir: str
    caption: str
    citation: str
    cut: str = ""
    address: str = ""
    no_copy: str = ""

    @property
    def text(self) -> str:
        """The words shown, paragraphs parted by a line end."""
        return "\n".join("".join(piece.text for piece in pieces) for pieces in self.paragraphs)


@dataclass(frozen=True)
class Row:
    """A label with its value; `address` is a link out, `target` one within the page, refs stand behind."""

    name: str
    value: str
    address: str = ""
    target: str = ""
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True)
class Pair:
    """How one part of a claim was read from the quote."""

    part: str
    value: str
    words: Foreign
    read_by: str


@dataclass(frozen=True)
class Answer:
    """What a check said of a claim; several that said the same stand together in `check`."""

    check: str
    answer: str
    told: str


@dataclass(frozen=True)
class Evidence:
    """A drawer: all that stands behind one statement."""

    anchor: str
    statement: str
    name: str
    mark: Mark
    sentence: str
    why: tuple[str, ...]
    lang: str = ""
    dir: str = "ltr"
    quotes: tuple[QuoteView, ...] = ()
    facts: tuple[Row, ...] = ()
    dates: tuple[Row, ...] = ()
    pairs: tuple[Pair, ...] = ()
    answers: tuple[Answer, ...] = ()
    source: Row | None = None
    before: str = ""
    next: str = ""


@dataclass(frozen=True)
class DateCell:
    """One of the six places for a date; `known` is False for "not found"."""

    name: str
    value: str
    how: str = ""
    known: bool = True


@dataclass(frozen=True)
class Law:
    """An instrument: dates by their kind, its line, and what else the page says of it."""

    title: Foreign
    kind: str
    force: str
    dates: tuple[DateCell, ...]
    lines: tuple[Line, ...] = ()
    refs: tuple[Ref, ...] = ()
    date_refs: tuple[Ref, ...] = ()
    folded: tuple[Line, ...] = ()
    labels: tuple[Row, ...] = ()
    sources: tuple[Row, ...] = ()


@dataclass(frozen=True)
class LawList:
    """Instruments under a heading, "" for those that are law."""

    heading: str
    laws: tuple[Law, ...]
    brief: bool = False
    """Whether a line each is enough: papers that are no law and give no dates of one."""


@dataclass(frozen=True)
class Provision:
    """A unit of an instrument as the report prints it, its exceptions, and the claims that rest on it."""

    place: str
    quotes: tuple[QuoteView, ...]
    refs: tuple[Ref, ...]


@dataclass(frozen=True)
class Reported:
    """An instrument in the report: its provisions in article order, those past the first few folded."""

    title: Foreign
    about: str
    provisions: tuple[Provision, ...]
    folded: tuple[Provision, ...] = ()


@dataclass(frozen=True)
class SourceRow:
    """A source with what is known of it; `anchor` is "" where the row of the same source stands elsewhere."""

    number: int
    anchor: str
    title: Foreign
    address: str
    publisher: str
    tier: str
    language: str
    state: str
    dated: str
    as_of: str
    retrieved: str
    rights: str
    sha256: str = ""
    quotes: tuple[Provision, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class SourceList:
    """Sources under a heading; `empty` is the sentence for none."""

    heading: str
    rows: tuple[SourceRow, ...]
    empty: str = ""


@dataclass(frozen=True)
class Section:
    """A section of the page. `form` says how its parts are laid out, `short` which marks fall short in it."""

    name: str
    anchor: str
    count: str
    form: str
    note: str = ""
    intro: str = ""
    groups: tuple[Group, ...] = ()
    laws: tuple[LawList, ...] = ()
    report: tuple[Reported, ...] = ()
    sources: tuple[SourceList, ...] = ()
    rows: tuple[Row, ...] = ()
    items: tuple[str, ...] = ()
    short: tuple[Mark, ...] = ()
    empty: str = ""


@dataclass(frozen=True)
class Head:
    """The four things that a page opens with, and its labelled fields."""

    place: str
    topic: str
    label: str
    code: str
    regime: str
    second: tuple[Row, ...]
    sentence: str
    abstention: tuple[tuple[str, tuple[str, ...]], ...]
    note: str
    force: str
    force_sentence: str
    confidence: str
    confidence_sentence: str
    sign_off: str
    sign_off_sentence: str
    fields: tuple[Row, ...]
    looked: tuple[Row, ...] = ()
    """When somebody last looked, and by when somebody is to look again; a file does not know."""

    @property
    def is_abstention(self) -> bool:
        """Whether it stands for a result without a code."""
        return bool(self.abstention)


@dataclass(frozen=True)
class Count:
    """One number of the tally, with its mark."""

    mark: Mark
    number: int
    words: str
    meaning: str


@dataclass(frozen=True)
class Page:
    """A whole page, ready to be written down."""

    title: str
    id: str
    sha256: str
    as_of: str
    banner: str
    head: Head
    claims: int
    counts: tuple[Count, ...]
    record_mark: Mark
    record_meaning: str
    beside: str
    plain_quotations: int
    sections: tuple[Section, ...]
    evidence: tuple[Evidence, ...]
    notice: str
    made_by: tuple[Row, ...]
