"""The seal: the SHA-256 of the canonical listing of the payload, which is the manifest's own bytes.

Anybody can compute it without us: `sha256sum manifest-sha256.txt`, after `sha256sum -c manifest-sha256.txt`.
"""

from collections.abc import Mapping

from lexatlas.bundle import layout
from lexatlas.core.canonical import sha256_hex

_LONGEST = 2_000_000
"""No bundle has so long a manifest; of a longer one, which is refused anyway, the beginning is compared."""
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def listing(files: Mapping[str, bytes]) -> bytes:
    """Return one line `sha256  name` a file, sorted by name, each ended by a line feed."""
    return "".join(f"{sha256_hex(files[name])}  {name}\n" for name in sorted(files)).encode()


def seal_of(payload: Mapping[str, bytes]) -> str:
    """Return the seal of a payload given as name -> bytes; names begin with `data/`."""
    return sha256_hex(listing(payload))


def tag_files(payload: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the four files beside the payload; they follow from it byte for byte and hold no clock."""
    size = sum(len(data) for data in payload.values())
    tags = {
        layout.INFO: f"Bag-Software-Agent: Lexatlas\nPayload-Oxum: {size}.{len(payload)}\n".encode(),
        layout.DECLARATION: _DECLARATION,
        layout.MANIFEST: listing(payload),
    }
    return {**tags, layout.TAG_MANIFEST: listing(tags)}


def sealed(payload: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return every file of the bundle with this payload."""
    return {**payload, **tag_files(payload)}


def differences(files: Mapping[str, bytes]) -> list[str]:
    """Return what in these files is not as sealed, a sentence each; empty when every byte is.

    The manifest is compared line by line first, so that the file that changed is named rather than the sum.
    """
    payload = {name: data for name, data in files.items() if name not in layout.TAG_FILES}
    faults = _against_manifest(payload, files.get(layout.MANIFEST, b""))
    for name, expected in tag_files(payload).items():
        if not faults and name in files and files[name] != expected:
            faults.append(f"{name} is not what follows from the payload.")
    return faults


def _against_manifest(payload: Mapping[str, bytes], manifest: bytes) -> list[str]:
    listed = _parsed(manifest)
    changed = [name for name in payload if name in listed and listed[name] != sha256_hex(payload[name])]
    faults = [f"{name} is not the file that was sealed." for name in sorted(changed)]
    faults += [f"{name} was added after the seal." for name in sorted(set(payload) - set(listed))]
    return faults + [
        f"{name!r} was sealed and is missing." for name in sorted(set(listed) - set(payload))[:20]
    ]


def _parsed(manifest: bytes) -> dict[str, str]:
    text = manifest[:_LONGEST].decode("utf-8", "replace")
    lines = (line.partition("  ") for line in text.splitlines())
    return {name: digest for digest, _, name in lines if name}
