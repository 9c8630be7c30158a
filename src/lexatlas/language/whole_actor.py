"""The actor of a rule as one whole noun phrase, without numbering, lead and clause; or nothing."""

import re
from functools import cache
from itertools import pairwise

from lexatlas.language.cues import RUN_TOGETHER, CueMatcher, any_phrase, phrases_regex
from lexatlas.language.joins import joins
from lexatlas.language.lexicon import lexicon
from lexatlas.language.scopes import KINDS
from lexatlas.language.wording import without_mark

_NUMBER = re.compile(r"^(?:§+\s*)?\d[\d.]*(?:\s*[(（]\s*\w{1,5}\s*[)）])*[.)]?\s*(?=[^\W\d_(（])")
_LAST_LABEL = re.compile(r"\s*[—–]\s*(?:[(（]\s*\w{1,3}\s*[)）])?\s*$|\s+[—–-]+$")
_STOP = re.compile(r"[;:；：؛。]\s*")
_COMMA = re.compile(r"[,،]\s+|，|\s—\s")
_LETTERS = re.compile(r"[^\W\d_]")
_TWO, _MOST_WORDS = 2, 60
_PLACES = tuple(kind for kind in KINDS if kind != "recital")
"""A place of the law may itself be what a rule speaks of; a recital lays down nothing."""


def whole_actor(said: str, language: str, *, behind_clause: bool = False) -> str:
    """Return the actor that `said` names, "" where the words are not surely a noun phrase of one reading.

    What leads up to the actor goes ("On an appeal, the Court"), and what tells when or how it acts; a
    pronoun alone names nobody, since what it stands for is said elsewhere. `behind_clause` says that a clause
    ends right before the words: what stands before a comma in them may still belong to it.
    """
    plain = _last(_STOP, _bare(said))
    plain = _behind_lead(_bare(plain), language)
    plain = _behind_comma(plain, language) if behind_clause else plain
    plain = before_aside(_before_adverb(plain, language), language)[0]
    if _two_clauses(plain, language):
        return ""
    if not _LETTERS.search(plain) or len(plain.split()) > _MOST_WORDS or _hangs(plain, language):
        return ""
    return plain


def before_aside(said: str, language: str) -> tuple[str, str]:
    """Return the actor and what is said between it and its verb of when it acts: "the Board, where required,".

    So with "besides": "investors, in addition to obeying …". The second is "" where nothing of the kind is said.
    """
    commas = list(_COMMA.finditer(said))
    lex = lexicon(language)
    aside = phrases_regex((*lex.words("conditions", "opening"), *lex.words("actors", "besides")), language)
    opens = [comma for comma in commas if aside.match(said, comma.end())]
    if not opens or _LETTERS.search(said[: opens[0].start()]) is None or _leads(language).match(said):
        return said, ""
    behind = said[opens[0].end() :].strip(" ,،，\n")
    return (said, "") if _COMMA.search(behind) else (said[: opens[0].start()], behind)


def _bare(said: str) -> str:
    """Return the words without numbering at either end."""
    return _LAST_LABEL.sub("", _NUMBER.sub("", without_mark(said))).strip(" \n-–—")


def _last(parts: re.Pattern[str], said: str) -> str:
    """Return the last piece of `said` that holds letters."""
    pieces = [piece for piece in parts.split(said) if piece and _LETTERS.search(piece)]
    return pieces[-1].strip() if pieces else ""


@cache
def _leads(language: str) -> re.Pattern[str]:
    """Words that open what stands before an actor: a preposition, "if", "however", "or"."""
    lex = lexicon(language)
    listed = [
        *lex.words("rules", "aside"), *lex.words("actors", "leads"), *lex.words("actors", "connectors"),
        *lex.words("conditions", "opening"), *lex.words("conditions", "additive"),
        *lex.words("conditions", "alternative"),
    ]  # fmt: skip
    return phrases_regex(tuple(listed), language)


@cache
def _begins(language: str) -> re.Pattern[str]:
    """Words that open a noun phrase: its article, "any", or a noun that is an actor's."""
    lex = lexicon(language)
    listed = (
        *lex.words("authorities", "articles"), *lex.words("actors", "determiners"), *lex.words("actors", "begins"),
    )  # fmt: skip
    return phrases_regex(listed, language)


def begins_noun(said: str, language: str) -> bool:
    """Return whether words begin as a noun phrase does: with an article, "any", or a name."""
    return _begins(language).match(said) is not None or said[:1].isupper()


def _behind_lead(said: str, language: str) -> str:
    """Return what stands behind the last comma where the words open with a lead; "" where no comma ends it."""
    if _recurring(language).match(said):
        return _behind_time(said, language)
    leads = _leads(language)
    if not leads.match(said):
        return said
    pieces = [piece.strip() for piece in _COMMA.split(said) if _LETTERS.search(piece)]
    if len(pieces) < _TWO:
        return _without_connector(said, language)
    begins = lexicon(language).words("actors", "begins")
    sure = not begins or phrases_regex(begins, language).match(pieces[-1])
    if not leads.match(pieces[-1]):
        return pieces[-1] if sure else ""
    # "By the end of the year, the Board, in consultation with the Bank, …": the last piece goes with the actor.
    named = [number for number, piece in enumerate(pieces) if not leads.match(piece)]
    begun = _begins(language).match(pieces[named[-1]]) is not None if named else False
    upper = bool(named) and pieces[named[-1]][:1].isupper()
    return ", ".join(pieces[named[-1] :]) if named and sure and (begun or upper) else ""


