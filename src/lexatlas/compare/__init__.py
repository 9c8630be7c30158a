"""The compare room: what differs between two analyses of one question, and why, computed from their data.

`align` says which claim became which, `evidence` what the texts behind two claims have in common, `causes`
names one of five causes for a difference, `versions` puts it together, `render` says it in words.

May import core, settings, codebook, language, retrieval and bundle; never sources, analysts or checks.
To add a cause: one rule in `causes.py` with an example in its tests, and its word in `causes.Cause`.
"""

from lexatlas.compare.causes import Because, Cause
from lexatlas.compare.evidence import Side
from lexatlas.compare.render import render_text
from lexatlas.compare.versions import Caution, ClaimRow, CodeChange, Comparison, compare

__all__ = [
    "Because",
    "Cause",
    "Caution",
    "ClaimRow",
    "CodeChange",
    "Comparison",
    "Side",
    "compare",
    "render_text",
]
