"""How a text and two sentences are laid out: every sign is there, in its place, and marks stand where they should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexatlas.core.evidence import CanonicalText, Segment, Span
from lexatlas.web.kept import AtHand, Kept
from lexatlas.web.text_laid_out import PORTION, laid_out, portions
from lexatlas.web.words_marked import Stretch, marked


def a_text(articles: int, words: str = "No person shall do so without a licence. ") -> CanonicalText:
    text, segments = "", []
    for number in range(1, articles + 1):
        start = len(text)
        text += f"Article {number}\n{words * 40}\n"
        segments.append(Segment("article", start, len(text) - 1, label=str(number), mark=f"Article {number}"))
    return CanonicalText(text, tuple(segments))


def shown(blocks) -> str:
    return "".join(piece.text for block in blocks for piece in block.pieces)


def test_portions_hold_the_whole_text_and_begin_where_articles_do():
    text = a_text(100)
    made = portions(text)
    assert len(made) > 2
    assert "".join(text.text[each.start : each.end] for each in made) == text.text
    for each in made[1:]:
        assert text.text[each.start :].startswith(each.name + "\n")


def test_one_article_as_long_as_a_book_is_cut_where_lines_end():
    text = CanonicalText("A line of it.\n" * 60_000, (Segment("article", 0, 840_000, mark="Article 1"),))
    made = portions(text)
    assert max(each.end - each.start for each in made) <= 3 * PORTION
    assert "".join(text.text[each.start : each.end] for each in made) == text.text


@given(start=st.integers(0, 3_000), length=st.integers(1, 900))
def test_every_sign_is_shown_once_and_what_is_asked_for_is_marked(start, length):
    text = a_text(3)
    asked = Span(start, min(start + length, len(text.text)))
    blocks = laid_out(text, portions(text)[0], asked, [Span(10, 60)], None)
    assert shown(blocks).replace("\n", "") == text.text.replace("\n", "")
    for block in blocks:
        words = "".join(piece.text for piece in block.pieces)
        assert text.text[block.start : block.start + len(words)] == words
    marked_words = "".join(piece.text for block in blocks for piece in block.pieces if piece.kind == "asked")
    assert marked_words.split() == text.text[asked.start : asked.end].split() or not marked_words.strip()


def test_a_heading_ends_where_it_ends():
    """Its own lines and no more: what a law says under a heading is not set as one."""
    words = "2. Definition\nof assets\n\nAn asset is a unit.\n\n3. Dealings\n\n3.1 Nobody deals.\n"
    third = words.index("3. ")
    segments = (
        Segment("article", 0, third - 2, label="2", mark="s. 2"),
        Segment("heading", 0, words.index("\n\n"), parent=0),
        Segment("article", third, len(words) - 1, label="3", mark="s. 3"),
        Segment("heading", third, words.index("1 Nobody"), parent=2),
    )
    text = CanonicalText(words, segments)
    blocks = [
        (block.kind, shown([block]).strip()) for block in laid_out(text, portions(text)[0], None, (), None)
    ]
    assert blocks == [
        ("heading", "2. Definition\nof assets"),
        ("paragraph", "An asset is a unit."),
        ("heading", "3. Dealings"),
        ("paragraph", "3.1 Nobody deals."),
    ]


def test_only_what_is_allowed_is_shown():
    text = a_text(3)
    blocks = laid_out(text, portions(text)[0], None, (), [Span(100, 150), Span(2_000, 2_040)])
    assert shown(blocks) == text.text[100:150] + text.text[2_000:2_040]
    assert [block.left_out for block in blocks] == [True, False, True, False, True]


def test_a_page_of_the_file_is_named_where_it_begins():
    text = CanonicalText("One.\nTwo.\n", (Segment("page", 0, 0, label="7"), Segment("page", 5, 5, label="8")))
    blocks = laid_out(text, portions(text)[0], None, (), None)
    assert [(block.page, shown([block])) for block in blocks] == [("7", "One.\n"), ("8", "Two.\n")]


@pytest.mark.parametrize(
    ("before", "after", "gone", "new"),
    [
        ("in any calendar year, orders", "in any calendar month, orders", ["year"], ["month"]),
        ("From 1 January a client may buy.", "A client may buy.", ["From 1 January a"], ["A"]),
        ("任何单位不得从事兑换业务", "任何个人不得从事兑换业务", ["单位"], ["个人"]),
        ("the same", "the same", [], []),
    ],
)
def test_words_that_went_and_came_are_marked(before, after, gone, new):
    left, right = marked(before, after)
    assert [each.text.strip() for each in left if each.kind == "gone"] == gone
    assert [each.text.strip() for each in right if each.kind == "new"] == new


@given(before=st.text(max_size=200), after=st.text(max_size=200))
def test_marked_sentences_are_the_sentences(before, after):
    left, right = marked(before, after)
    assert "".join(each.text for each in left) == before
    assert "".join(each.text for each in right) == after
    assert {each.kind for each in left} <= {"same", "gone"}
    assert {each.kind for each in right} <= {"same", "new"}


def test_a_sentence_as_long_as_a_book_is_not_held_word_for_word():
    assert marked("a" * 9_000, "b") == ((Stretch("gone", "a" * 9_000),), (Stretch("new", "b"),))


def test_what_is_at_hand_is_bounded_by_size():
    held = AtHand(10, len)
    for name in ("one", "two", "three", "four"):
        held.put(name, name)
    assert [held.get(name) for name in ("one", "two", "three", "four")] == [None, None, "three", "four"]
    held.put("long", "x" * 11)
    assert held.get("long") is None


def test_what_was_made_once_is_read_from_its_file(settings, tmp_path):
    settings.KEPT_AT = tmp_path
    made = []

    def make():
        made.append(1)
        return ("a", 1)

    for _ in range(2):
        assert Kept("pairs", tuple[str, int], 100, lambda _: 1).get(["key"], make) == ("a", 1)
    assert len(made) == 1
    next((tmp_path / "pairs").iterdir()).write_text("not what was written")
    assert Kept("pairs", tuple[str, int], 100, lambda _: 1).get(["key"], make) == ("a", 1)
    assert len(made) == 2
