"""The right to open a file: held by one program at a time, and given back by the system when that program dies."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from desktop_app.errors import CannotOpen
from desktop_app.i18n import N_

_IN_USE: Final = N_("The file is already open in another window or command. Close it there and try again.")


class FileLock:
    """The right to open a file; held until `release`. Raises CannotOpen when it is taken, OSError without rights."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + ".lock")
        self._file: IO[bytes] | None = self._taken()

    def _taken(self) -> IO[bytes]:
        while True:
            file = self._path.open("a+b")
            try:
                _lock(file)
            except OSError:
                file.close()
                raise CannotOpen(_IN_USE) from None
            if self._is_still_there(file):
                return file
            file.close()  # whoever held it before removed the name in between: take the new one

    def _is_still_there(self, file: IO[bytes]) -> bool:
        try:
            return os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Let others open the file. A second call does nothing."""
        if self._file is None:
            return
        file, self._file = self._file, None
        if sys.platform == "win32":
            file.close()  # an open file cannot be removed there
        with suppress(OSError):
            self._path.unlink()
        file.close()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
