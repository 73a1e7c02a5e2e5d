"""The recovery code: 130 random bits with a checksum, in groups that can be copied by hand."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import Final

ALPHABET: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""32 signs without I, O, 0 and 1, which people mix up."""

RANDOM: Final = 26
"""How many random signs make a secret: 130 bits."""

CHECK: Final = 4
"""How many signs of checksum: of 1,048,576 slips one passes."""

_GROUP: Final = 5


def new_code() -> str:
    """A fresh code: six groups of five signs."""
    random = random_signs(RANDOM)
    return in_groups(random + _check(random))


def plain(text: str) -> str | None:
    """The signs of a code as typed, without spaces and hyphens; None when a sign is wrong or missing."""
    signs = typed(text)
    random, check = signs[:RANDOM], signs[RANDOM:]
    if len(signs) != RANDOM + CHECK or not set(signs) <= set(ALPHABET) or check != _check(random):
        return None
    return signs


def typed(text: str) -> str:
    """What was typed, in capital letters, without the spaces and hyphens between the groups."""
    return "".join(sign for sign in text.upper() if not sign.isspace() and sign not in "-–—")


def random_signs(count: int) -> str:
    """So many signs of the alphabet, each as likely as the others."""
    return "".join(secrets.choice(ALPHABET) for _ in range(count))


def in_groups(signs: str) -> str:
    """Signs in groups of five."""
    return "-".join(signs[start : start + _GROUP] for start in range(0, len(signs), _GROUP))


def checksum(purpose: bytes, signs: str) -> str:
    """Four signs that show a slip in the others."""
    digest = int.from_bytes(sha256(purpose + signs.encode()).digest()[:4])
    return "".join(ALPHABET[digest >> shift & 31] for shift in (0, 5, 10, 15))


def _check(random: str) -> str:
    return checksum(b"tirek recovery ", random)
