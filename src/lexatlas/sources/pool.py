"""The pool of reading children: one a core at most, each bounded, recycled and expendable."""

import json
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from lexatlas.core.errors import Abort, Unreadable
from lexatlas.core.evidence import CanonicalText, Gap, ReaderId
from lexatlas.core.textform import from_json
from lexatlas.settings.scratch import Scratch

WALL_SECONDS = 20.0
RAW_LIMIT = 32 << 20
RECYCLE_AFTER = 64
RECYCLE_BYTES = 4 << 20
_LINE_LIMIT = 1 << 16
_MAKE_ROOM = "What was finished is kept. Make room, and run the same command again."
_COMMAND = [sys.executable, "-m", "lexatlas.sources.child"]
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "VIRTUAL_ENV", "LD_LIBRARY_PATH")


@dataclass(frozen=True)
class Job:
    """What to read, and what is told of it. `reader` names one reader, or leaves the choice open."""

    raw: bytes
    name: str = ""
    media_type: str = ""
    charset: str = ""
    language: str = ""
    reader: str = ""


@dataclass(frozen=True)
class Read:
    """A text, the program that made it, and the text's fingerprint."""

    text: CanonicalText
    reader: ReaderId
    fingerprint: frozenset[int]


class ReaderPool:
    """Reads documents in children; use as a context manager. Safe from any thread.

    `size` children run at once (one a core by default). A child that dies, overruns or breaks a limit is
    a `Gap` with a sentence, never an exception; a full disk is `Abort`. Children are started when needed
    and ended on leaving.
    """

    def __init__(self, size: int | None = None, wall_seconds: float = WALL_SECONDS) -> None:
        self.size = max(1, size or os.cpu_count() or 1)
        self.wall_seconds = wall_seconds
        self._slots = threading.BoundedSemaphore(self.size)
        self._idle: list[_Child] = []
        self._lock = threading.Lock()
        self._folder: Scratch | None = None
        self._count = 0
        self._closed = False

    def __enter__(self) -> Self:
        """Enter; nothing is started yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End every child and remove what was passed through files."""
        self.close()

    def warm(self, documents: int) -> None:
        """Start children for so many documents, as many as run at once: they load while the caller does other work."""
        lacking = min(self.size, documents) - len(self._idle)
        fresh = [_Child() for _ in range(lacking)]
        with self._lock:
            self._idle += fresh

    def rest(self) -> None:
        """End the idle children and free their memory; they are started anew when something is to be read."""
        with self._lock:
            idle, self._idle = self._idle, []
        for child in idle:
            child.end()

    def close(self) -> None:
        """End the idle children; those at work end when their document is done."""
        with self._lock:
            self._closed = True
            folder, self._folder = self._folder, None
        self.rest()
        if folder is not None:
            folder.close()

    def read(self, given: bytes | Path | Job, name: str = "", **told: str) -> CanonicalText | Gap:
        """Read bytes, a file or a job; return the text or a gap."""
        done = self.read_job(_job(given, name, told) if not isinstance(given, Job) else given)
        return done.text if isinstance(done, Read) else done

    def read_all(self, jobs: Sequence[Job | Gap]) -> list[Read | Gap]:
        """Read many documents, up to `size` at once; answers stand in the order of the jobs."""
        with ThreadPoolExecutor(max_workers=self.size) as threads:
            return list(threads.map(self.read_job, jobs))

    def read_job(self, job: Job | Gap) -> Read | Gap:
        """Read one document; return the text with its reader, or a gap."""
        if isinstance(job, Gap):
            return job
        what = job.name or "document"
        if len(job.raw) > RAW_LIMIT:
            return Gap(what=what, reason=_too_large(len(job.raw)))
        if not job.raw.strip():
            return Gap(what=what, reason="The document is empty.")
        with self._slots:
            return self._in_child(job, what)

    def _in_child(self, job: Job, what: str) -> Read | Gap:
        raw, out = self._paths()
        raw.write_bytes(job.raw)
        child = self._take()
        try:
            told = child.ask(_line(job, raw, out), self.wall_seconds)
            if "stop" in told:
                raise Abort(f"{told['stop']} {_MAKE_ROOM}")
            if "error" in told:
                return Gap(what=what, reason=str(told["error"]))
            data = json.loads(out.read_text(encoding="utf-8"))
            reader = ReaderId.model_validate(told["reader"])
            return Read(from_json(data), reader, frozenset(map(int, told["fingerprint"])))
        except (_Dead, Unreadable) as error:
            child.end()
            return Gap(what=what, reason=str(error))
        except (OSError, TypeError, ValueError, KeyError):
            child.end()
            return Gap(what=what, reason="The reader gave an answer that cannot be used.")
        finally:
            raw.unlink(missing_ok=True)
            out.unlink(missing_ok=True)
            self._give_back(child, len(job.raw))

    def _paths(self) -> tuple[Path, Path]:
        with self._lock:
            if self._folder is None:
                self._folder = Scratch("lexatlas-read-")
            self._count += 1
            base = self._folder.path / str(self._count)
        return base.with_suffix(".raw"), base.with_suffix(".json")

    def _take(self) -> "_Child":
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return _Child()

    def _give_back(self, child: "_Child", size: int) -> None:
        child.done += 1
        child.bytes += size
        worn = child.done >= RECYCLE_AFTER or child.bytes >= RECYCLE_BYTES
        with self._lock:
            keep = child.alive and not worn and not self._closed
            if keep:
                self._idle.append(child)
        if not keep:
            child.end()


