"""Nothing false is verified among forgeries of real laws; needs the corpus that LEXATLAS_CORPUS names."""

import json
from functools import cache
from pathlib import Path

import pytest

from lexatlas.checks.view import View
from lexatlas.codebook import load
from lexatlas.core.evidence import Source
from lexatlas.core.textform import text_sha256
from lexatlas.sources.readers import registry
from lexatlas.sources.readers.charset import Given
from tests.properties.forgeries import ANY_LANGUAGE, EDITS, PARAPHRASES, PIECES, Forger
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
          "docs/AE/cabinet-decision-111-2022-virtual-assets.html"]  # fmt: skip


@cache
def forger(corpus: Path, path: str) -> Forger:
    rows = map(json.loads, (corpus / "manifest.jsonl").read_text(encoding="utf-8").splitlines())
    row = next(row for row in rows if row["path"] == path)
    text, _ = registry.read(Given((corpus / path).read_bytes(), name=path))
    sha = text_sha256(text)
    source = Source(
        id="law", title=row["title"], language=row["language"], kind="act", tier="T1", snapshot=sha
    )
    view = View(
        {sha: text}, {sha: row["language"]}, {}, {"law": source}, topic=load().topic("vasp-licensing")
    )
    return Forger(view, sha, "law", seed=len(path))


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
@pytest.mark.parametrize("kinds", [ANY_LANGUAGE, PIECES], ids=["edits", "pieces"])
def test_nothing_false_in_other_languages_is_verified(corpus, path, kinds):
    bad, counted = verified_among(forger(corpus, path), kinds, 150)

    assert bad == []
    assert counted.total() == 150
