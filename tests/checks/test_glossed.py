"""English sentences on Vietnamese and French law of an invented place: the true ones match, no forged one does."""

from itertools import pairwise

import pytest

from lexatlas.analysts.extractive.glossed import chain_slots, sentence_slots, term_slots, words_of_parts
from lexatlas.checks.verdict import judge_claim
from lexatlas.codebook import load
from lexatlas.core.templates import render
from tests.checks.statutes import claim, law, slot

VI = """\
article|1|Điều 1
paragraph|1|1. Tổ chức nước ngoài không được cung cấp dịch vụ tài sản ảo cho nhà đầu tư trong nước.
paragraph|2|2. Ngân hàng Nhà nước thu hồi giấy phép nếu tổ chức không đáp ứng các điều kiện quy định tại khoản 2 Điều 4.
paragraph|3|3. Tổ chức cung cấp dịch vụ tài sản ảo phải có vốn điều lệ tối thiểu là 50 tỷ đồng.
paragraph|4|4. Khách hàng phải thông báo cho ngân hàng trong thời hạn 30 ngày.
article|2|Điều 2
paragraph|1|1. Tổ chức cung cấp dịch vụ tài sản ảo phải:
item|a|a) duy trì hệ thống công nghệ thông tin;
item|b|b) báo cáo giao dịch đáng ngờ cho cơ quan có thẩm quyền.
paragraph|2|2. Khách hàng qwe thông báo xyz vốn điều lệ cho ngân hàng.
paragraph|3|3. Tổ chức nước ngoài jkl không được mua vốn điều lệ của ngân hàng trong thời hạn 30 ngày.
"""
CHAINED = "jkl"
FR = """\
article|1|Article 1
paragraph|1|(1) Nul ne peut fournir des services sur crypto-actifs sans agrément.
paragraph|2|(2) L'autorité compétente statue dans un délai de 30 jours à compter de la réception du dossier complet.
"""
LAWS = {"vi": law(VI, "vi"), "fr": law(FR, "fr")}
for each in LAWS.values():
    each.view.topic = load().topic("vasp-licensing")
WHOLE = [
    ("vi", "Tổ chức nước ngoài"), ("vi", "thu hồi giấy phép"), ("vi", "vốn điều lệ tối thiểu"),
    ("vi", "Khách hàng phải"),
    ("vi", "duy trì"), ("vi", "báo cáo"), ("fr", "Nul ne peut"), ("fr", "statue"),
]  # fmt: skip


def slots_of(language, words):
    made = LAWS[language]
    return sentence_slots(words_of_parts(made.words(made.unit(words))), language, 60)


def judged(language, words, slots, form="glossed", template="glossed", sentence=None, **quoted):
    made = LAWS[language]
    quote = made.quote(made.unit(words), **quoted)
    told = claim(
        sentence or render(template, slots),
        [quote],
        form,
        slots=tuple(slots),
        template=template,
        question="licence",
    )
    return judge_claim(told, made.view)


@pytest.mark.parametrize(("language", "words"), WHOLE)
def test_a_rule_said_whole_matches_its_source(language, words):
    assert judged(language, words, slots_of(language, words)).code == "verified"


def forgeries(language, words):
    """Yield (kind, slots) that each say something else than the unit, or say it by another ground."""
    true = list(slots_of(language, words))
    others = [list(slots_of(lang, other)) for lang, other in WHOLE if lang == language and other != words]
    for at, one in enumerate(true):
        yield f"without {one.value}", [*true[:at], *true[at + 1 :]]
        yield f"twice {one.value}", [*true[: at + 1], one, *true[at + 1 :]]
        yield "other English", [*true[:at], one.model_copy(update={"value": "Anybody"}), *true[at + 1 :]]
        yield (
            "other row",
            [*true[:at], one.model_copy(update={"row": "vi/links"}), *true[at + 1 :]]
            if (one.row != "vi/links")
            else [*true, one],
        )
        yield "other words", [*true[:at], one.model_copy(update={"words": "tổ chức khác"}), *true[at + 1 :]]
        yield "its own words", [*true[:at], slot("piece", one.value, words=one.words), *true[at + 1 :]]
        for value in ("may", "must", "must not", "not less than VND 5", "31 days"):
            if one.value != value:
                yield (
                    f"{one.value} as {value}",
                    [*true[:at], one.model_copy(update={"value": value}), *true[at + 1 :]],
                )
    for at, (first, second) in enumerate(pairwise(true)):
        yield "changed places", [*true[:at], second, first, *true[at + 2 :]]
    for other in others:
        yield "of another unit", other
        yield "with another unit's end", [*true, *other]
        yield "another unit's beginning", [other[0], *true[1:]]


