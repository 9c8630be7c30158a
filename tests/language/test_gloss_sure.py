"""A sentence is made only where the law's words have one reading; what has two is left to the law's own words."""

import pytest

from lexatlas.core.text import normalise
from lexatlas.language.gloss import gloss
from lexatlas.language.gloss_chain import chain
from lexatlas.language.gloss_order import whole_sentence
from lexatlas.language.gloss_rows import ALONE
from lexatlas.language.gloss_terms import terms_named


def english(text, language):
    return " ".join(told.english for told in whole_sentence(normalise(text).text, language))


def links(text, language):
    return [link.english for link in chain(normalise(text).text, language)]


NONE_MAY = [
    ("Aucun émetteur ne peut vendre des jetons.", "No issuer may sell tokens"),
    ("Nulle banque ne peut détenir des crypto-actifs.", "No bank may hold crypto-assets"),
    ("Aucune personne ne peut vendre des jetons.", "No person may sell tokens"),
    ("Personne ne doit vendre de jetons.", "No person may sell tokens"),
]


@pytest.mark.parametrize(("text", "said"), NONE_MAY)
def test_a_ban_on_everybody_stays_a_ban(text, said):
    assert english(text, "fr") == said


SAID = [
    ("vi", "Luật này có hiệu lực đến ngày 31 tháng 12 năm 2035.", "This Law has effect until 31 December 2035"),
    ("vi", "Công ty chứng khoán bị cấm kinh doanh tài sản mã hóa.",
     "Securities companies are prohibited from doing business in crypto-assets"),
    ("vi", "Công ty chứng khoán không được mua, bán tài sản mã hóa.",
     "Securities companies must not buy or sell crypto-assets"),
    ("fr", "La licence est délivrée par la banque centrale à la demande du demandeur.",
     "The licence is issued by the central bank at the request of the applicant"),
    ("fr", "Il est interdit aux banques de vendre des jetons.", "It is prohibited for the banks to sell tokens"),
    ("fr", "La société est exemptée de l'article 9.", "The company is exempt from Article 9"),
    ("fr", "L'émetteur est exempté de l'article 9.", "The issuer is exempt from Article 9"),
    ("fr", "Le client doit obtenir une autorisation.", "The client must obtain an authorisation"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "said"), SAID)
def test_what_is_sure_is_said_in_plain_english(language, text, said):
    assert english(text, language) == said


UNSURE = [
    # "not" and "nor" in pairs
    ("fr", "Ni les banques ni les clients ne peuvent vendre des jetons."),
    ("fr", "L'émetteur ne peut ni vendre ni acheter des jetons."),
    ("fr", "L'émetteur ne peut vendre aucun jeton."),
    # a verb taken for a noun, "of" taken for "some", a range with one currency
    ("fr", "L'émetteur publie le prospectus avant l'offre."),
    ("fr", "La banque centrale peut exiger du client des renseignements."),
    ("fr", "L'émetteur est puni d'une amende de 20 000 à 70 000 euros."),
    # what the subject may not do, or is not given
    ("vi", "Nhà đầu tư không được hoàn trả tài sản mã hóa."),
    ("vi", "Công ty không được cấp lại giấy phép."),
    ("vi", "Khách hàng không được thông báo về rủi ro."),
    ("vi", "Khách hàng không được cung cấp dịch vụ."),
    ("vi", "Công ty không được quảng cáo."),
    # two verbs of one subject
    ("vi", "Công ty không có giấy phép không được kinh doanh tài sản mã hóa."),
    ("vi", "Công ty không đăng ký bị xử phạt."),
    ("vi", "Bộ Tài chính quyết định không cấp giấy phép."),
    ("vi", "Công ty bị đình chỉ hoạt động."),
    # a negation after a modal
    ("vi", "Công ty có quyền không cung cấp thông tin."),
    ("vi", "Công ty phải không cung cấp thông tin cho bên thứ ba."),
    ("vi", "Công ty không bị cấm nắm giữ tài sản mã hóa."),
    ("vi", "Nghiêm cấm không báo cáo giao dịch đáng ngờ."),
    # "valid for" and "takes effect in" are one word
    ("vi", "Giấy phép có hiệu lực trong 12 tháng kể từ ngày cấp."),
    ("vi", "Công ty nộp báo cáo trước ngày 15 hằng tháng."),
    # who did it, who has it done
    ("vi", "Công ty chứng khoán do Bộ Tài chính cấp phép."),
    ("vi", "Không hạn chế số lượng giấy phép."),
    ("vi", "Tổ chức thực hiện."),
    # a slash is a word
    ("vi", "Công ty phải báo cáo Bộ Tài chính/Ngân hàng Nhà nước."),
]


