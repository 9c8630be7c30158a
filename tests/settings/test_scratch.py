"""A folder lasts as long as its process: what a killed one left is gone at the next start, and nothing else is."""

import os
import subprocess
import sys
import tempfile

import pytest

from lexatlas.settings.scratch import Scratch, sweep

PREFIX = "lexatlas-tried-"


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def killed(place):
    """Return the folder that a process left which was killed while it held it."""
    program = (
        "import os, signal, tempfile\n"
        "from lexatlas.settings.scratch import Scratch\n"
        f"made = Scratch({PREFIX!r})\n"
        "(made.path / 'text').write_text('x')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "TMPDIR": str(place)}, check=False
    )
    assert done.returncode == -9
    (left,) = place.glob(f"{PREFIX}*")
    return left


def test_what_a_killed_process_left_is_gone_at_the_next_start(place):
    left = killed(place)
    with Scratch(PREFIX) as mine:
        assert not left.exists()
        assert mine.path.is_dir()
    assert list(place.iterdir()) == []


def test_a_folder_in_use_stays(place):
    with Scratch(PREFIX) as one, Scratch(PREFIX) as other:
        assert sweep(PREFIX) == []
        assert one.path.is_dir()
        assert other.path.is_dir()


def test_nothing_that_is_no_folder_of_ours_is_touched(place):
    outside = place / "outside"
    outside.mkdir()
    (outside / "kept").write_text("x")
    (place / f"{PREFIX}link").symlink_to(outside)
    (place / f"{PREFIX}file").write_text("x")
    fresh = place / f"{PREFIX}fresh"
    fresh.mkdir()
    assert sweep(PREFIX) == []
    assert (outside / "kept").exists()
    assert sorted(path.name for path in place.iterdir()) == [
        f"{PREFIX}file", f"{PREFIX}fresh", f"{PREFIX}link", "outside"
    ]  # fmt: skip
    os.utime(fresh, (1, 1))
    assert sweep(PREFIX) == [fresh]


def test_a_forked_process_that_ends_leaves_the_folder_of_its_parent():
    with Scratch(PREFIX) as mine:
        child = os.fork()
        if not child:
            mine.close()
            os._exit(0)
        os.waitpid(child, 0)
        assert mine.path.is_dir()
    assert not mine.path.exists()
