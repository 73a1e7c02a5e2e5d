"""Looking into a closed file without changing it or anything beside it: a backup, or the file it would replace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop_app.db import envelope
from desktop_app.db.engine import SCHEMA, connect_at_rest
from desktop_app.db.failures import DAMAGED, sorted_disk_failures, sorted_failures
from desktop_app.db.keys import Secret, given
from desktop_app.db.vault import Slots
from desktop_app.errors import CannotOpen, DamagedFile
from desktop_app.i18n import N_

_NO_BACKUP: Final = N_("%(path)s is not there. Is the stick plugged in? Choose a backup from the list.")


class NotClosed(CannotOpen):
    """The file was copied while it was open, or a crash left it so: it cannot be looked into without changing it."""


_OPEN_COPY: Final = N_(
    "%(path)s was not closed when it was copied, so it is no backup. Choose another one, or open it as a file and sign "
    "out once; then it is whole."
)


@dataclass(frozen=True)
class AtRest:
    """A closed file that is being read: its slots, its key and a session that writes nothing."""

    slots: Slots
    key: bytes
    session: Session


@contextmanager
def looked_into(path: Path, secret: Secret, wrong: str) -> Iterator[AtRest]:
    """A closed file for reading. `wrong` is the sentence for a secret that does not open it.

    Raises CannotOpen (not there, no such file, newer, wrong secret), NotClosed, MustWait or DamagedFile.
    """
    slots = closed_slots(path)
    with with_one_of(path, slots, given(slots, secret, wrong).keys) as seen:
        yield seen


@contextmanager
def with_one_of(path: Path, slots: Slots, keys: tuple[bytes, ...]) -> Iterator[AtRest]:
    """A closed file for reading, with the key that reads it. DamagedFile when none does."""
    key, engine = _fitting(path, keys)
    try:
        with sorted_failures(engine), Session(engine) as session:
            yield AtRest(slots, key, session)
    finally:
        engine.dispose()


def closed_slots(path: Path) -> Slots:
    """The slots of a closed file. Raises as `looked_into` but for the secret."""
    with sorted_disk_failures(path, CannotOpen):
        if not path.exists():
            raise CannotOpen(_NO_BACKUP, path=path)
        if not path.is_file():
            raise CannotOpen(envelope.NOT_TIREK, path=path)
        found = envelope.look(path, SCHEMA)
        if not found.was_closed or any(each.stat().st_size for each in companions(path)):
            raise NotClosed(_OPEN_COPY, path=path)
    return found.slots


def companions(path: Path) -> tuple[Path, ...]:
    """What lies beside a file that was not closed: its slots and the journals of its database."""
    journals = (path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))
    return tuple(each for each in (envelope.keys_path(path), *journals) if each.exists())


def _fitting(path: Path, keys: tuple[bytes, ...]) -> tuple[bytes, sa.Engine]:
    """The key that reads the file, and an engine with it. There are two after a re-keying that was interrupted."""
    for key in keys:
        engine = connect_at_rest(path, key)
        try:
            with sorted_failures(engine), engine.connect():
                return key, engine
        except DamagedFile:
            engine.dispose()
    raise DamagedFile(DAMAGED)
