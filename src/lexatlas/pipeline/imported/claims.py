"""The sentences of a published page as claims without quotes; its other words as labels; in reading order."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from lexatlas.core.claims import Claim, new_claim
from lexatlas.core.evidence import Gap, Source
from lexatlas.core.statements import ClaimStatement, LabelStatement, Statement
from lexatlas.pipeline.imported.fields import Line, PageSection

QUESTION = "imported-page"
PRINTED = "As printed on the page"
QUOTE_LABEL = "Quote without source"
NAMED_QUOTE_LABEL = "Quote, source named and not read"
# Sections of "Label: text" lines; elsewhere only a line with a bullet may have a label.
_LABELLED = ("Key Pillars", "Considerations", "Summary Points")
_GROUP = re.compile(r"[IVX]+\.\s+\S.*")
_LABEL = re.compile(
    r"(?P<label>[^:;“”\"]{2,120}?)(?P<mark>:|\s[-–—])\s+(?P<text>[A-Z\d'‘\"“~$€£].*)", re.DOTALL
)
_END = re.compile(r"[.!?]['’\"”)]*\s+(?=['‘\"“(]*[A-Z\d])")
_WORD = re.compile(r"[\w.]*$")
# A full stop after one of these, or after an initial, ends no sentence.
_SHORT = ("no", "nos", "art", "arts", "sec", "s", "ss", "ch", "p", "pp", "para", "e.g", "i.e", "cf", "approx",
          "vs", "dr", "mr", "mrs", "ms", "prof", "st", "inc", "ltd", "co")  # fmt: skip
_QUOTED = re.compile(r"[\"“„«].*[\"”“»]\.?", re.DOTALL)
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")


@dataclass
class Collected:
    """What has been taken from a page so far: claims by id in order of appearance, sources, gaps, queries."""

    origin: str
    claims: dict[str, Claim] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    queries: list[str] = field(default_factory=list)

    def claim(self, sentence: str, label: str = "", group: str = "") -> ClaimStatement:
        """Keep `sentence` as a claim without quotes, and name it; `again` where it was printed before."""
        claim = new_claim(
            Claim(question=QUESTION, label=label, form="free", sentence=sentence, origin=self.origin)
        )
        again = claim.id in self.claims
        self.claims.setdefault(claim.id, claim)
        return ClaimStatement(claim=claim.id, label=label, group=group, again=again)


def printed(value: str, group: str = "", text: str = PRINTED) -> LabelStatement:
    """Keep words of the page that say nothing of the law."""
    return LabelStatement(text=text, value=value, group=group)


def sentences(text: str) -> list[str]:
    """Split a paragraph into sentences; the pieces joined by spaces have the words of the whole."""
    ends = (match for match in _END.finditer(text) if not _abbreviates(match))
    starts = [0, *(match.end() for match in ends), len(text)]
    return [text[start:end].strip() for start, end in pairwise(starts) if text[start:end].strip()]


def _abbreviates(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 12) : match.start()]
    word = _WORD.search(before)
    short = word is not None and (word[0].casefold() in _SHORT or (len(word[0]) == 1 and word[0].isupper()))
    return short and match[0][0] == "."


def plain_section(section: PageSection, kept: Collected, above: str = "") -> list[Statement]:
    """Take a section of sentences, with the labels and groups that its lines carry, all below `above`."""
    groups: list[tuple[str, list[Statement]]] = [(above, [])]
    for line in (line for paragraph in section.paragraphs for line in paragraph):
        if not line.bulleted and _GROUP.fullmatch(line.text):
            groups.append((f"{above} · {line.text}" if above else line.text, []))
        else:
            groups[-1][1].extend(_line(line, section.name in _LABELLED, groups[-1][0], kept))
    # A heading with nothing below it is kept as the words that it is.
    return [row for name, rows in groups for row in rows or ([printed(name)] if name else [])]


def _line(line: Line, labelled: bool, group: str, kept: Collected) -> list[Statement]:
    if line.text.endswith(":") and (labelled or line.bulleted):
        return [printed(line.text, group)]
    label, text = _label_of(line, labelled)
    return [kept.claim(sentence, label, group) for sentence in sentences(text)]


def _label_of(line: Line, labelled: bool) -> tuple[str, str]:
    match = _LABEL.fullmatch(line.text) if labelled or line.bulleted else None
    # A label is a name, not a sentence with a colon in it; a dash parts them only where labels are the rule.
    if not match or len(match["label"].split()) > 14 or len(sentences(match["label"])) > 1:
        return "", line.text
    if match["mark"] != ":" and not labelled:
        return "", line.text
    return match["label"].strip(), match["text"]


def evidence_section(section: PageSection, kept: Collected) -> list[Statement]:
    """Take quotes as claims, since nothing archived shows them; dates stay where they are printed.

    A date between two quotes may belong to either, so it is kept in its place and given to none. A line that
    is neither, below a quote in its paragraph, names the quote's source.
    """
    found: list[Statement] = []
    for paragraph in section.paragraphs:
        texts = [line.text for line in paragraph]
        for text, below in zip(texts, [*texts[1:], ""], strict=True):
            found.append(_evidence(text, below, kept))
    return found


def _evidence(text: str, below: str, kept: Collected) -> Statement:
    if _QUOTED.fullmatch(text):
        named = below and not _QUOTED.fullmatch(below) and not _DATE.fullmatch(below)
        return kept.claim(text, NAMED_QUOTE_LABEL if named else QUOTE_LABEL)
    if _DATE.fullmatch(text):
        return printed(text, text="Date printed here; what it dates is not shown")
    return printed(text)


def reviews_section(section: PageSection, kept: Collected) -> list[Statement]:  # noqa: ARG001 - as its kind
    """Take reviews as printed: they are claimed by the page and have no effect."""
    return [printed(line.text) for paragraph in section.paragraphs for line in paragraph]
