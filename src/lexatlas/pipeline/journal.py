"""Remembers finished work, in memory or in a file, so that a run that was killed repeats none of it."""

import json
import os
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from lexatlas.core.canonical import sha256_hex
from lexatlas.core.errors import Abort

Key = tuple[str, str, str]
_LINE_END = b"\n"


class MemoryJournal:
    """Finished work of one process; safe from any thread."""

    def __init__(self) -> None:
        self._kept: dict[Key, str] = {}
        self._lock = threading.Lock()

    def recall(self, step: str, item: str, input_hash: str) -> Any | None:
        """Return a copy of the kept result, or None when this work is not done yet."""
        kept = self._kept.get((step, item, input_hash))
        return None if kept is None else json.loads(kept)

    def keep(self, step: str, item: str, input_hash: str, result: Any) -> None:
        """Keep a result; the first of several for one key stands. A result must not be None."""
        text = _as_text(result)
        with self._lock:
            self._kept.setdefault((step, item, input_hash), text)

    def __len__(self) -> int:
        return len(self._kept)


class FileJournal:
    """Finished work in a file that only grows: a line an entry, on the disk before `keep` ends.

    A line that was being written when the process died lacks its end or its hash, and is cut off when the
    file is opened; that work is then done again. A file that is broken further up raises Abort.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._kept: dict[Key, str] = {}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.open(
                path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0), 0o600
            )
            self._length = self._load(path.read_bytes())
            os.ftruncate(self._file, self._length)
        except OSError as error:
            raise Abort(f"The journal {path} cannot be used ({error.strerror or error}).") from error

    def recall(self, step: str, item: str, input_hash: str) -> Any | None:
        """Return a copy of the kept result, or None when this work is not done yet."""
        kept = self._kept.get((step, item, input_hash))
        return None if kept is None else json.loads(kept)

    def keep(self, step: str, item: str, input_hash: str, result: Any) -> None:
        """Keep a result on the disk; the first of several for one key stands. A result must not be None.

        Raises Abort when the disk does not take it; nothing of the entry is kept then.
        """
        key, text = (step, item, input_hash), _as_text(result)
        with self._lock:
            if key not in self._kept:
                self._append(_line(key, text))
                self._kept[key] = text

    def __len__(self) -> int:
        return len(self._kept)

    def steps(self) -> set[str]:
        """Return the names of the steps that something is kept of."""
        with self._lock:
            return {step for step, _, _ in self._kept}

    def close(self) -> None:
        """Let go of the file; everything kept is on the disk already."""
        os.close(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.close()

    def _append(self, line: bytes) -> None:
        try:
            _write_whole(self._file, line)
            os.fsync(self._file)
        except OSError as error:
            os.ftruncate(self._file, self._length)
            raise Abort(_not_written(self._path, error)) from error
        self._length += len(line)

    def _load(self, data: bytes) -> int:
        """Take in every whole line; return the length in bytes up to which the file is good."""
        lines = data.split(_LINE_END)
        good = 0
        for number, line in enumerate(lines[:-1], start=1):
            entry = _entry(line)
            if entry is None:
                if number < len(lines) - 1:
                    raise Abort(_damaged(self._path, number))
                return good
            key, text = entry
            self._kept.setdefault(key, text)
            good += len(line) + 1
        return good


def _not_written(path: Path, error: OSError) -> str:
    why = error.strerror or str(error)
    return (
        f"The journal {path} could not be written ({why}). Everything up to here is kept. "
        "Make room, and run the same command again."
    )


def _damaged(path: Path, number: int) -> str:
    return (
        f"Line {number} of the journal {path} is damaged, so what follows it cannot be trusted. "
        "Delete the folder that it lies in, and run the command again from the start."
    )


def _as_text(result: Any) -> str:
    if result is None:
        raise ValueError("None cannot be kept in a journal: it is what `recall` answers for work not done.")
    return json.dumps(result, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _line(key: Key, text: str) -> bytes:
    body = json.dumps([*key, text], ensure_ascii=False, separators=(",", ":")).encode()
    return sha256_hex(body).encode() + b" " + body + _LINE_END


def _entry(line: bytes) -> tuple[Key, str] | None:
    digest, _, body = line.partition(b" ")
    if sha256_hex(body).encode() != digest:
        return None
    step, item, input_hash, text = json.loads(body)
    return (step, item, input_hash), text


def _write_whole(file: int, line: bytes) -> None:
    view = memoryview(line)
    while view:
        view = view[os.write(file, view) :]
