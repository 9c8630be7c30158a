"""Runs site commands as a person does, each in a process of its own with a home of its own."""

import re
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from contextlib import contextmanager

from tests.cli.command_line import PATIENCE, Done, environment

LONGEST = 900
"""Seconds after which a site that hangs is ended; a busy machine takes long over the sample."""
PASSWORD = "Harbour-lights-over-Veyland-7"


def surroundings(home, more=None):
    """Return the environment of a site command: a home of its own, and not the settings of tests."""
    known = environment(home, more)
    known.pop("DJANGO_SETTINGS_MODULE", None)
    return known


def command(home, *words, given="", more=None, before=None) -> Done:
    """Run one command; `given` goes to its standard input, `before` runs in the process first."""
    done = subprocess.run(
        [sys.executable, "-m", "lexatlas.cli.main", *map(str, words)], env=surroundings(home, more), input=given,
        capture_output=True, text=True, timeout=PATIENCE, check=False, preexec_fn=before,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


def well(done: Done) -> Done:
    """Return what was done; anything but 0 is a fault of the test."""
    assert done.code == 0, done.told
    return done


def add_ann(home, more=None):
    """Add an analyst, by the command that adds people."""
    words = ("user", "add", "ann@example.org", "--role", "analyst")
    well(command(home, *words, given=f"{PASSWORD}\n", more=more))


def free_port():
    """Return a port of loopback that nobody listens on just now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Served:
    """A site that runs; `lines` fills with what it tells on standard error."""

    def __init__(self, process, port):
        self.process, self.port, self.lines = process, port, []
        self.reader = threading.Thread(target=lambda: self.lines.extend(process.stderr), daemon=True)
        self.reader.start()

    def closed(self):
        """Wait until all that the site told is here, and let go of its streams."""
        self.reader.join(PATIENCE)
        self.process.stdout.close()
        self.process.stderr.close()

    def get(self, path, **headers):
        """Return status and text of an answer."""
        asked = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=headers)
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


@contextmanager
def serving(home, *words, more=None):
    """Serve until what stands inside is done, then end it as a service manager would."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "lexatlas.cli.main", "serve", "--port", str(port), "--workers", "1", *words],
        env=surroundings(home, more), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    stop = threading.Timer(LONGEST, process.kill)
    stop.start()
    served = Served(process, port)
    try:
        said = ""
        for line in process.stdout:
            said += line
            if re.match(r"Lexatlas is at ", line):
                break
        else:
            raise AssertionError(said + "".join(served.lines))
        served.said = said
        yield served
    finally:
        stop.cancel()
        process.terminate()
        process.wait(timeout=PATIENCE)
        served.closed()
