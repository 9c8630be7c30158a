"""Nothing false is verified among forgeries of real laws; needs the corpus that LEXATLAS_CORPUS names."""

import pytest

from tests.properties.forgeries import ANY_LANGUAGE, EDITS, PARAPHRASES, PIECES
from tests.properties.read_laws import forger
from tests.properties.test_fabrications import verified_among

# In English and French 10,000 edits, 2,000 pieces and 2,000 paraphrases; other languages come on top.
SHARES = [
    ("docs/EU/mica-2023-1114.txt", 4_000, 800, 800),
    ("docs/CA/pcmltfa-p-24.501-en.xml", 2_400, 480, 480),
    ("docs/SG/payment-services-act-2019.txt", 2_400, 480, 480),
    ("docs/CA/stablecoin-act-s-15.9-en.xml", 600, 120, 120),
    ("docs/CA/stablecoin-act-s-15.9-fr.xml", 600, 120, 120),
]
OTHERS = ["docs/MT/vfa-act-cap-590-mt.txt", "docs/VN/resolution-05-2025-nq-cp.md",
          "docs/AE/cabinet-decision-111-2022-virtual-assets.html", "docs/CN/anti-telecom-and-online-fraud-law.txt",
          "docs/CN/peoples-bank-of-china-law.txt"]  # fmt: skip
"""Maltese, Vietnamese, Arabic and Chinese."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "group", "wanted"),
    [(path, group, wanted) for path, *all_wanted in SHARES
     for group, wanted in zip(("edits", "pieces", "paraphrases"), all_wanted, strict=True)],
)  # fmt: skip
def test_nothing_false_about_a_real_law_is_verified(corpus, path, group, wanted):
    kinds = {"edits": EDITS, "pieces": PIECES, "paraphrases": PARAPHRASES}[group]
    bad, counted = verified_among(forger(corpus, path), kinds, wanted)

    assert bad == []
    assert counted.total() == wanted


@pytest.mark.slow
@pytest.mark.parametrize("path", OTHERS)
@pytest.mark.parametrize(("kinds", "wanted"), [(ANY_LANGUAGE, 300), (PIECES, 150)], ids=["edits", "pieces"])
def test_nothing_false_in_other_languages_is_verified(corpus, path, kinds, wanted):
    bad, counted = verified_among(forger(corpus, path), kinds, wanted)

    assert bad == []
    assert counted.total() == wanted


@pytest.mark.slow
@pytest.mark.parametrize("path", OTHERS)
def test_no_paraphrase_without_its_condition_is_verified(corpus, path):
    bad, counted = verified_among(forger(corpus, path), PARAPHRASES, 60)

    assert bad == []
    assert counted.total() > 0
