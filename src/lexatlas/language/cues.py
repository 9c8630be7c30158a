"""Finds cue phrases by family in a text of any script, in one pass over its words."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from lexatlas.language.alternatives import alternatives, folded
from lexatlas.language.lexicon import lexicon
from lexatlas.language.seeking import Stretch, bare

_AR_SHORT = 3
_AR_MARKS = "[\u064b-\u065f\u0670\u0640]*"
_AR_ALIKE = {
    "ا": "[اأإآ]", "أ": "[اأآ]", "إ": "[اإ]", "آ": "[اأآ]",
    "ى": "[ىي]", "ي": "[ىي]", "ة": "[ةه]", "ه": "[ةه]",
}  # fmt: skip
_PLAIN = {"à": "a", "è": "e", "é": "e", "ì": "i", "ò": "o", "ù": "u"}
_ACCENTED = re.compile("[àèéìòù]$")
_WORD = re.compile(r"\w+")
_WITH_GAP = re.compile(r"\w+\W*")
UNSPACED = ("zh", "ja", "th", "km", "lo", "my")
"""Languages that write their words without blanks between them."""
_ATTACHED = ("ko",)
"""Languages that write particles and endings onto a word, so that a phrase is only its beginning."""
RUN_TOGETHER = (*UNSPACED, *_ATTACHED)
"""Languages that write a number and what it counts without a blank between them."""
_THAI = ("(?<![\u0e40-\u0e44])", "(?![\u0e30-\u0e3a\u0e45\u0e47-\u0e4e])")
_GUARD = "!"
_KATAKANA = "\u30a1-\u30fa\u30fc"


class CueHit(NamedTuple):
    """A cue phrase found at `text[start:end]`; `cue` is the phrase as the family lists it."""

    family: str
    start: int
    end: int
    cue: str


def phrase_pattern(phrase: str, language: str = "") -> str:
    """Return a regular expression for a cue phrase.

    White space matches any white space; straight and curly apostrophes match each other; a trailing `*` of
    a word matches any ending, a leading one any beginning, a `*` alone up to six words and a `~` up to twenty-four
    without a comma or stop (`darf ~ nicht`). Arabic vowel marks and look-alike letters are
    ignored, and "and", "so", "by", "as", "for" and the article may be attached; a hamza above is not one below,
    which tells "not to" from "except". The others match at word borders, but for:

    Unspaced scripts (zh, ja, th) match as substrings, their `*` up to sixteen signs without a stop. A Thai
    phrase neither begins behind a vowel nor ends before one that belongs to the next letter; a Japanese one
    that begins in katakana begins no later than its katakana word (`*コイン` finds it inside one, too).

    A Korean phrase matches where a word begins, and any particle or ending may follow: `가상자산` finds
    "가상자산은" and "가상자산사업자가". Its inner words may carry one particle each, and blanks between
    its words may be missing: `가상자산 거래` finds "가상자산의 거래를" and "가상자산거래업자". A last word of
    one syllable takes particles only (`돈` finds "돈을", not "돈가스"). A leading `*` (`*하여야 한다`) begins
    inside a word, too. A phrase begins in its bare form: `발행하` finds 발행하는, 발행하여, 발행하려는.
    """
    if language in _ATTACHED:
        return _attached(phrase, language)
    if language in UNSPACED:
        return _unspaced(phrase, language)
    joined = ""
    for word in phrase.split():
        if word == "*":
            joined += r"(?:\s+[^\s.;]+){0,6}?"
        elif word == "~":
            joined += r"(?:\s+(?:[^\s;:]*[^\s.,;:]|[^\W\d_]{1,6}\.(?=\s\d))){0,24}?"
        else:
            joined += (r"\s+" if joined else "") + _word(word, language)
    left = r"(?<!\w)" if re.match(r"\w", phrase) else ""
    right = r"(?!\w)" if re.search(r"\w$", phrase) else ""
    if language == "ar":
        # A short word with other letters before or after it is another word, unless a second word follows.
        long = len(phrase.split()[0]) > _AR_SHORT or " " in phrase
        left += r"(?:[وف]?[بكل]?(?:ال|ل)?(?=\w))?" if long else r"(?:[وف](?=\w))?"
        right = (r"(?:ا\u064b?|\u064bا?)?" if len(phrase.split()[-1]) > _AR_SHORT else "") + right
    return f"{left}{joined}{right}"


def _unspaced(phrase: str, language: str) -> str:
    inside = phrase.startswith("*")
    sides = phrase.removeprefix("*").split(" * ")
    joined = r"[^\s，。；：]{0,16}?".join(
        r"\s*".join(_word(word, language) for word in side.split()) for side in sides
    )
    if language == "ja" and not inside and re.match(f"[{_KATAKANA}]", phrase):
        return f"(?<![{_KATAKANA}]){joined}"
    return joined.join(_THAI) if language == "th" else joined


def _attached(phrase: str, language: str) -> str:
    """Return the pattern of a phrase whose words carry particles, which a table of the lexicon lists."""
    listed = sorted(lexicon(language).words("attached", "particles"), key=lambda word: (-len(word), word))
    particle = f"(?:{'|'.join(listed)})" if listed else "(?!)"
    words = phrase.removeprefix("*").split()
    joined = _word(words[0], language)
    for before, word in pairwise(words):
        if word == "*":
            joined += r"(?:\w*(?:\s+[^\s.;]+){0,6}?)?\s+"
        elif before == "*":
            joined += _word(word, language)
        else:
            joined += rf"(?:{particle}?\s+|(?<=\w)(?=\w))" + _word(word, language)
    left = "" if phrase.startswith("*") or not re.match(r"\w", phrase) else r"(?<![^\W\d_])"
    short = len(words[-1]) == 1 and re.match(r"[\uac00-\ud7a3]", words[-1])
    return left + joined + (rf"(?={particle}{{0,2}}(?!\w))" if short else "")


def _word(word: str, language: str) -> str:
    ending = word.endswith("*")
    inside = word.startswith("*") and len(word) > 1
    body = word[inside : len(word) - ending]
    if language == "ar":
        bare = re.sub(_AR_MARKS, "", body)
        pattern = "".join(_AR_ALIKE.get(sign, re.escape(sign)) + _AR_MARKS for sign in bare)
    else:
        pattern = re.escape(body).replace("'", "['’]").replace("\\-", "[-\u2010\u2011]")
        pattern = pattern.replace("ß", "(?:ß|ss)")
        if language == "it" and not ending:
            # The gazette has no accents: "e' vietato", "puo'".
            pattern = _ACCENTED.sub(lambda sign: f"(?:{sign[0]}|{_PLAIN[sign[0]]}['’])", pattern)
        if language == "ru":
            pattern = pattern.replace("ё", "е").replace("е", "[её]")
    return (r"\w*" if inside else "") + pattern + (r"\w*" if ending else "")


@cache
def any_phrase(phrases: tuple[str, ...], language: str = "", *, ignore_case: bool = False) -> str:
    """Return a pattern for any of `phrases`, longest first; one that never matches when there are none.

    With `ignore_case` it belongs into a pattern that ignores case, and is quicker there.
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    patterns = [phrase_pattern(phrase, language) for phrase in ordered]
    return alternatives(patterns, ignore_case=ignore_case) if patterns else "(?!)"


