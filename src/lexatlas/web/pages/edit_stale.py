"""An edit that another version overtook: both side by side, and one's own carried over to the newer version."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lexatlas.core.document import Document
from lexatlas.web.pages.edit_form import Form
from lexatlas.web.words_marked import Stretch, marked


@dataclass(frozen=True)
class Kept:
    """A version's number and document, and the line of each of its claims."""

    number: int
    document: Document
    lines: Mapping[str, str]


@dataclass(frozen=True)
class Both:
    """A claim that one edited: as the newer version has it, and as one wrote it, with the words that differ marked.

    `theirs` is empty when the newer version has no such claim.
    """

    theirs: tuple[Stretch, ...]
    yours: tuple[Stretch, ...]
    removed: bool


def both(form: Form, base: Kept, newer: Kept) -> tuple[Both, ...]:
    """Return each claim that was open in the form, in its order, then the claims that it adds."""
    by_line = {line: claim for claim, line in newer.lines.items()}
    found = []
    for claim in form.opened:
        before = base.document.claims_by_id().get(claim)
        if before is not None:
            now = newer.document.claims_by_id().get(by_line.get(base.lines.get(claim, ""), ""))
            yours = form.text(f"c-{claim}-sentence", before.sentence)
            theirs, own = marked(now.sentence if now else "", yours)
            found.append(Both(theirs if now else (), own, form.text(f"c-{claim}-remove") == "yes"))
    added = [form.text(f"n-{number}-sentence") for number in range(form.new)]
    return (*found, *(Both((), (Stretch("new", words),), removed=False) for words in added if words.strip()))


def carried(form: Form, base: Kept, newer: Kept) -> Form:
    """Return the form on the newer version: each claim on its line, one whose line is gone as an added claim.

    Quotes kept are those of the newer claim; the order of statements is the newer version's.
    """
    by_line = {line: claim for claim, line in newer.lines.items()}
    given, many = dict(form.given), dict(form.many)
    opened, new = [], form.new
    for claim in form.opened:
        now = by_line.get(base.lines.get(claim, ""), "")
        prefix = f"n-{new}" if not now else f"c-{now}"
        if not now:
            new += 1
        else:
            opened.append(now)
        for name in [name for name in given if name.startswith(f"c-{claim}-")]:
            rest = name.removeprefix(f"c-{claim}-")
            if now == claim or rest in (
                "sentence",
                "question",
                "chosen",
                "source",
                "first",
                "last",
                "remove",
            ):
                given[f"{prefix}-{rest}"] = form.given[name]
                many[f"{prefix}-{rest}"] = form.many.get(name, ())
        if now and now != claim:
            given.pop(f"c-{now}-whole", None)
    places = {entry.id: place for place, entry in enumerate(newer.document.instruments)}
    laws = []
    for place in form.laws:
        entries = base.document.instruments
        at = places.get(entries[place].id) if place < len(entries) else None
        if at is not None:
            laws.append(at)
            moved = {name.replace(f"l-{place}-", f"l-{at}-", 1): form.given[name] for name in form.given
                     if name.startswith(f"l-{place}-")}  # fmt: skip
            given.update(moved)
    return replace(form, opened=tuple(opened), new=new, laws=tuple(laws), order={}, given=given, many=many)
