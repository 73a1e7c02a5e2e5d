"""The people who work at the centre."""

from __future__ import annotations

from desktop_app.db.opening import Secret
from desktop_app.db.queries import centre as queries
from desktop_app.db.vault import BY_PASSWORD
from desktop_app.domain.centre import NewStaffMember, Role, StaffMember
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.passwords import password_problems
from desktop_app.errors import InvalidInput, Message, NotAllowed, Problem
from desktop_app.i18n import N_
from desktop_app.services import files
from desktop_app.services.files import OpenFile


def listing(file: OpenFile) -> tuple[StaffMember, ...]:
    """Everyone who works or worked here."""
    with file.db.read() as session:
        return queries.staff(session)


def add(file: OpenFile, new: NewStaffMember) -> Saved:
    """Add a member of staff, who can sign in at once. Raises NotAllowed (only an administrator may) or InvalidInput."""
    if file.staff.role is not Role.ADMINISTRATOR:
        raise NotAllowed(N_("Only an administrator may add staff."))
    new = files.tidied_staff(new)
    refuse(tuple(files.problems_of_staff(new)))
    with file.db.read() as session:
        taken = queries.staff_with(session, new.login) is not None
    if taken:
        raise InvalidInput((Problem("login", Message(N_("This login is taken. Choose another."))),))
    with (
        file.keys.changed(Secret(BY_PASSWORD, new.password, new.login)),
        file.db.write("add_staff", file.staff.id, "staff") as session,
    ):
        added = queries.add_staff(session, new)
        session.info["entity_id"] = added.id
    return Saved(added.id, frozenset({Kind.STAFF}))


def change_password(file: OpenFile, old: str, new: str) -> None:
    """Give who is signed in a new password. Raises CannotOpen for a wrong old one, InvalidInput for a weak new one."""
    refuse(tuple(password_problems("new", new, personal=(file.staff.login, file.staff.full_name))))
    files.confirm_password(file, old)
    with (
        file.keys.changed(Secret(BY_PASSWORD, new, file.staff.login)),
        file.db.write("change_password", file.staff.id, "staff", file.staff.id),
    ):
        pass
