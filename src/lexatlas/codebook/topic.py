"""What one topic of the codebook holds, as frozen values that refuse unknown keys."""

from __future__ import annotations

from typing import Literal

from lexatlas.codebook.example import MISSING_WORDS, Example
from lexatlas.codebook.row import FlagName, Row

__all__ = ["MISSING_WORDS", "Example", "FlagName", "Row"]
"""Kept here too: a topic is told with its rows and examples."""

LANGUAGES = ("en", "fr", "de", "es", "pt", "it", "ru", "zh", "ja", "ko", "ar", "th", "vi", "tr", "mt")

SUB_ANSWER_VALUES = ("lawful", "unlawful", "conflicting", "not-addressed")

NormForce = Literal["prohibited", "required", "permitted", "exempt", "defines", "states"]
InstrumentKind = Literal[
    "constitution", "treaty", "union-act", "act", "decree", "rule", "order", "judgment",
    "guidance", "statement", "draft", "bill", "consultation", "report",
]  # fmt: skip
Section = Literal["summary", "pillars", "considerations", "requirements", "restrictions", "recent"]
FactKind = Literal[
    "money",
    "rate",
    "count",
    "period",
    "date",
    "authority",
    "instrument",
    "definition",
    "requirement",
    "prohibition",
    "permission",
    "sanction",
]


class Family(Row):
    """Phrases that mean one thing, by language; data only, matching lives in the language room.

    A phrase is one or more words. A word that ends in ``*`` stands for every word that begins so,
    a ``*`` alone between two words for a few words.
    A phrase that begins with ``!`` is a guard: no phrase of the family is met inside it
    ("!中央銀行" keeps the family of banks from the central bank).
    Chinese, Japanese and Thai phrases are parts of a text without spaces; Arabic ones are written without diacritics
    and may be met with letters attached in front.
    """

    definition: str
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    de: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    pt: tuple[str, ...] = ()
    it: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    ja: tuple[str, ...] = ()
    ko: tuple[str, ...] = ()
    ar: tuple[str, ...] = ()
    th: tuple[str, ...] = ()
    vi: tuple[str, ...] = ()
    tr: tuple[str, ...] = ()
    mt: tuple[str, ...] = ()

    def phrases(self, language: str) -> tuple[str, ...]:
        """The phrases of one language; empty when the family has none or the language is not ours."""
        return getattr(self, language) if language in LANGUAGES else ()

    def languages(self) -> tuple[str, ...]:
        """The languages in which the family has at least one phrase, in the fixed order."""
        return tuple(language for language in LANGUAGES if self.phrases(language))


class Queries(Row):
    """Templates of web queries by language; each holds ``{jurisdiction}``."""

    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    de: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    pt: tuple[str, ...] = ()
    it: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    ja: tuple[str, ...] = ()
    ko: tuple[str, ...] = ()
    ar: tuple[str, ...] = ()
    th: tuple[str, ...] = ()
    vi: tuple[str, ...] = ()
    tr: tuple[str, ...] = ()
    mt: tuple[str, ...] = ()

    def templates(self, language: str) -> tuple[str, ...]:
        """The templates of one language; empty when there is none."""
        return getattr(self, language) if language in LANGUAGES else ()


class ScaleCode(Row):
    """One code of the topic's scale; ``rank`` is None where the code has no place in the order.

    ``includes`` and ``excludes`` say what falls under it and what does not; ``neighbours`` how it is told from
    the codes beside it. A draft may leave them empty.
    """

    code: str
    name: str
    definition: str
    includes: str = ""
    excludes: str = ""
    neighbours: str = ""
    rank: int | None = None


class SubRule(Row):
    """One rule of a sub-answer: the value when its signals are met, and why; the first that fits decides."""

    value: Literal["lawful", "unlawful", "conflicting"]
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    reason: str = ""


class SubAnswer(Row):
    """A question settled before the code; ``not-addressed`` when no rule fits."""

    id: str
    name: str
    question: str
    rules: tuple[SubRule, ...] = ()


class Signal(Row):
    """What one legal unit must say to count, told in norm forces and cue families.

    ``all``, ``any``, ``none`` speak of the unit; ``unless`` of its exception clause (one of these
    must stand there); ``addressee`` of its actor phrase (one of these must stand there); ``action`` of
    what is bidden, from the modal on (one of these must stand there). An empty tuple asks nothing.
    ``of_act``: a bar on the act itself, which names no other actor: none, the act (a family of ``all``) or everybody.
    ``reach`` "reference": a family of ``all`` may also be met in a provision of the same instrument that
    the unit refers to; "law": there, or the asset in a title or heading above a rule that names providers.
    ``kinds``: the kinds of instrument that count; ``level``: whose law counts (the place's
    own, inherited from above, or that of a part below); ``figure``: facts that the unit must hold (one of these).
    ``beside``: signals; where one of them is met in the same part, title or chapter of the law, nothing of ``any``
    need stand in the unit.
    ``when`` is the maturity: "in-force" (not shown to be otherwise), "adopted" (adopted and not in force),
    "proposed" (a bill, a draft or a consultation), "pending" (either of these), "ended" (repealed or superseded).
    ``flag``: the flag of the answer that the signal raises, told as ``flag_value``; no rule need use it then.
    """

    id: str
    definition: str
    force: tuple[NormForce, ...]
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    action: tuple[str, ...] = ()
    parts: tuple[Literal["operative", "transitional", "definition"], ...] = ("operative", "transitional")
    of_act: bool = False
    reach: Literal["unit", "reference", "law"] = "unit"
    beside: tuple[str, ...] = ()
    tiers: tuple[Literal["T1", "T2"], ...] = ("T1", "T2")
    when: Literal["in-force", "pending", "adopted", "proposed", "ended"] = "in-force"
    kinds: tuple[InstrumentKind, ...] = ()
    level: tuple[Literal["own", "inherited", "below"], ...] = ()
    figure: tuple[FactKind, ...] = ()
    flag: FlagName | None = None
    flag_value: str = ""

    def families(self) -> tuple[str, ...]:
        """Every family that the signal names, sorted, each once."""
        asked = (self.all, self.any, self.none, self.unless, self.addressee, self.action)
        return tuple(sorted({name for names in asked for name in names}))