@pytest.mark.parametrize(("language", "text"), UNSURE)
def test_what_has_two_readings_is_no_sentence(language, text):
    assert english(text, language) == ""


def test_a_slash_is_no_sign_to_pass_over():
    text = "Bộ Tài chính/Ngân hàng Nhà nước"
    assert [text[slice(*span)] for span in gloss(text, "vi").uncovered] == ["/"]
    assert [piece.english for piece in gloss("31/12/2035", "vi").pieces] == ["31 December 2035"]


def test_a_word_by_itself_is_in_no_sentence_and_may_be_in_a_chain():
    text = "Công ty chứng khoán do Bộ Tài chính cấp phép"
    assert ALONE in [piece.kind for piece in gloss(text, "vi").pieces]
    assert english(text, "vi") == ""
    assert links(text, "vi") == ["securities companies", "by", "the Ministry of Finance", "license"]


TURNED = [
    ("vi", "Công ty chứng khoán không phải nộp phí cho Bộ Tài chính."),  # need not, for "do not · must"
    ("vi", "Nhà đầu tư không được hoàn trả tài sản mã hóa tại ngân hàng."),  # are not given back
    ("vi", "Ngân hàng không được thành lập công ty con tại Việt Nam."),  # one cue in two pieces
    ("vi", "Ngân hàng được lưu ký tài sản mã hóa của khách hàng."),  # may hold, not "held"
    ("fr", "La banque ne peut vendre des jetons que pour le compte de clients."),  # only
    ("fr", "Ni les banques ni les émetteurs ne peuvent vendre des jetons."),
    ("fr", "La banque ne peut détenir aucun jeton du client."),
    ("fr", "La licence expire zxcv six mois après la publication."),  # before? within?
]


@pytest.mark.parametrize(("language", "text"), TURNED)
def test_a_chain_that_would_turn_the_law_is_not_shown(language, text):
    assert links(text, language) == []


def test_a_number_and_what_it_counts_are_one_link():
    assert "3 members" in links("Công ty zxcv phải có hội đồng quản trị gồm 3 thành viên", "vi")


def test_terms_name_no_verb():
    named = terms_named("Tổ chức zxcv phải cung cấp dịch vụ hoặc khách hàng tại Bộ Tài chính.", "vi")
    assert [term.english for term in named] == ["organisations", "clients", "the Ministry of Finance"]


NEGATED = [
    ("vi", "Tổ chức zxcv không thông qua ngân hàng phải báo cáo Bộ Tài chính."),
    ("vi", "Tài sản mã hóa zxcv không bao gồm chứng khoán."),
    ("vi", "Vốn điều lệ zxcv không được thấp hơn 10 tỷ đồng."),
    ("fr", "Le zxcv non titulaire d'une licence paie l'amende."),
    ("fr", "Les zxcv, à l'exclusion des banques, paient les frais."),
]


@pytest.mark.parametrize(("language", "text"), NEGATED)
def test_no_terms_are_named_where_something_is_negated_or_left_out(language, text):
    assert terms_named(text, language) == ()


VALUES = [
    ("vi", "không được thấp hơn 10 tỷ đồng", "must not be less than VND 10,000,000,000"),
    ("vi", "không thấp hơn 10 tỷ đồng", "not less than VND 10,000,000,000"),
    ("vi", "không được cao hơn 10 tỷ đồng", "must not be more than VND 10,000,000,000"),
]


@pytest.mark.parametrize(("language", "text", "said"), VALUES)
def test_a_negated_comparator_is_read_whole(language, text, said):
    assert " ".join(piece.english for piece in gloss(text, language).pieces) == said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "de 20 000 à 70 000 euros"),
        ("vi", "10 đến 50 triệu đồng"),
        ("vi", "một năm rưỡi"),
        ("fr", "deux tiers"),
        ("vi", "hai phần ba"),
    ],
)
def test_half_a_range_and_a_fraction_are_no_value(language, text):
    assert [piece.english for piece in gloss(text, language).pieces if piece.read_by == "reading"] in (
        [],
        ["3"],
    )


def test_a_word_for_a_part_farther_off_leaves_a_number_alone():
    text = "mua cổ phần không được vượt quá 49% vốn điều lệ"
    assert "49%" in [piece.english for piece in gloss(text, "vi").pieces]
