"""A form shows each slot once, and nothing that is not in a slot or in its own few words."""

import pytest

from lexatlas.core.claims import Slot
from lexatlas.core.templates import TEMPLATES, render


def slots(**values: str) -> tuple[Slot, ...]:
    return tuple(Slot(name=name, value=value) for name, value in values.items())


def test_a_value_stands_behind_its_label():
    assert render("value", slots(label="Capital", value="EUR 125 000")) == "Capital: EUR 125 000"


def test_slots_of_one_name_are_joined():
    given = (
        *slots(actor="A firm", modal="may", action="sell coins"),
        Slot(name="conditions", value="if it is licensed"),
        Slot(name="conditions", value="on Monday"),
    )

    assert render("norm-conditions", given) == "A firm may sell coins, if it is licensed, on Monday"


def test_stem_and_items_are_spaced():
    given = (
        *slots(stem="A firm shall:"),
        Slot(name="items", value="(a) keep books;"),
        Slot(name="items", value="(b) report."),
    )

    assert render("listed", given) == "A firm shall: (a) keep books; (b) report."


def test_a_missing_and_a_stray_slot_are_refused():
    with pytest.raises(KeyError, match="lacks a slot for 'value'"):
        render("value", slots(label="Fee"))
    with pytest.raises(KeyError, match="no place for who"):
        render("value", slots(label="Fee", value="EUR 1", who="banks"))


def test_forms_hold_no_digit_and_no_negation():
    glue = " ".join(template.glue for template in TEMPLATES.values()).casefold()

    assert not any(sign.isdigit() for sign in glue)
    assert {"not", "no", "never", "shall", "may", "must"} & set(glue.split()) == set()


def test_each_form_stands_under_its_own_id():
    assert [template.id for template in TEMPLATES.values()] == list(TEMPLATES)
