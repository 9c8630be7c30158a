"""The event that a length of time runs from, and how a time before an event is compared."""

import pytest

from lexatlas.language.quantities import periods, rates

EVENTS = [
    ("en", "within 14 working days of the day on which the form arrives to ensure that it is read",
     "at_most", "of the day on which the form arrives"),
    ("en", "no later than three months before the sale begins", "at_least", "before the sale begins"),
    ("en", "within 12 months before the form is sent", "at_most", "before the form is sent"),
    ("de", "spätestens drei Tage vor Beginn der Lese", "at_least", "vor Beginn der Lese"),
    ("de", "fünf Jahre lang nach dem Ende des Jahres, in dem die Lese stattfand", "exactly",
     "nach dem Ende des Jahres, in dem die Lese stattfand"),
    ("fr", "dans les dix jours suivant la remise du panier", "at_most", "suivant la remise du panier"),
    ("es", "antes de que transcurran dos meses desde la entrega", "at_most", "desde la entrega"),
    ("it", "almeno venti giorni prima dell'inizio della fiera", "at_least", "prima dell'inizio della fiera"),
    ("pt", "o mais tardar dez dias antes da feira", "at_least", "antes da feira"),
    ("ru", "не позднее трёх рабочих дней, следующих за днём сделки", "at_most", "следующих за днём сделки"),
    ("tr", "başvuru tarihinden itibaren üç ay içinde", "at_most", "başvuru tarihinden itibaren"),
    ("ja", "開店の十日前までに", "at_least", ""),
    ("ko", "개점 30일 전까지", "at_least", ""),
    ("th", "ภายในสามสิบวันนับแต่วันที่ได้รับตะกร้า", "at_most", "นับแต่วันที่ได้รับตะกร้า"),
    ("vi", "trong thời hạn 20 ngày, kể từ ngày nhận được hồ sơ đầy đủ, hợp lệ, cơ quan trả lời", "at_most",
     "kể từ ngày nhận được hồ sơ đầy đủ, hợp lệ"),
    ("vi", "chậm nhất 5 ngày trước ngày mở cửa", "at_least", "trước ngày mở cửa"),
    ("zh", "商店应当自收到篮子之日起三十日内", "at_most", "自收到篮子之日起"),
    ("ar", "في مهلة أربعة عشر (14) يوم عمل من تاريخ استلام السلة، وتشمل الاسم", "at_most",
     "من تاريخ استلام السلة"),
    ("mt", "mhux aktar tard minn għaxart ijiem wara l-fiera", "at_most", "wara l-fiera"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "sign", "event"), EVENTS)
def test_a_time_runs_from_its_whole_event(language, words, sign, event):
    (found,) = periods(words, language)
    assert (found.value.comparator, found.value.start) == (sign, event)


def test_an_event_without_a_sure_end_is_not_told():
    words = "within 30 days after the day " + "on which the keeper " * 12 + "replies"
    assert [one.value.start for one in periods(words, "en")] == [""]


REACHED = [
    ("de", "20 Prozent erreicht oder überschreitet"), ("fr", "atteint ou dépasse 20 %"),
    ("es", "alcance o supere el 20 %"), ("it", "raggiunge o supera il 20 per cento"),
    ("pt", "atinja ou ultrapasse 20 %"), ("ru", "достигает или превышает 20 процентов"),
    ("ru", "составляет 20 процентов и более"), ("mt", "jilħaq jew jeċċedi għoxrin fil-mija (20%)"),
    ("ar", "بنسبة 20% أو أكثر"), ("vi", "đạt hoặc vượt 20%"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), REACHED)
def test_what_is_reached_or_passed_is_at_least(language, words):
    assert [one.value.comparator for one in rates(words, language)] == ["at_least"]
