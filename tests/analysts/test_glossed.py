"""A Vietnamese act of an invented place, answered in English: told where all of it can be, else pointed to."""

from lexatlas.analysts.extractive.glossed import MOST_TERMS, sentence_slots, term_slots, value_slot
from lexatlas.checks.verdict import judge_claims
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read
from tests.analysts.veyland import PROVIDERS, Law, book, draft, said, section, source_of

ACT = """\
Luật Tài sản ảo

Điều 1
Tổ chức cung cấp dịch vụ tài sản ảo phải có giấy phép.

Điều 2
Tổ chức cung cấp dịch vụ tài sản ảo phải có vốn điều lệ tối thiểu là 50 tỷ đồng.

Điều 3
Tổ chức cung cấp dịch vụ tài sản ảo qwe phải xyz vốn điều lệ, ký quỹ tối thiểu 20 tỷ đồng.
"""
LAW = Law(ACT, title="Luật Tài sản ảo", language="vi")
TOLD = "Virtual asset service providers must have charter capital at least VND 50,000,000,000"
POINTED = "Article 3 deals with capital, word for word: virtual asset service providers · … · must · …"


def made():
    return draft(LAW, topic=PROVIDERS)


def test_a_rule_is_told_before_another_is_pointed_to():
    capital = said(made(), "capital")
    assert capital[0] == TOLD
    assert any(sentence.startswith(POINTED) for sentence in capital[1:])


def test_what_is_told_matches_its_source():
    found = made()
    text = read(Given(ACT.encode(), LAW.name))[0]
    sha = source_of(LAW).snapshot
    verdicts = judge_claims(list(found.claims), {sha: text}, (), {sha: "vi"}, book())
    english = [claim for claim in found.claims if claim.form in ("glossed", "deals-with")]
    assert {claim.form for claim in english} == {"glossed", "deals-with"}
    glossed = [claim for claim in english if claim.form == "glossed"]
    assert {verdicts[claim.id].code for claim in glossed} == {"verified"}


def test_no_pointer_stands_in_the_summary_where_a_rule_is_told():
    found = made()
    forms = {claim.id: claim.form for claim in found.claims}
    summary = [row.claim for row in section(found, "Executive Summary") if row.kind == "claim"]
    assert {forms[claim] for claim in summary} == {"glossed"}


def test_summary_points_cite_places_in_english():
    points = {row.text: row.value for row in section(made(), "Summary Points")}
    assert points["Capital"].startswith("Article 2")


def test_slots_keep_to_their_room():
    words = "Khách hàng phải thông báo cho ngân hàng."
    assert len(sentence_slots(words, "vi", 35)) == 5
    assert sentence_slots(words, "vi", 4) == () == sentence_slots(words, "en", 35)
    many = ", ".join(
        f"qwe {word}" for word in ("ngân hàng", "giấy phép", "hồ sơ", "tài khoản", "cổ phiếu") * 4
    )
    assert 0 < len(term_slots(many, "vi", 30)) <= MOST_TERMS
    assert term_slots(many, "vi", 1)[0].value == "banks"
    assert len(term_slots(many, "vi", 1)) == 1


def test_a_value_is_english_where_our_readers_write_it():
    assert value_slot("tối thiểu 02 năm", "vi").value == "at least 2 years"
    assert value_slot("qwe 02 năm", "vi").value == "qwe 02 năm"
