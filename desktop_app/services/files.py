"""The file of a centre: made, opened, recovered, closed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop_app import settings
from desktop_app.db import calibration, opening, places, recovery_code, shares
from desktop_app.db.engine import Database
from desktop_app.db.keys import Keys, Secret
from desktop_app.db.opening import Opening
from desktop_app.db.queries import centre as queries
from desktop_app.db.queries import clock
from desktop_app.db.queries import keys as key_queries
from desktop_app.db.vault import BY_CODE, BY_PASSWORD, BY_SHEETS, STANDARD, Cost
from desktop_app.domain.centre import Centre, NewFile, NewStaffMember, StaffMember, problems_of_code
from desktop_app.domain.checks import problem_of_length, refuse
from desktop_app.domain.identifiers import check_id
from desktop_app.domain.log_actions import CLOCK_TURNED_BACK
from desktop_app.domain.logbook import went_back
from desktop_app.domain.passwords import password_problems
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied_centre, tidy_line
from desktop_app.errors import AppError, CannotOpen, Message, NotAllowed, Problem
from desktop_app.i18n import N_
from desktop_app.services import law_in_use

_LONGEST_LINE: Final = 500
_WRONG: Final = N_("The login or the password is wrong. Check the keyboard layout and Caps Lock.")
_WRONG_CODE: Final = N_("This is not the recovery code of this file. Compare it with the paper sign by sign.")
_WRONG_SHEETS: Final = N_(
    "These two sheets do not open this file. Sheets no longer count once new ones were made or they were given up."
)
_NOT_RECOVERED: Final = N_("Make a new recovery code or new sheets in the settings, under “Keys to the file”.")
_SLIP_IN_CODE: Final = N_("The recovery code has a slip or is not complete. Compare it with the paper sign by sign.")
_NO_SUCH_LOGIN: Final = N_("Nobody signs in to this file with this login. Ask the administrator how it is written.")


@dataclass(frozen=True)
class OpenFile:
    """A file opened by a member of staff; every service takes it first. `close` it at the end."""

    db: Database
    staff: StaffMember
    path: Path
    keys: Keys


def new_recovery_code() -> str:
    """A recovery code to be written down before the file is made."""
    return recovery_code.new_code()


def check_recovery_code(text: str) -> bool:
    """Whether a typed code is complete and without a slip (it need not belong to any file)."""
    return recovery_code.plain(text) is not None


def problems(new: NewFile) -> tuple[Problem, ...]:
    """What is wrong with the centre or the first user, by field (centre.name, first_user.password ...)."""
    named = words_of(new.centre)
    return (*problems_of_centre(new.centre, "centre."), *problems_of_staff(new.first_user, "first_user.", named))


def words_of(centre: Centre) -> tuple[str, ...]:
    """The words of a centre that no password may consist of."""
    return centre.name.kk, centre.name.ru, centre.name.en


def problems_of_centre(centre: Centre, place: str = "") -> Iterator[Problem]:
    """What is wrong with the centre."""
    if not any(tidy_line(words) for words in (centre.name.kk, centre.name.ru, centre.name.en)):
        yield Problem(place + "name", Message(N_("Enter the name of the centre in at least one language.")))
    for part in ("name", "address", "letterhead"):
        for language in ("kk", "ru", "en"):
            words = getattr(getattr(centre, part), language)
            yield from problem_of_length(f"{place}{part}.{language}", words, _LONGEST_LINE)
    yield from problems_of_code(centre.code, place + "code")
    found = check_id(centre.bin) if centre.bin else None
    if found is not None and found.reason is not None:
        yield Problem(place + "bin", found.reason)


def problems_of_staff(new: NewStaffMember, place: str = "", words: tuple[str, ...] = ()) -> Iterator[Problem]:
    """What is wrong with a new member of staff; `words` are those of the centre."""
    for field in ("login", "full_name"):
        if not tidy_line(getattr(new, field)):
            yield Problem(place + field, Message(N_("Fill this in.")))
        yield from problem_of_length(place + field, getattr(new, field), _LONGEST_LINE)
    yield from password_problems(place + "password", new.password, personal=(new.login, new.full_name, *words))


def tidied_staff(new: NewStaffMember) -> NewStaffMember:
    """A new member of staff with tidied login and name; the password stays as it was typed."""
    return replace(new, login=tidy_line(new.login), full_name=tidy_line(new.full_name))


def create_file(
    path: Path, new: NewFile, code: str, cost: Cost | None = None, sheets: tuple[str, ...] = ()
) -> OpenFile:
    """Make the encrypted file with its centre and first user; it is then open for them.

    `code` must have been written down, and so must the three recovery `sheets` if there are any. `cost` is what a guess
    at the password costs; without one it is measured what this computer bears. Raises InvalidInput, or AppError when
    the place is taken, full, may not be written, or is no place for a file (a network drive, a folder that another
    program copies); then nothing is left there.
    """
    new = NewFile(new.language, tidied_centre(new.centre), tidied_staff(new.first_user))
    refuse(problems(new))
    if (refused := places.refusal(path)) is not None:
        raise AppError(refused.msgid, **refused.params)
    owners = [Secret(BY_PASSWORD, new.first_user.password, new.first_user.login), Secret(BY_CODE, _plain(code))]
    if sheets:
        owners.append(Secret(BY_SHEETS, shares.secret_of(sheets)))
    made = opening.make(path, tuple(owners), cost or calibration.calibrated())
    try:
        with made.database.write("create_file", None, "centre", queries.THE_CENTRE) as session:
            queries.write_centre(session, new.centre)
            staff = queries.add_staff(session, new.first_user)
            key_queries.set_public_key(session, staff.id, made.publics[0])
            for owner, public in zip(owners[1:], made.publics[1:], strict=True):
                key_queries.set_holder(session, owner.kind, public)
    except BaseException:
        opening.unmake(made)
        raise
    file = opening.finish(made, path)
    _use_law(file.database)
    return OpenFile(file.database, staff, path, file.keys)


def sign_in(path: Path, login: str, password: str, cost: Cost = STANDARD) -> OpenFile:
    """Open the file. `cost` is that of a slot which is wrapped anew because guesses at it cost too little.

    Raises CannotOpen (wrong login or password, in use, newer, not a file of Tirek, keys missing, disk full or not to be
    written) or DamagedFile.
    """
    return _opened(path, Secret(BY_PASSWORD, password, login), login, (_WRONG, _WRONG), cost)


def recover(path: Path, code: str, login: str, new_password: str, cost: Cost = STANDARD) -> OpenFile:
    """Open the file with its recovery code and give `login` a new password. Raises InvalidInput and as `sign_in`.

    The code still counts: give the file a new one (`reissue`) before it is closed.
    """
    refuse(tuple(password_problems("new_password", new_password, personal=(login,))))
    return _recovered(path, Secret(BY_CODE, _plain(code)), _WRONG_CODE, login, new_password, cost)


def recover_with_sheets(
    path: Path, sheets: tuple[str, str], login: str, new_password: str, cost: Cost = STANDARD
) -> OpenFile:
    """As `recover`, with two of the three recovery sheets (fields first_sheet, second_sheet)."""
    refuse(tuple(password_problems("new_password", new_password, personal=(login,))))
    return _recovered(path, Secret(BY_SHEETS, shares.joined(*sheets)), _WRONG_SHEETS, login, new_password, cost)


def reissue(file: OpenFile, fresh: str | tuple[str, ...]) -> None:
    """Put a new code, or three new sheets, in the place of what this file was just recovered with.

    Whoever holds the old ones may do this, whatever their role. Raises NotAllowed when the file was opened otherwise.
    """
    kind = BY_CODE if isinstance(fresh, str) else BY_SHEETS
    private = file.keys.carried(kind)
    if private is None:
        raise NotAllowed(_NOT_RECOVERED)
    secret = Secret(kind, _plain(fresh) if isinstance(fresh, str) else shares.secret_of(fresh))
    owner = key_queries.HOLDERS[kind]
    with (
        file.keys.changed(secret, private) as public,
        file.db.write(Action.MAKE_RECOVERY.value, file.staff.id, owner) as session,
    ):
        key_queries.set_holder(session, kind, public)


def confirm_password(file: OpenFile, password: str) -> None:
    """Raise CannotOpen unless this is the password of who is signed in."""
    if not file.keys.opens(Secret(BY_PASSWORD, password, file.staff.login)):
        raise CannotOpen(_WRONG)


def rest(file: OpenFile) -> None:
    """Fold everything into the file and forget its key, while it stays ours: the lock. A second call does nothing.

    While it rests every service raises AppError. AppError when the disk is full: it rests all the same.
    """
    if not file.db.rests:
        _note(file, "lock")
    try:
        Opening(file.db, file.keys).rest()
    finally:
        if file.db.rests:
            law_in_use.drop(file.db)


def wake(file: OpenFile, password: str) -> None:
    """Go on with the same file; one that does not rest only has the password confirmed.

    Raises CannotOpen for a wrong password (MustWait after too many) or DamagedFile; then it still rests.
    """
    if not file.db.rests:
        confirm_password(file, password)
        return
    Opening(file.db, file.keys).wake(Secret(BY_PASSWORD, password, file.staff.login), _WRONG)
    _use_law(file.db)
    _note(file, "unlock")


def checkpoint(file: OpenFile) -> None:
    """Fold the journal into the file, when there is nothing else to do. AppError when the disk is full."""
    file.db.checkpoint()


def close(file: OpenFile) -> None:
    """Fold everything into the one file and let others open it. A second call does nothing.

    AppError when the disk is full: the file is closed then too and everything is saved, but its keys lie beside it.
    """
    try:
        Opening(file.db, file.keys).close()
    finally:
        if file.db.is_closed:
            law_in_use.drop(file.db)


def _note(file: OpenFile, action: str) -> None:
    """Log it where there is room: a full disk must neither keep the screen open nor keep anybody out."""
    with suppress(AppError), file.db.write(action, file.staff.id, "staff", file.staff.id):
        pass


def _opened(path: Path, secret: Secret, login: str, wrong: tuple[str, str], cost: Cost) -> OpenFile:
    """Open with `secret` as `login`; `wrong` are the sentences for a wrong secret and for an unknown login."""
    found = opening.unlock(path, secret, wrong[0], cost)
    try:
        with found.database.read() as session:
            staff = queries.staff_with(session, login)
        if staff is not None and staff.active:
            _note_clock(found.database, staff.id)
            with found.database.write("sign_in", staff.id, "staff", staff.id) as session:
                public = found.keys.public
                if secret.kind == BY_PASSWORD:
                    key_queries.set_public_key(session, staff.id, public)
                else:
                    key_queries.set_holder(session, secret.kind, public)
            _use_law(found.database)
    except BaseException:
        found.close()
        raise
    if staff is None or not staff.active:
        found.close()
        raise CannotOpen(wrong[1])
    return OpenFile(found.database, staff, path, found.keys)


def _use_law(database: Database) -> None:
    with database.read() as session:
        law_in_use.take(session, database)


def _note_clock(database: Database, staff_id: int) -> None:
    """Mark in the log that from here on its times cannot be right; its order never rests on them."""
    with database.read() as session:
        last = clock.last_moment(session)
    if went_back(settings.now(), last):
        with database.write(CLOCK_TURNED_BACK, staff_id):
            pass


def _recovered(path: Path, secret: Secret, wrong: str, login: str, new_password: str, cost: Cost) -> OpenFile:
    file = _opened(path, secret, login, (wrong, _NO_SUCH_LOGIN), cost)
    owner = key_queries.HOLDERS[secret.kind]
    try:
        with (
            file.keys.changed(Secret(BY_PASSWORD, new_password, login), go_on=True) as public,
            file.db.write(key_queries.RECOVERED, file.staff.id, owner, file.staff.id) as session,
        ):
            key_queries.recovered(session, file.staff.id, secret.kind, file.keys.identity, public)
    except BaseException:
        close(file)
        raise
    return file


def _plain(code: str) -> str:
    plain = recovery_code.plain(code)
    if plain is None:
        raise CannotOpen(_SLIP_IN_CODE)
    return plain
