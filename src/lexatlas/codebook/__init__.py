"""The codebook room: what is asked, what each answer means, and where a place belongs.

Here lives data that a lawyer edits: one TOML file a topic under ``data/topics/``, the cue families
that topics share in ``data/cues.toml``, places in ``data/jurisdictions.toml``, tiers of sources in
``data/tiers.toml``, the fixed list of places without an answer in ``data/not_applicable.toml``, and what
changed when in ``data/changelog.toml``. It is read strictly, hashed, cited by every analysis and carried
in every bundle. The world's authorities and law databases (``data/authorities/``) are read only when
somebody asks for them: no analysis rests on them and no bundle carries them.

May import ``lexatlas.core`` only. Matching of cues against text lives in the language room.

To add a topic: one TOML file in ``data/topics/`` named by its id; ``lexatlas codebook lint`` says
what it lacks. To add a place: one row in ``data/jurisdictions.toml`` with the source that was opened.
To add an authority or a law database: one row in ``data/authorities/`` that names the document it was read in.
"""

from lexatlas.codebook.authorities import Authority, LawBook, World, WorldSource
from lexatlas.codebook.book import Codebook, from_files, load
from lexatlas.codebook.changes import Change
from lexatlas.codebook.jurisdictions import Membership, NotApplicable, Place, Places
from lexatlas.codebook.lint import lint
from lexatlas.codebook.show import show
from lexatlas.codebook.tiers import TextKind, Tier, TiersFile
from lexatlas.codebook.topic import (
    LANGUAGES,
    Example,
    FactQuestion,
    Family,
    Rule,
    ScaleCode,
    Signal,
    SubAnswer,
    Topic,
)
from lexatlas.core.document import SPECIAL_CODES

__all__ = [
    "LANGUAGES",
    "SPECIAL_CODES",
    "Authority",
    "Change",
    "Codebook",
    "Example",
    "FactQuestion",
    "Family",
    "LawBook",
    "Membership",
    "NotApplicable",
    "Place",
    "Places",
    "Rule",
    "ScaleCode",
    "Signal",
    "SubAnswer",
    "TextKind",
    "Tier",
    "TiersFile",
    "Topic",
    "World",
    "WorldSource",
    "from_files",
    "lint",
    "load",
    "show",
]
