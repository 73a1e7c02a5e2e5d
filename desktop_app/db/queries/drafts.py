"""Drafts: typing that is not saved yet, one row for each form of a member of staff."""

from __future__ import annotations

import base64
import json
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy import func as sql
from sqlalchemy.orm import Session

from desktop_app.db import identity, models
from desktop_app.domain.drafts import Content, Draft, FormName

_PURPOSE: Final = b"tirek draft 1"
_LEFT: Final = "left:"
"""Stands before the moment and the form of a draft that was left behind, lest new typing in the form replace it."""


def keep(session: Session, staff_id: int, public: bytes, form: str, content: Content, at: datetime) -> None:
    """Store what stands in a form now instead of what stood there before, sealed to who types it."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    sealed = base64.b64encode(identity.seal_to(public, text.encode(), _PURPOSE)).decode()
    session.merge(models.Draft(staff_id=staff_id, form=form, content=sealed, at=at.isoformat()))


def forget(session: Session, staff_id: int, forms: Collection[str]) -> None:
    """Remove drafts by their names."""
    session.execute(delete(models.Draft).where(models.Draft.staff_id == staff_id, models.Draft.form.in_(forms)))


def set_aside(session: Session, staff_id: int) -> None:
    """Make all drafts of a member of staff ones that were left behind."""
    draft = models.Draft
    session.execute(
        update(draft)
        .where(draft.staff_id == staff_id, sql.substr(draft.form, 1, len(_LEFT)) != _LEFT)
        .values(form=_LEFT + draft.at + " " + draft.form)
    )


def left_behind(session: Session, staff_id: int, private: bytes) -> tuple[Draft, ...]:
    """What was set aside, oldest first, opened by who typed it. A row that cannot be read is left where it is."""
    rows = session.scalars(
        select(models.Draft).where(models.Draft.staff_id == staff_id).order_by(models.Draft.at, models.Draft.form)
    )
    return tuple(draft for row in rows for draft in _read(row, private))


def _read(row: models.Draft, private: bytes) -> Iterator[Draft]:
    if not row.form.startswith(_LEFT):
        return
    _moment, _space, form = row.form.partition(" ")
    try:
        plain = identity.open_sealed(private, base64.b64decode(row.content), _PURPOSE)
        content = None if plain is None else json.loads(plain)
        if isinstance(content, dict):
            yield Draft(row.form, FormName.read(form), datetime.fromisoformat(row.at), content)
    except ValueError:
        return
