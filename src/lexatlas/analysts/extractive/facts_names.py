"""Facts that are names: authorities and instruments, as the words of one unit give them."""

import re
from collections.abc import Iterator
from functools import cache

from lexatlas.analysts.extractive.ended_laws import ENDED
from lexatlas.core.evidence import Span
from lexatlas.core.facts import Authority, Fact, Instrument
from lexatlas.language.alternatives import alternatives
from lexatlas.language.conditions import clauses
from lexatlas.language.cues import (
    RUN_TOGETHER,
    CueHit,
    may_hold,
    phrase_pattern,
    phrases_regex,
    table_matcher,
)
from lexatlas.language.lexicon import lexicon
from lexatlas.language.wording import without_mark

_OPEN, _CLOSE = "[\"“‘'«]", "[\"”’'»]"
_SUBJECT_WORDS, _NEAR_START = 120, 2
_CASELESS = ("ar", "zh", "ja", "ko", "th", "he", "fa")
_BY_ENDING = {"ja": "[\u4e00-\u9fff]{1,14}?", "ko": "[\uac00-\ud7a3]{1,14}?"}
"""Languages whose bodies are known by how their names end."""
_SPACED_CASELESS, _TERM_WORDS = ("ar", "he", "fa"), 4
_WHOLE_NOUNS = ("en", "es", "fr", "it", "pt")
"""Languages whose nouns take no ending but that of the plural, which makes another word of them: "Services"."""
_CHAIN = {"ru": r"(?:\s+[а-яё]+(?:ого|его|ой|ей|ых|их|ов|ев|а|я|и)){0,4}?"}
"""What a name in small letters goes on with before its verb, "служба финансового надзора осуществляет"."""
_SMALL_LETTERS = ("fr", "es", "it", "pt")
_ENDS = "(?:qui|que|che|créée?|creada|criada|istituita|di cui)"
_RUNS_ON = rf"(?:(?:\s+(?!{_ENDS}\b)(?:[^\W\d_]['’])?[^\W\d_]+){{1,8}}?(?=\s*(?:[,;.(]|$)))?"
"""How a name in small letters goes on where it is defined, "la Cellule de renseignement financier, service …"."""
_BY_LAW = {
    "ko": r"(?:「[^」]{1,60}」\s*(?:제\d+조(?:의\d+)?(?:제\d+항)?)?에\s*(?:따른|의한|따라\s*설립된)\s*)?",
    "ja": r"(?:[^、。「」]{1,40}に(?:規定する|基づく|よる))?",
    "zh": r"(?:(?:依照|根据|依据)[^，。]{1,40}(?:设立|成立)的)?",
}
"""The law by which a body is set up, between the verb that defines and its name."""
_NO_ARTICLE = ("vi", "ru", "tr")
_ARTICLES = r"(?:[Tt]he|[Ll]a|[Ll]e|[Ll]['’]|[IiLl]l?-)"


STATES = {
    "pending": "not final",
    "not_law": "not law",
    "prevails": "language that prevails",
    "repealed": ENDED,
}
"""What a sentence on an instrument says of it, by the list of the lexicon whose words it holds."""
_STOP = re.compile(r"[,;，；。]\s*|\.(?:\s+|$)")


def _any(words: tuple[str, ...], language: str = "") -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    patterns = [phrase_pattern(word, language) if language else re.escape(word) for word in ordered]
    return alternatives(patterns, ignore_case=False) if patterns else "(?!)"


