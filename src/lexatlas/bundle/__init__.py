"""The bundle room: one analysis with all that it rests on, as a folder or one zip file, sealed.

The form is BagIt with SHA-256 and a closed list of file names; `layout.py` says what may stand where.
Reading treats a bundle as hostile: limits come before contents, and nothing is believed that can be computed.

It may import `lexatlas.core` only. To add a kind of file: one row in `layout.py` and one field of `Bundle`.
"""

from lexatlas.bundle.content import Bundle
from lexatlas.bundle.inspect import Inspection, inspect
from lexatlas.bundle.limits import Limits
from lexatlas.bundle.ours import JOURNAL, UNFINISHED, is_ours
from lexatlas.bundle.payload import to_payload
from lexatlas.bundle.seal import seal_of
from lexatlas.bundle.store import is_bundle, read, write, write_payload
from lexatlas.core.excerpts import Excerpt, Excerpts, cut_excerpts

__all__ = [
    "JOURNAL",
    "UNFINISHED",
    "Bundle",
    "Excerpt",
    "Excerpts",
    "Inspection",
    "Limits",
    "cut_excerpts",
    "inspect",
    "is_bundle",
    "is_ours",
    "read",
    "seal_of",
    "to_payload",
    "write",
    "write_payload",
]
