"""Measure what we promise, on the machine at hand: times, memory, and the ratio to each limit.

Limits are for two idle cores. A bench whose input is missing (the real documents, LEXATLAS_CORPUS) says so.
`--site` measures the site too, `--peers` measures it against Datasette and Wagtail, installed below benches/out.
Exit code 1 when a limit is passed.
"""

import argparse
import compileall
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from benches import site
from benches.retrieve import warm_seconds
from lexatlas.core.text import locate, normalise

SEED = 7
QUOTES = 200
# Starts of an interpreter vary with the disk; the best of a few is what the code costs.
REPEATS = 5
KIBIBYTES_PER_MEBIBYTE = 1024
SAMPLE_EVERY = 0.02
LEXATLAS = (sys.executable, "-m", "lexatlas.cli.main")
ANALYSE = ("analyse", "EU", "vasp-licensing", "--as-of", "2026-06-01")
TOPICS = ("vasp-licensing", "retail-trading-status", "stablecoin-issuance", "bank-access")
ROOT = Path(__file__).resolve().parents[1]
LIBRARY = ROOT / "demo" / "library"
CORPUS = Path(os.environ.get("LEXATLAS_CORPUS") or ROOT.parent / "shared" / "corpus")


class Missing(Exception):
    """A bench cannot run here: its input is not on this machine, or it left nothing to measure."""


def words_of(size: int) -> str:
    """A text of about `size` characters without repeats that would make the search easy."""
    chance = random.Random(SEED)
    words = ["".join(chance.choices("aeiorstnlm", k=chance.randint(2, 11))) for _ in range(4000)]
    return " ".join(chance.choices(words, k=size // 7))


def best_of(work: Callable[[], object]) -> float:
    """Seconds of the fastest of REPEATS runs."""
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def quotes(change: Callable[[str], str]) -> float:
    """Seconds to look for QUOTES changed quotes in a text of one megabyte, reading it included."""
    text = words_of(1_000_000)
    chance = random.Random(SEED)
    starts = [chance.randrange(len(text) - 300) for _ in range(QUOTES)]
    wanted = [change(text[start : start + 200]) for start in starts]

    def search() -> None:
        hay = normalise(text)
        for quote in wanted:
            locate(quote, hay)

    return best_of(search)


def show_help() -> None:
    """Start the command line, let it print its help, and wait for its end."""
    subprocess.run([*LEXATLAS, "--help"], capture_output=True, check=True)


def first_step() -> None:
    """Start an analysis, wait until it tells of its first step, and stop it."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "xa"
        with subprocess.Popen(
            [*LEXATLAS, "analyse", "XA", *ANALYSE[2:], "--from", str(LIBRARY), "--out", str(out)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as process:
            if process.stderr is None or not process.stderr.readline().startswith(b"Reading"):
                raise Missing("the analysis took no step; run it by hand to see why")
            process.kill()


@cache
def analysis_of_mica(topics: tuple[str, ...] = TOPICS[:1]) -> tuple[float, float]:
    """Seconds and peak mebibytes of an analysis over the EU's regulation on `topics`, with all its processes."""
    laws = CORPUS / "docs" / "EU"
    if not laws.is_dir():
        raise Missing("the real documents are not here; LEXATLAS_CORPUS may name the folder above docs/EU")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "eu"
        began = time.perf_counter()
        process = subprocess.Popen(
            [*LEXATLAS, *ANALYSE[:2], ",".join(topics), *ANALYSE[3:], "--from", str(laws), "--out", str(out)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, memory_of_tree(process.pid))
            time.sleep(SAMPLE_EVERY)
        seconds = time.perf_counter() - began
        if len(list(out.rglob("document.json"))) != len(topics):
            raise Missing("the analysis wrote no document; run it by hand to see why")
    return seconds, peak


def further_topic() -> float:
    """Seconds that a topic more takes in the same command: three of them, by the fastest of a few runs each."""
    one = best_of(analysis_of_mica.__wrapped__)
    four = best_of(lambda: analysis_of_mica.__wrapped__(TOPICS))
    return (four - one) / (len(TOPICS) - 1)


def memory_of_tree(root: int) -> float:
    """Mebibytes that a process and its descendants hold now, pages shared among them counted once.

    Zero where the system has no /proc.
    """
    total, waiting = 0, [root]
    while waiting:
        pid = waiting.pop()
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
            total += sum(map(int, re.findall(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)))
            waiting += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split())
        except OSError:
            continue  # It ended while we looked.
    return total / KIBIBYTES_PER_MEBIBYTE


def ranked_passages() -> float:
    """Seconds from forty documents in a folder to passages ranked by a question, the median of warm runs."""
    if find_spec("reportlab") is None:
        raise Missing("its PDFs are made by reportlab, which `make check` installs")
    return statistics.median(warm_seconds())


BENCHES: tuple[tuple[str, float, str, Callable[[], float]], ...] = (
    ("200 quotes in 1 MB, exact", 0.12, "s", lambda: quotes(lambda quote: quote)),
    ("200 quotes in 1 MB, edited", 0.2, "s", lambda: quotes(lambda quote: quote[:90] + "x" + quote[91:])),
    ("200 quotes in 1 MB, absent", 0.2, "s", lambda: quotes(lambda quote: quote[::-1] + " qqq")),
    ("lexatlas --help", 0.15, "s", lambda: best_of(show_help)),
    ("start to first step", 0.6, "s", lambda: best_of(first_step)),
    ("40 documents to ranked passages", 0.5, "s", ranked_passages),
    ("one analysis over MiCA", 3.0, "s", lambda: analysis_of_mica()[0]),
    ("memory of its processes", 220.0, "MiB", lambda: analysis_of_mica()[1]),
    ("four topics over MiCA", 5.0, "s", lambda: analysis_of_mica(TOPICS)[0]),
    ("memory of its processes", 220.0, "MiB", lambda: analysis_of_mica(TOPICS)[1]),
    ("each further topic", 0.5, "s", further_topic),
)


def main() -> int:
    """Print one line a bench; 1 when any is over its limit."""
    over = 0
    # As installed: an environment may forbid to write bytecode, and every start would compile the package anew.
    compileall.compile_dir(ROOT / "src", quiet=1)
    print(f"{'bench':<32} {'measured':>12} {'limit':>10} {'ratio':>7}")
    for name, limit, unit, bench in BENCHES:
        try:
            measured = bench()
        except Missing as reason:
            print(f"{name:<32} not run: {reason}")
            continue
        over += measured > limit
        print(f"{name:<32} {measured:>8.3f} {unit:<3} {limit:>6g} {unit:<3} {measured / limit:>6.2f}")
    return 1 if over else 0


def everything(arguments: list[str]) -> int:
    """Measure the program, and the site where it was asked for; 1 when any limit is passed."""
    parser = argparse.ArgumentParser(prog="make bench", description="Measure what we promise.")
    parser.add_argument("--site", action="store_true", help="the site too: times, and no peers beside them")
    parser.add_argument("--peers", action="store_true", help="the site beside its peers, which are installed")
    asked = parser.parse_args(arguments)
    over = main()
    if asked.site or asked.peers:
        return max(over, site.main(["--peers"] if asked.peers else []))
    print("the site beside its peers: not run: not asked for; say ARGS=--peers (or --site, without peers)")
    return over


if __name__ == "__main__":
    sys.exit(everything(sys.argv[1:]))
