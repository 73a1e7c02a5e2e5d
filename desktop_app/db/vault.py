"""Key slots: the file's random key, wrapped for each password, for the recovery code and for the recovery sheets."""

from __future__ import annotations

import base64
import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from math import ceil
from typing import Final, NamedTuple

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop_app.db import identity
from desktop_app.domain.tidy import tidy_line
from desktop_app.errors import CannotOpen
from desktop_app.i18n import N_

FORMAT: Final = 2
"""The form of the slots and of the blocks they are kept in. A file of form 1 opens and gets form 2 slot by slot."""

KEY_BYTES: Final = 32
BY_PASSWORD: Final = "password"  # noqa: S105  a kind of slot, not a secret
BY_CODE: Final = "recovery"
BY_SHEETS: Final = "sheets"

_NO_MEMORY: Final = N_(
    "There is not enough free memory to check the password: it takes %(memory)d MB. Close other programs and try again."
)
_NONCE: Final = 12
_MOST_MEMORY: Final = 4 * 1024 * 1024
_MOST_PASSES: Final = 64
_MOST_LANES: Final = 64


Owner = tuple[str, str]
"""Whose slots these are: their kind and their tag."""


@dataclass(frozen=True)
class Cost:
    """What one guess of a password costs (Argon2id, RFC 9106): memory in KiB, passes, lanes."""

    memory: int
    passes: int
    lanes: int

    def reaches(self, least: Cost) -> bool:
        """Whether a guess costs at least as much as with `least`, in every respect."""
        return self.memory >= least.memory and self.passes >= least.passes and self.lanes >= least.lanes


FLOOR: Final = Cost(memory=64 * 1024, passes=3, lanes=4)
"""The least a slot may cost; a weaker one is wrapped anew at the next sign-in (RFC 9106, low memory)."""

STANDARD: Final = Cost(memory=128 * 1024, passes=3, lanes=4)
"""What a new slot costs where nothing was measured: about half a second on a desk computer."""


@dataclass(frozen=True)
class Slot:
    """One wrapping of the key. `tag` names its owner without giving the login away; bytes are base64.

    `identity` is the owner's private key (db/identity), wrapped with the same secret; a slot of form 1 has none.
    `following` is the key the file is about to have or has had since it was last re-keyed, sealed to that identity;
    `wrapped` is empty when only that one counts.
    """

    id: str
    kind: str
    tag: str
    cost: Cost
    salt: str
    nonce: str
    wrapped: str
    form: int = 1
    identity: str = ""
    following: str = ""

    @property
    def owner(self) -> Owner:
        """Whose slot it is."""
        return self.kind, self.tag


@dataclass(frozen=True)
class Slots:
    """All slots of a file. `generation` grows with every change; `schema` is that of the tables in the file."""

    file_id: str
    schema: int
    generation: int = 1
    format: int = FORMAT
    slots: tuple[Slot, ...] = ()

    def changed(self, slots: tuple[Slot, ...]) -> Slots:
        """These slots instead, in the next generation; the same when nothing changes."""
        if slots == self.slots:
            return self
        return replace(self, generation=self.generation + 1, format=FORMAT, slots=slots)


class Opened(NamedTuple):
    """What a secret gives: the keys the file may have, in the order to try them, its identity, and the slot.

    There are two keys only while the file is being re-keyed. A slot of form 1 gives no identity.
    """

    keys: tuple[bytes, ...]
    identity: bytes
    slot: Slot

    @property
    def key(self) -> bytes:
        """The first key to try, and nearly always the only one."""
        return self.keys[0]


def new_slots(schema: int) -> Slots:
    """An empty set for a new file."""
    return Slots(file_id=secrets.token_hex(16), schema=schema)


def login_key(login: str) -> str:
    """The login as compared: composed, case folded, without what cannot be seen and without outer spaces."""
    return unicodedata.normalize("NFKC", tidy_line(login)).casefold()


def login_tag(slots: Slots, login: str) -> str:
    """What names the slots of a login; without the file's id and the login nothing can be read from it."""
    return sha256(f"{slots.file_id}\x1f{login_key(login)}".encode()).hexdigest()[:32]


def with_slot(
    slots: Slots, kind: str, tag: str, secret: str, key: bytes | bytearray, cost: Cost, private: bytes | None = None
) -> Slots:
    """The slots and one more for `secret`, which is proven to open. The owner's former slots stay.

    `private` is the identity it keeps; a new one is made when there is none.
    """
    slot = _wrapped(slots, kind, tag, secret, key, cost, private or identity.new_private())
    opened = _opened(slots, slot, secret)
    if opened is None or opened.keys != (bytes(key),) or (private and opened.identity != private):
        raise RuntimeError("a slot that does not open")
    return slots.changed((*slots.slots, slot))


def with_only(slots: Slots, kept: Slot) -> Slots:
    """The slots without any other of the same owner."""
    return slots.changed(tuple(each for each in slots.slots if each.owner != kept.owner or each == kept))


