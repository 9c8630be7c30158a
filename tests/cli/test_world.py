"""`lexatlas codebook world`: what is there, what is absent, and the rows of a place with their documents."""

import io
import json

from lexatlas.cli.main import main


def lexatlas(*words):
    out, err = io.StringIO(), io.StringIO()
    return main(words, out, err), out.getvalue(), err.getvalue()


def test_it_counts_what_is_there_and_names_what_is_absent():
    code, out, err = lexatlas("codebook", "world")
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert [line.split(" ", 1)[1].split(" in ")[0] for line in lines[:2]] == [
        "authorities",
        "law databases and gazettes",
    ]
    assert "No authority was sourced for: AD, AF," in out
    assert "XA" not in out
    counts = json.loads(lexatlas("codebook", "world", "--json")[1])
    assert counts["places"] == counts["places_with_authorities"] + len(counts["no_authority_for"])
    assert f"{counts['authorities']} authorities in {counts['places_with_authorities']} of" in lines[0]


def test_a_place_shows_each_row_with_where_it_was_read():
    code, out, _ = lexatlas("codebook", "world", "south korea")
    assert code == 0
    assert out.startswith("South Korea (KR)\n\nAuthorities\n")
    assert "Financial Services Commission · 금융위원회 · FSC [KR;" in out
    assert "read 2026-11-22" in out
    assert "https://" in out
    data = json.loads(lexatlas("codebook", "world", "KR", "--json")[1])
    assert {row["source"] for body in data["authorities"] for row in body["read"]} <= {
        source["id"] for source in data["sources"]
    }


def test_a_place_without_rows_is_not_said_to_have_none():
    _, out, _ = lexatlas("codebook", "world", "AQ")
    assert out.count("None was sourced. That does not show that there is none.") == 2


def test_an_unknown_place_has_near_ones():
    code, _, err = lexatlas("codebook", "world", "Singapor")
    assert (code, "Did you mean SG (Singapore)" in err) == (2, True)
