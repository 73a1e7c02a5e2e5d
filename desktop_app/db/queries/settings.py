"""The settings of the file, by name."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.db.models import Setting


def read(session: Session) -> dict[str, str]:
    """Every setting that was ever changed."""
    return {row.name: row.value for row in session.scalars(select(Setting))}


def write(session: Session, values: dict[str, str]) -> None:
    """Store some settings and leave the others."""
    for name, value in values.items():
        session.merge(Setting(name=name, value=value))
