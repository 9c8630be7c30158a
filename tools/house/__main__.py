"""Run the house lints: python -m tools.house [NAME...], all of them when none is named."""

import sys
from pathlib import Path

from tools.house.lints import LINTS
from tools.house.tree import Tree


def main(names: list[str]) -> int:
    """Print each finding with its lint; 0: nothing found, 1: something found, 2: no such lint."""
    unknown = [name for name in names if name not in LINTS]
    if unknown:
        print(f"No lint is called {', '.join(unknown)}. There are: {', '.join(LINTS)}.", file=sys.stderr)
        return 2
    tree = Tree.of_project(Path.cwd())
    findings = [(name, finding) for name in names or LINTS for finding in LINTS[name](tree)]
    for name, finding in findings:
        print(f"{finding} [{name}]")
    print(f"House lints: {len(findings)} findings in {len(tree.files)} files.")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
