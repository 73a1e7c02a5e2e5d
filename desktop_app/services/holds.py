"""Legal holds: while one lasts, nothing of a case is erased."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import erasure as queries
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import problem_of_length, refuse
from desktop_app.domain.erasure import FARTHEST_HOLD, LONGEST_REASON
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidy_line
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access
from desktop_app.services.cases import stored_case
from desktop_app.services.files import OpenFile

_CHANGED: Final = frozenset({Kind.CASE})


def set_hold(file: OpenFile, case_id: int, until: date | None, reason: str) -> Saved:
    """Hold a case until a day. Raises InvalidInput, NotAllowed, or AppError when it is not in the file."""
    reason, today = tidy_line(reason), settings.today()
    problems = [*problem_of_length("reason", reason, LONGEST_REASON)]
    if until is None or until < today:
        problems.append(Problem("until", Message(N_("Type the last day of the hold, today or later."))))
    elif until - today > FARTHEST_HOLD:
        problems.append(Problem("until", Message(N_("This day is too far away. Check the year."))))
    if not reason:
        problems.append(Problem("reason", Message(N_("Write why the case must be kept."))))
    refuse(tuple(problems))
    with access.writing(file, Action.SET_HOLD, "case", case_id) as session:
        stored_case(session, case_id)
        queries.hold(session, case_id, until, reason)
    return Saved(case_id, _CHANGED)


def lift(file: OpenFile, case_id: int) -> Saved:
    """Lift the hold of a case."""
    with access.writing(file, Action.SET_HOLD, "case", case_id) as session:
        stored_case(session, case_id)
        queries.hold(session, case_id, None, "")
    return Saved(case_id, _CHANGED)


def of_case(file: OpenFile, case_id: int) -> tuple[date | None, str]:
    """Until when a case is held and why; (None, "") when it is not."""
    with access.reading(file, Action.VIEW_CASE, "case", case_id) as session:
        case = stored_case(session, case_id)
        return case.hold_until, case.hold_reason
