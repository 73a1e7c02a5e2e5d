"""What the centre's lawyer confirmed of the law."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.db.models import LawConfirmation, Staff


class Confirmation(NamedTuple):
    """That `by` read the source of the fact and found `content` there."""

    fact_id: str
    content: str
    by: str
    on: date


def confirmations(session: Session) -> tuple[Confirmation, ...]:
    """All confirmations, oldest first."""
    told = (LawConfirmation.fact_id, LawConfirmation.value, Staff.full_name, LawConfirmation.confirmed_on)
    rows = session.execute(select(*told).join(Staff).order_by(LawConfirmation.id))
    return tuple(Confirmation(*row) for row in rows)


def add_confirmation(session: Session, fact_id: str, content: str, staff_id: int, on: date) -> int:
    """Store a confirmation; its id."""
    row = LawConfirmation(fact_id=fact_id, value=content, staff_id=staff_id, confirmed_on=on)
    session.add(row)
    session.flush()
    return row.id
