"""What a file is, by what is in it. Its name is never asked, except to recognise a script among plain texts."""

from __future__ import annotations

import re
from typing import Final

from desktop_app.domain.attachments import AttachmentType
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.imports.office_files import ARCHIVE, document_type
from desktop_app.imports.texts import text_of

PROGRAM: Final = N_("This file is a program or a script. Programs are not kept, because they could harm the computer.")
WEB_PAGE: Final = N_("This is a web page or a drawing for one, and it may hold programs. Save it as PDF and add that.")
_OLD_OFFICE: Final = N_(
    "This document is of an old kind that may hold macros, or it is protected by a password. "
    "Save it as PDF, .docx or .xlsx without a password, and add that."
)
_OF_APPLE: Final = N_(
    "Photos in the HEIC format of some phones cannot be shown on every computer. Save the photo as JPEG, or send it to "
    "yourself through a messenger, and add that."
)
_NOT_KEPT: Final = N_(
    "This kind of file is not kept. These are: PDF, pictures (JPEG, PNG, WebP, TIFF), plain text, Word, Excel and "
    "OpenDocument files without macros, voice messages (OGG, M4A, MP3, AMR) and MP4 video."
)

_KEPT: Final = (
    (b"%PDF-", AttachmentType.PDF),
    (b"\xff\xd8\xff", AttachmentType.JPEG),
    (b"\x89PNG\r\n\x1a\n", AttachmentType.PNG),
    (b"II*\x00", AttachmentType.TIFF),
    (b"MM\x00*", AttachmentType.TIFF),
    (b"OggS\x00", AttachmentType.OGG),
    (b"#!AMR\n", AttachmentType.AMR),
    (b"#!AMR-WB\n", AttachmentType.AMR),
)
_REFUSED: Final = (
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xce\xfa\xed\xfe", PROGRAM),
    (b"\xfe\xed\xfa", PROGRAM),
    (b"dex\n", PROGRAM),
    (b"\x00asm", PROGRAM),
    (b"L\x00\x00\x00\x01\x14\x02\x00", PROGRAM),  # a link of Windows
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_OFFICE),
    (b"{\\rt", _OLD_OFFICE),
    (b"Rar!", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ\x00", ARCHIVE),
    (b"MSCF", ARCHIVE),
    (b"\x28\xb5\x2f\xfd", ARCHIVE),
)
_VIDEO_BRANDS: Final = frozenset(
    {
        b"isom",
        b"iso2",
        b"iso4",
        b"iso5",
        b"iso6",
        b"mp41",
        b"mp42",
        b"avc1",
        b"M4V ",
        b"MSNV",
        b"3gp4",
        b"3gp5",
        b"3gp6",
    }
)
_SOUND_BRANDS: Final = frozenset({b"M4A ", b"M4B "})
_APPLE_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})
_HAS_PICTURES: Final = re.compile(rb"hdlr.{8}vide", re.DOTALL)

_SCRIPT: Final = re.compile(
    r"#!|@echo\b|<\?php|windows registry editor|regedit4|\[internetshortcut\]|\[desktop entry\]|<job\b|import-module\b",
    re.IGNORECASE,
)
_WEB: Final = re.compile(
    r"<!doctype\s*html|<(html|head|body|svg|script|iframe|object|embed|xsl:\w+|\w+:script)\b|<\?xml\b", re.IGNORECASE
)
_SCRIPTS: Final = re.compile(
    r".*\.(bat|cmd|com|ps1|psm1|vbs|vbe|jse?|mjs|wsf|wsh|hta|reg|inf|scr|pif|sh|pyw?|pl|rb|php|url|desktop|lnk|scf|jnlp"
    r"|application|ahk|au3|x?html?|svg|mht|mhtml)[ .]*",
    re.IGNORECASE | re.DOTALL,
)


def sniff(content: bytes, name: str) -> AttachmentType:
    """The kind of a file that may be kept. AppError tells why another is not, and what to do instead.

    `name` can only make it worse: a plain text that is called like a script is one.
    """
    for beginning, kind in _KEPT:
        if content.startswith(beginning):
            return kind
    for beginning, sentence in _REFUSED:
        if content.startswith(beginning):
            raise AppError(sentence)
    if content.startswith(b"PK\x03\x04"):
        return document_type(content)
    if content.startswith(b"PK"):
        raise AppError(ARCHIVE)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return AttachmentType.WEBP
    if content[4:8] == b"ftyp":
        return _film(content)
    if _is_mp3(content):
        return AttachmentType.MP3
    return _plain_text(content, name)


def _film(content: bytes) -> AttachmentType:
    """A box of the ISO media format: video, or sound alone."""
    brand = content[8:12]
    if brand in _APPLE_BRANDS:
        raise AppError(_OF_APPLE)
    if brand in _SOUND_BRANDS:
        return AttachmentType.M4A
    if brand not in _VIDEO_BRANDS:
        raise AppError(_NOT_KEPT)
    return AttachmentType.MP4 if _HAS_PICTURES.search(content) else AttachmentType.M4A


def _is_mp3(content: bytes) -> bool:
    """Whether two frames of MPEG layer III follow each other, behind a tag if there is one (ISO/IEC 11172-3)."""
    at = 0
    if content.startswith(b"ID3"):
        size = content[6:10]
        at = 10 + sum((each & 0x7F) << 7 * (3 - place) for place, each in enumerate(size))
    length = _frame_length(content[at : at + 4])
    return length > 0 and _frame_length(content[at + length : at + length + 4]) > 0


def _frame_length(header: bytes) -> int:
    """The bytes of a frame of layer III, 0 when this is no head of one."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE6 != 0xE2 or header[1] & 0x18 == 0x08:
        return 0
    first = header[1] & 0x18 == 0x18
    rate, frequency, padding = header[2] >> 4, header[2] >> 2 & 3, header[2] >> 1 & 1
    if rate in (0, 15) or frequency == 3:
        return 0
    rates = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
    lower = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
    hertz = (44_100, 48_000, 32_000)[frequency]
    if not first:
        hertz //= 2 if header[1] & 0x18 == 0x10 else 4
    kilobits = (rates if first else lower)[rate - 1]
    return (144 if first else 72) * kilobits * 1000 // hertz + padding


def _plain_text(content: bytes, name: str) -> AttachmentType:
    text = text_of(content)
    if text is None:
        raise AppError(_NOT_KEPT)
    if _WEB.search(text):
        raise AppError(WEB_PAGE)
    if _SCRIPT.match(text.lstrip()) or _SCRIPTS.fullmatch(name):
        raise AppError(PROGRAM)
    return AttachmentType.TEXT
