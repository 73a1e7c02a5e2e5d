"""Files for the world outside: each appears under its name whole, or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from desktop_app.errors import N_, AppError, cannot_write
from desktop_app.settings import FILE_SUFFIX

_A_CENTRE: Final = N_(
    "%(path)s is the file of a centre, or belongs to one, and must not be written over. It was not touched: choose "
    "another name."
)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A place beside `path` to write to; what is there when the block ends takes the name `path` in one step.

    A former file of that name stays when anything fails. Raises AppError before the block begins when the folder
    cannot take a file or the name belongs to a folder or a device, and later when the disk refuses.
    """
    target = Path(os.path.realpath(path))  # a link keeps pointing where it did
    unfinished = target.with_name(f".{target.name}.unfinished") if target.name else target
    try:
        _refuse_a_centre(target)
        _refuse_other_than_file(target)
        unfinished.touch(mode=0o600)  # letters carry names: other people of this computer may not read them
    except OSError as error:
        raise cannot_write(path, error) from None
    try:
        yield unfinished
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        raise cannot_write(path, error) from None
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _refuse_a_centre(target: Path) -> None:
    """A letter saved under the name of the open file, or of what lies beside it, would take the place of every case."""
    if FILE_SUFFIX in target.name.casefold() or target.with_name(target.name + ".lock").exists():
        raise AppError(_A_CENTRE, path=target)


def _refuse_other_than_file(target: Path) -> None:
    """Putting a file in the place of a device or a pipe would take it away from the whole system."""
    if target.exists() and not target.is_file():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
