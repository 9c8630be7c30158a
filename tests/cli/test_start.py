"""A start is quick because little is loaded: what each command imports, asked of real processes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benches import run as benches
from lexatlas.cli.plain import COMMANDS
from tests.cli.command_line import ACT, ASKED, CIRCULAR, LIBRARY, PATIENCE, SRC, environment

PAGE = Path(__file__).parents[1] / "pipeline" / "sample_page.txt"
GOLD = Path(__file__).parents[1] / "pipeline" / "gold"
# Notes every name that somebody asks for, so that a package that is not installed is seen too.
WATCH = """
import sys
asked = set()
class Watch:
    def find_spec(self, name, path=None, target=None):
        asked.add(name.partition(".")[0])
sys.meta_path.insert(0, Watch())
from lexatlas.cli.main import main
def command(*words):
    try:
        return main(words)
    except SystemExit as left:
        return left.code
def loaded(*names):
    print(sorted(asked & set(names)), file=sys.stderr)
"""
SERVERS = ("django", "ninja", "dbos", "sqlalchemy", "gunicorn", "whitenoise")


def watched(code: str, home: Path, *words) -> list[str]:
    """Run code in a process that notes what is imported; give the last lines of standard error."""
    done = subprocess.run(
        [sys.executable, "-c", WATCH + code, *map(str, words)], env=environment(home), cwd=home,
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()


@pytest.mark.parametrize("words", [("--help",), ("--version",), (), ("analyse", "--help"), ("verfy",)])
def test_help_loads_nothing_heavy(tmp_path, words):
    told = watched(
        f"command(*{words!r})\nloaded('pydantic', 'lxml', 'httpx', 'jinja2', 'tomllib', *{SERVERS!r})",
        tmp_path,
    )
    assert told[-1] == "[]"


ALL = f"""
from pathlib import Path
act, circular, library, page, gold = sys.argv[1:]
asked_for = {ASKED!r}
codes = [
    command(*asked_for, "--from", act, "--out", "a", "--quiet"),
    command(*asked_for, "--from", circular, "--out", "b", "--quiet"),
    command("verify", "a", "--quiet"),
    command("compare", "a", "b", "--quiet"),
    command("export", "a", "--format", "md"),
    command("import-page", page, "--out", "c", "--quiet"),
    command("codebook", "lint", "--quiet"),
    command("eval", gold, "--corpus", ".", "--quiet"),
]
loaded({", ".join(map(repr, SERVERS))}, "httpx")
print(codes, file=sys.stderr)
"""


def test_plain_commands_load_no_server_and_no_database(tmp_path):
    """Nor the network library: nothing here has an address."""
    shutil.copytree(LIBRARY, tmp_path / "docs")
    told = watched(ALL, tmp_path, ACT, CIRCULAR, LIBRARY, PAGE, GOLD)
    assert told[-2:] == ["[]", "[0, 0, 0, 0, 0, 0, 0, 0]"]
    # Every plain command was among them.
    assert all(f'"{name}"' in ALL or name == "analyse" for name in COMMANDS)


def test_the_reading_child_loads_no_more_than_its_reader(tmp_path):
    code = "import sys\nimport lexatlas.sources.child\nprint(sorted({'pydantic', 'lxml', 'httpx'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(tmp_path), capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


# -------------------------------------------------------------------------------------------- benches


def test_the_benches_are_those_that_we_promise():
    assert [(name, limit, unit) for name, limit, unit, _ in benches.BENCHES] == [
        ("200 quotes in 1 MB, exact", 0.12, "s"),
        ("200 quotes in 1 MB, edited", 0.2, "s"),
        ("200 quotes in 1 MB, absent", 0.2, "s"),
        ("lexatlas --help", 0.15, "s"),
        ("start to first step", 0.6, "s"),
        ("40 documents to ranked passages", 0.5, "s"),
        ("one analysis over MiCA", 3.0, "s"),
        ("memory of its processes", 220.0, "MiB"),
        ("four topics over MiCA", 5.0, "s"),
        ("memory of its processes", 220.0, "MiB"),
        ("each further topic", 0.5, "s"),
    ]


def test_benches_run_and_tell_ratios_whatever_is_missing(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(SRC), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setattr(benches, "REPEATS", 1)
    monkeypatch.setattr(benches, "QUOTES", 5)
    monkeypatch.setattr(benches, "CORPUS", tmp_path)
    benches.analysis_of_mica.cache_clear()
    assert benches.main() in (0, 1)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["bench", "measured", "limit", "ratio"]
    assert [len(line) > 60 for line in lines[1:7]] == [True] * 6
    absent = "not run: the real documents are not here; LEXATLAS_CORPUS may name the folder above docs/EU"
    assert [line.split("  ")[-1].strip() for line in lines[7:]] == [absent] * 5


def test_the_quotes_of_the_benches_are_found_or_not_as_their_names_say():
    from lexatlas.core.text import locate, normalise

    text = benches.words_of(20_000)
    hay, quote = normalise(text), text[700:900]
    assert locate(quote, hay) == (700, 900)
    assert locate(quote[:90] + "x" + quote[91:], hay) is None
    assert locate(quote[::-1] + " qqq", hay) is None
    assert benches.memory_of_tree(os.getpid()) > 0 or not Path("/proc/self/smaps_rollup").exists()
