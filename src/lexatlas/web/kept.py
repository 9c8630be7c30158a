"""What costs time to work out and never changes for one key: kept at hand, and in files that outlive the process."""

import contextlib
import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from django.conf import settings
from pydantic import TypeAdapter, ValidationError

from lexatlas.core.canonical import canonical_json, sha256_hex

T = TypeVar("T")
FILES = 4_000
"""Files of one kind at most; past that the oldest quarter goes."""


class AtHand(Generic[T]):
    """Values by key, as many as may be large together; the one not asked for longest goes first."""

    def __init__(self, most: int, size: Callable[[T], int]) -> None:
        """Keep values whose sizes add up to `most` at most."""
        self._most, self._size, self._held = most, size, 0
        self._values: OrderedDict[str, T] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str) -> T | None:
        """Return what is kept under a key, None when it is not at hand."""
        with self._lock:
            value = self._values.get(key)
            if value is not None:
                self._values.move_to_end(key)
            return value

    def put(self, key: str, value: T) -> None:
        """Keep a value; one that is larger than all that may be kept is not."""
        with self._lock:
            if key in self._values or self._size(value) > self._most:
                return
            self._values[key] = value
            self._held += self._size(value)
            while self._held > self._most:
                self._held -= self._size(self._values.popitem(last=False)[1])


class Kept(Generic[T]):
    """Values that are made from nothing but their key: at hand, else from a file, else made."""

    def __init__(self, name: str, kind: Any, most: int, size: Callable[[T], int]) -> None:
        """`name` is the folder of the files, `kind` the type they hold; `most` and `size` bound what is at hand."""
        self._name, self._adapter = name, TypeAdapter(kind)
        self._at_hand = AtHand(most, size)

    def get(self, made_of: object, make: Callable[[], T]) -> T:
        """Return the value for what it is made of (plain JSON data); `make` is called when it is nowhere."""
        key = sha256_hex(canonical_json(made_of))
        value = self._at_hand.get(key) or self._from_file(key)
        if value is None:
            value = make()
            self._to_file(key, value)
        self._at_hand.put(key, value)
        return value

    def _path(self, key: str) -> Path:
        return Path(settings.KEPT_AT) / self._name / f"{key}.json"

    def _from_file(self, key: str) -> T | None:
        try:
            value: T = self._adapter.validate_json(self._path(key).read_bytes())
        except (OSError, ValidationError):
            return None
        return value

    def _to_file(self, key: str, value: T) -> None:
        path = self._path(key)
        # A disk that is full or read-only costs time, never a page.
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}")
            beside.write_bytes(self._adapter.dump_json(value))
            beside.replace(path)
            _thin_out(path.parent)


def _thin_out(folder: Path) -> None:
    found = list(folder.iterdir())
    if len(found) > FILES:
        for path in sorted(found, key=lambda path: path.stat().st_mtime)[: FILES // 4]:
            path.unlink(missing_ok=True)
