import pytest

from lexatlas.language.conditions import Token, clauses, critical_tokens


def test_clauses_run_from_cue_to_comma():
    text = "Unless it rains, a bank, subject to Article 5, may swim only in lakes."
    assert [(text[c.span.start : c.span.end], c.cue, c.kind) for c in clauses(text, "en")] == [
        ("Unless it rains", "unless", "exception"),
        ("subject to Article 5", "subject to", "condition"),
        ("only in lakes", "only", "restriction"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("A bank must pay ten euro.", "A bank shall pay 10 euro.", True),
        ("A bank must pay.", "A bank must not pay.", False),
        ("A bank may pay.", "A bank must pay.", False),
        ("A bank may pay 10.", "A bank may pay 11.", False),
        ("A bank may pay.", "A bank may pay unless it rains.", False),
        ("A bank may pay.", "A bank may pay only once.", False),
    ],
)
def test_what_changes_a_rule_changes_its_tokens(first, second, same):
    assert (critical_tokens(first, "en") == critical_tokens(second, "en")) is same


def test_tokens_by_place():
    assert critical_tokens("No bank may pay more than 5 unless told.", "en") == [
        Token("negation", "no"),
        Token("modal", "permitted"),
        Token("number", "5"),
        Token("exception", "unless"),
    ]
