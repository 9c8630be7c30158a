"""What a title says of the kind of a text, in each language of the codebook."""

import pytest

from lexatlas.codebook import load
from lexatlas.sources.tiers import kind_of

# Our own titles, in the form that titles have in each language.
TITLES = (
    ("act", "Gesetz über Dienste mit Kryptowerten"),
    ("act", "Kryptodienstegesetz (KDG)"),
    ("decree", "Kryptowerteverordnung"),
    ("bill", "Kryptodienstegesetzentwurf"),
    ("act", "가상자산업에 관한 법률"),
    ("decree", "가상자산업에 관한 법률 시행령"),
    ("rule", "가상자산의 보관 방법에 관한 규정"),
    ("bill", "가상자산업법 일부개정법률안"),
    ("guidance", "가상자산 영업 가이드라인"),
    ("act", "暗号資産業に関する法律"),
    ("decree", "暗号資産業に関する法律施行令"),
    ("rule", "暗号資産業者に関する府令"),
    ("draft", "暗号資産業者に関する府令（案）"),
    ("act", "พระราชบัญญัติธุรกิจสินทรัพย์ดิจิทัล พ.ศ. ๒๕๖๗"),
    ("order", "ประกาศ เรื่อง การรายงานธุรกรรมสินทรัพย์ดิจิทัล"),
    ("bill", "ร่างพระราชบัญญัติธุรกิจสินทรัพย์ดิจิทัล"),
    ("act", "Kripto Varlık Hizmetleri Kanunu"),
    ("rule", "Kripto Varlık Hizmetleri Kanununun Uygulanmasına Dair Yönetmelik"),
    ("order", "9001 Sayılı Kanuna İlişkin Tebliğ"),
    ("act", "Legge sui servizi in cripto-attività"),
    ("rule", "Regolamento in relazione ai servizi in cripto-attività"),
    ("bill", "Disegno di legge sui servizi in cripto-attività"),
    ("rule", "数字资产服务法实施办法"),
    ("act", "数字资产服务法"),
    ("act", "Закон «О цифровых активах»"),
    (None, "暗号資産の話"),
)


@pytest.mark.parametrize(("kind", "title"), TITLES)
def test_a_title_tells_the_kind(kind, title):
    assert kind_of(title, load().ranking()) == kind
