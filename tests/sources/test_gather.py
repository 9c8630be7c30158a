"""Files, folders, manifests and addresses as a list of documents; what cannot be taken is a gap."""

import json

import pytest

from lexatlas.codebook import load
from lexatlas.core.errors import InputError, Unavailable, Unreadable
from lexatlas.core.evidence import Gap
from lexatlas.sources.dossier import Reading, dossier, read_all, read_one, reading_from_json, reading_to_json
from lexatlas.sources.fetch import Fetched
from lexatlas.sources.gather import gather
from lexatlas.sources.pool import ReaderPool

LAW = "Token Act\n\nArticle 1 - Scope\nThis Act applies to tokens.\n\nArticle 2 - End\nIt ends.\n"
ROW = {
    "path": "docs/XA/act.txt", "title": "Token Act 2030", "publisher": "Parliament of Ostravia", "jurisdiction": "XA",
    "language": "en", "kind": "primary", "date": "2030-05-01", "rights": "open", "rights_ground": "public domain",
    "original_url": "https://laws.example/eli/act/20310102/eng",
}  # fmt: skip


def no_network(address):
    raise Unavailable(f"The address {address} could not be reached: no network here.")


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "docs" / "XA"
    folder.mkdir(parents=True)
    (folder / "act.txt").write_text(LAW)
    (folder / "b" / "c").mkdir(parents=True)
    (folder / "b" / "c" / "note.md").write_text("# Note\n\nWords.")
    (folder / ".hidden").write_text("no")
    (tmp_path / "manifest.jsonl").write_text(json.dumps(ROW) + "\n")
    return tmp_path


def test_a_folder_is_walked_in_order_and_rows_are_found_above_it(library):
    found = gather([str(library / "docs" / "XA")], fetch_page=no_network)
    assert [(item.id, item.path, item.row.get("title", "")) for item in found.items] == [
        ("act-txt", "act.txt", "Token Act 2030"),
        ("b-c-note-md", "b/c/note.md", ""),
    ]
    assert found.gaps == ()


def test_the_same_file_named_twice_is_taken_once(library):
    file = str(library / "docs" / "XA" / "act.txt")
    found = gather([file, str(library / "docs"), file], fetch_page=no_network)
    assert [item.name for item in found.items] == ["act.txt", "note.md"]


def test_a_manifest_can_be_given_itself(library):
    found = gather([str(library / "manifest.jsonl")], fetch_page=no_network)
    assert [item.path for item in found.items] == ["docs/XA/act.txt"]


def test_links_and_rows_that_lead_out_of_the_folder_are_gaps(library, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    folder = library / "docs" / "XA"
    (folder / "link.txt").symlink_to(secret)
    (folder / "up").symlink_to(tmp_path)
    (library / "manifest.jsonl").write_text(json.dumps({"path": "../../secret.txt"}) + "\nnot json\n")
    found = gather([str(folder)], fetch_page=no_network)
    assert [item.path for item in found.items] == ["act.txt", "b/c/note.md"]
    assert [(gap.what, gap.reason) for gap in found.gaps] == [
        ("up", "The folder is a link; links to folders are not followed."),
        ("../../secret.txt", "The manifest names a path outside its own folder; it was not opened."),
        ("manifest.jsonl", "Line 2 of the manifest is no JSON object; it was passed over."),
        ("link.txt", "The path leads out of the folder that was given; it was not opened."),
    ]


def test_a_file_that_the_manifest_lists_and_is_not_there_is_a_gap(library):
    (library / "manifest.jsonl").write_text(json.dumps({"path": "docs/XA/gone.txt"}))
    found = gather([str(library)], fetch_page=no_network)
    assert (
        Gap(what="docs/XA/gone.txt", reason="The manifest lists this file, and it is not there.")
        in found.gaps
    )


@pytest.mark.parametrize(
    ("given", "error"), [([], InputError), (["no/such/file"], Unreadable), (["x\0y"], Unreadable)]
)
def test_bad_use_is_refused_with_a_sentence(given, error):
    with pytest.raises(error, match=r"\.$"):
        gather(given, fetch_page=no_network)


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds no documents"):
        gather([str(tmp_path)], fetch_page=no_network)


def test_addresses_are_fetched_and_failures_are_gaps(tmp_path):
    def bring(address):
        if "bad" in address:
            raise Unavailable("It did not answer.")
        return Fetched(LAW.encode(), address + "/final", "text/plain", "utf-8")

    found = gather(["https://a.example/law", "https://bad.example"], fetch_page=bring)
    assert [(item.id, item.address) for item in found.items] == [
        ("a-example-law-final", "https://a.example/law/final")
    ]
    assert found.gaps == (Gap(what="https://bad.example", reason="It did not answer."),)


def test_a_dossier_describes_each_document(library):
    found = gather([str(library / "docs" / "XA")], fetch_page=no_network)
    with ReaderPool(size=1) as pool:
        readings = read_all(found.items, pool)
        assert read_one(found.items[0], pool) == readings[0]
    made = dossier(found, readings, load().tiers)
    act, note = made.sources
    assert (act.title, act.kind, act.tier, act.rights, act.date, act.date_basis) == (
        "Token Act 2030", "act", "T1", "open", "2030-05-01", "manifest",
    )  # fmt: skip
    assert (note.title, note.kind, note.tier, note.rights) == ("Note", "unknown", "T4", "private")
    snapshot = made.snapshots[act.snapshot]
    assert (snapshot.text_state, snapshot.text_as_of, snapshot.language) == (
        "consolidated-official",
        "2031-01-02",
        "en",
    )
    assert snapshot.length == len(made.texts[act.snapshot].text)
    assert made.gaps == ()


def test_readings_travel_through_json(library):
    found = gather([str(library / "docs" / "XA")], fetch_page=no_network)
    with ReaderPool(size=1) as pool:
        reading = read_one(found.items[0], pool)
    assert isinstance(reading, Reading)
    data = json.loads(json.dumps(reading_to_json(reading)))
    assert reading_from_json(data) == reading
    gap = Gap(what="a", reason="b.")
    assert reading_from_json(reading_to_json(gap)) == gap
    data["text"]["text"] += "x"
    with pytest.raises(Unreadable):
        reading_from_json(data)


def test_what_cannot_be_read_is_a_gap_of_the_dossier_and_no_source(library):
    (library / "docs" / "XA" / "scan.pdf").write_bytes(b"%PDF-1.4 x")
    found = gather([str(library / "docs" / "XA")], fetch_page=no_network)
    with ReaderPool(size=1) as pool:
        made = dossier(found, read_all(found.items, pool), load().tiers)
    assert [source.id for source in made.sources] == ["act-txt", "b-c-note-md"]
    assert [gap.what for gap in made.gaps] == ["scan.pdf"]


def test_a_file_that_is_not_the_one_listed_is_told(library):
    (library / "manifest.jsonl").write_text(json.dumps({**ROW, "sha256": "0" * 64}))
    found = gather([str(library / "docs" / "XA" / "act.txt")], fetch_page=no_network)
    with ReaderPool(size=1) as pool:
        made = dossier(found, read_all(found.items, pool), load().tiers)
    assert [gap.reason for gap in made.gaps] == [
        "The file is not the one that the manifest lists: its SHA-256 differs."
    ]
