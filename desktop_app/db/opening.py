"""Making, opening and closing a file: its lock, its keys and its database, in the one order that loses nothing."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from desktop_app.db import envelope, vault
from desktop_app.db.engine import SCHEMA, Database, connect, schema_of
from desktop_app.db.envelope import Found
from desktop_app.db.failures import sorted_disk_failures
from desktop_app.db.file_lock import FileLock
from desktop_app.db.upgrade import upgrade
from desktop_app.db.vault import BY_PASSWORD, FLOOR, Cost, Slots
from desktop_app.errors import AppError, CannotOpen
from desktop_app.i18n import N_

_NO_FILE: Final = N_("%(path)s does not exist. Choose another file.")


@dataclass(frozen=True)
class Secret:
    """What opens a file: a password with its login, or the recovery code (then `login` is empty)."""

    kind: str
    text: str = field(repr=False)
    login: str = field(default="", repr=False)

    def tag(self, slots: Slots) -> str:
        """What names the slots of this secret's owner."""
        return vault.login_tag(slots, self.login) if self.kind == BY_PASSWORD else ""


class Keys:
    """The key of an open file, its slots and its lock."""

    def __init__(self, path: Path, key: bytes, slots: Slots, lock: FileLock) -> None:
        self._path = path
        self._key = key
        self._slots = slots
        self._lock = lock

    def opens(self, secret: Secret) -> bool:
        """Whether this secret opens the file."""
        return vault.open_slot(self._slots, secret.kind, secret.tag(self._slots), secret.text) is not None

    @contextmanager
    def changed(self, secret: Secret) -> Iterator[None]:
        """Let `secret` be its owner's only one when the block succeeds, else leave all as it is.

        The new slot is proven and on the disk before the block begins (it stores the audit line), the owner's former
        one goes after its end; a computer that stops in between leaves both, and the next sign-in keeps the one used.
        """
        before = self._slots
        after = vault.with_slot(before, secret.kind, secret.tag(before), secret.text, self._key, vault.dearest(before))
        self._store(after)
        try:
            yield
        except BaseException:
            self._store(replace(before, generation=after.generation + 1))
            raise
        self._store(vault.with_only(after, after.slots[-1]))

    def settle(self, opened: vault.Opened, secret: Secret, cost: Cost) -> None:
        """Keep only the owner's slot that was used just now, wrapped anew when a guess at it costs too little."""
        slots = vault.with_only(self._slots, opened.slot)
        least = FLOOR if cost.reaches(FLOOR) else cost
        if not opened.slot.cost.reaches(least):
            slots = vault.with_slot(slots, secret.kind, secret.tag(slots), secret.text, self._key, cost)
            slots = vault.with_only(slots, slots.slots[-1])
        if slots != self._slots:
            self._store(slots)

    def note_schema(self, schema: int) -> None:
        """Say outside the encrypted pages which schema they have, so that an older program need not open them."""
        self._store(replace(self._slots, schema=schema, generation=self._slots.generation + 1))

    def let_go(self) -> None:
        """Forget the key, give the lock back and leave the slots where they are."""
        self._key = b""
        self._lock.release()

    def give_up(self) -> None:
        """Remove the file, which could not be finished."""
        envelope.forget_unfinished(self._path)
        self.let_go()

    def finish(self, path: Path) -> Database:
        """Give the closed new file its name, whole, and open it."""
        with sorted_disk_failures():
            envelope.fold(self._path, self._slots)
            envelope.give_name(self._path, path)
            self._path = path
            envelope.unfold(path, envelope.look(path, SCHEMA))
        return Database(connect(path, self._key))

    def put_away(self) -> None:
        """Put the slots into the closed file and let it go. AppError when the disk is full."""
        try:
            with sorted_disk_failures():
                envelope.fold(self._path, self._slots)
        finally:
            self.let_go()

    def _store(self, slots: Slots) -> None:
        with sorted_disk_failures():
            envelope.store_beside(self._path, slots)
        self._slots = slots


@dataclass(frozen=True)
class Opening:
    """An open file: its database and its keys."""

    database: Database
    keys: Keys

    def close(self) -> None:
        """Fold everything into the one file and let others open it. A second call does nothing.

        AppError when the disk is full: the file is closed then too, and opens again, but its keys lie beside it.
        """
        if self.database.is_closed:
            return
        try:
            self.database.close()
        except AppError:
            self.keys.put_away()
            raise
        self.keys.put_away()