@cache
def _name(language: str) -> str:
    """The pattern of a body's name: a noun of the lexicon with the capitalised words around it.

    Where a script has no capitals, the noun with all words up to the next stop.
    """
    lex = lexicon(language)
    nouns = _any(lex.words("authorities", "nouns"))
    if language in _BY_ENDING:
        return (
            rf"(?:{nouns}|{_BY_ENDING[language]}(?:{_any(lex.words('authorities', 'endings'))})(?!\w*장치))"
        )
    if language in _CASELESS:
        if language == "th":
            # "ผู้ว่าการธนาคารกลาง": the office and the body run together, with what the body is "of".
            return rf"(?:{nouns})+(?:(?:แห่ง|กำกับ|ว่าการ|ส่งเสริม|นโยบาย)[\u0e00-\u0e7f]{{2,40}}?)?"
        if language == "zh":
            # "海州金融管理局": signs that lead to a body are no part of its name.
            ends = _any(lex.words("authorities", "endings"))
            return rf"(?:{nouns}|[^\W\d的由向经对被违当在报从至给依得准]{{2,12}}?(?:{ends}))"
        return rf"(?:{nouns})(?:\s+[^\W\d_]+){{0,9}}"
    nouns = _nouns(language)
    joiner = rf"(?:{_any(lex.words('authorities', 'joiners'))})"
    capital = r"(?:[^\W\d_A-Z]+-)?[^\W\d_a-z][\w'’-]*"
    # "Autorità per i mercati di …": small words count where a joiner leads to them and a name ends them.
    small = rf"(?:\s+(?:{joiner}\s+)+(?:[^\W\dA-ZÀ-ÞА-Я_]+\s+){{1,2}}(?:{joiner}\s+)*{capital})?"
    small = small if lex.words("authorities", "articles") or language == "ru" else ""
    if lex.words("authorities", "articles"):
        # "Autorità di vigilanza sui mercati (AVM)": the short form in brackets ends the name.
        small = rf"(?:(?:\s+[^\W\d_]+){{1,8}}?(?=\s\([A-Z]{{3,8}}\))|{small})"
    whole = r"(?!\w)" if language in _WHOLE_NOUNS else ""
    return (
        rf"(?:{capital}\s+(?:{joiner}\s+)*){{0,9}}?(?:{nouns}){whole}{small}(?:\s+(?:{joiner}\s+)*{capital})*"
    )


@cache
def _nouns(language: str) -> str:
    """The nouns of the lexicon; one with a leading star is the end of a longer word, "*behörde"."""
    listed = lexicon(language).words("authorities", "nouns")
    ended = [rf"[A-ZÄÖÜ][^\W\d_]*{re.escape(word[1:])}" for word in listed if word.startswith("*")]
    return "|".join([_any(tuple(word for word in listed if not word.startswith("*"))), *ended])


@cache
def _article(language: str) -> str:
    """The pattern of an article before a name, as the lexicon lists them; those of some languages by default."""
    listed = lexicon(language).words("authorities", "articles")
    forms = (re.escape(word) if word.endswith("'") else rf"{re.escape(word)}(?=\s)" for word in listed)
    return f"(?i:{'|'.join(forms)})".replace("'", "['’]") if listed else _ARTICLES


@cache
def _defined(language: str) -> re.Pattern[str]:
    """“Authority” means the Monetary Authority of Singapore established under …

    Where names have no capitals a colon alone may stand for the verb; where nouns have no article none is asked.
    """
    verbs = rf"(?:{_any(lexicon(language).words('authorities', 'means'), language)})"
    if language in _CASELESS:
        lead = rf"(?:[:：]\s*(?:{verbs}\s*)?|{verbs}[:：]?\s*)"
    else:
        lead = rf"{verbs}\s+" + ("" if language in _NO_ARTICLE else rf"{_article(language)}\s*")
    # A Thai name goes on to the next blank; where it ends before a verb nothing shows.
    further = r"\S*" if language == "th" else _RUNS_ON if language in _SMALL_LETTERS else ""
    by_law = _BY_LAW.get(language, "")
    return re.compile(rf"{lead}{by_law}(?P<name>{_name(language)}{further})")


@cache
def _introduced(language: str) -> re.Pattern[str]:
    """The body that is given a short name in brackets behind its own: "海運庁長官（以下「長官」という。）"."""
    called = _any(lexicon(language).words("authorities", "called"), language)
    opened, closed = "[“\"«「『„‘']", "[”\"»」』“’']"
    short = r"(?P<short>[^()（）“”\"«»「」『』„‘’]{2,50}?)"
    quoted = rf"(?:{_article(language)}\s*)?{opened}\s*{short}\s*{closed}"
    lead = rf"(?i:{called})[\s,:–—-]*"
    between = r"[^()（）“”\"«»「」『』„‘’]{0,20}"
    led = rf"{lead}(?:{between}{opened}\s*{short.replace('short', 'led')}\s*{closed}"
    led += rf"|{short.replace('short', 'bare')}(?=[)）]))"
    return re.compile(rf"(?P<name>{_name(language)})\s*[(（]\s*(?:{led}|{quoted})[^()（）]{{0,30}}[)）]")


