"""What the lock asks of the services. They load on the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile


def rest(file: OpenFile) -> None:
    """Fold the journal into the file and forget its key."""


def wake(file: OpenFile, password: str) -> None:
    """Take up the file again. CannotOpen when this is not the password of who is signed in."""
    from desktop_app.services import files

    files.confirm_password(file, password)
