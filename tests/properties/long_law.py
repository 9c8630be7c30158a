"""A long law of our own about an invented place, put together from pieces by a seed, in English or French."""

import random
import tomllib
from pathlib import Path

_PIECES = tomllib.loads(Path(__file__).with_name("long_law.toml").read_text(encoding="utf-8"))


def long_law(language: str, articles: int, seed: int) -> str:
    """Return rows "kind|label|text" for `law`: articles of three paragraphs, every second one with a list."""
    draw = random.Random(seed)
    rows = []
    for number in range(1, articles + 1):
        rows.append(f"article|{number}|Article {number}")
        rows += [f"paragraph|{n}|({n}) {_sentence(language, draw)}" for n in (1, 2)]
        rows += _list(language, draw)
    return "\n".join(rows)


def _sentence(language: str, draw: random.Random) -> str:
    pieces = _PIECES[language]
    actor = draw.choice(pieces["actors"])
    lead = draw.choice(pieces["leads"])
    if lead:
        actor = actor[0].lower() + actor[1:]
    words = (
        lead,
        actor,
        " ",
        draw.choice(pieces["modals"]),
        " ",
        draw.choice(pieces["actions"]),
        draw.choice(pieces["conditions"]),
    )
    return _filled("".join(words), draw) + "."


def _list(language: str, draw: random.Random) -> list[str]:
    pieces = _PIECES[language]
    items = draw.sample(pieces["items"], 3)
    joined = draw.choice(pieces["closers"])
    ends = (";", joined, ".")
    rows = [f"paragraph|3|(3) {_filled(draw.choice(pieces['stems']), draw)}"]
    labelled = zip("abc", items, ends, strict=True)
    return rows + [f"item|{label}|({label}) {_filled(item, draw)}{end}" for label, item, end in labelled]


def _filled(words: str, draw: random.Random) -> str:
    return words.format(n=f"{draw.randint(2, 950)} 000", d=draw.randint(2, 90), y=draw.randint(25, 31))
