"""Runs the analyst over folders with a fault in them and says whether it withholds what it must not say."""

import json
import tempfile
from pathlib import Path
from typing import Any

from lexatlas.codebook import Codebook
from lexatlas.core.document import ABSTENTIONS, Document
from lexatlas.language.money import amounts
from lexatlas.pipeline.eval.asked import answered, brief_on
from lexatlas.pipeline.eval.corpus import Corpus
from lexatlas.pipeline.planted.folders import Folder, Given, all_given
from lexatlas.sources.manifest import MANIFEST
from lexatlas.sources.pool import ReaderPool

_OUT = ("superseded", "repealed")


def given_folder(folder: Path) -> Folder:
    """Return the documents of a folder with the rows of its manifest."""
    rows = [json.loads(line) for line in (folder / MANIFEST).read_text(encoding="utf-8").splitlines() if line]
    return Folder({row["path"]: (folder / row["path"]).read_bytes() for row in rows}, tuple(rows))


def tried_folders(
    folder: Path, place: str, topic: str, day: str, book: Codebook, pool: ReaderPool
) -> list[dict[str, Any]]:
    """Return a row for each faulty folder that can be made of the documents of `folder`."""
    whole = given_folder(folder)
    clean = {name: _run(Folder({name: raw}, tuple(row for row in whole.rows if row["path"] == name)),
                        place, topic, day, book, pool) for name, raw in whole.files.items()}  # fmt: skip
    rows = []
    for given in all_given(whole):
        names = [name for name in given.folder.files if name in clean]
        base = clean[names[0]] if names else None
        # A fault that takes a code away shows only where the same law gives one.
        if (
            given.expect == "no code"
            and given.variant != "nothing but a newspaper"
            and not (base and base.status.coded)
        ):
            continue
        rows.append(_judged(given, _run(given.folder, place, topic, day, book, pool)))
    return rows


def _judged(given: Given, document: Document | None) -> dict[str, Any]:
    caught = _CAUGHT[given.expect](document) if document else "withheld: nothing could be read"
    return {"kind": given.kind, "variant": given.variant, "on": ", ".join(sorted(given.folder.files)),
            "language": str(given.folder.rows[0].get("language", "")), "caught": bool(caught),
            "by": [caught] if caught else []}  # fmt: skip


def _run(
    folder: Folder, place: str, topic: str, day: str, book: Codebook, pool: ReaderPool
) -> Document | None:
    """Return the analysis of a folder; None when none of its documents can be read."""
    with tempfile.TemporaryDirectory() as held:
        below = Path(held)
        for name, raw in folder.files.items():
            (below / name).write_bytes(raw)
        (below / MANIFEST).write_text(
            "".join(f"{json.dumps(row)}\n" for row in folder.rows), encoding="utf-8"
        )
        dossier = Corpus(below, book, pool, lambda _: None).dossier(sorted(folder.files))
    return answered(brief_on(book, place, topic, day), dossier, book) if dossier.sources else None


# -- what an honest run does; each returns by what the fault is caught, "" for a miss -------------------------


def _no_code(document: Document) -> str:
    return "" if document.status.coded else f"withheld: {document.status.code}"


def _not_said_absent(document: Document) -> str:
    code = document.status.code
    return f"withheld: {code}" if code in ABSTENTIONS else ""


def _not_in_force(document: Document) -> str:
    """The old text carries nothing, or every claim of it is marked as ended."""
    old = {source.id for source in document.sources if source.path.endswith("old.txt")}
    claims = [claim for claim in document.claims if any(quote.source in old for quote in claim.quotes)]
    carrying = {id_ for reason in document.status.reasons for id_ in reason.claims}
    if any(claim.id in carrying or claim.force not in _OUT for claim in claims):
        return ""
    return "marked as ended" if claims else "withheld: nothing of it is told"


def _no_period(document: Document) -> str:
    told = any(
        row.value.period != "none" for claim in document.claims for row in amounts(claim.sentence, "en")
    )
    return "" if told else "withheld: no claim gives a period"


_CAUGHT = {
    "no code": _no_code,
    "no evidence not said": _not_said_absent,
    "not in force": _not_in_force,
    "no such period": _no_period,
}
