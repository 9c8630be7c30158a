"""Bodies under a short name, the days printed at a law's head, and times by which something must be done."""

import pytest

from lexatlas.analysts.extractive.facts import budget, extract, rank_facts
from lexatlas.core.facts import Authority, Definition, Instrument, LegalDate, Money, Norm, Period
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read


def facts_of(words: str, language: str) -> list:
    return [found.fact for found in extract(read(Given(words.encode(), "act.txt"))[0], language)]


def bodies(words: str, language: str) -> list[tuple[str, str]]:
    return [
        (one.name, one.short) for one in facts_of(words, language) if isinstance(one, Authority) and one.short
    ]


def days(words: str, language: str) -> list[tuple[str, str | None]]:
    return [(one.role, one.date) for one in facts_of(words, language) if isinstance(one, LegalDate)]


NAMED = [
    ("ja", "第一条　両替業は、貨幣監督庁長官（以下「長官」という。）の登録を受けた者でなければ、行ってはならない。",
     [("貨幣監督庁長官", "長官")]),
    ("zh", "第三条　从事兑换业务的，应当取得海州金融管理局（以下简称“管理局”）的许可。",
     [("海州金融管理局", "管理局")]),
    ("en", "1. No person shall exchange tokens without a licence of the Lumar Monetary Authority "
     "(hereinafter “the Authority”).", [("Lumar Monetary Authority", "the Authority")]),
    ("de", "§ 1 Wer Token tauscht, bedarf der Erlaubnis der Finanzaufsichtsbehörde Tarn "
     "(im Folgenden „Aufsichtsbehörde“).", [("Finanzaufsichtsbehörde Tarn", "Aufsichtsbehörde")]),
    ("es", "Artículo 1. Nadie podrá canjear fichas sin licencia de la Comisión de Valores "
     "(en adelante, «la Comisión»).", [("Comisión de Valores", "la Comisión")]),
    ("en", "1. No person shall exchange tokens without paying the Authority (hereinafter “the fee”).", []),
    ("ja", "第一条　貨幣監督庁長官（以下略）は、登録をしなければならない。", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "wanted"), NAMED)
def test_a_body_has_the_short_name_that_brackets_give_it(language: str, words: str, wanted: list):
    assert bodies(words, language) == wanted


SET_UP = [
    ("ko", '제2조(정의) 이 법에서 "관리원"이란 「통화관리법」 제4조에 따른 통화관리원을 말한다.', "통화관리원"),
    ("zh", "第三条　海州金融管理局负责本规定的组织实施。", "海州金融管理局"),
    ("fr", "Article 1\n« Cellule » : la Cellule de contrôle monétaire, service de l'État.",
     "Cellule de contrôle monétaire"),
    ("th", "มาตรา ๕ ให้รัฐมนตรีว่าการกระทรวงการคลังรักษาการตามพระราชบัญญัตินี้", "รัฐมนตรีว่าการกระทรวงการคลัง"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "name"), SET_UP)
def test_a_body_is_named_by_the_law_that_sets_it_up_or_the_task_it_has(language: str, words: str, name: str):
    assert name in [one.name for one in facts_of(words, language) if isinstance(one, Authority)]


