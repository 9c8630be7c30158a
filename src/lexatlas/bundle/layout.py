"""What may stand where in a bundle: a closed list of names, all in lower-case ASCII."""

import re
from collections.abc import Iterable

DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
TAG_FILES = (INFO, DECLARATION, MANIFEST, TAG_MANIFEST)

DOCUMENT = "data/document.json"
PROVENANCE = "data/provenance.json"
PAGE = "data/page.html"
STANDING = "data/standing.json"
REQUIRED = (DOCUMENT, PROVENANCE, PAGE)

CODEBOOK = "data/codebook/"
RAW = "data/raw/"
TEXT = "data/text/"

_HASH = "[0-9a-f]{64}"
# Lower case only, no links, no dots that lead upwards: two names can then never mean one file on any system.
_PAYLOAD = re.compile(
    rf"data/(?:document\.json|provenance\.json|page\.html|standing\.json"
    rf"|codebook/(?:[a-z0-9_-]{{1,60}}/)?[a-z0-9_-]{{1,80}}\.toml"
    rf"|raw/{_HASH}"
    rf"|text/{_HASH}\.(?:txt|structure\.json|excerpts\.json))"
)


def is_payload(name: str) -> bool:
    """Whether `name` may stand in the payload of a bundle."""
    return _PAYLOAD.fullmatch(name) is not None


def is_known(name: str) -> bool:
    """Whether `name` may stand in a bundle at all."""
    return name in TAG_FILES or is_payload(name)


def folders(names: Iterable[str]) -> set[str]:
    """Return every folder that files of these names need, without a slash at the end."""
    found = set()
    for name in names:
        parts = name.split("/")[:-1]
        found |= {"/".join(parts[:depth]) for depth in range(1, len(parts) + 1)}
    return found


def missing(names: Iterable[str]) -> list[str]:
    """Return the names that every bundle has and these lack, sorted."""
    return sorted({*REQUIRED, *TAG_FILES} - set(names))


def strangers(names: Iterable[str]) -> list[str]:
    """Return the names that no bundle may hold, sorted."""
    return sorted(name for name in names if not is_known(name))
