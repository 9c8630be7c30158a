"""Facts that give a term its meaning: from the structure, the words of a unit, or the stem of its list."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lexatlas.core.evidence import CanonicalText, Segment, Span, Unit
from lexatlas.core.facts import Definition
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.modality import read_norm
from lexatlas.language.sentences import trim
from lexatlas.language.units import items_beside, unit_words, whole_list
from lexatlas.language.wording import without_mark, without_mark_kept

LONGEST = 900
"""A unit of more characters than this is not one rule."""
_TIMES = 2
_RUN_ON = "第제"
"""What the mark of an article begins with whose words run on behind it."""
_LONGEST_TERM, _LONGEST_LEAD, _LONGEST_SUBJECT = 40, 90, 12
_LONGEST_OPENING = 400
_LEAST = 4
"""Characters beside the term without which nothing is said of it."""
_TERM_COLON = re.compile(r"\s*(?:\(?\w{1,3}[).-]\s*)?([^:：\d]{2,60}?)\s*[:：]\s*[^\W\d_]")
_QUOTED = re.compile(r"[\s(]*[\"“‘«„]\s*([^\"”’»“]{1,80}?)\s*[\"”’»“]")
_NEXT_TERM = re.compile(
    r"[;；؛]\s+(?:[^\W\d_]{1,4}\s+)?(?P<opens>[\"“‘«„]\s?(?P<term>[^\"”’»“;]{1,80}?)\s?[\"”’»“])"
)
"""A term in quotation marks behind a semicolon, perhaps with "and" before it."""
_NEAR_VERB = 60
_TERM_DASH = re.compile(r"([^:;,.\d]{2,80}?)\s+[–—-]\s+[^\W\d_]")
_ITEM_VERB = re.compile(
    r"\s*(?:ist|sind|gilt|gelten)\s+(?:als\s+)?(?:(?:ein|eine|der|die|das)\s+)?(?P<term>[^,;:.]{2,60}?)"
    r"(?=\s+(?:ein|eine|der|die|das|jede|jeder|jedes|alle|solche)\s|,\s)"
)
"""German definitions that begin with their verb, up to the words that tell the meaning."""
_BARE = re.compile(r"([^,;:.]{2,60}?)(?:, in (?:respect of|relation to) [^,]{2,80},)?\s*$")


def definitions(text: CanonicalText, unit: Unit, language: str) -> Iterator[tuple[Unit, Definition]]:
    """Yield the definition that the unit gives, with the unit it must be read in; one more for each that runs on in it.

    A definition with a list is one fact: the whole where the list is short, else its beginning, the stem with
    the first limb. Wherever a limb is quoted all others are too, since the items of a definition are bound.
    """
    segment = text.segments[unit.segment] if unit.segment >= 0 else None
    own = own_part(unit, segment)
    said = text.text[own.start : own.end]
    term = _term(said, segment, language) if _first(text, own, segment) else _again(said, segment, language)
    term = term or _listed_term(text, unit, own, language) or _subject(said, language)
    term = term or _verb_first(text, unit, own, language)
    if term:
        yield from _each(text, unit, own, term, language)
    elif len(unit.parts) > 1 and segment is not None and segment.parent >= 0:
        stem = [part for part in unit.parts if part.end <= own.start][-1:] or [unit.parts[0]]
        term = _term(text.text[stem[0].start : stem[0].end], text.segments[segment.parent], language)
        term = term or _verb_first(text, unit, stem[0], language)
        whole = whole_list(text, unit, language)
        if term and not many(whole, _TIMES):
            yield from _short(text, whole, term)
        elif term and items_beside(text, unit.segment, language)[:1] == [unit.segment]:
            yield from _short(text, unit, term)


def _each(
    text: CanonicalText, unit: Unit, own: Span, term: str, language: str
) -> Iterator[tuple[Unit, Definition]]:
    """Yield the meaning of `term`, cut where another quoted term is given its own, and then that one's."""
    lex = lexicon(language)
    verbs = phrases_regex((*lex.words("modals", "defines"), *lex.words("authorities", "means")), language)
    begins = [own.start]
    terms = [term]
    for match in _NEXT_TERM.finditer(text.text, own.start, own.end):
        if verbs.search(text.text, match.end(), min(match.end() + _NEAR_VERB, own.end)):
            begins.append(match.start("opens"))
            terms.append(match.group("term").strip())
    at = unit.parts.index(own)
    for number, begin in enumerate(begins):
        end = begins[number + 1] if number + 1 < len(begins) else own.end
        cut = replace(
            unit, parts=(*unit.parts[: at if number == 0 else 0], trim(text.text, Span(begin, end)))
        )
        rest = unit.parts[at + 1 :] if number + 1 == len(begins) else ()
        yield from _short(text, replace(cut, parts=(*cut.parts, *rest)), terms[number])


