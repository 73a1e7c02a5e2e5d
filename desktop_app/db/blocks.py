"""How key slots lie in a file: two equal blocks of whole pages, each with its own hash, so that one may go bad."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from desktop_app.db import slot_json
from desktop_app.db.vault import Slots

PAGE: Final = 4096
"""Bytes in a page of the encrypted database; blocks begin where a page would."""

MOST_BYTES: Final = 1 << 21
"""The most bytes that the blocks of a file can have; no more of a file's end is searched."""

_MAGIC: Final = b"TIREKEY1"
_HEAD: Final = struct.Struct(">8sIQ32s")


@dataclass(frozen=True)
class Kept:
    """Slots as they were kept. `pages_end` is where the pages ended then, in bytes; None while the file was open."""

    slots: Slots
    pages_end: int | None


def sealed(kept: Kept) -> bytes:
    """Both blocks, in whole pages."""
    text = slot_json.to_json(kept.slots)
    end = 0 if kept.pages_end is None else kept.pages_end
    head = _HEAD.pack(_MAGIC, len(text), end, _digest(text, end))
    padding = os.urandom(-(len(head) + len(text)) % PAGE)
    return (head + text + padding) * 2


def unsealed(content: bytes) -> Kept | None:
    """The first sound block in bytes that begin where a page does; None when there is none."""
    for start in _starts(content):
        _, length, end, digest = _HEAD.unpack_from(content, start)
        text = content[start + _HEAD.size : start + _HEAD.size + length]
        if _digest(text, end) != digest:
            continue
        try:
            return Kept(slot_json.from_json(text), end or None)
        except ValueError:
            continue
    return None


def are_in(content: bytes) -> bool:
    """Whether there is a block at all, sound or not."""
    return any(True for _ in _starts(content))


def _starts(content: bytes) -> list[int]:
    places = range(0, max(0, len(content) - _HEAD.size + 1), PAGE)
    return [start for start in places if content.startswith(_MAGIC, start)]


def _digest(text: bytes, end: int) -> bytes:
    return sha256(end.to_bytes(8, "big") + text).digest()
