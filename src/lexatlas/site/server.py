"""The server of the site: gunicorn with threads, told everything here and nothing by files or the environment."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger
from prometheus_client.multiprocess import mark_process_dead

from lexatlas.site.logs import configure


class Lines(Logger):  # type: ignore[misc]  # gunicorn ships no types
    """Gunicorn's lines in the form of all others; requests are told by `web.measured`."""

    def setup(self, cfg: Any) -> None:
        """Keep gunicorn's own handlers out."""
        configure()
        self.cfg = cfg
        self._access_log_enabled = False
        self.error_log.handlers, self.error_log.propagate = [], True
        self.error_log.setLevel(logging.WARNING)


def _child_exit(_arbiter: Any, worker: Any) -> None:
    mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]  # the package types only part of itself


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """Listens on `bind` with `workers` processes of `threads` threads; calls `ready` once it listens."""

    def __init__(self, bind: str, workers: int, threads: int, ready: Callable[[Any], None]) -> None:
        beat = Path("/dev/shm")
        self.told: dict[str, Any] = {
            "bind": bind,
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "timeout": 60,
            "graceful_timeout": 20,
            "keepalive": 5,
            "logger_class": Lines,
            "worker_tmp_dir": str(beat) if beat.is_dir() else None,
            "control_socket_disable": True,
            "proc_name": "lexatlas",
            "when_ready": ready,
            "child_exit": _child_exit,
        }
        super().__init__()

    def load_config(self) -> None:
        """Tell gunicorn its settings."""
        for name, value in self.told.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the site, loaded in each worker by itself."""
        from lexatlas.site.wsgi import application  # noqa: PLC0415 - loaded after the fork

        return application
