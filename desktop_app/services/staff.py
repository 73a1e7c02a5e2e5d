"""The people who work at the centre: they come, change their passwords and roles, and leave."""

from __future__ import annotations

from math import ceil
from typing import Final

from desktop_app import settings
from desktop_app.db.keys import Secret
from desktop_app.db.opening import Opening
from desktop_app.db.queries import Session
from desktop_app.db.queries import centre as centre_queries
from desktop_app.db.queries import keys as key_queries
from desktop_app.db.queries import staff as queries
from desktop_app.db.vault import BY_PASSWORD
from desktop_app.domain.centre import NewStaffMember, Role, StaffMember
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.passwords import password_problems
from desktop_app.domain.permissions import Action
from desktop_app.domain.staff import StaffLine
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, files
from desktop_app.services.files import OpenFile

_BYTES_A_MINUTE: Final = 15 * 1_000_000 * 60
"""What an old disk surely does."""

_NOBODY: Final = N_("This member of staff is not in the file. Read the list again.")
_NOT_ONESELF: Final = N_("You cannot end your own access. Ask another administrator.")
_OWN_PASSWORD: Final = N_("Change your own password in the menu with your name.")
_LAST: Final = N_("This is the only administrator. Make somebody else an administrator first.")
_HAS_LEFT: Final = N_("This colleague may not sign in. Give them access again first.")
_IS_HERE: Final = N_("This colleague may sign in already.")
_SUCCESSOR: Final = N_("Choose who takes over the cases of this colleague.")
_NOT_SIGNED_IN_YET: Final = N_(
    "These colleagues have not signed in since the program was updated: %(names)s. The file can get a new key when "
    "each of them has signed in once, or when their access is ended."
)
_OLD_CODE: Final = N_(
    "The recovery code is from before the program was updated. Make a new one in the settings, under “Keys to the "
    "file”; then give the file a new key."
)
_SAVED: Final = frozenset({Kind.STAFF})


def listing(file: OpenFile) -> tuple[StaffMember, ...]:
    """Everyone who works or worked here."""
    with access.reading(file, Action.LIST_STAFF) as session:
        return centre_queries.staff(session)


def overview(file: OpenFile) -> tuple[StaffLine, ...]:
    """As `listing`, with the cases of each and, for those who may read the log, the day of the last sign-in."""
    with_sign_in = access.allowed(file, Action.VIEW_LOG)
    with access.reading(file, Action.LIST_STAFF) as session:
        return queries.lines(session, with_sign_in=with_sign_in)


def add(file: OpenFile, new: NewStaffMember) -> Saved:
    """Add a member of staff, who can sign in at once. Raises NotAllowed (only an administrator may) or InvalidInput."""
    new = files.tidied_staff(new)
    with access.reading(file, Action.ADD_STAFF) as session:
        taken = centre_queries.staff_with(session, new.login) is not None
        words = _words(session)
    refuse(tuple(files.problems_of_staff(new, words=words)))
    if taken:
        raise InvalidInput((Problem("login", Message(N_("This login is taken. Choose another."))),))
    with (
        file.keys.changed(Secret(BY_PASSWORD, new.password, new.login)) as public,
        access.writing(file, Action.ADD_STAFF, "staff") as session,
    ):
        added = centre_queries.add_staff(session, new)
        key_queries.set_public_key(session, added.id, public)
        session.info["entity_id"] = added.id
    return Saved(added.id, _SAVED)


def change_password(file: OpenFile, old: str, new: str) -> None:
    """Give who is signed in a new password. Raises CannotOpen for a wrong old one, InvalidInput for a weak new one."""
    with access.reading(file, Action.CHANGE_PASSWORD) as session:
        words = _words(session)
    _refuse_weak("new", file.staff, new, words)
    files.confirm_password(file, old)
    with (
        file.keys.changed(Secret(BY_PASSWORD, new, file.staff.login), file.keys.identity),
        access.writing(file, Action.CHANGE_PASSWORD, "staff", file.staff.id),
    ):
        pass


def change_role(file: OpenFile, staff_id: int, role: Role) -> Saved:
    """Give a member of staff another role. Raises NotAllowed, or AppError for the only administrator."""
    with access.writing(file, Action.CHANGE_ROLE, "staff", staff_id) as session:
        _present(session, staff_id)
        _keep_an_administrator(session, staff_id, role)
        queries.set_role(session, staff_id, role)
    return Saved(staff_id, _SAVED)


