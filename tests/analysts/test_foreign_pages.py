"""What pages on laws in other languages tell: the body that supervises, what goes on, and where to look."""

import pytest

from lexatlas.analysts.extractive.facts_names import authorities
from lexatlas.checks.verdict import judge_claims
from lexatlas.core.claims import Claim
from lexatlas.core.templates import render
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read
from tests.analysts.veyland import PROVIDERS, RETAIL, Law, book, draft, said, section, source_of

DECISION = """\
قرار بشأن الأصول الافتراضية

المادة 1
في تطبيق أحكام هذا القرار يكون للكلمات الآتية المعاني المبينة أمامها:
الهيئة: هيئة الأسواق في فيلاند.
الأصل الافتراضي: تمثيل رقمي لقيمة يمكن حفظه ونقله.

المادة 2
يحظر على أي شخص تقديم خدمات الأصول الافتراضية دون الحصول على ترخيص من الهيئة.

المادة 3
تتولى الهيئة الرقابة على مزودي خدمات الأصول الافتراضية.

المادة 4
تستوفي الهيئة رسوم الترخيص عن مزودي خدمات الأصول الافتراضية.

المادة 5
يجب على مزودي خدمات الأصول الافتراضية توفيق أوضاعهم خلال ستة أشهر.

المادة 6
تغلق بحكم القضاء منشأة مزود خدمات الأصول الافتراضية مدة لا تزيد على سنة.
"""
ARABIC = Law(DECISION, title="قرار بشأن الأصول الافتراضية", language="ar")
WARNING = """\
Thông cáo về tài sản ảo

Ngân hàng Nhà nước cảnh báo người dân về rủi ro khi mua tài sản ảo.

Tài sản ảo không phải là phương tiện thanh toán hợp pháp.
"""
NOTICE = Law(WARNING, title="Thông cáo về tài sản ảo", kind="statement", language="vi")


def places(law: Law, question: str, topic: str = PROVIDERS) -> list[str]:
    """Return the places that the claims on one question are quoted from."""
    made = draft(law, topic=topic)
    return [claim.quotes[0].locator for claim in made.claims if claim.question == question]


@pytest.mark.parametrize(
    ("language", "words", "name"),
    [
        ("ar", "الهيئة: هيئة الأسواق في فيلاند.", "هيئة الأسواق في فيلاند"),
        ("ar", "1- الهيئة: يقصد بها هيئة الأسواق.", "هيئة الأسواق"),
        ("vi", "Cơ quan quản lý là Bộ Tài chính.", "Bộ Tài chính"),
        ("zh", "本法所称主管机关，是指国务院金融监督管理机构。", "国务院金融监督管理机构"),
    ],
)
def test_a_body_is_read_from_its_definition(language, words, name):
    found = [fact.name for fact, _ in authorities(words, language) if fact.role == "defined"]
    assert found == [name]


def test_the_body_that_a_foreign_law_defines_and_lets_act_is_its_authority():
    made = draft(ARABIC, topic=PROVIDERS)
    told = [claim for claim in made.claims if claim.question == "authority"]
    assert any("هيئة الأسواق" in part.exact for claim in told for part in claim.quotes[0].parts)


def test_a_term_before_a_colon_is_defined_where_meanings_are_said_to_follow():
    quoted = [
        claim.quotes[0].parts[0].exact
        for claim in draft(ARABIC, topic=PROVIDERS).claims
        if claim.question == "asset-meant"
    ]
    assert any(words.startswith("الأصل الافتراضي:") for words in quoted)


def test_fees_and_what_goes_on_are_found_in_arabic():
    assert places(ARABIC, "fees") == ["المادة 4"]
    assert "المادة 5" in places(ARABIC, "transition")


def test_a_period_out_of_a_sentence_that_opens_with_its_verb_is_no_value():
    made = draft(ARABIC, topic=PROVIDERS)
    assert [c.sentence for c in made.claims if c.form == "value" and c.quotes[0].locator == "المادة 6"] == []


def test_a_code_rests_on_a_claim_even_where_the_law_numbers_nothing():
    made = draft(NOTICE, topic=RETAIL)
    assert made.status.coded
    rests = {claim for reason in made.status.reasons for claim in reason.claims}
    told = [claim for claim in made.claims if claim.id in rests]
    assert told
    assert all(claim.sentence.startswith(("Paragraph 2 ", "Paragraph 3 ")) for claim in told)


def unpaired(claim: Claim) -> set[str]:
    """Return the words of a sentence that pair with nothing in its quote."""
    sha = source_of(NOTICE).snapshot
    texts = {sha: read(Given(WARNING.encode(), NOTICE.name))[0]}
    (verdict,) = judge_claims([claim], texts, (), {sha: "vi"}, book()).values()
    return {word.casefold() for answer in verdict.answers if answer.answer == "no" for word in answer.words}


def test_a_paragraph_that_a_claim_names_is_the_one_that_it_quotes():
    claim = draft(NOTICE, topic=RETAIL).claims[0]
    slots = (claim.slots[0].model_copy(update={"value": "Paragraph 9"}), *claim.slots[1:])
    moved = claim.model_copy(update={"slots": slots, "sentence": render(claim.template, slots)})
    assert "paragraph" not in unpaired(claim)
    assert "paragraph" in unpaired(moved)


def test_the_use_of_the_asset_in_crime_is_told_and_bars_no_trading():
    law = Law(
        "虚拟资产办法\n\n第一条\n任何单位和个人不得利用虚拟货币交易帮助他人洗钱。\n",
        title="虚拟资产办法",
        language="zh",
    )
    made = draft(law, topic=RETAIL)
    assert [claim.label for claim in made.claims] == ["Use in crime"]
    assert made.status.code != "banned"


def test_the_length_of_a_pilot_is_to_come_and_what_others_report_during_it_is_not():
    law = Law(
        "Nghị quyết về tài sản số\n\nĐiều 1\nThời gian thực hiện thí điểm tài sản số: 5 năm.\n\n"
        "Điều 2\nCứ 6 tháng một lần, tổ chức cung cấp dịch vụ tài sản số báo cáo kết quả thí điểm.\n",
        title="Nghị quyết về tài sản số",
        language="vi",
    )
    assert places(law, "pending-change") == ["Điều 1"]


def test_a_record_names_the_nearest_places_and_so_does_its_entry():
    much = " ".join(["large"] * 70)
    rules = "\n\n".join(
        f"Article {n}\nA provider shall care for the digital assets of a {much} client in custody."
        for n in range(1, 8)
    )
    made = draft(Law(f"Digital Asset Act\n\n{rules}\n"))
    entry = next(entry for entry in made.ledger if entry.question == "custody")
    assert (entry.hits, len(entry.nearest)) == (7, 5)
    told = next(s.sentence for s in section(made, "Detailed Explanation") if s.label == "Custody")
    assert told.endswith("; nearest: Article 1, Article 2, Article 3.")
    assert said(made, "custody") == []
