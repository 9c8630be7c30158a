"""Full-text search over claims and passages of archived copies: always within a scope, by stems made in Python.

SQLite looks into FTS5, PostgreSQL into a GIN index; both hold the same stems (`lexatlas.language.terms`), so that one
question finds the same on either, in every language that we have. `search_index` fills what is looked through.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.db import connection

from lexatlas.language.terms import STEMMED, content_words, stems, tokens
from lexatlas.store.queries.among import rows_among

MOST = 50
"""Results of a kind at most; whoever wants more narrows the question."""
SHORT = 5
"""Under so many results that hold every word, those that hold some are added."""
_WORDS = 12
"""Words of a question that count; the rest is left out."""
_AT_ONCE, _ALL = 100, 1_000_000_000
"""So many of the best are looked at, whether they may be seen, and then as many again while too few may."""
Kind = Literal["claim", "passage"]


@dataclass(frozen=True)
class Scope:
    """Within what is searched: a jurisdiction, a topic, or both, and by what whoever asks may see.

    `live_only` looks into live versions alone, and into passages of open sources behind those.
    """

    jurisdiction: str = ""
    topic: str = ""
    live_only: bool = True


@dataclass(frozen=True)
class Found:
    """A claim (`analysis` and `version` are numbers) or a passage (`snapshot`, `start`, `end` say where it stands).

    `about` names the question that a claim answers, or the source of a passage.
    """

    id: int
    words: str
    place: str
    language: str
    about: str
    analysis: int = 0
    version: int = 0
    claim: str = ""
    snapshot: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Results:
    """What was found, best first; the last `loose` of them hold some of the words only."""

    found: tuple[Found, ...] = ()
    loose: int = 0


def find(question: str, scope: Scope, kind: Kind, *, most: int = MOST) -> Results:
    """Return what holds all words of the question within the scope; where that is little, what holds some.

    A question without a word, or a scope that names neither jurisdiction nor topic, finds nothing.
    """
    wanted = alternatives(question)
    if not wanted or not (scope.jurisdiction or scope.topic):
        return Results()
    strict = _asked(wanted, scope, kind, most, every=True)
    if len(strict) >= SHORT or len(wanted) == 1:
        return Results(strict)
    known = {each.id for each in strict}
    loose = [each for each in _asked(wanted, scope, kind, most, every=False) if each.id not in known]
    added = tuple(loose[: most - len(strict)])
    return Results((*strict, *added), len(added))


def alternatives(question: str) -> list[tuple[str, ...]]:
    """Return for each word of a question the terms that it may stand as: one for each language that we stem.

    Words that say nothing are left out, unless there are no others. A run of Han or Thai signs is several terms, each
    of which must be there.
    """
    words = tokens(question[:400])
    useful = [word for word in words if content_words(word, "en")] or words
    wanted: list[tuple[str, ...]] = []
    for word in useful[:_WORDS]:
        folded = stems(word, "")
        if len(folded) > 1:
            wanted += [(term,) for term in folded]
        else:
            wanted.append(tuple(sorted({term for code in ("", *STEMMED) for term in stems(word, code)})))
    return list(dict.fromkeys(wanted))[: 2 * _WORDS]


def kind_token(kind: Kind) -> str:
    """Return the token of the scope that stands for a kind."""
    return f"k{kind}"


def jurisdiction_token(code: str) -> str:
    """Return the token of the scope that stands for a jurisdiction."""
    return f"j{code.casefold().encode().hex()}"


def topic_token(topic: str) -> str:
    """Return the token of the scope that stands for a topic."""
    return f"t{topic.casefold().encode().hex()}"


_SQLITE = """
    SELECT rowid, bm25(findable_fts, 0.0, 1.0) AS weight FROM findable_fts
    WHERE findable_fts MATCH %s ORDER BY weight, rowid LIMIT %s
"""
_POSTGRES = """
    SELECT i.id, -ts_rank(i.vector, asked.query) AS weight FROM (SELECT %s::tsquery AS query) asked, findable i
    WHERE i.vector @@ asked.query ORDER BY weight, i.id LIMIT %s
"""
_CLAIMS = """
    SELECT i.id, i.words, i.place, i.language, a.jurisdiction_name || ', ' || a.topic_name, i.analysis_id, v.number,
           i.claim_id
    FROM findable i JOIN version v ON v.id = i.version_id
    JOIN analysis a ON a.id = i.analysis_id AND i.version_id = {standing} WHERE i.id IN ({{ids}})
