"""The codebook's ordered rules applied to the signals that were met: a code, or why there is none."""

from collections.abc import Iterable
from dataclasses import dataclass

from lexatlas.analysts.extractive.signals import Met
from lexatlas.codebook.topic import Rule, SubAnswer, SubRule, Topic


@dataclass(frozen=True)
class Coding:
    """The first rule that fits (None: no code), the sub-answers, and the signals that the rule rests on."""

    rule: Rule | None
    sub_answers: dict[str, str]
    grounds: tuple[str, ...]


def code(topic: Topic, met: Met) -> Coding:
    """Apply the sub-answers' rules, then the topic's, in file order; the first that fits decides."""
    holding = {signal for signal, units in met.items() if units}
    answers = {row.id: _answer(row, holding) for row in topic.sub_answers}
    facts = holding | {f"{name}:{value}" for name, value in answers.items()}
    for rule in topic.rules:
        if fits(rule, facts):
            return Coding(rule, answers, _grounds(rule, topic, answers, holding))
    return Coding(None, answers, ())


def fits(rule: Rule | SubRule, facts: set[str]) -> bool:
    """Return whether all of `all`, one of `any` (when given) and none of `none` hold."""
    return (
        set(rule.all) <= facts
        and (not rule.any or bool(set(rule.any) & facts))
        and not set(rule.none) & facts
    )


def _answer(row: SubAnswer, holding: set[str]) -> str:
    chosen = _deciding(row, holding)
    return chosen.value if chosen else "not-addressed"


def _deciding(row: SubAnswer, holding: set[str]) -> SubRule | None:
    return next((rule for rule in row.rules if fits(rule, holding)), None)


def _grounds(rule: Rule, topic: Topic, answers: dict[str, str], holding: set[str]) -> tuple[str, ...]:
    """Return the signals that the rule rests on, those behind its sub-answers among them, each once."""
    grounds: list[str] = []
    # The licence or bar itself is among `any`; the duties that go with it are among `all`.
    for condition in (*rule.any, *rule.all):
        name, _, value = condition.partition(":")
        if not value:
            grounds += [condition] if condition in holding else []
        elif answers.get(name) == value:
            grounds += _signals_behind(topic, name, holding)
    return tuple(dict.fromkeys(grounds))


def _signals_behind(topic: Topic, sub_answer: str, holding: set[str]) -> Iterable[str]:
    row = next(row for row in topic.sub_answers if row.id == sub_answer)
    chosen = _deciding(row, holding)
    if chosen is None:
        return ()
    return [signal for signal in (*chosen.all, *chosen.any) if signal in holding]
