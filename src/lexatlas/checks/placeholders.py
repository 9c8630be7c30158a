"""Was a placeholder or a program's small talk left in what people read (fault D8)?"""

import re
from functools import cache, lru_cache

from lexatlas.checks.answer import no, yes
from lexatlas.checks.patterns import rows
from lexatlas.checks.tokens import SEEN, plain
from lexatlas.checks.view import View, supporting
from lexatlas.core.claims import CheckAnswer, Claim
from lexatlas.core.document import Document

NAME = "placeholders"
_LACKS, _CHATS = "A place that was never filled in.", "What a program said to its user."


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    listed = [(row["pattern"], row["say"]) for row in rows("placeholders")["row"]]
    listed += [(pattern, say) for pattern, say in zip(_elsewhere(), (_LACKS, _CHATS), strict=True)]
    return tuple((re.compile(pattern, re.IGNORECASE), say) for pattern, say in listed)


def _elsewhere() -> tuple[str, str]:
    """Return what finds, in any language, words for what is lacking, and words that open what a program says."""
    tables = [table for table in rows("placeholders").values() if isinstance(table, dict)]
    unfilled, opening, opens, anywhere = (
        "|".join(table[kind] for table in tables if kind in table)
        for kind in ("unfilled", "opening", "opens", "anywhere")
    )
    return (
        rf"[\[［][^\]］]*(?:{unfilled})[^\]］]*[\]］]",
        rf"^\s*(?:{opening})\s*[,!،.:]|^\s*(?:{opens})|{anywhere}",
    )


@lru_cache(maxsize=SEEN)
def found_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of each placeholder in `text` with what it is."""
    words = plain(text)
    hits = ((match.group().strip(), say) for pattern, say in _patterns() for match in pattern.finditer(words))
    return tuple(hits)


def check(claim: Claim, _view: View) -> CheckAnswer:
    """Answer no with the words; words that the quoted law has itself do not count."""
    theirs = plain(" ".join(quote.words for quote in supporting(claim)))
    found = [(words, say) for words, say in found_in(f"{claim.sentence}") if words not in theirs]
    found += [hit for slot in claim.slots for hit in found_in(slot.value) if hit[0] not in theirs]
    return no(NAME, dict.fromkeys(words for words, _ in found), found[0][1]) if found else yes(NAME)


def check_document(document: Document, _view: View) -> list[CheckAnswer]:
    """Answer no for each placeholder outside claims: titles, labels, records, fields that were imported."""
    texts = [text for entry in document.instruments for text in (entry.title, entry.reference)]
    texts += [
        document.status.name,
        document.status.second_line,
        document.status.note,
        *document.imported.values(),
    ]
    for section in document.sections:
        for statement in section.statements:
            if statement.kind != "claim":
                texts.append(
                    statement.sentence
                    if statement.kind == "record"
                    else f"{statement.text} {statement.value}"
                )
    hits = dict.fromkeys(hit for text in texts for hit in found_in(text))
    return [no(NAME, [words], say) for words, say in hits] or [yes(NAME)]
