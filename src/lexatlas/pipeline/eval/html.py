"""The measurement as one page of HTML with plots: nothing is loaded from elsewhere, light, dark and on paper."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from typing import Any

from lexatlas.pipeline.eval.page import NOTES, answered, headline, misses, wrong_facts
from lexatlas.pipeline.eval.plots import bars, curve

Found = Mapping[str, Any]
_PARTS = ("language", "topic", "kind", "jurisdiction", "part", "document")


def report(found: Found, command: str, moved: Found | None = None) -> str:
    """Return the page; `moved` is what `baseline.moved` found, None without a baseline."""
    style = files(__package__).joinpath("data", "page.css").read_text(encoding="utf-8")
    body = "".join((_head(found, command), _moved(moved) if moved else "", _facts(found["facts"]),
                    _statuses(found), _none(found["no_answer"]), _named(found["facts"]), _left(found)))  # fmt: skip
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Accuracy</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{style}</style></head><body><main>{body}</main></body></html>\n"
    )


def _head(found: Found, command: str) -> str:
    listed = "".join(f"<li>{escape(line.removeprefix('- '))}</li>" for line in headline(found))
    notes = "".join(f"<li>{escape(note)}</li>" for note in NOTES)
    book = found["codebook"]
    return (
        f"<h1>Accuracy</h1><p>Command: <code>{escape(command)}</code></p>"
        f"<p>Codebook: edition {book['edition']}, <code>{book['sha256'][:16]}…</code>. "
        f"Gold: <code>{found['gold']['sha256'][:16]}…</code>.</p>"
        f"<ul class=headline>{listed}</ul><h2>How to read it</h2><ul>{notes}</ul>"
    )


def _facts(facts: Found) -> str:
    told = "<h2>Facts</h2>"
    for name in _PARTS:
        rows = list(facts["by"][name].items())
        recall = [(key, row["recall"], _of(row["found"], row["rows"])) for key, row in rows]
        right = [(key, row["precision"], _of(row["right"], row["overlapping"])) for key, row in rows]
        told += f"<h3>By {name}</h3><div class=pair><figure><figcaption>Recall</figcaption>"
        told += f"{bars(recall, f'Recall by {name}')}</figure><figure><figcaption>Precision</figcaption>"
        told += f"{bars(right, f'Precision by {name}')}</figure></div>"
    return told


def _statuses(found: Found) -> str:
    status = found["status"]
    rows = [(row["jurisdiction"], row["topic"], day["date"], day["gold"], day["code"], day.get("level", ""),
             _mark_of(right=day["right"]))
            for row in status["answers"] for day in (row, *row["borders"])]  # fmt: skip
    told = "<h2>Statuses</h2>" + _table(("Place", "Topic", "As of", "Gold", "Ours", "Confidence", ""), rows)
    return (
        told
        + _confused(status["confusion"])
        + _trade(status)
        + _reliable(status["reliability"])
        + _support(found)
    )


def _confused(confusion: Found) -> str:
    told = "<h3>Which codes are given for which</h3>"
    for topic, held in confusion.items():
        codes = sorted({code for ours in held.values() for code in ours})
        rows = [(gold, *(str(ours.get(code, "")) for code in codes)) for gold, ours in held.items()]
        told += f"<h4>{escape(topic)}</h4>" + _table(("Gold ↓ Ours →", *codes), rows)
    return told


def _trade(status: Found) -> str:
    rows = [row for row in status["coverage_and_accuracy"] if row["coded"]]
    points = [(row["coded"] / row["of"], row["right"] / row["coded"], row["from"]) for row in rows]
    told = [(row["from"], _of(row["coded"], row["of"]), _of(row["right"], row["coded"])) for row in rows]
    table = _table(("From confidence", "Answered", "Right of these"), told)
    plot = curve(points, "Coverage against accuracy", "Coverage", "Accuracy") if points else ""
    return f"<h3>Coverage against accuracy</h3><figure>{plot}</figure>{table}"


def _reliable(held: Found) -> str:
    few = (
        ""
        if held["enough"]
        else f"<p><strong>Too few to count: {held['rows']} answers, under 200.</strong></p>"
    )
    rows = [(row["level"], f"{row['said']:.2f}", _of(row["right"], row["n"])) for row in held["levels"]]
    score = "not known" if held["brier"] is None else f"{held['brier']:.3f}"
    base = "not known" if held["base"] is None else f"{held['base']:.3f}"
    return (
        f"<h3>Reliability</h3>{few}{_table(('Confidence', 'Says', 'Right'), rows)}"
        f"<p>Brier score {score}; the share of right answers said every time would get {base}.</p>"
    )


def _support(found: Found) -> str:
    held = found["quotes"]
    rows = [(name, str(row["claims"]), _share(row["support"])) for name, row in held["by"]["topic"].items()]
    whole = f"{_share(held['support'])} of {held['claims']} claims match their source."
    return f"<h3>Quotes</h3><p>{whole}</p>" + _table(("Topic", "Claims", "Match their source"), rows)


def _none(none: Found) -> str:
    rows = [
        (row["id"], row["topic"], answered(row["answered_by"]).replace("*", "")) for row in none["answers"]
    ]
    return "<h2>Questions without an answer</h2>" + _table(("Gold", "Topic", "Ours"), rows)


def _named(facts: Found) -> str:
    lost = _table(("Gold", "Document", "Place", "Kind", "Value", "What became of it"), misses(facts))
    bad = _table(("Gold", "Document", "Place", "Kind", "Gold's value", "Ours"), wrong_facts(facts))
    return f"<h2>Gold facts that were missed</h2>{lost}<h2>Facts of ours that are wrong</h2>{bad}"


def _moved(held: Found) -> str:
    changed = [(row["figure"], str(row["before"]), str(row["today"])) for row in held["figures"]]
    figures = _table(("Figure", "Before", "Today"), changed)
    lists = "".join(
        f"<p>{name}: {escape(', '.join(held[key])) or 'none'}.</p>"
        for name, key in (("Facts won", "won"), ("Facts lost", "lost"), ("Traps fallen for anew", "fallen"),
                          ("Traps no longer fallen for", "risen"))
    )  # fmt: skip
    other = [
        (row["asked"], row["before"], row["today"], _mark_of(right=row["right"])) for row in held["statuses"]
    ]
    codes = _table(("Asked", "Before", "Today", ""), other)
    gold = "" if held["same_gold"] else "<p><strong>The gold is not the same.</strong></p>"
    return f"<h2>What moved</h2>{gold}{figures}{lists}{codes}"


def _left(found: Found) -> str:
    left = found["left_out"]
    lines = [*left["lines"], *(f"There is no document {name}." for name in left["absent"]),
             *(f"{row['file']} {row['row']}: {row['reason']}" for row in left["not_asked"])]  # fmt: skip
    listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<h2>Left out</h2><ul>{listed or '<li>Nothing.</li>'}</ul>"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    listed = list(rows)
    if not listed:
        return "<p>None.</p>"
    top = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    return f"<div class=wide><table><thead><tr>{top}</tr></thead><tbody>{''.join(_rows(listed))}</tbody></table></div>"


def _rows(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for row in rows:
        cells = "".join(f"<td{_mark(cell)}>{escape(cell)}</td>" for cell in map(str, row))
        yield f"<tr>{cells}</tr>"


def _mark(cell: str) -> str:
    return ' class="bad"' if cell == "wrong" or cell.startswith("answered") else ""


def _mark_of(*, right: bool) -> str:
    return "right" if right else "wrong"


def _of(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part} of {whole})" if whole else "not known"


def _share(share: float | None) -> str:
    return "not known" if share is None else f"{share:.3f}"
