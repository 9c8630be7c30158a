"""A small tree in the shape of the project, for lints to be tried on before and after it is broken."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

ROOMS = (
    "cli",
    "cli.plain",
    "site",
    "web",
    "desk",
    "store",
    "store.models",
    "pipeline",
    "pipeline.eval",
    "pipeline.imported",
    "checks.second",
    "pipeline.planted",
    "pipeline.verify",
    "exports",
    "sources",
    "analysts",
    "checks",
    "compare",
    "retrieval",
    "bundle",
    "language",
    "codebook",
    "settings",
    "core",
)


def write(root: Path, path: str, text: str) -> Path:
    """Write one file below root, making its folders."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target


def house(root: Path) -> Path:
    """Write a package `lexatlas` with every room of both floors, each empty and well-mannered."""
    write(root, "src/lexatlas/__init__.py", '"""A house."""\n')
    for room in ROOMS:
        path = "src/lexatlas/" + room.replace(".", "/")
        write(root, f"{path}/__init__.py", INIT)
    return root


INIT = '''"""What this room is for.

May import: core.
To add to it: write a file.
"""
'''
