"""Looks at an English sentence made from a gloss as a whole: same forces, same negations, and English at all."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.core.templates import READER_LANGUAGE
from lexatlas.language.conditions import modal_hits
from lexatlas.language.cues import CueHit, phrases_regex, table_matcher
from lexatlas.language.gloss import Piece
from lexatlas.language.lexicon import lexicon

_NO_SUBJECT = re.compile(
    r"\b(?:no|nobody|no one|none|neither)\b[^.;:,]*?\b(?P<modal>may|shall|must)\b", re.IGNORECASE
)
_BARRED = re.compile(
    r"\b(?:(?:is|are|be) )?(?:also )?(?:not permitted|prohibited|forbidden)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[;:.；：。]\s?")
_PREFIXED = re.compile(
    r"\b(?:un(?:less|licen[cs]ed|law\w+|auth\w+|registered|approved|incorporated)|illegal\w*|non-\w+|fails?"
    r"|failure|lacks?|cannot|exclud\w+|except|refus\w+|n[eo]ver)\b",
    re.IGNORECASE,
)
"""English that holds a negation which another language may write apart ("غير", "非"); it may stand without one."""
_VERBS = r"may|must|shall|cannot|need not"
_HOW = r"to|of|by|for|from|with|without|upon|in any|on|direct|indirect|illegal|the|a|an|any"
_COUNT = r"years|months|days|weeks|hours"
_ONE = r"the|a|an|this|these|any|every|each|its|their|such"
_NOT = re.compile(r"(?:(\w+) )?\bnot\b(?: (\w+))?", re.IGNORECASE)
_BEFORE = ("is", "are", "be", "was", "were", "do", "does", "did", "may", "must", "shall", "need", "has", "have",
           "can", "or", "if", "whether", "will", "but")  # fmt: skip
_AFTER = ("to", "exceeding", "more", "less", "lower", "higher", "later", "only", "yet", "fewer", "including")
_FINITE = re.compile(
    rf"\b(?:(?:{_VERBS})(?: \w+){{0,2}}|(?:do|does|did)(?: not)? \w+|is|are|was|were|has|have|means|includes"
    r"|applies|apply)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:takes?|enters?|comes?|ceases?|belongs?|ends?|begins?) \w", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(
    r"[,;:.]|\b(?:that|which|who|what|where|if|when|unless|and|or|except|as|before|after|once|while)\b",
    re.IGNORECASE,
)
_FORCEFUL = re.compile(rf"\b(?:{_VERBS})\b", re.IGNORECASE)


@cache
def _wrong() -> re.Pattern[str]:
    """What is no English sentence, or one of another sense, whatever the rows behind it."""
    return re.compile(
        "|".join(
            (
                r"^(?:on|for) the\b", r"^(?:on|for) (?:every|each|any|a)\b", r"^(?:did|will|is|are|not|nor)\b",
                r"^there (?:is|are|apply|applies|shall)\b", r"\bno to\b", r"\b(?:may|must|shall|to|ensure) do not\b",
                r"\bdo not (?:are|is|be)\b", r"\bdoes not (?:are|is)\b", r"\bthats\b", r"\b\w*thising\b",
                r"^(?:fail|hold|lack|do not|meet|satisfy|non-)\b", r"\bnon- ",
                r"\b(?:fail to \w+|lack|hold) (?:institutions|entities|persons|individuals|companies) of\b",
                rf"\b(?:than|of|within|for|is|are|at least|most) (?:{_COUNT})\b", r"\bmust without\b",
                r"\bwithout (?:choice|the need)\b", rf"\b(?:{_ONE}) (?:{_ONE})\b(?! following)",
                r"\bexempt from this\b", r"\bexempt (?:from )?(?:of|tax)?$", r"\b(?:un\w+|permitted) to it\b",
                rf"(?:^|[,;:] )(?:{_VERBS}|is|are|has|does)\b", rf"\b(?:{_VERBS}|not) (?:{_HOW})\b(?! to be\b)",
                rf"\bexcept that (?:{_VERBS})\b", r"\bwith (?:of|to|by)\b", r"\bof (?:to|for)\b", r"\bto (?:to|for)\b",
                r"\b(\w+) \1\b", r"\bone of$", r"\b(?:to|of|from|with|for|by|the|and|or)$", r"\bthey trade\b",
                r"\bamount (?:less|more|exceeding|not|at)\b", r"\b(?:is|are) \w+ed No\b", r"\bIf (?:is|are|was)\b",
                r"\bincludes? to\b", r"\b\w+[^su\W]s (?:does|has|is)\b", r"\b\w+[^su\W]s that \w+[^su\W]s\b",
                rf"(?<!of )(?<!for )(?<!is )(?<!are )(?<!be )(?<!period )not more than [\d,]+ (?:{_COUNT})",
                rf"(?:{_COUNT}|year|month|day),? not (?:more|less)\b", r"\b(?:keep|undertake|maintain|retain)s? with\b",
                r"\b(?:year|month|day) of\b(?! the year)", r"^article \d", r"^repealed\b",
                r"^fines? (?:not|at|of|more)\b", r"\bonly to\b",
                r"^this \w+ (?:only )?(?:apply|have|do)\b", rf"^without [^,]*\b(?:{_VERBS})\b",
                r"\bprohibited to (?:the|a|any)\b",
            )
        ),
        re.IGNORECASE,
    )  # fmt: skip


def keeps_sense(text: str, language: str, english: str, pieces: Sequence[Piece]) -> bool:
    """Return whether `english` may stand for `text`: forces and negations agree, and it reads as English.

    `pieces` are those of the text: two negating words in one ("ne … pas") are one negation.
    It is no proof. What it turns away is told word for word instead, so that doubt costs little.
    """
    return (
        (
            _SAID.search(english) is not None
            or _FINITE.search(english) is not None
            or any(piece.kind == "acts" for piece in pieces)
        )
        and not _wrong().search(english)
        and _nots_stand_well(english)
        and not _two_verbs(english)
        and _same_force(text, language, english)
        and _same_negations(text, language, english, [piece.span for piece in pieces])
    )


def _same_force(text: str, language: str, english: str) -> bool:
    theirs, ours = _forces(text, language), _forces(english, READER_LANGUAGE)
    if re.search(r"\bmay\b[^.;:,]*\bnot\b", english, re.IGNORECASE) and "prohibited" not in theirs:
        return False
    return theirs == ours


def _forces(text: str, language: str) -> Counter[str]:
    """Return the forces of a text; "no person may" and "it is not permitted" forbid, "shall be punished" is none."""
    code = language.split("-")[0]
    told = [
        hit
        for hit in table_matcher(code, "modals").find(text)
        if hit.family in ("states", "defines", "sanction")
    ]
    kept = [hit for hit in modal_hits(text, code) if not _within(hit.start, hit.end, told)]
    if code != READER_LANGUAGE:
        return Counter(hit.family for hit in kept)
    barred = [match.span() for match in _BARRED.finditer(text)]
    nobody = [match.start("modal") for match in _NO_SUBJECT.finditer(text)]
    forces = Counter(
        "prohibited" if hit.start in nobody else hit.family
        for hit in kept
        if not any(hit.start < end and start < hit.end for start, end in barred)
    )
    forces["prohibited"] += len(barred)
    return +forces


def _within(start: int, end: int, hits: list[CueHit]) -> bool:
    return any(hit.start <= start and end <= hit.end and hit.end - hit.start > end - start for hit in hits)


def _same_negations(text: str, language: str, english: str, spans: Sequence[Span]) -> bool:
    """Return whether both sides negate as often, apart from the forces, and no clause of the text does it twice."""
    found = _negations(text, language)
    pieces = {next((span for span in spans if span.start <= at < span.end), Span(at, at)) for at in found}
    stops = [match.start() for match in _CLAUSE.finditer(text)]
    clauses = [sum(stop < span.start for stop in stops) for span in pieces]
    if len(set(clauses)) < len(clauses):
        return False
    least = len(_negations(english, READER_LANGUAGE))
    return least <= len(pieces) <= least + len(_PREFIXED.findall(english))


def _negations(text: str, language: str) -> list[int]:
    """Return where negating words begin outside modals and comparators ("not more than" is a limit)."""
    code = language.split("-")[0]
    modals = table_matcher(code, "modals").find(text)
    nobody = [hit for hit in modals if hit.family == "negative_subject"]
    hits = [*modal_hits(text, code), *table_matcher(code, "comparators").find(text), *nobody]
    taken = [(hit.start, hit.end) for hit in hits]
    if code == READER_LANGUAGE:
        taken += [match.span() for found in (_BARRED, _NO_SUBJECT) for match in found.finditer(text)]
    words = phrases_regex(lexicon(code).words("negations"), code)
    return [
        match.start()
        for match in words.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]


def _nots_stand_well(english: str) -> bool:
    """Return whether each "not" stands behind a verb that it may turn, or before "to", "more" and the like."""
    return all(
        (before or "").casefold() in _BEFORE or (after or "").casefold() in _AFTER
        for before, after in _NOT.findall(english)
    )


def _two_verbs(english: str) -> bool:
    """Return whether a clause has two finite verbs, or two modals, and no word that would part them.

    After "that" or "who" the verb of the noun before may follow the one of its clause.
    """
    parts = _OTHER_CLAUSE.split(english)
    parting = ["", *_OTHER_CLAUSE.findall(english)]
    verbs = any(
        len(_FINITE.findall(part)) > 1 + (word.casefold() in ("that", "who", "which"))
        for word, part in zip(parting, parts, strict=True)
    )
    return verbs or any(len(_FORCEFUL.findall(part)) > 1 for part in re.split(r"[,;:.]", english))
