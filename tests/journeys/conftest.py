"""Pages of the sample library and of the corpus, made once for all tests of a run."""

import pytest

from tests.journeys.real_pages import corpus_folder, corpus_questions, demo_questions, made


@pytest.fixture(scope="session", params=["demo", "corpus"])
def real_pages(request, tmp_path_factory):
    """Give the documents of every page, each with its page beside it."""
    shared = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):  # several processes test: they share one folder
        shared = shared.parent
    if request.param == "demo":
        return made(shared / "demo-pages", demo_questions())
    corpus = corpus_folder()
    if corpus is None:
        pytest.skip("The corpus (LEXATLAS_CORPUS) is not set.")
    return made(shared / "corpus-pages", corpus_questions(corpus))
