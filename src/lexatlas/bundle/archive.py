"""The one zip file that a bundle can be: entries stored and sorted, times fixed, no comment, nothing extra.

Stored, not deflated: the bytes of a deflated file depend on the zlib at hand, and a stored one cannot swell.
The archive is written by our own few lines, since what a library writes changes between its versions.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping

from lexatlas.bundle.limits import Limits, over

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DATE, _TIME = (1 << 5) | 1, 0  # 1980-01-01 00:00, the first moment that a zip can name
_VERSION, _UNIX, _MODE = 20, 3 << 8, 0o100644 << 16


class ArchiveError(Exception):
    """The bytes are no canonical archive; the message is a sentence that says where."""


def pack(files: Mapping[str, bytes]) -> Iterator[bytes]:
    """Yield the archive of these files piece by piece; names are ASCII. The pieces depend on nothing else."""
    central, offset = [], 0
    for name in sorted(files):
        data, path = files[name], name.encode("ascii")
        crc, size = zlib.crc32(data), len(data)
        fields = (_TIME, _DATE, crc, size, size, len(path), 0)
        yield _LOCAL.pack(b"PK\3\4", _VERSION, 0, 0, *fields) + path
        yield data
        head = _CENTRAL.pack(b"PK\1\2", _VERSION | _UNIX, _VERSION, 0, 0, *fields, 0, 0, 0, _MODE, offset)
        central.append(head + path)
        offset += _LOCAL.size + len(path) + size
    directory = b"".join(central)
    yield directory
    yield _END.pack(b"PK\5\6", 0, 0, len(central), len(central), len(directory), offset, 0)


def unpack(archive: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the files of a canonical archive; raises ArchiveError when one bit of it is otherwise.

    Sizes are counted before a file is cut out, and the result is packed again and compared byte for byte.
    """
    entries = _entries(archive, limits)
    sizes = {name: size for name, (_, size) in entries.items()}
    faults = over(sizes, limits)
    # Entries that overlap would let a small archive swell on reading.
    if sum(sizes.values()) > len(archive):
        faults.append("The zip file says that it holds more bytes than it has.")
    if faults:
        raise ArchiveError(" ".join(faults))
    files = {name: archive[start : start + size] for name, (start, size) in entries.items()}
    _compare(archive, files)
    return files


def _entries(archive: bytes, limits: Limits) -> dict[str, tuple[int, int]]:
    """Read the central directory: name -> (start of the data, size)."""
    count, at = _end(archive, limits)
    entries: dict[str, tuple[int, int]] = {}
    for _ in range(count):
        try:
            head = _CENTRAL.unpack_from(archive, at)
        except struct.error as error:
            raise ArchiveError("The zip file breaks off inside its list of entries.") from error
        at += _CENTRAL.size
        name = archive[at : at + head[10]]
        at += head[10]
        _take(entries, name, head)
    return entries


def _take(entries: dict[str, tuple[int, int]], path: bytes, head: tuple[int, ...]) -> None:
    if not path.isascii() or not path:
        raise ArchiveError("The zip file has an entry whose name is not plain ASCII.")
    name = path.decode("ascii")
    if head[4] != 0:
        raise ArchiveError(
            f"The entry {name!r} is compressed; the zip file of a bundle stores its files as they are."
        )
    if head[8] != head[9]:
        raise ArchiveError(f"The entry {name!r} gives two sizes for one file.")
    if name in entries:
        raise ArchiveError(f"The entry {name!r} stands twice in the zip file.")
    entries[name] = (head[16] + _LOCAL.size + len(path), head[8])


def _end(archive: bytes, limits: Limits) -> tuple[int, int]:
    """Return the number of entries and where their list begins."""
    start = len(archive) - _END.size
    if start < 0 or archive[start : start + 4] != b"PK\5\6":
        raise ArchiveError(
            "The zip file does not end as a zip file of a bundle ends: it is cut, or something follows it."
        )
    count, _, offset = _END.unpack_from(archive, start)[4:7]
    if count > limits.files:
        raise ArchiveError(
            f"The zip file holds {count} entries, more than the {limits.files} that a bundle may hold."
        )
    return int(count), int(offset)


def _compare(archive: bytes, files: Mapping[str, bytes]) -> None:
    # The pieces are compared as they come, so that no second copy of the archive is held.
    view, at = memoryview(archive), 0
    for piece in pack(files):
        if view[at : at + len(piece)] != piece:
            raise ArchiveError(f"The zip file is not packed as a bundle is, near byte {at}.")
        at += len(piece)
    if at != len(archive):
        raise ArchiveError("The zip file holds more than its entries.")
