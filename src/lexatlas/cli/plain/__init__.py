"""The commands that need no server and no database, by name: where each lives and what it does.

A command's module offers ``add_arguments(parser)`` and ``run(args, out, err) -> exit code``; it imports what
is heavy inside ``run``, so that help is printed at once.
"""

from typing import NamedTuple


class Command(NamedTuple):
    """Where a command lives, and the line that help shows for it."""

    module: str
    help: str


COMMANDS: dict[str, Command] = {
    "analyse": Command(
        "lexatlas.cli.plain.analyse", "answer one question from documents, and write a bundle"
    ),
    "verify": Command("lexatlas.cli.plain.verify", "check a bundle again, offline: four answers"),
    "compare": Command("lexatlas.cli.plain.compare", "say what changed between two bundles, and why"),
    "export": Command("lexatlas.cli.plain.export", "turn a bundle into a page or a data file"),
    "eval": Command("lexatlas.cli.plain.evaluate", "measure the coder against a hand-made corpus"),
    "import-page": Command("lexatlas.cli.plain.import_page", "turn a published page's text into a bundle"),
    "codebook": Command("lexatlas.cli.plain.codebook", "check the codebook, or show a topic of it"),
}
