"""What travels in a bundle follows the rights of each source."""

import pytest

from lexatlas.bundle import write
from lexatlas.core.excerpts import FILLER
from lexatlas.pipeline.enclose import enclose
from lexatlas.pipeline.verify import verify
from tests.bundle.sample import ACT
from tests.pipeline.sample_programs import FILES, PROGRAMS, proven


def render(document, provenance, standing):
    return b"<p>page</p>"


def enclosed(rights):
    whole = proven()
    sources = tuple(
        source.model_copy(update={"rights": right})
        for source, right in zip(whole.document.sources, rights, strict=True)
    )
    document = whole.document.model_copy(update={"sources": sources})
    return enclose(document, whole.provenance, whole.texts, whole.raw, FILES, render)


@pytest.mark.parametrize("rights", [("open", "open"), ("private", "open"), ("private", "private")])
def test_open_and_private_sources_are_whole(rights):
    bundle = enclosed(rights)
    assert (bundle.texts, bundle.raw, bundle.excerpts) == (proven().texts, proven().raw, {})
    assert bundle.page == b"<p>page</p>"


def test_of_a_source_that_may_be_quoted_the_units_travel(tmp_path):
    bundle = enclosed(("quote-only", "open"))
    key, raw = bundle.document.snapshots[0].text, bundle.document.snapshots[0].raw
    assert set(bundle.raw) == {bundle.document.snapshots[1].raw}
    assert raw not in bundle.raw
    cut = bundle.excerpts[key]
    # 200 characters after the last quote of this small law are all that is left of it.
    assert [(excerpt.start, excerpt.end) for excerpt in cut.excerpts] == [(0, len(ACT))]
    write(bundle, tmp_path / "b")
    found = verify(tmp_path / "b", PROGRAMS)
    assert found.derivation.answer == "matches the enclosed excerpt; full source not enclosed"


def test_a_long_source_is_cut():
    whole = proven()
    key = whole.document.snapshots[0].text
    source = whole.document.sources[0].model_copy(update={"rights": "quote-only"})
    document = whole.document.model_copy(update={"sources": (source, whole.document.sources[1])})
    text = whole.texts[key]
    longer = {**whole.texts, key: type(text)(text.text + "x" * 1000, text.segments, text.stated)}
    bundle = enclose(document, whole.provenance, longer, whole.raw, FILES, render)
    last = document.claims[1].quotes[0].parts[-1].end
    assert bundle.texts[key].text == longer[key].text[: last + 200] + FILLER * (len(ACT) + 1000 - last - 200)
