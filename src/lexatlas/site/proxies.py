"""Whom a request comes from where proxies stand in front: their word is taken, nobody else's is."""

from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from lexatlas.core.errors import InputError

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address
_SAID_BY_A_PROXY = ("HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST")


def networks(told: str) -> tuple[Network, ...]:
    """Return the addresses and networks of a setting, parted by commas; none for "".

    Raises `InputError` for a word that is neither.
    """
    try:
        return tuple(ip_network(each.strip(), strict=False) for each in told.split(",") if each.strip())
    except ValueError as error:
        raise InputError(
            f"LEXATLAS_PROXIES: {error}. Write the addresses of the proxies in front of this site, as 127.0.0.1 or "
            "10.0.0.0/8, parted by commas."
        ) from error


def asks(peer: str, forwarded: str, proxies: Sequence[Network]) -> str:
    """Return the address that asks: the peer, or the last one named that is no proxy of ours.

    `forwarded` is what X-Forwarded-For holds, the nearest last. What stands before the first stranger is hearsay.
    """
    found = peer
    for told in reversed(forwarded.split(",")):
        if not _is_one_of(found, proxies):
            break
        address = _address(told)
        if address is None:
            break
        found = str(address)
    return found


def _is_one_of(told: str, proxies: Sequence[Network]) -> bool:
    address = _address(told)
    return address is not None and any(address in network for network in proxies)


def _address(told: str) -> Address | None:
    """Return the address, without the port that some proxies add; None for what is none."""
    plain = told.strip()
    if plain.startswith("["):
        plain = plain[1:].partition("]")[0]
    elif plain.count(":") == 1:
        plain = plain.partition(":")[0]
    try:
        address = ip_address(plain)
    except ValueError:
        return None
    return address.ipv4_mapped or address if isinstance(address, IPv6Address) else address


class Proxies:
    """The outermost layer: puts the address that asks in its place, and takes away what no proxy of ours has said.

    Without the setting nothing is changed: then all that counts by address counts the proxy's.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer
        self._proxies: tuple[Network, ...] = settings.PROXIES

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        if self._proxies:
            peer = request.META.get("REMOTE_ADDR", "")
            if not _is_one_of(peer, self._proxies):
                for name in _SAID_BY_A_PROXY:
                    request.META.pop(name, None)
            forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
            request.META["REMOTE_ADDR"] = asks(peer, forwarded, self._proxies)
        return self.answer(request)
