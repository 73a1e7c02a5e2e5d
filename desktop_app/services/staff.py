"""The people who work at the centre."""

from __future__ import annotations

from desktop_app.db.keys import Secret
from desktop_app.db.queries import centre as queries
from desktop_app.db.queries import keys as key_queries
from desktop_app.db.vault import BY_PASSWORD
from desktop_app.domain.centre import NewStaffMember, StaffMember
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.passwords import password_problems
from desktop_app.domain.permissions import Action
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, files
from desktop_app.services.files import OpenFile


def listing(file: OpenFile) -> tuple[StaffMember, ...]:
    """Everyone who works or worked here."""
    with access.reading(file, Action.LIST_STAFF) as session:
        return queries.staff(session)


def add(file: OpenFile, new: NewStaffMember) -> Saved:
    """Add a member of staff, who can sign in at once. Raises NotAllowed (only an administrator may) or InvalidInput."""
    new = files.tidied_staff(new)
    with access.reading(file, Action.ADD_STAFF) as session:
        taken = queries.staff_with(session, new.login) is not None
    refuse(tuple(files.problems_of_staff(new)))
    if taken:
        raise InvalidInput((Problem("login", Message(N_("This login is taken. Choose another."))),))
    with (
        file.keys.changed(Secret(BY_PASSWORD, new.password, new.login)) as public,
        access.writing(file, Action.ADD_STAFF, "staff") as session,
    ):
        added = queries.add_staff(session, new)
        key_queries.set_public_key(session, added.id, public)
        session.info["entity_id"] = added.id
    return Saved(added.id, frozenset({Kind.STAFF}))


def change_password(file: OpenFile, old: str, new: str) -> None:
    """Give who is signed in a new password. Raises CannotOpen for a wrong old one, InvalidInput for a weak new one."""
    refuse(tuple(password_problems("new", new, personal=(file.staff.login, file.staff.full_name))))
    files.confirm_password(file, old)
    with (
        file.keys.changed(Secret(BY_PASSWORD, new, file.staff.login), file.keys.identity),
        access.writing(file, Action.CHANGE_PASSWORD, "staff", file.staff.id),
    ):
        pass
