"""Vietnamese and French law of invented places in English: what is said, what is left alone, what rows must keep."""

import pytest

from lexatlas.core.text import normalise
from lexatlas.language.gloss import gloss
from lexatlas.language.gloss_lint import problems
from lexatlas.language.gloss_locators import english_locator
from lexatlas.language.gloss_order import whole_sentence
from lexatlas.language.gloss_rows import fold, key_of, rows_from
from lexatlas.language.gloss_terms import terms_named

LANGUAGES = ("ar", "fr", "mt", "vi", "zh")


def english(text, language):
    return " ".join(told.english for told in whole_sentence(normalise(text).text, language))


VIETNAMESE = [
    ("Khách hàng có quyền khiếu nại.", "Clients have the right to complain"),
    ("Luật này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2031.", "This Law takes effect from 1 July 2031"),
    ("Tổ chức cung cấp dịch vụ tài sản ảo phải có vốn điều lệ tối thiểu là 50 tỷ đồng.",
     "Virtual asset service providers must have charter capital at least VND 50,000,000,000"),
    ("Bộ Tài chính cấp giấy phép trong thời hạn 30 ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ.",
     "The Ministry of Finance grants licences within 30 working days from the date of receipt of a valid file"),
    ("Tổ chức, cá nhân nước ngoài không được cung cấp dịch vụ tài sản ảo cho nhà đầu tư trong nước.",
     "Foreign organisations and individuals must not provide virtual asset services to domestic investors"),
    ("Ngân hàng Nhà nước thu hồi giấy phép nếu tổ chức không đáp ứng các điều kiện quy định tại khoản 2 Điều 4.",
     "The State Bank revokes licences if organisations do not meet the conditions set out in paragraph 2 of"
     " Article 4"),
    ("Tổ chức vi phạm quy định tại Điều 5 bị phạt tiền từ 100 triệu đồng đến 200 triệu đồng.",
     "Organisations that breach the rules in Article 5 are fined from VND 100,000,000 to VND 200,000,000"),
    ("Nghiêm cấm lợi dụng tài sản ảo để rửa tiền.",
     "It is prohibited: exploiting virtual assets to launder money"),
]  # fmt: skip
FRENCH = [
    ("Nul ne peut exercer l’activité de prestataire de services sur crypto-actifs sans agrément.",
     "No person may carry on the activity of crypto-asset service provider without an authorisation"),
    ("Les prestataires de services sur actifs numériques doivent disposer de fonds propres d'au moins 125 000 euros.",
     "The digital asset service providers must have own funds of at least EUR 125,000"),
    ("L'autorité compétente statue dans un délai de 30 jours à compter de la réception du dossier complet.",
     "The competent authority decides within 30 days from the receipt of the complete file"),
    ("Le prestataire n'est pas tenu de publier un livre blanc.",
     "The provider is not required to publish a white paper"),
    ("La présente loi entre en vigueur le 1er juillet 2031.", "This Act enters into force on 1 July 2031"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), VIETNAMESE)
def test_a_vietnamese_rule_is_said_whole(text, said):
    assert english(text, "vi") == said


@pytest.mark.parametrize(("text", "said"), FRENCH)
def test_a_french_rule_is_said_whole(text, said):
    assert english(text, "fr") == said


def test_a_thing_with_a_doubtful_modal_is_acted_upon():
    assert english("Tài sản ảo chỉ được chào bán cho nhà đầu tư chuyên nghiệp.", "vi") == (
        "Virtual assets may only be offered to professional investors"
    )


UNSURE = [
    ("vi", "Tài sản ảo phải niêm yết trên sàn giao dịch."),  # things do not list
    ("vi", "Ngân hàng, công ty chứng khoán nước ngoài phải báo cáo Bộ Tài chính."),  # which are foreign
    ("vi", "Tổ chức phải nộp phí nếu không có giấy phép."),  # who has none
    ("vi", "Khách hàng phải thông báo cho ngân hàng, công ty thu hồi giấy phép."),  # who revokes
    ("vi", "Nhà đầu tư yêu cầu tổ chức cung cấp thông tin."),  # one word is not known
    ("vi", "Giấy phép hoạt động của ngân hàng."),  # no rule: a heading
    ("fr", "Les banques et les sociétés étrangères peuvent offrir des services."),
    ("fr", "Le prestataire ne peut accepter que des clients professionnels."),  # a limit in two places
    ("nl", "De bank mag diensten aanbieden."),  # no gloss of the language
    ("vi", ""),
]