HEADS = [
    ("th", "พระราชบัญญัติ\nเงินตราดิจิทัล\nพ.ศ. ๒๕๗๔\n\nให้ไว้ ณ วันที่ ๓ พฤษภาคม พ.ศ. ๒๕๗๔\n\n"
     "มาตรา ๑ ห้ามมิให้ผู้ใดออกเหรียญ", [("signed", "2031-05-03")]),
    ("ru", "ЗАКОН\nот 3 мая 2031 года № 5\n\nО ЖЕТОНАХ\n\nПринят Палатой 20 апреля 2031 года\n\n"
     "Статья 1. Запрет\n\nВыпуск жетонов запрещается.", [("signed", "2031-05-03"), ("adopted", "2031-04-20")]),
    ("zh", "代币规定\n\n（2031年5月3日国务会议通过　2031年5月9日令第5号公布　根据2032年6月1日令第7号修订）\n\n"
     "第一条　任何单位不得发行代币。", [("adopted", "2031-05-03"), ("published", "2031-05-09")]),
    ("ru", "ЗАКОН\nо жетонах по договору от 3 мая 2031 года № 5 между сторонами\n\nСтатья 1. Запрет\n\n"
     "Выпуск жетонов запрещается.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "wanted"), HEADS)
def test_the_days_at_the_head_are_read_with_their_kind(language: str, words: str, wanted: list):
    assert days(words, language) == wanted


UNTIL = [
    ("ru", "Статья 1. Лица, выпускавшие жетоны, обязаны получить лицензию до 1 июня 2031 года.",
     [("ends", "2031-06-01")]),
    ("ru", "Статья 1. Лица, получившие лицензию до 1 июня 2031 года, обязаны вести учёт.", []),
    ("zh", "第一条　本规定施行前已有的项目，应当于2031年6月30日前退出。", [("ends", "2031-06-30")]),
    ("zh", "第一条　2031年6月30日前设立的项目适用本规定。", []),
    ("ko", "제1조 사업자는 2031년 9월 30일까지 등록하여야 한다.", [("ends", "2031-09-30")]),
    ("ko", "제1조 이 법은 2031년 12월 31일까지 그 효력을 가진다.", [("ends", "2031-12-31")]),
    ("de", "§ 1 Die Institute wenden diese Verordnung ab dem 1. Mai 2031 an.", [("applies_from", "2031-05-01")]),
    ("mt", "1. Dan l-Att jibda jseħħ fl-1 ta' Mejju 2031.", [("in_force", "2031-05-01")]),
    ("fr", "Article 1\nL'article 4 entre en vigueur le lendemain de sa publication, intervenue le 3 mai 2031.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "wanted"), UNTIL)
def test_a_day_by_which_something_must_be_done_is_no_start(language: str, words: str, wanted: list):
    assert days(words, language) == wanted


STARTS = [
    ("fr", "Article 1\nLes articles 2 et 3 sont applicables à compter du 3 mai 2031.", "applies_from", ""),
    ("fr", "Article 1\nLa présente loi entre en vigueur le premier jour du sixième mois suivant sa publication.",
     "in_force", "le premier jour du sixième mois suivant sa publication"),
    ("fr", "Article 1\nLa présente loi entre en vigueur six mois après sa publication.",
     "in_force", "six mois après sa publication"),
    ("it", "Articolo 1\nLa presente legge entra in vigore il primo giorno del sesto mese successivo alla "
     "pubblicazione.", "in_force", "il primo giorno del sesto mese successivo alla pubblicazione"),
    ("ar", "مادة 1\nيدخل هذا القانون حيز النفاذ في 3 مايو 2031.", "in_force", ""),
    ("ar", "مادة 1\nيدخل هذا القانون حيز النفاذ بعد ستة أشهر من تاريخ نشره.",
     "in_force", "بعد ستة أشهر من تاريخ نشره"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "role", "rule"), STARTS)
def test_a_start_is_a_day_or_the_rule_that_counts_it(language: str, words: str, role: str, rule: str):
    (one,) = [fact for fact in facts_of(words, language) if isinstance(fact, LegalDate)]
    assert (one.role, one.rule, one.date) == (role, rule, None if rule else "2031-05-03")


def test_a_time_that_comes_again_is_set_here():
    told = facts_of("Article 1\nL'agrément est renouvelé tous les deux ans ; le droit est de 40 euros.", "fr")
    assert [(one.n, one.unit) for one in told if isinstance(one, Period)] == [(2, "year")]


def test_an_article_is_no_part_of_a_number_in_maltese():
    told = facts_of("1. Il-kapital ma għandux ikun inqas minn il-ħamsa u tletin elf ewro.", "mt")
    assert [int(one.amount) for one in told if isinstance(one, Money)] == [35000]


def test_a_term_is_defined_for_a_set_of_rules_by_its_own_name():
    told = facts_of("第二条　本规定所称代币，是指可以转移的电子凭证。", "zh")
    assert [one.term for one in told if isinstance(one, Definition)] == ["代币"]


def test_what_is_not_limited_is_permitted():
    words = "제1조 개인이 토큰을 사거나 가지고 있는 것은 이 법에 따라 제한되지 아니한다."
    assert [one.kind for one in facts_of(words, "ko") if isinstance(one, Norm)] == ["permission"]


def test_when_a_law_begins_comes_before_many_rules_on_its_topic():
    rules = "".join(f"{n}. A licensee must not lend token number {n} to a client.\n\n" for n in range(1, 30))
    text = read(Given(f"{rules}30. This Act comes into force on 1 May 2031.\n".encode(), "act.txt"))[0]
    ranked = rank_facts(extract(text, "en"), text, ("token",), "en")
    told = [found.fact for found in ranked[: budget(text, "en")]]
    assert ("in_force", "2031-05-01") in [(one.role, one.date) for one in told if isinstance(one, LegalDate)]
    assert not any(isinstance(one, Instrument) for one in told)


def test_the_provision_on_its_start_comes_before_the_line_at_the_head():
    act = "토큰법\n\n[법률 제5호, 2031. 3. 2., 제정] [시행 2031. 7. 1.]\n\n제1조 이 법은 2031년 7월 1일부터 시행한다.\n"
    text = read(Given(act.encode(), "act.txt"))[0]
    ranked = rank_facts(extract(text, "ko"), text, (), "ko")
    starts = [one for one in ranked if isinstance(one.fact, LegalDate) and one.fact.date == "2031-07-01"]
    assert next(one.unit.part for one in starts) == "operative"
