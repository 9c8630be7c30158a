"""The door `lexatlas`: finds the command, runs it, turns each failure into a sentence and an exit code."""

import argparse
import errno
import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn, Protocol, TextIO

from lexatlas import __version__
from lexatlas.cli import plain, site
from lexatlas.core.errors import InputError, LexatlasError, near_matches, unknown

COMMANDS = {**plain.COMMANDS, **site.COMMANDS}
BAD_USE = 2
UNREADABLE = 3
INTERRUPTED = 130
PIPE_CLOSED = 141


class CommandModule(Protocol):
    """What the module of a command offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's own arguments."""

    def run(self, args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
        """Do the work: results to `out`, progress to `err`; returns the exit code."""


def _layout(prog: str) -> argparse.HelpFormatter:
    layout = argparse.HelpFormatter(prog, max_help_position=28)
    # Before 3.13 argparse forgets how deep commands are indented and breaks the line of the longest name.
    layout._action_max_length = max(map(len, COMMANDS)) + 4
    return layout


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are sentences, raised as `InputError` and printed in one place."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse found wrong, as a sentence that says where help is."""
        text = message[:1].upper() + message[1:].rstrip(".")
        raise InputError(f"{text}. See {self.prog} --help.")


def main(argv: Sequence[str] | None = None, out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Run one command line; returns the exit code, and raises `SystemExit` only after printing help."""
    words = list(sys.argv[1:] if argv is None else argv)
    out, err = out or _standard_output(), err or sys.stderr
    try:
        code = _dispatch(words, out, err)
        out.flush()
    except LexatlasError as failure:
        print(failure, file=err)
        return failure.exit_code
    except KeyboardInterrupt:
        print("Stopped. What was finished is kept; run the same command again to go on.", file=err)
        return INTERRUPTED
    except BrokenPipeError:
        return _leave_quietly()
    except OSError as failure:
        print(_sentence(failure), file=err)
        return UNREADABLE
    return code


def _standard_output() -> TextIO:
    """Return standard output: UTF-8 for files and pipes; a terminal keeps its own, with ? where it lacks."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")
    return sys.stdout


def _dispatch(words: list[str], out: TextIO, err: TextIO) -> int:
    command = words[0] if words else None
    if command is None:
        # Not print_help: argparse hides a closed pipe.
        out.write(_parser(None).format_help())
        return BAD_USE
    if not command.startswith("-") and command not in COMMANDS:
        raise unknown("command", command, COMMANDS)
    module = _load(command) if command in COMMANDS else None
    args = _parse(_parser(command, module), words, command)
    return module.run(args, out, err) if module else BAD_USE


def _load(command: str) -> CommandModule:
    module: CommandModule = importlib.import_module(COMMANDS[command].module)
    return module


def _parser(command: str | None, module: CommandModule | None = None) -> Parser:
    """Build the parser; only the asked command's module is loaded, so that help stays quick."""
    parser = Parser(
        prog="lexatlas",
        description="What does the law let people do with crypto-assets, here, on this date?",
        epilog="Exit codes: 0 done; 1 a claim or a bundle does not hold; 2 bad use; 3 input cannot be read.",
        allow_abbrev=False,
        formatter_class=_layout,
    )
    parser.add_argument("--version", action="version", version=f"lexatlas {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for name, entry in COMMANDS.items():
        child = commands.add_parser(
            name, help=entry.help, description=_opening(entry.help), allow_abbrev=False
        )
        if module and name == command:
            module.add_arguments(child)
            add_output_flags(child)
    return parser


def _opening(line: str) -> str:
    return line[:1].upper() + line[1:] + "."


def add_output_flags(parser: argparse.ArgumentParser) -> None:
    """Give a command the two flags that all share."""
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--quiet", action="store_true", help="print no progress")


def _parse(parser: Parser, words: list[str], command: str) -> argparse.Namespace:
    args, left = parser.parse_known_args(words)
    if left:
        raise _not_understood(left[0], _flags(parser, command), command)
    return args


def _not_understood(word: str, flags: list[str], command: str) -> InputError:
    prog = f"lexatlas {command}" if command in COMMANDS else "lexatlas"
    if not word.startswith("-"):
        return InputError(f"“{word}” is one word too many. See {prog} --help.")
    flag = word.split("=")[0]
    near = near_matches(flag, flags)
    hint = f"Did you mean {' or '.join(near)}?" if near else f"See {prog} --help."
    return InputError(f"Unknown flag {flag}. {hint}")


def _flags(parser: argparse.ArgumentParser, command: str) -> list[str]:
    """List the long flags of a command's parser and of the parsers beneath it."""
    found: list[str] = []
    for action in parser._actions:
        # What stands before the command is not a flag of the command.
        if command not in COMMANDS:
            found += [option for option in action.option_strings if option.startswith("--")]
        if isinstance(action, argparse._SubParsersAction):
            chosen = [child for name, child in action.choices.items() if command in ("", name)]
            found += [flag for child in chosen for flag in _flags(child, "")]
    return found


def _leave_quietly() -> int:
    # The reader went away (as `head` does); Python would complain again when it flushes at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _sentence(failure: OSError) -> str:
    if failure.errno == errno.ENOSPC:
        return "The disk is full. What was finished is kept; make room and run the same command again."
    name = f" {failure.filename}" if failure.filename else " a file"
    return f"Could not read or write{name}: {(failure.strerror or str(failure)).lower()}."


if __name__ == "__main__":
    sys.exit(main())
