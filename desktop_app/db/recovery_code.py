"""The recovery code: 130 random bits with a checksum, in groups that can be copied by hand."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import Final

ALPHABET: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""32 signs without I, O, 0 and 1, which people mix up."""

_RANDOM: Final = 26
_CHECK: Final = 4
_GROUP: Final = 5


def new_code() -> str:
    """A fresh code: six groups of five signs."""
    random = "".join(secrets.choice(ALPHABET) for _ in range(_RANDOM))
    whole = random + _check(random)
    return "-".join(whole[start : start + _GROUP] for start in range(0, len(whole), _GROUP))


def plain(text: str) -> str | None:
    """The signs of a code as typed, without spaces and hyphens; None when a sign is wrong or missing."""
    typed = "".join(sign for sign in text.upper() if not sign.isspace() and sign not in "-–—")
    random, check = typed[:_RANDOM], typed[_RANDOM:]
    if len(typed) != _RANDOM + _CHECK or not set(typed) <= set(ALPHABET) or check != _check(random):
        return None
    return typed


def _check(random: str) -> str:
    digest = int.from_bytes(sha256(b"tirek recovery " + random.encode()).digest()[:4])
    return "".join(ALPHABET[digest >> shift & 31] for shift in (0, 5, 10, 15))
