"""The file of a centre: made, opened, recovered, closed."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from desktop_app.db import envelope, recovery_code, vault
from desktop_app.db.audit import Chain
from desktop_app.db.engine import SCHEMA, Database, connect, schema_of
from desktop_app.db.models import Centre as CentreRow
from desktop_app.db.models import Staff
from desktop_app.db.queries.centre import find_staff, staff_member, write_centre
from desktop_app.db.upgrade import upgrade
from desktop_app.db.vault import Cost, Slots
from desktop_app.domain.centre import Centre, NewFile, NewStaffMember, StaffMember
from desktop_app.domain.checks import problem_of_length
from desktop_app.domain.identifiers import check_id
from desktop_app.domain.passwords import password_problems
from desktop_app.errors import AppError, CannotOpen, InvalidInput, Message, Problem
from desktop_app.i18n import N_

_LONGEST_LINE: Final = 500
_WRONG: Final = N_("The login or the password is wrong. Check the keyboard layout and Caps Lock.")
_WRONG_CODE: Final = N_("This is not the recovery code of this file. Compare it with the paper sign by sign.")

COST: Final = Cost()
"""What a guess costs in a new slot: 128 MiB, three passes, four lanes (0.5 s on the reference machine)."""


@dataclass(frozen=True)
class OpenFile:
    """A file opened by a member of staff; every service takes it first. `close` it at the end."""

    db: Database
    staff: StaffMember
    path: Path
    keys: Keys


class Keys:
    """The key of an open file with its slots and lock; changed only through the services."""

    def __init__(self, key: bytes, slots: Slots, lock: envelope.Lock) -> None:
        self.key = key
        self.slots = slots
        self.lock = lock


def new_recovery_code() -> str:
    """A recovery code to be written down before the file is made."""
    return recovery_code.new_code()


def check_recovery_code(text: str) -> bool:
    """Whether a typed code is complete and without a slip (it need not belong to any file)."""
    return recovery_code.plain(text) is not None


def problems(new: NewFile) -> tuple[Problem, ...]:
    """What is wrong with the centre or the first user, by field (centre.name, first_user.password ...)."""
    return (*problems_of_centre(new.centre, "centre."), *problems_of_staff(new.first_user, "first_user."))


def problems_of_centre(centre: Centre, place: str = "") -> Iterator[Problem]:
    """What is wrong with the centre."""
    if not any(words.strip() for words in (centre.name.kk, centre.name.ru, centre.name.en)):
        yield Problem(place + "name", Message(N_("Enter the name of the centre in at least one language.")))
    for part in ("name", "address", "letterhead"):
        for language in ("kk", "ru", "en"):
            words = getattr(getattr(centre, part), language)
            yield from problem_of_length(f"{place}{part}.{language}", words, _LONGEST_LINE)
    found = check_id(centre.bin) if centre.bin else None
    if found is not None and found.reason is not None:
        yield Problem(place + "bin", found.reason)


def problems_of_staff(new: NewStaffMember, place: str = "") -> Iterator[Problem]:
    """What is wrong with a new member of staff."""
    for field in ("login", "full_name"):
        if not getattr(new, field).strip():
            yield Problem(place + field, Message(N_("Fill this in.")))
        yield from problem_of_length(place + field, getattr(new, field), _LONGEST_LINE)
    yield from password_problems(place + "password", new.password, personal=(new.login, new.full_name))


def create_file(path: Path, new: NewFile, code: str, cost: Cost = COST) -> OpenFile:
    """Make the encrypted file with its centre and first user; it is then open for them.

    `code` must have been written down. Raises InvalidInput, or AppError when the place is taken or full.
    """
    wrong = problems(new)
    if wrong:
        raise InvalidInput(wrong)
    envelope.refuse_existing(path)
    lock = _locked(path)
    try:
        key = secrets.token_bytes(vault.KEY_BYTES)
        slots = vault.new_slots()
        tag = vault.login_tag(slots, new.first_user.login)
        slots = vault.with_slot(slots, "password", tag, new.first_user.password, key, cost)
        slots = vault.with_slot(slots, "recovery", "", _plain_code(code), key, cost)
        envelope.store_beside(path, slots)
        engine = connect(path, key)
        upgrade(engine)
        database = Database(engine, Chain(_chain_key(key)))
        staff = _first_rows(database, new)
    except BaseException:
        lock.release()
        envelope.forget_unfinished(path)
        raise
    return OpenFile(database, staff, path, Keys(key, slots, lock))


def sign_in(path: Path, login: str, password: str) -> OpenFile:
    """Open the file. Raises CannotOpen (wrong login or password, in use, newer, not a file of Tirek) or DamagedFile."""
    return _opened(path, "password", login, password, _WRONG)


def recover(path: Path, code: str, login: str, new_password: str) -> OpenFile:
    """Open the file with its recovery code and give `login` a new password."""
    wrong = tuple(password_problems("new_password", new_password, personal=(login,)))
    if wrong:
        raise InvalidInput(wrong)
    file = _opened(path, "recovery", login, _plain_code(code), _WRONG_CODE)
    try:
        with file.db.write("recover_access", file.staff.id, "staff", file.staff.id):
            store_password(file, file.staff.login, new_password)
    except BaseException:
        close(file)
        raise
    return file


def confirm_password(file: OpenFile, password: str) -> None:
    """Raise CannotOpen unless this is the password of who is signed in."""
    tag = vault.login_tag(file.keys.slots, file.staff.login)
    if vault.open_slot(file.keys.slots, "password", tag, password) is None:
        raise CannotOpen(_WRONG)


def store_password(file: OpenFile, login: str, password: str) -> None:
    """Wrap the key for a (new) password of `login`: the new slot is proven and on the disk before the old one goes."""
    tag = vault.login_tag(file.keys.slots, login)
    slots = vault.with_slot(file.keys.slots, "password", tag, password, file.keys.key, _cost_of(file.keys.slots))
    envelope.store_beside(file.path, slots)
    file.keys.slots = slots


def close(file: OpenFile) -> None:
    """Fold everything into the one file and let others open it."""
    file.db.close()
    envelope.store_behind(file.path, file.keys.slots)
    file.keys.lock.release()


def _opened(path: Path, kind: str, login: str, secret: str, wrong: str) -> OpenFile:
    if not path.is_file():
        raise CannotOpen(N_("%(path)s does not exist. Choose another file."), path=path)
    lock = _locked(path)
    try:
        slots = envelope.load(path)
        tag = vault.login_tag(slots, login) if kind == "password" else ""
        key = _key(path, slots, (kind, tag), secret, wrong)
        database = _database(path, key, slots)
        staff = _signed_in(database, login, wrong)
    except BaseException:
        lock.release()
        raise
    return OpenFile(database, staff, path, Keys(key, slots, lock))


def _key(path: Path, slots: Slots, owner: tuple[str, str], secret: str, wrong: str) -> bytes:
    key = vault.open_slot(slots, *owner, secret)
    if key is None:
        envelope.store_behind(path, slots)
        raise CannotOpen(wrong)
    return key


def _database(path: Path, key: bytes, slots: Slots) -> Database:
    engine = connect(path, key)
    try:
        if schema_of(engine) < SCHEMA:
            upgrade(engine)
    except BaseException:
        engine.dispose()
        envelope.store_behind(path, slots)
        raise
    return Database(engine, Chain(_chain_key(key)))


def _signed_in(database: Database, login: str, wrong: str) -> StaffMember:
    with database.read() as session:
        staff = find_staff(session, vault.login_key(login))
    if staff is None or not staff.active:
        raise CannotOpen(wrong)
    with database.write("sign_in", staff.id, "staff", staff.id):
        pass
    return staff


def _first_rows(database: Database, new: NewFile) -> StaffMember:
    with database.write("create_file", None, "centre", 1) as session:
        centre = CentreRow(id=1)
        write_centre(centre, new.centre)
        first = new.first_user
        row = Staff(
            login=first.login.strip(),
            login_key=vault.login_key(first.login),
            full_name=first.full_name.strip(),
            role=first.role,
            active=True,
        )
        session.add_all((centre, row))
        session.flush()
        return staff_member(row)


def _locked(path: Path) -> envelope.Lock:
    try:
        return envelope.Lock(path)
    except OSError as error:
        raise AppError(N_("%(path)s cannot be written: %(reason)s."), path=path.parent, reason=error.strerror) from None


def _plain_code(code: str) -> str:
    plain = recovery_code.plain(code)
    if plain is None:
        raise CannotOpen(N_("The recovery code has a slip or is not complete. Compare it with the paper sign by sign."))
    return plain


def _cost_of(slots: Slots) -> Cost:
    return max((slot.cost for slot in slots.slots), key=lambda cost: (cost.memory, cost.passes))


def _chain_key(key: bytes) -> bytes:
    return sha256(b"tirek audit" + key).digest()
