"""A DOCX file as a package of parts: opened within limits, never unpacked to disk, links never followed."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from lexatlas.core.errors import Unreadable
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.markup import attribute, name_of, parse_xml

MAX_PARTS = 4_000
MAX_PART = 64 << 20
MAX_READ = 96 << 20
MAX_RATIO = 250
_FREE_RATIO = 4 << 20
_WORDS = (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, RuntimeError)
_OFFICE = "/officeDocument"


class Damaged(Unreadable):
    """The archive cannot be opened or one of its parts cannot be unpacked."""


def archive_of(raw: bytes) -> zipfile.ZipFile:
    """Open an archive in memory. Raises `Unreadable` for too many parts, `Damaged` when it is broken.

    Entries are counted by their signature before anything is built from them.
    """
    if raw.count(b"PK\x01\x02") > MAX_PARTS:
        raise Unreadable(f"The archive holds more than {MAX_PARTS:,} parts; it was not read.")
    try:
        return zipfile.ZipFile(io.BytesIO(raw))
    except _WORDS as error:
        raise Damaged("The archive is damaged or cut off; it was not read. Fetch it again.") from error


@dataclass
class Package:
    """The parts of one document by name; every part that is read counts against one limit.

    `external` counts relations that lead out of the file; they are never followed.
    """

    archive: zipfile.ZipFile
    read_bytes: int = 0
    external: int = 0
    gaps: list[str] = field(default_factory=list)
    known: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    @classmethod
    def opened(cls, given: Given) -> "Package":
        """Open the package. Raises `Unreadable` with a sentence."""
        archive = archive_of(given.raw)
        if any(info.flag_bits & 1 for info in archive.infolist()):
            raise Unreadable(
                "The file is protected with a password; it was not read. Remove the password, "
                "and give it again."
            )
        if len(archive.NameToInfo) < len(archive.filelist):
            raise Unreadable("The archive holds one part twice, so that it says two things; it was not read.")
        return cls(archive)

    def has(self, name: str) -> bool:
        """Return whether there is a part of that name."""
        return name in self.archive.NameToInfo

    def part(self, name: str) -> etree._Element | None:
        """Return the root of an XML part, or None when there is no such part.

        Raises `Unreadable` when the part is too large, too tightly packed or broken.
        """
        if not self.has(name):
            return None
        root, gaps = parse_xml(Given(self._bytes(self.archive.NameToInfo[name]), name))
        self.gaps += gaps
        return root

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        size, packed = info.file_size, max(1, info.compress_size)
        if size > MAX_PART or self.read_bytes + size > MAX_READ:
            raise Unreadable(
                f"A part of the file unpacks to {size:,} bytes, more than is read; it was not read."
            )
        if size > _FREE_RATIO and size > packed * MAX_RATIO:
            raise Unreadable(
                f"A part of the file unpacks to more than {MAX_RATIO} times its size; it was not read."
            )
        try:
            # Never more than was declared: zipfile stops there, and the checksum then tells a lie.
            with self.archive.open(info) as stream:
                data = stream.read(size + 1)
        except _WORDS as error:
            raise Damaged("A part of the file is damaged; it was not read. Fetch it again.") from error
        self.read_bytes += len(data)
        return data

    def main(self) -> str:
        """Return the name of the part that holds the text. Raises `Unreadable` when there is none."""
        for kind, target in self.relations("").values():
            if kind.endswith(_OFFICE) and self.has(target):
                return target
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise Unreadable("The file has no part with the text of a document; it was not read.")

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return kind and target of a part's relations by id; targets outside the file are left out."""
        if part not in self.known:
            self.known[part] = self._relations(part)
        return self.known[part]

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for each in root if root is not None else ():
            if name_of(each) != "Relationship":
                continue
            if attribute(each, "TargetMode") == "External":
                self.external += 1
                continue
            target = attribute(each, "Target")
            inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[attribute(each, "Id")] = (attribute(each, "Type"), posixpath.normpath(inside))
        return found

    def related(self, part: str, kind: str) -> etree._Element | None:
        """Return the root of the part that `part` names as its `kind` (styles, numbering, footnotes)."""
        for each, target in self.relations(part).values():
            if each.endswith(f"/{kind}"):
                return self.part(target)
        return None
