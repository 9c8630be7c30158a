"""A home for measuring the site: a live analysis, a million rows beside it, passages in many scripts, long versions.

Run as a program with LEXATLAS_HOME set; prints, as JSON, what the measures ask for. Every name and word is invented.
"""

import json
import os
import random
import sqlite3
import sys
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

ROWS, PASSAGES, CLAIMS, VERSIONS = 1_000_000, 200_000, 300, 9
PLACES, TOPICS, LEVELS = 250, 40, 100
CODES = (
    "allowed-regulated",
    "full-licence",
    "banned",
    "no-evidence",
    "contested",
    "registration",
    "silent",
    "mixed",
)
STAGES = ("Live", "In Review", "Step 1 Base Research", "Step 3 Blended Synthesis")
LEVELS_OF_CONFIDENCE = ("None", "Low", "Medium", "High")
FIRST = 1_000
"""The first number of the rows in bulk: the sample stands below."""
SEED = 7
AT = datetime(2026, 6, 1, 8, 30, tzinfo=UTC)
COPIES_OF_A_PLACE, PLACES_SEARCHED = 20, 20
SCRIPTS = {
    "en": "licence custody token wallet exchange holder issuer market register client reserve fee audit court ledger",
    "fr": "agrément conservation jeton portefeuille échange détenteur émetteur marché registre réserve frais tribunal",
    "de": "Erlaubnis Verwahrung Wertmarke Geldbörse Tausch Inhaber Ausgeber Markt Verzeichnis Rücklage Gebühr Gericht",
    "ru": "лицензия хранение жетон кошелёк обмен держатель эмитент рынок реестр резерв сбор аудит суд клиент",
    "el": "άδεια φύλαξη μάρκα πορτοφόλι ανταλλαγή κάτοχος εκδότης αγορά μητρώο απόθεμα τέλος έλεγχος δικαστήριο",
    "ar": "ترخيص حفظ رمز محفظة تبادل حامل مصدر سوق سجل احتياطي رسم تدقيق محكمة عميل",
    "th": "ใบอนุญาต การเก็บรักษา โทเคน กระเป๋า แลกเปลี่ยน ผู้ถือ ผู้ออก ตลาด ทะเบียน เงินสำรอง ค่าธรรมเนียม",
    "ja": "免許 保管 証票 財布 交換 保有者 発行者 市場 登録簿 準備金 手数料 監査 裁判所",
}  # fmt: skip
LETTERS = {"en": "aeioubdklmnrst", "fr": "aéeiourlmnst", "de": "aeiouäbdgklnrst", "ru": "аеиоубдклмнрст",
           "el": "αεηιουβγδκλμνρστ", "ar": "ابتثجدرسعفقكلمنوي",
           "th": "กขคงจดตนบปมยรลวส", "ja": "安以宇衣於加木久計己"}  # fmt: skip


def place(number: int) -> tuple[str, str]:
    """Return code and name of an invented jurisdiction."""
    return f"X{number:03}", f"Land of {chr(65 + number % 26)}{number:03}"


def topic(number: int) -> tuple[str, str]:
    """Return key and name of an invented topic."""
    return f"matter-{number:02}", f"Matter {number:02} of tokens"


def make() -> dict[str, Any]:
    """Fill the home, unless it is filled, and return what the measures ask for."""
    known = Path(os.environ["LEXATLAS_HOME"]) / "measured.json"
    if known.is_file():
        found: dict[str, Any] = json.loads(known.read_text(encoding="utf-8"))
        return found
    from lexatlas.cli.site.ground import site  # noqa: PLC0415 - Django reads the home when it is loaded

    with site(migrated=False):
        made = _made()
    known.write_text(json.dumps(made), encoding="utf-8")
    return made


def _made() -> dict[str, Any]:
    from django.conf import settings  # noqa: PLC0415 - as above

    from lexatlas.cli.site.migrate import migrate  # noqa: PLC0415 - as above

    migrate()
    page, cookie = _sample()
    _say(f"{ROWS:,} analyses")
    with sqlite3.connect(settings.DATABASES["default"]["NAME"]) as database:
        _analyses(database)
    _say(f"versions of {CLAIMS} claims")
    compared = _long_versions(page)
    _say(f"{PASSAGES:,} passages")
    with sqlite3.connect(settings.DATABASES["default"]["NAME"]) as database:
        _passages(database)
        database.execute("INSERT INTO findable_fts(findable_fts) VALUES ('optimize')")
        database.execute("ANALYZE")
    return {
        "analysis": page, "cookie": cookie, "compared": compared, "page": _page_told(page),
        "database": str(settings.DATABASES["default"]["NAME"]),
    }  # fmt: skip


