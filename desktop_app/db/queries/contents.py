"""What a file holds, for comparing two of them. Only columns that every schema has are read."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Boolean, Date, Integer, LargeBinary, String, TableClause, column, func, select, table, text
from sqlalchemy.orm import Session

from desktop_app.db.vault import login_key
from desktop_app.domain.backup_contents import Contents, Loss
from desktop_app.domain.centre import Role, StaffMember, Trilingual
from desktop_app.domain.permissions import Action

_CASE: Final = table("case_file", column("id", Integer), column("opened_on", Date))
_PERSON: Final = table("person", column("id", Integer))
_LETTER: Final = table("letter", column("id", Integer))
_LINE: Final = table(
    "audit",
    column("seq", Integer),
    column("at", String),
    column("action", String),
    column("entity", String),
    column("entity_id", Integer),
    column("chain", LargeBinary),
)
_CENTRE: Final = table("centre", *(column(f"name_{code}", String) for code in ("kk", "ru", "en")))
_STAFF: Final = table(
    "staff",
    column("id", Integer),
    column("login", String),
    column("login_key", String),
    column("full_name", String),
    column("role", String),
    column("active", Boolean),
)
_LOOKS: Final = (
    Action.VIEW_CASE.value,
    Action.WHO_SAW_CASE.value,
    Action.DRAFT_LETTER.value,
    Action.COUNT_WAGES.value,
)


def contents(session: Session) -> Contents:
    """What the file holds."""
    name = session.execute(select(_CENTRE.c.name_kk, _CENTRE.c.name_ru, _CENTRE.c.name_en)).one()
    cases, newest = session.execute(select(func.count(), func.max(_CASE.c.opened_on)).select_from(_CASE)).one()
    last = session.execute(select(_LINE.c.seq, _LINE.c.at).order_by(_LINE.c.seq.desc()).limit(1)).one_or_none()
    return Contents(
        centre=Trilingual(*name),
        schema=int(session.execute(text("PRAGMA user_version")).scalar_one()),
        cases=cases,
        people=_count(session, _PERSON),
        letters=_count(session, _LETTER),
        newest_case=newest,
        log_seq=last.seq if last else 0,
        last_at=datetime.fromisoformat(last.at) if last else None,
    )


def staff_with(session: Session, login: str) -> StaffMember | None:
    """Who signs in with this login, in a file of any schema."""
    wanted = select(_STAFF.c.id, _STAFF.c.login, _STAFF.c.full_name, _STAFF.c.role, _STAFF.c.active)
    row = session.execute(wanted.where(_STAFF.c.login_key == login_key(login))).one_or_none()
    return StaffMember(row.id, row.login, row.full_name, Role(row.role), row.active) if row else None


def has_same_past(backup: Session, in_use: Session) -> bool:
    """Whether the file in use has the last line of the backup's log, so that it goes on from there."""
    newest_first = select(_LINE.c.seq, _LINE.c.chain).order_by(_LINE.c.seq.desc()).limit(1)
    last = backup.execute(newest_first).one_or_none()
    if last is None:
        return True
    return bool(in_use.scalar(select(_LINE.c.chain).where(_LINE.c.seq == last.seq)) == last.chain)


def loss(backup: Session, in_use: Session) -> Loss:
    """What the file in use has beyond the backup."""
    last = backup.scalar(select(func.max(_LINE.c.seq))) or 0
    kept = _ids(backup, _CASE)
    changed = in_use.scalars(
        select(_LINE.c.entity_id)
        .where(_LINE.c.seq > last, _LINE.c.entity == "case", _LINE.c.action.not_in(_LOOKS))
        .distinct()
    )
    return Loss(
        cases=len(_ids(in_use, _CASE) - kept),
        people=len(_ids(in_use, _PERSON) - _ids(backup, _PERSON)),
        letters=len(_ids(in_use, _LETTER) - _ids(backup, _LETTER)),
        changed_cases=len(kept & {each for each in changed if each is not None}),
        log_lines=in_use.scalar(select(func.count()).select_from(_LINE).where(_LINE.c.seq > last)) or 0,
    )


def _ids(session: Session, of: TableClause) -> set[int]:
    return set(session.scalars(select(of.c.id)))


def _count(session: Session, of: TableClause) -> int:
    return session.scalar(select(func.count()).select_from(of)) or 0
