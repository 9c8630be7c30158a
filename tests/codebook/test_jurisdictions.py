"""Places are found by code, name and alias; an unknown one names its neighbours in spelling."""

from __future__ import annotations

import pytest

from lexatlas.codebook import load
from lexatlas.codebook.jurisdictions import NOT_SHOWN
from lexatlas.core.errors import InputError

PLACES = load().places


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SG", "SG"),
        ("sg", "SG"),
        ("Singapore", "SG"),
        ("SGP", "SG"),
        ("cote d'ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("UAE", "AE"),
        ("European Union", "EU"),
        ("UEMOA", "WAEMU"),
        ("AIFC", "KZ-AIFC"),
        ("us-ok", "US-OK"),
        ("Oklahoma", "US-OK"),
        ("Georgia", "GE"),
        ("Québec", "CA-QC"),
        ("quebec", "CA-QC"),
        ("XK", "XK"),
        ("xa-fz", "XA-FZ"),
    ],
)
def test_found(text: str, code: str) -> None:
    assert PLACES.get(text).code == code


def test_near_matches() -> None:
    with pytest.raises(InputError) as caught:
        PLACES.get("Oklahomma")
    assert str(caught.value) == "No jurisdiction is called “Oklahomma”. Did you mean US-OK (Oklahoma)?"
    assert PLACES.near("Singapre")[0].code == "SG"
    with pytest.raises(InputError) as none_near:
        PLACES.get("qqqqqqqq")
    assert str(none_near.value) == (
        "No jurisdiction is called “qqqqqqqq”. Give an ISO code such as SG, or an English name."
    )


def test_unknown_code_is_not_read_as_another() -> None:
    assert PLACES.find("ZZ") is None
    assert PLACES.find("") is None


def test_parents_and_children() -> None:
    assert [place.code for place in PLACES.parents("KZ-AIFC")] == ["KZ"]
    assert PLACES.parents("SG") == ()
    assert [place.code for place in PLACES.children("AE")] == ["AE-ADGM", "AE-DIFC", "AE-DU"]
    assert len(PLACES.children("CA")) == 13
    assert len(PLACES.children("US")) == 51


def test_unions() -> None:
    assert [place.code for place in PLACES.unions("MT")] == ["EU", "EEA"]
    assert [place.code for place in PLACES.unions("NO")] == ["EEA"]
    assert [place.code for place in PLACES.unions("CM")] == ["CEMAC"]
    assert [place.code for place in PLACES.unions("GD")] == ["ECCU"]
    assert PLACES.unions("SG") == ()
    counts = {code: len(PLACES.get(code).members) for code in ("EU", "EEA", "CEMAC", "WAEMU", "ECCU")}
    assert counts == {"EU": 27, "EEA": 30, "CEMAC": 6, "WAEMU": 8, "ECCU": 8}


def test_membership_dates_are_given_only_where_a_source_gave_them() -> None:
    dated = {
        f"{union.code}/{member.code}": member.since
        for union in PLACES.rows
        for member in union.members
        if member.since != NOT_SHOWN and union.code != "WAEMU"
    }
    assert dated == {"ECCU/AI": "1987-04-01"}


def test_money_signs_can_be_read_by_place() -> None:
    codes = ("SG", "CA", "US", "MT", "VN", "AE", "US-OK", "CA-QC")
    currencies = {code: PLACES.get(code).currency for code in codes}
    assert currencies == {
        "SG": "SGD",
        "CA": "CAD",
        "US": "USD",
        "MT": "EUR",
        "VN": "VND",
        "AE": "AED",
        "US-OK": "USD",
        "CA-QC": "CAD",
    }


def test_every_row_cites_a_listed_source() -> None:
    listed = {source.id for source in PLACES.sources}
    cited = {name.strip() for place in PLACES.rows for name in place.source.split(",")}
    assert cited == listed


def test_not_applicable_is_a_fixed_list_with_reasons() -> None:
    book = load()
    assert [row.jurisdiction for row in book.not_applicable] == ["AQ", "BV", "GS", "HM", "TF"]
    row = book.why_not_applicable("BV", "retail-trading-status")
    assert row is not None
    assert row.reason.startswith("No resident population")
    assert book.why_not_applicable("SG", "retail-trading-status") is None
