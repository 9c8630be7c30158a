"""Fetching, guarded: public addresses only, each redirect checked anew, bounded in size and time."""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from lexatlas.core.errors import Unavailable

if TYPE_CHECKING:
    import httpx

SIZE_LIMIT = 32 << 20
SECONDS = 30.0
REDIRECTS = 5
_STEP_SECONDS = 10.0
_AGENT = "Lexatlas (research on public law; reads single pages that its user names)"
_NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True)
class Fetched:
    """What lay behind an address: bytes, the address that gave them in the end, what the server declared."""

    raw: bytes
    address: str
    media_type: str = ""
    charset: str = ""
    language: str = ""
    modified: str = ""


def fetch(
    address: str, *, allow_local: bool = False, size_limit: int = SIZE_LIMIT, seconds: float = SECONDS
) -> Fetched:
    """Return what lies behind an http or https address.

    Each host is resolved once and that one address is connected to, so that a name cannot change between
    check and use. Raises `Unavailable` with a sentence when an address is not public (unless `allow_local`),
    a redirect loops or leads inside, the answer is an error, too large or too slow.
    """
    deadline = time.monotonic() + seconds
    seen: list[str] = []
    while True:
        if address in seen:
            raise Unavailable(f"The address {_short(seen[0])} redirects in a loop.")
        seen.append(address)
        if len(seen) > REDIRECTS + 1:
            raise Unavailable(f"The address {_short(seen[0])} redirects more than {REDIRECTS} times.")
        step = _step(address, allow_local, size_limit, deadline)
        if isinstance(step, Fetched):
            return step
        address = step


def _step(address: str, allow_local: bool, size_limit: int, deadline: float) -> Fetched | str:
    """Make one request; return what came, or the address that it redirects to."""
    import httpx  # noqa: PLC0415 - slow to load, and needed for addresses only

    url = _checked(address)
    host = url.raw_host.decode("ascii").strip("[]")
    port = url.port or (443 if url.scheme == "https" else 80)
    target = _resolved(host, port, allow_local)
    try:
        with _client(deadline) as client, _cut_off(client, deadline), client.stream(
            "GET", url.copy_with(host=target), headers=_headers(url), extensions={"sni_hostname": host}
        ) as response:  # fmt: skip
            return _taken(response, address, size_limit, deadline)
    except httpx.TimeoutException as error:
        raise Unavailable(f"The address {_short(address)} did not answer in time.") from error
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError, ValueError, RuntimeError) as error:
        # A connection that the deadline closed under its reader fails in ways of its own.
        if time.monotonic() >= deadline:
            raise Unavailable(f"The address {_short(address)} did not end in time.") from error
        raise Unavailable(f"The address {_short(address)} could not be reached: {_reason(error)}.") from error


def _checked(address: str) -> "httpx.URL":
    import httpx  # noqa: PLC0415 - slow to load, and needed for addresses only

    try:
        parts = urlsplit(address)
        url = httpx.URL(address)
    except (ValueError, httpx.InvalidURL) as error:
        raise Unavailable(f"'{_short(address)}' is not an address that can be fetched.") from error
    if parts.scheme not in {"http", "https"} or not url.host:
        raise Unavailable(f"'{_short(address)}' is not an http or https address.")
    if parts.username or parts.password:
        raise Unavailable(f"The address at {parts.hostname} carries a name or password; it was not fetched.")
    return url


def _client(deadline: float) -> "httpx.Client":
    import httpx  # noqa: PLC0415 - slow to load, and needed for addresses only

    left = max(0.1, min(_STEP_SECONDS, deadline - time.monotonic()))
    # trust_env off: no proxy or credentials from the environment may stand between check and connection.
    return httpx.Client(trust_env=False, follow_redirects=False, timeout=httpx.Timeout(left), http2=False)


@contextmanager
def _cut_off(client: "httpx.Client", deadline: float) -> Iterator[None]:
    """Close the connection at the deadline: a server that drips its headers never meets a read timeout."""
    timer = threading.Timer(max(0.1, deadline - time.monotonic()), client.close)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _headers(url: "httpx.URL") -> dict[str, str]:
    return {
        "Host": url.netloc.decode("ascii"), "User-Agent": _AGENT, "Accept-Encoding": "identity",
        "Accept": "text/html,application/xhtml+xml,application/xml,application/json,text/plain,*/*;q=0.5",
    }  # fmt: skip


def _taken(response: "httpx.Response", address: str, size_limit: int, deadline: float) -> Fetched | str:
    location = response.headers.get("location")
    if response.status_code in {301, 302, 303, 307, 308} and location:
        return urljoin(address, str(location))
    if response.status_code != 200:
        raise Unavailable(f"The address {_short(address)} answered with status {response.status_code}.")
    kind, charset = _content_type(response.headers.get("content-type", ""))
    raw = b"".join(_bounded(response, address, size_limit, deadline))
    headers = response.headers
    return Fetched(
        raw,
        address,
        kind,
        charset,
        headers.get("content-language", "")[:20],
        headers.get("last-modified", "")[:60],
    )


def _bounded(response: "httpx.Response", address: str, size_limit: int, deadline: float) -> Iterator[bytes]:
    got = 0
    # Pieces as they come: to wait for a full buffer would let a slow server outlast the deadline.
    for piece in response.iter_bytes():
        got += len(piece)
        if got > size_limit:
            raise Unavailable(
                f"The address {_short(address)} gives more than {size_limit:,} bytes; it was not kept."
            )
        if time.monotonic() > deadline:
            raise Unavailable(f"The address {_short(address)} did not end in time.")
        yield piece


def _content_type(header: str) -> tuple[str, str]:
    kind, _, rest = header.partition(";")
    charset = next(
        (part.partition("=")[2] for part in rest.split(";") if part.strip().lower().startswith("charset")), ""
    )
    return kind.strip().lower()[:100], charset.strip(" \"'")[:40]


def _resolved(host: str, port: int, allow_local: bool) -> str:
    """Resolve once; every address of the name must be public, and the first is taken."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unavailable(f"The host {host[:100]} is not known.") from error
    addresses = [str(row[4][0]) for row in found]
    if not addresses:
        raise Unavailable(f"The host {host[:100]} has no address.")
    if not allow_local and not all(is_public(each) for each in addresses):
        raise Unavailable(
            f"The host {host[:100]} is not a public address; addresses inside a network are not fetched."
        )
    return addresses[0]


def is_public(address: str) -> bool:
    """Return whether an IP address is global, also once IPv4 is unwrapped from the IPv6 that carries it."""
    try:
        ip: Address = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = _inner(ip)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _inner(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if ip.ipv4_mapped or ip.sixtofour:
        return ip.ipv4_mapped or ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    if any(ip in network for network in _NAT64) or int(ip) >> 32 == 0:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return None


def _short(address: str) -> str:
    return address if len(address) <= 200 else address[:200] + "…"


def _reason(error: Exception) -> str:
    return (str(error).split("\n")[0][:200] or type(error).__name__).rstrip(".")