class Rule(Row):
    """One coding rule; conditions are signal ids or ``sub-answer:value``; the first that fits codes."""

    code: str
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    regime: Literal["none", "aml-only", "partial", "full"] | None = None
    reason: str


class Opposites(Row):
    """Signals that cannot both tell the law; rank, then date of different texts settles which does.

    ``unsettled``: what is made of texts of one rank that still differ: the code ``contested``, or both are
    left to the rules ("both"), as where the scale has a code for it. One text that says both is left to the rules.
    """

    one: tuple[str, ...]
    other: tuple[str, ...]
    unsettled: Literal["contested", "both"] = "contested"
    reason: str


class FactQuestion(Row):
    """One question of a page: which facts answer it, where they stand, what the record says if none do.

    ``all``, ``any``, ``none`` speak of the unit. The rest, empty or false, asks nothing: ``actor`` of who
    must, must not or may (one of these families in the actor phrase; "authority" is a public body by whatever
    name, "anyone" everybody by name and not "every person referred to in section 5"), ``actor_none`` of who
    it must not be; ``action`` of what is bidden (one of these from the modal on); ``term`` of what a
    definition defines (one of these in the term itself); ``figure`` of the facts that the unit must hold too.
    ``first``: families that put a unit before the others. ``schedule``: a figure may stand in a table or
    schedule that a rule refers to. ``near_code``: what belongs to the rules that carry the code comes first.
    ``to_come``: only what begins or ends after the day asked about. ``statements``: a sentence that bids
    nothing counts too ("this Act applies to").
    """

    id: str
    label: str
    question: str
    section: Section
    kinds: tuple[FactKind, ...]
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    actor_none: tuple[str, ...] = ()
    action: tuple[str, ...] = ()
    term: tuple[str, ...] = ()
    figure: tuple[FactKind, ...] = ()
    first: tuple[str, ...] = ()
    schedule: bool = False
    near_code: bool = False
    to_come: bool = False
    statements: bool = False
    missing: str

    def families(self) -> tuple[str, ...]:
        """Every family that the question names, sorted, each once."""
        asked = (
            self.all,
            self.any,
            self.none,
            self.actor,
            self.actor_none,
            self.action,
            self.term,
            self.first,
        )
        return tuple(sorted({name for names in asked for name in names}))


class Topic(Row):
    """One topic as loaded: ``cues`` holds its own families and the shared ones that it names.

    ``matter``: groups of families; a text speaks of the matter when all of one group stand in one of its units.
    Where none does, in any official text, the answer is ``no-evidence``. ``person`` and ``asset`` say who and what
    is meant where that is not what the edition says. ``maturity_in_scale``: the scale itself
    tells how far the law has come. ``gives_no_code``: what carries no code, as sentences.
    """

    id: str
    name: str
    edition: int
    state: Literal["edition", "draft"]
    ordered: bool
    question: str
    half_life_days: int
    half_life_reason: str = ""
    actor: Literal["person", "provider", "issuer", "bank"]
    person: str = ""
    asset: str = ""
    maturity_in_scale: bool = False
    matter: tuple[tuple[str, ...], ...] = (("asset",), ("digital-value",), ("asset-like",))
    gives_no_code: tuple[str, ...] = ()
    scale: tuple[ScaleCode, ...]
    sub_answers: tuple[SubAnswer, ...] = ()
    cues: dict[str, Family] = {}
    queries: Queries = Queries()
    signals: tuple[Signal, ...] = ()
    opposites: tuple[Opposites, ...] = ()
    rules: tuple[Rule, ...] = ()
    facts: tuple[FactQuestion, ...]
    examples: tuple[Example, ...] = ()

    def codes(self) -> tuple[str, ...]:
        """The codes of the scale, in file order; special codes are not among them."""
        return tuple(row.code for row in self.scale)

    def code_name(self, code: str) -> str:
        """The name of a scale code as people read it; the code itself when it is not on the scale."""
        return next((row.name for row in self.scale if row.code == code), code)

    def families(self) -> tuple[str, ...]:
        """Every family that a signal, a fact or the matter names, sorted, each once, whether known or not."""
        named = {name for signal in self.signals for name in signal.families()}
        named.update(name for fact in self.facts for name in fact.families())
        named.update(name for group in self.matter for name in group)
        return tuple(sorted(named))

    def signal(self, signal_id: str) -> Signal | None:
        """The signal with that id, or None."""
        return next((row for row in self.signals if row.id == signal_id), None)
