"""The centre's own standing texts: what holds now, and every version there was."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop_app.db.models import Staff, StandingText
from desktop_app.domain.standing_texts import TextVersion


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


def versions(session: Session, key: str, language: str) -> tuple[TextVersion, ...]:
    """Every version of one text, the newest first."""
    rows = session.execute(_versions().where(StandingText.key == key, StandingText.language == language))
    return tuple(TextVersion(row.version, row.text, row.written_on, row.full_name) for row in rows)


def latest(session: Session) -> dict[tuple[str, str], tuple[TextVersion, str]]:
    """The newest version of every text that was ever changed, and the program's own text of that day."""
    found: dict[tuple[str, str], tuple[TextVersion, str]] = {}
    for row in session.execute(_versions()):
        told = TextVersion(row.version, row.text, row.written_on, row.full_name)
        found.setdefault((row.key, row.language), (told, row.shipped))
    return found


def add(session: Session, key: str, language: str, version: int, text: str, shipped: str, by: int, on: date) -> int:
    """Store a new version, an empty text where the program's own is put back; the id of the row."""
    row = StandingText(
        key=key, language=language, version=version, text=text, shipped=shipped, written_on=on, written_by=by
    )
    session.add(row)
    session.flush()
    return row.id


def _versions() -> Select[*tuple[Any, ...]]:
    return (
        select(
            StandingText.key,
            StandingText.language,
            StandingText.version,
            StandingText.text,
            StandingText.shipped,
            StandingText.written_on,
            Staff.full_name,
        )
        .join(Staff, Staff.id == StandingText.written_by)
        .order_by(StandingText.version.desc(), StandingText.id)
    )
