"""Faults of what is given: drafts, another country's law, unread files and old texts (D3, D4, D7, D9, D11)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Files = dict[str, bytes]
Row = dict[str, Any]


@dataclass(frozen=True)
class Folder:
    """Documents by name with their manifest rows, as somebody gives them."""

    files: Files
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Given:
    """A folder with a fault in it: what must not come of it, among `EXPECT`."""

    kind: str
    variant: str
    folder: Folder
    expect: str


EXPECT = ("no code", "no evidence not said", "not in force", "no such period")
"""What an honest run does: gives no code, does not say “no evidence”, …"""

_NEWS = (
    "The Halden Courier\n\nEverything you need to know\n\nThe capital that firms must hold, EUR 125,000 per year, is "
    "due each month, people say. Trade in crypto-assets is banned.\n"
)


def _one(folder: Folder, name: str, raw: bytes | None = None, **update: Any) -> Folder:
    """Return the folder with one document, changed."""
    rows = tuple({**row, **update} for row in folder.rows if row["path"] == name)
    return Folder({name: folder.files[name] if raw is None else raw}, rows)


def drafts(folder: Folder, name: str) -> Iterator[Given]:
    """Give the law as what it is not yet, or never will be."""
    # Guidance is left out: a statement of a regulator may carry a code (codebook, rule 10).
    for kind in ("bill", "draft", "consultation", "report", "news"):
        yield Given("D3", f"given as {kind}", _one(folder, name, kind=kind), "no code")


def of_another(folder: Folder, name: str) -> Iterator[Given]:
    """Give another country's law for the place's own."""
    for code in ("KZ", "JP", "BR"):
        yield Given("D9", "given with another place", _one(folder, name, jurisdiction=code), "no code")


def unread(folder: Folder, name: str) -> Iterator[Given]:
    """Give the one law that answers in a form that cannot be read, beside a law about something else."""
    other = b"Bears Act No. 3 of 2020\n\nArticle 1\nBears may be kept in the mountains of Veyland.\n"
    row = {**next(row for row in folder.rows if row["path"] == name)}
    beside = {**row, "path": "bears.txt", "title": "Bears Act No. 3 of 2020", "language": "en"}
    for variant, broken, raw in (
        ("a broken file", "law.pdf", b"%PDF-1.7\nnothing of it can be read"),
        ("an empty file", "law.pdf", b""),
        ("a document of Word that is none", "law.docx", b"PK\x03\x04 no zip"),
    ):
        files = {broken: raw, "bears.txt": other}
        rows = ({**row, "path": broken}, beside)
        yield Given("D11", variant, Folder(files, rows), "no evidence not said")


def only_news(folder: Folder, name: str) -> Iterator[Given]:
    """Give nothing but a newspaper that knows better, or the law with it."""
    row = next(row for row in folder.rows if row["path"] == name)
    news = {**row, "path": "news.txt", "title": "Crypto banned", "kind": "news", "language": "en",
            "publisher": "The Halden Courier"}  # fmt: skip
    yield Given("D11", "nothing but a newspaper", Folder({"news.txt": _NEWS.encode()}, (news,)), "no code")
    files = {name: folder.files[name], "news.txt": _NEWS.encode()}
    yield Given("D4", "a newspaper that gives a period", Folder(files, (row, news)), "no such period")


def old_beside_new(folder: Folder, name: str) -> Iterator[Given]:
    """Give an old ban beside the law that ends it."""
    row = next(row for row in folder.rows if row["path"] == name)
    if row["language"] != "en":
        return
    old = (
        b"Token Ban Order No. 4 of 2019\n\nArticle 1\nNo person may provide crypto-asset services in Veyland.\n\n"
        b"Article 2\nThis Order comes into force on 1 May 2019.\n"
    )
    new = (
        folder.files[name] + b"\nArticle 9\nThe Token Ban Order No. 4 of 2019 is repealed on 17 March 2025.\n"
    )
    before = {
        **row,
        "path": "old.txt",
        "title": "Token Ban Order No. 4 of 2019",
        "kind": "order",
        "date": "2019-04-20",
    }
    yield Given("D7", "an old ban beside the law that ends it", Folder({name: new, "old.txt": old}, (row, before)),
                "not in force")  # fmt: skip


FAULTS: tuple[Callable[[Folder, str], Iterator[Given]], ...] = (
    drafts,
    of_another,
    unread,
    only_news,
    old_beside_new,
)


def all_given(folder: Folder) -> Iterator[Given]:
    """Yield each document of a folder with each fault that fits it."""
    for name in sorted(folder.files):
        for fault in FAULTS:
            yield from fault(folder, name)
