"""Whether who acts is a public body: what it must do is no rule for persons or providers (codebook rule 6)."""

from functools import lru_cache
from itertools import takewhile

from lexatlas.language.actors import without_article

_NOT_PUBLIC = frozenset(("provider", "anyone", "individual", "retail", "client", "issue", "bank"))


@lru_cache(maxsize=8192)
def is_authority(actor: str, families: frozenset[str], names: frozenset[str], language: str) -> bool:
    """Return whether an actor phrase names one of the bodies that the text speaks of.

    `families` are those met in the phrase, `names` the bodies in small letters without their article.
    """
    if not actor or families & _NOT_PUBLIC:
        return False
    # Only the head of the phrase acts: "the client of the authority" is a client.
    head = actor.split(",")[0]
    plain = without_article(head, language)
    # "The Markets Authority" is the body that the text elsewhere calls "the Authority".
    named = " ".join(takewhile(lambda word: word[:1].isupper(), head.split())).casefold()
    return any(plain == name or plain.startswith(f"{name} ") or named.endswith(f" {name}") for name in names)
