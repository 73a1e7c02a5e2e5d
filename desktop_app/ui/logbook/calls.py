"""What the page of the log asks of the services. Each call runs on the worker."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.changes import Saved
from desktop_app.domain.logbook import Comparison, LogCheck, LogFilter, LogLine, LogView

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile


def view(file: OpenFile, again: bool) -> LogView:
    """The end of the log and the colleagues it can be filtered by; logged unless it is read again."""
    from desktop_app.services import logbook

    return logbook.view(file, again=again)


def page(file: OpenFile, wanted: LogFilter) -> tuple[LogLine, ...]:
    """A page of lines."""
    from desktop_app.services import logbook

    return logbook.page(file, wanted)


def check(file: OpenFile) -> LogCheck:
    """Check every line."""
    from desktop_app.services import logbook

    return logbook.check(file)


def check_tail(file: OpenFile) -> LogCheck:
    """Check the last lines, as after each sign-in."""
    from desktop_app.services import logbook

    return logbook.check_tail(file)


def compare(file: OpenFile, seq: int, word: str) -> Comparison:
    """Compare a paper with the log."""
    from desktop_app.services import logbook

    return logbook.compare(file, seq, word)


def save_month(file: OpenFile, first_day: date, language: str, path: Path) -> Saved:
    """Write the report of a month."""
    from desktop_app.services import logbook

    return logbook.save_month(file, first_day, language, path)


def export(file: OpenFile, wanted: LogFilter, language: str, path: Path) -> Saved:
    """Write the lines of a filter."""
    from desktop_app.services import logbook

    return logbook.export(file, wanted, language, path)