class _Dead(Exception):
    """The child died or overran; the message is the gap's sentence."""


class _Child:
    def __init__(self) -> None:
        self.done = 0
        self.bytes = 0
        # Ctrl-C is for us: a child that it killed, however early, would pass for a bad document.
        held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self.process = subprocess.Popen(
                _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, env=_environment(),
            )  # fmt: skip
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def ask(self, line: bytes, seconds: float) -> dict[str, Any]:
        """Send one job and wait for its answer. Raises `_Dead` with the sentence for the gap."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(line)
            self.process.stdin.flush()
        except OSError as error:
            raise _Dead(self._cause()) from error
        told = json.loads(self._answer(time.monotonic() + seconds, seconds))
        if not isinstance(told, dict):
            raise _Dead("The reader gave an answer that cannot be used.")
        return told

    def _answer(self, deadline: float, seconds: float) -> bytes:
        assert self.process.stdout is not None
        stream = self.process.stdout.fileno()
        answer = b""
        with selectors.DefaultSelector() as waiting:
            waiting.register(stream, selectors.EVENT_READ)
            while not answer.endswith(b"\n"):
                left = deadline - time.monotonic()
                if left <= 0 or not waiting.select(left):
                    raise _Dead(f"Reading the document took longer than {seconds:g} seconds; it was stopped.")
                piece = os.read(stream, 4096)
                if not piece or len(answer) > _LINE_LIMIT:
                    raise _Dead(self._cause())
                answer += piece
        return answer

    def _cause(self) -> str:
        try:
            code = self.process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            code = 0
        how = f"ended by signal {-code}" if code < 0 else f"ended with code {code}"
        met = "a limit of memory, time or output was met"
        return f"The reader broke off on this document ({how}); {met}. Give the document in smaller parts."

    def end(self) -> None:
        """Kill the child and let go of its pipes; a second call does nothing."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None and not stream.closed:
                try:
                    stream.close()
                except OSError:
                    continue


def _environment() -> dict[str, str]:
    """A child needs to find Python and this package; keys and tokens of the parent it must not see."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    package = str(Path(__file__).resolve().parents[2])
    path = [package, *(entry for entry in sys.path if entry and entry != package)]
    return {**kept, "PYTHONPATH": os.pathsep.join(path), "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}


def _line(job: Job, raw: Path, out: Path) -> bytes:
    data = {
        "raw": str(raw), "out": str(out), "name": job.name, "media_type": job.media_type,
        "charset": job.charset,
        "language": job.language, "reader": job.reader,
    }  # fmt: skip
    return json.dumps(data).encode() + b"\n"


def _job(given: bytes | Path, name: str, told: dict[str, str]) -> Job | Gap:
    if isinstance(given, bytes):
        return Job(given, name, **told)
    name = name or given.name
    try:
        size = given.stat().st_size
        if size > RAW_LIMIT:
            return Gap(what=name, reason=_too_large(size))
        return Job(given.read_bytes(), name, **told)
    except OSError as error:
        return Gap(what=name, reason=f"The file could not be opened: {error.strerror or error}.")


def _too_large(size: int) -> str:
    return f"The document has {size:,} bytes, more than the {RAW_LIMIT:,} that are read; it was not read."
