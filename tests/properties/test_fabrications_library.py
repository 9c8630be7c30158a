"""Nothing false is verified about any document of the sample library, whatever its language and format."""

import pytest

from tests.properties.forgeries import ANY_LANGUAGE, EDITS, PARAPHRASES, PIECES
from tests.properties.read_laws import LIBRARY, forger, rows_of
from tests.properties.test_fabrications import verified_among

ROWS = [(row["path"], row["language"]) for row in rows_of(LIBRARY)]
WANTED = {"edits": 150, "pieces": 60, "paraphrases": 30}


@pytest.mark.slow
@pytest.mark.parametrize(("path", "language"), ROWS, ids=[path for path, _ in ROWS])
def test_nothing_false_about_a_sample_document_is_verified(path, language):
    made = forger(LIBRARY, path)
    if made is None:
        assert path.endswith("scan.pdf")
        return
    edits = EDITS if language in ("en", "fr") else ANY_LANGUAGE
    for group, kinds in (("edits", edits), ("pieces", PIECES), ("paraphrases", PARAPHRASES)):
        bad, counted = verified_among(made, kinds, WANTED[group])
        assert bad == []
        assert group == "paraphrases" or counted.total() > 0


def test_the_library_has_four_languages_and_two_scripts():
    assert {"ar", "en", "fr", "vi"} <= {language for _, language in ROWS}
