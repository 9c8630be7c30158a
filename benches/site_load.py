"""Asks a server for pages over kept connections, one question a connection at a time, and tells how long each took."""

import selectors
import socket
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

HOST = "127.0.0.1"
PATIENCE = 60.0


@dataclass(frozen=True)
class Load:
    """What came back: seconds of the whole, seconds of each answer and to its first byte, in order of arrival."""

    seconds: float
    answers: tuple[float, ...]
    first_bytes: tuple[float, ...]
    size: int

    @property
    def rate(self) -> float:
        """Pages a second."""
        return len(self.answers) / self.seconds

    def within(self, share: float) -> float:
        """Seconds within which a share of the answers came."""
        ordered = sorted(self.answers)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass
class _Line:
    socket: socket.socket
    asked: float = 0.0
    first: float = 0.0
    got: bytearray = field(default_factory=bytearray)
    whole: int = 0
    """Bytes of the answer: 0 until its head has come, -1 where only its end tells."""
    closes: bool = False


def ask(
    port: int,
    paths: Sequence[str],
    *,
    requests: int,
    connections: int,
    headers: Mapping[str, str] | None = None,
) -> Load:
    """Ask for `requests` pages, going round `paths`; raises `RuntimeError` for an answer that is not 200."""
    told = "".join(f"{name}: {value}\r\n" for name, value in (headers or {}).items())
    asks = [
        f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nAccept-Encoding: gzip\r\n{told}\r\n".encode()
        for path in paths
    ]
    answers: list[float] = []
    firsts: list[float] = []
    asked, size = 0, 0
    with selectors.DefaultSelector() as ready:
        began = time.perf_counter()
        for _ in range(min(connections, requests)):
            line = _Line(socket.create_connection((HOST, port), PATIENCE))
            ready.register(line.socket, selectors.EVENT_READ, line)
            _send(line, asks[asked % len(asks)])
            asked += 1
        while len(answers) < requests:
            events = ready.select(PATIENCE)
            if not events:
                raise RuntimeError(f"No answer within {PATIENCE:.0f} seconds for one of {paths[:3]}.")
            for key, _ in events:
                line = key.data
                data = line.socket.recv(1 << 18)
                now = time.perf_counter()
                if not data:
                    raise RuntimeError(
                        f"The server closed a connection while it was asked for one of {paths[:3]}."
                    )
                line.first = line.first or now
                line.got += data
                if not _is_whole(line, paths):
                    continue
                answers.append(now - line.asked)
                firsts.append(line.first - line.asked)
                size += len(line.got)
                closes = line.closes
                if closes:
                    ready.unregister(line.socket)
                    line.socket.close()
                if asked < requests:
                    if closes:
                        line.socket = socket.create_connection((HOST, port), PATIENCE)
                        ready.register(line.socket, selectors.EVENT_READ, line)
                    _send(line, asks[asked % len(asks)])
                    asked += 1
        seconds = time.perf_counter() - began
        for key in list(ready.get_map().values()):
            key.fileobj.close()  # type: ignore[union-attr]  # every one is a socket
    return Load(seconds, tuple(answers), tuple(firsts), size // requests)


def _send(line: _Line, asked: bytes) -> None:
    line.got.clear()
    line.whole, line.first, line.asked = 0, 0.0, time.perf_counter()
    line.socket.sendall(asked)


def _is_whole(line: _Line, paths: Sequence[str]) -> bool:
    """Whether the answer has come to its end; its head is read once."""
    if not line.whole:
        end = line.got.find(b"\r\n\r\n")
        if end < 0:
            return False
        head = bytes(line.got[:end]).lower()
        _check(head, paths)
        line.closes = b"\r\nconnection: close" in head
        length = head.find(b"\r\ncontent-length:")
        line.whole = end + 4 + int(head[length + 17 :].split(b"\r\n", 1)[0]) if length >= 0 else -1
    return len(line.got) >= line.whole if line.whole > 0 else line.got.endswith(b"0\r\n\r\n")


def _check(head: bytes, paths: Sequence[str]) -> None:
    if head[9:12] != b"200":
        said = head.splitlines()[0].decode("latin-1")
        raise RuntimeError(f"{said} for one of {', '.join(paths[:3])}")
