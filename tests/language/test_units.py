from lexatlas.core.evidence import CanonicalText
from lexatlas.language.locators import locator
from lexatlas.language.units import belongs_together, unit_words, units, whole_list
from tests.language.texts import STATUTE, structured


def _said(text=STATUTE):
    return [(unit.locator, unit.part, unit_words(text, unit).words) for unit in units(text, "en")]


def test_a_statute_falls_into_sentences_and_list_items_with_their_stems():
    assert _said() == [
        ("Article 4", "heading", "Article 4 Licences"),
        (
            "Article 4(1), point (a)",
            "operative",
            "Nobody shall sell tokens unless that person: holds a licence; or",
        ),
        ("Article 4(1), point (b)", "operative", "Nobody shall sell tokens unless that person: is a bank."),
        ("Article 4(2)", "operative", "An applicant shall state the following."),
        ("Article 4(2)", "operative", "It may add maps."),
        (
            "Article 4(2), point (a)",
            "operative",
            "The file must hold: the name; and be signed by the applicant.",
        ),
        (
            "Article 4(2), point (b)(i)",
            "operative",
            "The file must hold: for each shop: its street; and be signed by the applicant.",
        ),
        (
            "Article 4(2), point (b)(ii)",
            "operative",
            "The file must hold: for each shop: its town; and be signed by the applicant.",
        ),
        ("Article 4(3)", "operative", "See Art. 5 of Act No. 3 of 2019, i.e. the old Act."),
        ("Article 4(3)", "operative", "The fee is EUR 5 000 000."),
        ("Article 5(1)", "operative", "This Act enters into force on 1 May 2031."),
        ("Article 5", "note", "[Act not in force.]"),
    ]


def test_parts_of_a_unit_lead_back_to_their_places():
    for unit in units(STATUTE, "en"):
        words = unit_words(STATUTE, unit)
        assert " ".join(STATUTE.text[a:b] for a, b in words.to_source(0, len(words.words))) == words.words


def test_no_unit_crosses_an_article():
    for unit in units(STATUTE, "en"):
        article = STATUTE.segments[unit.article]
        assert all(article.start <= part.start <= part.end <= article.end for part in unit.parts)


def test_exceptions_belong_together_and_duties_do_not():
    held = {unit.locator: unit for unit in units(STATUTE, "en")}
    assert belongs_together(STATUTE, held["Article 4(1), point (a)"], "en")
    assert not belongs_together(STATUTE, held["Article 4(2), point (a)"], "en")
    whole = whole_list(STATUTE, held["Article 4(1), point (b)"], "en")
    assert unit_words(STATUTE, whole).words == (
        "Nobody shall sell tokens unless that person: (a) holds a licence; or (b) is a bank."
    )
    assert whole.locator == "Article 4(1)"


def test_a_text_without_structure_gives_sentences():
    text = CanonicalText("First. Second one.\n\nThird", ())
    assert [unit_words(text, unit).words for unit in units(text, "en")] == ["First.", "Second one.", "Third"]
    assert units(CanonicalText("", ()), "en") == []


def test_locators_follow_the_mark():
    text = structured("""
<article 5|s. 5>
  <item h> (h) those that
    <item iv> (iv) deal
<annex IV|Annex IV>
  <row> Class 1 EUR 50 000
<recital 12|Recital 12> Whereas.
<group|The start>
  <block> Loose words.
""")
    segments = text.segments
    assert [locator(segments, index) for index in range(len(segments))] == [
        "s. 5", "s. 5(h)", "s. 5(h)(iv)", "Annex IV", "Annex IV", "Recital 12", "The start", "The start",
    ]  # fmt: skip


def test_a_row_is_one_unit_and_a_recital_keeps_its_part():
    text = structured("""
<annex I|Annex I|schedule>
  <table||schedule>
    <row||schedule>
      <cell||schedule> Class 1
      <cell||schedule> EUR 50 000
<recital 1|Recital 1> Trade grows. It should not.
""")
    assert _said(text) == [
        ("Annex I", "schedule", "Class 1\nEUR 50 000"),
        ("Recital 1", "recital", "Trade grows."),
        ("Recital 1", "recital", "It should not."),
    ]
