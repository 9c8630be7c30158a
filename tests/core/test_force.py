"""Force is shown only as far as the text's date and its own words carry."""

import pytest

from lexatlas.core.claims import Holds
from lexatlas.core.force import TextTime, force_on, reached

ASKED = "2026-06-01"


@pytest.mark.parametrize(
    ("text", "holds", "state"),
    [
        (TextTime(as_of=ASKED), Holds(), "in force"),
        (TextTime(as_of=ASKED), Holds(since="2024-12-30"), "in force"),
        (TextTime(as_of="2023-06-09"), Holds(since="2024-12-30"), "not shown"),
        (TextTime(as_of="2023-06-09", current=True), Holds(since="2024-12-30"), "in force"),
        (TextTime(as_of="2023-06-09"), Holds(since="2026-06-02"), "not yet"),
        (TextTime(as_of=ASKED), Holds(since="2026"), "not shown"),
        (TextTime(as_of=ASKED), Holds(since="2027"), "not yet"),
        (TextTime(as_of=ASKED), Holds(until=ASKED), "in force"),
        (TextTime(as_of=ASKED), Holds(until="2026-05-31"), "repealed"),
        (TextTime(as_of=None), Holds(), "not shown"),
        (TextTime(as_of="2026-06-02"), Holds(since="2020-01-01"), "not shown"),
        (TextTime(as_of=ASKED, segment="no"), Holds(), "not yet"),
        (TextTime(as_of=ASKED, segment="no", segment_from="2027-01-01"), Holds(), "not yet"),
        (TextTime(as_of=ASKED, segment="no", segment_from="2026-01-01"), Holds(), "not shown"),
        (TextTime(as_of=ASKED, superseded="2025-01-01"), Holds(), "superseded"),
        (TextTime(as_of=ASKED, superseded="2027-01-01"), Holds(), "in force"),
        (TextTime(as_of=ASKED, repealed="2026-06-01"), Holds(), "repealed"),
    ],
)
def test_state_on_the_date_asked(text, holds, state):
    assert force_on(ASKED, text, holds).state == state


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026-06-01", True),
        ("2026-06-02", False),
        ("2026-05", True),
        ("2026-06", None),
        ("2026", None),
        ("2025", True),
        ("2027", False),
        ("", None),
        (None, None),
    ],
)
def test_a_coarse_date_has_come_only_when_it_is_over(date, expected):
    assert reached(date, ASKED) is expected


def test_an_old_text_says_that_later_amendments_were_not_looked_for():
    shown = force_on(ASKED, TextTime(as_of="2023-06-09"), Holds())

    assert shown.sentence == "Text as of 2023-06-09; later amendments not looked for."
