"""The two-part predicate of a language whose finite verb stands second: "darf … nicht", and who acts behind it.

In a subordinate clause the verb stands last, and bids nobody.
"""

import re
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.language.cues import CueHit, phrases_regex
from lexatlas.language.lexicon import lexicon

_SHORT, _FEW = 6, 2
_INFINITIVE = re.compile(r"[a-zäöüß]n\s+$")


def _any(language: str, family: str) -> str:
    """Return the words of a family of [verb_second] as alternatives of a pattern, the longer first."""
    words = sorted(lexicon(language).words("verb_second_words", family), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, words)) or "(?!)"


@cache
def _closes(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[,;.)]|$|(?:{_any(language, 'joins')})\s)")


@cache
def _noun(language: str) -> re.Pattern[str]:
    """A noun behind the verb: its article, up to three adjectives, a word with a capital, and one joined to it."""
    joins, articles = _any(language, "joins"), _any(language, "articles")
    return re.compile(
        rf"\s+(?:(?:{_any(language, 'asides')})\s+)?(?P<who>(?:{_any(language, 'nobody')}|"
        rf"(?:(?:{_any(language, 'determiners')})\s+)?(?:[a-zäöüß][\w-]*\s+){{0,3}}?[A-ZÄÖÜ][\w-]*"
        rf"(?:\s+(?:{joins})\s+(?:(?:{articles})\s+)?[A-ZÄÖÜ][\w-]*)?))"
    )


@cache
def _oblique(language: str) -> re.Pattern[str]:
    """A word behind the verb that begins no subject: a preposition, or an article in another case."""
    return re.compile(rf"\s+(?:{_any(language, 'oblique')})\s")


@cache
def _genitive(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(language, 'genitive')})\s", re.IGNORECASE)


def verb_second(language: str) -> bool:
    """Return whether the finite verb is the second part of a main clause, and the last of any other."""
    return bool(lexicon(language).data.get("verb_second", False))


def late(text: str, start: int, end: int, language: str) -> bool:
    """Return whether a finite verb ends its clause, which makes it a subordinate one: "das Werte verwahren darf,".

    A verb that a clause is put in behind ("darf, soweit …, verwahren") does not.
    """
    if _closes(language).match(text, end) is None:
        return False
    aside = phrases_regex(lexicon(language).words("conditions", "opening"), language)
    put_in = text[end : end + 2] == ", " and aside.match(text, end + 2) is not None
    return not put_in or _INFINITIVE.search(text, max(0, start - 40), start) is not None


def bracket(text: str, hit: CueHit) -> CueHit:
    """Return the hit of a verb in two parts ("darf … nicht") cut to its first word where much stands between."""
    if " ~ " not in hit.cue:
        return hit
    first = re.match(r"\w+", text[hit.start : hit.end])
    far = len(text[hit.start : hit.end].split()) - len(hit.cue.replace("~", "").split()) >= _FEW
    return hit._replace(end=hit.start + len(first.group())) if first and far else hit


def two_part_actor(text: str, start: int, end: int, plain: Span, language: str) -> Span:
    """Return the actor of the predicate at `[start, end)`: `plain`, what stands before it, or a noun behind it."""
    words, lex = text[plain.start : plain.end], lexicon(language)
    verb = re.match(r"\w+", text[start:end])
    after = start + len(verb.group()) if verb else end
    impersonal = lex.words("verb_second_words", "impersonal")
    if words.casefold() in impersonal:
        return Span(plain.start, plain.start)
    needs = lex.words("verb_second_words", "needs")
    if verb and verb.group().casefold() in needs and _genitive(language).match(words):
        # "Einer Erlaubnis bedarf nicht, wer …": what is needed stands first.
        free = re.search(rf",\s*((?:{_any(language, 'whoever')})\b[^.;]*)", text[after:])
        return (
            Span(after + free.start(1), after + free.end(1))
            if free
            else _named_behind(text, start, after, language)
        )
    pronoun = re.match(rf"\s+({_any(language, 'pronouns')})\b", text[after:])
    dative = phrases_regex(lex.words("actors", "dative"), language).match(words)
    inverted = phrases_regex(lex.words("actors", "inverted"), language).match(words)
    if pronoun and pronoun.group(1) in impersonal and words and not inverted and len(words.split()) <= _SHORT:
        # "Kreditinstituten ist es verboten, …": whom the bar names stands before the verb.
        return plain
    if pronoun and not dative:
        return Span(after + pronoun.start(1), after + pronoun.end(1))
    if not words or (inverted and not (dative and "," not in words)):
        return _named_behind(text, start, after, language)
    return plain


def _named_behind(text: str, start: int, after: int, language: str) -> Span:
    who = None if _oblique(language).match(text, after) else _noun(language).match(text, after)
    return Span(*who.span("who")) if who else Span(start, start)


def split_force(text: str, start: int, end: int, language: str) -> str:
    """Return "prohibited" or "only" where a negation or "nur" far behind "darf" turns it; "" where nothing does.

    What stands in a subordinate clause, between a comma with a relative word and the next comma, turns nothing.
    """
    lex = lexicon(language)
    verbs = phrases_regex(lex.words("modals", "split"), language)
    if not lex.words("modals", "split_not") or not verbs.match(text, start):
        return ""
    stop = re.search(r"[.;:](?:\s|$)", text[end:])
    main = _main_clause(text[end : end + stop.start() if stop else len(text)], language)
    main = phrases_regex(lex.words("modals", "split_except"), language).sub(" ", main)
    if phrases_regex(lex.words("modals", "split_not"), language).search(main):
        return "prohibited"
    return "only" if phrases_regex(lex.words("modals", "split_only"), language).search(main) else ""


def _main_clause(rest: str, language: str) -> str:
    relative = phrases_regex(
        (
            *lexicon(language).words("conditions", "relative"),
            *lexicon(language).words("conditions", "opening"),
        ),
        language,
    )
    pieces = re.split(r",\s+", rest)
    return " , ".join(piece for number, piece in enumerate(pieces) if not (number and relative.match(piece)))