def make(path: Path, owners: tuple[Secret, ...], cost: Cost) -> Opening:
    """A new file without rows that each of `owners` can open. AppError when the place is taken or not writable.

    It has another name until `finish`: a computer that stops before leaves nothing under the name of the file.
    """
    path = path.resolve()
    with sorted_disk_failures():
        lock = FileLock(path)
    unnamed = path.with_name(path.name + ".unfinished")
    try:
        envelope.refuse_existing(path)
        envelope.forget_unfinished(unnamed)
        key = secrets.token_bytes(vault.KEY_BYTES)
        slots = vault.new_slots(SCHEMA)
        for owner in owners:
            slots = vault.with_slot(slots, owner.kind, owner.tag(slots), owner.text, key, cost)
        with sorted_disk_failures():
            envelope.private(unnamed).close()
        engine = connect(unnamed, key)
    except BaseException:
        lock.release()
        raise
    made = Opening(Database(engine), Keys(unnamed, key, slots, lock))
    try:
        upgrade(engine)
    except BaseException:
        unmake(made)
        raise
    return made


def finish(made: Opening, path: Path) -> Opening:
    """Give a new file its name when all its first rows are stored. Raises AppError; then there is no file."""
    try:
        made.database.close()
        return Opening(made.keys.finish(path.resolve()), made.keys)
    except BaseException:
        made.keys.give_up()
        raise


def unmake(made: Opening) -> None:
    """Remove a file that could not be finished."""
    with suppress(AppError):
        made.database.close()
    made.keys.give_up()


def unlock(path: Path, secret: Secret, wrong: str, cost: Cost) -> Opening:
    """Open a file. `wrong` is the sentence for a secret that does not; until it does, the file is not touched.

    Raises CannotOpen (no such file, in use, not a file of Tirek, newer, keys missing, wrong secret, a disk that is full
    or may not be written) or DamagedFile.
    """
    with sorted_disk_failures(CannotOpen):
        if not path.exists():
            raise CannotOpen(_NO_FILE, path=path)
        if not path.is_file():
            raise CannotOpen(envelope.NOT_TIREK, path=path)
        path = path.resolve()
        lock = FileLock(path)
    try:
        with sorted_disk_failures(CannotOpen):
            found = envelope.look(path, SCHEMA)
        opened = _opened(found.slots, secret, wrong)
        with sorted_disk_failures(CannotOpen):
            _unfold(path, found, opened.key)
    except BaseException:
        lock.release()
        raise
    keys = Keys(path, opened.key, found.slots, lock)
    opening = Opening(_database(path, opened.key, keys), keys)
    try:
        keys.settle(opened, secret, cost)
    except BaseException:
        with suppress(AppError):
            opening.close()
        raise
    return opening


def _opened(slots: Slots, secret: Secret, wrong: str) -> vault.Opened:
    opened = vault.open_slot(slots, secret.kind, secret.tag(slots), secret.text)
    if opened is None:
        raise CannotOpen(wrong)
    return opened


def _unfold(path: Path, found: Found, key: bytes) -> None:
    """Give the pages to the database. A file of an older schema is copied first, whole, in case its upgrade fails."""
    if found.slots.schema < SCHEMA:
        if not found.was_closed:
            envelope.unfold(path, found)
            Database(connect(path, key)).close()
            envelope.fold(path, found.slots)
            found = envelope.look(path, SCHEMA)
        shutil.copyfile(path, path.with_name(f"{path.stem}.schema{found.slots.schema}{path.suffix}"))
    envelope.unfold(path, found)


def _bring_up(engine: Engine, keys: Keys) -> None:
    found = schema_of(engine)
    if found > SCHEMA:
        raise CannotOpen(envelope.NEWER)
    if found < SCHEMA:
        upgrade(engine)
        keys.note_schema(SCHEMA)


def _database(path: Path, key: bytes, keys: Keys) -> Database:
    """The database of an unfolded file, at the schema of this program; what fails leaves a closed file."""
    engine = connect(path, key)
    database = Database(engine)
    try:
        _bring_up(engine, keys)
    except BaseException:
        with suppress(AppError):
            database.close()
        with suppress(AppError):
            keys.put_away()
        raise
    return database