def without(slots: Slots, kind: str, tag: str) -> Slots:
    """The slots without those of one owner."""
    return slots.changed(tuple(each for each in slots.slots if each.owner != (kind, tag)))


def open_slot(slots: Slots, kind: str, tag: str, secret: str) -> Opened | None:
    """What the secret gives, or None when nobody owns the tag or the secret is wrong; both take the same time."""
    own = [slot for slot in slots.slots if slot.owner == (kind, tag)]
    for slot in reversed(own):
        opened = _opened(slots, slot, secret)
        if opened is not None:
            return opened
    if not own:
        derive(secret, secrets.token_bytes(16), dearest(slots))
    return None


def derive(secret: str, salt: bytes, cost: Cost) -> bytes:
    """What a guess at a secret has to compute. CannotOpen when the memory for it is not free."""
    told = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    try:
        return hash_secret_raw(told, salt, cost.passes, cost.memory, cost.lanes, KEY_BYTES, Type.ID)
    except HashingError:
        raise CannotOpen(_NO_MEMORY, memory=ceil(cost.memory / 1024)) from None


def dearest(slots: Slots) -> Cost:
    """The cost of the dearest slot; that of a new slot when there is none or none that can be paid."""
    payable = (slot.cost for slot in slots.slots if _is_payable(slot.cost))
    return max(payable, key=lambda cost: cost.memory * cost.passes, default=STANDARD)


def with_following(slots: Slots, publics: Mapping[Owner, bytes], key: bytes) -> Slots:
    """The slots with a key the file is about to get, sealed to the identity of each owner; others have no slot left.

    A slot of form 1 has no identity to seal to and must not be among them.
    """
    return slots.changed(
        tuple(
            replace(slot, following=_text(identity.seal_to(publics[slot.owner], key, _bound(slots, slot))))
            for slot in slots.slots
            if slot.owner in publics
        )
    )


def with_only_following(slots: Slots) -> Slots:
    """The slots when the file has the key that followed: those that have it forget the former one."""
    return slots.changed(tuple(replace(each, wrapped="") if each.following else each for each in slots.slots))


def without_following(slots: Slots) -> Slots:
    """The slots when the file kept its key after all."""
    return slots.changed(tuple(replace(each, following="") if each.wrapped else each for each in slots.slots))


def _wrapped(
    slots: Slots, kind: str, tag: str, secret: str, key: bytes | bytearray, cost: Cost, private: bytes
) -> Slot:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(_NONCE)
    bare = Slot(secrets.token_hex(8), kind, tag, cost, _text(salt), _text(nonce), "", form=2)
    derived, bound, other = derive(secret, salt, cost), _bound(slots, bare), secrets.token_bytes(_NONCE)
    return replace(
        bare,
        wrapped=_text(AESGCM(_for_the_key(bare, derived)).encrypt(nonce, key, bound)),
        identity=_text(other + AESGCM(_for_the_identity(derived)).encrypt(other, private, bound)),
    )


def _opened(slots: Slots, slot: Slot, secret: str) -> Opened | None:
    if not _is_payable(slot.cost):
        return None
    try:
        derived, bound = derive(secret, _bytes(slot.salt), slot.cost), _bound(slots, slot)
        keys, private = [], b""
        if slot.wrapped:
            cipher = AESGCM(_for_the_key(slot, derived))
            keys.append(cipher.decrypt(_bytes(slot.nonce), _bytes(slot.wrapped), bound))
        if slot.form > 1:
            sealed = _bytes(slot.identity)
            private = AESGCM(_for_the_identity(derived)).decrypt(sealed[:_NONCE], sealed[_NONCE:], bound)
        following = identity.open_sealed(private, _bytes(slot.following), bound) if slot.following else None
    except (InvalidTag, ValueError):
        return None
    if following is not None:
        keys.append(following)
    return Opened(tuple(keys), private, slot) if keys else None


def _is_payable(cost: Cost) -> bool:
    """Whether it is a cost Argon2 knows and a computer can bear; a changed file may name any."""
    within = 1 <= cost.passes <= _MOST_PASSES and 1 <= cost.lanes <= _MOST_LANES
    return within and 8 * cost.lanes <= cost.memory <= _MOST_MEMORY


def _bound(slots: Slots, slot: Slot) -> bytes:
    """Everything a slot says besides its secret, so that none of it can be exchanged."""
    cost = slot.cost
    parts = (slot.form, slots.file_id, slot.id, slot.kind, slot.tag, cost.memory, cost.passes, cost.lanes, slot.salt)
    return json.dumps(parts).encode()


def _for_the_key(slot: Slot, derived: bytes) -> bytes:
    """The key that wraps the file's key; a slot of form 1 took what was derived as it was."""
    return derived if slot.form == 1 else identity.expanded(derived, b"tirek slot key")


def _for_the_identity(derived: bytes) -> bytes:
    return identity.expanded(derived, b"tirek slot identity")


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
