"""What sign-in asks of the services. They load on the worker, after the first window is painted."""

from __future__ import annotations

import importlib
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from desktop_app.errors import AppError, Problem, cannot_write
from desktop_app.i18n import N_

if TYPE_CHECKING:
    from desktop_app.domain.centre import NewFile
    from desktop_app.services.files import OpenFile


def warm(name: str) -> None:
    """Load a module before it is needed."""
    importlib.import_module(name)


def warm_names() -> None:
    """Read the names of countries, which lists of citizenships show."""
    from desktop_app.i18n import LANGUAGES, countries

    for code in LANGUAGES:
        countries(code)


def sign_in(path: Path, login: str, password: str) -> OpenFile:
    """Open the file. CannotOpen or DamagedFile say why not."""
    from desktop_app.services import files, sealed

    file = files.sign_in(path, login, password)
    with suppress(AppError):  # a full disk: next time
        sealed.share_key(file)
    return file


def recover(path: Path, code: str, login: str, new_password: str) -> OpenFile:
    """Open the file with its recovery code and give the user a new password."""
    from desktop_app.services import files

    return files.recover(path, code, login, new_password)


def recover_with_sheets(path: Path, first: str, second: str, login: str, new_password: str) -> OpenFile:
    """Open the file with two recovery sheets and give the user a new password."""
    from desktop_app.services import files

    return files.recover_with_sheets(path, (first, second), login, new_password)


def new_sheets() -> tuple[str, ...]:
    """Three recovery sheets for a file."""
    from desktop_app.services import keys

    return keys.new_sheets()


def reissue(file: OpenFile, fresh: str | tuple[str, ...]) -> None:
    """Put a new code or new sheets in the place of those the file was recovered with."""
    from desktop_app.services import files

    files.reissue(file, fresh)


def problems(new: NewFile) -> tuple[Problem, ...]:
    """What is wrong with the centre or the first user."""
    from desktop_app.services import files

    return files.problems(new)


def check_place(path: Path) -> None:
    """AppError when a file of this name exists already, when none can be written there, or when none should be."""
    from desktop_app.services import surroundings

    if (refused := surroundings.refusal(path)) is not None:
        raise AppError(refused.msgid, **refused.params)
    try:
        if path.exists():
            raise AppError(N_("A file of this name is already there. Choose another name, or open that file."))
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        raise cannot_write(path, error) from None


def new_code() -> str:
    """A recovery code for a new file."""
    from desktop_app.services import files

    return files.new_recovery_code()


def create(path: Path, new: NewFile, code: str, sheets: tuple[str, ...] = ()) -> OpenFile:
    """Make the file and open it for its first user, with three recovery sheets if they were wanted."""
    from desktop_app.services import files

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from None
    return files.create_file(path, new, code, sheets=sheets) if sheets else files.create_file(path, new, code)


def confirm_password(file: OpenFile, password: str) -> None:
    """CannotOpen when this is not the password of who is signed in."""
    from desktop_app.services import files

    files.confirm_password(file, password)


def close(file: OpenFile) -> None:
    """Close the file cleanly."""
    from desktop_app.services import files

    files.close(file)
