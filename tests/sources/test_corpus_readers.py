"""The real documents of the corpus: points that must be reached. Skipped where the corpus is not at hand."""

import pytest

from tests.sources.trees import at, corpus, parse, words


@pytest.fixture(scope="module")
def texts():
    made = {}

    def load(path):
        if path not in made:
            made[path] = parse(corpus(path).read_bytes(), path)
        return made[path]

    return load


@pytest.mark.parametrize("path", ["EU/mica-2023-1114.txt", "EU/mica-2023-1114.json"])
def test_mica(texts, path):
    text = texts(path)
    assert words(text, at(text, "Article 59", "1", "a")).startswith(
        "(a)\n\na legal person or other undertaking"
    )
    assert words(text, at(text, "Article 59", "1", "b")).startswith("(b)\n\na credit institution")
    assert at(text, "Article 3", "1", "5").part == "definition"
    assert at(text, "Article 143").part == "transitional"
    row = words(text, at(text, "Annex IV", "Class 3"))
    assert row.startswith("Class 3")
    assert row.endswith("EUR 150\u00a0000")
    assert at(text, "Annex IV").part == "schedule"
    assert words(text, at(text, "Article 1", "2", "e")).startswith("(e)\n\nmeasures to prevent")
    assert len([s for s in text.segments if s.kind == "article"]) == 149
    assert next(s.part for s in text.segments if s.kind == "footnote") == "note"


def test_canada_in_force_and_not(texts):
    text = texts("CA/pcmltfa-p-24.501-en.xml")
    assert words(text, at(text, "s. 5", "h", "iv")) == "(iv) dealing in virtual currencies,"
    later = at(text, "s. 11.4001")
    assert (later.part, later.force) == ("amendment-not-in-force", "no")
    assert text.stated["in-force"] == "yes"
    assert text.stated["pit-date"] == "2026-03-26"


@pytest.mark.parametrize(
    ("path", "mark"),
    [("CA/stablecoin-act-s-15.9-en.xml", "s. 3"), ("CA/stablecoin-act-s-15.9-fr.xml", "art. 3")],
)
def test_the_stablecoin_act_is_not_in_force(texts, path, mark):
    text = texts(path)
    assert text.stated["in-force"] == "no"
    assert at(text, mark).force == "no"


@pytest.mark.parametrize("path", ["SG/payment-services-act-2019.txt", "SG/payment-services-act-2019.json"])
def test_singapore_nests_four_deep(texts, path):
    text = texts(path)
    assert words(text, at(text, "s. 6", "5", "a", "ii", "A")).startswith("(A) $3 million (or its equivalent")
    assert words(text, at(text, "s. 5", "1", "b")).startswith("( b ) is an exempt payment service provider")
    assert at(text, "s. 122").part == "transitional"
    assert all(s.part == "note" for s in text.segments if words(text, s).startswith("[Act "))


@pytest.mark.parametrize("path", ["MT/vfa-act-cap-590-en.txt", "MT/vfa-act-cap-590-en.json"])
def test_malta_ends_its_articles_3_to_13(texts, path):
    text = texts(path)
    assert words(text, at(text, "Article 65", "5")).startswith(
        "(5) The provisions of articles 3 to 13 shall cease"
    )
    assert at(text, "Article 2", "2", "virtual financial asset").part == "definition"


def test_other_scripts(texts):
    arabic = texts("AE/cabinet-decision-111-2022-virtual-assets.html")
    assert words(arabic, at(arabic, "المادة 4", "1")).startswith("1- يُحظر على أي شخص")
    viet = texts("VN/resolution-05-2025-nq-cp.md")
    assert words(viet, at(viet, "Điều 8", "3", "a")).startswith("a) Có tối thiểu 65%")
    han = texts("CN/peoples-bank-of-china-law.txt")
    assert words(han, at(han, "第四条", "三")).startswith("（三）发行人民币")
