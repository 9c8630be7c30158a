"""The second reading bears true values out, contradicts false ones, and is silent where it cannot tell."""

from decimal import Decimal

import pytest

from lexatlas.checks.second.reading import second_reading
from lexatlas.checks.second.scripts import script
from lexatlas.core.facts import Count, LegalDate, Money, Norm, Period, Rate


def money(amount, currency, comparator="exactly", **more):
    return Money(amount=Decimal(amount), currency=currency, comparator=comparator, **more)


def told(fact, words, language):
    """Return what is borne out and what is contradicted, by the part of the value."""
    found = second_reading(fact, words, words, language)
    return tuple({one.what for one in found if one.said == said} for said in ("borne out", "contradicted"))


BORNE = [
    (money("125000", "EUR", "at_least"), "mindestens 125.000 EUR", "de", {"amount", "currency", "comparator"}),
    (money("250000000", "KRW", "at_least"), "2억 5천만원 이상", "ko", {"amount", "currency", "comparator"}),
    (money("1250000", "JPY", "at_least"), "百二十五万円以上", "ja", {"amount", "currency", "comparator"}),
    (money("50000000", "CNY", "at_least"), "不少于人民币五千万元", "zh", {"amount", "currency", "comparator"}),
    (money("50000000", "THB", "at_least"), "ไม่น้อยกว่า ๕๐ ล้านบาท", "th", {"amount", "currency", "comparator"}),
    (money("50000", "AED", "at_most"), "لا تتجاوز ٥٠٬٠٠٠ درهم", "ar", {"amount", "currency", "comparator"}),
    (money("2500000", "RUB", "at_most"), "не более 2,5 миллиона рублей", "ru", {"amount", "currency", "comparator"}),
    (money("5000", "SGD"), "5,000 Singapore dollars", "en", {"amount", "currency"}),
    (money("10000", "USD", period="month", period_words="per month"), "US$10,000 per month", "en",
     {"amount", "currency", "period"}),
    (Rate(value=Decimal("0.0045"), comparator="at_most"), "up to 45 basis points", "en", {"share", "comparator"}),
    (Rate(value=Decimal("0.1"), comparator="at_most"), "不超过百分之十", "zh", {"share", "comparator"}),
    (Period(n=Decimal(60), unit="day", comparator="at_most"), "en un plazo de 60 días", "es", {"length", "comparator"}),
    (Period(n=Decimal(3), unit="month"), "3 месяцев", "ru", {"length"}),
    (Count(n=Decimal(3), unit="directors", comparator="at_least"), "at least 3 directors", "en",
     {"number", "comparator"}),
    (LegalDate(role="in_force", date="2024-06-09", precision="day"), "令和六年六月九日から施行する", "ja",
     {"date", "role"}),
    (LegalDate(role="in_force", date="2024-06-09", precision="day"), "ให้ใช้บังคับตั้งแต่วันที่ ๙ มิถุนายน พ.ศ. ๒๕๖๗", "th",
     {"date", "role"}),
    (LegalDate(role="signed", date="2022-12-12", precision="day"), "صدر بتاريخ: 12/ديسمبر/2022م", "ar",
     {"date", "role"}),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "words", "language", "borne"), BORNE)
def test_what_the_words_say_is_borne_out(fact, words, language, borne):
    assert told(fact, words, language) == (borne, set())


BELIED = [
    (money("1250000", "EUR", "at_least"), "mindestens 125.000 EUR", "de", {"amount"}),
    (money("125000", "USD", "at_most"), "mindestens 125.000 EUR", "de", {"currency", "comparator"}),
    (money("25000000", "KRW", "at_least"), "2억 5천만원 이상", "ko", {"amount"}),
    (money("12500", "JPY", "at_least"), "百二十五万円以上", "ja", {"amount"}),
    (money("5000", "EUR", period="year"), "EUR 5 000 per month", "en", {"period"}),
    (money("5000", "EUR", period="year", period_words="per month"), "EUR 5 000 per month", "en", {"period"}),
    (Rate(value=Decimal("0.45"), comparator="at_least"), "up to 45 basis points", "en", {"share", "comparator"}),
    (Period(n=Decimal(60), unit="month"), "dentro de 60 días", "es", {"unit"}),
    (Period(n=Decimal(61), unit="day"), "60 일", "ko", {"length"}),
    (LegalDate(role="adopted", date="2024-06-09", precision="day"), "2024년 6월 9일부터 시행한다", "ko", {"role"}),
    (LegalDate(role="in_force", date="2567-06-09", precision="day"), "ใช้บังคับตั้งแต่ ๙ มิถุนายน ๒๕๖๗", "th",
     {"date"}),
    (Norm(kind="permission", actor="No person", modal="may", action="lend"), "No person may lend.", "en", {"force"}),
    (Norm(kind="prohibition", actor="A firm", modal="may", action="lend"), "A firm may lend tokens.", "en", {"force"}),
    (Norm(kind="permission", actor="", modal="shall", action="keep"), "A firm shall keep records.", "en", {"force"}),
    (Norm(kind="requirement", actor="", modal="kann", action="x"), "Die Behörde kann prüfen.", "de", {"force"}),
    (Norm(kind="requirement", actor="", modal="must", action="x"), "A firm may lend.", "en", {"force"}),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "words", "language", "belied"), BELIED)
def test_what_the_words_do_not_say_is_contradicted(fact, words, language, belied):
    assert told(fact, words, language)[1] == belied


@pytest.mark.parametrize(
    ("fact", "words", "language"),
    [
        (Period(n=Decimal(30), unit="day"), "within thirty days", "en"),
        (
            Period(n=Decimal(9), unit="month", comparator="at_least"),
            "not later than nine months before",
            "en",
        ),
        (money("5000000", "INR"), "5 crore", "en"),
        (money("5", "EUR"), "5 of each", "xx"),
        (LegalDate(role="event", date="1445-01-01", precision="day"), "في غرة محرم", "ar"),
    ],
)
def test_what_cannot_be_told_contradicts_nothing(fact, words, language):
    assert told(fact, words, language)[1] == set()


def test_a_text_in_a_script_that_its_language_has_not():
    assert [script("يجب على مقدم الخدمة أن يحتفظ", code).said for code in ("ar", "en")] == [
        "borne out",
        "contradicted",
    ]
    assert script("Art. 5", "ar").said == "cannot tell"
