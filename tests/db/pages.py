"""The pages of a file as its key opens them, those no longer in use too: what somebody with that key could find.

The layout is that of SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/): 16 bytes of salt, pages of 4,096 bytes
under AES-256-CBC, each with 16 bytes of IV and 64 of HMAC at its end.
"""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
RESERVED = 80
SALT = 16


def decrypted(path: Path, key: bytes) -> bytes:
    """Every page of the encrypted file in plain; the journal must have been folded in."""
    content = path.read_bytes()
    return b"".join(_plain(content[start : start + PAGE], start, key) for start in range(0, len(content), PAGE))


def _plain(page: bytes, start: int, key: bytes) -> bytes:
    head = SALT if start == 0 else 0
    body, iv = page[head : PAGE - RESERVED], page[PAGE - RESERVED : PAGE - RESERVED + 16]
    if len(iv) < 16:
        return b""
    plain = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return plain.update(body)
