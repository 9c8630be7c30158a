"""Measure the site against its limits: pages a second beside Datasette and Wagtail in one run, times by themselves.

Rounds of both sides alternate, so that a busy machine weighs on both; a ratio is the median of the rounds. All servers
listen on this machine alone. `--peers` installs the peers into benches/out and measures against them too.
Exit code 1 when a limit is missed.
"""

import argparse
import contextlib
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from benches.site_home import CLAIMS, CODES, PLACES_SEARCHED, SCRIPTS, VERSIONS, place, topic, vocabulary
from benches.site_load import Load, ask
from benches.site_peers import datasette, installed, wagtail
from benches.site_servers import ROOT, free_port, ours, server

OUT = ROOT / "benches" / "out"
HOME = OUT / "site"
ROUNDS = 3
TOPICS_ASKED = 5
WARMED = 6
MOST = 16
"""Connections at once."""


@dataclass(frozen=True)
class Side:
    """Whom to ask, and for what."""

    port: int
    paths: tuple[str, ...]
    headers: tuple[tuple[str, str], ...] = ()

    def asked(self, requests: int, connections: int) -> Load:
        """Ask for some pages."""
        return ask(
            self.port, self.paths, requests=requests, connections=connections, headers=dict(self.headers)
        )


@dataclass(frozen=True)
class Line:
    """A line of the table. `measured` must be at least `limit`, or at most where it is a time or a growth."""

    name: str
    measured: float
    limit: float
    unit: str
    told: str = ""

    @property
    def missed(self) -> bool:
        """Whether the limit is missed."""
        return self.measured < self.limit if self.unit == "x" else self.measured > self.limit


def ratio(name: str, mine: Side, peer: Side, limit: float, requests: tuple[int, int]) -> Line:
    """Return by how much more pages a second we answer, both sides having answered each address before."""
    # A server has more than one process; connections made anew reach them all before anything is counted.
    for _ in range(WARMED):
        mine.asked(max(2 * MOST, 2 * len(mine.paths)), MOST)
    peer.asked(2 * MOST, MOST)
    return _ratio(name, [mine] * ROUNDS, peer, limit, requests)


def _ratio(name: str, mine: Sequence[Side], peer: Side, limit: float, requests: tuple[int, int]) -> Line:
    """Return the median of rounds that alternate; `mine` is whom we ask in each of them."""
    rounds = [(each.asked(requests[0], MOST), peer.asked(requests[1], MOST)) for each in mine]
    rates = [statistics.median(each[side].rate for each in rounds) for side in (0, 1)]
    middle = [
        statistics.median(statistics.median(each[side].answers) for each in rounds) * 1000 for side in (0, 1)
    ]
    told = f"{rates[0]:.0f} against {rates[1]:.1f} pages/s; medians {middle[0]:.1f} and {middle[1]:.1f} ms"
    return Line(name, statistics.median(a.rate / b.rate for a, b in rounds), limit, "x", told)


def slowest(name: str, side: Side, limit: float, requests: int, connections: int) -> Line:
    """Return within which time 95 of 100 pages come, as the median of rounds."""
    side.asked(2 * MOST, MOST)
    rounds = [side.asked(requests, connections) for _ in range(ROUNDS)]
    middle = statistics.median(statistics.median(each.answers) for each in rounds) * 1000
    told = f"median {middle:.1f} ms, {connections} connection{'s' * (connections > 1)}"
    return Line(name, statistics.median(each.within(0.95) for each in rounds) * 1000, limit, "ms", told)


def list_addresses(fresh: str = "") -> tuple[str, ...]:
    """Return lists filtered by topic and code, newest change first; `fresh` makes addresses that nobody asked for."""
    return tuple(
        f"/?{urlencode({'topic': topic(number)[0], 'code': code, 'sort': '-changed'})}{fresh}"
        for code in CODES
        for number in range(TOPICS_ASKED)
    )


def table_addresses() -> tuple[str, ...]:
    """Return the same lists as a table of Datasette's."""
    return tuple(
        "/datasette/analyses?"
        + urlencode({"topic__exact": topic(number)[0], "code__exact": code, "_sort_desc": "changed_at"})
        for code in CODES
        for number in range(TOPICS_ASKED)
    )


def searches() -> tuple[str, ...]:
    """Return searches within a jurisdiction, of one to three words, in every script that was indexed."""
    found = []
    for number, language in enumerate(SCRIPTS):
        words = vocabulary(language)
        for each in range(PLACES_SEARCHED):
            chosen = words[each % 10 : each % 10 + 1 + (number + each) % 3]
            asked = {"words": " ".join(chosen), "jurisdiction": place(each)[0]}
            found.append(f"/search/?{urlencode(asked)}")
    return tuple(found)


def first_bytes(side: Side) -> Line:
    """Return the time to the first byte of comparisons that nobody has asked for before, one at a time."""
    # A process that has just started reads its code and its codebook first: that is no part of a comparison.
    replace(side, paths=(side.paths[0].partition("?")[0],)).asked(2 * MOST, MOST)
    times = [
        side_of.asked(1, 1).first_bytes[0] * 1000
        for side_of in (replace(side, paths=(path,)) for path in side.paths)
    ]
    again = statistics.median(side.asked(3 * len(side.paths), 1).first_bytes) * 1000
    told = f"median of {len(times)} pairs never asked before, slowest {max(times):.0f} ms; asked again {again:.1f} ms"
    return Line(f"compare of two versions of {CLAIMS} claims", statistics.median(times), 150, "ms", told)


