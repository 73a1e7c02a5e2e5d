"""Drafts of letters: those of a case, and all that somebody may see, newest first."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, case, select
from sqlalchemy.orm import Session

from desktop_app.db.models import Case, LetterDraft, Staff
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.db.queries.cases import ids_matching, is_narrowing
from desktop_app.domain.letter_json import DraftRow
from desktop_app.domain.letters import LetterLanguage


def page(session: Session, who: Viewer, text: str, after_id: int | None, limit: int) -> tuple[DraftRow, ...]:
    """Drafts newest first; those of the cases that `text` may mean."""
    rows = _rows().where(access.cases_for(who)).order_by(LetterDraft.id.desc()).limit(limit)
    if is_narrowing(text):
        rows = rows.where(LetterDraft.case_id.in_(ids_matching(session, text)))
    if after_id is not None:
        rows = rows.where(LetterDraft.id < after_id)
    return tuple(_row(row) for row in session.execute(rows))


def of_case(session: Session, case_id: int) -> tuple[DraftRow, ...]:
    """The drafts of a case, newest first."""
    rows = _rows().where(LetterDraft.case_id == case_id).order_by(LetterDraft.id.desc())
    return tuple(_row(row) for row in session.execute(rows))


def row(session: Session, draft_id: int) -> DraftRow | None:
    """One line of the list."""
    found = session.execute(_rows().where(LetterDraft.id == draft_id)).one_or_none()
    return None if found is None else _row(found)


def case_of(session: Session, draft_id: int) -> int | None:
    """The case of a draft, None when it is not in the file."""
    return session.scalar(select(LetterDraft.case_id).where(LetterDraft.id == draft_id))


def stored(session: Session, draft_id: int) -> LetterDraft | None:
    """The row of a draft, to be written."""
    return session.get(LetterDraft, draft_id)


def _rows() -> Select[*tuple[Any, ...]]:
    return (
        select(
            LetterDraft.id,
            LetterDraft.case_id,
            Case.number,
            Case.employer_name,
            LetterDraft.kind,
            LetterDraft.language,
            LetterDraft.workers,
            LetterDraft.changed_on,
            Staff.full_name,
            LetterDraft.version,
            Case.workers,
            case((LetterDraft.workers == Case.workers, Case.first_worker), else_=""),
        )
        .join(Case, Case.id == LetterDraft.case_id)
        .outerjoin(Staff, Staff.id == LetterDraft.changed_by)
    )


def _row(row: Any) -> DraftRow:
    return DraftRow(
        id=row[0],
        case_id=row[1],
        case_number=row[2],
        employer=row[3],
        kind=row[4],
        language=LetterLanguage(row[5]),
        workers=row[6],
        changed_on=row[7],
        changed_by=row[8] or "",
        version=row[9],
        crew=row[10],
        first_worker=row[11],
    )
