"""The centre's own standing texts: what holds now, and every version there was."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.db.models import StandingText


def wording(session: Session) -> dict[tuple[str, str], str]:
    """The templates that hold now, by key and language; texts that were put back to the program's own are left out."""
    latest = (
        select(StandingText.key, StandingText.language, func.max(StandingText.version).label("version"))
        .group_by(StandingText.key, StandingText.language)
        .subquery()
    )
    rows = session.execute(
        select(StandingText.key, StandingText.language, StandingText.text).join(
            latest,
            (StandingText.key == latest.c.key)
            & (StandingText.language == latest.c.language)
            & (StandingText.version == latest.c.version),
        )
    )
    return {(key, language): text for key, language, text in rows if text}