def _short(text: CanonicalText, unit: Unit, term: str) -> Iterator[tuple[Unit, Definition]]:
    said = unit_words(text, unit).words
    if len(term) + _LEAST <= len(said) <= LONGEST:
        yield unit, Definition(term=term)


def _listed_term(text: CanonicalText, unit: Unit, own: Span, language: str) -> str:
    """Return the term of "term: meaning" in an article that opens by saying that meanings follow; else ""."""
    if unit.article < 0 or not lexicon(language).words("modals", "meanings_follow"):
        return ""
    start = text.segments[unit.article].start
    opening = text.text[start : min(start + _LONGEST_OPENING, own.start)]
    follow = phrases_regex(lexicon(language).words("modals", "meanings_follow"), language)
    words = text.text[own.start : own.end]
    said = _QUOTED.match(words) or _TERM_COLON.match(words) or _TERM_DASH.match(words)
    return said.group(1).strip(' «»“”„"\n') if said and follow.search(opening) else ""


def _verb_first(text: CanonicalText, unit: Unit, said: Span, language: str) -> str:
    """Return the term of an item that begins with the verb of its stem: "Im Sinne dieses Gesetzes 1. ist Makler …".

    `said` is the place of the item's words; "" where the article does not open with such a stem.
    """
    opens = lexicon(language).words("modals", "opens_meanings")
    if not opens or unit.article < 0:
        return ""
    start = text.segments[unit.article].start
    opening = text.text[start : min(start + _LONGEST_OPENING, said.start)]
    found = _ITEM_VERB.match(without_mark(text.text[said.start : said.end]))
    opened = re.search(
        rf"(?:{phrases_regex(opens, language).pattern})\s*:?\s*(?:\n|$)", opening, re.IGNORECASE
    )
    return found.group("term").strip() if found and opened else ""


def _first(text: CanonicalText, own: Span, segment: Segment | None) -> bool:
    """Whether nothing but a number stands before these words in their segment."""
    if segment is None:
        return True
    before = text.text[segment.start : own.start]
    if segment.mark and before.startswith(segment.mark) and segment.mark[0] in _RUN_ON:
        # 第二条 and 제2조(정의) stand on the line of their words.
        before = re.sub(r"^[(（][^()（）]*[)）]", "", before.removeprefix(segment.mark))
    return not re.search(r"[^\W\d_]{2}", before)


def own_part(unit: Unit, segment: Segment | None) -> Span:
    """Return the part of a unit that stands in its own segment: the item, not its stem."""
    inside = [part for part in unit.parts if segment and segment.start <= part.start < segment.end]
    return inside[0] if inside else unit.parts[-1]


