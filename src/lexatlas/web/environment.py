"""Jinja2 as the pages use it: strict about names, with addresses and assets at hand."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from lexatlas.core.document import NOTICE
from lexatlas.core.workflow import may
from lexatlas.exports.html import FILTERS
from lexatlas.exports.view.words import MARKS
from lexatlas.web.listing import Column, as_options, query_with


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
            "marks": MARKS,
        }
    )
    # Templates of the exports are at hand too (`parts.html`), and so are their filters.
    made.filters.update({**FILTERS, "as_options": as_options})
    return made


def _url(name: str, **found: Any) -> str:
    return reverse(name, kwargs=found)