@cache
def _recurring(language: str) -> re.Pattern[str]:
    """Words that open a sentence by how often something is done: "every two years", "tous les ans"."""
    lex = lexicon(language)
    every, units = lex.words("comparators", "every"), lex.families("period_units")
    named = tuple(word for words in units.values() for word in words)
    if not every or not named:
        return re.compile(r"(?!)")
    gap = r"\s*" if language in RUN_TOGETHER else r"\s+"
    number = rf"(?:(?:\d+|[^\W\d_]+){gap})?"
    opens, closes = any_phrase(every, language), any_phrase(named, language)
    return re.compile(rf"(?:{opens}){gap}{number}(?:{closes})(?!\w|['’])", re.IGNORECASE)


def _behind_time(said: str, language: str) -> str:
    """Return the noun behind "every two years from the start of …,", parted by a comma; "" where that is not sure."""
    pieces = [piece.strip() for piece in _COMMA.split(said) if _LETTERS.search(piece)]
    begins = lexicon(language).words("main_clauses", "begins")
    begun = [
        number
        for number, piece in enumerate(pieces)
        if number and (begins_noun(piece, language) or piece.startswith(begins))
    ]
    return ", ".join(pieces[begun[0] :]) if begun else ""


def _behind_comma(said: str, language: str) -> str:
    """Return the noun behind the last comma where it is surely the whole actor, "" where that is not sure."""
    lex = lexicon(language)
    last = _last(_COMMA, said)
    if last == said.rstrip(",،， "):
        return said
    joined = joins(language)
    pieces = [piece for piece in _COMMA.split(said) if _LETTERS.search(piece)]
    opened = [_begins(language).match(piece) is not None or piece[:1].isupper() for piece in pieces]
    universal = phrases_regex(lex.words("actors", "universal"), language)
    if universal.match(said):
        return said
    leads = _leads(language)
    named = [number for number, piece in enumerate(pieces) if not leads.match(piece)]
    if (
        len(pieces) > 1
        and named
        and named[-1] < len(pieces) - 1
        and opened[named[-1]]
        and not joined.search(pieces[named[-1]])
    ):
        # "EBA, after informing the Board": what goes with the actor stays with it.
        return ", ".join(pieces[named[-1] :])
    if all(opened) and joined.search(last) and not any(joined.search(piece) for piece in pieces[:-1]):
        # "the Minister, the Bank and the Board": each is named by an article, the last two by "and".
        return said
    return last if opened[-1] and not joined.search(said) else ""


def _without_connector(said: str, language: str) -> str:
    """Return the words behind "however" without a comma; "Article 5" is an actor, "in this case the firm" none."""
    lex = lexicon(language)
    connector = phrases_regex(lex.words("actors", "connectors"), language).match(said)
    if connector:
        return _behind_lead(said[connector.end() :].strip(), language)
    places = tuple(noun for family in _PLACES for noun in lex.words("scopes", family))
    return said if phrases_regex(places, language).match(said) else ""


def _before_adverb(said: str, language: str) -> str:
    """Return the words before the first that tell how, for a language without blanks: "…机构对可疑账户"."""
    adverbs = lexicon(language).words("actors", "adverbs")
    if not adverbs:
        return said.rstrip(",،， ")
    pieces = [piece for piece in _COMMA.split(said) if piece]
    if len(pieces) > 1 and said.endswith("，"):
        return ""
    last = pieces[-1] if pieces else ""
    found = CueMatcher({"adverb": adverbs}, language).find(last)
    if found:
        return last[: found[0].start]
    nouns = phrases_regex(lexicon(language).words("actors", "person_ends"), language)
    closed = not said.endswith("，") or any(match.end() == len(last) for match in nouns.finditer(last))
    return last if closed else ""


def pronoun(said: str, language: str) -> bool:
    """Return whether the words are a pronoun that stands for somebody named elsewhere."""
    return (
        phrases_regex(lexicon(language).words("actors", "pronouns"), language).fullmatch(said.strip())
        is not None
    )


def _two_clauses(said: str, language: str) -> bool:
    """Whether a whole clause stands before "and" and the actor: "A licence is a privilege, and no holder of it"."""
    lex = lexicon(language)
    pieces = [piece for piece in _COMMA.split(said) if _LETTERS.search(piece)]
    joined = joins(language)
    verbs = phrases_regex(lex.words("modals", "relative_verb"), language)
    relative = phrases_regex(lex.words("rules", "relative"), language)
    return len(pieces) > 1 and any(
        joined.match(piece) and verbs.search(before) and not relative.search(said[: said.index(piece)])
        for before, piece in pairwise(pieces)
    )


def _hangs(said: str, language: str) -> bool:
    """Whether the words are a pronoun, or end in a word that opens a clause."""
    lex = lexicon(language)
    if pronoun(said, language):
        return True
    opens = phrases_regex((*lex.words("conditions", "opening"), *lex.words("rules", "relative")), language)
    return any(match.end() == len(said) for match in opens.finditer(said))
