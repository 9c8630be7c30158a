"""A format is one file and one line: whatever stands in the registry is offered by the command line."""

import io

import pytest

from lexatlas.cli.plain.export import render
from lexatlas.exports import EXPORTERS, Exporter
from tests.exports.sample import PROVENANCE, STANDING, coded


def test_each_format_is_named_once():
    assert [(name, each.name, each.ending) for name, each in EXPORTERS.items()] == [
        ("html", "html", ".html"),
        ("md", "md", ".md"),
        ("json", "json", ".json"),
    ]


def test_a_new_format_needs_a_function_and_a_line(monkeypatch):
    class Bundle:
        document, provenance, standing = coded(), PROVENANCE, None

    def export(document, provenance, standing):
        return f"{document.status.name}, {provenance.run}, {standing.version}".encode()

    monkeypatch.setitem(EXPORTERS, "txt", Exporter("txt", "text/plain", ".txt", export))
    assert render(Bundle(), "txt") == b"Allowed-Regulated, r-2086, Latest"


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_format_does_without_provenance(name):
    assert io.BytesIO(EXPORTERS[name](coded(), None, STANDING)).read(1)
