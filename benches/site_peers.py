"""The peers of the site, in an environment of their own: Datasette over the same rows, Wagtail with the same page."""

import json
import os
import sqlite3
import subprocess
import sys
import venv
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("datasette==0.65.5", "wagtail==8.0.1", "gunicorn==27.0.1")
WORKERS, THREADS = 2, 3
"""As many as `lexatlas serve` starts on two cores."""
SQL_THREADS = 4
COLUMNS = (
    "id", "jurisdiction", "jurisdiction_name", "topic", "topic_name", "level", "code", "code_name", "stage",
    "confidence", "as_of", "changed_at",
)  # fmt: skip
INDEXES = (
    "topic, code, changed_at DESC, id DESC", "topic, jurisdiction_name, topic_name, id",
    "jurisdiction_name, topic_name, id", "changed_at DESC, id DESC", "code, changed_at DESC, id DESC",
)  # fmt: skip
"""On the columns that are asked for, as our own indexes are."""


def installed(out: Path) -> Path:
    """Return the folder of the peers' programs, installed below `out` with pip when they are not."""
    programs = out / "peers" / "bin"
    stamp = out / "peers" / "installed.txt"
    wanted = "\n".join(PACKAGES)
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        print(f"Installing {', '.join(PACKAGES)} …", file=sys.stderr, flush=True)
        venv.create(out / "peers", with_pip=True)
        subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        stamp.write_text(wanted, encoding="utf-8")
    return programs


def datasette(programs: Path, out: Path, home: Mapping[str, Any], port: int) -> list[str]:
    """Return the command of a tuned Datasette: our indexes, a file that never changes, counts known, no facets."""
    database = out / "datasette.db"
    counts = out / "datasette.json"
    if not counts.is_file():
        print("Making Datasette's database …", file=sys.stderr, flush=True)
        database.unlink(missing_ok=True)
        with closing(sqlite3.connect(database)) as made:
            _rows(made, home)
        subprocess.run([programs / "datasette", "inspect", database, "--inspect-file", counts], check=True)
    told = {
        "suggest_facets": "off",
        "num_sql_threads": SQL_THREADS,
        "cache_size_kb": 65_536,
        "default_page_size": 100,
        # On a busy machine it would refuse, and not be slow.
        "sql_time_limit_ms": 20_000,
    }
    settings = [word for name, value in told.items() for word in ("--setting", name, str(value))]
    where = ["--inspect-file", str(counts), "--host", "127.0.0.1", "--port", str(port)]
    return [str(programs / "datasette"), "serve", "-i", str(database), *where, *settings]


def _rows(made: sqlite3.Connection, home: Mapping[str, Any]) -> None:
    made.execute("ATTACH ? AS site", [home["database"]])
    names = ", ".join(f"a.{name}" for name in COLUMNS)
    made.execute(
        "CREATE TABLE analyses (id INTEGER PRIMARY KEY, " + ", ".join(COLUMNS[1:]) + ", second_line, version)"
    )
    made.execute(
        f"INSERT INTO analyses SELECT {names}, v.second_line, v.number FROM site.analysis a "
        "JOIN site.version v ON v.id = a.latest_id"
    )
    for number, columns in enumerate(INDEXES):
        made.execute(f"CREATE INDEX by_{number} ON analyses ({columns})")
    page = json.loads(Path(home["page"]).read_text(encoding="utf-8"))
    made.execute("CREATE TABLE pages (id INTEGER PRIMARY KEY, title, code, summary, body)")
    body = "\n\n".join(words for block in page["body"] for words in _words(block["value"]))
    made.execute(
        "INSERT INTO pages VALUES (1, ?, ?, ?, ?)", [page["title"], page["code"], page["summary"], body]
    )
    made.commit()
    made.execute("DETACH site")
    made.execute("ANALYZE")
    made.execute("VACUUM")


def _words(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [f"{value['sentence']} {value['verdict']}", *(quote["words"] for quote in value["quotes"])]


def wagtail(
    programs: Path, out: Path, home: Mapping[str, Any], port: int, *, keeps: bool
) -> tuple[list[str], dict[str, str]]:
    """Return command and environment of Wagtail by gunicorn, its template cache on or off."""
    folder = out / "wagtail"
    env = {**os.environ, "WAGTAIL_OUT": str(folder), "WAGTAIL_KEEPS": "yes" if keeps else "no"}
    env["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(folder)])
    if not (folder / "filled").is_file():
        print("Making Wagtail's database …", file=sys.stderr, flush=True)
        (folder / "laws_migrations").mkdir(parents=True, exist_ok=True)
        (folder / "laws_migrations" / "__init__.py").touch()
        (folder / "wagtail.sqlite3").unlink(missing_ok=True)
        filling = [programs / "python", "-m", "benches.site_wagtail.fill", home["page"]]
        subprocess.run(filling, env=env, cwd=ROOT, check=True)
        (folder / "filled").touch()
    command = [str(programs / "gunicorn"), "--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS), "--threads",
               str(THREADS), "--worker-class", "gthread", "--keep-alive", "5", "--worker-tmp-dir", "/dev/shm",
               "--log-level", "warning", "benches.site_wagtail.wsgi:application"]  # fmt: skip
    return command, env
