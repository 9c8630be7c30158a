"""Dates in the name of what is repealed say nothing of its end; Turkish parts bear their number before their name."""

import pytest

from lexatlas.language.dates import dates
from lexatlas.language.scopes import references

NAMES = [
    ("es", "Se deroga el Decreto Ejecutivo 7 de 4 de mayo de 2031."),
    ("pt", "Fica revogada a Lei nº 5, de 4 de maio de 2031."),
]


@pytest.mark.parametrize(("language", "sentence"), NAMES)
def test_the_date_of_a_repealed_law_is_not_that_of_its_repeal(language, sentence):
    assert not [one for one in dates(sentence, language) if one.value.role == "repealed" and one.value.date]


ENDS = [
    ("es", "Queda derogado el Decreto 7 a partir del 4 de mayo de 2031.", "2031-05-04"),
    ("es", "Queda derogado el Decreto 7 con efectos de 4 de mayo de 2031.", "2031-05-04"),
]


@pytest.mark.parametrize(("language", "sentence", "day"), ENDS)
def test_the_day_of_a_repeal_is_read(language, sentence, day):
    read = [(one.value.role, one.value.date) for one in dates(sentence, language)]
    assert read == [("repealed", day)]


def test_turkish_parts_keep_their_own_day():
    said = "Bu Kanunun 4 üncü maddesi 1/3/2031 tarihinde, diğer maddeleri 1/8/2030 tarihinde yürürlüğe girer."
    read = [(one.value.date, one.value.scope) for one in dates(said, "tr")]
    assert read == [("2031-03-01", "4 üncü maddesi"), ("2030-08-01", "")]


def test_turkish_references_put_the_number_first():
    told = [
        (one.mark, one.labels, one.ranged)
        for one in references("5 ila 7 nci maddeleri ile 9 uncu maddesi", "tr")
    ]
    assert told == [("article", (("5",), ("7",)), True), ("article", (("9",),), False)]
    assert references("2031 tarihinde yürürlüğe giren MADDE 4", "tr") == []
