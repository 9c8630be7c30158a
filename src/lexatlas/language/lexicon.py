"""The lexicon of one language: cue words by family, read from a data file.

Of the tables, `modals` and `conditions` say what a sentence does and on what it depends;
`conditions.additive`, `one_of` and `following` tell how the items of a list are joined. `rules` is read for
facts alone: `applies` ("applies to"), `unless`, `without` with the nouns it needs (`permits`), `deemed`,
`leaves_out` ("does not include"), `defines_plainly` (verbs that define without quotation marks), `indicative`
with `no_subject` (the present tense that bids), `nominal` (nouns that name a duty), `binds` (words that bid
without a modal), `actor_until`, `impersonal` and `names_actor` (where the verb comes first: what ends the
actor, which verbs have none, what begins one), `action_opens` (what begins the act behind an actor that
follows its verb), `aside` (what leads up to an actor), `relative` (pronouns behind which a verb only
describes), `inability` ("cannot"), `passive` with `persons` and `acts` (a passive that allows only with one
of these). `instruments` has `pending`, `not_law` and `prevails`. `amending` has the verbs that put words into
another text, `before` or `behind` their quotation. A list that a language lacks finds nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "mt", "pt", "ru", "th", "tr", "vi", "zh")
"""Languages with a file under `data/`, in the order in which a text's language is tried."""


@dataclass(frozen=True)
class Lexicon:
    """Cue words of one language. Families that its file lacks are empty.

    `language` is an ISO 639-1 code. `data` holds tables of word lists or of words with a number or name.
    """

    language: str
    data: Mapping[str, Any] = field(default_factory=dict)
    _lists: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def words(self, table: str, family: str = "words") -> tuple[str, ...]:
        """Return the list `family` of `table` (or the list `table` itself); empty when it is not there."""
        known = self._lists.get((table, family))
        if known is None:
            held = self.data.get(table, ())
            if isinstance(held, Mapping):
                held = held.get(family, ())
            known = self._lists[table, family] = tuple(held) if isinstance(held, list | tuple) else ()
        return known

    def families(self, table: str) -> dict[str, tuple[str, ...]]:
        """Return every word list of `table` by name; "dates.roles" is a table in a table."""
        held: Any = self.data
        for name in table.split("."):
            held = held.get(name, {}) if isinstance(held, Mapping) else {}
        if not isinstance(held, Mapping):
            return {}
        return {name: tuple(words) for name, words in held.items() if isinstance(words, list)}

    def numbers(self, table: str) -> dict[str, int]:
        """Return words with their numbers (`numbers`, `scales`, `ordinals`, `months`)."""
        held = self.data.get(table, {})
        return {word.casefold(): int(value) for word, value in held.items()}

    def names(self, table: str) -> dict[str, str]:
        """Return words with a name (`currency`: words to ISO 4217 codes, or to a name in `shared_money`)."""
        return {str(word): str(value) for word, value in self.data.get(table, {}).items()}

    @property
    def decimal(self) -> str:
        """The decimal sign."""
        return str(self.data.get("decimal", "."))

    @property
    def groups(self) -> tuple[str, ...]:
        """Signs other than white space that part thousands."""
        return tuple(self.data.get("groups", [","]))

    @property
    def day_first(self) -> bool:
        """Whether 04/05/2024 is the fourth of May."""
        return bool(self.data.get("day_first", True))


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of `language` (a code, a region after "-" ignored); an empty one when unknown."""
    code = language.split("-")[0].split("_")[0].lower()
    if code not in LANGUAGES:
        return Lexicon(code)
    path = files(__package__).joinpath("data", f"{code}.toml")
    return Lexicon(code, tomli.loads(path.read_text(encoding="utf-8")) if path.is_file() else {})


@cache
def currencies() -> dict[str, str]:
    """Return the signs and codes of money that any language uses, each with its ISO 4217 code ("$": "$")."""
    path = files(__package__).joinpath("data", "currencies.toml")
    held = tomli.loads(path.read_text(encoding="utf-8"))
    return {**held["signs"], **{code: code for code in held["codes"]}}


@cache
def shared_money() -> dict[str, tuple[str, ...]]:
    """Return the names of money that places share, "$" or "dirham", each with the ISO 4217 codes it may mean."""
    path = files(__package__).joinpath("data", "currencies.toml")
    held = tomli.loads(path.read_text(encoding="utf-8"))
    return {name: tuple(codes) for name, codes in held["shared"].items()}
