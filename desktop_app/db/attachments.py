"""Attachments are encrypted a second time: in pieces that know their place, under a key of their own.

Every piece and the head carry as associated data the attachment they belong to, their number and whether they are the
last: what is changed, exchanged, repeated, dropped or cut off is refused (AES-256-GCM, NIST SP 800-38D).
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop_app.domain.attachments import AttachmentHead, AttachmentType, CopyBasis
from desktop_app.errors import DamagedFile, NotAllowed
from desktop_app.i18n import N_

PIECE: Final = 256 * 1024
"""Bytes of a piece before it is encrypted; the last one may be shorter."""

_FORMAT: Final = "tirek attachment 1"
_KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_HEAD: Final = "head"
_KEY: Final = "key"
_DAMAGED: Final = N_(
    "This attachment is damaged, so it is not shown. The rest of the case is safe. "
    "Add the paper again, or look for it in a backup."
)
_SEALED: Final = N_("This case is sealed. Ask the lawyer or the manager who holds its key.")


def damaged() -> DamagedFile:
    """What is raised when a part of an attachment is not what was stored."""
    return DamagedFile(_DAMAGED)


def new_key() -> bytes:
    """A random key for one attachment."""
    return secrets.token_bytes(_KEY_BYTES)


def stored_key(key: bytes, attachment_id: int, second_key: bytes | None) -> bytes:
    """The key of an attachment as it is stored: encrypted with `second_key` in a sealed case."""
    return key if second_key is None else _encrypted(second_key, key, _place(attachment_id, _KEY))


def plain_key(stored: bytes, attachment_id: int, second_key: bytes | None, *, sealed: bool) -> bytes:
    """The key of an attachment. NotAllowed when it is sealed and there is no second key; DamagedFile."""
    if not sealed:
        key = stored
    elif second_key is None:
        raise NotAllowed(_SEALED)
    else:
        key = _decrypted(second_key, stored, _place(attachment_id, _KEY))
    if len(key) != _KEY_BYTES:
        raise damaged()
    return key


def encrypted_head(key: bytes, attachment_id: int, head: AttachmentHead) -> bytes:
    """What is known of an attachment, as it is stored."""
    return _encrypted(key, json.dumps(asdict(head)).encode(), _place(attachment_id, _HEAD))


def plain_head(key: bytes, attachment_id: int, stored: bytes) -> AttachmentHead:
    """What is known of an attachment. DamagedFile when it was changed."""
    told = json.loads(_decrypted(key, stored, _place(attachment_id, _HEAD)))
    basis = told["copy_of_document"]
    told |= {"type": AttachmentType(told["type"]), "copy_of_document": None if basis is None else CopyBasis(basis)}
    return AttachmentHead(**told)


def count(size: int) -> int:
    """How many pieces `size` bytes make; nothing makes one empty piece."""
    return max(1, -(-size // PIECE))


def encrypted_pieces(key: bytes, attachment_id: int, content: bytes) -> Iterator[bytes]:
    """The pieces of `content` in order, encrypted one at a time."""
    whole, last = memoryview(content), count(len(content)) - 1
    for number in range(last + 1):
        piece = whole[number * PIECE : (number + 1) * PIECE]
        yield _encrypted(key, piece, _place(attachment_id, str(number), last=number == last))


def plain_pieces(key: bytes, attachment_id: int, head: AttachmentHead, stored: Iterable[bytes]) -> Iterator[bytes]:
    """The content piece by piece. DamagedFile as soon as one is not what was stored, and at the end when any is amiss.

    Take nothing as whole before the iterator has ended.
    """
    digest, size, last = sha256(), 0, count(head.size) - 1
    number = -1
    for number, encrypted in enumerate(stored):
        piece = _decrypted(key, encrypted, _place(attachment_id, str(number), last=number == last))
        digest.update(piece)
        size += len(piece)
        yield piece
    if (number, size) != (last, head.size) or not hmac.compare_digest(digest.hexdigest(), head.sha256):
        raise damaged()


def _place(attachment_id: int, part: str, *, last: bool = False) -> bytes:
    return "|".join((_FORMAT, str(attachment_id), part, "last" if last else "more")).encode()


def _encrypted(key: bytes, plain: bytes | memoryview, place: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, place)


def _decrypted(key: bytes, stored: bytes, place: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(stored[:_NONCE_BYTES], memoryview(stored)[_NONCE_BYTES:], place)
    except (InvalidTag, ValueError):
        raise damaged() from None