def _page_told(page: int) -> str:
    """Write what the live page says, claim by claim with its quotes, for a peer to keep; return the file's path."""
    from lexatlas.store.models import Version  # noqa: PLC0415 - as above
    from lexatlas.store.queries.documents import document  # noqa: PLC0415 - as above

    row = Version.objects.get(analysis=page, stage="Live")
    whole = document(row.document_id)
    verdicts = whole.verdicts_by_claim()
    blocks: list[dict[str, Any]] = []
    for question in dict.fromkeys(claim.question for claim in whole.claims):
        blocks.append({"type": "heading", "value": question})
        for claim in whole.claims:
            if claim.question == question:
                quotes = [{"words": quote.words, "place": quote.locator} for quote in claim.quotes]
                verdict = verdicts[claim.id].code if claim.id in verdicts else ""
                blocks.append(
                    {
                        "type": "claim",
                        "value": {"sentence": claim.sentence, "verdict": verdict, "quotes": quotes},
                    }
                )
    told = {
        "title": row.public_id,
        "code": row.code_name,
        "summary": f"<p>{row.second_line}</p>",
        "body": blocks,
    }
    path = Path(os.environ["LEXATLAS_HOME"]) / "page.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    return str(path)


def _say(what: str) -> None:
    print(f"Making {what} …", file=sys.stderr, flush=True)


