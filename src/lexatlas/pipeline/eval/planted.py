"""Plants every kind of fault into sound documents and says by what each is caught, and what is flagged without one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from lexatlas.checks import BESIDE
from lexatlas.checks.verdict import judge_claim, judge_claims, judge_document, view_of
from lexatlas.checks.view import View
from lexatlas.codebook import Codebook
from lexatlas.core.claims import Claim, new_claim
from lexatlas.core.document import Document
from lexatlas.core.evidence import CARRYING_PARTS, Dossier, Quote, QuotePart, Source, Unit
from lexatlas.core.ports import Progress
from lexatlas.language.wording import sentence_of
from lexatlas.pipeline.eval.asked import answered, brief_on
from lexatlas.pipeline.eval.corpus import Corpus
from lexatlas.pipeline.eval.planted_folders import tried_folders
from lexatlas.pipeline.planted import __name__ as planted_room
from lexatlas.pipeline.planted.kinds import all_planted
from lexatlas.pipeline.planted.sound import KINDS, Planted, Sound
from lexatlas.sources.pool import ReaderPool

DAY = "2026-06-01"
"""The day asked about; the invented laws began in 2025."""
PLACE = "XA"
TOPICS = ("vasp-licensing", "retail-trading-status")
QUOTED = 12
"""Sentences of a law that are told word for word beside what the analyst tells, so that every language has some."""
LAWS = 5
OF_CLAIMS = ("authority", "currency", "conflicts", "placeholders", "typed", "values")
"""Checks of a claim that flag a fault beside its verdict."""
FALLEN = ("partial", "contradicted", "unverified")


@dataclass
class Tried:
    """A sound document with what the checks say of it, so that only what a fault adds is counted."""

    sound: Sound
    book: Codebook
    view: View
    remade: dict[tuple[str, tuple[Source, ...]], Document] = field(default_factory=dict)

    @cached_property
    def flags(self) -> frozenset[tuple[str, str]]:
        """What is flagged of the document without a fault: false alarms, all of them."""
        return frozenset(self.flags_of(self.sound.document, self.sound.document.claims))

    def flags_of(self, document: Document, claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
        """Yield the flags of a document, and of these claims of it: by what, and about which words."""
        view = replace(
            self.view, brief=document.brief, topic=self.book.topics.get(document.brief.topic), memo={}, settled={},
            sources={source.id: source for source in document.sources},
            snapshots={row.text: row for row in document.snapshots},
        )  # fmt: skip
        for claim in claims:
            verdict = judge_claim(claim, view)
            if verdict.code in FALLEN:
                yield f"verdict {verdict.code}", claim.id
            for answer in verdict.answers:
                if answer.check in OF_CLAIMS and answer.answer == "no":
                    yield f"check {answer.check}", claim.id
        for answer in judge_document(document, view):
            if answer.answer == "no" and answer.check not in BESIDE:
                yield f"check {answer.check}", " ".join((answer.reason, *answer.words))

    def made_again(self, document: Document) -> Iterator[str]:
        """Yield what comes out otherwise when the document is made again from its own texts, as `verify` does."""
        known = set(self.view.texts)
        if any(source.snapshot not in known for source in document.sources):
            yield "verify: a source without its text"
            return
        key = (document.brief.model_dump_json(), document.sources)
        if key not in self.remade:
            self.remade[key] = answered(document.brief, _dossier(document, self.sound), self.book)
        today = self.remade[key]
        for name in ("status", "force", "factors", "instruments", "ledger", "sections"):
            if getattr(today, name) != getattr(document, name):
                yield f"verify: {name}"


def _dossier(document: Document, sound: Sound) -> Dossier:
    snapshots = {row.text: row for row in document.snapshots}
    return Dossier(document.sources, snapshots, dict(sound.texts), document.gaps)


def tried(name: str, place: str, topic: str, dossier: Dossier, book: Codebook) -> Tried:
    """Analyse texts, add sentences told word for word, and keep what the checks say of the whole."""
    brief = brief_on(book, place, topic, DAY)
    document = answered(brief, dossier, book)
    remade = {(brief.model_dump_json(), document.sources): document}
    view = view_of(document, dossier.texts, codebook=book)
    told = _told(document, view)
    whole = document.model_copy(update={"claims": (*document.claims, *told)})
    verdicts = judge_claims(whole, dossier.texts, codebook=book)
    whole = whole.model_copy(update={"verdicts": tuple(verdicts[claim.id] for claim in whole.claims)})
    language = document.sources[0].language if document.sources else ""
    return Tried(Sound(name, language, whole, dossier.texts), book, view, remade)


def _told(document: Document, view: View) -> list[Claim]:
    """Return sentences of the texts as claims in the law's own words, as far as they match."""
    told: dict[str, Claim] = {}
    known = {claim.sentence for claim in document.claims}
    for source in document.sources:
        held = view.held(source.snapshot)
        units = [unit for unit in held.units if unit.part in CARRYING_PARTS] if held else []
        for unit in units:
            claim = _in_its_words(unit, source, view)
            if len(told) < QUOTED and claim.sentence not in known and 20 < len(claim.sentence) < 600:
                made = new_claim(claim)
                if judge_claim(made, view).code == "verified":
                    told[made.id] = made
    return list(told.values())


