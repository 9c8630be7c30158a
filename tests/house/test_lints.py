"""Each house lint is silent on a well-mannered tree and speaks on the fault it was written for."""

from pathlib import Path

import pytest

from tests.house.trees import PROJECT, house, write
from tools.house.lints import LINTS
from tools.house.tree import Finding, Tree

RECORD = "src/lexatlas/analysts/records.py"
PAGE = "src/lexatlas/exports/templates/page.html"
HASHED = "lxml==6.1.3 \\\n    --hash=sha256:00ff\n    # via lexatlas (pyproject.toml)\n"

SABOTAGE = [
    # lint, file, text, part of what the lint says
    ("file-size", "src/lexatlas/core/long.py", '"""Long."""\n' + "x = 1\n" * 350, "351 lines"),
    ("file-names", "src/lexatlas/core/utils.py", '"""Things."""\n', "“utils”"),
    ("file-names", "tests/core/test_helpers.py", '"""Things."""\n', "“test_helpers”"),
    ("docstrings", "src/lexatlas/core/mute.py", "x = 1\n", "No module docstring"),
    ("docstrings", "src/lexatlas/core/talk.py", '"""One sentence. And another one."""\n', "not one whole"),
    ("docstrings", "src/lexatlas/store/__init__.py", '"""Rows.\n\nTo add: a row.\n"""\n', "may import"),
    ("docstrings", "src/lexatlas/store/__init__.py", '"""Rows.\n\nMay import: core.\n"""\n', "how to add"),
    ("reasons", "src/lexatlas/core/off.py", '"""Off."""\nimport os  # noqa: F401\n', "without a reason"),
    (
        "reasons",
        "src/lexatlas/core/off.py",
        '"""Off."""\nx = f()  # type: ignore[misc]\n',
        "without a reason",
    ),
    ("glossary", PAGE, "<p>This claim is proven.</p>\n", "verdict-words"),
    ("glossary", RECORD, '"""Records."""\nNONE = "There is no licence fee."\n', "absence"),
    ("glossary", PAGE, "<dt>Enacted</dt>\n", "bare-enacted"),
    ("glossary", PAGE, "<p>The stage of the law</p>\n", "maturity-of-a-law"),
    ("glossary", PAGE, "<p>A contested claim</p>\n", "contested-code"),
    ("glossary", PAGE, "<p>A challenged code</p>\n", "challenged-page"),
    ("glossary", PAGE, "<p>A superseded analysis</p>\n", "superseded-law"),
    ("docs-paths", "README.md", "See [the method](docs/method.md).\n", "docs/method.md"),
    ("docs-paths", "docs/house.md", "It lives in `src/lexatlas/attic/`.\n", "src/lexatlas/attic"),
    ("help-blocks", "docs/cli.md", "<!-- help: lexatlas -->\nold\n<!-- /help -->\n", "“lexatlas”"),
    ("hosts", "docs/a.md", "Get it from https://" + "pypi" + ".org.\n", "package host"),
    ("hosts", "Makefile", "pip install --index-" + "url https://mirror.example x\n", "package host"),
    ("hosts", "docs/a.md", "Look in " + "/home/" + "ana/laws.\n", "one machine"),
    ("requirement-pins", "requirements/run.txt", "lxml>=6\n", "exact version"),
    ("requirement-pins", "requirements/run.txt", "lxml==6.1.3\n", "No hash"),
    ("requirement-pins", "requirements/run.txt", "--find-links wheels\n" + HASHED, "An option"),
    ("requirement-pins", "requirements/run.txt", HASHED + "# from https://mirror.example\n", "Names a host"),
]

KEPT = [
    # lint, file, text: what looks like the fault, and is none
    ("glossary", PAGE, '<span aria-hidden="true">x</span>{{ "true" }}<script>valid = true</script>\n'),
    ("glossary", PAGE, "<p>Approval: confirm it is correct</p>\n"),
    ("glossary", PAGE, "<p>enacted-not-in-force · superseded rule · overtaken page</p>\n"),
    ("glossary", RECORD, '"""There is no fee: a docstring is read by colleagues."""\n'),
    ("docs-paths", "README.md", "`demo/out/index.html` is written by a run; `make demo` is no path.\n"),
    ("reasons", "src/lexatlas/core/on.py", '"""On."""\nimport os  # noqa: F401 - read by the caller\n'),
    ("docstrings", "src/lexatlas/core/a.py", '"""Reads a mark, e.g. Art. 5, of a law.\n\nMore.\n"""\n'),
    ("requirement-pins", "requirements/run.txt", HASHED),
    (
        "hosts",
        "docs/a.md",
        "GET /work-items, the ~/wo" + "rk/ folder and https://example.org/ro" + "ot/x are fine.\n",
    ),
]


def findings(lint: str, root: Path) -> list[Finding]:
    return list(LINTS[lint](Tree.of_folder(root)))


@pytest.mark.parametrize("lint", LINTS)
def test_silent_on_a_well_mannered_tree(tmp_path, lint):
    assert findings(lint, house(tmp_path)) == []


@pytest.mark.parametrize(("lint", "path", "text", "says"), SABOTAGE, ids=[f"{s[0]}-{s[3]}" for s in SABOTAGE])
def test_speaks_on_the_fault(tmp_path, lint, path, text, says):
    write(house(tmp_path), path, text)

    found = findings(lint, tmp_path)

    assert [finding.path for finding in found] == [path]
    assert says in found[0].message


@pytest.mark.parametrize(("lint", "path", "text"), KEPT, ids=[f"{k[0]}-{k[1]}" for k in KEPT])
def test_lets_the_innocent_pass(tmp_path, lint, path, text):
    write(house(tmp_path), path, text)

    assert findings(lint, tmp_path) == []


def test_every_lint_has_a_sabotage():
    assert {row[0] for row in SABOTAGE} == set(LINTS)


def test_every_rule_of_the_glossary_has_a_sabotage():
    rules = (PROJECT / "tools/house/glossary.toml").read_text(encoding="utf-8")
    tried = {row[3] for row in SABOTAGE if row[0] == "glossary"}

    assert tried == {line.split('"')[1] for line in rules.splitlines() if line.startswith("id = ")}
