"""The running site of the demo: the bundles of demo/run.py with people and a review; ONCE=1 asks and stops."""

import http.cookiejar
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

from lexatlas import __version__

# Run as a script, the folder above is not on the path.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from demo.plan import HERE, read_plan

OUT = HERE / "out"
HOME = OUT / "site"
PATIENCE = 60.0
"""Seconds for one page; a busy machine is slow, and a page that never comes must end somewhere."""
LONGEST = 900.0
"""Seconds for all of it."""
PERSON = re.compile(r"^  (\w+) +(\S+@\S+) +(\S+)$")
LINK = re.compile(r'href="(/[^"#]*)"')
MOST_PAGES = 120


def main() -> int:
    """Serve until Ctrl-C; with ONCE=1 ask for every page that each person can reach, and stop. 1 when one failed."""
    once = os.environ.get("ONCE") == "1"
    port = int(os.environ.get("PORT") or (free_port() if once else 8000))
    lay_out()
    words = [sys.executable, "-m", "lexatlas.cli.main", "serve", "--demo", "--port", str(port)]
    if not once:
        os.execve(words[0], words, environment())
    return check(words, port)


def lay_out() -> None:
    """Give the site the bundles that lie below demo/out, so that nothing is analysed twice."""
    shutil.rmtree(HOME, ignore_errors=True)
    sample = HOME / "cache" / f"sample-{__version__}"
    sample.mkdir(parents=True)
    for question in read_plan().questions:
        shutil.copytree(OUT / question.name, sample / question.name)


def environment() -> Mapping[str, str]:
    """Return the surroundings of the site: a home of its own, whatever is set up for another."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("LEXATLAS_")}
    return {**known, "LEXATLAS_HOME": str(HOME)}


def check(words: list[str], port: int) -> int:
    """Start the site, look at its pages as everybody, stop it; 0 when each answered 200."""
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()
    ) as site:
        said: list[str] = []
        # Its lines are taken all the while: a full pipe would stop it.
        threading.Thread(target=lambda: said.extend(site.stderr or ()), daemon=True).start()
        stop = threading.Timer(LONGEST, site.kill)
        stop.start()
        try:
            people = list(started(site))
            everybody = [None, *people] if people else []
            failed = [fault for row in everybody for fault in look(f"http://127.0.0.1:{port}", row)]
        finally:
            stop.cancel()
            site.terminate()
    if not people:
        print("The site did not start.", *said, sep="\n")
        return 1
    print(*failed, f"{len(failed)} pages failed. The site was stopped.", sep="\n")
    return 1 if failed else 0


def started(site: "subprocess.Popen[str]") -> Iterator[tuple[str, str, str]]:
    """Give role, address and password of each person as the site tells them, until it says that it listens."""
    for line in site.stdout or ():
        print(line, end="", flush=True)
        found = PERSON.match(line.rstrip("\n"))
        if found:
            yield found.group(1), found.group(2), found.group(3)
        if line.startswith("Lexatlas is at"):
            return


def look(front: str, person: tuple[str, str, str] | None) -> list[str]:
    """Follow links from the first page on, as a person or as nobody; return what did not answer 200."""
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    role = person[0] if person else "nobody"
    if person is not None:
        sign_in(opener, front, jar, person)
        if not any(cookie.name == "sessionid" for cookie in jar):
            return [f"{role}: could not sign in"]
    left, seen, faults, well = ["/"], {"/"}, [], 0
    while left and well + len(faults) < MOST_PAGES:
        path = left.pop(0)
        status, text = ask(opener, front + path)
        well += status == 200
        if status != 200:
            faults.append(f"{role}: {path} answered {status}")
        links = [link.replace("&amp;", "&") for link in LINK.findall(text)]
        # What is exported is no page, and is refused where a private source would leave the site.
        links = [link for link in links if "/export/" not in link]
        new = [
            link
            for link in dict.fromkeys(links)
            if link not in seen and not link.startswith(("//", "/assets/"))
        ]
        seen.update(new)
        left += new
    print(f"As {role}: {well} pages answered 200.", flush=True)
    return faults


def sign_in(
    opener: urllib.request.OpenerDirector,
    front: str,
    jar: http.cookiejar.CookieJar,
    person: tuple[str, str, str],
) -> None:
    """Send the form of the page that one signs in on; the jar then holds the session."""
    ask(opener, f"{front}/sign-in/")
    token = next((cookie.value or "" for cookie in jar if cookie.name == "csrftoken"), "")
    form = {"csrfmiddlewaretoken": token, "username": person[1], "password": person[2]}
    ask(opener, f"{front}/sign-in/", urllib.parse.urlencode(form).encode())


def ask(opener: urllib.request.OpenerDirector, address: str, form: bytes | None = None) -> tuple[int, str]:
    """Return the status of an answer, and its text where that is a page."""
    try:
        with opener.open(address, form, timeout=PATIENCE) as answer:
            page = "html" in answer.headers.get("Content-Type", "")
            return answer.status, answer.read().decode() if page else ""
    except urllib.error.HTTPError as error:
        return error.code, ""
    except OSError as error:
        return 0, str(error)


def free_port() -> int:
    """Return a port of loopback that nobody listens on just now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())
