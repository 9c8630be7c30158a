"""A bundle written and read again is the same bundle, in either form, and says so in the same bytes."""

import hashlib
import subprocess
import zipfile

import pytest

from lexatlas.bundle import inspect, is_bundle, read, seal_of, to_payload, write
from lexatlas.core.errors import InputError, Unreadable
from tests.bundle.sample import excerpted, sample_bundle

FORMS = ["eu", "eu.zip"]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(
    "make", [sample_bundle, lambda: excerpted(sample_bundle())], ids=["whole", "excerpts"]
)
def test_what_is_written_is_read(tmp_path, name, make):
    bundle = make()
    seal = write(bundle, tmp_path / name)
    assert read(tmp_path / name) == bundle
    assert inspect(tmp_path / name).seal == seal == seal_of(to_payload(bundle))
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_the_same_bundle_gives_the_same_bytes(tmp_path):
    write(sample_bundle(), tmp_path / "a.zip")
    write(sample_bundle(), tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_folder_and_zip_have_one_seal(tmp_path):
    assert write(sample_bundle(), tmp_path / "a") == write(sample_bundle(), tmp_path / "a.zip")


def test_the_seal_can_be_computed_with_common_tools(tmp_path):
    seal = write(sample_bundle(), tmp_path / "a")
    listing = (tmp_path / "a" / "manifest-sha256.txt").read_bytes()
    assert hashlib.sha256(listing).hexdigest() == seal
    check = ["sha256sum", "--quiet", "-c", "manifest-sha256.txt", "tagmanifest-sha256.txt"]
    subprocess.run(check, cwd=tmp_path / "a", check=True)


def test_other_programs_open_the_zip(tmp_path):
    write(sample_bundle(), tmp_path / "a.zip")
    write(sample_bundle(), tmp_path / "a")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    folder = tmp_path / "a"
    assert files == {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_no_clock_of_ours_gets_into_the_files_beside_the_payload(tmp_path):
    write(sample_bundle(), tmp_path / "a")
    assert (
        tmp_path / "a" / "bagit.txt"
    ).read_text() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    size = sum(len(data) for data in to_payload(sample_bundle()).values())
    count = len(to_payload(sample_bundle()))
    assert (
        tmp_path / "a" / "bag-info.txt"
    ).read_text() == f"Bag-Software-Agent: Lexatlas\nPayload-Oxum: {size}.{count}\n"


@pytest.mark.parametrize("name", FORMS)
def test_writing_again_replaces_a_bundle(tmp_path, name):
    write(sample_bundle(), tmp_path / name)
    other = excerpted(sample_bundle())
    write(other, tmp_path / name)
    assert read(tmp_path / name) == other
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_writing_into_an_empty_folder_fills_it(tmp_path):
    (tmp_path / "a").mkdir()
    write(sample_bundle(), tmp_path / "a")
    assert is_bundle(tmp_path / "a")


@pytest.mark.parametrize("name", FORMS)
def test_anything_else_is_left_as_it_is(tmp_path, name):
    if name.endswith(".zip"):
        (tmp_path / name).write_bytes(b"my photographs")
    else:
        (tmp_path / name).mkdir()
        (tmp_path / name / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(InputError, match="is not a bundle; it is left as it is"):
        write(sample_bundle(), tmp_path / name)
    kept = tmp_path / name
    content = kept.read_bytes() if kept.is_file() else (kept / "thesis.txt").read_bytes()
    assert content in (b"my photographs", b"years of work")


def test_a_zip_file_of_something_else_is_left_as_it_is(tmp_path):
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("photo.jpg", b"summer")
    before = (tmp_path / "photos.zip").read_bytes()
    assert not is_bundle(tmp_path / "photos.zip")
    with pytest.raises(InputError, match="is not a bundle"):
        write(sample_bundle(), tmp_path / "photos.zip")
    assert (tmp_path / "photos.zip").read_bytes() == before


def test_a_link_in_the_place_of_a_bundle_is_not_followed(tmp_path):
    write(sample_bundle(), tmp_path / "real")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(InputError):
        write(sample_bundle(), tmp_path / "link")


@pytest.mark.parametrize("name", ["nothing", "nothing.zip", "bad\0name"])
def test_nothing_there_is_a_sentence(tmp_path, name):
    with pytest.raises(Unreadable):
        inspect(tmp_path / name)


def test_what_is_plainly_no_bundle_is_a_sentence(tmp_path):
    (tmp_path / "notes.txt").write_text("hello", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    for name in ("notes.txt", "folder"):
        with pytest.raises(Unreadable, match="is not a bundle"):
            inspect(tmp_path / name)
