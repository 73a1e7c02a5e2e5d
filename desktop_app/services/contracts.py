"""Contract checks of a case: recording one, reading them, taking one out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import contracts as queries
from desktop_app.db.queries import crew as crew_queries
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.contract_checks import ContractCheck, NewContractCheck, problems_of_check
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidy_text
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.services import access, sealed
from desktop_app.services.cases import stored_case
from desktop_app.services.files import OpenFile

_KINDS: Final = frozenset({Kind.COMPLAINT})
NO_CHECK: Final = N_("This contract check is not in the file any more.")


def listing(file: OpenFile, case_id: int) -> tuple[ContractCheck, ...]:
    """The checks of a case, newest first."""
    with access.reading(file, Action.VIEW_CONTRACT_CHECK, "case", case_id) as session:
        return queries.checks(session, case_id, sealed.words(file, session, case_id))


def record(file: OpenFile, new: NewContractCheck) -> Saved:
    """Keep the answers about a contract, as a new check or in place of an older one; the id of the check.

    Raises InvalidInput with the problems by the name of the question; then nothing is written.
    """
    today = settings.today()
    new = replace(new, note=tidy_text(new.note))
    with access.writing(file, Action.CHECK_CONTRACT, "case", new.case_id) as session:
        stored_case(session, new.case_id)
        refuse(problems_of_check(new, crew_queries.worker_ids(session, new.case_id), today))
        row = None if new.check_id is None else queries.stored_check(session, new.case_id, new.check_id)
        if row is None and new.check_id is not None:
            raise AppError(NO_CHECK)
        row = queries.write_check(session, row, new, file.staff.id, today)
        check_id = row.id
        sealed.settle(file, session, new.case_id, written=(row,))
    return Saved(check_id, _KINDS)


def remove(file: OpenFile, case_id: int, check_id: int) -> Saved:
    """Take a check out of the file; memos that were made of it stay. AppError when it is gone already."""
    with access.writing(file, Action.CHECK_CONTRACT, "case", case_id) as session:
        row = queries.stored_check(session, case_id, check_id)
        if row is None:
            raise AppError(NO_CHECK)
        queries.remove_check(session, row)
        sealed.settle(file, session, case_id)
    return Saved(check_id, _KINDS)
