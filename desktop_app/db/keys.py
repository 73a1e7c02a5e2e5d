"""The key of an open file, the slots that give it, and the right to have the file open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.db import envelope, identity, memory, tries, vault
from desktop_app.db.engine import SCHEMA, Database, connect, connect_at_rest
from desktop_app.db.failures import sorted_disk_failures, sorted_failures
from desktop_app.db.file_lock import FileLock
from desktop_app.db.vault import BY_PASSWORD, Cost, Opened, Slots
from desktop_app.errors import CannotOpen, DamagedFile

if TYPE_CHECKING:
    import sqlalchemy as sa


@dataclass(frozen=True)
class Secret:
    """What opens a file: a password with its login, else the recovery code or what two sheets give (no `login`)."""

    kind: str
    text: str = field(repr=False)
    login: str = field(default="", repr=False)

    def tag(self, slots: Slots) -> str:
        """What names the slots of this secret's owner."""
        return vault.login_tag(slots, self.login) if self.kind == BY_PASSWORD else ""


def tried(slots: Slots, secret: Secret) -> Opened | None:
    """What a secret gives; None when it does not open the file, which is counted. Raises MustWait after too many."""
    tries.check(slots.file_id)
    opened = vault.open_slot(slots, secret.kind, secret.tag(slots), secret.text)
    tries.note(slots.file_id, right=opened is not None)
    return opened


def given(slots: Slots, secret: Secret, wrong: str) -> Opened:
    """What a secret gives. Raises CannotOpen with the sentence `wrong`, or MustWait."""
    opened = tried(slots, secret)
    if opened is None:
        raise CannotOpen(wrong)
    return opened


def new_identity() -> bytes:
    """The private key of somebody who gets a new password."""
    return identity.new_private()


class Keys:
    """The key of an open file, its slots and its lock."""

    def __init__(self, path: Path, key: bytearray, slots: Slots, lock: FileLock, private: bytes, cost: Cost) -> None:
        self._path = path
        self._key = key
        self._slots = slots
        self._lock = lock
        self._private = bytearray(private)
        self._cost = cost

    @property
    def slots(self) -> Slots:
        """The slots as they are now."""
        return self._slots

    @property
    def identity(self) -> bytes:
        """The private key of what opened the file: of who is signed in, or of the recovery code or sheets."""
        return bytes(self._private)

    @property
    def public(self) -> bytes:
        """The public key of that identity."""
        return identity.public_of(self.identity)

    def become(self, private: bytes) -> None:
        """Go on as whoever has this identity: the file was opened by a code, and now by a new password."""
        memory.wipe(self._private)
        self._private = bytearray(private)

    def opens(self, secret: Secret) -> bool:
        """Whether this secret opens the file. Raises MustWait after too many that did not."""
        return tried(self._slots, secret) is not None

    def connected(self) -> sa.Engine:
        """An engine on the file, with its key."""
        return connect(self._path, self._key)

    def reading(self, copy: Path) -> sa.Engine:
        """An engine that only reads a closed copy of the file, which has the same key."""
        return connect_at_rest(copy, self._key)

    def take(self, keys: tuple[bytes, ...]) -> sa.Engine:
        """Hold the key that reads the file, and open the file with it. Raises DamagedFile when none does."""
        self._key, engine = fitting(self._path, keys)
        return engine

    def rest(self) -> None:
        """Wipe the key and the identity. The file stays ours."""
        memory.wipe(self._key)
        memory.wipe(self._private)

    def wake(self, secret: Secret, wrong: str) -> sa.Engine:
        """Take the key again, from the slot of `secret`, and open the file with it.

        Raises CannotOpen (`wrong` is the sentence for a secret that does not open it), MustWait, or DamagedFile.
        """
        opened = given(self._slots, secret, wrong)
        engine = self.take(opened.keys)
        self.become(opened.identity)
        return engine

    @contextmanager
    def changed(self, secret: Secret, private: bytes | None = None) -> Iterator[bytes]:
        """Let `secret` be its owner's only one when the block succeeds, else leave all as it is.

        The new slot is proven and on the disk before the block begins (it stores the audit line), the owner's former
        one goes after its end; a computer that stops in between leaves both, and the next sign-in keeps the one used.
        `private` is the identity the owner keeps, else they get a new one; the block gets its public key.
        """
        private = private or new_identity()
        before = self._slots
        after = vault.with_slot(before, secret.kind, secret.tag(before), secret.text, self._key, self._cost, private)
        self._store(after)
        try:
            yield identity.public_of(private)
        except BaseException:
            self._store(replace(before, generation=after.generation + 1))
            raise
        self._store(vault.with_only(after, after.slots[-1]))

    def settle(self, opened: Opened, secret: Secret, wanted: Cost) -> None:
        """Keep only the owner's slot that was used just now.

        It is wrapped anew when it costs something else than `wanted`, and when it has no identity yet.
        """
        slots = vault.with_only(self._slots, opened.slot)
        self._cost = wanted
        if opened.slot.cost != wanted or not opened.identity:
            self.become(opened.identity or new_identity())
            slots = vault.with_slot(
                slots, secret.kind, secret.tag(slots), secret.text, self._key, wanted, self.identity
            )
            slots = vault.with_only(slots, slots.slots[-1])
        if slots != self._slots:
            self._store(slots)

    def note_schema(self, schema: int) -> None:
        """Say outside the encrypted pages which schema they have, so that an older program need not open them."""
        self._store(replace(self._slots, schema=schema, generation=self._slots.generation + 1))

    def let_go(self) -> None:
        """Forget the key, give the lock back and leave the slots where they are."""
        self.rest()
        self._lock.release()

    def give_up(self) -> None:
        """Remove the file, which could not be finished."""
        envelope.forget_unfinished(self._path)
        self.let_go()

    def finish(self, path: Path) -> Database:
        """Give the closed new file its name, whole, and open it."""
        with sorted_disk_failures(self._path):
            envelope.fold(self._path, self._slots)
            envelope.give_name(self._path, path)
            self._path = path
            envelope.unfold(path, envelope.look(path, SCHEMA))
        return Database(self.connected())

    def put_away(self) -> None:
        """Put the slots into the closed file and let it go. AppError when the disk is full."""
        try:
            with sorted_disk_failures(self._path):
                envelope.fold(self._path, self._slots)
        finally:
            self.let_go()

    def _store(self, slots: Slots) -> None:
        with sorted_disk_failures(self._path):
            envelope.store_beside(self._path, slots)
        self._slots = slots


def fitting(path: Path, keys: tuple[bytes, ...]) -> tuple[bytearray, sa.Engine]:
    """The key that reads the file and an engine with it. There are two while the file is being re-keyed.

    The former key comes first: only it can play back the journal of a re-keying that was interrupted. Raises
    DamagedFile when none reads it.
    """
    *former, last = (bytearray(key) for key in keys)
    for key in former:
        engine = connect(path, key)
        with suppress(DamagedFile), sorted_failures(engine), engine.connect():
            return key, engine
        engine.dispose()
        memory.wipe(key)
    engine = connect(path, last)
    with sorted_failures(engine), engine.connect():
        return last, engine
