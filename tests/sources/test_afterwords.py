"""Notes behind the last article explain a law and are none of it; sections headed by a figure without a stop."""

import pytest

from tests.sources.trees import parse

NOTES = [
    ("en", "Article {n}", "The keeper shall hold EUR 50.", "EXPLANATORY NOTE", "The draft had EUR 900."),
    (
        "es",
        "Artículo {n}",
        "El depositario deberá tener 50 euros.",
        "Nota explicativa",
        "Se propuso 900 euros.",
    ),
    (
        "it",
        "Articolo {n}",
        "Il custode deve avere 50 euro.",
        "Relazione illustrativa",
        "Prima erano 900 euro.",
    ),
    (
        "pt",
        "Artigo {n}",
        "O depositário deve ter 50 euros.",
        "NOTA EXPLICATIVA",
        "A minuta previa 900 euros.",
    ),
    ("ru", "Статья {n}", "Хранитель обязан иметь 50 рублей.", "Пояснительная записка", "Было 900 рублей."),
    ("tr", "MADDE {n}", "Saklayıcı 50 lira tutar.", "GENEL GEREKÇE", "Taslakta 900 lira vardı."),
    (
        "ar",
        "المادة {n}",
        "على الحافظ الاحتفاظ بخمسين ديناراً.",
        "مذكرة إيضاحية",
        "كان المشروع يحدد 900 دينار.",
    ),
    (
        "de",
        "Artikel {n}",
        "Der Verwahrer muss 50 Euro halten.",
        "Begründung",
        "Der Entwurf sah 900 Euro vor.",
    ),
]


def _law(mark, rule, tail):
    articles = [f"{mark.format(n=n)}\n{rule}\n" for n in range(1, 5)]
    return "\n".join([*articles, *tail])


def _notes(text):
    return [text.text[row.start : row.end] for row in text.segments if row.part == "note"]


@pytest.mark.parametrize(("language", "mark", "rule", "title", "said"), NOTES)
def test_what_explains_a_law_behind_its_last_article_is_a_note(language, mark, rule, title, said):
    text = parse(_law(mark, rule, [title, said]), "law.txt")
    assert _notes(text) == [f"{title}\n{said}"]


@pytest.mark.parametrize(("language", "mark", "rule", "title", "said"), NOTES)
def test_the_same_words_among_the_articles_open_no_note(language, mark, rule, title, said):
    tail = [title, said, "", mark.format(n=5), rule]
    text = parse(_law(mark, rule, tail), "law.txt")
    assert not any(title in note for note in _notes(text))
    assert sum(row.kind == "article" for row in text.segments) == 5


def test_a_rule_about_an_explanatory_note_is_a_rule():
    rule = "The keeper shall publish for each token\nExplanatory notes of no more than 2 pages."
    assert _notes(parse(_law("Article {n}", rule, []), "law.txt")) == []


def test_an_annex_behind_the_note_is_an_annex():
    tail = ["Explanatory note", "The draft had EUR 900.", "", "Annex I", "Fees", "1. EUR 10 for a token."]
    text = parse(_law("Article {n}", "The keeper shall hold EUR 50.", tail), "law.txt")
    assert [row.part for row in text.segments if row.kind == "annex"] == ["schedule"]
    assert _notes(text) == ["Explanatory note\nThe draft had EUR 900."]


SECTIONS = """\
Tokens Act 2031

PART 1
GENERAL

1 Short title
This Act may be cited as the Tokens Act 2031; section 2 explains its words.

2 Interpretation
(1) In this Act a keeper is a person to whom section 3 applies.
(2) A token is a thing of value.

PART 2
KEEPERS

3 Keepers to be licensed
(1) A person must not keep tokens without a licence.
(2) Subsection (1) does not apply to section 4.

4 Fees
A keeper must pay—
(a) £10 for each year; and
(b) £5 for each change.

5 Repeal
The Coins Act 2020 is repealed.

SCHEDULE 1
FEES
Section 4
1 On an application: £5.
2 On a change: £6.
"""


def _articles(text):
    return [row.mark for row in text.segments if row.kind == "article"]


def test_sections_may_be_headed_by_a_figure_without_a_stop():
    text = parse(SECTIONS, "act.txt")
    assert _articles(text) == ["s. 1", "s. 2", "s. 3", "s. 4", "s. 5"]
    headings = [text.text[row.start : row.end] for row in text.segments if row.kind == "heading"]
    assert "3 Keepers to be licensed" in headings


def test_a_contents_before_such_sections_is_none_of_them():
    titles = ["1 Short title", "2 Interpretation", "3 Keepers to be licensed", "4 Fees", "5 Repeal"]
    contents = "\n".join(["Contents", *titles])
    text = parse(SECTIONS.replace("PART 1\n", f"{contents}\n\nPART 1\n", 1), "act.txt")
    assert _articles(text) == ["s. 1", "s. 2", "s. 3", "s. 4", "s. 5"]
    third = next(row for row in text.segments if row.mark == "s. 3")
    assert "without a licence" in text.text[third.start : third.end]


def test_a_list_of_figures_is_no_sequence_of_sections():
    rows = "\n".join(f"{n} Token of class {n}" for n in range(1, 9))
    text = parse(
        f"Notice on section 4, section 5 and section 6\n\nClasses\n{rows}\nEnd of the list.\n", "n.txt"
    )
    assert _articles(text) == []
