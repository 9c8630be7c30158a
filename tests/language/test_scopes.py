import pytest

from lexatlas.language.scopes import Places, references
from tests.language.texts import structured

ACT = structured("""
<group II|Part II>
  <article 3|Article 3>
    <paragraph 1> 1. One.
    <paragraph 2> 2. Two:
      <item h> (h) those:
        <item iv> (iv) here.
  <article 4|Article 4> Four.
<article 5|Article 5> Five.
""")
MARKS = ["II", "3", "1", "2", "h", "iv", "4", "5"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Titles III and IV", [("title", (("III",), ("IV",)), False)]),
        ("articles 3 to 13", [("article", (("3",), ("13",)), True)]),
        ("paragraph 5(h) or (h.1)", [("paragraph", (("5", "h"), ("h.1",)), False)]),
        ("this Part", [("part", (), False)]),
        ("a part of the fee", []),
        ("section 113", [("section", (("113",),), False)]),
    ],
)
def test_references(words, expected):
    assert [(one.mark, one.labels, one.ranged) for one in references(words)] == expected


@pytest.mark.parametrize(
    ("words", "near", "expected"),
    [
        ("Article 4", -1, ["4"]),
        ("articles 3 to 5", -1, ["3", "4", "5"]),
        ("paragraph 2(h)(iv)", 2, ["iv"]),
        ("Article 3(2)", -1, ["2"]),
        ("this Part", 2, ["II"]),
        ("Part II", -1, ["II"]),
        ("Article 99", -1, []),
    ],
)
def test_resolve(words, near, expected):
    (reference,) = references(words)
    assert [MARKS[index] for index in Places(ACT.segments).resolve(reference, near)] == expected
