"""What is acted on is no actor: who bears a rule is the agent that its words name, or nobody, in fifteen languages."""

import pytest

from lexatlas.analysts.extractive.facts import extract
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import Norm


def _actors(words, language):
    found = extract(CanonicalText(words, ()), language)
    return [one.fact.actor for one in found if isinstance(one.fact, Norm)]


NOT_ACTORS = [
    ("en", "The request for renewal shall be answered within ten days."),
    ("en", "All sums received from a buyer must be given back."),
    ("en", "The keeper’s file may be shown to nobody."),
    ("en", "The amount of the levy shall not exceed 3 per cent of the reserve."),
    ("en", "Such leave may also be asked for by letter."),
    ("de", "Der Antrag muss bei der Behörde gestellt werden."),
    ("de", "Die Unterlagen sind der Behörde jährlich vorzulegen."),
    ("fr", "La demande doit être présentée au greffe."),
    ("fr", "Les sommes versées doivent être rendues sans délai."),
    ("es", "La solicitud deberá ser presentada por escrito."),
    ("es", "Los fondos deberán conservarse en una cuenta aparte."),
    ("it", "La domanda deve essere presentata per iscritto."),
    ("it", "I libri vanno conservati per dieci anni."),
    ("pt", "O pedido deve ser apresentado por escrito."),
    ("ru", "Заявление должно быть подано в письменной форме."),
    ("ru", "Документы подлежат хранению в течение пяти лет."),
    ("mt", "L-applikazzjoni għandha tiġi ppreżentata bil-miktub."),
    ("mt", "Ebda bejgħ ma jista’ jiġi rreġistrat bil-lejl."),
    ("vi", "Hồ sơ phải được gửi bằng văn bản."),
    ("zh", "申请材料应当被妥善保管。"),
    ("ja", "申請書は、書面で提出されなければならない。"),
    ("ko", "보고서는 서면으로 제출되어야 한다."),
    ("th", "คำขอต้องถูกส่งภายในสิบวัน"),
    ("tr", "Başvurular yazılı olarak yapılmalıdır."),
    ("ar", "يجب على الطلب أن يتم تقديمه كتابة."),
]


DOCUMENTS = [
    ("en", "The white paper shall contain a warning."),
    ("en", "Those operating rules shall name the hours of trade."),
    ("en", "All of the entries of the register must bear a date."),
    ("en", "Any order under section 3 may provide for a fee."),
    ("en", "The Winding Plan shall describe each step."),
    ("de", "Der Sanierungsplan muss die Schritte beschreiben."),
    ("fr", "Le livre blanc doit contenir un avertissement."),
    ("es", "El libro blanco deberá contener una advertencia."),
    ("it", "Il piano deve contenere un elenco dei rischi."),
    ("pt", "O relatório deve conter um resumo dos riscos."),
    ("ru", "Белая книга должна содержать предупреждение."),
    ("mt", "Ir-rapport għandu jinkludi sommarju."),
    ("vi", "Phương án phải nêu rõ các rủi ro."),
    ("zh", "白皮书应当载明风险。"),
    ("zh", "开立存储账户不得超过三个。"),
    ("ja", "説明書は、危険を記載しなければならない。"),
    ("ko", "백서는 위험을 기재하여야 한다."),
    ("th", "หนังสือชี้ชวนต้องระบุความเสี่ยง"),
    ("tr", "İzahname riskleri içermek zorundadır."),
    ("ar", "يجب أن تتضمن الورقة البيضاء تحذيرا."),
]


@pytest.mark.parametrize(("language", "words"), [*NOT_ACTORS, *DOCUMENTS])
def test_what_is_acted_on_is_no_actor(language, words):
    assert set(_actors(words, language)) <= {""}


