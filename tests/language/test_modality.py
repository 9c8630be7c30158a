import pytest

from lexatlas.language.modality import norm_kind, read_norm

CASES = [
    ("en", "A bank shall keep books.", "required", "A bank", "requirement"),
    ("en", "A bank must not keep bears.", "prohibited", "A bank", "prohibition"),
    ("en", "No person may keep bears.", "prohibited", "No person", "prohibition"),
    ("en", "A bank may keep bears.", "permitted", "A bank", "permission"),
    ("en", "A bank may only keep small bears.", "required", "A bank", "requirement"),
    ("en", "A bank need not keep books.", "exempt", "A bank", "permission"),
    ("en", "This Act does not apply to bears.", "exempt", "This Act", "permission"),
    ("en", "“Bear” means a large animal.", "defines", "“Bear”", None),
    (
        "en",
        "A person that feeds a bear is guilty of an offence.",
        "states",
        "A person that feeds a bear",
        None,
    ),
    ("en", "If it rains, the bank shall close.", "required", "the bank", "requirement"),
    ("en", "Where a bear may be near, nobody shall swim.", "prohibited", "nobody", "prohibition"),
    ("en", "This Act shall apply to bears.", "states", "This Act", None),
    ("fr", "La banque doit tenir des livres.", "required", "La banque", "requirement"),
    ("fr", "Nul ne peut nourrir les ours.", "prohibited", "Nul", "prohibition"),
    ("fr", "La présente loi ne s'applique pas aux ours.", "exempt", "La présente loi", "permission"),
    ("vi", "Ngân hàng phải lưu sổ sách.", "required", "Ngân hàng", "requirement"),
    ("zh", "任何人不得喂熊。", "prohibited", "任何人", "prohibition"),
    ("mt", "L-ebda persuna ma tista’ titma’ lill-ors.", "prohibited", "L-ebda persuna", "prohibition"),
    ("ar", "يجب على البنك حفظ السجلات.", "required", "البنك", "requirement"),
    ("ar", "يجوز للبنوك فتح حسابات.", "permitted", "للبنوك", "permission"),
    ("ar", "يحظر على أي شخص شراء الرموز.", "prohibited", "أي شخص", "prohibition"),
    ("vi", "Nghiêm cấm tổ chức, cá nhân phát hành mã.", "prohibited", "tổ chức, cá nhân", "prohibition"),
    ("zh", "严禁任何单位和个人发行代币。", "prohibited", "任何单位和个人", "prohibition"),
    ("zh", "持牌人須備存紀錄。", "required", "持牌人", "requirement"),
]


@pytest.mark.parametrize(("language", "text", "force", "actor", "kind"), CASES)
def test_norms(language, text, force, actor, kind):
    norm = read_norm(text, language)
    assert norm is not None
    assert (norm.force, text[norm.actor.start : norm.actor.end], norm_kind(norm)) == (force, actor, kind)


def test_a_plain_statement_is_no_norm():
    assert read_norm("Bears are brown.", "en") is None
    assert read_norm("Bears shall be brown.", "xx") is None


def test_exceptions_and_conditions_are_told_apart():
    norm = read_norm("A bank shall not keep bears unless it has a cage, if they are small.", "en")
    assert norm is not None
    assert [clause.cue for clause in norm.exceptions] == ["unless"]
    assert [clause.cue for clause in norm.conditions] == ["if"]


def test_to_appoint_is_not_only():
    """Vietnamese "chỉ" is "only", and the first half of other words."""
    norm = read_norm("Tổ chức được chỉ định phải báo cáo Bộ Tài chính.", "vi")
    assert norm is not None
    assert (norm.force, norm.only) == ("required", False)
    assert norm.clauses == ()


def test_no_before_any_noun_forbids():
    """Whoever it is that shall not: not only the nouns that a list foresees."""
    norm = read_norm("Subject to section 5, no official shall disclose any report.", "en")
    assert norm is not None
    assert norm.force == "prohibited"
    later = read_norm("No later than 30 days after the decision, the applicant shall pay.", "en")
    assert later is not None
    assert later.force == "required"
