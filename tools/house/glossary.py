"""One word, one thing: the glossary of glossary.toml, kept in what people read."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.house.tree import Finding, Tree

RULES = Path(__file__).with_name("glossary.toml")

NOT_READ_IN_HTML = re.compile(
    r"<(script|style)\b.*?</\1>|<!--.*?-->|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", re.DOTALL | re.IGNORECASE
)
NOT_READ_IN_MARKDOWN = re.compile(r"^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)
TOML_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')


@dataclass(frozen=True)
class Rule:
    """One row of the glossary: what may not be written, where, and what to write instead."""

    name: str
    pattern: re.Pattern[str]
    say: str
    files: tuple[str, ...]
    allow: tuple[str, ...]


def lint(tree: Tree) -> Iterator[Finding]:
    """Find words that mean another thing here, in what people read."""
    for rule in _rules():
        for name in tree.matching(*rule.files):
            for line, text in _read(name, tree.text(name)):
                for phrase in rule.allow:
                    text = re.sub(re.escape(phrase), "", text, flags=re.IGNORECASE)
                found = rule.pattern.search(text)
                if found:
                    yield Finding(name, line, f"“{found[0]}” ({rule.name}). {rule.say}")


def _rules() -> list[Rule]:
    rows = tomllib.loads(RULES.read_text(encoding="utf-8"))["rule"]
    return [
        Rule(
            row["id"],
            re.compile(row["pattern"], re.IGNORECASE),
            row["say"],
            tuple(row["files"]),
            tuple(row.get("allow", ())),
        )
        for row in rows
    ]


def _read(name: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of what a person reads in a file, by its kind."""
    if name.endswith(".py"):
        yield from _sentences_of_python(text)
    elif name.endswith(".toml"):
        for line, row in enumerate(text.splitlines(), start=1):
            yield line, " ".join(TOML_STRING.findall(row))
    elif name.endswith(".html"):
        yield from enumerate(_blanked(NOT_READ_IN_HTML, text).splitlines(), start=1)
    else:
        yield from enumerate(_blanked(NOT_READ_IN_MARKDOWN, text).splitlines(), start=1)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " + "\n" * match[0].count("\n"), text)


def _sentences_of_python(text: str) -> Iterator[tuple[int, str]]:
    try:
        module = ast.parse(text)
    except SyntaxError:
        return
    # Docstrings and other bare strings are read by colleagues, not by users.
    bare = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in bare:
            continue
        if len(node.value.split()) >= 3 and "<" not in node.value:
            yield node.lineno, node.value