def measures(home: Mapping[str, Any], site: int, peers: Mapping[str, int]) -> Iterator[Line]:
    """Yield the lines, each as soon as it is measured."""
    yield growth()
    page = (f"/analyses/{home['analysis']}",)
    signed = (("Cookie", f"sessionid={home['cookie']}; csrftoken={'a' * 32}"),)
    pairs = [(a, b) for a in range(1, VERSIONS + 1) for b in range(a + 1, VERSIONS + 1)]
    compare = tuple(f"/analyses/{home['compared']}/compare?before={a}&after={b}" for a, b in pairs[::2])
    yield first_bytes(Side(site, compare, signed))
    anonymous, inside = Side(site, page), Side(site, page, signed)
    if peers:
        cms, kept = (Side(peers[name], ("/law/",)) for name in ("wagtail", "wagtail that keeps"))
        row = Side(peers["datasette"], ("/datasette/pages/1",))
        table = Side(peers["datasette"], table_addresses())
        yield ratio("analysis page, anonymous: Wagtail", anonymous, cms, 8, (800, 80))
        yield ratio("… Wagtail, its template cache on", anonymous, kept, 0, (800, 120))
        yield ratio("… Datasette's row page", anonymous, row, 8, (800, 80))
        yield ratio("analysis page, signed in: Wagtail", inside, cms, 3, (400, 80))
        yield ratio("… Datasette's row page", inside, row, 3, (400, 80))
        yield ratio(
            "list of 100 of a million: Datasette", Side(site, list_addresses(), signed), table, 20, (400, 40)
        )
        yield ratio("… for a reader", Side(site, list_addresses()), table, 20, (400, 40))
        first = [Side(site, list_addresses(f"&first={each}"), signed) for each in range(ROUNDS)]
        yield _ratio("… asked for the first time", first, table, 0, (40, 40))
    yield slowest("analysis page, signed in: 95 of 100", inside, 40, 400, MOST)
    yield slowest("… one at a time", inside, 40, 200, 1)
    yield slowest("search in a jurisdiction: 95 of 100", Side(site, searches()), 30, 320, 1)
    yield slowest("… signed in", Side(site, searches(), signed), 30, 320, 1)


def growth() -> Line:
    """Return by how many queries the list page that grows most grows from one row to a hundred; none may."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "benches.site_queries"],
            env={**os.environ, "LEXATLAS_HOME": home},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            check=True,
        )
    found: dict[str, tuple[int, int]] = json.loads(done.stdout)
    told = ", ".join(f"{name} {one} and {many}" for name, (one, many) in found.items())
    return Line(
        "queries per page, 1 row and 100 rows",
        max(many - one for one, many in found.values()),
        0,
        "more",
        told,
    )


def filled() -> dict[str, Any]:
    """Return what the home tells, made by a process of its own when it is not there."""
    HOME.mkdir(parents=True, exist_ok=True)
    env = {**os.environ, "LEXATLAS_HOME": str(HOME)}
    done = subprocess.run(
        [sys.executable, "-m", "benches.site_home"], env=env, cwd=ROOT, stdout=subprocess.PIPE, check=True
    )
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def main(arguments: list[str] | None = None) -> int:
    """Print one line a measure; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description="Measure the site.")
    parser.add_argument(
        "--peers", action="store_true", help="against Datasette and Wagtail, which are installed"
    )
    asked = parser.parse_args(arguments)
    home, missed = filled(), 0
    # Servers are sessions of their own, which nothing reaches that ends this program: it ends them itself.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with contextlib.ExitStack() as running:

        def start(command: list[str], port: int, env: Mapping[str, str] | None = None) -> int:
            return running.enter_context(server(command, port, OUT / f"server-{port}.log", env))

        peers: dict[str, int] = {}
        if asked.peers:
            programs = installed(OUT)
            port = free_port()
            peers["datasette"] = start(datasette(programs, OUT, home, port), port)
            for name, keeps in (("wagtail", False), ("wagtail that keeps", True)):
                port = free_port()
                command, env = wagtail(programs, OUT, home, port, keeps=keeps)
                peers[name] = start(command, port, env)
        else:
            print("The peers were not asked for (--peers): times alone are measured, and no ratio.")
        port = free_port()
        site = start(*_placed(ours(HOME, port), port))
        print(f"{'measure':<38} {'measured':>11} {'limit':>9}")
        for line in measures(home, site, peers):
            missed += line.missed
            limit = f"{line.limit:>6g} {line.unit:<2}" if line.limit or line.unit == "more" else " " * 9
            mark = "missed" if line.missed else "      "
            print(
                f"{line.name:<38} {line.measured:>8.1f} {line.unit:<2} {limit} {mark} {line.told}", flush=True
            )
    return 1 if missed else 0


def _placed(given: tuple[list[str], dict[str, str]], port: int) -> tuple[list[str], int, dict[str, str]]:
    return given[0], port, given[1]


if __name__ == "__main__":
    sys.exit(main())
