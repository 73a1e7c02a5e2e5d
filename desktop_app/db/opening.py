"""Making, opening and closing a file: its lock, its keys and its database, in the one order that loses nothing."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from desktop_app.db import ballast, calibration, envelope, former, identity, vault
from desktop_app.db.engine import SCHEMA, Database, connect, schema_of
from desktop_app.db.envelope import Found
from desktop_app.db.failures import sorted_disk_failures
from desktop_app.db.file_lock import FileLock
from desktop_app.db.kept_slots import KeptSlots
from desktop_app.db.keys import Keys, Secret, fitting, given
from desktop_app.db.upgrade import upgrade
from desktop_app.db.vault import FLOOR, Cost, Owner
from desktop_app.errors import AppError, CannotOpen
from desktop_app.i18n import N_

_SPARE: Final = 1 << 24
_NO_ROOM: Final = N_(
    "A new key for the file needs %(needed)s MB free in the folder %(folder)s while it is made. The file kept its key. "
    "Free some space there and try again."
)
_NO_FILE: Final = N_("%(path)s does not exist. Choose another file.")


@dataclass(frozen=True)
class Opening:
    """An open file: its database and its keys. `publics` are the public keys of the owners of a new file, in order."""

    database: Database
    keys: Keys
    publics: tuple[bytes, ...] = ()

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

    def rest(self) -> None:
        """Let go of the database and of the key, but not of the file. Raises as Database.rest."""
        try:
            self.database.rest()
        finally:
            if self.database.rests:
                self.keys.rest()

    def wake(self, secret: Secret, wrong: str) -> None:
        """Open the resting database again. Raises CannotOpen (`wrong` says why) or DamagedFile: then it still rests."""
        self.database.wake(self.keys.take(given(self.keys.slots, secret, wrong)))

    def rekey(self, publics: Mapping[Owner, bytes]) -> None:
        """Give the file a new key. Raises as Keys.rekey; the database goes on with the key the file has."""
        path = self.keys.kept.path
        needed = path.stat().st_size + _SPARE
        if (ballast.free(path) or needed) < needed:
            raise AppError(_NO_ROOM, needed=needed // 1_000_000, folder=path.parent)
        try:
            self.database.rest()
            self.keys.rekey(publics)
        finally:
            if self.database.rests:
                self.database.wake(self.keys.connected())


def make(path: Path, owners: tuple[Secret, ...], cost: Cost) -> Opening:
    """A new file without rows that each of `owners` can open. AppError when the place is taken or not writable.

    It has another name until `finish`: a computer that stops before leaves nothing under the name of the file.
    """
    path = path.resolve()
    with sorted_disk_failures(path):
        lock = FileLock(path)
    unnamed = path.with_name(path.name + ".unfinished")
    try:
        envelope.refuse_existing(path)
        envelope.forget_unfinished(unnamed)
        key = bytearray(secrets.token_bytes(vault.KEY_BYTES))
        slots = vault.new_slots(SCHEMA)
        privates = [identity.new_private() for _ in owners]
        for owner, private in zip(owners, privates, strict=True):
            slots = vault.with_slot(slots, owner.kind, owner.tag(slots), owner.text, key, cost, private)
        with sorted_disk_failures(path):
            envelope.private(unnamed).close()
        engine = connect(unnamed, key)
    except BaseException:
        lock.release()
        raise
    publics = tuple(identity.public_of(private) for private in privates)
    made = Opening(Database(engine), Keys(KeptSlots(unnamed, slots, lock), key, privates[0], cost), publics)
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
        made.keys.kept.give_name(path.resolve())
        finished = Opening(Database(made.keys.connected()), made.keys)
    except BaseException:
        _forget(made.keys)
        raise
    ballast.keep(path.resolve())
    return finished


def unmake(made: Opening) -> None:
    """Remove a file that could not be finished."""
    with suppress(AppError):
        made.database.close()
    _forget(made.keys)


def _forget(keys: Keys) -> None:
    keys.rest()
    keys.kept.forget()


def unlock(path: Path, secret: Secret, wrong: str, cost: Cost) -> Opening:
    """Open a file. `wrong` is the sentence for a secret that does not; until it does, the file is not touched.

    Raises CannotOpen (no such file, in use, not a file of Tirek, newer, keys missing, wrong secret, a disk that is full
    or may not be written) or DamagedFile.
    """
    with sorted_disk_failures(path, CannotOpen):
        if not path.exists():
            raise CannotOpen(_NO_FILE, path=path)
        if not path.is_file():
            raise CannotOpen(envelope.NOT_TIREK, path=path)
        path = path.resolve()
        ballast.make_room(path)
        lock = FileLock(path)
    try:
        with sorted_disk_failures(path, CannotOpen):
            found = envelope.look(path, SCHEMA)
        began = calibration.clock()
        opened = given(found.slots, secret, wrong)
        took = calibration.clock() - began
        with sorted_disk_failures(path, CannotOpen):
            _unfold(path, found, opened.keys)
    except BaseException:
        lock.release()
        raise
    keys = Keys(KeptSlots(path, found.slots, lock), bytearray(), opened.identity, opened.slot.cost)
    opening = Opening(_database(keys, opened), keys)
    try:
        keys.settle(opened, secret, _settled(opened.slot.cost, took, cost))
    except BaseException:
        with suppress(AppError):
            opening.close()
        raise
    ballast.keep(path)
    return opening


def _settled(kept: Cost, took: float, least: Cost) -> Cost:
    """What the slot that was used shall cost: more when guesses cost too little, less when it takes too long here."""
    return calibration.bearable(kept, took) if kept.reaches(FLOOR if least.reaches(FLOOR) else least) else least


def _unfold(path: Path, found: Found, keys: tuple[bytes, ...]) -> None:
    """Give the pages to the database. One of an older schema is kept as a backup first, in case its upgrade fails."""
    if found.slots.schema < SCHEMA:
        if not found.was_closed:
            envelope.unfold(path, found)
            Database(fitting(path, keys)[1]).close()
            envelope.fold(path, found.slots)
            found = envelope.look(path, SCHEMA)
        former.keep(path, found.slots, keys)
    envelope.unfold(path, found)


def _bring_up(engine: Engine, keys: Keys) -> None:
    found = schema_of(engine)
    if found > SCHEMA:
        raise CannotOpen(envelope.NEWER)
    if found < SCHEMA:
        upgrade(engine)
        keys.kept.note_schema(SCHEMA)


def _database(keys: Keys, opened: vault.Opened) -> Database:
    """The database of an unfolded file, at the schema of this program; what fails leaves a closed file."""
    database = None
    try:
        database = Database(keys.take(opened))
        _bring_up(database.engine, keys)
    except BaseException:
        if database is not None:
            with suppress(AppError):
                database.close()
        with suppress(AppError):
            keys.put_away()
        raise
    return database
