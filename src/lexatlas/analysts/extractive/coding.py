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
    holding = _held(met)
    answers = {row.id: _answer(row, holding) for row in topic.sub_answers}
    rule = _first(topic, holding, answers)
    return Coding(rule, answers, _grounds(rule, topic, answers, holding) if rule else ())


def settles(topic: Topic, met: Met, wanted: Iterable[str]) -> bool:
    """Return whether a rule would fit if what `wanted` names (signals, ``sub-answer:value``) held besides `met`."""
    added = tuple(wanted)
    holding = _held(met) | {name for name in added if ":" not in name}
    answers = {row.id: _answer(row, holding) for row in topic.sub_answers}
    answers |= dict(name.split(":", 1) for name in added if ":" in name)
    return _first(topic, holding, answers) is not None


def lacking(topic: Topic, met: Met) -> tuple[str, ...]:
    """Return what the rules that come nearest to fitting still ask for, in file order, each once.

    Nearest is a rule that lacks the fewest conditions; where every rule lacks as many, the first ones are told.
    A rule that something met shuts out is no near one. Empty where a rule fits, or where none could.
    """
    holding = _held(met)
    answers = {row.id: _answer(row, holding) for row in topic.sub_answers}
    facts = holding | {f"{name}:{value}" for name, value in answers.items()}
    if _first(topic, holding, answers) is not None:
        return ()
    near = [(_distance(rule, facts), rule) for rule in topic.rules if not set(rule.none) & facts]
    least = min((distance for distance, _ in near), default=(0, 0))
    wanted = [name for distance, rule in near if distance == least for name in _asked(rule, facts)]
    # A question left open says more than one of the many rules that would answer it.
    return tuple(sorted(dict.fromkeys(wanted), key=lambda name: ":" not in name))


def told(topic: Topic, condition: str) -> str:
    """Return a condition as a reader sees it: the signal's definition, or the question of the sub-answer."""
    name, _, value = condition.partition(":")
    if not value:
        row = topic.signal(name)
        return row.definition if row else name
    answer = next((row for row in topic.sub_answers if row.id == name), None)
    return answer.question if answer else condition


def fits(rule: Rule | SubRule, facts: set[str]) -> bool:
    """Return whether all of `all`, one of `any` (when given) and none of `none` hold."""
    return (
        set(rule.all) <= facts
        and (not rule.any or bool(set(rule.any) & facts))
        and not set(rule.none) & facts
    )


def _held(met: Met) -> set[str]:
    return {signal for signal, units in met.items() if units}


def _first(topic: Topic, holding: set[str], answers: dict[str, str]) -> Rule | None:
    facts = holding | {f"{name}:{value}" for name, value in answers.items()}
    return next((rule for rule in topic.rules if fits(rule, facts)), None)


def _distance(rule: Rule, facts: set[str]) -> tuple[int, int]:
    """Return how many conditions are lacking, then how few are met: a rule half met is nearer than one untouched."""
    lacks = len(set(rule.all) - facts) + bool(rule.any and not set(rule.any) & facts)
    return lacks, -len((set(rule.all) | set(rule.any)) & facts)


def _asked(rule: Rule, facts: set[str]) -> tuple[str, ...]:
    either = rule.any if rule.any and not set(rule.any) & facts else ()
    return (*(name for name in rule.all if name not in facts), *either)


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
