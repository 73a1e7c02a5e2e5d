"""The pages of a file read one by one, past the database: each has its own seal, and a broken one spoils no other.

The layout is that of SQLCipher 4 (zetetic.net/sqlcipher/design): AES-256-CBC, behind the content of a page its
initialisation vector and an HMAC-SHA512 over both and the number of the page. The first page begins with the salt of
the key of the seals. What a crash has left in the write-ahead log (sqlite.org/walformat.html) stands before the file.
"""

from __future__ import annotations

import hmac
import struct
from collections.abc import Iterator
from hashlib import pbkdf2_hmac
from pathlib import Path
from types import TracebackType
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desktop_app.db.blocks import PAGE
from desktop_app.errors import DamagedFile
from desktop_app.i18n import N_

RESERVED: Final = 80
USABLE: Final = PAGE - RESERVED
"""Bytes of a page that the database fills."""

_SALT: Final = 16
_IV: Final = 16
_MAC_AT: Final = PAGE - 64
_MASK: Final = 0x3A
_MAGIC: Final = b"SQLite format 3\0"
_TRIED_FOR_SALT: Final = 4

_WAL_HEAD: Final = struct.Struct(">8I")
_FRAME: Final = struct.Struct(">6I")
_WAL_MAGIC: Final = (0x377F0682, 0x377F0683)

_NOTHING_READABLE: Final = N_(
    "Nothing in this file can be read: it is damaged from end to end, or it has another key. Nothing was changed. "
    "Keep the file, and restore a backup."
)


class SealedPages:
    """The pages of a closed file that nobody has open, deciphered when asked for; None for one whose seal is broken."""

    def __init__(self, path: Path, key: bytes, end: int) -> None:
        """`end` is where the pages end, in bytes. Raises DamagedFile when no page can be read."""
        self._file = path.open("rb")
        self._key = key
        self.count = end // PAGE
        self._from_log = _committed(path.with_name(path.name + "-wal"))
        self.count = max(self.count, *self._from_log, 0)
        self._seal = b""
        try:
            self._find_salt()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> SealedPages:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def page(self, number: int) -> bytes | None:
        """The content of a page, numbered from 1."""
        raw = self._raw(number)
        if not self._is_sealed(raw, number):
            return None
        begin = _SALT if number == 1 else 0
        cipher = Cipher(algorithms.AES(self._key), modes.CBC(raw[USABLE : USABLE + _IV])).decryptor()
        plain = cipher.update(raw[begin:USABLE]) + cipher.finalize()
        return (_MAGIC + plain) if number == 1 else plain

    def numbers(self) -> Iterator[int]:
        """The number of every page."""
        return iter(range(1, self.count + 1))

    def _raw(self, number: int) -> bytes:
        if number in self._from_log:
            return self._from_log[number]
        self._file.seek((number - 1) * PAGE)
        return self._file.read(PAGE)

    def _is_sealed(self, raw: bytes, number: int) -> bool:
        if len(raw) != PAGE:
            return False
        begin = _SALT if number == 1 else 0
        mac = hmac.digest(self._seal, raw[begin:_MAC_AT] + number.to_bytes(4, "little"), "sha512")
        return hmac.compare_digest(mac, raw[_MAC_AT:])

    def _find_salt(self) -> None:
        """Take the salt from the first page; when it fits no page, the one that differs in a single byte and does."""
        kept = self._raw(1)[:_SALT]
        candidates = [kept]
        for at in range(len(kept)):
            candidates += [kept[:at] + bytes([byte]) + kept[at + 1 :] for byte in range(256)]
        numbers = (2, *range(self.count, 1, -max(1, self.count // _TRIED_FOR_SALT)))
        some = [(self._raw(number), number) for number in numbers]
        for salt in candidates:
            self._seal = _seal_key(self._key, salt)
            if any(self._is_sealed(raw, number) for raw, number in some):
                return
        raise DamagedFile(_NOTHING_READABLE)


def _seal_key(key: bytes, salt: bytes) -> bytes:
    return pbkdf2_hmac("sha512", key, bytes(byte ^ _MASK for byte in salt), 2, len(key))


def _committed(log: Path) -> dict[int, bytes]:
    """The pages of the transactions that a write-ahead log holds whole, the latest of each."""
    try:
        content = log.read_bytes()
    except FileNotFoundError:
        return {}
    if len(content) < _WAL_HEAD.size:
        return {}
    magic, _, size, _, salt_1, salt_2, check_1, check_2 = _WAL_HEAD.unpack_from(content)
    order = ">" if magic == _WAL_MAGIC[1] else "<"
    if magic not in _WAL_MAGIC or size != PAGE or _sum(content[:24], order, (0, 0)) != (check_1, check_2):
        return {}
    check, begun, whole = (check_1, check_2), {}, {}
    for at in range(_WAL_HEAD.size, len(content) - _FRAME.size - PAGE + 1, _FRAME.size + PAGE):
        number, commits, *salts, sum_1, sum_2 = _FRAME.unpack_from(content, at)
        body = content[at + _FRAME.size : at + _FRAME.size + PAGE]
        check = _sum(body, order, _sum(content[at : at + 8], order, check))
        if salts != [salt_1, salt_2] or check != (sum_1, sum_2):
            break
        begun[number] = body
        if commits:
            whole.update(begun)
            begun = {}
    return whole


def _sum(content: bytes, order: str, before: tuple[int, int]) -> tuple[int, int]:
    one, two = before
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for at in range(0, len(words), 2):
        one = (one + words[at] + two) & 0xFFFFFFFF
        two = (two + words[at + 1] + one) & 0xFFFFFFFF
    return one, two
