import pytest

from lexatlas.language.sentences import sentences

CASES = [
    ("en", "See Art. 5 and No. 3. Then p. 1 follows.", ["See Art. 5 and No. 3.", "Then p. 1 follows."]),
    ("en", "It costs EUR 1.5 million. Pay.", ["It costs EUR 1.5 million.", "Pay."]),
    (
        "en",
        "Signed J. R. Smith for the U.S. Treasury. Done.",
        ["Signed J. R. Smith for the U.S. Treasury.", "Done."],
    ),
    ("en", "He said “stop.” Then he left.", ["He said “stop.”", "Then he left."]),
    ("en", "A page ends\n\nand the sentence goes on.", ["A page ends\n\nand the sentence goes on."]),
    ("en", "One\n\nTwo", ["One", "Two"]),
    ("fr", "Voir l'art. 5. Il est abrogé.", ["Voir l'art. 5.", "Il est abrogé."]),
    ("fr", "La loi s'applique. Elle est neuve.", ["La loi s'applique.", "Elle est neuve."]),
    ("zh", "本法自公布之日起施行。罚款。", ["本法自公布之日起施行。", "罚款。"]),
    ("xx", "No lexicon. Still sentences.", ["No lexicon.", "Still sentences."]),
    ("en", "", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_sentences(language, text, expected):
    assert [text[start:end] for start, end in sentences(text, language)] == expected
