"""What is kept of a text: made once, for that very object, and let go with it."""

import gc

from lexatlas.core.evidence import CanonicalText
from lexatlas.language.kept import Kept


def test_a_value_is_made_once_for_a_text_and_key() -> None:
    kept, made, text = Kept[int](), [], CanonicalText("One.", ())
    values = [kept.of(text, key, lambda key=key: made.append(key) or len(made)) for key in ("a", "b", "a")]
    assert (values, made) == ([1, 2, 1], ["a", "b"])


def test_an_equal_text_is_another_text() -> None:
    kept = Kept[str]()
    first, second = CanonicalText("One.", ()), CanonicalText("One.", ())
    assert [kept.of(first, "", lambda: "first"), kept.of(second, "", lambda: "second")] == ["first", "second"]


def test_nothing_is_left_of_a_text_that_is_gone() -> None:
    kept, text = Kept[str](), CanonicalText("One.", ())
    kept.of(text, "", lambda: "one")
    del text
    gc.collect()
    assert kept.held() == 0
