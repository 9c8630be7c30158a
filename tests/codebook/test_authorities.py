"""A row of the world stands only on a document that was opened; rows are found by place, name and host."""

from __future__ import annotations

import pytest

from lexatlas.codebook import from_files, lint, load
from lexatlas.codebook.authorities_lint import lint_world
from lexatlas.codebook.authorities_reader import parse_world
from lexatlas.core.errors import InputError

ASIA = "authorities/asia.toml"
SOURCES = "authorities/sources.toml"
FILES = dict(load().files)
MAS = (
    'id = "sg-mas"\njurisdiction = "SG"\nname_en = "Monetary Authority of Singapore"\nabbreviation = "MAS"\n'
)
DOMAIN = 'domain = "www.mas.gov.sg"'
BIS = '{ source = "bis-members", place = "list under the heading “BIS member central banks”", '
AMF = 'id = "ca-qc-amf"\njurisdiction = "CA-QC"\nname_own = "Autorité des marchés financiers"\n'

# what is broken: file, words, words in their place, a part of the finding
SABOTAGE = {
    "a source that nobody listed": (
        SOURCES,
        'id = "os-th-amlo"',
        'id = "os-th-amlo-x"',
        "the row th-amlo cites os-th-amlo, which is no listed source; list its title, address and day.",
    ),
    "a source without a title": (
        SOURCES,
        'title = "BIS member central banks"',
        'title = " "',
        "the source bis-members has no title; give the document's own.",
    ),
    "a source whose address cannot be opened": (
        SOURCES,
        'address = "https://www.bis.org/about/member_cb.htm?m=2601"',
        'address = "bis.org, members"',
        "the source bis-members has the address “bis.org, members”, which cannot be opened; give it in full.",
    ),
    "a source that carries nothing": (
        SOURCES,
        "[[sources]]",
        '[[sources]]\nid = "idle"\ntitle = "A list"\naddress = "https://example.org/list"\n'
        'kind = "secondary"\nread = 2026-11-22\n\n[[sources]]',
        "the source idle carries no row; remove it, or name it where a row was read in it.",
    ),
    "a source without the day": (
        SOURCES,
        'kind = "official"\nread = 2026-11-22',
        'kind = "official"',
        "authorities/sources.toml: the key sources[1].read is missing; add it.",
    ),
    "no place in the document": (
        ASIA,
        MAS + 'roles = ["central-bank", "supervises"]\n' + DOMAIN + "\nread = [\n    " + BIS,
        MAS
        + 'roles = ["central-bank", "supervises"]\n'
        + DOMAIN
        + '\nread = [\n    { source = "bis-members", place = " ", ',
        "the row sg-mas does not say where in bis-members it was read; give heading, row or article.",
    ),
    "a name that no document shows": (
        ASIA,
        MAS,
        MAS + 'name_own = "新加坡金融管理局"\nlanguage = "zh"\n',
        "the row sg-mas gives name_own without a document that shows it; name the document, or remove it.",
    ),
    "a field said to be read and not given": (
        ASIA,
        DOMAIN,
        "",
        "the row sg-mas says that domain was read and does not give it; give it, or say it was not.",
    ),
    "a place that is not there": (
        ASIA,
        'jurisdiction = "SG"',
        'jurisdiction = "SQ"',
        "the row sg-mas has the jurisdiction SQ, which is no code of jurisdictions.toml; mend it.",
    ),
    "a sample place": (
        ASIA,
        'jurisdiction = "SG"',
        'jurisdiction = "XA"',
        "the row sg-mas belongs to the sample place XA; rows are of real places only.",
    ),
    "an address for a domain": (
        ASIA,
        DOMAIN,
        'domain = "https://www.mas.gov.sg/"',
        "the row sg-mas has the domain “https://www.mas.gov.sg/”, which is no bare host name; "
        "leave scheme and path out.",
    ),
    "an id given twice": (
        ASIA,
        'id = "sg-mas"',
        'id = "hk-hkma"',
        "authorities: the row hk-hkma stands twice; rename or remove one.",
    ),
    "one body in two rows": (
        ASIA,
        MAS.split("\n", 1)[1],
        'jurisdiction = "HK"\nname_en = "Hong Kong Monetary Authority"\nabbreviation = "MAS"\n',
        "authorities: the rows hk-hkma and sg-mas name one body of HK; merge them.",
    ),
    "a role that is none": (
        ASIA,
        'roles = ["central-bank", "supervises"]\n' + DOMAIN,
        'roles = ["watches"]\n' + DOMAIN,
        "authorities/asia.toml: the key authorities",
    ),
    "a name without its language": (
        "authorities/americas.toml",
        AMF + 'language = "fr"\n',
        AMF,
        "the row ca-qc-amf needs name_own and language both, or neither; add or remove one.",
    ),
}


