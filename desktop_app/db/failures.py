"""What the surroundings did (full disk, missing rights, another program, damage), told apart from bugs."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError

from desktop_app.errors import AppError, DamagedFile
from desktop_app.i18n import N_

DAMAGED: Final = N_(
    "The file is damaged and cannot be read. Do not delete anything. Open your latest copy of the file instead."
)
_FULL: Final = N_("The disk is full or cannot be written. Nothing was lost: free some space and save again.")
_IN_USE: Final = N_("Another program is using the file. Close it there and try again.")
_NOT_ALLOWED: Final = N_("The file may not be written here. Ask the administrator for the right to write.")
_NO_FOLDER: Final = N_("The folder of the file does not exist. Choose another place.")
_LONG_NAME: Final = N_("The name of the file or of its folder is too long. Choose a shorter one.")
_GONE: Final = N_("The disk with the file does not answer. Check the cable or the stick, then open the file again.")

# Primary result codes of SQLite (https://sqlite.org/rescode.html).
_BY_CODE: Final[dict[int, tuple[type[AppError], str]]] = {
    3: (AppError, _NOT_ALLOWED),
    5: (AppError, _IN_USE),
    6: (AppError, _IN_USE),
    8: (AppError, _NOT_ALLOWED),
    10: (AppError, _FULL),
    11: (DamagedFile, DAMAGED),
    13: (AppError, _FULL),
    14: (AppError, _GONE),
    26: (DamagedFile, DAMAGED),
}
# Extended codes that tell of reading: IOERR_READ, IOERR_SHORT_READ, and the check of an encrypted page (IOERR_DATA).
_READING: Final[dict[int, tuple[type[AppError], str]]] = {
    266: (AppError, _GONE),
    522: (DamagedFile, DAMAGED),
    8202: (DamagedFile, DAMAGED),
}

_BY_ERRNO: Final = {
    errno.ENOSPC: _FULL,
    errno.EFBIG: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.ENAMETOOLONG: _LONG_NAME,
}


@contextmanager
def sorted_failures() -> Iterator[None]:
    """Raise AppError or DamagedFile for what the database met on the disk; a bug passes as it is."""
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0)
        found = _READING.get(code) or _BY_CODE.get(code & 0xFF)
        if found is None:
            raise
        kind, sentence = found
        raise kind(sentence) from None


@contextmanager
def sorted_disk_failures(kind: type[AppError] = AppError) -> Iterator[None]:
    """Raise an error of `kind` for what the system says of files and folders."""
    try:
        yield
    except OSError as error:
        raise kind(_BY_ERRNO.get(error.errno or 0, _GONE)) from None
