"""Slots of the first form, written as the first program wrote them: the file of step one in small."""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import replace
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop_app.db import blocks, slot_json, vault
from desktop_app.db.vault import BY_CODE, BY_PASSWORD, Cost, Slot, Slots


def slot(file_id: str, kind: str, tag: str, secret: str, key: bytes, cost: Cost) -> Slot:
    """A slot of form 1, by the recipe of docs/decisions/0009: Argon2id, then AES-GCM bound to all the slot says."""
    salt, nonce, name = secrets.token_bytes(16), secrets.token_bytes(12), secrets.token_hex(8)
    derived = hash_secret_raw(secret.encode(), salt, cost.passes, cost.memory, cost.lanes, 32, Type.ID)
    told = (1, file_id, name, kind, tag, cost.memory, cost.passes, cost.lanes, base64.b64encode(salt).decode())
    wrapped = AESGCM(derived).encrypt(nonce, key, json.dumps(told).encode())
    salted, nonced, texted = (base64.b64encode(each).decode() for each in (salt, nonce, wrapped))
    return Slot(name, kind, tag, cost, salted, nonced, texted)


def slots(base: Slots, key: bytes, cost: Cost, *, login: str, password: str, code: str) -> Slots:
    """The slots of a login and of the recovery code, all of form 1."""
    made = (
        slot(base.file_id, BY_PASSWORD, vault.login_tag(base, login), password, key, cost),
        slot(base.file_id, BY_CODE, "", code, key, cost),
    )
    return replace(base, format=1, slots=made)


def bring_down(path: Path, cost: Cost, *, login: str, password: str, code: str) -> None:
    """Give a closed file slots of the first form instead of its own."""
    content = path.read_bytes()
    kept = blocks.unsealed(content)
    assert kept is not None
    opened = vault.open_slot(kept.slots, BY_PASSWORD, vault.login_tag(kept.slots, login), password)
    assert opened is not None
    old = slots(kept.slots, opened.key, cost, login=login, password=password, code=code)
    path.write_bytes(content[: kept.pages_end] + blocks.sealed(blocks.Kept(old, kept.pages_end)))
    assert b'"identity"' not in slot_json.to_json(old)
