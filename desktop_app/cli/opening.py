"""Who opens which file with what password, as a command says it."""

from __future__ import annotations

import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from desktop_app import settings
from desktop_app.cli.output import Output
from desktop_app.errors import AppError, CannotOpen
from desktop_app.i18n import N_
from desktop_app.services import files, sealed
from desktop_app.services.files import OpenFile

_LONGEST_PASSWORD_LINE: Final = 4096


@contextmanager
def opened(arguments: Namespace, output: Output) -> Iterator[OpenFile]:
    """The file, signed in, for as long as the block runs. CannotOpen, DamagedFile or AppError say why not."""
    file = files.sign_in(file_path(arguments), user(arguments), password(arguments, output))
    sealed.share_key(file)
    try:
        yield file
    finally:
        files.close(file)


def file_path(arguments: Namespace) -> Path:
    """The file that was named, else the default one."""
    named = arguments.file or os.environ.get("TIREK_FILE")
    return Path(named).expanduser() if named else settings.default_file()


def user(arguments: Namespace) -> str:
    """The login that was named. AppError when there is none."""
    login = arguments.user or os.environ.get("TIREK_USER")
    if not login:
        raise AppError(N_("Say who opens the file: add --user LOGIN."))
    return str(login)


def password(arguments: Namespace, output: Output) -> str:
    """The password from its file, else typed at the terminal. AppError or CannotOpen when there is none."""
    named = arguments.password_file or os.environ.get("TIREK_PASSWORD_FILE")
    if named:
        try:
            with Path(named).open("rb") as file:
                line = file.read(_LONGEST_PASSWORD_LINE).partition(b"\n")[0]
            return line.decode("utf-8-sig").rstrip("\r")
        except (OSError, UnicodeDecodeError):
            raise AppError(N_("The password file %(path)s cannot be read."), path=named) from None
    if sys.stdin is not None and sys.stdin.isatty():
        with suppress(EOFError):
            return getpass.getpass(output.tr(N_("Password:")) + " ", stream=sys.stderr)
    raise CannotOpen(N_("No password was given. Add --password-file FILE, or start the command in a terminal."))
