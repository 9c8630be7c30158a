"""Reads the folder authorities/ strictly, and only when somebody asks: no analysis rests on it."""

from __future__ import annotations

from collections.abc import Mapping

from lexatlas.codebook.authorities import World, WorldFile
from lexatlas.codebook.reader import read_row, read_toml, refuse

FOLDER = "authorities/"


def world_of(files: Mapping[str, bytes]) -> World:
    """The rows that these files hold, by name; raises InputError with every fault at once."""
    world, faults = parse_world(files)
    refuse(faults)
    return world


def parse_world(files: Mapping[str, bytes]) -> tuple[World, list[str]]:
    """The rows that can be read, and a sentence for each fault; never raises for bad content."""
    faults: list[str] = []
    read = [_file(name, files[name], faults) for name in sorted(files) if name.startswith(FOLDER)]
    whole = [file for file in read if file is not None]
    world = World(
        sources=tuple(row for file in whole for row in file.sources),
        authorities=tuple(row for file in whole for row in file.authorities),
        lawbooks=tuple(row for file in whole for row in file.lawbooks),
    )
    return world, faults


def _file(name: str, content: bytes, faults: list[str]) -> WorldFile | None:
    data = read_toml(name, content, faults)
    return None if data is None else read_row(WorldFile, name, data, faults)
