"""What is wrong with the rows of a gloss: a force or negation that the lexicons of both sides do not agree on."""

import re
from collections.abc import Iterator

from lexatlas.core.templates import READER_LANGUAGE
from lexatlas.language.conditions import FORCES
from lexatlas.language.cues import CueMatcher, phrases_regex
from lexatlas.language.gloss_rows import NOMINAL, UNNAMED, Row, Rows, key_of, rows_of
from lexatlas.language.lexicon import lexicon

_TABLES = {
    "modal": [("modals", force) for force in FORCES],
    "negation": [("negations", "words")],
    "condition": [("conditions", "condition")],
    "exception": [("conditions", "exception")],
}
_NO = re.compile(
    r"\b(?:not|no|non|never|neither|nor|none|nobody|nothing|without|cannot|un\w{3,}|dis\w{3,}|prohibit\w*"
    r"|in(?:complete|accurate|sufficient|valid|eligible|dependent|capable|effective|correct|direct)\w*"
    r"|irr\w+|ill?egal\w*|except\w*|unless|exclud\w+|other than|forb\w+|ban|banned|exempt\w*|free|lack\w*"
    r"|fail\w*|refus\w+|less|below|at most|up to|until)\b",
    re.IGNORECASE,
)
"""English words that may stand for a negation of another language."""
_OPEN = "any"
_ALSO = {
    "permitted": ("it is permitted", "have the right to", "has the right to", "it is the right of", "may"),
    "prohibited": ("it is not permitted", "is not permitted", "it is prohibited", "no * may"),
}
"""English of other languages' modals, which English laws have no use for."""
_OUT = re.compile(
    r"\b(?:except|unless|exclud\w+|excepting|other than|exception|save|does not|do not|not includ\w+"
    r"|notwithstanding|despite|without|apart from|derogation)\b",
    re.IGNORECASE,
)


def problems(language: str) -> list[str]:
    """Return a sentence for each fault of the gloss of `language`; none when it is sound or there is no gloss."""
    rows = rows_of(language)
    if not rows.rows:
        return []
    found = [f"“{phrase}” stands twice once folded: keep one row." for phrase in rows.twice]
    for row in rows.rows.values():
        found += _row(row, rows)
    return [*found, *_missing(rows)]


def _row(row: Row, rows: Rows) -> Iterator[str]:
    if row.kind == UNNAMED:
        return
    if any(sign.isdigit() for sign in row.phrase + row.english):
        yield f"“{row.phrase}” holds a digit: numbers are read, never listed."
    if row.english != row.english.strip() or "  " in row.english:
        yield f"“{row.phrase}” has blanks around or in its English: take them out."
    ours, theirs = _forces(row.english, READER_LANGUAGE, ()), _forces(row.phrase, rows.language, _free(rows))
    if theirs == {_OPEN}:
        # What a cue of several senses means here, the longer phrase decides.
        return
    theirs -= {_OPEN}
    if theirs - ours or (row.kind == "modals" and ours != theirs):
        yield (
            f"“{row.phrase}” ({row.kind}) is {_named(theirs)}, its English “{row.english}” {_named(ours)}: "
            "give English of the same force, or list the phrase under `apart`."
        )
    elif ours - theirs:
        yield f"“{row.english}” adds {_named(ours)} to “{row.phrase}”: use other English, or the table of modals."
    if _negated(row.phrase, rows) and not _NO.search(row.english):
        yield f"“{row.phrase}” negates and “{row.english}” does not: say so, or list the phrase under `apart`."
    if (
        _holds(row.phrase, rows, "exception")
        and not _OUT.search(row.english)
        and not _forces(row.phrase, rows.language, ())
    ):
        yield f"“{row.phrase}” excepts and “{row.english}” does not: use unless, except or excluding."


def _free(rows: Rows) -> tuple[str, ...]:
    return (*rows.apart, *rows.unsure)


def _named(forces: frozenset[str]) -> str:
    return " and ".join(sorted(forces)) or "of no force"


def _forces(words: str, language: str, free: tuple[str, ...]) -> frozenset[str]:
    """Return the forces of the modals in `words`, a longer cue before those in it; `free` cues are left out."""
    if any(key_of(words, language) == key_of(one, language) for one in free):
        return frozenset()
    spared = {cue.casefold() for cue in free}
    families = lexicon(language).families("modals")
    if language == READER_LANGUAGE:
        families |= {force: (*families[force], *cues) for force, cues in _ALSO.items()}
    hits = [
        hit
        for hit in CueMatcher(families, language).find(words)
        if hit.family in (*FORCES, "idioms", "states", "defines", "sanction")
    ]
    kept: list[tuple[int, int, str]] = []
    ranks = (*FORCES, "idioms", "states", "defines", "sanction")
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, ranks.index(hit.family))):
        if not kept or hit.start >= kept[-1][1]:
            kept.append((hit.start, hit.end, _OPEN if hit.cue.casefold() in spared else hit.family))
    return frozenset(name for _, _, name in kept if name in (*FORCES, _OPEN))


def _holds(words: str, rows: Rows, kind: str) -> bool:
    if any(key_of(words, rows.language) == key_of(one, rows.language) for one in rows.apart):
        return False
    cues = tuple(
        cue
        for table, family in _TABLES[kind]
        for cue in lexicon(rows.language).words(table, family)
        if cue not in rows.unsure
    )
    return phrases_regex(cues, rows.language).search(words) is not None


def _negated(words: str, rows: Rows) -> bool:
    return _holds(words, rows, "negation")


def _not_nominal(rows: Rows) -> Iterator[str]:
    """Yield a sentence for each row that says more than a noun, in a gloss that names terms alone."""
    for row in rows.rows.values():
        if row.kind not in (*NOMINAL, UNNAMED) or (not row.english and row.kind != UNNAMED):
            yield f"“{row.phrase}” ({row.kind}) is no noun: a gloss that tells terms alone lists nouns alone."


def _missing(rows: Rows) -> Iterator[str]:
    """Yield a sentence for each cue of the lexicon that neither a row nor `unsure` names.

    A gloss of terms alone has none: no term stands beside a negation or exception, and no modal is told.
    """
    if rows.tells == ("terms",):
        yield from _not_nominal(rows)
        return
    known = set(rows.rows)
    spared = {key_of(cue, rows.language) for cue in (*rows.unsure, *rows.apart)}
    for kind, tables in _TABLES.items():
        for table, family in tables:
            for cue in lexicon(rows.language).words(table, family):
                if "*" not in cue and key_of(cue, rows.language) not in known | spared:
                    yield f"The cue “{cue}” ({kind}, {family}) has no row: add one, or list it under `unsure`."
