"""Key slots: the file's random key, wrapped for each password and for the recovery code."""

from __future__ import annotations

import base64
import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from typing import Final

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT: Final = 1
KEY_BYTES: Final = 32


@dataclass(frozen=True)
class Cost:
    """What one guess of a password costs: memory in KiB, passes, lanes."""

    memory: int = 128 * 1024
    passes: int = 3
    lanes: int = 4


FLOOR: Final = Cost(memory=64 * 1024)
"""The least cost the program accepts or makes (RFC 9106, the low-memory profile)."""


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
    """All slots of a file. `generation` grows with every change."""

    file_id: str
    generation: int = 1
    format: int = FORMAT
    slots: tuple[Slot, ...] = field(default_factory=tuple)

    def to_json(self) -> bytes:
        """The slots as kept beside or behind the pages of the file."""
        return json.dumps(asdict(self), sort_keys=True).encode()

    @classmethod
    def from_json(cls, text: bytes) -> Slots:
        """Read slots back. Raises ValueError when they make no sense."""
        try:
            told = json.loads(text)
            slots = tuple(Slot(**{**slot, "cost": Cost(**slot["cost"])}) for slot in told["slots"])
            return cls(told["file_id"], told["generation"], told["format"], slots)
        except (KeyError, TypeError) as error:
            raise ValueError("slots") from error


def new_slots() -> Slots:
    """An empty set for a new file."""
    return Slots(file_id=secrets.token_hex(16))


def login_tag(slots: Slots, login: str) -> str:
    """What names the slot of a login; without the file's id and the login nothing can be read from it."""
    return sha256(f"{slots.file_id}\x1f{login_key(login)}".encode()).hexdigest()[:32]


def login_key(login: str) -> str:
    """The login as compared: composed, case folded, without outer spaces."""
    return unicodedata.normalize("NFKC", login).strip().casefold()


def with_slot(slots: Slots, kind: str, tag: str, secret: str, key: bytes, cost: Cost) -> Slots:
    """The slots with one for `secret`, proven to open, in the place of the owner's former one."""
    slot = _wrapped(slots, kind, tag, secret, key, cost)
    if _opened(slots, slot, secret) != key:
        raise RuntimeError("slot")
    kept = tuple(each for each in slots.slots if (each.kind, each.tag) != (kind, tag))
    return replace(slots, generation=slots.generation + 1, slots=(*kept, slot))


def open_slot(slots: Slots, kind: str, tag: str, secret: str) -> bytes | None:
    """The key, or None when nobody owns the tag or the secret is wrong; both take the same time."""
    own = next((slot for slot in slots.slots if (slot.kind, slot.tag) == (kind, tag)), None)
    if own is None:
        cost = slots.slots[0].cost if slots.slots else FLOOR
        _derived(secret, secrets.token_bytes(16), cost)
        return None
    return _opened(slots, own, secret)


def _wrapped(slots: Slots, kind: str, tag: str, secret: str, key: bytes, cost: Cost) -> Slot:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    bare = Slot(secrets.token_hex(8), kind, tag, cost, _text(salt), _text(nonce), "")
    sealed = AESGCM(_derived(secret, salt, cost)).encrypt(nonce, key, _bound(slots, bare))
    return replace(bare, wrapped=_text(sealed))


def _opened(slots: Slots, slot: Slot, secret: str) -> bytes | None:
    if slot.cost.memory > 4 * 1024 * 1024 or slot.cost.passes > 64 or slot.cost.lanes > 64:
        return None
    try:
        wrapping = _derived(secret, _bytes(slot.salt), slot.cost)
        return AESGCM(wrapping).decrypt(_bytes(slot.nonce), _bytes(slot.wrapped), _bound(slots, slot))
    except (InvalidTag, ValueError):
        return None


def _bound(slots: Slots, slot: Slot) -> bytes:
    """Everything a slot says besides its secret, so that none of it can be exchanged."""
    cost = slot.cost
    parts = (FORMAT, slots.file_id, slot.id, slot.kind, slot.tag, cost.memory, cost.passes, cost.lanes, slot.salt)
    return "\x1f".join(map(str, parts)).encode()


def _derived(secret: str, salt: bytes, cost: Cost) -> bytes:
    told = unicodedata.normalize("NFKC", secret).encode()
    return hash_secret_raw(told, salt, cost.passes, cost.memory, cost.lanes, KEY_BYTES, Type.ID)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
