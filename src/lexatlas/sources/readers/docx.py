"""Word documents (DOCX): the accepted text with the numbers that Word shows; what is left out is said."""

from lxml import etree

from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import CanonicalText
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.docx_body import Body, notes_of
from lexatlas.sources.readers.docx_numbering import Numbering
from lexatlas.sources.readers.docx_package import Package, archive_of
from lexatlas.sources.readers.docx_runs import Runs, Tally
from lexatlas.sources.readers.docx_styles import Styles
from lexatlas.sources.readers.markup import child, name_of, words_of
from lexatlas.sources.readers.outline import outline
from lexatlas.sources.readers.page import Page

NAME = "docx"
VERSION = "3"
LIBRARIES: tuple[str, ...] = ("lxml",)


def sniff(given: Given) -> bool:
    """Return whether the bytes are a Word document, whatever the name says."""
    if not given.raw.startswith(b"PK\x03\x04"):
        return False
    try:
        names = archive_of(given.raw).NameToInfo
    except Unreadable:
        return False
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)


def read(given: Given) -> CanonicalText:
    """Read a Word document. Raises `Unreadable` when a limit is broken or it holds no text."""
    package = Package.opened(given)
    main = package.main()
    root = package.part(main)
    text = child(root, "body") if root is not None else None
    if text is None:
        raise Unreadable("The file has no part with the text of a document; it was not read.")
    body = _body(package, main, text)
    body.blocks(text)
    if not body.page.lines:
        raise Unreadable(f"The document holds no text{_but_pictures(body.runs.tally)}.")
    whole = body.page.text
    gaps = (*package.gaps, *_gaps(body.runs.tally, body.numbering))
    return CanonicalText(whole, outline(whole, body.page.lines), _stated(package, body), gaps)


def _body(package: Package, main: str, text: etree._Element) -> Body:
    styles = Styles.read(package.related(main, "styles"))
    numbering = Numbering.read(package.related(main, "numbering"), styles)
    notes = {kind: notes_of(package.related(main, f"{kind}s"), kind) for kind in ("footnote", "endnote")}
    return Body(Page(), Runs(styles, Tally()), styles, numbering, notes, _mostly_boxes(text))


def _mostly_boxes(text: etree._Element) -> bool:
    """Whether the document is set in text boxes, as copies from other programs are."""
    if next(text.iter("{*}txbxContent"), None) is None:
        return False
    boxed = sum(_letters(box) for box in text.iter("{*}txbxContent"))
    return boxed * 2 > _letters(text)


def _letters(element: etree._Element) -> int:
    return sum(len(each.text or "") for each in element.iter("{*}t"))


def _stated(package: Package, body: Body) -> dict[str, str]:
    tally, page = body.runs.tally, body.page
    first = page.text[page.lines[0].start : page.lines[0].end]
    core = package.part("docProps/core.xml")
    told = next(
        (words_of(each) for each in (core if core is not None else ()) if name_of(each) == "title"), ""
    )
    language = max(tally.languages, key=lambda each: (tally.languages[each], each), default="")
    changed = f"{tally.inserted} inserted, {tally.deleted} deleted"
    stated = {
        "title": body.title or (first if len(first) <= 300 else told[:300]),
        "language": language,
        "tracked-changes": f"accepted: {changed}" if tally.inserted or tally.deleted else "",
        "comments": f"{tally.comments} left out" if tally.comments else "",
    }
    return {key: value for key, value in stated.items() if value}


def _gaps(tally: Tally, numbering: Numbering) -> list[str]:
    """Say in sentences what was left out or taken one way of two."""
    inserted, deleted = _counted(tally.inserted, "insertion"), _counted(tally.deleted, "deletion")
    told = (
        (tally.inserted + tally.deleted, f"The document holds tracked changes ({inserted}, {deleted}). It was "
         "read as if all were accepted: what is deleted was left out."),
        (tally.hidden, f"Left out as hidden: {_counted(tally.hidden, 'character')}."),
        (tally.struck, f"Left out as struck through: {_counted(tally.struck, 'character')}."),
        (tally.formulas, f"Not read as text, and shown as \ufffc: {_counted(tally.formulas, 'formula')}."),
        (tally.unknown, f"Not known, and shown as \ufffd: {_counted(tally.unknown, 'sign')} of a symbol font."),
        (numbering.unknown, "Left out, since their form is not known: "
         f"{_counted(numbering.unknown, 'number')} of list items."),
        (tally.pictures, f"Not read: {_counted(tally.pictures, 'picture or embedded object')}."),
        (tally.embedded, f"Not opened: {_counted(tally.embedded, 'document')} embedded in this one."),
    )  # fmt: skip
    return [sentence for count, sentence in told if count]


def _counted(count: int, one: str) -> str:
    return f"{count} {one}" if count == 1 else f"{count} {one.replace(' or', 's or')}s"


def _but_pictures(tally: Tally) -> str:
    return f", only pictures ({tally.pictures}); it may be a scan" if tally.pictures else ""
