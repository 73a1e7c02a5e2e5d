"""Failures that a user can act on, and the translatable sentence they carry."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from typing import Protocol


def N_(msgid: str) -> str:  # noqa: N802  (the name every gettext tool knows)
    """Mark an English text for the catalogues without translating it yet. i18n passes it on to everyone else."""
    return msgid


class Translates(Protocol):
    """What turns an English msgid and its parameters into a sentence (see i18n.Translator)."""

    def __call__(self, msgid: str, /, **params: object) -> str:
        """The sentence of `msgid` with its placeholders filled."""
        ...


@dataclass(frozen=True)
class Message:
    """A sentence for the user, translated only when it is shown.

    `msgid` is the English text marked with N_; `params` fill its %(name)s placeholders.
    """

    msgid: str
    params: Mapping[str, object] = field(default_factory=dict)

    def text(self, tr: Translates) -> str:
        """The sentence in the language of `tr`."""
        return tr(self.msgid, **self.params)


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field of a form, shown beside that field.

    `field` is the attribute's name in the dataclass that was checked; for rows of a table
    `workers[3].birth`. An empty field name means the form as a whole.
    """

    field: str
    message: Message


class AppError(Exception):
    """A failure that the user can do something about. The text says what happened and what to do."""

    exit_code = 2

    def __init__(self, msgid: str, /, **params: object) -> None:
        super().__init__(msgid)
        self.message = Message(msgid, params)

    def text(self, tr: Translates) -> str:
        """The sentence in the language of `tr`."""
        return self.message.text(tr)


def cannot_write(path: Path, error: OSError) -> AppError:
    """The sentence for a file outside that could not be written: no room, no right, no folder, or another reason."""
    return AppError(_NOT_WRITTEN.get(error.errno or 0, _NOT_WRITTEN_AT_ALL), path=path)


_NO_ROOM = N_("There is no room on the disk for %(path)s. Free some space, or choose another disk.")
_NO_RIGHT = N_("%(path)s may not be written. Close it in other programs, or choose another folder.")
_NO_FOLDER = N_("The folder of %(path)s does not exist. Choose another folder.")
_NOT_WRITTEN_AT_ALL = N_("%(path)s cannot be written. Choose another name, folder or disk.")
_NOT_WRITTEN = {
    errno.ENOSPC: _NO_ROOM,
    errno.EFBIG: _NO_ROOM,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
    errno.EBUSY: _NO_RIGHT,
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
}


class InvalidInput(AppError):
    """The request itself is wrong; `problems` names every field with its own sentence."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0].message
        super().__init__(first.msgid, **first.params)
        self.problems = problems


class CannotOpen(AppError):
    """The file could not be opened, though it may be sound: password, lock, version, kind."""

    exit_code = 3


class MustWait(CannotOpen):
    """There were too many wrong tries; the next one is possible in `seconds`."""

    def __init__(self, seconds: float) -> None:
        self.seconds = ceil(seconds)
        minutes, rest = divmod(self.seconds, 60)
        if minutes:
            super().__init__(_WAIT_MINUTES, minutes=minutes, seconds=rest)
        else:
            super().__init__(_WAIT_SECONDS, seconds=rest)


_WAIT_MINUTES = N_(
    "There were too many wrong tries. Nothing is lost. The next try is possible in %(minutes)d min %(seconds)d s."
)
_WAIT_SECONDS = N_("There were too many wrong tries. Nothing is lost. The next try is possible in %(seconds)d s.")


class DamagedFile(AppError):
    """The file, or a part of it that is needed, is damaged."""

    exit_code = 4


class NotAllowed(AppError):
    """This person's role does not allow the action."""

    exit_code = 5


class Cancelled(Exception):
    """The user stopped a long action; nothing is shown for it."""
