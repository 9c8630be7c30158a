"""What makes a rule too unsure to be told: reported words, a modal that only describes, items run together."""

import re
from typing import Literal

from lexatlas.analysts.extractive.facts_actors import actor_of, modal_of
from lexatlas.core.evidence import CanonicalText, Unit
from lexatlas.language.actors import in_main_clause
from lexatlas.language.conditions import modal_hits
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.modality import NormReading
from lexatlas.language.subjects import verb_last
from lexatlas.language.wording import without_mark

_LONGEST_ACTOR = 260
_LETTERS = re.compile(r"[^\W\d_]")
_SEMICOLON = re.compile(r"[;；؛]\s*")
_ITEM = re.compile(r"\W*(?:\w{1,4}\s+)?[(（]?\s*[\w一二三四五六七八九十]{1,4}\s*[)）.、]|[—–•-]")
_INNER = re.compile(r"[;,:—]\s*(?:\w{2,4}\s+)?[(（]\s*\w{1,3}\s*[)）]\s")
_STOPS = (".", "。")
_FIRST = 40
"""Characters of an item among which its first word stands."""
_QUOTED = ("”", '"', "»", "」", "“", "」")
_FIRST_WORDS, _FEW_BEHIND = 3, 3
_FEW_LETTERS = 4
"""Letters of "and" or "or" behind the semicolon of an item."""


def merged_items(text: CanonicalText, unit: Unit, language: str) -> bool:
    """Return whether the stem of an item is not surely what the item completes.

    A stem that a stop ends is a sentence of its own; one that holds "; but (b) …, may" bids otherwise there.
    """
    if len(unit.parts) < 2 or unit.segment < 0:
        return False
    begin = text.segments[unit.segment].start
    stems = [text.text[part.start : part.end].rstrip() for part in unit.parts if part.end <= begin]
    if stems and stems[-1].endswith(_STOPS) and not verb_last(language):
        # Where the verb stands last, a whole sentence announces the items that come behind it.
        return True
    relative = phrases_regex(lexicon(language).words("rules", "relative"), language)
    item = without_mark(text.text[begin : begin + _FIRST])
    if relative.match(item) and any(_without_verb(stem, language) for stem in stems[-1:]):
        return True
    if stems and _cut_off(stems[-1], language) and not relative.match(item):
        return True
    bids = any(in_main_clause(stem, hit, language) for stem in stems for hit in modal_hits(stem, language))
    if not bids and _ends_described(without_mark(text.text[begin : unit.parts[-1].end]), language):
        return True
    return any(_turned(stem, language) for stem in stems)


def _ends_described(item: str, language: str) -> bool:
    """Whether an item is a noun that a clause describes to its end: "the tokens that the broker of a client may hold".

    Such a clause lacks the object of its verb: hardly a word stands behind the modal.
    """
    hits = modal_hits(item, language)
    if not hits or len(item[hits[0].end :].split()) > _FEW_BEHIND:
        return False
    opens = (
        *lexicon(language).words("modals", "relative"),
        *lexicon(language).words("modals", "relative_close"),
    )
    clause = re.split(r"[,;:،]", item[: hits[0].start])[-1]
    return bool(opens) and phrases_regex(opens, language).search(clause) is not None


def _without_verb(stem: str, language: str) -> bool:
    """Whether a comma comes right behind the modal of a stem that a comma ends: "The Board may, by notice,".

    Before "that every keeper …" the verb is missing, or stands behind the list.
    """
    hits = modal_hits(stem, language)
    return bool(hits) and stem.endswith(",") and stem[hits[-1].end :].lstrip().startswith(",")


def _cut_off(stem: str, language: str) -> bool:
    """Whether an aside behind the modal never closes, "The Board may, by notice in": words of the stem are lost."""
    hits = modal_hits(stem, language)
    rest = stem[hits[-1].end :].strip() if hits else ""
    return rest.startswith(",") and "," not in rest[1:] and rest[-1:].isalpha()


def _turned(stem: str, language: str) -> bool:
    hits = modal_hits(stem, language)
    inner = [match.start() for match in _INNER.finditer(stem) if hits and match.start() > hits[0].end]
    return bool(inner) and any(hit.start > inner[0] and hit.family != hits[0].family for hit in hits)


def about_law(words: str, norm: NormReading, language: str) -> Literal["", "own", "another"]:
    """Return whose provision is said not to apply: this law's own, another law's; "" for every other rule.

    As another's counts what sets nobody free.
    """
    lex = lexicon(language)
    lifts = phrases_regex(lex.words("rules", "applies_not"), language)
    if norm.force != "exempt" or lifts.match(words, norm.modal.start) is None:
        return ""
    subject = words[norm.actor.start : norm.actor.end] if norm.actor.start < norm.modal.start else ""
    if _unknown_force(subject, language):
        return "another"
    laws = phrases_regex(lex.words("repeals", "laws"), language)
    this = phrases_regex(lex.words("scopes", "whole"), language)
    return "another" if laws.search(subject) and not this.search(subject) else "own"


