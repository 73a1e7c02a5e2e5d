"""Who a way of opening the file is: a pair of keys (X25519, RFC 7748), so that something can be sealed to it.

What is sealed to a public key is opened by its private key alone: one throw-away pair for each sealing, the shared
secret of both through HKDF-SHA256 (RFC 5869), bound to both public keys, and AES-GCM with that.
"""

from __future__ import annotations

from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

BYTES: Final = 32
"""The length of a private and of a public key."""

_PURPOSE: Final = b"tirek sealed to an identity 1"
# Each sealing has a key of its own, so its nonce never comes twice.
_NONCE: Final = bytes(12)


def new_private() -> bytes:
    """The private key of a new pair."""
    return X25519PrivateKey.generate().private_bytes_raw()


def public_of(private: bytes) -> bytes:
    """The public key that belongs to a private one. ValueError when it is none."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal_to(public: bytes, content: bytes, bound: bytes = b"") -> bytes:
    """Seal content so that only the private key of `public` opens it, and only with the same `bound`."""
    once = X25519PrivateKey.generate()
    theirs = once.public_key().public_bytes_raw()
    secret = once.exchange(X25519PublicKey.from_public_bytes(public))
    return theirs + AESGCM(_derived(secret, theirs + public)).encrypt(_NONCE, content, bound)


def open_sealed(private: bytes, sealed: bytes, bound: bytes = b"") -> bytes | None:
    """What was sealed to the pair of `private`; None when it was sealed to another, bound otherwise or changed."""
    theirs, content = sealed[:BYTES], sealed[BYTES:]
    try:
        mine = X25519PrivateKey.from_private_bytes(private)
        secret = mine.exchange(X25519PublicKey.from_public_bytes(theirs))
        key = _derived(secret, theirs + mine.public_key().public_bytes_raw())
        return AESGCM(key).decrypt(_NONCE, content, bound)
    except (InvalidTag, ValueError):
        return None


def expanded(secret: bytes, purpose: bytes) -> bytes:
    """A key of 32 bytes for one purpose out of a secret that serves several (HKDF-SHA256)."""
    return HKDF(SHA256(), BYTES, salt=None, info=purpose).derive(secret)


def _derived(secret: bytes, both_public: bytes) -> bytes:
    return expanded(secret, _PURPOSE + both_public)
