"""The key that signs sessions: given by the environment, else made once and kept beside the database."""

import os
import secrets
from pathlib import Path


def secret_key(given: str, folder: Path) -> str:
    """Return the key; where none was given, one is made, readable by its owner only, and used from then on."""
    if given:
        return given
    path = folder / "secret.key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        made = path.with_suffix(f".{os.getpid()}")
        descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
        try:
            # A link fails where another process was first: then that one's key stands.
            os.link(made, path)
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return path.read_text().strip()
