"""Key slots: the file's random key, wrapped for each password and for the recovery code."""

from __future__ import annotations

import base64
import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any, Final, NamedTuple

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop_app.domain.tidy import tidy_line

FORMAT: Final = 1
"""The form of the slots and of the blocks they are kept in; every wrapping is bound to it."""

KEY_BYTES: Final = 32
BY_PASSWORD: Final = "password"  # noqa: S105  a kind of slot, not a secret
BY_CODE: Final = "recovery"

_MOST_MEMORY: Final = 4 * 1024 * 1024
_MOST_PASSES: Final = 64
_MOST_LANES: Final = 64


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
"""What a new slot costs: about half a second on a desk computer."""


@dataclass(frozen=True)
class Slot:
    """One wrapping of the key. `tag` names its owner without giving the login away; bytes are base64."""

    id: str
    kind: str
    tag: str
    cost: Cost
    salt: str
    nonce: str
    wrapped: str


@dataclass(frozen=True)
class Slots:
    """All slots of a file. `generation` grows with every change; `schema` is that of the tables in the file."""

    file_id: str
    schema: int
    generation: int = 1
    format: int = FORMAT
    slots: tuple[Slot, ...] = ()

    def to_json(self) -> bytes:
        """The slots as kept beside or behind the pages of the file."""
        return json.dumps(asdict(self), sort_keys=True).encode()

    @classmethod
    def from_json(cls, text: bytes) -> Slots:
        """Read slots back. Raises ValueError when they make no sense."""
        try:
            told = json.loads(text)
            found = cls(told["file_id"], told["schema"], told["generation"], told["format"])
            slots = tuple(_slot(each) for each in told["slots"]) if found.format == FORMAT else ()
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("slots") from error
        if type(found.file_id) is not str or not all(
            type(number) is int for number in (found.schema, found.generation, found.format)
        ):
            raise ValueError("slots")
        return replace(found, slots=slots)


class Opened(NamedTuple):
    """The key, and the slot that gave it."""

    key: bytes
    slot: Slot


def new_slots(schema: int) -> Slots:
    """An empty set for a new file."""
    return Slots(file_id=secrets.token_hex(16), schema=schema)


def login_key(login: str) -> str:
    """The login as compared: composed, case folded, without what cannot be seen and without outer spaces."""
    return unicodedata.normalize("NFKC", tidy_line(login)).casefold()


def login_tag(slots: Slots, login: str) -> str:
    """What names the slots of a login; without the file's id and the login nothing can be read from it."""
    return sha256(f"{slots.file_id}\x1f{login_key(login)}".encode()).hexdigest()[:32]


def with_slot(slots: Slots, kind: str, tag: str, secret: str, key: bytes, cost: Cost) -> Slots:
    """The slots and one more for `secret`, which is proven to open. The owner's former slots stay."""
    slot = _wrapped(slots, kind, tag, secret, key, cost)
    if _opened(slots, slot, secret) != key:
        raise RuntimeError("a slot that does not open")
    return replace(slots, generation=slots.generation + 1, slots=(*slots.slots, slot))


def with_only(slots: Slots, kept: Slot) -> Slots:
    """The slots without any other of the same owner."""
    owner = (kept.kind, kept.tag)
    left = tuple(each for each in slots.slots if (each.kind, each.tag) != owner or each == kept)
    return slots if left == slots.slots else replace(slots, generation=slots.generation + 1, slots=left)


def open_slot(slots: Slots, kind: str, tag: str, secret: str) -> Opened | None:
    """The key, or None when nobody owns the tag or the secret is wrong; both take the same time."""
    own = [slot for slot in slots.slots if (slot.kind, slot.tag) == (kind, tag)]
    for slot in reversed(own):
        key = _opened(slots, slot, secret)
        if key is not None:
            return Opened(key, slot)
    if not own:
        _derived(secret, secrets.token_bytes(16), dearest(slots))
    return None


def dearest(slots: Slots) -> Cost:
    """The cost of the dearest slot; that of a new slot when there is none or none that can be paid."""
    payable = (slot.cost for slot in slots.slots if _is_payable(slot.cost))
    return max(payable, key=lambda cost: cost.memory * cost.passes, default=STANDARD)


def _wrapped(slots: Slots, kind: str, tag: str, secret: str, key: bytes, cost: Cost) -> Slot:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    bare = Slot(secrets.token_hex(8), kind, tag, cost, _text(salt), _text(nonce), "")
    sealed = AESGCM(_derived(secret, salt, cost)).encrypt(nonce, key, _bound(slots, bare))
    return replace(bare, wrapped=_text(sealed))


def _opened(slots: Slots, slot: Slot, secret: str) -> bytes | None:
    if not _is_payable(slot.cost):
        return None
    try:
        wrapping = _derived(secret, _bytes(slot.salt), slot.cost)
        return AESGCM(wrapping).decrypt(_bytes(slot.nonce), _bytes(slot.wrapped), _bound(slots, slot))
    except (InvalidTag, ValueError):
        return None


def _is_payable(cost: Cost) -> bool:
    """Whether it is a cost Argon2 knows and a computer can bear; a changed file may name any."""
    within = 1 <= cost.passes <= _MOST_PASSES and 1 <= cost.lanes <= _MOST_LANES
    return within and 8 * cost.lanes <= cost.memory <= _MOST_MEMORY


def _bound(slots: Slots, slot: Slot) -> bytes:
    """Everything a slot says besides its secret, so that none of it can be exchanged."""
    cost = slot.cost
    parts = (slots.format, slots.file_id, slot.id, slot.kind, slot.tag, cost.memory, cost.passes, cost.lanes, slot.salt)
    return json.dumps(parts).encode()


def _derived(secret: str, salt: bytes, cost: Cost) -> bytes:
    told = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    return hash_secret_raw(told, salt, cost.passes, cost.memory, cost.lanes, KEY_BYTES, Type.ID)


def _slot(told: Any) -> Slot:
    slot = Slot(**{**told, "cost": Cost(**told["cost"])})
    texts = (slot.id, slot.kind, slot.tag, slot.salt, slot.nonce, slot.wrapped)
    numbers = (slot.cost.memory, slot.cost.passes, slot.cost.lanes)
    if not all(type(text) is str for text in texts) or not all(type(number) is int for number in numbers):
        raise ValueError("slot")
    return slot


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