@pytest.mark.parametrize(("language", "words"), WHOLE)
def test_no_forged_sentence_matches(language, words):
    true = list(slots_of(language, words))
    made = [(kind, slots) for kind, slots in forgeries(language, words) if slots and slots != true]
    bad = [kind for kind, slots in made if judged(language, words, slots).code == "verified"]
    assert bad == []
    assert len(made) > 30


def test_a_sentence_that_its_slots_do_not_make_does_not_match():
    slots = slots_of("vi", "Khách hàng phải")
    assert judged("vi", "Khách hàng phải", slots, sentence="Clients must notify banks").code == "partial"
    assert judged(
        "vi", "Khách hàng phải", slots, template="quotation", sentence=render("glossed", slots)
    ).code == ("partial")


def test_a_quote_cut_before_the_condition_does_not_match():
    made = LAWS["vi"]
    unit = made.unit("thu hồi giấy phép")
    (start, end) = unit.parts[0]
    cut = made.text.text.index(" nếu", start)
    slots = sentence_slots(made.text.text[start:cut].removeprefix("2. "), "vi", 60)
    assert slots
    for parts in (((start, cut),), ((start, end),)):
        from lexatlas.core.evidence import Span

        verdict = judged("vi", "thu hồi giấy phép", slots, parts=tuple(Span(*part) for part in parts))
        assert verdict.code != "verified"


def pointer(words, terms, language="vi", locator="Article 2(2)", template="deals-with-terms"):
    locator = "Article 2(3)" if words == CHAINED else locator
    slots = [
        slot("locator", locator, "locator"),
        slot("question", "capital", "label", "vốn điều lệ", "capital/vốn điều lệ"),
        *terms,
    ]
    made = LAWS[language]
    told = claim(
        render(template, slots), [made.quote(made.unit(words))], "deals-with", slots=tuple(slots), template=template,
        question="capital",
    )  # fmt: skip
    return judge_claim(told, made.view).code


def test_a_pointer_names_terms_that_stand_there_in_their_order():
    made = LAWS["vi"]
    terms = term_slots(words_of_parts(made.words(made.unit("qwe"))), "vi", 30)
    assert [term.value for term in terms] == ["clients", "charter capital", "banks"]
    assert pointer("qwe", terms) == "verified"
    assert pointer("qwe", terms[1:]) == "verified"
    assert pointer("qwe", terms, locator="Điều 2(2)") == "verified"


def test_a_forged_pointer_does_not_match():
    made = LAWS["vi"]
    terms = term_slots(words_of_parts(made.words(made.unit("qwe"))), "vi", 30)
    elsewhere = term_slots(words_of_parts(made.words(made.unit("vốn điều lệ tối thiểu"))), "vi", 30)
    assert pointer("qwe", terms[::-1]) != "verified"
    assert pointer("qwe", [terms[0], terms[0]]) != "verified"
    assert pointer("qwe", elsewhere) != "verified"
    assert pointer("qwe", [terms[0].model_copy(update={"value": "issuers"})]) != "verified"
    assert pointer("qwe", terms, locator="Article 2(1)") != "verified"
    assert judged("vi", "qwe", terms, form="value", template="quotation", sentence="x").code != "verified"


def test_a_pointer_word_for_word_is_the_chain_of_its_unit_and_no_other():
    made = LAWS["vi"]
    links = chain_slots(words_of_parts(made.words(made.unit(CHAINED))), "vi", 60)
    other = chain_slots(words_of_parts(made.words(made.unit("vốn điều lệ tối thiểu"))), "vi", 60)
    assert len(links) > 3
    assert pointer(CHAINED, links, template="deals-with-chain") == "verified"
    forged = [links[1:], links[:-1], links[::-1], (*links, links[0]), (links[1], links[0], *links[2:]), other]
    for index, link in enumerate(links):
        for value in ("no", "…", f"not {link.value}"):
            if value != link.value:
                changed = link.model_copy(update={"value": value})
                forged.append((*links[:index], changed, *links[index + 1 :]))
    for each in forged:
        if each:
            assert pointer(CHAINED, each, template="deals-with-chain") != "verified"


def test_words_that_no_row_covers_are_named():
    made = LAWS["vi"]
    verdict = judged("vi", "qwe", slots_of("vi", "Khách hàng phải"))
    assert verdict.code == "partial"
    assert {"qwe", "xyz"} <= set(verdict.left_out)
    assert made.unit("qwe").locator == "Điều 2(2)"


def test_a_rule_is_no_pointer_by_calling_itself_one():
    """A pointer may leave the unit's words unsaid, so no other sentence may go as one."""
    made = law("article|1|Article 1\nparagraph|1|(1) A bank may lend coins if a court allows it.", "en")
    slots = (slot("actor", "A bank"), slot("modal", "may"), slot("action", "lend coins"))
    told = claim(
        "A bank may lend coins",
        [made.quote(made.unit("lend coins"))],
        "deals-with",
        slots=slots,
        template="norm",
    )
    assert judge_claim(told, made.view).code == "partial"
