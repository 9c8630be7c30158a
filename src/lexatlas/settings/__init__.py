"""The settings room: where Lexatlas keeps its files, as the environment and `lexatlas.toml` say it.

It may import `lexatlas.core` only, and nothing heavy: every command reads it, `--help` too.
To add a setting: one row in `SETTINGS` of `known.py` and one field of `Settings`.
"""

from lexatlas.settings.load import Settings, load

__all__ = ["Settings", "load"]
