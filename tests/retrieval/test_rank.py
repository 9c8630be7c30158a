from lexatlas.language.units import units
from lexatlas.retrieval.passages import passages
from lexatlas.retrieval.rank import rank
from tests.language.texts import STATUTE


def _passages():
    return passages(STATUTE, units(STATUTE, "en"), "en", "snap")


def test_the_passage_that_speaks_of_it_comes_first():
    found = rank(["licence", "holding"], _passages(), language="en")
    assert found[0].passage.unit.locator == "Article 4(1), point (a)"
    assert found[0].passage.snapshot == "snap"


def test_cue_families_lift_a_passage_and_are_named():
    found = rank([], _passages(), {"commencement": ["enters into force"]}, "en")
    assert [(one.passage.unit.locator, one.families) for one in found] == [
        ("Article 5(1)", frozenset({"commencement"}))
    ]


def test_ties_fall_in_reading_order_and_nothing_found_is_empty():
    listed = _passages()
    twice = rank(["shop"], [*listed, *listed], language="en")
    orders = [one.order for one in twice if one.score == twice[0].score]
    assert orders == sorted(orders)
    assert rank(["giraffe"], listed, language="en") == []
    assert rank(["giraffe"], [], language="en") == []