@lru_cache(maxsize=512)
def phrases_regex(phrases: tuple[str, ...], language: str = "") -> re.Pattern[str]:
    """Compile the pattern of `any_phrase`, in any case.

    For short stretches; a whole text is searched with a `CueMatcher`.
    """
    return re.compile(any_phrase(phrases, language, ignore_case=True), re.IGNORECASE)


@cache
def _compiled(phrase: str, language: str) -> re.Pattern[str]:
    return re.compile(phrase_pattern(phrase, language), re.IGNORECASE)


_Cue = tuple[str, str]
_ONE_WORD = re.compile(r"\w+\*?")


class _Head(NamedTuple):
    """What may begin with a word: cues that are this word alone, and longer ones, each with how its next word begins.

    `onward` holds these beginnings, of which one must come next for a longer cue to be there; `length` is that of
    the word.
    """

    alone: tuple[_Cue, ...]
    longer: tuple[tuple[_Cue, str], ...]
    onward: tuple[str, ...]
    length: int


class _Known(dict[str, _Head | None]):
    """What may begin with a word and the gap behind it, worked out when such a piece of text is first met."""

    def __init__(self, beginning: Callable[[str], _Head | None]) -> None:
        self._beginning = cache(beginning)

    def __missing__(self, piece: str) -> _Head | None:
        self[piece] = self._beginning(_WORD.findall(piece)[0])
        return self[piece]


