"""The house lints: rules of docs/house.md that no common linter knows.

May import: the standard library only, so that they run before anything is installed.
To add a lint: one file with a function `lint(tree)` that yields findings, one line in `lints.py`, and one
sabotage test in tests/house.
"""
