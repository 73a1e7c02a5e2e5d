"""One's own dates for a calendar outside: the number of the case and the kind of date, never a name or a note."""

from __future__ import annotations

from pathlib import Path

from desktop_app import settings
from desktop_app.db.queries import clocks as queries
from desktop_app.domain.clocks import KIND_NAMES, OwnDay
from desktop_app.domain.permissions import Action
from desktop_app.exports import calendar_file
from desktop_app.exports.calendar_file import Event
from desktop_app.i18n import N_, Translator, for_language
from desktop_app.services import access
from desktop_app.services.files import OpenFile

_NEXT_STEP = N_("Next step")


def export(file: OpenFile, path: Path, language: str) -> int:
    """Write the open dates of one's own open cases to `path`; how many. That they leave the file is logged first.

    Of a sealed case stands the number alone. Raises AppError when the place cannot take the file.
    """
    with access.writing(file, Action.EXPORT_DATES) as session:
        days = queries.own(session, access.viewer(file, session))
    tr = for_language(language)
    calendar_file.save((_event(day, tr) for day in days), settings.now(), language, path)
    return len(days)


def _event(day: OwnDay, tr: Translator) -> Event:
    words = day.number if day.sealed else f"{day.number} · {tr(KIND_NAMES[day.kind] if day.kind else _NEXT_STEP)}"
    return Event(f"{day.number}-{day.deadline_id or 'next'}@tirek", day.on, words)
