"""The twelve sections of a page in their order; one with nothing says so in one sentence."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lexatlas.core.document import Document
from lexatlas.core.standing import Standing
from lexatlas.core.statements import SECTIONS, Statement
from lexatlas.exports.view import reviews, web
from lexatlas.exports.view.evidence import Drawers
from lexatlas.exports.view.laws import law_lists
from lexatlas.exports.view.lines import Lines
from lexatlas.exports.view.numbers import OTHER, Numbers
from lexatlas.exports.view.quotes import Quotes
from lexatlas.exports.view.report import report, source_lists
from lexatlas.exports.view.values import Group, Row, Section
from lexatlas.exports.view.words import MARKS, SHORT_OF, Mark, counted, listed

MOST_ANSWERS = 3
"""Claims that stand open below one question; the rest is folded."""
POINTS = (
    "I. Regulatory Status", "II. Key Regulatory Bodies", "III. Important Legislation",
    "IV. Compliance Requirements", "V. Notable Restrictions or Limitations",
    "VI. Recent Developments or Notes",
)  # fmt: skip
_EMPTY = {
    "Executive Summary": "No statement was made under this heading.",
    "Key Pillars": "No claim about an authority, or a rule that carries the code, was made.",
    "Landmark Laws": "No instrument is listed.",
    "Considerations": "No claim was made under this heading.",
    "Notes": "No note was made.",
    "Remaining Uncertainties": "No question of the codebook was left open by the texts given.",
    "Detailed Explanation": "No question of the codebook was answered from the texts given.",
    "Summary Points": "Nothing was found for any heading.",
    "Full Analysis Report": "No provision is quoted.",
    "Source Evidence": "No source is quoted.",
}


class Sections:
    """Makes the sections of one document."""

    def __init__(
        self, document: Document, standing: Standing, numbers: Numbers, quotes: Quotes, drawers: Drawers
    ) -> None:
        """Keep what the sections are made from."""
        self.document, self.standing, self.numbers = document, standing, numbers
        self.quotes, self.drawers = quotes, drawers
        self.lines = Lines(document, numbers, quotes)

    def all(self) -> tuple[Section, ...]:
        """Return the sections in the order of every page."""
        made: dict[str, Callable[[str], Section]] = {
            "Landmark Laws": self._laws,
            "Detailed Explanation": self._detail,
            "Summary Points": self._points,
            "Notes": self._notes,
            "Full Analysis Report": self._report,
            "Source Evidence": self._evidence,
            "Web Sources": lambda _: web.section(self.document, self.numbers, self.quotes, self.drawers),
            "Reviews": lambda _: reviews.section(self.standing, self._told("Reviews"), self.document),
        }
        return tuple(made.get(name, self._plain)(name) for name in SECTIONS)

    def _told(self, name: str) -> tuple[Statement, ...]:
        return self.numbers.told[name]

    def _plain(self, name: str) -> Section:
        return self._section(name, "statements", self._groups(name))

    def _section(
        self, name: str, form: str, groups: tuple[Group, ...] = (), *, full: bool = False
    ) -> Section:
        told = self._told(name)
        return Section(
            name=name,
            anchor=anchor(name),
            count=self._count(told),
            form=form,
            note=self._note(told),
            groups=groups,
            short=self._short(name),
            empty="" if groups or full else _EMPTY[name],
        )

    def _groups(self, name: str, limit: int = 0) -> tuple[Group, ...]:
        grouped: dict[str, list[tuple[int, Statement]]] = {}
        for index, statement in enumerate(self._told(name)):
            grouped.setdefault(statement.group, []).append((index, statement))
        groups = [self.lines.group(name, heading, told, limit) for heading, told in grouped.items()]
        return tuple(group for group in groups if group.lines or group.refs)

    def _laws(self, name: str) -> Section:
        laws, rest = law_lists(self.document, self.lines, self._told(name))
        groups = (rest,) if rest.lines or rest.refs else ()
        papers = sum(entry.group == "other" for entry in self.document.instruments)
        number = len(self.document.instruments) - papers
        note = listed((_counted(number, "instrument"), _counted(papers, "other paper")))
        section = self._section(name, "laws", groups, full=bool(laws))
        return replace(section, laws=laws, count=str(number or ""), note=note)

    def _detail(self, name: str) -> Section:
        groups = tuple(_unlabelled(group) for group in self._groups(name, MOST_ANSWERS))
        return self._section(name, "statements", _others_last(groups))

    def _points(self, name: str) -> Section:
        groups = {group.heading: group for group in self._groups(name)}
        if not groups:
            return self._section(name, "points")
        empty = "Nothing was found for this heading."
        six = [groups.pop(point, Group(point, empty=empty)) for point in POINTS]
        return self._section(name, "points", (*groups.values(), *six))

    def _notes(self, name: str) -> Section:
        rows = (*_claimed(self.document), *self._flags())
        return replace(self._section(name, "statements", self._groups(name), full=bool(rows)), rows=rows)

    def _flags(self) -> Iterator[Row]:
        status = self.document.status
        if status.coded:
            yield Row("Maturity of the rules", status.maturity.replace("-", " "))
        for flag in status.flags:
            yield Row(f"Flag: {flag.name.replace('-', ' ')}", flag.value, refs=self.numbers.refs(flag.claims))

    def _report(self, name: str) -> Section:
        if self._told(name):
            return self._plain(name)
        found = report(self.document, self.numbers, self.quotes)
        number = sum(len(each.provisions) + len(each.folded) for each in found)
        note = f"{counted(number, 'provision')}, quoted in article order" if found else ""
        section = self._section(name, "report", full=bool(found))
        return replace(section, report=found, count=str(number or ""), note=note)

    def _evidence(self, name: str) -> Section:
        if self._told(name):
            return self._plain(name)
        lists = source_lists(self.document, self.numbers, self.quotes, self.drawers)
        number = sum(len(each.rows) for each in lists)
        section = self._section(name, "sources", full=bool(number))
        shown = lists if number else ()
        return replace(section, sources=shown, count=str(number or ""), note=_counted(number, "source"))

    def _count(self, told: Iterable[Statement]) -> str:
        number = sum(each.kind != "label" for each in told)
        return str(number) if number else ""

    def _note(self, told: tuple[Statement, ...]) -> str:
        claims = len({each.claim for each in told if each.kind == "claim"})
        records = len({each.sentence for each in told if each.kind == "record"})
        return listed((counted(claims, "claim") * bool(claims), counted(records, "record") * bool(records)))

    def _short(self, name: str) -> tuple[Mark, ...]:
        known = self.numbers.known
        ids = {each.claim for each in self._told(name) if each.kind == "claim" and each.claim in known}
        codes = {self.numbers.verdict(known[claim_id]).code for claim_id in ids}
        return tuple(MARKS[code] for code in SHORT_OF if code in codes)


def anchor(name: str) -> str:
    """Return the anchor of a section."""
    return name.lower().replace(" ", "-")


def _counted(number: int, name: str) -> str:
    return counted(number, name) if number else ""


def _claimed(document: Document) -> Iterator[Row]:
    """Yield what an imported page says of itself; its old number stands in the head."""
    for name, value in document.imported.items():
        if name != "Reference ID":
            yield Row(f"The page says: {name}", value)


def _unlabelled(group: Group) -> Group:
    """Leave out a label that every answer to a question bears: the question says it already."""
    lines = (*group.lines, *group.folded)
    labels = {line.lead for line in lines if line.kind != "label"}
    if not group.heading or len(labels) != 1:
        return group
    shown, folded = (
        tuple(line if line.kind == "label" else replace(line, lead="") for line in part)
        for part in (group.lines, group.folded)
    )
    return replace(group, lines=shown, folded=folded)


def _others_last(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Fold the claims that no section names, below all questions."""
    others = [group for group in groups if group.heading == OTHER]
    folded = [
        Group("", refs=group.refs, fold=f"{OTHER} ({len(lines)})", folded=lines)
        for group in others
        for lines in [(*group.lines, *group.folded)]
    ]
    return (*(group for group in groups if group.heading != OTHER), *folded)
