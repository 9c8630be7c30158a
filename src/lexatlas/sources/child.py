"""The process that reads: takes jobs as lines of JSON, writes each text to a file, and may die without harm.

Run as `python -m lexatlas.sources.child`. It imports no more than its reader needs.
"""

import errno
import json
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

MEMORY_LIMIT = 1 << 30
OUTPUT_LIMIT = 96 << 20
TEXT_LIMIT = 40_000_000
CPU_LIMIT = 40
_NEEDED = ("lexatlas.core.textform", "lexatlas.sources.fingerprint", "lexatlas.sources.readers.registry")


def limit() -> None:
    """Bound memory, output and processor time, where the system can."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    bounds = (
        (resource.RLIMIT_AS, MEMORY_LIMIT), (resource.RLIMIT_FSIZE, OUTPUT_LIMIT), (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, CPU_LIMIT),
    )  # fmt: skip
    for kind, most in bounds:
        _, hard = resource.getrlimit(kind)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (bound, hard))


def load() -> None:
    """Import what reading takes before the first job comes: whoever started this process does other work meanwhile."""
    for name in _NEEDED:
        import_module(name)


def answer(job: dict[str, Any]) -> dict[str, Any]:
    """Do one job: read the raw file, write the text's JSON; return what to tell the parent."""
    from lexatlas.core.errors import LexatlasError  # noqa: PLC0415 - limits come first
    from lexatlas.core.textform import to_json  # noqa: PLC0415 - limits come first
    from lexatlas.sources.fingerprint import fingerprint  # noqa: PLC0415 - limits come first
    from lexatlas.sources.readers.charset import Given  # noqa: PLC0415 - limits come first
    from lexatlas.sources.readers.registry import read  # noqa: PLC0415 - limits come first

    try:
        raw = Path(job["raw"]).read_bytes()
        given = Given(raw, job["name"], job["media_type"], job["charset"], job["language"])
        text, reader = read(given, job["reader"] or None)
    except LexatlasError as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": "Reading the document would have needed more memory than the limit.", "last": True}
    except RecursionError:
        return {"error": "The document is nested too deeply to be read."}
    if len(text.text) > TEXT_LIMIT:
        return {"error": f"The document holds more than {TEXT_LIMIT:,} characters of text; it was not read."}
    Path(job["out"]).write_text(json.dumps(to_json(text), ensure_ascii=False), encoding="utf-8")
    return {"reader": reader.model_dump(mode="json"), "fingerprint": sorted(fingerprint(text.text))}


def failed(error: OSError) -> dict[str, Any]:
    """Return what to tell the parent: a full disk says nothing about the document, a limit met does."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return {"stop": f"A text could not be written to the folder for temporary files ({error.strerror})."}
    return {"error": f"The reader failed on this document ({type(error).__name__})."}


def main() -> int:
    """Answer jobs until the input ends."""
    limit()
    load()
    for line in sys.stdin:
        try:
            told = answer(json.loads(line))
        except OSError as error:
            told = failed(error)
        except Exception as error:  # noqa: BLE001 - whatever a reader meets, the parent hears a sentence
            told = {"error": f"The reader failed on this document ({type(error).__name__})."}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        if told.get("last"):
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
