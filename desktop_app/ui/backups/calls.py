"""What the screens of backups ask of the services. They load on the worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import settings
from desktop_app.errors import Cancelled

if TYPE_CHECKING:
    from desktop_app.domain.backup_contents import Inside
    from desktop_app.domain.backups import Backup
    from desktop_app.domain.ladder import Rung
    from desktop_app.errors import Message
    from desktop_app.services.backups import Done, Looked, Status
    from desktop_app.services.files import OpenFile


@dataclass(frozen=True)
class Listed:
    """A backup in a list: why it stays (None: the ladder does not hold it), and whether it is of this file."""

    backup: Backup
    rung: Rung | None
    is_own: bool


@dataclass(frozen=True)
class Overview:
    """What the panel of backups shows: the places (the second may be missing) and what lies in each."""

    places: tuple[Path, ...]
    listed: tuple[Listed, ...]
    status: Status


@dataclass(frozen=True)
class Turn:
    """What a turn of the clock did: the status after it, what turned out to be damaged, and what was made."""

    status: Status
    damaged: tuple[Backup, ...] = ()
    made: tuple[Done, ...] = ()


def look_after(file: OpenFile) -> Turn:
    """Once a week open the newest backup; always tell when the last good one was made."""
    from desktop_app.services import backups

    _refuse_closed(file)
    looked: Looked = backups.look_after(file)
    return Turn(backups.status(file), looked.damaged)


def make_due(file: OpenFile) -> Turn:
    """Make the backups that are due."""
    from desktop_app.services import backups

    _refuse_closed(file)
    made = backups.make_due(file)
    return Turn(backups.status(file), made=made)


def status(file: OpenFile) -> Turn:
    """When the last good backup was made."""
    from desktop_app.services import backups

    _refuse_closed(file)
    return Turn(backups.status(file))


def _refuse_closed(file: OpenFile) -> None:
    """A turn of the clock may come to the worker behind the closing of the file."""
    if file.db.is_closed or file.db.rests:
        raise Cancelled


def make(file: OpenFile, folder: Path | None = None) -> Done:
    """Make a backup now: in the folder named, else in the first place."""
    from desktop_app.services import backups

    return backups.make_now(file) if folder is None else backups.make(file, folder)


def check(file: OpenFile, backup: Backup) -> str:
    """Open a backup again; what was found, as a word."""
    from desktop_app.services import backups

    return backups.check(file, backup).value


def overview(file: OpenFile) -> Overview:
    """Everything the panel shows."""
    from desktop_app.domain.ladder import rungs
    from desktop_app.services import backups

    places = backups.places(file)
    file_id = backups.file_id(file)
    listed: list[Listed] = []
    for folder in places:
        found = backups.listing(folder)
        own = [each for each in found if each.manifest and each.manifest.file_id == file_id]
        kept = rungs(own)
        listed += (Listed(each, kept.get(each.place), each in own) for each in found)
    return Overview(places, tuple(listed), backups.status(file))


def use_folders(first: str | None = None, second: str | None = None) -> None:
    """Remember on this computer where backups go; None leaves a place as it is. OSError is no reason to stop."""
    kept = settings.Preferences.read()
    wanted = replace(
        kept,
        backup_folder=kept.backup_folder if first is None else first,
        second_backup_folder=kept.second_backup_folder if second is None else second,
    )
    wanted.write()


def usual_folder(live: Path) -> Path:
    """Where the backups of a file lie that is not open."""
    from desktop_app.services import backups

    return backups.first_place(live)


def listing(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, the newest first."""
    from desktop_app.services import backups

    return backups.listing(folder)


def look_inside(path: Path, login: str, password: str, live: Path) -> Inside:
    """What a backup holds, and what putting it in the place of `live` would lose."""
    from desktop_app.services import restore

    return restore.look_inside(path, login, password, live)


def restore(path: Path, live: Path, login: str, password: str) -> Path | None:
    """Put a backup in the place of `live`; where the former file is now."""
    from desktop_app.services import restore as service

    return service.restore(path, live, login, password)


def removal(done: Done) -> Message:
    """Whether the stick is safe to remove now."""
    from desktop_app.services import backups

    return backups.removal(done)


def sentences(inside: Inside, language: str) -> tuple[Message, ...]:
    """What a look inside has found, for reading before anything is replaced."""
    from desktop_app.services import restore as service

    return service.sentences(inside, language)


def salvage(live: Path, login: str, password: str, keys_from: Path | None) -> tuple[tuple[str, ...], Path | None]:
    """Put what is readable of a damaged file in its place: what was saved and lost, and where it is now itself."""
    from desktop_app.i18n import interface
    from desktop_app.services import salvage as service

    told, aside = service.rebuild(live, live, login, password, keys_from=keys_from)
    return service.sentences(told, interface()), aside