def reset_password(file: OpenFile, staff_id: int, password: str) -> Saved:
    """Give a colleague, who types it themselves, a new password in the place of a forgotten one.

    They get a new identity: sealed cases open for them again when another holder of the second key has signed in.
    Raises NotAllowed, InvalidInput (field password) or AppError.
    """
    with access.reading(file, Action.RESET_PASSWORD, "staff", staff_id) as session:
        member, words = _present(session, staff_id), _words(session)
    if member.id == file.staff.id:
        raise AppError(_OWN_PASSWORD)
    _refuse_weak("password", member, password, words)
    with (
        file.keys.changed(Secret(BY_PASSWORD, password, member.login)) as public,
        access.writing(file, Action.RESET_PASSWORD, "staff", staff_id) as session,
    ):
        key_queries.set_public_key(session, staff_id, public)
    return Saved(staff_id, _SAVED)


def end_access(file: OpenFile, staff_id: int, successor_id: int | None = None, *, rekey_too: bool = False) -> Saved:
    """End the access of a colleague who leaves; their cases pass to the successor. With `rekey_too` see `rekey`.

    Raises NotAllowed, InvalidInput (field successor_id) or AppError. What `rekey` raises comes after the access ended.
    """
    with access.reading(file, Action.END_ACCESS, "staff", staff_id) as session:
        member = _present(session, staff_id)
        cases = next(line.cases for line in queries.lines(session, with_sign_in=False) if line.member == member)
        successor = None if successor_id is None else queries.member(session, successor_id)
    if member.id == file.staff.id:
        raise AppError(_NOT_ONESELF)
    if (cases or successor_id is not None) and (successor is None or not successor.active or successor == member):
        raise InvalidInput((Problem("successor_id", Message(_SUCCESSOR)),))
    with (
        file.keys.dropped(BY_PASSWORD, Secret(BY_PASSWORD, "", member.login).tag(file.keys.slots)),
        access.writing(file, Action.END_ACCESS, "staff", staff_id) as session,
    ):
        if successor is not None:
            queries.hand_over(session, staff_id, successor.id)
        queries.end(session, staff_id, settings.today())
    if rekey_too:
        rekey(file)
    return Saved(staff_id, _SAVED | {Kind.CASE})


def reinstate(file: OpenFile, staff_id: int, password: str) -> Saved:
    """Give somebody who left access again, with a password they type themselves. Raises as `reset_password`."""
    with access.reading(file, Action.REINSTATE, "staff", staff_id) as session:
        member, words = _member(session, staff_id), _words(session)
    if member.active:
        raise AppError(_IS_HERE)
    _refuse_weak("password", member, password, words)
    with (
        file.keys.changed(Secret(BY_PASSWORD, password, member.login)) as public,
        access.writing(file, Action.REINSTATE, "staff", staff_id) as session,
    ):
        queries.reinstate(session, staff_id)
        key_queries.set_public_key(session, staff_id, public)
    return Saved(staff_id, _SAVED)


def rekey(file: OpenFile) -> None:
    """Give the file a new key: a key somebody kept no longer reads it. Backups made before keep the former one.

    It takes as long as writing the whole file several times. Raises NotAllowed, or AppError (somebody has not signed
    in since the update, no room); the file then keeps its key.
    """
    with access.reading(file, Action.REKEY) as session:
        owners = key_queries.owners(session, file.keys.slots)
        missing = key_queries.without_identity(session, file.keys.slots)
    if missing.code:
        raise AppError(_OLD_CODE)
    if missing.names:
        raise AppError(_NOT_SIGNED_IN_YET, names=", ".join(missing.names))
    Opening(file.db, file.keys).rekey(owners)
    with access.writing(file, Action.REKEY):
        pass


def minutes_of_rekey(file: OpenFile) -> int:
    """About how many minutes `rekey` takes, at most: every page is read, written twice and read again."""
    with access.reading(file, Action.VIEW_SETTINGS):
        return max(1, ceil(file.path.stat().st_size / _BYTES_A_MINUTE))


def _words(session: Session) -> tuple[str, ...]:
    return files.words_of(centre_queries.centre(session))


def _refuse_weak(field: str, member: StaffMember, password: str, words: tuple[str, ...]) -> None:
    refuse(tuple(password_problems(field, password, personal=(member.login, member.full_name, *words))))


def _member(session: Session, staff_id: int) -> StaffMember:
    found = queries.member(session, staff_id)
    if found is None:
        raise AppError(_NOBODY)
    return found


def _present(session: Session, staff_id: int) -> StaffMember:
    found = _member(session, staff_id)
    if not found.active:
        raise AppError(_HAS_LEFT)
    return found


def _keep_an_administrator(session: Session, staff_id: int, role: Role) -> None:
    if role is Role.ADMINISTRATOR or _member(session, staff_id).role is not Role.ADMINISTRATOR:
        return
    if queries.administrators(session) < 2:
        raise AppError(_LAST)
