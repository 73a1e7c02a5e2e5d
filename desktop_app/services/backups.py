"""Backups of an open file: when one is due, making it, the ladder, and looking after those that are there."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Final

from desktop_app import settings
from desktop_app.db import backup as copies
from desktop_app.db import backup_check, backup_folder, restoring
from desktop_app.db.backup_check import Finding
from desktop_app.db.queries import Session
from desktop_app.db.queries import backups as queries
from desktop_app.db.target import sorted_target_failures
from desktop_app.domain import ladder
from desktop_app.domain.backups import BESIDE, Backup, Occasion, name_of
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.services import access, files
from desktop_app.services.files import OpenFile

OLD: Final = timedelta(days=7)
"""Without a good backup for longer than this the program warns, and a backup is opened again after this time."""


_SAFE: Final = N_("The backup was read back from its disk and opens. A stick is safe to remove now.")
_NOT_SURE: Final = N_(
    "The backup was written and opens. This system does not let the program see past its memory, so eject the stick "
    "with the system before you pull it out."
)


@dataclass(frozen=True)
class Done:
    """A backup that was just made and proven. `from_disk` says that it was surely read back from the disk itself."""

    backup: Backup
    from_disk: bool


@dataclass(frozen=True)
class Status:
    """When the last good backup was made (None: there is none), and whether that is too long ago."""

    last_good: datetime | None
    overdue: bool


@dataclass(frozen=True)
class Looked:
    """What the weekly look has found: the newest good backup, and newer ones that turned out to be damaged."""

    good: Backup | None
    damaged: tuple[Backup, ...]


def places(file: OpenFile) -> tuple[Path, ...]:
    """The folders that take backups on this computer, the second one only when it is named."""
    second = settings.Preferences.read().second_backup_folder
    first = first_place(file.path)
    return (first, Path(second)) if second else (first,)


def first_place(live: Path) -> Path:
    """Where the backups of a file go, whether it is open or not."""
    chosen = settings.Preferences.read().backup_folder
    return Path(chosen) if chosen else live.parent / BESIDE


def file_id(file: OpenFile) -> str:
    """What tells the backups of this file from those of another."""
    return file.keys.slots.file_id


def make_now(file: OpenFile) -> Done:
    """Make a backup in the first place, whether one is due or not. Raises as `make`."""
    folder = first_place(file.path)
    _make_folder(folder, file)
    return make(file, folder)


def make(file: OpenFile, folder: Path, occasion: Occasion = Occasion.BY_HAND) -> Done:
    """Make a backup in this folder, prove it, log it, and remove what the ladder no longer holds there.

    Raises AppError when the folder cannot take it, DamagedFile when the file cannot be read whole: then nothing is
    removed and every earlier backup is as it was.
    """
    now = settings.now().replace(microsecond=0)
    place = folder / name_of(file.path.stem, now, occasion, settings.FILE_SUFFIX)
    made = copies.make(file.db.engine, file.keys, place, occasion, now, version("tirek"))
    with access.writing(file, Action.BACK_UP, "backup"):
        pass
    _thin(folder, file.keys.slots.file_id, made.path)
    return Done(Backup(str(folder), made.path.name, made.manifest.size, made.manifest, now), made.from_disk)


def make_due(file: OpenFile) -> tuple[Done, ...]:
    """Make a backup in each place whose newest one lacks something; a second place that is not there is passed over.

    Raises AppError or DamagedFile of the first place that failed, when all have been tried.
    """
    done: list[Done] = []
    failed: list[AppError] = []
    for number, folder in enumerate(places(file)):
        if number and not folder.is_dir():
            continue
        try:
            _make_folder(folder, file)
            if is_due(file, folder):
                done.append(make(file, folder, Occasion.AUTOMATIC))
        except AppError as error:
            failed.append(error)
    if failed:
        raise failed[0]
    return tuple(done)


def removal(done: Done) -> Message:
    """Whether a stick with this backup is safe to remove, as a sentence."""
    return Message(_SAFE if done.from_disk else _NOT_SURE)


def is_due(file: OpenFile, folder: Path) -> bool:
    """Whether the newest good backup there lacks something that is in the file."""
    newest = next(iter(_good(file, folder)), None)
    if newest is None or newest.manifest is None:
        return True
    with access.reading(file, Action.BACK_UP) as session:
        goes_on = queries.has_line(session, newest.manifest.log_seq, newest.manifest.log_chain)
        return not goes_on or queries.changed_after(session, newest.manifest.log_seq)


def close(file: OpenFile) -> None:
    """Make the backups that are due and close the file, whatever becomes of them.

    AppError when the closing or else a backup failed; the file is closed then too, and everything in it is saved.
    """
    failed: AppError | None = None
    if not (file.db.is_closed or file.db.rests):
        try:
            make_due(file)
        except AppError as error:
            failed = error
    files.close(file)
    if failed is not None:
        raise failed


def listing(folder: Path) -> tuple[Backup, ...]:
    """Every file of a centre in the folder, the newest first. AppError when nobody may look there."""
    return backup_folder.listing(folder)


def path_of(backup: Backup) -> Path:
    """Where a backup lies."""
    return backup_folder.path_of(backup)


def last_good(file: OpenFile) -> Backup | None:
    """The newest good backup of this file in any place that can be reached."""
    return max(_good_anywhere(file), key=_order, default=None)


def status(file: OpenFile) -> Status:
    """When the last good backup was made; a file younger than a week need not have one."""
    newest = last_good(file)
    with access.reading(file, Action.BACK_UP) as session:
        since = newest.made_at if newest else _began(session)
    return Status(newest.made_at if newest else None, settings.now() - since > OLD)


def check(file: OpenFile, backup: Backup) -> Finding:
    """Open a backup again and note in its manifest what was found. AppError when it cannot be reached or is not ours.

    The manifest on a stick that may not be written stays as it was.
    """
    path = path_of(backup)
    if backup.manifest is None or backup.manifest.file_id != file.keys.slots.file_id:
        return Finding.FORMER_KEY
    finding = backup_check.check(path, backup.manifest, file.keys)
    with access.writing(file, Action.CHECK_BACKUP, "backup"):
        pass
    now = settings.now()
    noted = {"damaged_at": now} if finding is Finding.DAMAGED else {"checked_at": now, "damaged_at": None}
    with suppress(OSError):
        copies.write_manifest(path, replace(backup.manifest, **noted))
    return finding


def look_after(file: OpenFile) -> Looked:
    """Once a week open the newest backup of each place; where it is damaged, the next one, until one is good.

    Between the weeks only the manifests are read. A former file that a stopped restore left hidden is shown.
    """
    with suppress(OSError):
        restoring.settle_aside(file.path)
    damaged: list[Backup] = []
    for folder in places(file):
        with suppress(AppError):  # a stick that is not there now is looked at another day
            if _is_unwatched(_good(file, folder)):
                damaged.extend(_damaged_until_good(file, folder))
    return Looked(last_good(file), tuple(damaged))


def _damaged_until_good(file: OpenFile, folder: Path) -> Iterable[Backup]:
    for each in _good(file, folder):
        if check(file, each) is not Finding.DAMAGED:
            return
        yield each


def _is_unwatched(good: tuple[Backup, ...]) -> bool:
    """Whether nobody has looked for a week: since the last look, else since the oldest was made."""
    looks = [each.manifest.checked_at for each in good if each.manifest and each.manifest.checked_at]
    seen = max(looks, default=min((each.made_at for each in good), default=None))
    return seen is not None and settings.now() - seen > OLD


def _good(file: OpenFile, folder: Path) -> tuple[Backup, ...]:
    own = (each for each in listing(folder) if each.manifest and each.manifest.file_id == file.keys.slots.file_id)
    return tuple(each for each in own if each.is_good)


def _good_anywhere(file: OpenFile) -> Iterable[Backup]:
    for folder in places(file):
        with suppress(AppError):
            yield from _good(file, folder)


def _thin(folder: Path, file_id: str, made: Path) -> None:
    """Climb the ladder; what was made just now stays whatever the clock says."""
    gone = ladder.to_remove(listing(folder), file_id)
    backup_folder.remove((each for each in gone if each.name != made.name), folder, file_id)


def _make_folder(folder: Path, file: OpenFile) -> None:
    """The folder beside the file is made by the program; one that somebody chose must be there."""
    if folder == file.path.parent / BESIDE:
        with sorted_target_failures(folder):
            folder.mkdir(exist_ok=True)


def _began(session: Session) -> datetime:
    return queries.began(session) or settings.now()


def _order(backup: Backup) -> tuple[datetime, int, str]:
    return backup.order