def _sample() -> tuple[int, str]:
    """Load the sample and open its reading to everybody; return the live analysis and a session of its analyst."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415 - as above
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415 - as above

    from lexatlas.cli.site.sample import LIVE, load_sample  # noqa: PLC0415 - as above
    from lexatlas.desk.site_settings import change  # noqa: PLC0415 - as above
    from lexatlas.store.models import Analysis, Person  # noqa: PLC0415 - as above
    from lexatlas.store.queries.site import PUBLIC_READING  # noqa: PLC0415 - as above

    load_sample(Path(os.environ["LEXATLAS_HOME"]) / "sample", AT, lambda words: print(words, file=sys.stderr))
    change(name=PUBLIC_READING, value="yes", by=None, at=AT)
    person = Person.objects.get(email="ada@example.org")
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.set_expiry(90 * 24 * 3600)
    session.create()
    found = Analysis.objects.get(jurisdiction=LIVE[0], topic=LIVE[1])
    return found.pk, str(session.session_key)


def _without_indexes(database: sqlite3.Connection, table: str) -> list[str]:
    found = database.execute(
        "SELECT name, sql FROM sqlite_master WHERE type='index' AND tbl_name=? AND sql IS NOT NULL", [table]
    ).fetchall()
    for name, _ in found:
        database.execute(f'DROP INDEX "{name}"')
    return [sql for _, sql in found]


def _analyses(database: sqlite3.Connection) -> None:
    """Write the rows in bulk: an analysis and its newest version for each question; every second one is live."""
    database.execute("PRAGMA foreign_keys=OFF")
    indexes = [*_without_indexes(database, "analysis"), *_without_indexes(database, "version")]
    document = database.execute("SELECT sha256 FROM document LIMIT 1").fetchone()[0]
    for table, rows in (("version", _version_rows(document)), ("analysis", _analysis_rows())):
        first = next(rows)
        names = ", ".join(first)
        marks = ", ".join(f":{name}" for name in first)
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
        database.execute(statement, first)
        database.executemany(statement, rows)
    for sql in indexes:
        database.execute(sql)
    database.commit()


def _drawn(number: int) -> dict[str, Any]:
    """Return what analysis and version of a number share."""
    draw = random.Random(SEED + number)
    which = number - FIRST
    code = draw.choice(CODES)
    return {
        "place": place(which % PLACES), "topic": topic(which // PLACES % TOPICS),
        "level": f"level-{which // PLACES // TOPICS:02}", "code": code,
        "code_name": code.replace("-", " ").capitalize(),
        "stage": STAGES[draw.choice((0, 0, 0, 1, 2, 3))], "confidence": draw.choice(LEVELS_OF_CONFIDENCE),
        "at": f"2026-0{draw.randint(1, 5)}-{draw.randint(10, 28)} 0{draw.randint(1, 9)}:{draw.randint(10, 59)}:00",
    }  # fmt: skip


def _analysis_rows() -> Iterator[dict[str, Any]]:
    for number in range(FIRST, FIRST + ROWS):
        drawn = _drawn(number)
        (code, name), (key, called) = drawn["place"], drawn["topic"]
        yield {
            "id": number, "jurisdiction": code, "jurisdiction_name": name, "topic": key, "topic_name": called,
            "level": drawn["level"], "reference_id": "", "created_at": drawn["at"], "changed_at": drawn["at"],
            "legal_hold": False, "latest_id": number, "live_id": number if drawn["stage"] == "Live" else None,
            "code": drawn["code"], "code_name": drawn["code_name"], "stage": drawn["stage"],
            "confidence": drawn["confidence"], "as_of": drawn["at"][:10],
            "live_code": drawn["code"] if drawn["stage"] == "Live" else "",
            "live_confidence": drawn["confidence"] if drawn["stage"] == "Live" else "",
        }  # fmt: skip


def _version_rows(document: str) -> Iterator[dict[str, Any]]:
    for number in range(FIRST, FIRST + ROWS):
        drawn = _drawn(number)
        yield {
            "id": number, "analysis_id": number, "number": 1, "document_sha256": document, "public_id": f"{number}@1",
            "provenance": "{}", "claimed": "{}", "run": "", "origin": "run", "created_at": drawn["at"],
            "stage": drawn["stage"], "published_at": drawn["at"] if drawn["stage"] == "Live" else None,
            "signed_alone": False, "code": drawn["code"], "code_name": drawn["code_name"],
            "second_line": f"Under act {number % 97}, with conditions", "as_of": drawn["at"][:10],
            "text_as_of": drawn["at"][:10], "confidence": drawn["confidence"],
        }  # fmt: skip


def _long_versions(page: int) -> int:
    """Make an analysis whose versions have 300 claims each, a third of them altered each time; return its number."""
    from lexatlas.store.models import Analysis, Version  # noqa: PLC0415 - Django reads the home when it is loaded

    of = Analysis.objects.get(id=page)
    base = Version.objects.select_related("document").get(analysis=page, number=1)
    number = FIRST + ROWS + 1
    analysis = Analysis.objects.create(
        id=number, jurisdiction=of.jurisdiction, topic=of.topic, level="long", jurisdiction_name=of.jurisdiction_name,
        topic_name=of.topic_name, created_at=AT, changed_at=AT, code=of.code, code_name=of.code_name, stage="In Review",
    )  # fmt: skip
    for each in range(1, VERSIONS + 1):
        analysis.latest = _long_version(analysis, base, each)
    analysis.save()
    return number


def _long_version(analysis: Any, base: Any, number: int) -> Any:
    from lexatlas.core.canonical import canonical_json, sha256_hex  # noqa: PLC0415 - as above
    from lexatlas.core.document import Document  # noqa: PLC0415 - as above
    from lexatlas.store.models import DocumentBytes, SourceRow, Version  # noqa: PLC0415 - as above

    document = Document.model_validate_json(zlib.decompress(bytes(base.document.body)))
    verdicts = document.verdicts_by_claim()
    claims, judged = [], []
    for position in range(CLAIMS):
        claim = document.claims[position % len(document.claims)]
        turn = number if (position + number) % 3 == 0 else 0
        words = f"{_altered(claim.sentence, position)}{f', as told the {turn}. time' * bool(turn)}."
        name = sha256_hex(f"{position}.{turn}".encode())[: len(claim.id)]
        claims.append(claim.model_copy(update={"id": name, "sentence": words}))
        if claim.id in verdicts:
            judged.append(verdicts[claim.id].model_copy(update={"claim": name}))
    made = document.model_copy(
        update={"claims": tuple(claims), "verdicts": tuple(judged), "sections": (), "ledger": ()}
    )
    body = canonical_json(made)
    kept = DocumentBytes.objects.create(sha256=sha256_hex(body), body=zlib.compress(body), size=len(body))
    version = Version.objects.create(
        analysis=analysis, number=number, document=kept, public_id=f"long@{number}", provenance=base.provenance,
        claimed={}, origin="edit", created_at=AT, stage="In Review", code=base.code, code_name=base.code_name,
        second_line=base.second_line, as_of=base.as_of, text_as_of=base.text_as_of, confidence=base.confidence,
    )  # fmt: skip
    for row in SourceRow.objects.filter(version=base):
        row.pk, row.version = None, version
        row.save(force_insert=True)
    return version


def _altered(sentence: str, position: int) -> str:
    """Return a sentence with two words of five invented anew: a document does not say eleven times the same."""
    draw, invented = random.Random(SEED + position), vocabulary("en")
    words = sentence.split()
    return " ".join(word if each % 5 > 1 else draw.choice(invented) for each, word in enumerate(words))


@cache
def vocabulary(language: str) -> list[str]:
    """Return words of a language's letters, the telling ones first; the same each time."""
    draw = random.Random(f"{SEED}{language}")
    telling = SCRIPTS[language].split()
    return telling + ["".join(draw.choices(LETTERS[language], k=draw.randint(3, 9))) for _ in range(3_000)]