def broken(name: str, old: str, new: str) -> dict[str, bytes]:
    """The package's files with one change, which must fit."""
    text = FILES[name].decode()
    assert old in text, f"{name} no longer holds {old!r}"
    return {**FILES, name: text.replace(old, new, 1).encode()}


def findings(files: dict[str, bytes]) -> list[str]:
    """What the lint says of the world in these files, faults of reading first."""
    world, faults = parse_world(files)
    return [*faults, *lint_world(world, load().places)]


def test_the_lint_of_the_codebook_says_it() -> None:
    name, old, new, finding = SABOTAGE["a sample place"]
    assert f"authorities: {finding}" in lint(from_files(broken(name, old, new)))


def test_the_package_has_no_fault_and_counts_what_it_holds() -> None:
    assert findings(FILES) == []
    world = load().world
    assert len({row.jurisdiction for row in world.authorities}) >= 60
    assert (len(world.authorities) >= 150, len(world.lawbooks) >= 40) == (True, True)


def test_every_field_of_every_row_leads_to_a_title_an_address_a_place_and_a_day() -> None:
    world = load().world
    for row in (*world.authorities, *world.lawbooks):
        for name in row.filled():
            reading = next(each for each in row.read if name in each.fields)
            source = world.source(reading.source)
            assert source is not None, (row.id, name)
            assert all((source.title, source.address.startswith("http"), reading.place)), (row.id, name)
            assert source.read.isoformat() >= "2026-11-22", (row.id, name)


@pytest.mark.parametrize("what", sorted(SABOTAGE))
def test_each_lack_is_found(what: str) -> None:
    name, old, new, finding = SABOTAGE[what]
    found = findings(broken(name, old, new))
    assert any(finding in line for line in found), found


def test_a_row_without_a_document_is_refused() -> None:
    text = FILES[ASIA].decode()
    start = text.index("read = [", text.index('id = "sg-mas"'))
    end = text.index("]\n\n", start)
    bare = {**FILES, ASIA: (text[:start] + "read = [" + text[end:]).encode()}
    wanted = (
        "authorities: the row sg-mas names no document in which it was read; open one, or remove the row."
    )
    assert wanted in findings(bare)


def test_a_fault_here_stops_no_analysis_and_is_told_when_asked() -> None:
    book = from_files({**FILES, ASIA: b"[[authorities]]\nid = 7\n"})
    assert book.topics == load().topics
    with pytest.raises(InputError, match=r"authorities/asia\.toml"):
        _ = book.world


def test_no_bundle_carries_the_world() -> None:
    files = load().files_for("vasp-licensing")
    assert [name for name in files if name.startswith("authorities/")] == []
    assert from_files(files).world.authorities == ()


def test_rows_come_nearest_first_from_the_place_to_its_parents_and_unions() -> None:
    book = load()
    zone = [row.jurisdiction for row in book.world.authorities_of("AE-DIFC", book.places)]
    assert (zone[0], set(zone[1:])) == ("AE-DIFC", {"AE"})
    member = [row.jurisdiction for row in book.world.authorities_of("MT", book.places)]
    assert member == sorted(member, key=["MT", "EU", "EEA"].index)
    assert "EU" in member
    assert book.world.authorities_of("AQ", book.places) == ()


def test_a_name_in_its_own_script_leads_to_its_row_and_an_abbreviation_to_all_that_bear_it() -> None:
    world = load().world
    assert [row.jurisdiction for row in world.named("금융위원회")] == ["KR"]
    assert [row.name_en for row in world.named("autorite des marches financiers") if row.name_en] == [
        "Financial Markets Authority"
    ]
    assert {"US", "PH", "TH"} <= {row.jurisdiction for row in world.named("SEC")}
    assert world.named("") == world.named("·") == ()


def test_a_host_leads_to_whose_it_is_and_a_look_alike_to_nobody() -> None:
    world = load().world
    assert [row.id for row in world.at_host("eservices.mas.gov.sg")] == ["sg-mas"]
    assert [row.id for row in world.at_host("MAS.gov.sg.")] == ["sg-mas"]
    assert world.at_host("notmas.gov.sg") == world.at_host("gov.sg") == ()
