"""What a list page needs beside its rows: heads that sort, and addresses that keep a filter."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Literal

from django.http import QueryDict
from markupsafe import Markup

Kind = Literal["words", "number", "date", "act"]


@dataclass(frozen=True)
class Column:
    """The head of a column. `sort` is the key that sorts by it, "" where it does not; `kind` how it is laid out."""

    words: str
    sort: str = ""
    kind: Kind = "words"


@dataclass(frozen=True)
class Paged:
    """Where one is in a list: `page` counts from 1; `total` counts all rows that fit the filter."""

    page: int
    per: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages the list has; an empty list has one."""
        return max(1, ceil(self.total / self.per))

    @property
    def first(self) -> int:
        """The number of the first row shown, 0 when there is none."""
        return (self.page - 1) * self.per + 1 if self.total else 0

    @property
    def last(self) -> int:
        """The number of the last row shown."""
        return min(self.page * self.per, self.total)


def page_asked(query: QueryDict) -> int:
    """Return the page that an address asks for, 1 for whatever is no page number."""
    given = query.get("page", "")
    return int(given) if given.isascii() and given.isdigit() and 0 < len(given) < 7 and int(given) else 1


def query_with(query: QueryDict, **changes: object) -> str:
    """Return "?…" of an address with some keys set anew; None or "" takes a key out. Never "" itself."""
    made = query.copy()
    for key, value in changes.items():
        made.pop(key, None)
        if value not in (None, ""):
            made[key] = str(value)
    return f"?{made.urlencode()}"


def as_options(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return rows for a choice whose values are their own words."""
    return tuple((name, name) for name in names)


def drawn_options(rows: Iterable[tuple[object, str]], chosen: object) -> Markup:
    """Return the options of a choice, the chosen one marked; rows are (value, words)."""
    return _options(tuple((str(value), words) for value, words in rows), str(chosen))


@lru_cache(maxsize=256)
def _options(rows: tuple[tuple[str, str], ...], chosen: str) -> Markup:
    # Hundreds of places stand above every list and search: they are put into markup once.
    made = Markup('<option value="{}"{}>{}</option>\n')
    return Markup("").join(
        made.format(value, Markup(" selected" if value == chosen else ""), words) for value, words in rows
    )
