"""Drafts of letters: kept in the file while they are written, gone when the letter is made from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app import settings
from desktop_app.db import models
from desktop_app.db.queries import Session
from desktop_app.db.queries import letter_drafts as queries
from desktop_app.db.queries import letters as letter_queries
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.letter_edits import problems_of_edits
from desktop_app.domain.letter_json import DraftRow, Wanted, of_draft, written
from desktop_app.domain.letters import LetterRow
from desktop_app.domain.permissions import Action
from desktop_app.domain.progress import Step, silent
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.services import access, letters, sealed
from desktop_app.services.cases import StaleChange, stored_case
from desktop_app.services.files import OpenFile

_NO_DRAFT: Final = N_("This draft is not in the file any more: a letter was made from it, or somebody removed it.")
_STALE: Final = N_(
    "This draft was changed by a colleague while you were writing. Nothing was overwritten: "
    "keep yours as a new draft, or open theirs from the case."
)
_CHANGED: Final = frozenset({Kind.LETTER})


@dataclass(frozen=True)
class KeptDraft:
    """A draft as it was read: its line in the list, and the letter that was wished for."""

    row: DraftRow
    wanted: Wanted


def keep(file: OpenFile, wanted: Wanted, draft_id: int | None = None, version: int = 0) -> Saved:
    """Keep a letter that is being written: a new draft, or other content of the one that was read in this `version`.

    The letter need not be complete. Raises StaleChange when a colleague was quicker, InvalidInput for texts too long.
    """
    request = wanted.request
    refuse(problems_of_edits(request.edits))
    case_id = request.case_id
    with access.writing(file, Action.SAVE_LETTER_DRAFT, "case", case_id) as session:
        stored_case(session, case_id)
        sealed.key_for(file, session, case_id)
        row = (
            models.LetterDraft(case_id=case_id, version=0)
            if draft_id is None
            else _stored(session, draft_id, case_id, version)
        )
        row.kind, row.language = request.kind, request.language.value
        row.request, row.workers = written(wanted), len(request.worker_ids)
        row.changed_on, row.changed_by = settings.today(), file.staff.id
        row.version += 1
        session.add(row)
        session.flush()
        sealed.settle(file, session, case_id, written=(row,))
        return Saved(row.id, _CHANGED)


def of_case(file: OpenFile, case_id: int) -> tuple[DraftRow, ...]:
    """The drafts of a case, newest first."""
    with access.reading(file, Action.VIEW_CASE, "case", case_id) as session:
        return queries.of_case(session, case_id)


def letters_of_case(file: OpenFile, case_id: int) -> tuple[LetterRow, ...]:
    """The letters of a case with how far each has come, newest first."""
    with access.reading(file, Action.VIEW_CASE, "case", case_id) as session:
        return letter_queries.of_case(session, case_id)


def listing(file: OpenFile, text: str, after_id: int | None, limit: int) -> tuple[DraftRow, ...]:
    """All drafts newest first, those of the cases that `text` may mean, below `after_id`."""
    with access.reading(file, Action.LIST_LETTERS) as session:
        return queries.page(session, access.viewer(file, session), text, after_id, limit)


def one(file: OpenFile, draft_id: int) -> KeptDraft:
    """A draft to go on with. AppError when it is gone, NotAllowed when its case is closed or sealed."""
    case_id = _case_of(file, draft_id)
    with access.reading(file, Action.DRAFT_LETTER, "case", case_id) as session:
        row, stored = queries.row(session, draft_id), queries.stored(session, draft_id)
        if row is None or stored is None:
            raise AppError(_NO_DRAFT)
        sealed.key_for(file, session, case_id)
        text = sealed.words(file, session, case_id)(stored.__tablename__, draft_id, "request", stored.request)
    return KeptDraft(row, of_draft(row, text))


def remove(file: OpenFile, draft_id: int) -> Saved:
    """Throw a draft away. AppError when it is gone already."""
    case_id = _case_of(file, draft_id)
    with access.writing(file, Action.REMOVE_LETTER_DRAFT, "case", case_id) as session:
        _drop(session, draft_id)
        sealed.settle(file, session, case_id)
    return Saved(draft_id, _CHANGED)


def finish(
    file: OpenFile, wanted: Wanted, draft_id: int | None = None, version: int = 0, step: Step = silent
) -> tuple[int, ...]:
    """Make the letter, or one for each worker; the draft goes in the same transaction. The ids of the letters.

    Raises as letters.create_all does, and StaleChange when the draft was changed by a colleague; nothing is made then.
    """
    case_id = wanted.request.case_id

    def drop(session: Session) -> None:
        if draft_id is not None:
            _stored(session, draft_id, case_id, version)
            _drop(session, draft_id)

    return letters.create_all(file, (wanted.request,), apart=wanted.apart, step=step, also=drop)


def _case_of(file: OpenFile, draft_id: int) -> int:
    with access.reading(file, Action.DRAFT_LETTER, "letter_draft", draft_id) as session:
        case_id = queries.case_of(session, draft_id)
    if case_id is None:
        raise AppError(_NO_DRAFT)
    return case_id


def _stored(session: Session, draft_id: int, case_id: int, version: int) -> models.LetterDraft:
    row = queries.stored(session, draft_id)
    if row is None or row.case_id != case_id:
        raise AppError(_NO_DRAFT)
    if row.version != version:
        raise StaleChange(_STALE)
    return row


def _drop(session: Session, draft_id: int) -> None:
    row = queries.stored(session, draft_id)
    if row is None:
        raise AppError(_NO_DRAFT)
    session.delete(row)
    session.flush()