@pytest.mark.parametrize(("language", "text"), UNSURE)
def test_what_is_unsure_is_left_to_the_law(language, text):
    assert english(text, language) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_keep_force_and_negation_and_every_cue_has_one(language):
    assert problems(language) == []


def test_the_lint_finds_what_turns_a_rule(monkeypatch):
    made = {
        "modals": {"phải": "may", "Phải": "must"},
        "acts": {"không nộp": "submit", "nộp trong 3 ngày": "submit"},
        "conditions": {"trừ khi có": "if there is"},
    }
    monkeypatch.setattr("lexatlas.language.gloss_lint.rows_of", lambda _: rows_from(made, "vi"))
    found = "\n".join(problems("vi"))

    assert "“Phải” stands twice" in found
    assert "“không nộp” negates" in found
    assert "“nộp trong 3 ngày” holds a digit" in found
    assert "“trừ khi có” excepts" in found
    assert "The cue “nghiêm cấm”" in found


def test_a_weaker_modal_is_found(monkeypatch):
    monkeypatch.setattr(
        "lexatlas.language.gloss_lint.rows_of", lambda _: rows_from({"modals": {"phải": "may"}}, "vi")
    )
    assert any("“phải” (modals) is required" in line for line in problems("vi"))


def test_the_longest_phrase_wins():
    pieces = gloss("tổ chức cung cấp dịch vụ tài sản ảo", "vi").pieces
    assert [(piece.words, piece.english) for piece in pieces] == [
        ("tổ chức cung cấp dịch vụ tài sản ảo", "virtual asset service providers")
    ]


def test_both_placements_of_a_tone_are_one_word():
    assert fold("hoá", "vi") == fold("Hóa", "vi") == "hóa"
    assert (fold("quý", "vi"), fold("toàn", "vi")) == ("quý", "toàn")
    assert gloss("tài sản mã hoá", "vi").complete


def test_an_elided_word_stands_by_itself():
    assert key_of("l’autorité", "fr") == ("l'", "autorité")


def test_what_no_row_covers_is_told():
    text = "Tổ chức phải xyz giấy phép"
    assert [text[slice(*span)] for span in gloss(text, "vi").uncovered] == ["xyz"]


PLACES = [
    ("vi", "Điều 8(3)(c)", "Article 8(3)(c)"), ("zh", "第二十五条", "Article 25"),
    ("ar", "المادة 4(4)", "Article 4(4)"),
    ("ar", "المادة 5(1)(ب)", "Article 5(1)(b)"), ("ar", "المادة الحادية عشرة(2)", "المادة الحادية عشرة(2)"),
    ("fr", "Annexe IV", "Annex IV"), ("de", "§ 4", "§ 4"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "locator", "said"), PLACES)
def test_a_citation_is_english_where_its_words_are_known(language, locator, said):
    assert english_locator(locator, language) == said


def test_several_places_are_one_piece():
    pieces = gloss("khoản 1, 2 và 3 Điều 6", "vi").pieces
    assert [piece.english for piece in pieces] == ["paragraph 1, 2 and 3", "Article 6"]
    pieces = gloss("Điều 5, 3 thành viên", "vi").pieces
    assert [piece.english for piece in pieces] == ["Article 5", "3", "members"]


def test_terms_are_named_where_the_sentence_cannot_be_said():
    named = terms_named(
        "Tổ chức xyz phải abc vốn điều lệ tối thiểu 50 tỷ đồng, def hồ sơ tại Bộ Tài chính.", "vi"
    )
    assert [term.english for term in named] == [
        "organisations", "charter capital", "at least VND 50,000,000,000", "file", "the Ministry of Finance",
    ]  # fmt: skip
    assert terms_named("xyz abc", "vi") == () == terms_named("Een bank", "nl")