_ITEM_CITED = re.compile(r"[(（]\s*\d+(?:\.\d+)?\s*[)）]\s?[(（]\s*[^\W\d_]{1,3}(?:\.\d+)?\s*[)）]")


def _unknown_force(subject: str, language: str) -> bool:
    """Whether nobody is set free where a provision does not apply: an exemption, a right, an item of a list.

    What an item by itself bids is not known; where an exemption is lifted, the rule is back.
    """
    freedoms = phrases_regex(lexicon(language).words("no_rule", "freedoms"), language)
    first = " ".join(subject.split()[:_FIRST_WORDS])
    return freedoms.search(first) is not None or _ITEM_CITED.search(subject) is not None


def _only_describes(words: str, norm: NormReading, language: str) -> bool:
    """Return whether a modal bids nothing: no act stands by it, or it makes a passive ("được": may, or is done).

    A passive allows where a person is its subject, or where what is done is what people do with assets.
    """
    if not _LETTERS.search(words[norm.action.start : norm.action.end]):
        # "Der Erwerb bleibt erlaubnisfrei": the verb says by itself what is free.
        return norm.actor.start <= norm.modal.start and norm.force != "exempt"
    rules = lexicon(language).families("rules")
    if norm.only or not phrases_regex(rules.get("passive", ()), language).fullmatch(modal_of(words, norm)):
        return False
    person = phrases_regex(rules.get("persons", ()), language).match(actor_of(words, norm, language))
    act = phrases_regex(rules.get("acts", ()), language).match(words, norm.action.start)
    return person is None and act is None


def doubtful(words: str, norm: NormReading, kind: str, language: str) -> bool:
    """Return whether a rule is not surely one, or not surely of this kind.

    What somebody is said to have said is no rule; nor what "may be" so; nor what has no one subject.

    Nor is a verb behind a relative pronoun the one that bids: "a licensee that is entitled to trade".
    """
    lex = lexicon(language)
    told = phrases_regex(lex.words("modals", "reported"), language).search(words, 0, norm.modal.start)
    action = words[norm.action.start : norm.action.end]
    possible = phrases_regex(lex.words("modals", "possible"), language).match(action)
    # What "cannot" be done is as often a fact of nature as a rule.
    unable = phrases_regex(lex.words("rules", "inability"), language).fullmatch(modal_of(words, norm))
    long = norm.actor.end - norm.actor.start > _LONGEST_ACTOR or _only_describes(words, norm, language)
    relative = phrases_regex(lex.words("rules", "relative"), language)
    before = words[: norm.modal.start].rstrip()
    beside = any(match.end() == len(before) for match in relative.finditer(before, max(0, len(before) - 16)))
    # "Without prejudice to anything which the Board may ask": the verb of the lead, not of the rule.
    lead = phrases_regex(lex.words("rules", "aside"), language).match(words) and "," not in before
    within = bool(lead and relative.search(before))
    # What a word in quotation marks "shall include" defines it.
    quoted = norm.actor.end <= norm.modal.start and words[: norm.modal.start].rstrip().endswith(_QUOTED)
    # "Nothing in this article shall limit …" leaves things as they are.
    nothing = phrases_regex(lex.words("actors", "nothing"), language).match(words, norm.actor.start)
    unsure = (
        told
        or nothing
        or quoted
        or long
        or unable
        or beside
        or within
        or (kind == "prohibition" and _later_acts(action, language))
        or _modal_of_whom(words, norm, language)
    )
    # "Shall not be required" frees; only of what "may be" so is no leave given.
    return bool(unsure) or (kind == "permission" and norm.force != "exempt" and possible is not None)


def _modal_of_whom(words: str, norm: NormReading, language: str) -> bool:
    """Whether the modal stands in a clause that tells who: "any person who, as from then shall seek …, shall".

    So where a comma stands right behind the relative word, and right before a second modal.
    """
    actor = words[norm.actor.start : norm.actor.end] if norm.actor.end <= norm.modal.start else ""
    relative = phrases_regex(lexicon(language).words("rules", "relative"), language)
    opened = any(actor[match.end() :].lstrip().startswith(",") for match in relative.finditer(actor))
    action = words[norm.action.start : norm.action.end]
    second = (
        hit for hit in modal_hits(action, language) if hit.family in ("required", "permitted", "prohibited")
    )
    return opened and any(action[: hit.start].rstrip().endswith(",") for hit in second)


def _later_acts(action: str, language: str) -> bool:
    """Whether acts stand behind a semicolon that the bar does not surely reach: "不得销售；严格登记 …"."""
    lex = lexicon(language)
    reached = phrases_regex((*lex.words("negations"), *lex.words("modals", "negative_subject")), language)
    behind = [piece for piece in _SEMICOLON.split(action)[1:] if len(_LETTERS.findall(piece)) > _FEW_LETTERS]
    conditions = lex.families("conditions")
    opens = phrases_regex(
        (*conditions.get("opening", ()), *conditions.get("exception", ()), *conditions.get("condition", ())),
        language,
    )
    return any(
        not (_ITEM.match(piece) or opens.match(piece) or reached.search(piece) or modal_hits(piece, language))
        for piece in behind
    )
