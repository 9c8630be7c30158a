"""Finds cue phrases by family in a text of any script, one compiled pattern per family."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

_AR_MARKS = "[\u064b-\u065f\u0670\u0640]*"
_AR_ALIKE = {"ا": "[اأإآ]", "أ": "[اأإآ]", "إ": "[اأإآ]", "آ": "[اأإآ]", "ى": "[ىي]", "ي": "[ىي]", "ة": "[ةه]",
             "ه": "[ةه]"}  # fmt: skip
_UNSPACED = ("zh", "ja", "th", "km", "lo", "my")


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue phrase found at `text[start:end]`; `cue` is the phrase as the family lists it."""

    family: str
    start: int
    end: int
    cue: str


def phrase_pattern(phrase: str, language: str = "") -> str:
    """Return a regular expression for a cue phrase.

    White space matches any white space; straight and curly apostrophes match each other; a trailing `*` of
    a word matches any ending, a `*` alone up to six words. Arabic vowel marks and look-alike letters are
    ignored. Unspaced scripts match as substrings, the others at word borders.
    """
    joined = ""
    for word in phrase.split():
        if word == "*":
            joined += r"(?:\s+[^\s.;]+){0,6}?"
        else:
            joined += (r"\s+" if joined else "") + _word(word, language)
    if language in _UNSPACED:
        return joined
    left = r"(?<!\w)" if re.match(r"\w", phrase) else ""
    right = r"(?!\w)" if re.search(r"\w$", phrase) else ""
    return f"{left}{joined}{right}"


def _word(word: str, language: str) -> str:
    ending = word.endswith("*")
    body = word[:-1] if ending else word
    if language == "ar":
        pattern = "".join(_AR_ALIKE.get(sign, re.escape(sign)) + _AR_MARKS for sign in body)
    else:
        pattern = re.escape(body).replace("'", "['’]").replace("\\-", "[-\u2010\u2011]")
    return pattern + (r"\w*" if ending else "")


@lru_cache(maxsize=512)
def phrases_regex(phrases: tuple[str, ...], language: str = "") -> re.Pattern[str]:
    """Compile one pattern for any of `phrases`, longest first; one that never matches when there are none."""
    if not phrases:
        return re.compile(r"(?!)")
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(
        "|".join(f"(?:{phrase_pattern(phrase, language)})" for phrase in ordered), re.IGNORECASE
    )


class CueMatcher:
    """Finds the cues of several families in a text; built once, used often, safe from any thread."""

    def __init__(self, families: Mapping[str, Iterable[str]], language: str = "") -> None:
        code = language.split("-")[0]
        self._ordered = {
            family: tuple(sorted(set(cues), key=lambda cue: (-len(cue), cue)))
            for family, cues in families.items()
        }
        self._patterns = {
            family: re.compile(
                "|".join(f"({phrase_pattern(cue, code)})" for cue in cues) if cues else "(?!)", re.IGNORECASE
            )
            for family, cues in self._ordered.items()
        }

    def find(self, text: str) -> list[CueHit]:
        """Return hits by place, then family; hits of one family do not overlap, the longest cue wins."""
        hits = [
            CueHit(family, match.start(), match.end(), self._ordered[family][(match.lastindex or 1) - 1])
            for family, pattern in self._patterns.items()
            for match in pattern.finditer(text)
        ]
        return sorted(hits, key=lambda hit: (hit.start, hit.end, hit.family))

    def families_in(self, text: str) -> set[str]:
        """Return the families with at least one cue in `text`."""
        return {family for family, pattern in self._patterns.items() if pattern.search(text)}
