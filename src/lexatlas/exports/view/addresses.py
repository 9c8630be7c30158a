"""Which addresses may become links, and links to the very words of a page."""

from urllib.parse import quote as percent
from urllib.parse import urlsplit

from lexatlas.core.evidence import Quote

_SIGNS = "-._~:/?#[]@!$&'()*+,;=%"
_ENDS = 6
"""Words taken from either end of a long quote for a text fragment."""
_READ_AS_TEXT = ("text/html", "application/xhtml+xml", "text/plain")


def web_address(address: str | None) -> str:
    """Return an address that may become a link, "" for anything but plain http and https.

    Signs that could end a link or hide in one are percent-encoded; an address with a user name or without a
    host is refused, since neither leads where it seems to.
    """
    if not address or any(ord(sign) < 33 or ord(sign) == 127 for sign in address):
        return ""
    try:
        parts = urlsplit(address)
        host, user = parts.hostname, parts.username
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host or user is not None:
        return ""
    return percent(address, safe=_SIGNS)


def to_the_words(address: str | None, quote: Quote, media_type: str) -> str:
    """Return a link that opens the source at the quoted words, a plain one where no browser seeks them."""
    link = web_address(address)
    if not link or not quote.parts or media_type.split(";")[0].strip() not in _READ_AS_TEXT:
        return link
    words = quote.parts[0].exact.split()
    whole = len(words) <= 2 * _ENDS
    ends = [words] if whole else [words[:_ENDS], words[-_ENDS:]]
    fragment = ",".join(_encoded(" ".join(part)) for part in ends)
    return f"{link}{'' if '#' in link else '#'}:~:text={fragment}"


def _encoded(words: str) -> str:
    # A comma and a hyphen have a meaning of their own in a text fragment.
    return percent(words, safe="").replace("-", "%2D")