@lru_cache(maxsize=8)
def _pieces(text: str) -> tuple[int, list[str]]:
    """Return where the first word of `text` begins, and each word with the gap behind it.

    The words of one text are looked up in table after table.
    """
    first = _WORD.search(text)
    return (first.start(), _WITH_GAP.findall(text)) if first else (0, [])


class CueMatcher:
    """Finds the cues of several families in a text; built once, used often, safe from any thread.

    Each word of the text is looked up by itself and by its first letters; only where a phrase may begin is
    its pattern tried, so that the time hardly grows with the number of cues.
    """

    def __init__(self, families: Mapping[str, Iterable[str]], language: str = "") -> None:
        """Take phrases by family; one that begins with `!` is a guard: no cue of its family is met inside it.

        "!中央銀行" keeps the family of banks from the central bank.
        """
        self._language = language.split("-")[0]
        self._whole: dict[str, tuple[_Cue, ...]] = {}
        self._begun: dict[str, tuple[_Cue, ...]] = {}
        self._sought: list[_Cue] = []
        self._needed: list[str] = []
        for family, cues in families.items():
            for cue in sorted(set(cues)):
                guard = cue.startswith(_GUARD)
                self._enter(_GUARD + family if guard else family, cue.removeprefix(_GUARD))
        self._guarded = any(family.startswith(_GUARD) for family, _ in self._cues())
        self._known = _Known(self._beginning)
        self._lengths = sorted({len(key) for key in self._begun})

    def _cues(self) -> list[_Cue]:
        tables = (*self._whole.values(), *self._begun.values(), self._sought)
        return [cue for table in tables for cue in table]

    def _enter(self, family: str, cue: str) -> None:
        head = _WORD.match(cue)
        # Scripts without spaces, and Arabic with its attached letters, are sought by pattern.
        accented = self._language == "it" and head is not None and _ACCENTED.search(head.group())
        if head is None or accented or self._language == "ar" or self._language in UNSPACED:
            self._sought.append((family, cue))
            words = [_ACCENTED.sub("", word) for word in re.findall(r"\w+", bare(folded(cue)))]
            self._needed.append(max(words or [""], key=len))
            return
        begun = cue[head.end() : head.end() + 1] == "*" or self._language in _ATTACHED
        table = self._begun if begun else self._whole
        key = folded(head.group())
        table[key] = (*table.get(key, ()), (family, cue))

    def _beginning(self, word: str) -> _Head | None:
        """Return the cues that may begin with `word`, None when there are none."""
        key = folded(word)
        found = self._whole.get(key, ())
        for length in self._lengths:
            found += self._begun.get(key[:length], ()) if length <= len(key) else ()
        if not found:
            return None
        attached = self._language in _ATTACHED
        alone = tuple(cue for cue in found if _ONE_WORD.fullmatch(cue[1]) and not attached)
        longer = tuple((cue, "" if attached else _second(cue[1])) for cue in found if cue not in alone)
        return _Head(alone, longer, tuple({second for _, second in longer}), len(word))

    def _hits(self, text: str) -> Iterator[CueHit]:
        """Yield every hit of every cue, overlapping ones too."""
        first, pieces = _pieces(text) if self._whole or self._begun else (0, [])
        heads = [self._known[piece] for piece in pieces]
        if any(heads):
            starts = accumulate(map(len, pieces), initial=first)
            for head, after, start in zip(heads, [*pieces[1:], ""], starts, strict=False):
                if head is None:
                    continue
                for family, cue in head.alone:
                    # The word is the cue, or begins as it does: that is all its pattern could find.
                    yield CueHit(family, start, start + head.length, cue)
                if head.onward:
                    yield from self._longer(text, start, head, folded(after))
        stretch = Stretch(text, folded(text)) if self._sought else None
        for (family, cue), needed in zip(self._sought, self._needed, strict=True):
            for match in stretch.matches(_compiled(cue, self._language), needed) if stretch else ():
                yield CueHit(family, match.start(), match.end(), cue)

    def _longer(self, text: str, start: int, head: _Head, after: str) -> Iterator[CueHit]:
        if not after.startswith(head.onward):
            return
        for (family, cue), second in head.longer:
            if after.startswith(second) and (match := _compiled(cue, self._language).match(text, start)):
                yield CueHit(family, start, match.end(), cue)

    def find(self, text: str) -> list[CueHit]:
        """Return hits by place, then family; hits of one family do not overlap, the longest cue wins."""
        ends: dict[str, int] = {}
        kept = []
        for hit in sorted(self._hits(text), key=lambda hit: (hit.start, -hit.end, hit.family, hit.cue)):
            family = hit.family.removeprefix(_GUARD)
            if hit.start >= ends.get(family, 0):
                ends[family] = hit.end
                if family == hit.family:
                    kept.append(hit)
        return sorted(kept, key=lambda hit: (hit.start, hit.end, hit.family))

    def families_in(self, text: str) -> set[str]:
        """Return the families with at least one cue in `text`."""
        return {hit.family for hit in (self.find(text) if self._guarded else self._hits(text))}


