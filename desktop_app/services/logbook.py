"""The log of the file: read, checked, compared with a paper, counted by month, and who saw a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import Session, log, log_counts
from desktop_app.db.queries import centre as centre_queries
from desktop_app.domain.changes import Saved
from desktop_app.domain.log_actions import CLOCK_TURNED_BACK
from desktop_app.domain.logbook import (
    CaseLooks,
    Comparison,
    LogCheck,
    LogExport,
    LogFilter,
    LogHead,
    LogLine,
    LogMonth,
    LogView,
    read_word,
    went_back,
)
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidy_line
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.exports.whole_file import whole_file
from desktop_app.i18n import LANGUAGES, N_
from desktop_app.services import access
from desktop_app.services.files import OpenFile

TAIL: Final = 1000
"""How many of the last lines are checked at each sign-in."""

_NO_CASE: Final = N_("This case is not in the file.")


def head_word(session: Session) -> LogHead:
    """The end of the log within a session: what a backup notes outside the file."""
    return log.head(session)


def view(file: OpenFile, *, again: bool = False) -> LogView:
    """What the page of the log begins with; that somebody looks is logged, unless it is read `again`."""
    everything = access.allowed(file, Action.VIEW_LOG)
    action = Action.VIEW_LOG if everything else Action.VIEW_OWN_LOG
    with (access.reading if again else access.writing)(file, action) as session:
        return LogView(log.head(session), log.colleagues(session) if everything else {}, everything)


def page(file: OpenFile, wanted: LogFilter) -> tuple[LogLine, ...]:
    """A page of lines, newest first; only the own ones for who may not read the whole log.

    Raises AppError when no case has the number of the filter.
    """
    wanted, action = _as_allowed(file, wanted)
    with access.reading(file, action) as session:
        return log.page(session, wanted, _case_id(session, wanted))


def check_tail(file: OpenFile) -> LogCheck:
    """Check the last thousand lines, as is done after each sign-in; nothing is written."""
    with access.reading(file, Action.CHECK_LOG) as session:
        head = log.head(session)
        broken = file.db.chain.first_broken(session, after=max(head.seq - TAIL, 0))
        last = log.page(session, LogFilter(limit=2))
        back = any(line.clock_back for line in last[:1]) or went_back(settings.now(), last[0].at if last else None)
        marked = any(line.action == CLOCK_TURNED_BACK for line in last)  # by signing in just now
        return LogCheck(head, broken, back or marked)


def check(file: OpenFile) -> LogCheck:
    """Check every line; that it was checked is logged afterwards."""
    with access.reading(file, Action.CHECK_LOG) as session:
        found = LogCheck(log.head(session), file.db.chain.first_broken(session))
    with access.writing(file, Action.CHECK_LOG):
        pass
    return found


def compare(file: OpenFile, seq: int, typed: str) -> Comparison:
    """Whether the log still holds the line of a paper, and whether all lines fit. Raises InvalidInput."""
    try:
        word = read_word(typed)
    except AppError as error:
        raise InvalidInput((Problem("word", error.message),)) from None
    if seq < 1:
        raise InvalidInput((Problem("seq", Message(N_("Type the number of the line as the paper has it."))),))
    with access.reading(file, Action.CHECK_LOG) as session:
        holds = log.word_at(session, seq) == word
        found = Comparison(seq, holds, log.head(session), file.db.chain.first_broken(session))
    with access.writing(file, Action.CHECK_LOG):
        pass
    return found


def may_ask(file: OpenFile, case_id: int) -> bool:
    """Whether who is signed in may ask who saw this case."""
    return access.allowed(file, Action.WHO_SAW_CASE, "case", case_id)


def case_looks(file: OpenFile, case_id: int) -> CaseLooks:
    """Who saw a case and who could; that it was asked is logged. AppError when it is not in the file."""
    with access.writing(file, Action.WHO_SAW_CASE, "case", case_id) as session:
        number = log.case_number(session, case_id)
        if number is None:
            raise AppError(_NO_CASE)
        return CaseLooks(case_id, number, log_counts.seen(session, case_id), log_counts.may_see(session, case_id))


def month(file: OpenFile, first_day: date, language: str) -> LogMonth:
    """The report of a month. Raises InvalidInput for a month to come or an unknown language."""
    if language not in LANGUAGES:
        raise InvalidInput((Problem("language", Message(N_("Choose a language from the list."))),))
    if first_day > settings.today():
        raise InvalidInput((Problem("month", Message(N_("This month has not begun yet."))),))
    with access.reading(file, Action.VIEW_LOG) as session:
        found = log_counts.month(session, first_day.replace(day=1))
        return LogMonth(
            centre=centre_queries.centre(session),
            month=first_day.replace(day=1),
            language=language,
            made_at=settings.now(),
            lines=found.lines,
            first_seq=found.first,
            last_seq=found.last,
            last_word=log.word_at(session, found.last),
            refused=found.refused,
            clock_back=found.clock_back,
            by_action=found.by_action,
            by_person=found.by_person,
            head=log.head(session),
        )


def save_month(file: OpenFile, first_day: date, language: str, path: Path) -> Saved:
    """Write the report of a month to `path` as PDF; that it leaves the file is logged before it appears."""
    from desktop_app.letters import log_report

    made = log_report.render(month(file, first_day, language))
    with whole_file(path) as unfinished:
        with access.writing(file, Action.EXPORT_LOG):
            pass
        unfinished.write_bytes(made)
    return Saved(0, frozenset())


def export(file: OpenFile, wanted: LogFilter, language: str, path: Path) -> Saved:
    """Write the lines of a filter to `path` as a workbook, oldest first; logged before the file appears."""
    from desktop_app.exports import log as log_export

    with access.writing(file, Action.EXPORT_LOG):
        pass
    with access.reading(file, Action.EXPORT_LOG) as session:
        who = log.colleagues(session).get(wanted.staff_id or 0)
        told = LogExport(
            centre=centre_queries.centre(session).name,
            made_at=settings.now(),
            head=log.head(session),
            wanted=wanted,
            who=who.name if who else "",
            language=language,
        )
        log_export.save(told, log.every(session, wanted, _case_id(session, wanted)), path)
    return Saved(0, frozenset())


def _as_allowed(file: OpenFile, wanted: LogFilter) -> tuple[LogFilter, Action]:
    if access.allowed(file, Action.VIEW_LOG):
        return wanted, Action.VIEW_LOG
    return replace(wanted, staff_id=file.staff.id), Action.VIEW_OWN_LOG


def _case_id(session: Session, wanted: LogFilter) -> int | None:
    number = tidy_line(wanted.case)
    if not number:
        return None
    found = log.case_id(session, number)
    if found is None:
        raise AppError(N_("There is no case with the number %(number)s."), number=number)
    return found