def _passages(database: sqlite3.Connection) -> None:
    """Write passages of twenty jurisdictions, twenty copies each, behind live versions and open to everybody."""
    from lexatlas.language.terms import TERMS_VERSION, content_words  # noqa: PLC0415 - as above
    from lexatlas.store.search import jurisdiction_token, kind_token  # noqa: PLC0415 - as above

    of_copy = PASSAGES // (COPIES_OF_A_PLACE * PLACES_SEARCHED)
    words_of = {language: vocabulary(language) for language in SCRIPTS}
    for number in range(COPIES_OF_A_PLACE * PLACES_SEARCHED):
        code, _ = place(number % PLACES_SEARCHED)
        language = tuple(SCRIPTS)[number % len(SCRIPTS)] if number % 3 else "en"
        name = f"{number:064x}"
        draw = random.Random(SEED + number)
        database.execute(
            "INSERT INTO snapshot (text, raw, structure, media_type, language, size, length, has_raw, whole, kept_at) "
            "VALUES (?, '', '', 'text/plain', ?, 0, 0, 0, 1, ?)", [name, language, "2026-06-01 08:30:00"]
        )  # fmt: skip
        version = database.execute(
            "SELECT live_id FROM analysis WHERE jurisdiction = ? AND live_id IS NOT NULL LIMIT 1 OFFSET ?",
            [code, number // PLACES_SEARCHED],
        ).fetchone()[0]
        database.execute(
            "INSERT INTO source (version_id, snapshot_id, source_id, title, publisher, jurisdiction, language, kind, "
            "tier, rights, address, dated, quotes, excerpts, has_raw, raw, structure) VALUES "
            "(?, ?, ?, ?, 'Gazette', ?, ?, 'act', 'T1', 'open', '', '2026-01-01', 0, '', 0, '', '')",
            [version, name, f"act-{number}", f"Act {number}", code, language],
        )
        scope = f"{kind_token('passage')} {jurisdiction_token(code)}"
        rows = []
        for each in range(of_copy):
            drawn = draw.choices(words_of[language], k=34) + draw.choices(words_of[language][:12], k=3)
            draw.shuffle(drawn)
            words = ("" if language in ("th", "ja") else " ").join(drawn)
            terms = " ".join(dict.fromkeys(content_words(words, language)))
            rows.append(
                (
                    name,
                    each * 300,
                    each * 300 + 280,
                    language,
                    f"Article {each}",
                    words,
                    scope,
                    terms,
                    TERMS_VERSION,
                )
            )
        database.executemany(
            'INSERT INTO findable (snapshot_id, claim_id, start, "end", language, place, words, scope, terms, '
            "terms_version) VALUES (?, '', ?, ?, ?, ?, ?, ?, ?, ?)", rows
        )  # fmt: skip
    database.commit()


if __name__ == "__main__":
    print(json.dumps(make()))