def _second(phrase: str) -> str:
    """Return how the word behind the first of a phrase begins, folded; "" when any word may come."""
    further = re.findall(r"\w+|[*~]", _ONE_WORD.sub("", phrase, count=1))
    # An accent at a word's end may be missing, see `_word`: what stands before it is looked for.
    return _ACCENTED.sub("", folded(further[0])) if further and further[0] not in "*~" else ""


@cache
def table_matcher(language: str, table: str) -> CueMatcher:
    """Return a matcher for the word lists of one table of a language's lexicon, by list name.

    A dotted name ("dates.roles") is a table inside a table. One that the lexicon lacks finds nothing.
    """
    return CueMatcher(lexicon(language).families(table), language)


@lru_cache(maxsize=1024)
def table_hits(text: str, language: str, table: str) -> tuple[CueHit, ...]:
    """Return what `table_matcher` finds in `text`, a short one that several questions are asked of in turn."""
    return tuple(table_matcher(language, table).find(text))


@cache
def _marks(language: str, table: str) -> tuple[str, ...]:
    """The longest word of each cue of a table, folded: without one of them no cue can be there."""
    held = lexicon(language).families(table) or {"": lexicon(language).words(*table.rsplit(".", 1))}
    cues = [cue for family in held.values() for cue in family]
    return tuple(sorted({folded(max(re.findall(r"\w+", cue) or [""], key=len)) for cue in cues}))


def may_hold(text: str, language: str, table: str) -> bool:
    """Return False where `text` surely holds no cue of the table; a quick look before a slower search.

    `table` names a table of word lists, or a list in a table ("period_guards.once").
    """
    if language == "ar":
        return True
    small = folded(text)
    return any(mark in small for mark in _marks(language, table))
