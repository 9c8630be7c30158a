"""The fixed forms that a claim's sentence may take, and how a form is filled from slots."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lexatlas.core.claims import Slot

READER_LANGUAGE = "en"
"""The language of our sentences; quotations keep their own."""
_PLACE = re.compile(r"\{([a-z-]+)\}")


@dataclass(frozen=True)
class Template:
    """A form with places in braces. Slots of one name are joined by ", ", those of `spaced` by a space.

    Those of `dotted` are joined by a raised dot: they stand one after another, and nothing says how they go together.

    `glue` are the fixed words of the form. They say nothing of the law: a lint and a test see to it that
    they hold no digit, name or date.
    """

    id: str
    pattern: str
    spaced: tuple[str, ...] = ()
    dotted: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The names of the places, in the order of the sentence."""
        return tuple(_PLACE.findall(self.pattern))

    def between(self, place: str) -> str:
        """Return what stands between several slots of one place."""
        return " " if place in self.spaced else " · " if place in self.dotted else ", "

    @property
    def glue(self) -> str:
        """The words of the form itself, places left out."""
        return " ".join(_PLACE.sub(" ", self.pattern).split())


_ALL = (
    Template("quotation", "{words}", spaced=("words",)),
    Template("listed", "{stem} {items}", spaced=("stem", "items")),
    Template("value", "{label}: {value}"),
    Template("value-who", "{label}: {value} ({who})"),
    Template("norm", "{actor} {modal} {action}", spaced=("actor", "modal", "action")),
    Template(
        "norm-conditions", "{actor} {modal} {action}, {conditions}", spaced=("actor", "modal", "action")
    ),
    Template(
        "conditions-norm", "{conditions}, {actor} {modal} {action}", spaced=("actor", "modal", "action")
    ),
    Template("date-role", "{subject} {role} {date}"),
    Template("date-rule", "{subject} {role} {rule}"),
    Template("authority", "{name}: {role}"),
    Template("definition", "“{term}” {verb} {meaning}"),
    Template("deals-with", "{locator} deals with {question}"),
    Template("glossed", "{piece}", spaced=("piece",)),
    Template("deals-with-value", "{locator} deals with {question}: {value}"),
    Template("deals-with-terms", "{locator} deals with {question}: {term}"),
    Template("carries-terms", "{locator} is {question}: {term}"),
    Template("deals-with-chain", "{locator} deals with {question}, word for word: {link}", dotted=("link",)),
    Template("carries-chain", "{locator} is {question}, word for word: {link}", dotted=("link",)),
)
POINTERS = (
    "deals-with",
    "deals-with-value",
    "deals-with-terms",
    "carries-terms",
    "deals-with-chain",
    "carries-chain",
)
"""Forms that name a place and what stands there, and leave unsaid what it says."""
TEMPLATES: dict[str, Template] = {template.id: template for template in _ALL}
"""Every form by its id. To add one: a line above, and what must pair off in `checks/pairing.py`."""


def foreign(language: str) -> bool:
    """Return whether a text is in another language than our readers'."""
    return language.split("-")[0] != READER_LANGUAGE


def render(template_id: str, slots: Iterable[Slot]) -> str:
    """Return the sentence that the form makes of the slots, white space collapsed, no full stop added.

    Raises `KeyError` for an unknown form, a place without a slot, or a slot without a place: a sentence that
    shows less than its slots hold, or more, is none of ours.
    """
    template = TEMPLATES[template_id]
    filled = _filled(template, tuple(slots))
    sentence = _PLACE.sub(lambda place: filled[place.group(1)], template.pattern)
    return " ".join(sentence.split())


def _filled(template: Template, slots: tuple[Slot, ...]) -> dict[str, str]:
    stray = {slot.name for slot in slots} - set(template.places)
    if stray:
        raise KeyError(f"The form '{template.id}' has no place for {', '.join(sorted(stray))}.")
    filled = {}
    for place in template.places:
        values = [slot.value for slot in slots if slot.name == place]
        if not values:
            raise KeyError(f"The form '{template.id}' lacks a slot for '{place}'.")
        filled[place] = template.between(place).join(values)
    return filled
