"""Jinja2 as the pages use it: strict about names, with addresses and assets at hand."""

import re
from functools import cache
from typing import Any
from urllib.parse import quote

from django.templatetags.static import static
from jinja2 import Environment, StrictUndefined

from lexatlas.core.document import NOTICE
from lexatlas.core.workflow import may
from lexatlas.exports.html import FILTERS
from lexatlas.exports.view.words import MARKS
from lexatlas.web.listing import Column, as_options, drawn_options, query_with


def environment(**options: Any) -> Environment:
    """Return the environment; a name that a view did not give is a fault and not a blank."""
    made = Environment(
        **{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    )
    made.globals.update(
        {
            "static": static,
            "url": _url,
            "notice": NOTICE,
            "may": may,
            "column": Column,
            "query_with": query_with,
            "drawn_options": drawn_options,
            "marks": MARKS,
        }
    )
    # Templates of the exports are at hand too (`parts.html`), and so are their filters.
    made.filters.update({**FILTERS, "as_options": as_options})
    return made


def _url(name: str, **found: Any) -> str:
    """Return the address of a page; raises `KeyError` for a page or a part of its address that there is not."""
    return _shape(name).format(**{key: quote(str(value), safe="") for key, value in found.items()})


@cache
def _shape(name: str) -> str:
    """Return an address with its parts to be filled in: a list of a hundred rows asks for two hundred addresses."""
    # The table of pages imports the views, and they what draws them.
    from lexatlas.web.urls import PAGES  # noqa: PLC0415 - as said above

    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", {page.name: page.path for page in PAGES}[name])
