"""A business that a law defines by the asset names it; other terms, and other assets, do not."""

import pytest

from lexatlas.analysts.extractive.coined import with_coined
from lexatlas.analysts.extractive.facts import extract
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read

FAMILIES = {
    "en": {"asset": ("digital asset*",), "activity": ("service*",), "stablecoin": ("payment token*",)},
    "ja": {"asset": ("暗号資産",), "activity": ("取引業", "を業として"), "stablecoin": ("電子決済手段",)},
}
EN = """Article 1
Definitions
“relevant service” means a service of exchanging digital assets for others.
“user” means a person who uses a service that exchanges digital assets.
“token service” means a service of exchanging digital assets or payment tokens.

Article 2
No person shall provide a relevant service unless licensed.
"""
JA = """（定義）
第一条　この法律において「価値取引業」とは、暗号資産の売買を業として行うことをいう。
２　この法律において「利用者」とは、暗号資産の売買を業として行う者の顧客をいう。

（登録）
第二条　何人も、登録を受けなければ、価値取引業を行ってはならない。
"""


@pytest.mark.parametrize(
    ("source", "language", "terms"), [(EN, "en", ("relevant service",)), (JA, "ja", ("価値取引業",))]
)
def test_only_a_business_defined_by_the_asset_names_it(source, language, terms):
    text, _ = read(Given(source.encode(), "law.txt", language=language))
    families = FAMILIES[language]
    found = with_coined(families, {}, text, extract(text, language), language)
    assert found == {**families, "asset": (*families["asset"], *terms)}


def test_a_law_without_such_a_term_keeps_its_families():
    text, _ = read(Given(b"Article 1\nA provider shall keep records.\n", "law.txt", language="en"))
    assert with_coined(FAMILIES["en"], {}, text, extract(text, "en"), "en") == FAMILIES["en"]
