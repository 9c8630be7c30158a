"""Search: every language, within a scope, and never what whoever asks may not see."""

import pytest

from lexatlas.store.models import Findable
from lexatlas.store.search import Scope, find
from lexatlas.store.search_index import index, is_indexed
from tests.store.rows import a_claim, a_copy, a_source, a_version, an_analysis

pytestmark = pytest.mark.django_db
ALL = Scope(jurisdiction="XA", live_only=False)


def places(question, scope=ALL):
    return [each.place for each in find(question, scope, "passage").found]


def sentences(question, scope=ALL):
    return [each.words for each in find(question, scope, "claim").found]


@pytest.fixture
def version():
    made = a_version(an_analysis())
    a_claim(made, "A registered firm shall keep client assets apart.")
    a_claim(made, "A fee of 2,000 mar is due each year.")
    copy = a_copy(
        ["No person shall offer exchange without a licence.", "Firms holding licences keep registers."]
    )
    a_source(made, copy)
    index(made.id)
    return made


def test_a_word_is_found_in_each_of_its_forms(version):
    assert sentences("registering firms") == ["A registered firm shall keep client assets apart."]
    assert places("licences") == ["Article 1", "Article 2"] or places("licences") == [
        "Article 2",
        "Article 1",
    ]
    assert sentences("2,000") == ["A fee of 2,000 mar is due each year."]


def test_nothing_is_found_outside_the_scope(version):
    assert sentences("firm", Scope(jurisdiction="XB", live_only=False)) == []
    assert places("licence", Scope(jurisdiction="XB", live_only=False)) == []
    assert sentences("firm", Scope(topic="bank-access", live_only=False)) == []
    assert places("licence", Scope(topic="bank-access", live_only=False)) == []
    assert sentences("firm", Scope(topic="retail-trading-status", live_only=False)) != []
    assert places("licence", Scope(topic="retail-trading-status", live_only=False)) != []
    assert sentences("firm", Scope(live_only=False)) == []


def test_every_word_first_and_some_words_when_that_is_little(version):
    found = find("client fee", ALL, "claim")
    assert (len(found.found), found.loose) == (2, 2)
    found = find("client assets", ALL, "claim")
    assert (len(found.found), found.loose) == (1, 0)


def test_readers_find_what_is_live_and_open_only(version):
    reader = Scope(jurisdiction="XA")
    assert (sentences("firm", reader), places("licence", reader)) == ([], [])
    live = a_version(version.analysis, live=True)
    a_claim(live, "A firm may hold client assets.")
    a_source(
        live,
        a_copy(
            ["No person shall offer exchange without a licence.", "Firms holding licences keep registers."]
        ),
    )
    a_source(live, a_copy(["The circular asks for a licence."]), rights="private")
    a_source(live, a_copy(["The comment speaks of a licence."]), rights="quote-only")
    index(live.id)
    assert sentences("firm", reader) == ["A firm may hold client assets."]
    assert sorted(places("licence", reader)) == ["Article 1", "Article 2"]
    assert len(places("licence")) == 4


@pytest.mark.parametrize(
    ("language", "law", "question"),
    [
        ("zh", "任何单位不得从事虚拟货币兑换业务。", "虚拟货币"),
        ("ar", "لا يجوز لأي شخص مزاولة أنشطة الأصول الافتراضية دون ترخيص.", "الأصول الإفتراضية"),
        ("ru", "Банк ведёт реестр операторов обмена.", "ведет реестра"),
        ("th", "ห้ามมิให้ผู้ใดประกอบธุรกิจสินทรัพย์ดิจิทัล", "สินทรัพย์ดิจิทัล"),
        ("vi", "Tổ chức cung cấp dịch vụ tài sản mã hóa phải được cấp phép.", "tai san ma hoa"),
    ],
)
def test_each_script_is_found_as_people_write_it(language, law, question):
    made = a_version(an_analysis())
    a_source(made, a_copy([law], language), language=language)
    index(made.id)
    found = find(question, ALL, "passage")
    assert [each.words for each in found.found[: 1 + found.loose]] == [law]


def test_signs_of_the_query_language_are_words_like_others(version):
    for question in (
        '"',
        "a OR b) AND (",
        "NEAR(",
        "terms:*",
        "'; DROP TABLE findable; --",
        "\\'",
        "%",
        "",
        "  ",
    ):
        find(question, ALL, "passage")
    assert Findable.objects.count() == 4


def test_a_copy_behind_two_jurisdictions_is_found_in_both(version):
    other = a_version(an_analysis("XB"))
    a_source(
        other,
        a_copy(
            ["No person shall offer exchange without a licence.", "Firms holding licences keep registers."]
        ),
    )
    assert index(other.id) == 2
    assert index(other.id) == 0
    for code in ("XA", "XB"):
        assert len(places("licence", Scope(jurisdiction=code, live_only=False))) == 2


def test_rows_of_other_terms_are_made_again(version):
    Findable.objects.update(terms_version="0")
    assert not is_indexed(version.id)
    assert index(version.id) == 4
    assert is_indexed(version.id)
    assert sentences("firm") != []
