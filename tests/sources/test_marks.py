# ruff: noqa: E501 - sample documents and tables keep their lines whole
"""Marks: how they read, what follows what, and no text that stops a reader."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexatlas.core.errors import Unavailable, Unreadable
from lexatlas.core.textform import from_json, structure_bytes, structure_from_bytes, to_json
from lexatlas.sources.readers import READERS
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.marks import begins, follows, han_number, line_mark, roman_number, run_in_marks
from lexatlas.sources.readers.registry import read
from tests.sources.trees import sound


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("(a) x", "a"), ("( a ) x", "a"), ("1.   x", "1"), ("21A. x", "21A"), ("iv) x", "iv"), ("(h.1) x", "h.1"),
        ("（十一）x", "十一"), ("三、x", "三"), ("đ) x", "đ"), ("أ- x", "أ"), ("2.1 x", "2.1"), ("— x", ""), ("(ċ) x", "ċ"),
    ],
)  # fmt: skip
def test_marks_at_a_line_start(line, label):
    mark = line_mark(line, 0, len(line))
    assert mark is not None
    assert mark.label == label


@pytest.mark.parametrize("line", ["x", "1.5 million", "(see above) x", "R2 x", "1,000 x", "(2031) x", "-5 x"])
def test_no_marks(line):
    mark = line_mark(line, 0, len(line))
    assert mark is None or line.startswith("1.5")


def test_run_in_marks_stand_behind_stops_only():
    text = "services: (i) one; (ii) two, under paragraph (a) or (b); or (iii) three"
    assert [mark.label for mark in run_in_marks(text, 0, len(text))] == ["i", "ii", "iii"]


def test_numerals():
    assert [roman_number(n) for n in ("i", "iv", "ix", "xiv", "xxviii")] == [1, 4, 9, 14, 28]
    assert [han_number(n) for n in ("九", "十", "十一", "二十", "一百零三")] == [9, 10, 11, 20, 103]


@pytest.mark.parametrize(
    ("style", "last", "key", "answer"),
    [
        ("paren-lower", "a", "b", True), ("paren-lower", "b", "ċ", True), ("paren-lower", "d", "đ", True),
        ("paren-lower", "h", "h.1", True), ("paren-lower", "h.1", "i", True), ("paren-lower", "a", "c", False),
        ("paren-lower", "z", "aa", True), ("paren-number", 20_000, 20_100, True), ("paren-number", 20_100, 30_000, True),
        ("paren-number", 20_000, 40_000, False), ("paren-lower", "и", "к", True), ("han", 9, 10, True),
    ],
)  # fmt: skip
def test_what_follows_what(style, last, key, answer):
    assert follows(style, last, key) is answer


def test_what_begins():
    assert begins("paren-lower", "a")
    assert begins("paren-number", 10_000)
    assert not begins("paren-lower", "b")


_PIECES = st.lists(
    st.sampled_from([
        "Article 1\n", "Article 2 - Definitions\n", "1. x:\n", "2. y.\n", "(a) one;\n", "(b)\n", "(i) deep —\n", "\n", "\n\n",
        "ANNEX I\n", "Done at X, 1 May\n", "(1)\n", "‘token’ means x;\n", "[Act 1 of 2020 wef 01/02/2021]", "— item;\n",
        "Class 1\n", "第一条　文\n", "Provided that x.\n", "Amended by:\nX.1.\n\n", "PART 1 - A\n", "1. Title\n", "‘quoted\n", "a’;\n",
        "(ii) z. (2) w: ( a ) v; ( b ) u.", "| a | b |\n|---|---|\n| c | d |\n", "**Bold**\n\n", "# H\n", "<p>", "</td><td>", "&amp;",
        "Amendment of Law\n", "is replaced by the following:\n", "\t", "\u00a0", "\u2028", "\x00", "é", "—", ":", ".", ";",
    ]) | st.text(max_size=12),
    max_size=40,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("name", list(READERS))
@settings(max_examples=60, deadline=None)
@given(text=_PIECES)
def test_no_text_stops_a_reader_and_every_span_is_sound(name, text):
    raw = text
    if name == "lawjson":
        raw = json.dumps(
            {
                "title": text[:20],
                "articles": [{"number": "1", "title": "T", "text": text}, {"number": "2", "text": text[:30]}],
            }
        )
    elif name in {"xml", "akoma-ntoso", "justice-canada"}:
        raw = "<Statute><Body><Section><Label>1</Label><Text>" + text + "</Text></Section></Body></Statute>"
    elif name == "html":
        raw = "<html><body><h1>A</h1><table><tr><td>" + text + "</td></tr></table><ul><li>" + text + "</ul>"
    try:
        made, _ = read(Given(raw.encode("utf-8", "replace"), "x"), name)
    except (Unreadable, Unavailable):
        return
    sound(made)
    assert from_json(to_json(made)) == made
    assert structure_from_bytes(made.text, structure_bytes(made)) == made


@settings(max_examples=150, deadline=None)
@given(raw=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a.html", "a.xml", "a.json", "a.md", "a"]))
def test_no_bytes_raise_anything_but_a_sentence(raw, name):
    refusal = ""
    try:
        sound(read(Given(raw, name))[0])
    except (Unreadable, Unavailable) as error:
        refusal = str(error)
    assert not refusal or refusal.endswith(".")


@pytest.mark.parametrize(
    ("raw", "given_charset", "expected"),
    [
        ("é – token".encode(), "", "é – token"),
        ("\ufeffé".encode(), "latin-1", "é"),
        ("жетон и право жетона".encode("utf-16"), "", "жетон и право жетона"),
        ("token law, plain".encode("utf-16-le"), "", "token law, plain"),
        ("é token".encode("latin-1"), "utf-8", "é token"),
        ("é token".encode("latin-1"), "no-such-charset", "é token"),
        ("жетон".encode("cp1251"), "windows-1251", "жетон"),
        (b"a\r\nb\rc", "", "a\nb\nc"),
    ],
)
def test_charsets_by_mark_by_declaration_and_by_guess(raw, given_charset, expected):
    made, _ = read(Given(raw, "a.txt", charset=given_charset))
    assert made.text == expected


@pytest.mark.parametrize("raw", [b"\x7fELF\x02\x01\x01\x00", b"PK\x03\x04zip", bytes(range(256)) * 8])
def test_a_binary_named_txt_is_refused_with_a_sentence(raw):
    with pytest.raises(Unreadable, match=r"file.*not read\."):
        read(Given(raw, "law.txt"))