def _named_short(words: str, language: str) -> Iterator[tuple[Fact, Span]]:
    """Yield each body with the short name that brackets give it, where that is a body's name, too."""
    lex = lexicon(language)
    if not may_hold(words, language, "authorities.called") and "(" not in words:
        return
    nouns = re.compile(f"(?:{_nouns(language)}|{_any(lex.words('authorities', 'endings'))})")
    for match in _introduced(language).finditer(words):
        said = next(group for group in match.group("led", "bare", "short") if group).strip()
        acronym = re.fullmatch(r"[^\W\d_a-z]{2,8}", said) and language not in _CASELESS
        if acronym or nouns.search(said) or (language in _CASELESS and said in match.group("name")):
            place = _headed(match, nouns)
            name = " ".join(words[place.start : place.end].split())
            yield Authority(name=name, short=said, role="defined"), place


def _headed(match: re.Match[str], nouns: re.Pattern[str]) -> Span:
    """Return the place of a name without what it is the owner of: "Erlaubnis der Finanzbehörde" is a licence."""
    place, name = _place(match), match.group("name")
    noun = nouns.search(name)
    before = name[: noun.start()] if noun else ""
    owned = [found.end() for found in re.finditer(r"(?<!\S)[^\W\dA-ZÀ-ÞА-Я_]+\s+", before)]
    return Span(place.start + owned[-1], place.end) if owned else place


@cache
def _subject(language: str) -> re.Pattern[str]:
    """The body that is the subject of a power: "ESMA shall establish a register"."""
    powers = _any(lexicon(language).words("authorities", "powers"), language)
    agents = _any(lexicon(language).words("authorities", "by"), language)
    gap = r"\s*" if language in RUN_TOGETHER else r"\s+"
    short = "" if language in _CASELESS else "|[A-Z]{3,6}"
    name = f"{_name(language)}{_CHAIN.get(language, '')}{short}"
    return re.compile(rf"(?:{_article(language)}\s*)?(?:{agents})?(?P<name>{name}){gap}(?:{powers})")


@cache
def _competent(language: str) -> re.Pattern[str]:
    """The body that a sentence names as competent behind its verb: "Corresponde a la Comisión …"."""
    cues = _any(lexicon(language).words("authorities", "competent"), language)
    return re.compile(
        rf"(?i:{cues})\s*(?:{_article(language)}\s*)?(?P<name>{_name(language)}|[A-Z]{{3,6}}(?!\w))"
    )


@cache
def _delegate(language: str) -> re.Pattern[str]:
    """The body that a power is handed on to: "…権限を海事庁長官に委任する", "… is delegated to the Board"."""
    lex = lexicon(language)
    before, behind = lex.words("delegates", "before"), lex.words("delegates", "behind")
    if behind:
        border = r"(?<!\S)" if language == "ko" else ""
        return re.compile(rf"{border}(?P<name>{_name(language)})(?:{_any(behind)})")
    gap = r"\s*" if language in RUN_TOGETHER else r"\s+"
    return re.compile(
        rf"(?i:{_any(before, language)}){gap}(?:{_article(language)}\s*)?(?P<name>{_name(language)})"
    )


def authorities(words: str, language: str) -> Iterator[tuple[Fact, Span]]:
    """Yield each authority that `words` define or give a power to, with the place of its name.

    The body must be the subject of the sentence, alone or after an opening clause, or stand after "means".
    """
    code = language.split("-")[0]
    for match in _defined(code).finditer(words):
        short = _term(words[: match.start()]) or _before_colon(words[: match.start()], code)
        yield Authority(name=_line(match), short=short, role="defined"), _place(match)
    yield from _named_short(words, code)
    for match in _delegate(code).finditer(words):
        yield Authority(name=_line(match), role="delegate"), _place(match)
    for start in _starts(words, code):
        match_subject = _subject(code).match(words, start, start + _SUBJECT_WORDS)
        if match_subject:
            yield Authority(name=_line(match_subject), role="acts"), _place(match_subject)
            return
    named = _competent(code).search(words)
    if named:
        yield Authority(name=_line(named), role="acts"), _place(named)


