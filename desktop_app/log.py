"""The program's log and bug reports: what happened and where in the code, never whose data it happened to.

Messages of exceptions can quote what a user typed, so only their type and the lines of code they passed are kept.
"""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_NAME: Final = "tirek"
_LARGEST_LOG: Final = 500_000


class _WithoutMessages(logging.Formatter):
    """Writes exceptions as their type and places alone."""

    def formatException(self, ei: object) -> str:  # noqa: N802  (logging's own name)
        exception = ei[1] if isinstance(ei, tuple) else None
        return described(exception) if isinstance(exception, BaseException) else ""


def logger() -> logging.Logger:
    """The program's logger. Log ids and counts, never names, numbers of documents, texts or amounts."""
    return logging.getLogger(_NAME)


def default_folder() -> Path:
    """The folder where the system keeps a program's logs for this user."""
    from platformdirs import user_log_path

    return user_log_path("Tirek", appauthor=False)


def start(folder: Path | None = None) -> None:
    """Write the log, two files of half a megabyte at most; where that is impossible, log nothing.

    `folder` is the system's folder for logs when none is given.
    """
    log = logger()
    log.setLevel(logging.INFO)
    log.propagate = False
    stop()
    folder = folder or default_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "tirek.log", maxBytes=_LARGEST_LOG, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(_WithoutMessages("%(asctime)s %(levelname)s %(module)s %(message)s"))
    log.addHandler(handler)


def stop() -> None:
    """Close the log."""
    log = logger()
    for handler in tuple(log.handlers):
        log.removeHandler(handler)
        handler.close()


def described(exception: BaseException) -> str:
    """The exception's chain as types and lines of code, without a word of its messages."""
    lines: list[str] = []
    seen: BaseException | None = exception
    while seen is not None and len(lines) < 200:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        lines += [
            f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines)


def write_report(error: BaseException, traceback_text: str = "", folder: Path | None = None) -> Path:
    """Save a report of a bug that can be sent to the makers, and return its path.

    It holds the kinds of error and the places in the code, never a message of an exception nor a local value.
    `traceback_text` gives the places when the caller has them as text (traceback.format_tb).
    """
    folder = folder or default_folder()
    folder.mkdir(parents=True, exist_ok=True)
    made = datetime.now(UTC)
    path = folder / f"report-{made:%Y%m%d-%H%M%S}.txt"
    system = f"{made:%Y-%m-%d %H:%M} UTC\n{platform.platform()}\nPython {sys.version}"
    path.write_text(f"Tirek\n{system}\n\n{traceback_text}{described(error)}\n", "utf-8")
    return path
