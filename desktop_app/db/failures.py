"""What the surroundings did (full disk, missing rights, another program, damage), told apart from bugs."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from desktop_app.db import ballast
from desktop_app.errors import AppError, DamagedFile
from desktop_app.i18n import N_

DAMAGED: Final = N_(
    "The file is damaged and cannot be read. Do not delete anything. Open your latest copy of the file instead."
)
_FULL: Final = N_(
    "The disk is full: %(free)s MB are free in the folder %(folder)s. Nothing that was saved is lost. "
    "Free some space there and try again."
)
_RESERVE: Final = N_(
    "The disk is full. Nothing that was saved is lost. The program has given up a part of its reserve: try again now, "
    "then free some space. %(free)s MB are free in the folder %(folder)s."
)
_NOT_WRITTEN: Final = N_(
    "The disk is full or cannot be written: %(free)s MB are free in the folder %(folder)s. Nothing that was saved is "
    "lost. Free some space there or check the cable or the stick, and try again."
)
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
    10: (AppError, _NOT_WRITTEN),
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
    errno.EFBIG: _NOT_WRITTEN,
    errno.EDQUOT: _FULL,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.ENAMETOOLONG: _LONG_NAME,
}


# What Windows says when another program, a virus scanner for one, holds the file (ERROR_SHARING_VIOLATION and _LOCK_).
_HELD_ON_WINDOWS: Final = (32, 33)
_OF_ROOM: Final = (_FULL, _NOT_WRITTEN)


@contextmanager
def sorted_failures(engine: Engine) -> Iterator[None]:
    """Raise AppError or DamagedFile for what the database met on the disk; a bug passes as it is."""
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0)
        found = _READING.get(code) or _BY_CODE.get(code & 0xFF)
        if found is None:
            raise
        kind, sentence = found
        raise _told(kind, sentence, Path(engine.url.database or "")) from None


@contextmanager
def sorted_disk_failures(path: Path, kind: type[AppError] = AppError) -> Iterator[None]:
    """Raise an error of `kind` for what the system says of the file at `path`, of those beside it and of its folder."""
    try:
        yield
    except OSError as error:
        if getattr(error, "winerror", None) in _HELD_ON_WINDOWS:
            raise kind(_IN_USE) from None
        raise _told(kind, _BY_ERRNO.get(error.errno or 0, _GONE), path) from None


def not_written(path: Path) -> AppError:
    """The error for a disk that refused without saying why."""
    return _told(AppError, _NOT_WRITTEN, path)


def _told(kind: type[AppError], sentence: str, path: Path) -> AppError:
    """The error with its sentence. On a full disk a part of the reserve is given up, so that the next try succeeds."""
    if sentence not in _OF_ROOM:
        return kind(sentence)
    if ballast.is_full(path):
        sentence = _RESERVE if ballast.make_room(path) else _FULL
    return kind(sentence, free=(ballast.free(path) or 0) // 1_000_000, folder=path.parent)
