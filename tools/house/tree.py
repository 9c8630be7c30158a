"""The files that the lints read, and what they say of them."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


@dataclass(frozen=True)
class Finding:
    """One fault at one place; `line` counts from 1, and 0 means the file as a whole."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """Give the form that editors can jump to."""
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


@dataclass(frozen=True)
class Tree:
    """A root folder and the files under it that count, as sorted relative paths with forward slashes."""

    root: Path
    files: tuple[str, ...]

    @classmethod
    def of_project(cls, root: Path) -> "Tree":
        """Take what git tracks or would track; outside a repository, every file that is not hidden."""
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
        if listed.returncode:
            return cls.of_folder(root)
        names = {name for name in listed.stdout.split("\0") if name and (root / name).is_file()}
        return cls(root, tuple(sorted(names)))

    @classmethod
    def of_folder(cls, root: Path) -> "Tree":
        """Take every file below a folder that is no repository."""
        paths = (Path(folder, name) for folder, _, names in os.walk(root) for name in names)
        return cls(root, tuple(sorted(path.relative_to(root).as_posix() for path in paths)))

    def matching(self, *globs: str) -> Iterator[str]:
        """Yield the files that match any of the globs, where `**` stands for any folders, also none."""
        for name in self.files:
            if any(_matches(name, glob) for glob in globs):
                yield name

    def text(self, name: str) -> str:
        """Read a file as text; a file that is no UTF-8 (an archive, a picture) reads as nothing."""
        try:
            return (self.root / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return ""


def _matches(name: str, glob: str) -> bool:
    if "**/" not in glob:
        return PurePosixPath(name).match(glob) and name.count("/") == glob.count("/")
    head, tail = glob.split("**/", 1)
    if not name.startswith(head):
        return False
    return PurePosixPath(name[len(head) :]).match(tail)