ACTORS = [
    ("en", "The keeper shall be licensed by the Board.", "The keeper"),
    ("en", "A buyer shall be entitled to ask for the file.", "A buyer"),
    ("en", "The directors of the keeper must be registered.", "The directors of the keeper"),
    ("en", "Keepers placing tokens for others shall inform the Board.", "Keepers placing tokens for others"),
    ("de", "Der Verwahrer muss zugelassen werden.", "Der Verwahrer"),
    ("de", "Der Verwahrer muss den Antrag bei der Behörde stellen.", "Der Verwahrer"),
    ("fr", "Le dépositaire doit être agréé.", "Le dépositaire"),
    ("fr", "Le dépositaire doit présenter la demande.", "Le dépositaire"),
    ("es", "El emisor deberá inscribirse en el registro.", "El emisor"),
    ("es", "El emisor deberá estar autorizado.", "El emisor"),
    ("it", "Il custode deve essere autorizzato.", "Il custode"),
    ("pt", "O emitente deve ser autorizado.", "O emitente"),
    ("ru", "Хранитель должен быть зарегистрирован в реестре.", "Хранитель"),
    ("ru", "Хранитель обязан руководствоваться правилами.", "Хранитель"),
    ("mt", "Id-detentur għandu jiġi reġistrat.", "Id-detentur"),
    ("vi", "Tổ chức lưu ký phải được cấp phép.", "Tổ chức lưu ký"),
    ("zh", "保管机构应当予以配合。", "保管机构"),
    ("ja", "保管業者は、登録されなければならない。", "保管業者"),
    ("ko", "보관업자는 장부를 작성하여야 한다.", "보관업자"),
    ("th", "ผู้รับฝากต้องแจ้งสำนักงาน", "ผู้รับฝาก"),
    ("tr", "Saklayıcı şirketler başvuru yapmak zorundadır.", "Saklayıcı şirketler"),
]


@pytest.mark.parametrize(("language", "words", "actor"), ACTORS)
def test_who_acts_or_is_spoken_to_stays_the_actor(language, words, actor):
    assert _actors(words, language)[:1] == [actor]


AGENTS = [
    (
        "en",
        "The plan shall be approved by the competent authority before the sale.",
        "the competent authority",
    ),
    ("en", "The file shall be shown to the buyers of tokens issued by the keeper.", ""),
    ("en", "The file shall be signed by the keeper and the buyer.", ""),
    ("en", "The file shall be signed by the person on whose behalf it is kept.", ""),
    ("fr", "Le plan doit être approuvé par l'autorité compétente.", "l'autorité compétente"),
    ("es", "El plan deberá ser aprobado por la autoridad competente.", "la autoridad competente"),
    ("it", "Il piano deve essere approvato dalla Banca.", "Banca"),
    ("pt", "O plano deve ser aprovado pela autoridade competente.", "autoridade competente"),
]


@pytest.mark.parametrize(("language", "words", "agent"), AGENTS)
def test_the_agent_of_a_passive_bears_the_rule_where_it_is_surely_read(language, words, agent):
    assert _actors(words, language) == [agent]


@pytest.mark.parametrize(("language", "words"), DOCUMENTS)
def test_a_rule_on_what_a_document_holds_is_still_told(language, words):
    assert _actors(words, language)[:1] == [""]


def test_what_is_acted_on_is_told_with_the_act():
    (fact,) = [
        one.fact
        for one in extract(CanonicalText("The file shall be kept for a year.", ()), "en")
        if one.kind == "requirement"
    ]
    assert (fact.actor, fact.modal, fact.action) == ("", "shall", "The file … be kept for a year")


def _told(words, language):
    found = extract(CanonicalText(words, ()), language)
    return [(one.kind, getattr(one.fact, "actor", None)) for one in found]


NO_RULES = [
    ("en", "The right of a buyer to sell tokens shall not be affected."),
    ("en", "A keeper shall not be liable for loss caused by a buyer."),
    ("en", "No person shall be liable under this section if he told the truth."),
    ("en", "A sale made against this section shall be void."),
    ("fr", "Le dépositaire ne peut être tenu responsable de la perte."),
    ("mt", "Bejgħ bħal dan għandu jkun null."),
]


@pytest.mark.parametrize(("language", "words"), NO_RULES)
def test_what_frees_saves_or_voids_bids_nothing(language, words):
    assert _told(words, language) == []


def test_what_confers_a_power_permits():
    assert _told("An inspector shall have and may exercise all the powers of the Board.", "en") == [
        ("permission", "An inspector")
    ]
    assert _told("The Board shall have power to order a search.", "en") == [("permission", "The Board")]


def test_only_the_board_may_permits_the_board_and_bars_the_others():
    assert _told("Only the Board may sell seized tokens.", "en") == [
        ("permission", "the Board"),
        ("prohibition", ""),
    ]


def test_a_bar_behind_a_clause_put_in_is_one():
    words = "The keeper shall, if the file was lost, not ask for a fee."
    assert _told(words, "en") == [("prohibition", "The keeper")]


def test_a_pronoun_is_nobody():
    assert _told("Celui-ci fournit les pièces demandées.", "fr") == [("requirement", "")]


def test_a_law_that_is_about_acts_bids_nobody():
    assert [kind for kind, _ in _told("This Part applies to acts carried out abroad.", "en")] == [
        "definition"
    ]
    assert _told("This Part applies to keepers of tokens.", "en") == [("requirement", "keepers of tokens.")]
