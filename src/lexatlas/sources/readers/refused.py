"""Forms that are known and not read: what each is, and what the person who gave it can do."""

from lexatlas.core.errors import Unreadable
from lexatlas.sources.readers.charset import Given

_ELSE = "it was not read. Give the document as PDF, DOCX, HTML, XML or text."
_SAVE = "Open it in a word processor, save it as DOCX or PDF, and give that file."
_FORMS = (
    (b"%PDF", f"is a PDF file that could not be recognised; {_ELSE}"),
    (b"PK\x05\x06", f"is an empty ZIP archive; {_ELSE}"),
    (b"{\\rtf", f"is a rich text file (RTF), which is not read. {_SAVE}"),
    (b"\x89PNG", f"is a picture; {_ELSE}"),
    (b"\xff\xd8\xff", f"is a picture; {_ELSE}"),
    (b"GIF8", f"is a picture; {_ELSE}"),
)
_MEMBERS = (
    ("xl/", f"is a spreadsheet; {_ELSE}"),
    ("ppt/", f"is a set of slides; {_ELSE}"),
    ("content.xml", f"is an OpenDocument file, which is not read. {_SAVE}"),
    ("META-INF/container.xml", f"is an electronic book; {_ELSE}"),
)


# Documents written as one XML file: read by their tags alone, deleted words would stand as law.
_OFFICE_XML = (
    b"schemas.microsoft.com/office/2006/xmlPackage", b"schemas.microsoft.com/office/word/2003/wordml",
    b"urn:oasis:names:tc:opendocument:xmlns:office",
)  # fmt: skip


def is_refused(given: Given) -> bool:
    """Return whether the bytes look like text and are a form that no reader may take for it."""
    return given.raw.startswith(b"{\\rtf") or _is_office_xml(given)


def _is_office_xml(given: Given) -> bool:
    return given.head.startswith(b"<?xml") and any(name in given.head for name in _OFFICE_XML)


def refusal(given: Given) -> str:
    """Return the sentence for bytes that no reader takes: what the form is, and what to do."""
    what = given.name.rsplit("/", 1)[-1][:120] or "The document"
    raw = given.raw
    if _is_office_xml(given):
        return f"'{what}' is an office document saved as one XML file, which is not read. {_SAVE}"
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        return f"'{what}' {_compound(raw)}"
    if raw.startswith(b"PK\x03\x04"):
        return f"'{what}' {_archive(raw)}"
    told = next((words for magic, words in _FORMS if raw.startswith(magic)), "")
    return f"'{what}' {told or f'is a binary file of a form that is not known; {_ELSE}'}"


def _compound(raw: bytes) -> str:
    """The container of old Office files, which also holds new ones under a password."""
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return "is protected with a password; it was not read. Remove the password, and give it again."
    if "WordDocument".encode("utf-16-le") in raw:
        return f"is a Word file of the old binary form (DOC), which is not read. {_SAVE}"
    return f"is an old Office file; {_ELSE}"


def _archive(raw: bytes) -> str:
    # Opening archives and XML costs a child more than a refusal: only here.
    from lexatlas.sources.readers.docx_package import Damaged, archive_of  # noqa: PLC0415 - as said above

    try:
        names = archive_of(raw).namelist()
    except Damaged:
        if b"[Content_Types].xml" in raw[:8192] or b"word/" in raw[:8192]:
            return "is an Office file that is damaged or cut off; it was not read. Fetch it again."
        return f"is a ZIP file that is damaged or cut off; {_ELSE}"
    except Unreadable as error:
        return f"cannot be opened. {error}"
    told = next((words for start, words in _MEMBERS if any(name.startswith(start) for name in names)), "")
    return told or "is a ZIP archive; it was not read. Unpack it, and give the files in it."