"""
_PASSAGES = """
    SELECT i.id, i.words, i.place, i.language,
           COALESCE((SELECT s.title FROM source s WHERE s.snapshot_id = i.snapshot_id ORDER BY s.id DESC LIMIT 1), ''),
           i.snapshot_id, i.start, i."end"
    FROM findable i WHERE i.id IN ({{ids}}) {behind}
"""
_BEHIND = """AND EXISTS (
    SELECT 1 FROM source s JOIN version v ON v.id = s.version_id JOIN analysis a ON a.id = v.analysis_id
    WHERE s.snapshot_id = i.snapshot_id AND v.id {standing} {only})
"""


def _asked(
    wanted: Sequence[tuple[str, ...]], scope: Scope, kind: Kind, most: int, *, every: bool
) -> tuple[Found, ...]:
    """Return the best that may be seen: what fits is put in order first, and of that the first are looked at."""
    narrowed = [kind_token(kind)]
    narrowed += [jurisdiction_token(scope.jurisdiction)] if scope.jurisdiction else []
    narrowed += [topic_token(scope.topic)] if scope.topic and kind == "claim" else []
    of_postgres = connection.vendor == "postgresql"
    question = (_of_postgres if of_postgres else _of_sqlite)(narrowed, wanted, every=every)
    ranked = _ranked(question, _AT_ONCE)
    found = _seen(ranked, scope, kind)
    if len(ranked) == _AT_ONCE and len(found) < most:
        ranked = _ranked(question, _ALL)
        for start in range(_AT_ONCE, len(ranked), _AT_ONCE):
            found += _seen(ranked[start : start + _AT_ONCE], scope, kind)
            if len(found) >= most:
                break
    return tuple(found[:most])


def _ranked(question: str, most: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(_POSTGRES if connection.vendor == "postgresql" else _SQLITE, [question, most])
        return [row[0] for row in cursor.fetchall()]


def _seen(ranked: list[int], scope: Scope, kind: Kind) -> list[Found]:
    """Return what may be seen of some, in their order."""
    if kind == "claim":
        sql = _CLAIMS.format(standing="a.live_id" if scope.live_only else "a.latest_id")
        rows = {row[0]: _claim(row) for row in rows_among(sql, ranked)}
    else:
        behind, values = _behind(scope)
        rows = {row[0]: _passage(row) for row in rows_among(_PASSAGES.format(behind=behind), ranked, values)}
    return [rows[each] for each in ranked if each in rows]


def _behind(scope: Scope) -> tuple[str, list[Any]]:
    """Return the condition that keeps to passages behind what may be seen, with its values."""
    if not scope.live_only and not scope.topic:
        return "", []
    only = " AND s.rights = 'open'" * scope.live_only + " AND a.topic = %s" * bool(scope.topic)
    standing = "= a.live_id" if scope.live_only else "IN (a.latest_id, a.live_id)"
    return _BEHIND.format(standing=standing, only=only), [scope.topic] if scope.topic else []


def _claim(row: Sequence[Any]) -> Found:
    number, words, place, language, about, analysis, version, claim = row
    return Found(number, words, place, language, about, analysis=analysis, version=version, claim=claim)


def _passage(row: Sequence[Any]) -> Found:
    number, words, place, language, about, snapshot, start, end = row
    return Found(number, words, place, language, about, snapshot=snapshot, start=start, end=end)


def _of_sqlite(narrowed: Sequence[str], wanted: Sequence[tuple[str, ...]], *, every: bool) -> str:
    words = [f"({' OR '.join(map(_quoted, terms))})" for terms in wanted]
    narrow = " AND ".join(map(_quoted, narrowed))
    return f"(scope : ({narrow})) AND (terms : ({(' AND ' if every else ' OR ').join(words)}))"


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _of_postgres(narrowed: Sequence[str], wanted: Sequence[tuple[str, ...]], *, every: bool) -> str:
    words = [f"({' | '.join(map(_lexeme, terms))})" for terms in wanted]
    return f"{' & '.join(map(_lexeme, narrowed))} & ({(' & ' if every else ' | ').join(words)})"


def _lexeme(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"
