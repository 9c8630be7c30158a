"""Who sees to which analyses by when, and the labels to find them by: the acts that may be done in bulk."""

from collections.abc import Sequence
from datetime import date, datetime

from lexatlas.core.workflow import may
from lexatlas.desk import event
from lexatlas.desk.act import written
from lexatlas.desk.free_text import needed, on_one_line, too_long
from lexatlas.desk.locked import holds, locked_analyses
from lexatlas.desk.may import refuses
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.store.models import Analysis, Label, Person, Words

MOST = 500
LABEL_HAS = 60


def assign(
    *, analyses: Sequence[int], to: int | None, due: date | None, reason: str, by: Person, at: datetime
) -> Outcome:
    """Give analyses to a person who can work on them, with a day by which and the reason; all of them or none.

    `to` None takes them from whoever had them; `due` None sets no day.
    """
    said = on_one_line(reason)
    refusal = refuses(by, "assign") or _how_many(analyses) or too_long(said, "The reason") or _gone(due, at)
    if refusal:
        return refusal

    def write() -> Outcome:
        rows, person = locked_analyses(analyses), _worker(to)
        if isinstance(rows, Refused):
            return rows
        if isinstance(person, Refused):
            return person
        words = event.words(text=said, by=by, at=at) if said else None
        for row in rows:
            _assigned(row, person, due, words, by, at)
        who = f"given to {person.shown}" if person else "given to nobody"
        return Done(f"{_counted(len(rows))} {who}{f', due {due}' if due else ''}.", *_only(rows))

    return written(write)


def label(*, analyses: Sequence[int], name: str, on: bool, by: Person, at: datetime) -> Outcome:
    """Put a label on analyses, or take it off; those that have it so already are left as they are."""
    word = on_one_line(name)
    refusal = refuses(by, "label") or _how_many(analyses) or needed(word, "The label", LABEL_HAS)
    if refusal:
        return refusal

    def write() -> Outcome:
        rows = locked_analyses(analyses)
        if isinstance(rows, Refused):
            return rows
        have = set(Label.objects.filter(analysis__in=rows, name=word).values_list("analysis_id", flat=True))
        changed = [row for row in rows if (row.pk in have) != on]
        if not changed:
            return Refused(f"Nothing to change: “{word}” is {'on' if on else 'off'} all of them already.")
        if on:
            Label.objects.bulk_create(Label(analysis=row, name=word) for row in changed)
        else:
            Label.objects.filter(analysis__in=changed, name=word).delete()
        # A label may say anything, also of people: the chain gets its commitment.
        kept = event.words(text=word, by=by, at=at).commitment
        for row in changed:
            payload = {"words": kept, "on": on}
            event.record(chain=str(row.pk), act="label", by=by, at=at, payload=payload)
        return Done(
            f"“{word}” was {'put on' if on else 'taken off'} {_counted(len(changed))}.", *_only(changed)
        )

    return written(write)


def _assigned(
    row: Analysis, person: Person | None, due: date | None, words: Words | None, by: Person, at: datetime
) -> None:
    Analysis.objects.filter(pk=row.pk).update(assigned_to=person, due=due, assigned_why=words)
    payload = {
        "to": person.key if person else "",
        "due": due.isoformat() if due else "",
        **({"words": words.commitment} if words else {}),
    }
    event.record(chain=str(row.pk), act="assign", by=by, at=at, payload=payload)


def _worker(to: int | None) -> Person | Refused | None:
    if to is None:
        return None
    person = Person.objects.filter(id=to, is_active=True).first() if holds(to) else None
    if person is None:
        return Refused("That person has no open account. Choose somebody else.")
    if not may(person.role, "edit"):  # type: ignore[arg-type]  # a row holds a role as plain text
        return Refused(f"{person.shown} is a {person.role} and cannot work on analyses. Choose an analyst.")
    return person


def _how_many(analyses: Sequence[int]) -> Refused | None:
    if not analyses:
        return Refused("No analysis is chosen. Tick at least one.")
    if len(set(analyses)) > MOST:
        return Refused(f"{len(set(analyses))} analyses are chosen; at most {MOST} are changed at once.")
    return None


def _gone(due: date | None, at: datetime) -> Refused | None:
    if due is not None and due < at.date():
        return Refused(f"The due date {due} has gone by. Choose {at.date()} or a later day.")
    return None


def _counted(number: int) -> str:
    return f"{number} analys{'is' if number == 1 else 'es'}"


def _only(rows: Sequence[Analysis]) -> tuple[int, ...]:
    return (rows[0].pk,) if len(rows) == 1 else ()
