"""Who acts where the verb comes first: the noun behind it, with the nouns and adjectives that belong to it."""

from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon

_MOST_NOUNS = 6


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
    return " ".join(words[:end]).rstrip("،,.")


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
