"""What may be attached to a case: kinds of files, sizes, names, and why a copy of an identity document is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain.checks import problem_of_length
from desktop_app.domain.tidy import tidy_line
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

MEGABYTE: Final = 1024 * 1024
MOST_BYTES: Final = 50 * MEGABYTE
"""The largest attachment."""

MOST_BYTES_OF_A_CASE: Final = 500 * MEGABYTE
"""What the attachments of one case may take together: the file must stay small enough to be copied to a stick."""

LONGEST_NAME: Final = 200
"""Bytes of UTF-8: systems take 255, and a file that is being written has a longer name."""

LONGEST_NOTE: Final = 2_000


class AttachmentType(StrEnum):
    """The kinds of files that are kept, told apart by what is in them."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    TIFF = "tiff"
    TEXT = "text"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    ODS = "ods"
    OGG = "ogg"
    M4A = "m4a"
    MP3 = "mp3"
    AMR = "amr"
    MP4 = "mp4"


TYPE_NAMES: Final = {
    AttachmentType.PDF: N_("PDF document"),
    AttachmentType.JPEG: N_("Photo (JPEG)"),
    AttachmentType.PNG: N_("Picture (PNG)"),
    AttachmentType.WEBP: N_("Picture (WebP)"),
    AttachmentType.TIFF: N_("Scan (TIFF)"),
    AttachmentType.TEXT: N_("Plain text"),
    AttachmentType.DOCX: N_("Word document"),
    AttachmentType.XLSX: N_("Excel sheet"),
    AttachmentType.ODT: N_("OpenDocument text"),
    AttachmentType.ODS: N_("OpenDocument sheet"),
    AttachmentType.OGG: N_("Voice message (OGG)"),
    AttachmentType.M4A: N_("Voice message (M4A)"),
    AttachmentType.MP3: N_("Sound recording (MP3)"),
    AttachmentType.AMR: N_("Voice message (AMR)"),
    AttachmentType.MP4: N_("Video (MP4)"),
}

# The first is given to a file whose name ends otherwise.
_SUFFIXES: Final[dict[AttachmentType, tuple[str, ...]]] = {
    AttachmentType.JPEG: (".jpg", ".jpeg", ".jfif"),
    AttachmentType.TIFF: (".tif", ".tiff"),
    AttachmentType.TEXT: (".txt", ".csv", ".log"),
    AttachmentType.OGG: (".ogg", ".oga", ".opus"),
    AttachmentType.MP4: (".mp4", ".m4v"),
}

PICTURES: Final = frozenset({AttachmentType.JPEG, AttachmentType.PNG, AttachmentType.WEBP, AttachmentType.TIFF})
SHOWN: Final = PICTURES | {AttachmentType.PDF, AttachmentType.TEXT}
"""What can be looked at inside the program; the rest can only be copied out of the file."""


class CopyBasis(StrEnum):
    """Why the centre may keep a copy of an identity document: the exceptions of the law on personal data."""

    NO_INTEGRATION = "no_integration"
    NO_TECHNICAL_MEANS = "no_technical_means"
    BY_LAW = "by_law"


COPY_BASES: Final = {
    CopyBasis.NO_INTEGRATION: N_("The centre is not connected to the information systems of the state"),
    CopyBasis.NO_TECHNICAL_MEANS: N_("The person cannot be identified by technical means"),
    CopyBasis.BY_LAW: N_("A law demands the copy"),
}


@dataclass(frozen=True)
class NewAttachment:
    """What is said about a file when it is added. `copy_of_document`: the exception relied on, None for other papers.

    `keep_details`: a picture keeps its place, time and camera, byte for byte as it came.
    """

    note: str = ""
    copy_of_document: CopyBasis | None = None
    keep_details: bool = False


@dataclass(frozen=True)
class AttachmentHead:
    """What the file knows of an attachment. `size` in bytes; both hashes are SHA-256 in hexadecimal digits.

    `came_as` is the hash of the file as it came: it differs from `sha256` when a picture was freed of its details.
    """

    name: str
    type: AttachmentType
    size: int
    sha256: str
    came_as: str
    note: str = ""
    copy_of_document: CopyBasis | None = None


@dataclass(frozen=True)
class AttachmentRow:
    """A line of the list; `added_at` is an instant of ISO 8601, `added_by` the name of a member of staff.

    `head` is None when it is damaged: such an attachment can only be removed.
    """

    id: int
    case_id: int
    added_at: str
    added_by: str
    size: int
    head: AttachmentHead | None


def problems_of_new(new: NewAttachment) -> tuple[Problem, ...]:
    """What is wrong with what is said about a file."""
    return tuple(problem_of_length("note", new.note, LONGEST_NOTE))


def problems_of_size(size: int, of_case: int) -> Iterator[Problem]:
    """A file must have something in it, must not be too large, and must fit into what is left for its case."""
    if size == 0:
        yield Problem("content", Message(N_("This file is empty. Look at the original.")))
    elif size > MOST_BYTES:
        message = N_("This file has %(size)s MB; at most %(most)s MB can be kept. Send it in parts or make it smaller.")
        yield Problem("content", Message(message, {"size": megabytes(size), "most": MOST_BYTES // MEGABYTE}))
    elif of_case + size > MOST_BYTES_OF_A_CASE:
        message = N_(
            "The attachments of one case take %(most)s MB together at most, and %(taken)s MB are taken. "
            "Remove what is no longer needed, or make the file smaller."
        )
        most = MOST_BYTES_OF_A_CASE // MEGABYTE
        yield Problem("content", Message(message, {"most": most, "taken": megabytes(of_case)}))


def megabytes(size: int) -> int:
    """Bytes as whole megabytes, rounded up, so that what is too large never looks as if it fitted."""
    return -(-size // MEGABYTE)


# Signs that a file name may not have on Windows, and the names of its devices.
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]')
_DEVICE: Final = re.compile(r"(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)", re.IGNORECASE)


def shown_name(given: str, kind: AttachmentType) -> str:
    """The name under which an attachment is listed and offered for saving: one visible line, safe on every system.

    The folder, signs without a shape, and signs that turn the direction of reading are left out; the end tells what
    the file is, whatever the given one said. The name is never used to find anything.
    """
    line = _FORBIDDEN.sub("_", tidy_line("".join(filter(_has_shape, re.split(r"[/\\]", given)[-1])))).strip(" .")
    suffixes = _SUFFIXES.get(kind, (f".{kind.value}",))
    ending = "".join(line.rpartition(".")[1:])
    if ending.casefold() in suffixes:
        line = line[: -len(ending)]
    else:
        ending = suffixes[0]
    if _DEVICE.match(line):
        line = "_" + line
    line = line.encode()[: LONGEST_NAME - len(ending)].decode(errors="ignore").rstrip(" .")
    return (line or "_") + ending


def _has_shape(sign: str) -> bool:
    """Whether a sign is no control, no mark of direction, no half of a character (or a space of any kind)."""
    return sign.isspace() or not unicodedata.category(sign).startswith("C")
