"""A folder of a bundle that any program zipped is read as the folder; whatever a zip file can hide is refused."""

import io
import stat
import struct
import zipfile

import pytest

from lexatlas.bundle import Limits, inspect, write
from lexatlas.bundle.archive import ArchiveError
from lexatlas.bundle.repacked import repacked
from tests.bundle.sample import sample_bundle

LIMITS = Limits(files=50, file_bytes=3_000_000, total_bytes=4_000_000)


def zipped(files, how=zipfile.ZIP_DEFLATED, change=None):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as into:
        for name, data in files:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = how
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            if change:
                change(entry)
            into.writestr(entry, data)
    return made.getvalue()


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("root", ["", "eu/"])
def test_a_folder_zipped_by_another_program_has_the_seal_of_the_folder(tmp_path, how, root):
    folder = tmp_path / "eu"
    write(sample_bundle(), folder)
    files = [
        (f"{root}{path.relative_to(folder).as_posix()}", path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    left = [("__MACOSX/._x", b"m"), (f"{root}data/.DS_Store", b"d"), (f"{root}data/", b"")]
    file = tmp_path / "packed.zip"
    file.write_bytes(zipped([*left, *files], how))
    found, wanted = inspect(file, any_zip=True), inspect(folder)
    assert (found.seal, found.faults) == (wanted.seal, ())
    assert found.bundle == wanted.bundle
    assert inspect(file).bundle is None


def link(entry):
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16


def lying_about_its_size(data):
    """A zip file whose list says that its one entry is longer than it is."""
    at = data.rfind(b"PK\1\2")
    return data[: at + 24] + struct.pack("<I", 900) + data[at + 28 :]


def twice():
    """A zip file with two files of one name."""
    return zipped([("data/a", b"x"), ("data/b", b"y")]).replace(b"data/b", b"data/a")


BAD = {
    "a way out": zipped([("../out", b"x")]),
    "a way out in the middle": zipped([("data/../../out", b"x")]),
    "from the root": zipped([("/etc/out", b"x")]),
    "a drive": zipped([("C:/out", b"x")]),
    "strokes the other way": zipped([("data\\..\\out", b"x")]),
    "no plain letters": zipped([("data/ü", b"x")]),
    "a link": zipped([("data/page.html", b"/etc/passwd")], change=link),
    "twice": twice(),
    "many": zipped([(f"data/{number}", b"") for number in range(51)]),
    "a large one": zipped([("data/a", b"x" * 3_000_001)], zipfile.ZIP_STORED),
    "large ones": zipped([("data/a", b"x" * 2_100_000), ("data/b", b"x" * 2_100_000)], zipfile.ZIP_STORED),
    "one that swells": zipped([("data/a", b"0" * 2_900_000)]),
    "packed in another way": zipped([("data/a", b"x")], zipfile.ZIP_BZIP2),
    "cut": zipped([("data/a", b"x" * 1_000)])[:-30],
    "more behind it": zipped([("data/a", b"x")]) + b"more",
    "longer than it is": lying_about_its_size(zipped([("data/a", b"x")], zipfile.ZIP_STORED)),
    "a byte turned": zipped([("data/a", b"abc")], zipfile.ZIP_STORED).replace(b"abc", b"abd"),
    "a list without end": struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, 90_000_000, 0, 0),
    "words": b"PK and then words",
}


@pytest.mark.parametrize("name", BAD)
def test_what_a_zip_file_can_hide_is_refused_with_a_sentence(name):
    with pytest.raises(ArchiveError) as told:
        repacked(BAD[name], LIMITS)
    assert str(told.value).endswith(".")
