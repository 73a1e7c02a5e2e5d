"""The one gate: every service goes through `reading` or `writing`, which ask the table of permissions.

What is refused is logged too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from desktop_app import settings
from desktop_app.db.keys import Secret
from desktop_app.db.queries import Session
from desktop_app.db.queries import access as queries
from desktop_app.db.queries import centre as centre_queries
from desktop_app.db.queries.access import Viewer
from desktop_app.db.vault import BY_PASSWORD
from desktop_app.domain.access import Approval, CaseAccessCard
from desktop_app.domain.centre import StaffMember
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.permissions import Action, Relation, may
from desktop_app.errors import AppError, InvalidInput, Message, NotAllowed, Problem
from desktop_app.i18n import N_
from desktop_app.services.files import OpenFile

REFUSED: Final = "refused:"
"""Stands in the log before the action that was refused."""

_NOT_YOUR_CASE: Final = N_(
    "This case is open only to colleagues it was given to. Ask the colleague responsible for it, or a manager."
)
_NOT_YOUR_ROLE: Final = N_("Your role does not include this. Ask a colleague whose role does, or the administrator.")
_ENDED: Final = N_("Your access to this file has ended. Ask the administrator.")
_NO_CASE: Final = N_("This case is not in the file.")
_NOT_ONESELF: Final = N_("The second person must be somebody else.")
_NOT_APPROVED: Final = N_("This is not the login and password of a lawyer, a manager or an administrator of this file.")


@contextmanager
def reading(file: OpenFile, action: Action, entity: str = "", entity_id: int | None = None) -> Iterator[Session]:
    """A session that only reads, for who may do `action` to this thing. Raises NotAllowed, and logs it."""
    with file.db.read() as session:
        refused = _refusal(session, file, action, entity, entity_id)
        if refused is None:
            yield session
    if refused is not None:
        _log(file, action, entity, entity_id)
        raise refused


@contextmanager
def writing(
    file: OpenFile, action: Action, entity: str = "", entity_id: int | None = None, *, case_id: int | None = None
) -> Iterator[Session]:
    """A session in one transaction with its audit line, for who may do `action` to this thing.

    For a thing that is only being made, `case_id` is the case it will belong to. Raises NotAllowed, and logs it. A
    service that learns the id only while it writes sets session.info["entity_id"].
    """
    about = (entity, entity_id) if case_id is None else ("case", case_id)
    refused = None
    try:
        with file.db.write(action.value, file.staff.id, entity, entity_id) as session:
            refused = _refusal(session, file, action, *about)
            if refused is not None:
                raise refused
            yield session
    except NotAllowed as error:
        if error is refused:
            _log(file, action, *about)
        raise


@contextmanager
def noting(file: OpenFile, action: Action) -> Iterator[Session]:
    """A session in one transaction without a line in the log, for what is no data of the centre: drafts alone."""
    with file.db.read() as session:
        session.connection(execution_options={"begin": "BEGIN IMMEDIATE"})
        refused = _refusal(session, file, action, "", None)
        if refused is not None:
            raise refused
        yield session
        session.commit()


def viewer(file: OpenFile, session: Session) -> Viewer:
    """Who is signed in, for the queries. NotAllowed when their access has ended."""
    found = queries.viewer(session, file.staff.id)
    if found is None:
        raise NotAllowed(_ENDED)
    return found


def allowed(file: OpenFile, action: Action, entity: str = "", entity_id: int | None = None) -> bool:
    """Whether who is signed in may do this, for buttons that would only be refused; nothing is logged."""
    with file.db.read() as session:
        return _refusal(session, file, action, entity, entity_id) is None


def card(file: OpenFile, case_id: int) -> CaseAccessCard:
    """Who may see a case."""
    with reading(file, Action.VIEW_CASE, "case", case_id) as session:
        found = queries.card(session, case_id)
    if found is None:
        raise AppError(_NO_CASE)
    return found


def change(file: OpenFile, card: CaseAccessCard, restricted: bool, given: frozenset[int]) -> Saved:
    """Close a case to all but the responsible colleague and those it is given to (staff ids), or open it to the centre.

    `card` is what was read. Raises InvalidInput when somebody in `given` does not work here.
    """
    if restricted != card.restricted:
        set_restricted(file, card.case_id, restricted)
    if given != frozenset(card.given):
        assign(file, card.case_id, given)
    return Saved(card.case_id, frozenset({Kind.CASE}))


def set_restricted(file: OpenFile, case_id: int, restricted: bool) -> Saved:
    """Close a case to all but the responsible colleague and those it is given to, or open it to the centre."""
    with writing(file, Action.SET_ACCESS, "case", case_id) as session:
        queries.restrict(session, case_id, restricted)
    return Saved(case_id, frozenset({Kind.CASE}))


def assign(file: OpenFile, case_id: int, given: frozenset[int]) -> Saved:
    """Give a case to exactly these colleagues. Raises InvalidInput when one of them does not work here."""
    with writing(file, Action.ASSIGN_CASE, "case", case_id) as session:
        found = queries.card(session, case_id)
        present = frozenset(found.given if found else ())
        for staff_id in sorted(given - present):
            if queries.viewer(session, staff_id) is None:
                raise InvalidInput((Problem("given", Message(N_("Choose a member of staff from the list."))),))
            queries.give(session, case_id, staff_id, file.staff.id, settings.today())
        for staff_id in present - given:
            queries.take(session, case_id, staff_id)
    return Saved(case_id, frozenset({Kind.CASE}))


def second(file: OpenFile, approval: Approval) -> StaffMember:
    """The colleague who approves, when login and password are theirs and their role may. Raises InvalidInput.

    It costs one guess at a password: ask before the transaction begins.
    """
    with file.db.read() as session:
        found = centre_queries.staff_with(session, approval.login)
    if found is not None and found.id == file.staff.id:
        raise InvalidInput((Problem("login", Message(_NOT_ONESELF)),))
    opens = file.keys.opens(Secret(BY_PASSWORD, approval.password, approval.login))
    if not opens or found is None or not found.active or not may(found.role, Action.APPROVE, Relation.NONE):
        raise InvalidInput((Problem("password", Message(_NOT_APPROVED)),))
    return found


def note_approval(session: Session, file: OpenFile, who: StaffMember, entity: str, entity_id: int | None) -> None:
    """Log, in the transaction of what was approved, who did."""
    file.db.chain.add(session, Action.APPROVE.value, who.id, entity, entity_id)
    session.flush()


def note(session: Session, file: OpenFile, code: str, entity: str, entity_id: int | None) -> None:
    """Add a line to the log beside that of the transaction, for what its own line cannot tell.

    `code` is an action or another code of domain.log_actions.
    """
    file.db.chain.add(session, str(code), file.staff.id, entity, entity_id)
    session.flush()


def _refusal(session: Session, file: OpenFile, action: Action, entity: str, entity_id: int | None) -> NotAllowed | None:
    """Why it is refused; None when it is allowed. What is not in the file is told by the service."""
    who = queries.viewer(session, file.staff.id)
    if who is None:
        return NotAllowed(_ENDED)
    found: Relation | None = Relation.CENTRE
    if entity_id is not None and queries.is_about_cases(entity):
        found = queries.relation(session, who, entity, entity_id)
    if found is None or may(who.role, action, found):
        return None
    return NotAllowed(_NOT_YOUR_CASE if may(who.role, action, Relation.OWN) else _NOT_YOUR_ROLE)


def _log(file: OpenFile, action: Action, entity: str, entity_id: int | None) -> None:
    """Log that it was refused."""
    with file.db.write(REFUSED + action.value, file.staff.id, entity, entity_id):
        pass
