"""Each format writes the samples as it always did; a wanted change is written by `tests.exports.golden`."""

import pytest

from tests.exports.golden import FOLDER, golden_files

FILES = golden_files()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_format_writes_what_it_wrote(path):
    assert FILES[path].decode() == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over():
    assert {path for path in FOLDER.iterdir() if path.suffix in (".html", ".md", ".json")} == set(FILES)
