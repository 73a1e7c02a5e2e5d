"""The letters of one day that somebody may see."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.db.models import Case, Letter
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer


def ids(session: Session, who: Viewer, day: date) -> tuple[int, ...]:
    """Numbered letters dated `day` in the order they were made, without the English reading copies."""
    rows = (
        select(Letter.id)
        .join(Case, Case.id == Letter.case_id)
        .where(access.cases_for(who), Letter.on_day == day, Letter.copy_of.is_(None))
        .order_by(Letter.id)
    )
    return tuple(session.scalars(rows))


def sealed(session: Session, letter_ids: Collection[int]) -> frozenset[int]:
    """Which of these letters only the second key opens."""
    return frozenset(session.scalars(select(Letter.id).where(Letter.id.in_(letter_ids), Letter.sealed)))
