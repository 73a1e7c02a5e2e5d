"""A backup of an open file: a whole, closed file of its own, proven by opening it again before it gets its name.

`VACUUM INTO` copies one state of the database while others write. (The backup API of SQLite is twice as fast, but takes
a page whose seal is broken for an empty one and says nothing: docs/decisions/0010.) Nothing that lies in the folder is
touched until the new backup has been read back from the disk.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from desktop_app.db import blocks, disk, envelope, soundness
from desktop_app.db.audit import Head, head
from desktop_app.db.blocks import PAGE, Kept
from desktop_app.db.disk import ReadBack
from desktop_app.db.keys import Keys
from desktop_app.db.patience import replaced
from desktop_app.db.target import refuse_target, sorted_target_failures
from desktop_app.db.vault import Slots
from desktop_app.domain.backups import MANIFEST_SUFFIX, Manifest, Occasion
from desktop_app.errors import AppError
from desktop_app.i18n import N_

_ROOM_FOR_MANIFEST: Final = 1 << 16
_MOST_TRIES: Final = 5
# What SQLite tells and is told while it prepares a statement (sqlite.org/c3ref/c_alter_table.html).
_SELECT, _GO_ON, _STOP = 21, 0, 1

NOT_AS_WRITTEN: Final = N_(
    "The backup in %(folder)s does not read back as it was written, so it was removed. Your file and the earlier "
    "backups are as they were. Use another stick or disk: this one cannot be trusted."
)
_TOO_BUSY: Final = N_("The file is being written all the time, so no backup could be made. Try again in a moment.")


@dataclass(frozen=True)
class Made:
    """A backup that was just made. `from_disk` says that it surely was read back from the disk, not from memory."""

    path: Path
    manifest: Manifest
    from_disk: bool


@dataclass(frozen=True)
class State:
    """What one state of a file holds: the rows of each table and the head of the log."""

    rows: Mapping[str, int]
    head: Head


def make(engine: sa.Engine, keys: Keys, place: Path, occasion: Occasion, made_at: datetime, program: str) -> Made:
    """Make a backup at `place`, or beside it with a number when the name is taken, and prove it.

    Raises AppError when the folder cannot take it, DamagedFile when the file itself cannot be read whole; then
    everything is as it was.
    """
    folder, slots = place.parent, keys.slots
    unfinished = folder / f".{slots.file_id[:16]}.unfinished"
    with sorted_target_failures(folder), removed(unfinished):
        begun = folder.stat()
        _refuse_without_room(engine, slots, folder)
        state = _copied(engine, keys, unfinished)
        _fold(unfinished, slots)
        proof = _proof(unfinished, keys, state)
        if proof is None:
            raise AppError(NOT_AS_WRITTEN, folder=folder)
        manifest = Manifest(
            file_id=slots.file_id,
            occasion=occasion,
            made_at=made_at,
            program=program,
            schema=slots.schema,
            size=unfinished.stat().st_size,
            sha256=proof.sha256,
            log_seq=state.head.seq,
            log_chain=state.head.chain.hex(),
            rows=state.rows,
        )
        path = give_name(unfinished, place, manifest)
        _refuse_moved(path, begun)
    return Made(path, manifest, proof.from_disk)


def manifest_path(backup: Path) -> Path:
    """Where the manifest of a backup lies."""
    return backup.with_name(backup.name + MANIFEST_SUFFIX)


def write_manifest(backup: Path, manifest: Manifest) -> None:
    """Write the manifest of a backup, whole or not at all. OSError when the disk refuses."""
    target = manifest_path(backup)
    fresh = target.with_name(f".{target.name}.new")
    try:
        with envelope.private(fresh) as file:
            file.write(manifest.to_json().encode())
            file.flush()
            os.fsync(file.fileno())
        replaced(fresh, target)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def state_of(session: Session) -> State:
    """What the file holds, as this session sees it."""
    return State(soundness.counted(session.connection()), head(session))


def _refuse_moved(path: Path, begun: os.stat_result) -> None:
    """Raise OSError when the folder is no longer the one it was: the stick is out, and this is what lay under it."""
    if not os.path.samestat(path.parent.stat(), begun):
        for each in (path, manifest_path(path)):
            each.unlink(missing_ok=True)
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))


def _refuse_without_room(engine: sa.Engine, slots: Slots, folder: Path) -> None:
    with engine.connect() as connection:
        pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        unused = int(connection.exec_driver_sql("PRAGMA freelist_count").scalar_one())
    needed = (pages - unused) * PAGE + len(blocks.sealed(Kept(slots, 0))) + _ROOM_FOR_MANIFEST
    free = shutil.disk_usage(folder).free
    if free < needed:
        refuse_target(folder, needed, free)


def _copied(engine: sa.Engine, keys: Keys, unfinished: Path) -> State:
    """Write one state of the file to `unfinished`; what was counted in the very same state."""
    for _ in range(_MOST_TRIES):
        envelope.private(unfinished).close()
        state = _vacuumed(engine, unfinished)
        with _reading(keys, unfinished) as session:
            if head(session) == state.head:
                return state
    raise AppError(_TOO_BUSY)


def _vacuumed(engine: sa.Engine, unfinished: Path) -> State:
    """Copy the file, and count in it as soon as the copying has taken its state.

    A writer that comes in between is seen by the head of the log, which every transaction moves.
    """
    counted: list[State] = []
    failures: list[DBAPIError] = []

    def on_statement(action: int, *_: object) -> int:
        if action == _SELECT and not counted:
            try:
                with Session(engine) as session:
                    counted.append(state_of(session))
            except DBAPIError as error:
                failures.append(error)
                return _STOP
        return _GO_ON

    with engine.connect().execution_options(begin="") as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.set_authorizer(on_statement)
        try:
            connection.exec_driver_sql("VACUUM INTO ?", (str(unfinished),))
        except DBAPIError:
            if failures:
                raise failures[0] from None
            raise
        finally:
            raw.set_authorizer(None)
    return counted[0]


def _fold(unfinished: Path, slots: Slots) -> None:
    """Put the key slots behind the pages, as a closed file has them, and bring all of it to the disk."""
    end = unfinished.stat().st_size
    with unfinished.open("ab") as file:
        file.write(os.urandom(-end % PAGE) + blocks.sealed(Kept(slots, end)))
    disk.write_through(unfinished)


def _proof(unfinished: Path, keys: Keys, state: State) -> ReadBack | None:
    """Open what lies on the disk from scratch and compare; None when anything is not as it was written."""
    disk.forget_cached(unfinished)
    try:
        found = envelope.look(unfinished, keys.slots.schema)
        with _reading(keys, unfinished) as session:
            connection = session.connection()
            whole = not soundness.broken_pages(connection) and soundness.holds_together(connection)
            same = state_of(session) == state
    except (DBAPIError, AppError):
        return None
    if not (found.was_closed and found.slots == keys.slots and whole and same):
        return None
    return disk.read_back(unfinished)


def give_name(unfinished: Path, place: Path, manifest: Manifest) -> Path:
    """Give the proven backup its name, its manifest first: a backup without one would never be removed."""
    path, number = place, 2
    while path.exists() or manifest_path(path).exists():
        path, number = place.with_name(f"{place.stem} {number}{place.suffix}"), number + 1
    try:
        write_manifest(path, manifest)
        replaced(unfinished, path)
        envelope.sync_folder(path.parent)
    except OSError:
        with suppress(OSError):
            if not path.exists():
                manifest_path(path).unlink()
        raise
    return path


@contextmanager
def _reading(keys: Keys, copy: Path) -> Iterator[Session]:
    engine = keys.reading(copy)
    try:
        with Session(engine) as session:
            yield session
    finally:
        engine.dispose()


@contextmanager
def removed(unfinished: Path) -> Iterator[None]:
    """Leave nothing of a backup that did not get its name."""
    try:
        yield
    finally:
        for place in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
            with suppress(OSError):
                place.unlink(missing_ok=True)
