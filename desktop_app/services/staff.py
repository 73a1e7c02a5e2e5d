"""The people who work at the centre."""

from __future__ import annotations

from desktop_app.db import vault
from desktop_app.db.models import Staff
from desktop_app.db.queries import centre as queries
from desktop_app.domain.centre import NewStaffMember, Role, StaffMember
from desktop_app.domain.changes import Kind, Saved
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
    wrong = tuple(files.problems_of_staff(new))
    if wrong:
        raise InvalidInput(wrong)
    login_key = vault.login_key(new.login)
    with file.db.write("add_staff", file.staff.id, "staff") as session:
        if queries.find_staff(session, login_key) is not None:
            raise InvalidInput((Problem("login", Message(N_("This login is taken. Choose another."))),))
        row = Staff(
            login=new.login.strip(), login_key=login_key, full_name=new.full_name.strip(), role=new.role, active=True
        )
        session.add(row)
        session.flush()
        session.info["entity_id"] = row.id
        files.store_password(file, new.login, new.password)
        return Saved(row.id, frozenset({Kind.STAFF}))


def change_password(file: OpenFile, old: str, new: str) -> None:
    """Give who is signed in a new password. Raises CannotOpen for a wrong old one, InvalidInput for a weak new one."""
    wrong = tuple(password_problems("new", new, personal=(file.staff.login, file.staff.full_name)))
    if wrong:
        raise InvalidInput(wrong)
    files.confirm_password(file, old)
    with file.db.write("change_password", file.staff.id, "staff", file.staff.id):
        files.store_password(file, file.staff.login, new)
