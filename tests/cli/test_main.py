"""The door: help, unknown words with near matches, exit codes, and a start without heavy imports."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lexatlas.cli import main as door
from lexatlas.cli.plain import COMMANDS, Command
from lexatlas.core.errors import InputError, Unreadable

SRC = Path(__file__).resolve().parents[2] / "src"


def lexatlas(*words):
    """Run the door in this process: exit code, standard output, standard error."""
    out, err = io.StringIO(), io.StringIO()
    return door.main(words, out, err), out.getvalue(), err.getvalue()


def in_process(code):
    """Run Python in a process of its own; the finished process."""
    env = {**os.environ, "PYTHONPATH": str(SRC)}
    return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)


class Failing:
    """A command whose work ends as it is told."""

    def __init__(self, failure):
        self.failure = failure

    def add_arguments(self, parser):
        parser.add_argument("--force", action="store_true")

    def run(self, args, out, err):
        if isinstance(self.failure, BaseException):
            raise self.failure
        return self.failure


@pytest.fixture
def command(monkeypatch):
    def install(failure):
        monkeypatch.setattr(door, "_load", lambda name: Failing(failure))

    return install


def test_no_command_prints_help_and_leaves_with_2():
    code, out, err = lexatlas()
    assert (code, err) == (2, "")
    assert out.startswith("usage: lexatlas")
    assert [name for name in COMMANDS if f"    {name} " in out] == list(COMMANDS)


def test_unknown_command_names_near_ones():
    assert lexatlas("verfy") == (2, "", "Unknown command 'verfy'. Did you mean verify?\n")


def test_unknown_flag_names_near_ones(command):
    command(0)
    assert lexatlas("compare", "--forse") == (2, "", "Unknown flag --forse. Did you mean --force?\n")
    assert lexatlas("compare", "--zzzzzz") == (2, "", "Unknown flag --zzzzzz. See lexatlas compare --help.\n")
    assert lexatlas("--verzion") == (2, "", "Unknown flag --verzion. Did you mean --version?\n")


def test_one_word_too_many(command):
    command(0)
    assert lexatlas("compare", "a") == (2, "", "“a” is one word too many. See lexatlas compare --help.\n")


@pytest.mark.parametrize(
    ("failure", "code", "sentence"),
    [
        (0, 0, ""),
        (1, 1, ""),
        (InputError("No."), 2, "No.\n"),
        (Unreadable("Cannot."), 3, "Cannot.\n"),
        (
            KeyboardInterrupt(),
            130,
            "Stopped. What was finished is kept; run the same command again to go on.\n",
        ),
        (
            FileNotFoundError(2, "No such file or directory", "x.txt"),
            3,
            "Could not read or write x.txt: no such file or directory.\n",
        ),
        (
            OSError(28, "No space left on device"),
            3,
            "The disk is full. What was finished is kept; make room and run the same command again.\n",
        ),
    ],
)
def test_failures_are_sentences_with_exit_codes(command, failure, code, sentence):
    command(failure)
    assert lexatlas("compare") == (code, "", sentence)


def test_help_starts_without_pydantic():
    done = in_process(
        "import sys\nfrom lexatlas.cli.main import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'pydantic', 'lxml', 'httpx', 'jinja2', 'django'} & set(sys.modules)\n"
        "print(sorted(heavy), file=sys.stderr)"
    )
    assert done.stderr == "[]\n"
    assert done.stdout.startswith("usage: lexatlas")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_each_command_starts_without_pydantic(name):
    done = in_process(
        "import sys\nfrom lexatlas.cli.main import main\n"
        f"try:\n    main([{name!r}, '--help'])\nexcept SystemExit as left:\n"
        "    print(left.code, file=sys.stderr)\n"
        "print('pydantic' in sys.modules, file=sys.stderr)"
    )
    assert done.stderr == "0\nFalse\n"


def test_a_closed_pipe_ends_quietly():
    done = in_process(
        "import os, subprocess, sys\n"
        "read, write = os.pipe()\nos.close(read)\n"
        "code = subprocess.run([sys.executable, '-m', 'lexatlas.cli.main'], stdout=write,"
        " stderr=subprocess.PIPE, text=True)\nprint(code.returncode, repr(code.stderr))"
    )
    assert done.stdout == "141 ''\n"


def test_words_come_whole_out_of_a_pipe_in_any_locale():
    env = {**os.environ, "PYTHONPATH": str(SRC), "PYTHONIOENCODING": "ascii"}
    words = [sys.executable, "-m", "lexatlas.cli.main", "codebook", "show", "vasp-licensing", "--json"]
    done = subprocess.run(words, env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert not done.stdout.decode("utf-8").isascii()


def test_registry_rows_are_whole():
    assert all(isinstance(row, Command) and not row.help.endswith(".") for row in COMMANDS.values())
