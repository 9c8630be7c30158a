"""Readers of document forms: each turns raw bytes into one canonical text with exact structure.

A reader is a module with NAME, VERSION, LIBRARIES (whose versions a snapshot records), `sniff(given) -> bool`
and `read(given) -> CanonicalText`. It may import core and its neighbours here. To add one: a file here, a
line in READERS above those that would take its documents, and tests.
"""

READERS: dict[str, str] = {
    "pdf": "lexatlas.sources.readers.pdf",
    "docx": "lexatlas.sources.readers.docx",
    "lawjson": "lexatlas.sources.readers.lawjson",
    "justice-canada": "lexatlas.sources.readers.justice_canada",
    "akoma-ntoso": "lexatlas.sources.readers.akomantoso",
    "web-page": "lexatlas.sources.readers.web_page",
    "html": "lexatlas.sources.readers.html",
    "xml": "lexatlas.sources.readers.xml",
    "markdown": "lexatlas.sources.readers.markdown",
    "text": "lexatlas.sources.readers.text",
}
"""Name of a reader to its module, which is imported when it is asked: a child loads only what it needs."""
