"""Who wrote an update of the law: an Ed25519 signature (RFC 8032) over its text."""

from __future__ import annotations

from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def fits(public_key: bytes, signature: bytes, signed: bytes) -> bool:
    """Whether the owner of the public key (32 bytes) signed exactly these bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, signed)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public_key: bytes) -> str:
    """A public key as two people compare it over the telephone: eight groups of four signs."""
    digits = sha256(public_key).hexdigest()[:32]
    return " ".join(digits[at : at + 4] for at in range(0, 32, 4))
