"""The key of an open file, and the secrets that give it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.db import envelope, identity, memory, tries, vault
from desktop_app.db.engine import change_key, connect, connect_at_rest, is_sound
from desktop_app.db.failures import DAMAGED, sorted_failures
from desktop_app.db.kept_slots import KeptSlots
from desktop_app.db.vault import BY_PASSWORD, Cost, Opened, Owner, Slots
from desktop_app.errors import AppError, CannotOpen, DamagedFile
from desktop_app.i18n import N_

if TYPE_CHECKING:
    import sqlalchemy as sa


_NOT_REKEYED: Final = N_("The file kept its key. Nothing is lost; try again.")


@dataclass(frozen=True)
class Secret:
    """What opens a file: a password with its login, else the recovery code or what two sheets give (no `login`)."""

    kind: str
    text: str = field(repr=False)
    login: str = field(default="", repr=False)

    def tag(self, slots: Slots) -> str:
        """What names the slots of this secret's owner."""
        return vault.login_tag(slots, self.login) if self.kind == BY_PASSWORD else ""


class Keys:
    """The key of an open file, and who opened it. The slots that give the key are `kept` beside the file."""

    def __init__(self, kept: KeptSlots, key: bytearray, private: bytes, cost: Cost) -> None:
        self.kept = kept
        self._key = key
        self._private = bytearray(private)
        self._cost = cost
        self._carried: dict[str, bytearray] = {}

    @property
    def slots(self) -> Slots:
        """The slots as they are now."""
        return self.kept.now

    @property
    def identity(self) -> bytes:
        """The private key of what opened the file: of who is signed in, or of the recovery code or sheets."""
        return bytes(self._private)

    @property
    def public(self) -> bytes:
        """The public key of that identity."""
        return identity.public_of(self.identity)

    def carried(self, kind: str) -> bytes | None:
        """The identity of the recovery code or of the sheets that opened the file; None when something else did."""
        private = self._carried.get(kind, b"")
        return bytes(private) if any(private) else None

    def opens(self, secret: Secret) -> bool:
        """Whether this secret opens the file. Raises MustWait after too many that did not."""
        return tried(self.slots, secret) is not None

    def connected(self) -> sa.Engine:
        """An engine on the file, with its key."""
        return connect(self.kept.path, self._key)

    def reading(self, copy: Path) -> sa.Engine:
        """An engine that only reads a closed copy of the file, which has the same key."""
        return connect_at_rest(copy, self._key)

    def take(self, opened: Opened) -> sa.Engine:
        """Hold what a secret gave, and open the file with it. Raises DamagedFile when its key does not read it."""
        self._key, engine = fitting(self.kept.path, opened.keys)
        self._become(opened.identity)
        return engine

    def rest(self) -> None:
        """Wipe the key and the identity. The file stays ours."""
        for secret in (self._key, self._private, *self._carried.values()):
            memory.wipe(secret)

    @contextmanager
    def changed(self, secret: Secret, private: bytes | None = None, *, go_on: bool = False) -> Iterator[bytes]:
        """Let `secret` be its owner's only one when the block succeeds, else leave all as it is.

        The new slot is proven and on the disk before the block begins (it stores the audit line), the owner's former
        one goes after its end; a computer that stops in between leaves both, and the next sign-in keeps the one used.
        `private` is the identity the owner keeps, else they get a new one; the block gets its public key. With `go_on`
        it is from then on the identity of who is signed in: the file was opened by a code, and goes on by a password.
        """
        private = private or new_identity()
        before = self.slots
        after = vault.with_slot(before, secret.kind, secret.tag(before), secret.text, self._key, self._cost, private)
        self.kept.store(after)
        try:
            yield identity.public_of(private)
        except BaseException:
            self.kept.put_back(before)
            raise
        if go_on:
            self._become(private)
        self.kept.store(vault.with_only(after, after.slots[-1]))

    @contextmanager
    def dropped(self, kind: str, tag: str) -> Iterator[None]:
        """Take an owner's slots away; they come back when the block fails (it stores the audit line)."""
        before = self.slots
        self.kept.store(vault.without(before, kind, tag))
        try:
            yield
        except BaseException:
            self.kept.put_back(before)
            raise

    def rekey(self, publics: Mapping[Owner, bytes]) -> None:
        """Give the file a new key, which each of these owners can open by their identity. The database must rest.

        Both keys are in the slots on the disk before the first page changes, and the former one leaves them only when
        every page was read with the new one: a computer that stops in between leaves a file that opens with one of
        them. Raises AppError (no room) or DamagedFile; the key is then the one the file has.
        """
        before, former, fresh = self.slots, bytes(self._key), secrets.token_bytes(vault.KEY_BYTES)
        self.kept.store(vault.with_following(before, publics, fresh))
        failure = _changed_key(self.connected(), fresh)
        memory.wipe(self._key)
        self._key, engine = fitting(self.kept.path, (former, fresh))
        try:
            if bytes(self._key) != fresh:
                self.kept.put_back(before)
                raise failure or AppError(_NOT_REKEYED)
            if not is_sound(engine):
                raise DamagedFile(DAMAGED)
        finally:
            engine.dispose()
        envelope.sync_folder(self.kept.path.parent)
        self.kept.store(vault.with_only_following(self.slots))

    def settle(self, opened: Opened, secret: Secret, wanted: Cost) -> None:
        """Keep only the owner's slot that was used just now, and of two keys the one the file has.

        It is wrapped anew when it costs something else than `wanted`, has no identity yet, or had only the identity.
        """
        slots = vault.with_only(self.slots, opened.slot)
        has_following = bool(opened.slot.following) and bytes(self._key) == opened.keys[-1]
        slots = vault.with_only_following(slots) if has_following else vault.without_following(slots)
        self._cost = wanted
        if opened.slot.cost != wanted or not opened.identity or has_following:
            self._become(opened.identity or new_identity())
            slots = vault.with_slot(
                slots, secret.kind, secret.tag(slots), secret.text, self._key, wanted, self.identity
            )
            slots = vault.with_only(slots, slots.slots[-1])
        self.kept.store(slots)
        if secret.kind != BY_PASSWORD:
            self._carried[secret.kind] = bytearray(self._private)

    def _become(self, private: bytes) -> None:
        memory.wipe(self._private)
        self._private = bytearray(private)

    def let_go(self) -> None:
        """Forget the key, give the lock back and leave the slots where they are."""
        self.rest()
        self.kept.let_go()

    def put_away(self) -> None:
        """Put the slots into the closed file, let it go and forget the key. AppError when the disk is full."""
        self.rest()
        self.kept.put_away()


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


def _changed_key(engine: sa.Engine, fresh: bytes) -> AppError | None:
    """Encrypt the pages anew; why it could not be done."""
    try:
        change_key(engine, fresh)
    except AppError as error:
        return error
    finally:
        engine.dispose()
    return None


def new_identity() -> bytes:
    """The private key of somebody who gets a new password."""
    return identity.new_private()


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
