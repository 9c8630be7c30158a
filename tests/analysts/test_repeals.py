import pytest

from lexatlas.analysts.extractive.repeals import repeals
from tests.analysts.veyland import APART, LICENCE, Law, articles, carrying, draft, reading, said

BAR = "No person shall buy, sell or exchange digital assets."
CIRCULAR = f"""\
CENTRAL BANK OF VEYLAND

CIRCULAR No. 7/2019

1. Prohibited dealings

{BAR}

2. Commencement

This Circular comes into force on 1 October 2019.
"""


def circular(**told):
    known = {
        "id": "circular",
        "title": "Circular No. 7/2019: Dealings",
        "kind": "order",
        "dated": "2019-09-09",
    }
    return Law(CIRCULAR, **{**known, **told})


def act(*rules, **told):
    return Law(articles(LICENCE, APART, *rules), **told)


def ended(*laws):
    return repeals(reading(*laws).texts)


ENDINGS = [
    (("Circular No. 7/2019 ceases to have effect on 1 January 2025.",), {"circular": "2025-01-01"}),
    (("Circular No. 7/2019 is repealed with effect from 2 March 2025.",), {"circular": "2025-03-02"}),
    (
        ("Circular No. 7/2019 is repealed.", "This Act comes into force on 4 May 2025."),
        {"circular": "2025-05-04"},
    ),
    (("Circular No. 7/2019 is repealed.",), {}),
    (("Circular No. 8/2019 is repealed on 1 January 2025.",), {}),
    (("A provider complies with Circular No. 7/2019.",), {}),
    # What ends something is named after the verb, and does not end by it.
    (("The Bear Order is repealed on 1 January 2025 by Circular No. 7/2019.",), {}),
]


@pytest.mark.parametrize(("rules", "expected"), ENDINGS)
def test_a_law_ends_another_by_name(rules, expected):
    assert ended(circular(), act(*rules)) == expected


def test_the_title_names_a_document_and_a_short_one_does_not():
    rule = "The Bear Dealings Order is repealed on 1 January 2025."
    assert ended(circular(title="Bear Dealings Order"), act(rule)) == {"circular": "2025-01-01"}
    assert ended(circular(title="Order"), act(rule)) == {}


def test_of_two_dates_the_earlier_one_ends_it():
    first = act("Circular No. 7/2019 is repealed on 1 January 2026.")
    second = act("Circular No. 7/2019 is repealed on 1 June 2025.", id="second", title="Second Act")
    assert ended(circular(), first, second) == ended(circular(), second, first) == {"circular": "2025-06-01"}


def test_a_law_does_not_end_itself_and_one_text_alone_ends_nothing():
    assert ended(circular()) == {}
    assert ended(Law(articles("The Digital Asset Act of Veyland is repealed on 1 January 2025."))) == {}


def test_a_repealed_circular_carries_nothing():
    made = draft(circular(), act("Circular No. 7/2019 ceases to have effect on 1 January 2025."))
    assert (made.status.code, carrying(made)) == ("allowed-regulated", [LICENCE, APART])
    assert BAR not in {claim.sentence for claim in made.claims}


def test_the_same_circular_carries_its_bar_before_its_end():
    late = act(
        "Circular No. 7/2019 ceases to have effect on 1 January 2025.",
        "This Act applies from 1 January 2025.",
    )
    made = draft(circular(), late, as_of="2024-12-31")
    assert (made.status.code, carrying(made)) == ("banned", [BAR])
    assert said(made, "carries-the-code") == [BAR]