def _starts(words: str, language: str) -> list[int]:
    """Return where the subject may begin: at the start, after an opening clause, or at the word for "by"."""
    opening = [clause.span.end for clause in clauses(words, language) if clause.span.start <= _NEAR_START]
    agents = phrases_regex(lexicon(language).words("authorities", "by"), language)
    by = [match.start() for match in agents.finditer(words)]
    after = [end + len(words[end:]) - len(words[end:].lstrip(",，، \n")) for end in opening]
    return [0, *after, *by]


def is_body(actor: str, language: str) -> bool:
    """Return whether the words for an actor are the name of a public body, with its article or without."""
    if language in _CASELESS:
        if language in _BY_ENDING:
            return re.fullmatch(_name(language), actor.strip()) is not None
        nouns = phrases_regex(lexicon(language).words("authorities", "nouns"), language)
        return nouns.match(actor.strip()) is not None
    return re.fullmatch(rf"(?:{_article(language)}\s*)?(?:{_name(language)})", actor.strip()) is not None


def _line(match: re.Match[str]) -> str:
    return " ".join(match.group("name").split())


def _place(match: re.Match[str]) -> Span:
    return Span(match.start("name"), match.start("name") + len(match.group("name").rstrip()))


def _term(before: str) -> str:
    quoted = re.search(rf"{_OPEN}([^\"“”«»]{{2,60}}){_CLOSE}\s*$|[„«]([^“”«»]{{2,60}})$", before)
    return (quoted.group(1) or quoted.group(2)).strip() if quoted else ""


def _before_colon(before: str, language: str) -> str:
    """Return the few words that stand alone before a colon, where a script has no capitals; "" for more."""
    if language not in _SPACED_CASELESS:
        return ""
    said = without_mark(re.split(r"[:.؛،\n]", before)[-1].strip())
    return said if len(said.split()) <= _TERM_WORDS else ""


def instruments(words: str, language: str, *, note: bool = False) -> Iterator[tuple[Fact, Span]]:
    """Yield the short title of a text, what enacted it, that it is not in force, and what is said of its weight:

    that it is not final, that it is no law, or which of its languages prevails. That a text is not in force is
    told by notes alone: a rule may speak of other rules that are not.
    """
    code = language.split("-")[0]
    hits = table_matcher(code, "instruments").find(words) if may_hold(words, code, "instruments") else []
    for hit in hits:
        if hit.family == "not_in_force" and note:
            yield (
                Instrument(title=words[hit.start : hit.end], reference="not in force"),
                Span(hit.start, hit.end),
            )
        elif hit.family in STATES:
            begin, end = _clause(words, hit)
            if hit.family == "prevails":
                begin, end = _text_named(words, hit, begin, end, code)
            yield Instrument(title=words[begin:end], reference=STATES[hit.family]), Span(begin, end)
        elif hit.family in ("enacted_by", "short_title"):
            quoted = re.match(rf"\s*{_OPEN}([^\"“”«»]{{4,300}}){_CLOSE}", words[hit.end :])
            title = quoted.group(1) if quoted else re.split(r"[\].;]", words[hit.end :], maxsplit=1)[0]
            bare = re.sub(r"^[\s:]*(?:the\s+)?", "", title).strip()
            if bare:
                start = words.index(bare, hit.end)
                reference = hit.family.replace("_", " ")
                yield Instrument(title=bare, reference=reference), Span(hit.start, start + len(bare))


def _text_named(words: str, hit: CueHit, begin: int, end: int, language: str) -> tuple[int, int]:
    """Return which text is said to prevail, "the English text"; the whole clause where no noun for it is known."""
    nouns = phrases_regex(lexicon(language).words("instruments", "texts"), language)
    noun = nouns.search(words, hit.start, end)
    if noun is None:
        return begin, end
    return (begin, noun.end()) if noun.start() == hit.start else (noun.start(), end)


def _clause(words: str, hit: CueHit) -> tuple[int, int]:
    """Return the clause around a cue, from the comma or stop before it to the one after it."""
    begin = max((match.end() for match in _STOP.finditer(words, 0, hit.start)), default=0)
    end = _STOP.search(words, hit.end)
    return begin, end.start() if end else len(words.rstrip())
