"""Laws of invented places in Japanese, Korean and Thai, from the command line to a code and its claims."""

import json
from pathlib import Path

import pytest

from lexatlas.bundle import read
from tests.cli.command_line import lexatlas
from tests.language.statutes import of_year

TITLES = {
    "ja": "暗号資産取引業の監督に関する法律",
    "ko": "디지털가치 거래업의 감독에 관한 법률",
    "th": "พระราชบัญญัติการประกอบธุรกิจสินทรัพย์ดิจิทัล",
}
CARRIED = {
    "ja": ("第三条", "何人も、監督庁長官の登録を受けなければ、暗号資産取引業を行うことができない。"),
    "ko": (
        "제3조제1항",
        "누구든지 감독위원회의 허가를 받지 아니하고는 가상자산 거래업을 영위하여서는 아니 된다.",
    ),
    "th": ("มาตรา ๔", "ห้ามมิให้ผู้ใดประกอบธุรกิจสินทรัพย์ดิจิทัล เว้นแต่ได้รับใบอนุญาตจากคณะกรรมการ"),
}


LICENSING = {"ja": "partial-licence", "ko": "full-licence", "th": "full-licence"}
"""The Japanese law asks for a registration with duties to clients, which the codebook codes as a partial licence."""


@pytest.fixture(scope="module", params=sorted(TITLES))
def made(request, tmp_path_factory):
    language = request.param
    folder: Path = tmp_path_factory.mktemp(language)
    (folder / "law").mkdir()
    (folder / "law" / "law.txt").write_text(of_year(language, 2021), encoding="utf-8")
    row = {
        "path": "law.txt", "title": TITLES[language], "publisher": "Official Gazette of Veyland",
        "jurisdiction": "XA", "language": language, "kind": "act", "date": "2020-12-20", "rights": "open",
        "rights_ground": "Written for these tests", "text_state": "consolidated-official",
        "text_as_of": "2026-03-31",
    }  # fmt: skip
    (folder / "law" / "manifest.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    return language, folder


@pytest.mark.parametrize("topic", ["vasp-licensing", "retail-trading-status"])
def test_the_law_is_coded_and_every_claim_stands_on_its_words(made, topic):
    language, folder = made
    code = LICENSING[language] if topic == "vasp-licensing" else "allowed-regulated"
    given, out = folder / "law", folder / topic
    done = lexatlas("analyse", "XA", topic, "--as-of", "2026-06-01", "--from", given, "--out", out)
    assert done.code == 0, done.err
    document = read(out).document
    assert document.status.code == code
    assert {verdict.code for verdict in document.verdicts} == {"verified"}
    if topic == "vasp-licensing":
        locator, rule = CARRIED[language]
        quotes = {
            (quote.locator, part.exact)
            for one in document.claims
            for quote in one.quotes
            for part in quote.parts
        }
        assert any(place == locator and words.startswith(rule) for place, words in quotes)
    assert lexatlas("verify", out).code == 0
