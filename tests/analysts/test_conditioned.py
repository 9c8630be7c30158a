"""Which clauses surely condition a rule: each whole, and none that belongs to another clause."""

import pytest

from lexatlas.analysts.extractive.facts import extract
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import Norm
from tests.language.texts import structured


def _told(words, language):
    rules = [one.fact for one in extract(CanonicalText(words, ()), language) if isinstance(one.fact, Norm)]
    assert rules
    return list(rules[0].conditions)


WHOLE = [
    ("en", "Where a keeper, in the view of the Board, is unsound, the Board may act.",
     ["Where a keeper, in the view of the Board, is unsound"]),
    ("en", "A keeper must tell clients at once, unless the Board directs otherwise, for example by letter.",
     ["unless the Board directs otherwise, for example by letter"]),
    ("en", "The Board may, if it sees fit, name an auditor.", ["if it sees fit"]),
    ("en", "A keeper must close the account only if the client asks for it.", ["only if the client asks for it"]),
    ("en", "The Board must free the deposit if the keeper has paid all claims; it tells the client.",
     ["if the keeper has paid all claims"]),
    ("fr", "Le dépositaire ne peut prêter les jetons, sauf s'il y est autorisé.", ["sauf s'il y est autorisé"]),
    ("de", "Liegt die Zulassung nicht mehr vor, hat der Verwahrer dies der Aufsicht zu melden.",
     ["Liegt die Zulassung nicht mehr vor"]),
    ("de", "Die Aufsicht kann die Zulassung entziehen, wenn der Verwahrer sie nicht nutzt.",
     ["wenn der Verwahrer sie nicht nutzt"]),
    ("es", "El depositario no podrá prestar fichas salvo que el cliente lo acepte.",
     ["salvo que el cliente lo acepte"]),
    ("it", "Qualora il depositario cessi, l'Ufficio può nominare un liquidatore.",
     ["Qualora il depositario cessi"]),
    ("pt", "O depositário deve devolver as fichas desde que o cliente as peça.", ["desde que o cliente as peça"]),
    ("ru", "Если хранитель прекращает работу, Надзор вправе назначить управляющего.",
     ["Если хранитель прекращает работу"]),
    ("tr", "Saklayıcının faaliyetini durdurması hâlinde, Kurul denetçi atayabilir.",
     ["Saklayıcının faaliyetini durdurması hâlinde"]),
    ("ja", "顧客から求めがあった場合には、保管業者は、記録を示さなければならない。", ["顧客から求めがあった場合には"]),
    ("ja", "保管業者は、記録を保存しなければならない。ただし、顧客が同意したときは、この限りでない。",
     ["ただし、顧客が同意したときは、この限りでない"]),
    ("ko", "보관업자는 고객이 요구하는 경우에는 기록을 제시하여야 한다.", ["고객이 요구하는 경우에는"]),
    ("th", "ผู้เก็บรักษาต้องแยกเหรียญของลูกค้า เว้นแต่ลูกค้าจะตกลงเป็นอย่างอื่น", ["เว้นแต่ลูกค้าจะตกลงเป็นอย่างอื่น"]),
    ("vi", "Nếu khách hàng yêu cầu thì người lưu ký phải trả lại đồng xu.", ["Nếu khách hàng yêu cầu"]),
    ("zh", "除客户同意外，保管机构不得出借代币。", ["除客户同意外"]),
    ("zh", "保管机构应当保存记录，但客户另有约定的除外。", ["但客户另有约定的除外"]),
    ("ar", "إذا توقف الحافظ عن العمل، يجوز للهيئة تعيين مدقق.", ["إذا توقف الحافظ عن العمل"]),
    ("mt", "Jekk id-depożitarju jieqaf, l-awtorità tista' taħtar awditur.", ["Jekk id-depożitarju jieqaf"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "expected"), WHOLE)
def test_a_condition_is_told_whole(language, words, expected):
    assert _told(words, language) == expected


OTHERS = [
    ("en", "The notice shall say that a token may lose its value if the keeper fails."),
    ("en", "The Board may lengthen the time within which an order is made where the keeper has not replied."),
    ("en", "A keeper must not lend tokens other than its own."),
    ("en", "A keeper must report to each State where it works."),
    ("en", "The Board shall determine if the keeper is sound."),
    ("en", "A keeper must pay the heir if one is known, or, if none is known, the Board."),
    ("fr", "Le dépositaire doit indiquer si les jetons sont assurés."),
    ("de", "Der Verwahrer muss darauf hinweisen, dass der Wert sinken kann, wenn der Markt still steht."),
    ("es", "El depositario deberá avisar a los clientes que pierdan fichas cuando el servicio falle."),
    ("ru", "Хранитель должен предупредить клиентов, которые купили жетоны, если цена упала."),
    ("ar", "يجب على الحافظ تحديد ما إذا كان العميل مؤهلاً."),
    ("vi", "Cơ quan phải chỉ định một kiểm toán viên."),
]


@pytest.mark.parametrize(("language", "words"), OTHERS)
def test_what_belongs_to_another_clause_is_no_condition_of_the_rule(language, words):
    assert _told(words, language) == []


def test_only_comes_along_where_neither_actor_nor_action_shows_it():
    assert _told("Las firmas solo podrán vender fichas a los bancos.", "es") == []
    assert _told("A firm may only sell tokens to banks.", "en") == []


def _rules(words, language):
    found = extract(CanonicalText(words, ()), language)
    return [(one.fact.actor, one.fact.conditions) for one in found if isinstance(one.fact, Norm)]


def test_what_stands_between_actor_and_verb_is_told():
    assert _rules("保管机构根据客户的要求，应当归还代币。", "zh") == [("保管机构", ("根据客户的要求",))]
    assert _rules("对可疑的代币，保管机构应当上报。", "zh") == [("保管机构", ("对可疑的代币",))]


def test_commas_of_a_lead_are_no_part_of_the_actor():
    words = "If a keeper fears a loss, a theft or a fault, the keeper may close the account."
    assert _rules(words, "en") == [("the keeper", ("If a keeper fears a loss, a theft or a fault",))]


def test_a_rule_whose_bearer_cannot_be_told_from_its_lead_is_not_told():
    words = "If goods are held, anybody, other than the keeper, that claims a right or, in Veyland, a share may apply."
    assert _rules(words, "en") == []


def test_a_sentence_that_breaks_off_amid_its_list_gives_no_rule():
    assert _rules("No keeper may lend tokens unless it (a) is sound; and", "en") == []


def test_a_list_behind_a_whole_sentence_does_not_complete_it():
    text = structured(
        "<article 1|Article 1>\n  <paragraph 1> 1. A keeper must report each fault.\n"
        "    <item a> (a) The Board may name an auditor."
    )
    told = [one.fact.action for one in extract(text, "en") if isinstance(one.fact, Norm)]
    assert told == ["report each fault", "name an auditor"]


def test_points_that_must_all_be_met_are_told_together():
    text = structured(
        "<article 1|Article 1>\n  <paragraph 1> 1. The Board must free the deposit upon the Board —\n"
        "    <item a> (a) being sure that no claim is open; and\n"
        "    <item b> (b) holding the letter of closure."
    )
    (rule,) = [one for one in extract(text, "en") if isinstance(one.fact, Norm)]
    assert "no claim" in rule.fact.action
    assert "letter of closure" in rule.fact.action


def test_clauses_that_only_say_when_are_told_with_what_is_to_be_done():
    text = structured(
        "<article 1|Điều 1>\n  <paragraph 1> 1. Người lưu ký có trách nhiệm công bố:\n"
        "    <item a> a) Tin bất thường: trong thời hạn 24 giờ phải công bố tin về ví bị khóa; "
        "khi nhận được đơn của khách hàng; khi mất chìa khóa."
    )
    told = [one.fact.action for one in extract(text, "vi") if isinstance(one.fact, Norm)]
    assert len(told) == 1
    assert "24 giờ" in told[0]
    assert "mất chìa khóa" in told[0]


def test_a_clause_that_takes_up_the_list_of_the_first_is_told_with_it():
    text = structured(
        "<article 1|Điều 1>\n  <paragraph 1> 1. Người lưu ký có trách nhiệm:\n"
        "    <item a> a) Lưu trữ lịch sử giao dịch, thông tin về người mua; thông tin tài khoản; thông tin ví."
    )
    (rule,) = [one for one in extract(text, "vi") if isinstance(one.fact, Norm)]
    assert rule.fact.action.endswith("thông tin ví")
