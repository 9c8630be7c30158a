# ruff: noqa: E501 - sample documents keep their lines whole
"""Word documents made to harm or to mislead: each is a gap with a sentence, in bounded time and memory."""

import io
import struct
import time
import zipfile

import pytest

from lexatlas.core.evidence import CanonicalText, Gap
from lexatlas.sources.pool import ReaderPool
from lexatlas.sources.readers import docx_package
from tests.sources.word import R, abstract, docx, num, p, packed, parts, t


def read(raw: bytes, name: str = "a.docx") -> CanonicalText | Gap:
    with ReaderPool(size=1) as pool:
        started = time.monotonic()
        done = pool.read(raw, name)
        assert time.monotonic() - started < 40
    return done


def reason(raw: bytes, name: str = "a.docx") -> str:
    done = read(raw, name)
    assert isinstance(done, Gap)
    assert done.reason.endswith(".")
    return done.reason


def archive(**named: bytes) -> bytes:
    return packed({name.replace("__", "/"): inner for name, inner in named.items()})


def test_a_bomb_of_zeros_is_not_unpacked():
    bomb = parts(p("Words")) | {"word/document.xml": "<a>" + " " * 60_000_000 + "</a>"}
    assert (
        reason(packed(bomb)) == "A part of the file unpacks to more than 250 times its size; it was not read."
    )
    larger = parts(p("Words")) | {"word/document.xml": b"\0" * (docx_package.MAX_PART + 1)}
    assert "more than is read" in reason(packed(larger))


def test_a_size_that_lies_is_found_out():
    raw = packed(parts(p("Words")) | {"word/document.xml": "<a>" + "x" * 5000 + "</a>"})
    at = raw.rindex(b"PK\1\2", 0, raw.rindex(b"word/document.xml"))
    lied = raw[: at + 24] + struct.pack("<I", 100) + raw[at + 28 :]
    assert reason(lied).startswith("A part of the file is damaged")


def test_an_archive_of_very_many_parts_is_refused_before_it_is_opened():
    many = packed(parts(p("Words")) | {f"word/x{n}.xml": "" for n in range(docx_package.MAX_PARTS)})
    assert "holds more than 4,000 parts" in reason(many)


def test_what_is_nested_is_never_unpacked():
    inner = packed({"deep.bin": b"\0" * 20_000_000})
    done = read(packed({**parts(p("Words that are read.")), "word/embeddings/x.zip": inner}))
    assert isinstance(done, CanonicalText)
    assert done.text == "Words that are read."


def test_relations_that_lead_out_are_never_followed(tmp_path):
    secret = tmp_path / "secret.xml"
    secret.write_text("<w:footnotes/>")
    outside = "".join(
        f'<Relationship Id="o{n}" Type="{R}/{kind}" Target="{target}" {mode}/>'
        for n, (kind, target, mode) in enumerate([
            ("attachedTemplate", "https://evil.example/t.dotm", 'TargetMode="External"'),
            ("image", f"file://{secret}", 'TargetMode="External"'),
            ("endnotes", "../../../../etc/passwd", ""),
            ("comments", str(secret), ""),
        ])
    )  # fmt: skip
    done = read(docx(p("Words."), more_relations=outside))
    assert isinstance(done, CanonicalText)
    assert (done.text, done.gaps) == ("Words.", ())


def test_entities_are_not_expanded():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 20))
    head = f'<!DOCTYPE a [<!ENTITY e0 "boom"><!ENTITY x SYSTEM "file:///etc/passwd">{levels}]>'
    made = parts(p("Words.", "<w:r><w:t>&e19;&x;</w:t></w:r>"))
    done = read(packed(made | {"word/document.xml": head + made["word/document.xml"]}))
    assert isinstance(done, CanonicalText)
    assert done.text == "Words."
    assert done.gaps[0] == "The file declares entities of its own; they were not expanded."


def test_tables_within_tables_within_tables():
    body = p("deep")
    for _ in range(80):
        body = f"<w:tbl><w:tr><w:tc>{body}{p('')}</w:tc></w:tr></w:tbl>"
    done = read(docx(p("Words."), body))
    assert isinstance(done, Gap) or done.gaps or done.text == "Words.\ndeep"


