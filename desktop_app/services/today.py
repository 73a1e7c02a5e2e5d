"""The start page: what is due, what comes, and which cases nobody has dated."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import today as today_queries
from desktop_app.domain.papers import look_ahead
from desktop_app.domain.permissions import Action
from desktop_app.domain.today import Today
from desktop_app.services import access
from desktop_app.services.files import OpenFile

AHEAD: Final = timedelta(days=7)
MOST_ROWS: Final = 100


def read(file: OpenFile) -> Today:
    """Open cases due by today and within seven days, soonest first (at most 100 each), and the counts."""
    today = settings.today()
    with access.reading(file, Action.VIEW_TODAY) as session:
        return today_queries.read(
            session, access.viewer(file, session), today, today + AHEAD, timedelta(days=look_ahead()), MOST_ROWS
        )
