"""A quotation printed as evidence needs an archived source."""

from lexatlas.checks import evidence
from tests.checks.imported_pages import answers, page


def test_each_quotation_without_a_source_is_flagged():
    document = page('Source Evidence\n\n“Tokens are things.”\n\n2026-01-01\n\n"Things are taxed."')
    reason = "A quote without an archived source."
    assert answers(evidence, document) == [
        ("no", ("“Tokens are things.”",), reason),
        ("no", ('"Things are taxed."',), reason),
    ]


def test_a_page_without_quotations_has_nothing_to_flag():
    assert answers(evidence, page("Notes\n\nTokens are things.")) == [("yes", (), "")]