def _term(said: str, segment: Segment | None, language: str) -> str:
    """Return the term that `said` gives a meaning to: named by the structure, or standing before the verb."""
    if segment is not None and segment.kind == "definition" and re.search(r"[^\W\d_]{2}", segment.label):
        return without_mark_kept(segment.label) or segment.label
    listed = segment is not None and segment.part == "definition"
    marked = _marked(said, listed, language)
    if marked or lexicon(language).words("modals", "term_marks"):
        return marked
    opening = phrases_regex(lexicon(language).words("modals", "defines"), language).search(
        said, 0, _LONGEST_LEAD
    )
    norm = read_norm(said, language) if listed or opening or _QUOTED.match(said) else None
    if norm is None or norm.force != "defines":
        return ""
    before = said[: norm.modal.start]
    match = _QUOTED.match(before) or (_BARE.match(before) if listed else None)
    return match.group(1).strip() if match else _called(before, said[norm.modal.end :], language)


def _marked(said: str, listed: bool, language: str) -> str:
    """Return the term of "「…」とは" and "“…”이란", or of a list that sets term and meaning apart by a wide blank.

    Only in a language whose lexicon says what a term is marked by; "" where none is.
    """
    marks = lexicon(language).words("modals", "term_marks")
    if not marks:
        return ""
    ends = "|".join(map(re.escape, sorted(marks, key=lambda mark: (-len(mark), mark))))
    quoted = re.search(
        rf"[「『\"“]([^「」『』\"“”]{{1,60}})[」』\"”](?:[(（][^()（）]*[)）])?(?:{ends})",
        said[: 2 * _LONGEST_LEAD],
    )
    if quoted:
        return quoted.group(1).strip()
    tabled = re.match(r"([^\s\u3000、。（]{2,40})\u3000\S", without_mark_kept(said)) if listed else None
    return tabled.group(1) if tabled and not re.match(r"[一二三四五六七八九十\d]+$", tabled.group(1)) else ""


def _called(before: str, after: str, language: str) -> str:
    """Return the term of "on entend par « … »" and "所称 … 是指": in quotes, or up to the next word that defines."""
    quoted = _QUOTED.match(after)
    if quoted or re.search(r"[^\W\d_]", before):
        return quoted.group(1).strip() if quoted else ""
    verbs = phrases_regex(lexicon(language).words("modals", "defines"), language)
    second = verbs.search(after, 0, _LONGEST_TERM)
    return after[: second.start()].strip(" \n,，") if second else ""


def _again(said: str, segment: Segment | None, language: str) -> str:
    """Return the term of a further sentence of a definition that says what the term leaves out; else ""."""
    if segment is None or segment.part != "definition":
        return ""
    leaves = phrases_regex(lexicon(language).words("rules", "leaves_out"), language)
    match = leaves.search(said, 0, _LONGEST_LEAD)
    return _plain_subject(said[: match.start()], language) if match else ""


def _subject(said: str, language: str) -> str:
    """Return the term of "An issuer is a person that …" and "A contract means a scheme …"; "" for others."""
    verbs = phrases_regex(lexicon(language).words("rules", "defines_plainly"), language)
    match = verbs.search(said, 0, 2 * _LONGEST_LEAD)
    if match is None:
        return ""
    return _plain_subject(re.split(r"[,，]\s*", said[: match.start()])[-1], language)


def _plain_subject(words: str, language: str) -> str:
    """Return the few words before a verb that name a thing; "" where they refer back, hold a verb, or are many."""
    said = without_mark(words).strip(" \"“”«»'‘’\n")
    leans = phrases_regex(
        (*lexicon(language).words("scopes", "leans"), *lexicon(language).words("scopes", "again")), language
    )
    if not said or len(said.split()) > _LONGEST_SUBJECT or leans.match(said) or re.search(r"[;:.]", said):
        return ""
    return "" if read_norm(said, language) else said


def many(whole: Unit, times: int) -> bool:
    """A list many times longer than its head with its shortest item is not one rule but many."""
    lengths = [part.end - part.start for part in whole.parts]
    return sum(lengths) > times * max(lengths[0] + min(lengths[1:], default=0), 1)
