"""Documents that are zip archives inside: which kind they are, and whether they hold programs. Nothing is unpacked.

The directory is judged before it is read (OWASP, "zip bombs"; the reader of the standard library trusts its length).
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from desktop_app.domain.attachments import AttachmentType
from desktop_app.errors import AppError
from desktop_app.i18n import N_

MOST_UNPACKED: Final = 200 * 1024 * 1024
MOST_RATIO: Final = 100
MOST_ENTRIES: Final = 2_000
_LONGEST_DIRECTORY: Final = 1024 * 1024
_SMALL: Final = 1024 * 1024
_END: Final = b"PK\x05\x06"
_END_OF_LARGE: Final = b"PK\x06\x07"
_END_BYTES: Final = 22
_LONGEST_COMMENT: Final = 65_535

_UNUSUAL: Final = N_(
    "This document is damaged, protected by a password, or built in an unusual way, so it cannot be checked. "
    "Save it as PDF and add that."
)
_PROGRAMS: Final = N_(
    "This document contains macros, which are programs. Save it without macros, or as PDF, and add that."
)
ARCHIVE: Final = N_("This is an archive. Unpack it, and add the papers in it one by one.")

# What a document of each kind has inside, and the word its list of contents uses for a plain document.
_MICROSOFT: Final = {
    "word/document.xml": (AttachmentType.DOCX, b"wordprocessingml.document.main+xml"),
    "xl/workbook.xml": (AttachmentType.XLSX, b"spreadsheetml.sheet.main+xml"),
}
_OPEN_DOCUMENT: Final = {
    b"application/vnd.oasis.opendocument.text": AttachmentType.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": AttachmentType.ODS,
}
_PROGRAM_PARTS: Final = ("vbaproject", "vbadata", "/activex/", "/macrosheets/", "/macros/", "/basic/", "/scripts/")


def document_type(content: bytes) -> AttachmentType:
    """The kind of a document that begins as a zip archive does. AppError when it is none, or holds programs."""
    if not _directory_is_short(content):
        raise AppError(_UNUSUAL)
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            if not _are_sound(entries):
                raise AppError(_UNUSUAL)
            names = {entry.filename for entry in entries}
            if any(part in f"/{name.casefold()}" for name in names for part in _PROGRAM_PARTS):
                raise AppError(_PROGRAMS)
            return _type_by_parts(archive, names)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):  # also a password, an unknown method
        raise AppError(_UNUSUAL) from None


def _directory_is_short(content: bytes) -> bool:
    """Whether the archive ends as a small one does, with a directory that may be read into memory."""
    end = content.rfind(_END, max(0, len(content) - _END_BYTES - _LONGEST_COMMENT))
    if end < 0 or content[max(0, end - 20) : end].startswith(_END_OF_LARGE):
        return False
    entries = int.from_bytes(content[end + 10 : end + 12], "little")
    length = int.from_bytes(content[end + 12 : end + 16], "little")
    return entries <= MOST_ENTRIES and length <= _LONGEST_DIRECTORY


def _are_sound(entries: list[ZipInfo]) -> bool:
    names = [entry.filename for entry in entries]
    unpacked, packed = (sum(each) for each in zip(*((e.file_size, e.compress_size) for e in entries), strict=True))
    return (
        len(names) == len({name.casefold() for name in names}) <= MOST_ENTRIES
        and unpacked <= MOST_UNPACKED
        and unpacked <= MOST_RATIO * max(packed, 1024)
        and not any(entry.flag_bits & 1 for entry in entries)
        and not any(_leads_out(name) for name in names)
        and not any(entry.external_attr >> 28 == 0xA for entry in entries)  # a link of Unix
    )


def _leads_out(name: str) -> bool:
    return name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/")


def _type_by_parts(archive: ZipFile, names: set[str]) -> AttachmentType:
    if "mimetype" in names:
        told = _read(archive, "mimetype").strip()
        if told in _OPEN_DOCUMENT:
            return _OPEN_DOCUMENT[told]
    if "[Content_Types].xml" in names:
        told = _read(archive, "[Content_Types].xml")
        if b"macroenabled" in told.lower():
            raise AppError(_PROGRAMS)
        for part, (kind, word) in _MICROSOFT.items():
            if part in names and word in told:
                return kind
    raise AppError(ARCHIVE)


def _read(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_SMALL)