def _in_its_words(unit: Unit, source: Source, view: View) -> Claim:
    text = view.texts[source.snapshot].text
    parts = tuple(QuotePart(start=s, end=e, exact=text[s:e]) for s, e in unit.parts)
    language = view.languages.get(source.snapshot, source.language)
    quote = Quote(snapshot=source.snapshot, source=source.id, locator=unit.locator, part=unit.part,
                  language=language, parts=parts)  # fmt: skip
    sentence = sentence_of([text[s:e] for s, e in unit.parts])
    question = view.topic.facts[0].id if view.topic else ""
    return Claim(question=question, form="words", sentence=sentence, quotes=(quote,))


# -- what is planted into -------------------------------------------------------------------------------------


def all_tried(book: Codebook, pool: ReaderPool, progress: Progress, corpus: Path | None) -> Iterator[Tried]:
    """Yield the invented laws in every language, then laws of the corpus, one a language, the longest first."""
    own = Corpus(_own_folder(), book, pool, progress)
    for name in own.names():
        yield tried(name, PLACE, TOPICS[0], own.dossier([name]), book)
    if corpus is not None:
        held = Corpus(corpus, book, pool, progress)
        for number, name in enumerate(_laws(held)):
            dossier = held.dossier([name])
            place = dossier.sources[0].jurisdiction
            yield tried(name, place, TOPICS[number % len(TOPICS)], dossier, book)


def _own_folder() -> Path:
    """Return where the invented laws lie."""
    return Path(str(files(planted_room).joinpath("data", "laws")))


def _laws(held: Corpus) -> list[str]:
    """Return the names of the longest official text in each language, at most `LAWS` languages and one more law."""
    found: dict[str, list[tuple[int, str]]] = {}
    for name in held.names():
        whole = held.dossier([name])
        for source in whole.sources:
            if source.tier == "T1" and source.jurisdiction:
                row = (whole.snapshots[source.snapshot].length, name)
                found.setdefault(source.language.split("-")[0], []).append(row)
    best = sorted((max(rows) for rows in found.values()), reverse=True)
    return [name for _, name in best[: LAWS + 1]]


# -- what comes of it -----------------------------------------------------------------------------------------


def judged(trial: Tried, one: Planted) -> dict[str, Any]:
    """Return one planted fault with all that catches it; `by` is empty for a miss."""
    claims = [claim for claim in one.document.claims if claim.id in one.claims]
    new = dict.fromkeys(
        by for by, words in trial.flags_of(one.document, claims) if (by, words) not in trial.flags
    )
    again = [] if new else list(dict.fromkeys(trial.made_again(one.document)))
    return {"kind": one.kind, "variant": one.variant, "on": one.sound.name, "language": one.sound.language,
            "caught": bool(new or again), "by": [*new, *again]}  # fmt: skip


def evaluate_planted(
    book: Codebook, pool: ReaderPool, progress: Progress, corpus: Path | None = None
) -> dict[str, Any]:
    """Return what was caught and missed by kind and variant, and the flags on the documents without a fault."""
    rows: list[dict[str, Any]] = []
    clean: list[dict[str, Any]] = []
    for trial in all_tried(book, pool, progress, corpus):
        progress(f"Planting into {trial.sound.name}")
        again = list(trial.made_again(trial.sound.document))
        flags = sorted({by for by, _ in trial.flags} | set(again))
        sound = trial.sound
        clean.append({"on": sound.name, "language": sound.language, "flags": flags,
                      "claims": len(sound.document.claims), "code": sound.document.status.code})  # fmt: skip
        rows += [judged(trial, one) for one in all_planted(trial.sound)]
    progress("Planting into folders")
    rows += tried_folders(_own_folder(), PLACE, TOPICS[0], DAY, book, pool)
    alarms = sum(bool(row["flags"]) for row in clean)
    return {"kinds": KINDS, **counted(rows), "false_alarms": alarms, "clean": clean, "rows": rows}


def counted(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Count the planted faults by kind, variant and language."""
    by_kind: dict[str, Any] = {}
    for kind in KINDS:
        mine = [row for row in rows if row["kind"] == kind]
        variants = dict.fromkeys(row["variant"] for row in mine)
        by_kind[kind] = {
            **_count(mine),
            "languages": sorted({row["language"] for row in mine}),
            "variants": {name: _count([row for row in mine if row["variant"] == name]) for name in variants},
        }
    caught = [kind for kind in KINDS if by_kind[kind]["planted"] and not by_kind[kind]["missed"]]
    return {**_count(rows), "kinds_caught": caught, "by_kind": by_kind}


def _count(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    by: dict[str, int] = {}
    for row in rows:
        for way in row["by"][:1]:
            by[way] = by.get(way, 0) + 1
    missed = sum(not row["caught"] for row in rows)
    only = sum(bool(row["by"]) and row["by"][0].startswith("verify") for row in rows)
    return {"planted": len(rows), "caught": len(rows) - missed, "missed": missed, "only_by_verify": only,
            "by": dict(sorted(by.items(), key=lambda item: (-item[1], item[0])))}  # fmt: skip
