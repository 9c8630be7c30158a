"""Reads the settings from the environment, then from the file in the home; tells all faults at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from lexatlas.core.errors import InputError, near_matches
from lexatlas.settings.known import FILE_NAME, PREFIX, SETTINGS, Known

MAX_FILE_BYTES = 1_000_000


@dataclass(frozen=True)
class Settings:
    """Where files are kept, and who works here.

    `corpus` (a folder) and `reference` (a file or folder) are for tests, None when nobody named one.
    `person` is the name that goes into provenance, "" when nobody gave one. The rest is for a site, "" for the
    built-in choice: `database_url` (a file in the home), `archive_url` (a folder in the home), `hosts` (this machine
    alone; names parted by commas), `tls` (“yes” where the site has a name, else “no”), `proxies` (none; addresses
    of those whose word on who asks is taken), `secret_key` (made and kept), `mail` (HOST:PORT of a mail server; else
    mails are printed), `metrics_token` (figures are given to this machine alone).
    """

    home: Path
    corpus: Path | None = None
    reference: Path | None = None
    person: str = ""
    database_url: str = ""
    archive_url: str = ""
    hosts: str = ""
    tls: str = ""
    proxies: str = ""
    secret_key: str = ""
    mail: str = ""
    metrics_token: str = ""

    @property
    def cache(self) -> Path:
        """Files that can be made anew: deleting the folder costs time only."""
        return self.home / "cache"

    @property
    def data(self) -> Path:
        """Files that cannot be made anew."""
        return self.home / "data"

    @property
    def file(self) -> Path:
        """The settings file; it need not exist."""
        return self.home / FILE_NAME


def load(environ: Mapping[str, str], folder: Path | None = None) -> Settings:
    """Return the settings; a variable of the environment wins over a key of the file.

    Relative paths start at `folder` (the working directory when None). Raises InputError with every
    fault as one sentence a line. No folder is made.
    """
    base = Path.cwd() if folder is None else folder
    faults = _misspelt(environ)
    home = _home(environ, base, faults)
    in_file = _file(home / FILE_NAME, faults)
    found: dict[str, Any] = {"home": home}
    for known in SETTINGS[1:]:
        value = _value(known, environ, in_file, home, base, faults)
        if value is not None:
            found[known.field] = value
    _refuse(faults)
    return Settings(**found)


def _refuse(faults: list[str]) -> None:
    if faults:
        head = f"The settings have {len(faults)} fault{'s' if len(faults) > 1 else ''}:"
        raise InputError("\n".join([head, *(f"  {fault}" for fault in faults)]))


def _misspelt(environ: Mapping[str, str]) -> list[str]:
    # A variable that is only nearly ours would be ignored in silence, and its owner would wonder why.
    names = [known.variable for known in SETTINGS]
    strangers = sorted(name for name in environ if name.startswith(PREFIX) and name not in names)
    pairs = [(name, near_matches(name.removeprefix(PREFIX), [n.removeprefix(PREFIX) for n in names], 1))
             for name in strangers]  # fmt: skip
    return [f"{name} is not a setting. Did you mean {PREFIX}{near[0]}?" for name, near in pairs if near]


def _home(environ: Mapping[str, str], base: Path, faults: list[str]) -> Path:
    given = environ.get("LEXATLAS_HOME", "").strip()
    home = _path(given, base, "LEXATLAS_HOME", faults) if given else _platform_home()
    if home is None:
        return base
    if home.exists() and not home.is_dir():
        faults.append(f"LEXATLAS_HOME names {home}, which is a file. Name a folder; it is made when needed.")
    return home


def _platform_home() -> Path:
    # Imported here because most runs name their home or never ask for it.
    import platformdirs  # noqa: PLC0415 - as said above

    return Path(platformdirs.user_data_dir("lexatlas", appauthor=False))


def _file(path: Path, faults: list[str]) -> dict[str, Any]:
    try:
        if not path.is_file():
            return {}
        if path.stat().st_size > MAX_FILE_BYTES:
            raise ValueError(f"it is larger than {MAX_FILE_BYTES} bytes")
        data = tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        faults.append(f"The settings file {path} cannot be read ({error}). Mend it or remove it.")
        return {}
    return _only_known(path, data, faults)


def _only_known(path: Path, data: dict[str, Any], faults: list[str]) -> dict[str, Any]:
    keys = [known.key for known in SETTINGS if known.key]
    for key in sorted(set(data) - set(keys)):
        near = near_matches(key, keys, 1)
        hint = f"Did you mean {near[0]}?" if near else f"It may hold {', '.join(keys)}."
        faults.append(f"{path}: '{key}' is not a setting. {hint}")
    return {key: value for key, value in data.items() if key in keys}


def _value(known: Known, environ: Mapping[str, str], in_file: Mapping[str, Any], home: Path, base: Path,
           faults: list[str]) -> Path | str | None:  # fmt: skip
    text, where, start = environ.get(known.variable, "").strip(), known.variable, base
    if not text and known.key is not None and known.key in in_file:
        text, where, start = in_file[known.key], f"{home / FILE_NAME}: '{known.key}'", home
        if not isinstance(text, str):
            faults.append(f"{where} is not text. Write it in quotes.")
            return None
    if not text.strip():
        return None
    if known.must_be == "yes or no" and text.strip() not in ("yes", "no"):
        faults.append(f"{where} is {text.strip()!r}. Write yes or no, or leave it out.")
        return None
    if known.must_be in ("words", "yes or no"):
        return text.strip()
    return _existing(known, text, start, where, faults)


def _existing(known: Known, text: str, start: Path, where: str, faults: list[str]) -> Path | None:
    path = _path(text, start, where, faults)
    if path is None or path.is_dir() or (path.exists() and known.must_be == "existing path"):
        return path
    what = "is a file" if path.exists() else "does not exist"
    wanted = "a folder" if known.must_be == "existing folder" else "a file or folder"
    faults.append(f"{where} names {path}, which {what}. Name {wanted} that exists, or leave it out.")
    return None


def _path(text: str, start: Path, where: str, faults: list[str]) -> Path | None:
    try:
        return start / Path(text).expanduser()
    except (RuntimeError, ValueError) as error:
        faults.append(f"{where} names {text!r}, which is no path ({error}). Write a full path.")
        return None
