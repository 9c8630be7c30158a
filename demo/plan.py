"""What the demo asks and expects, and what each sample document was written to show, read from plan.toml."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIBRARY = HERE / "library"


@dataclass(frozen=True)
class Place:
    """An invented place; `library` is the folder of its documents, shared by a zone with its country."""

    code: str
    name: str
    library: str
    about: str


@dataclass(frozen=True)
class Question:
    """One cell of the demo: place and topic, the code it must have and why, and what to look at on its page."""

    place: str
    topic: str
    title: str
    code: str
    why: str
    look: str

    @property
    def name(self) -> str:
        """The folder of its bundle."""
        return f"{self.place}.{self.topic}".lower()


@dataclass(frozen=True)
class Paper:
    """One sample document: its manifest row, what it shows, and the fault that it invites (may be empty)."""

    path: str
    shows: str
    fault: str
    row: dict[str, str]

    @property
    def form(self) -> str:
        """The format that its name ends in, in capitals."""
        return self.path.rsplit(".", 1)[-1].upper()

    @property
    def library(self) -> str:
        """The folder that it lies in."""
        return self.path.split("/", 1)[0]


@dataclass(frozen=True)
class Plan:
    """The whole demo."""

    as_of: str
    places: tuple[Place, ...]
    questions: tuple[Question, ...]
    papers: tuple[Paper, ...]

    def place(self, code: str) -> Place:
        """Return the place with this code; a question always names one."""
        return next(place for place in self.places if place.code == code)


def read_plan() -> Plan:
    """Read plan.toml with the manifest beside it; a document without a manifest row is a `KeyError`."""
    data = tomllib.loads((HERE / "plan.toml").read_text(encoding="utf-8"))
    lines = (LIBRARY / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    rows = {row["path"]: row for row in map(json.loads, lines)}
    return Plan(
        as_of=data["as_of"],
        places=tuple(Place(**place) for place in data["places"]),
        questions=tuple(Question(**question) for question in data["questions"]),
        papers=tuple(Paper(**paper, row=rows[paper["path"]]) for paper in data["documents"]),
    )
