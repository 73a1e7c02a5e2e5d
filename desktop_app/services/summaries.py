"""Summaries of a period: on the screen, and as a workbook. Counts and sums, never a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from desktop_app import law, settings
from desktop_app.db.queries import centre as centre_queries
from desktop_app.db.queries import reports
from desktop_app.domain.cases import Sector
from desktop_app.domain.changes import Saved
from desktop_app.domain.checks import EARLIEST_CASE, refuse
from desktop_app.domain.permissions import Action
from desktop_app.domain.reports import Summary, SummaryRequest
from desktop_app.errors import Message, Problem
from desktop_app.i18n import LANGUAGES, N_
from desktop_app.services import access, logbook
from desktop_app.services.files import OpenFile

_LONGEST_PERIOD: Final = timedelta(days=20 * 366)


def read(file: OpenFile, request: SummaryRequest) -> Summary:
    """The summary of cases opened, and of money claimed, awarded and received, from `first` to `last`.

    Raises InvalidInput with the problems of the request.
    """
    refuse(problems(request))
    with access.reading(file, Action.VIEW_SUMMARY) as session:
        return reports.summary(session, request, centre_queries.centre(session).name, settings.now())


def export(file: OpenFile, request: SummaryRequest, path: Path) -> Saved:
    """Write the summary to `path` as a workbook; that it was asked for is logged before the file appears.

    Raises InvalidInput for the request, AppError when the folder or the disk cannot take the file.
    """
    made = read(file, request)
    from desktop_app.exports import summary as summary_export
    from desktop_app.exports import workbook

    with access.writing(file, Action.EXPORT_SUMMARY, "summary"):
        pass
    with access.reading(file, Action.EXPORT_SUMMARY) as session:
        made = replace(made, log_head=logbook.head_word(session))
    workbook.save(summary_export.sheets(made), path)
    return Saved(0, frozenset())


def problems(request: SummaryRequest) -> tuple[Problem, ...]:
    """What is wrong with the period, the language or the cuts."""
    found = [*_problems_of_period(request.first, request.last)]
    if request.language not in LANGUAGES:
        found.append(Problem("language", Message(N_("Choose a language from the list."))))
    if request.region and request.region not in {region.code for region in law.regions()}:
        found.append(Problem("region", Message(N_("Choose a region from the list."))))
    if request.sector and request.sector not in set(Sector):
        found.append(Problem("sector", Message(N_("Choose a sector from the list."))))
    return tuple(found)


def _problems_of_period(first: date, last: date) -> list[Problem]:
    if first < EARLIEST_CASE:
        return [Problem("first", Message(N_("The date is too long ago. Check the year.")))]
    if last < first:
        return [Problem("last", Message(N_("The period ends before it begins.")))]
    if last - first > _LONGEST_PERIOD:
        return [Problem("last", Message(N_("The period is longer than twenty years. Check the year.")))]
    return []