def test_a_list_that_counts_without_end():
    runs = "".join(p(f"x{n}") for n in range(60_000))
    done = read(docx(runs))
    assert isinstance(done, CanonicalText)
    assert done.text.count("\n") == 59_999


@pytest.mark.parametrize("keep", [100, 0.3, 0.6, 0.95])
def test_a_file_that_was_cut_off(keep):
    raw = docx(p("Words. " * 500))
    cut = raw[: keep if keep > 1 else int(len(raw) * keep)]
    assert "damaged or cut off; it was not read. Fetch it again." in reason(cut)


def test_one_byte_turned_anywhere_never_breaks_a_child():
    raw = docx(p("Words that are read."))
    with ReaderPool(size=1) as pool:
        for at in range(0, len(raw), 37):
            done = pool.read(raw[:at] + bytes([raw[at] ^ 0x55]) + raw[at + 1 :], "a.docx")
            assert isinstance(done, CanonicalText) or (
                "failed" not in done.reason and "broke off" not in done.reason
            ), (at, done)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("raw", "name", "told"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "old.doc", "old binary form (DOC), which is not read. Open it in a word processor"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "new.docx", "protected with a password; it was not read. Remove the password"),
        (OLE, "x.xls", "is an old Office file"),
        (
            b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
            "a.xml",
            "saved as one XML file, which is not read. Open it in a word processor",
        ),
        (b"{\\rtf1\\ansi Words.}", "a.rtf", "rich text file (RTF), which is not read. Open it in a word processor"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<a/>"}), "a.odt", "OpenDocument file, which is not read. Open it in a word processor"),
        (archive(xl__workbook=b"<a/>"), "a.docx", "is a spreadsheet"),
        (archive(ppt__x=b"<a/>"), "a.docx", "is a set of slides"),
        (archive(**{"law.html": b"<p>x"}), "a.zip", "is a ZIP archive; it was not read. Unpack it, and give the files in it."),
        (b"PK\x05\x06" + b"\0" * 18, "a.docx", "is an empty ZIP archive"),
        (archive(**{"[Content_Types].xml": b"<a/>", "word/x.xml": b"<a/>"}), "a.docx", "no part with the text of a document"),
        (docx(), "a.docx", "The document holds no text."),
        (docx('<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>'), "a.docx", "only pictures (1); it may be a scan."),
    ],
)  # fmt: skip
def test_forms_that_are_not_read_say_what_to_do(raw, name, told):
    assert told in reason(raw, name)


def test_an_entry_under_a_password():
    raw = bytearray(docx(p("Words.")))
    at = 0
    while (at := raw.find(b"PK\1\2", at)) >= 0:
        raw[at + 8] |= 1
        at += 4
    assert "protected with a password" in reason(bytes(raw))


def test_macros_are_no_text_and_never_run():
    done = read(packed({**parts(p("Words.")), "word/vbaProject.bin": b"Sub AutoOpen()"}), "a.docm")
    assert isinstance(done, CanonicalText)
    assert done.text == "Words."


def test_one_part_told_twice_is_refused():
    out = io.BytesIO(docx(p("First.")))
    with zipfile.ZipFile(out, "a") as more, pytest.warns(UserWarning, match="Duplicate"):
        more.writestr("word/document.xml", parts(p("Second."))["word/document.xml"])
    assert (
        reason(out.getvalue())
        == "The archive holds one part twice, so that it says two things; it was not read."
    )


def test_a_million_runs_in_one_paragraph():
    done = read(docx(p(*[t("ab ")] * 400_000)))
    assert isinstance(done, CanonicalText | Gap)


@pytest.mark.parametrize("number", ["", "-1", "99999999999", "x", "²", "٣", "9", "--5"])
def test_numbers_that_are_none_break_nothing(number):
    lists = abstract(
        0, f'<w:lvl w:ilvl="{number}"><w:start w:val="{number}"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    lists += num(
        1, 0, f'<w:lvlOverride w:ilvl="{number}"><w:startOverride w:val="{number}"/></w:lvlOverride>'
    )
    numbered = (
        f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{number}"/>'
    )
    done = read(docx(p("Words.", more=numbered), numbering=lists))
    assert isinstance(done, CanonicalText)
    assert done.text.endswith("Words.")
    page = read(f'<p>Words.<ol start="{number}"><li value="{number}">One'.encode(), "a.html")
    assert isinstance(page, CanonicalText)
