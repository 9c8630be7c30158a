"""Which reader takes which bytes; the order is the order of asking."""

from functools import cache
from importlib import import_module
from types import ModuleType

from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import CanonicalText, ReaderId
from lexatlas.sources.readers import READERS
from lexatlas.sources.readers.broken import set_apart
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.refused import is_refused, refusal
from lexatlas.sources.readers.signs import put_right

_MARKUP = frozenset({"justice-canada", "akoma-ntoso", "web-page", "html", "xml"})
_BINARY = frozenset({"docx", "pdf"})


def choose(given: Given) -> str:
    """Return the name of the reader for `given`. Raises `Unreadable` when no reader takes it."""
    binary = given.is_binary
    markup = given.head[:1] == b"<"
    for name in READERS:
        # Lines before a PDF's own first hide that it is binary: its reader is asked of every document.
        if (binary and name not in _BINARY) or (name in _MARKUP and not markup):
            continue
        if not is_refused(given) and _module(name).sniff(given):
            return name
    if binary or is_refused(given):
        raise Unreadable(refusal(given))
    raise Unreadable("The form of the document is not known; it was not read.")


def read(given: Given, name: str | None = None) -> tuple[CanonicalText, ReaderId]:
    """Read `given` with the reader `name`, or with the one that takes it.

    Raises `Unreadable` with a sentence when there is no such reader or the bytes cannot be read.
    """
    name = name or choose(given)
    if name not in READERS:
        raise Unreadable(f"There is no reader '{name[:40]}'.")
    text: CanonicalText = _module(name).read(given)
    return set_apart(put_right(_sane(text))), reader_id(name)


def reader_id(name: str) -> ReaderId:
    """Return name, version and libraries of a reader."""
    libraries = tuple(map(_with_version, _module(name).LIBRARIES))
    return ReaderId(name=name, version=_module(name).VERSION, libraries=libraries)


@cache
def _with_version(library: str) -> str:
    # importlib.metadata is slow to import, and a child that only sniffs never needs it.
    from importlib.metadata import version  # noqa: PLC0415 - as said above

    return f"{library} {version(library)}"


def _module(name: str) -> ModuleType:
    return import_module(READERS[name])


def _sane(text: CanonicalText) -> CanonicalText:
    """A text that can be written as UTF-8; lone surrogates would stop every later step."""
    try:
        text.text.encode()
    except UnicodeEncodeError as error:
        raise Unreadable("The text holds characters that no Unicode text may hold.") from error
    return text
