"""What the lock asks of the services. They load on the worker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.drafts import Content
    from desktop_app.services.files import OpenFile


def rest(file: OpenFile, typed: Mapping[str, Content | None]) -> None:
    """Keep what is being typed, fold the journal into the file and forget its key.

    AppError when the disk is full: the file rests all the same.
    """
    from desktop_app.services import drafts, files

    try:
        if typed:
            drafts.keep(file, typed)
    finally:
        files.rest(file)


def wake(file: OpenFile, password: str) -> None:
    """Take up the file again. CannotOpen when this is not the password of who is signed in."""
    from desktop_app.services import files

    files.wake(file, password)


def checkpoint(file: OpenFile) -> None:
    """Fold the journal into the file, as long as there is nothing else to do."""
    from desktop_app.services import files

    files.checkpoint(file)


def close(file: OpenFile, typed: Mapping[str, Content | None]) -> None:
    """Keep what is being typed, make the backups that are due and close the file cleanly.

    AppError when a backup could not be made or the closing failed: the file is closed then too.
    """
    from desktop_app.services import backups, drafts

    try:
        if typed and not file.db.rests:
            drafts.keep(file, typed)
    finally:
        backups.close(file)
