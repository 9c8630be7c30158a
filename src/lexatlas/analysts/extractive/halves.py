"""Works off a long list in two processes, where the system can copy one: the second half is done in the copy."""

import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from typing import NoReturn, TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")


def can_halve() -> bool:
    """Return whether there is a second core, and a copy of this process would be whole: threads are not copied."""
    alone = sys.platform == "linux" and threading.active_count() == 1
    return alone and len(os.sched_getaffinity(0)) > 1


def in_halves(
    work: Callable[[Sequence[Part]], list[Result]], first: Sequence[Part], second: Sequence[Part]
) -> list[Result]:
    """Return what `work` gives for `first`, followed by what it gives for `second`; results are pickled.

    Call it where `can_halve` says so. A copy that breaks off is no loss: its half is done here, and what was wrong
    with it shows here.
    """
    pipe, end = os.pipe()
    copy = os.fork()
    if copy == 0:
        _answer(work, second, end)
    os.close(end)
    left_with = 1
    try:
        done = work(first)
        with os.fdopen(pipe, "rb") as answer:
            told = answer.read()
    except BaseException:
        os.kill(copy, signal.SIGKILL)
        raise
    finally:
        _, left_with = os.waitpid(copy, 0)
    if left_with != 0:
        return done + work(second)
    rest: list[Result] = pickle.loads(told)  # noqa: S301 - our own copy wrote it, through a pipe of our own
    return done + rest


def _answer(work: Callable[[Sequence[Part]], list[Result]], part: Sequence[Part], end: int) -> NoReturn:
    """Do the work of the copy and end it, whatever comes: nothing that the first process began is ended here."""
    left_with = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        # To look for garbage would touch, and so copy, every page that both share.
        gc.disable()
        with os.fdopen(end, "wb") as answer:
            pickle.dump(work(part), answer, pickle.HIGHEST_PROTOCOL)
        left_with = 0
    finally:
        os._exit(left_with)
