"""Who acts where the verb comes first: the noun behind it, with the nouns and adjectives that belong to it."""

from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import Lexicon, lexicon

_MOST_NOUNS, _MOST_WORDS, _SHORT = 6, 30, 3


def first_noun(action: str, language: str) -> str:
    """Return the noun phrase that `action` opens with, "" where it opens with a preposition.

    A noun without its article is the first of a chain that ends with one that has it: "operators of the
    systems". An adjective agrees with the last; "or" joins a second chain.
    """
    lex = lexicon(language)
    opened = phrases_regex(lex.words("verb_first", "no_noun"), language)
    if opened.match(action):
        return ""
    words = action.split()
    end = _chain(words, 0, language)
    joins = lex.words("conditions", "alternative") + lex.words("verb_first", "joins")
    if 0 < end < len(words) - 1 and words[end] in joins:
        end = _chain(words, end + 1, language) or end
    return whole_noun(" ".join(words[:end]).rstrip("،,."), action, language)


def whole_noun(said: str, action: str, language: str) -> str:
    """Return the noun phrase that `action` opens with and `said` may cut short: whole, or "" for an unsure end."""
    words, end = action.split(), len(said.split())
    opens = bool(said) and action.startswith(said)
    return _whole(words, end, language) if opens and _goes_on(words, end, language) else said


def _goes_on(words: list[str], end: int, language: str) -> bool:
    """Whether the noun phrase goes on behind its chain: a relative, "or", "of", words that only describe."""
    if end >= len(words):
        return False
    lex = lexicon(language)
    on = (*lex.words("rules", "relative"), *lex.words("verb_first", "goes_on"), *lex.words("verb_first", "joins"),
          *lex.words("conditions", "alternative"))  # fmt: skip
    genitive = lex.words("verb_first", "of")
    word = words[end]
    describes = words[end - 1].endswith(("،", ",")) is False and _described(words[end - 1], word, lex)
    return word.strip("،,.") in on or (word.startswith(genitive) and len(word) > _SHORT) or describes


def _described(before: str, word: str, lex: Lexicon) -> bool:
    """Whether a participle with an article tells which one is meant: "the person wishing to …"."""
    patterns = lex.words("verb_first", "participles")
    return before.startswith(lex.words("verb_first", "articles")) and word.strip("،,.") in patterns


def _whole(words: list[str], end: int, language: str) -> str:
    """Return the whole noun phrase up to the word that opens the act; "" where its end is not sure."""
    until = lexicon(language).words("rules", "actor_until")
    opens = [at for at in range(end, min(len(words), end + _MOST_WORDS)) if words[at] in until]
    said = " ".join(words[: opens[0]]) if opens else ""
    conditions = phrases_regex(lexicon(language).words("conditions", "opening"), language)
    # "ضمان أن": of a noun without an article "that" tells the content, and the noun is the act.
    articles = lexicon(language).words("verb_first", "articles")
    closed = said.endswith(("،", ",")) or said.rpartition(" ")[2].startswith(articles)
    return said.rstrip("،,. ") if closed and not conditions.search(said) else ""


def _chain(words: list[str], start: int, language: str) -> int:
    """Return where the chain of nouns from `start` ends, adjectives with it; 0 where it has no end."""
    lex = lexicon(language)
    articles, endings = lex.words("verb_first", "articles"), lex.words("verb_first", "adjectives")
    for at in range(start, min(len(words), start + _MOST_NOUNS)):
        if words[at].startswith(articles):
            after = at + 1
            while after < len(words) and _agrees(words[after - 1], words[after], articles, endings):
                after += 1
            return after
        if words[at].endswith(("،", ",")):
            return 0
    return 0


def _agrees(before: str, word: str, articles: tuple[str, ...], endings: tuple[str, ...]) -> bool:
    plain = word.rstrip("،,.")
    return not before.endswith(("،", ",")) and word.startswith(articles) and plain.endswith(endings)
