"""What the place of a backup did (full, gone, not writable), as sentences; the file is never the worse for it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from desktop_app.errors import AppError, DamagedFile
from desktop_app.i18n import N_

_FULL: Final = N_(
    "There is no room for the backup in %(folder)s. Your file and the earlier backups are as they were. "
    "Free some space there, or choose another folder."
)
_NEEDS: Final = N_(
    "There is no room for the backup in %(folder)s: it needs %(needed)s MB, and %(free)s MB are free. Your file and "
    "the earlier backups are as they were. Free some space there, or choose another folder."
)
_NOT_ALLOWED: Final = N_(
    "The folder %(folder)s may not be written, so no backup was made there. Your file is as it was. "
    "Choose another folder, or take the write protection off the stick."
)
_NO_FOLDER: Final = N_(
    "The folder %(folder)s is not there, so no backup was made. Your file is as it was. "
    "Plug the stick or disk in again, or choose another folder."
)
_STOPPED: Final = N_(
    "The disk with %(folder)s stopped answering while the backup was being written. Your file and the earlier backups "
    "are as they were. Plug the stick or disk in again and repeat."
)
_NAME: Final = N_("The name of the folder %(folder)s is too long for a backup. Choose another folder.")
SOURCE: Final = N_(
    "A part of your file is damaged, so no backup of it was made. The earlier backups are as they were; keep them. "
    "Sign out and choose “Restore from a backup” on the sign-in screen: it can also save what is readable."
)

_BY_ERRNO: Final = {
    errno.ENOSPC: _FULL,
    errno.EFBIG: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
    errno.ENAMETOOLONG: _NAME,
}
# Primary result codes of SQLite (sqlite.org/rescode.html): what it reads is the file, what it writes the backup.
_READONLY, _IOERR, _CORRUPT, _FULL_CODE, _CANTOPEN, _NOTADB = 8, 10, 11, 13, 14, 26
_IOERR_DATA: Final = 8202
_IOERR_SHORT_READ: Final = 522
_BY_CODE: Final = {_READONLY: _NOT_ALLOWED, _IOERR: _STOPPED, _FULL_CODE: _FULL, _CANTOPEN: _NO_FOLDER}
_MEGABYTE: Final = 1_000_000


@contextmanager
def sorted_target_failures(folder: Path) -> Iterator[None]:
    """Raise AppError for what the place of a backup did, DamagedFile when the file itself could not be read whole."""
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0)
        if code in (_IOERR_DATA, _IOERR_SHORT_READ) or code & 0xFF in (_CORRUPT, _NOTADB):
            raise DamagedFile(SOURCE) from None
        sentence = _BY_CODE.get(code & 0xFF)
        if sentence is None:
            raise
        raise AppError(sentence, folder=folder) from None
    except OSError as error:
        raise AppError(_BY_ERRNO.get(error.errno or 0, _STOPPED), folder=folder) from None


def refuse_target(folder: Path, needed: int, free: int) -> None:
    """Raise AppError that says how much room is missing; both in bytes."""
    raise AppError(_NEEDS, folder=folder, needed=needed // _MEGABYTE + 1, free=free // _MEGABYTE)
