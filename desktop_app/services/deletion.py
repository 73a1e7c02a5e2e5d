"""Deleting a case that should never have been logged: two people decide, and a certificate stays."""

from __future__ import annotations

import secrets
from typing import Final

from desktop_app import settings
from desktop_app.db import models
from desktop_app.db.queries import deletion as queries
from desktop_app.domain.access import Approval
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import LONGEST_LINE, problem_of_length, refuse
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidy_line
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access
from desktop_app.services.cases import stored_case
from desktop_app.services.files import OpenFile

_HELD: Final = N_("This case is kept by order until %(day)s and cannot be deleted before.")
_KINDS: Final = frozenset({Kind.CASE, Kind.PERSON, Kind.EMPLOYER, Kind.LETTER, Kind.MONEY})


def delete_case(file: OpenFile, case_id: int, reason: str, approval: Approval) -> Saved:
    """Delete a case for good with its crew, letters and attachments; its number is not given again.

    Raises InvalidInput (no reason, no second person), AppError while the case is held, NotAllowed.
    """
    reason = tidy_line(reason)
    with access.reading(file, Action.DELETE_CASE, "case", case_id) as session:
        _check_hold(stored_case(session, case_id))
    refuse(tuple(_problems(reason)))
    second = access.second(file, approval)
    with access.writing(file, Action.DELETE_CASE, "case", case_id) as session:
        case = stored_case(session, case_id)
        _check_hold(case)
        access.note_approval(session, file, second, "case", case_id)
        gone = queries.delete_case(session, case)
        session.add(
            models.Erasure(
                code=secrets.token_hex(6),
                on_day=settings.today(),
                kind="case",
                people=gone.people,
                cases=1,
                attachments=gone.attachments,
                letters=gone.letters,
                reason=reason,
                done_by=file.staff.id,
                approved_by=second.id,
            )
        )
    return Saved(case_id, _KINDS)


def _problems(reason: str) -> list[Problem]:
    found = list(problem_of_length("reason", reason, LONGEST_LINE))
    if not reason:
        found.append(Problem("reason", Message(N_("Say why, without names: the reason stays in the file."))))
    return found


def _check_hold(case: models.Case) -> None:
    if case.hold_until is not None and case.hold_until >= settings.today():
        raise AppError(_HELD, day=case.hold_until)
