"""Putting a backup in the place of the file in use: at every moment there is the old file or the new one, whole.

The new file is finished under a hidden name. The old one gets a second, hidden name; one rename puts the new file in
its place, and then the second name of the old one becomes visible. Nothing of the old file is ever removed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop_app.db import blocks, disk, envelope, soundness
from desktop_app.db.at_rest import AtRest, companions
from desktop_app.db.engine import SCHEMA, Database, connect, schema_of
from desktop_app.db.failures import sorted_disk_failures
from desktop_app.db.file_lock import FileLock
from desktop_app.db.patience import replaced
from desktop_app.db.upgrade import upgrade
from desktop_app.domain.backups import Manifest
from desktop_app.errors import AppError, DamagedFile
from desktop_app.i18n import N_

RESTORED: Final = "restore_backup"
"""Stands in the log of a restored file."""

_BEFORE: Final = "{} before restore"
_MEGABYTE: Final = 1_000_000
_NO_ROOM: Final = N_(
    "There is no room to restore in %(folder)s: it needs %(needed)s MB, and %(free)s MB are free. Nothing was changed. "
    "Free some space there and try again."
)
_CHANGED: Final = N_(
    "The backup %(name)s is not as it was made: its disk or stick has damaged it. Nothing was changed. "
    "Choose an older backup."
)


@contextmanager
def reserved(live: Path) -> Iterator[Path]:
    """The place of the file in use, which nobody else can open meanwhile; it need not be there. CannotOpen."""
    live = Path(os.path.realpath(live))
    with sorted_disk_failures(live):
        lock = FileLock(live)
    try:
        with sorted_disk_failures(live):
            yield live
    finally:
        lock.release()


def refuse_damaged(backup: Path, seen: AtRest, manifest: Manifest | None) -> None:
    """Raise DamagedFile when a backup is not what was made, or does not hang together."""
    connection = seen.session.connection()
    whole = not soundness.broken_pages(connection) and soundness.holds_together(connection)
    if not whole or (manifest is not None and disk.read_back(backup).sha256 != manifest.sha256):
        raise DamagedFile(_CHANGED, name=backup.name)


def put_in_place(backup: Path, seen: AtRest, live: Path, staff_id: int, now: datetime) -> Path | None:
    """Put a backup that was looked into where `live` is, which is `reserved`; where the former file is now.

    The former file gets the time `now` into its name. `staff_id` is who restores, for the log. AppError when there is
    no room, DamagedFile when the backup cannot be read whole: then nothing was changed.
    """
    settle_aside(live)
    hidden = live.with_name(f".{live.name}.restoring")
    envelope.forget_unfinished(hidden)
    try:
        _refuse_without_room(backup, live.parent)
        _copy(backup, hidden)
        _note(hidden, seen, live, staff_id)
        return swap(hidden, live, now)
    finally:
        envelope.forget_unfinished(hidden)


def settle_aside(live: Path) -> None:
    """Finish what a stopped restore left: give the former file its visible name.

    When the former file is still the file in use, its second name is forgotten.
    """
    begins = f".{_BEFORE.format(live.stem)}"
    for hidden in sorted(live.parent.iterdir()):
        if hidden.name.startswith(begins) and hidden.suffix == live.suffix:
            if live.exists() and hidden.samefile(live):
                for each in (*companions(hidden), hidden):
                    each.unlink()
            else:
                _show(hidden)
    envelope.sync_folder(live.parent)


def _show(hidden: Path) -> Path:
    """Make a hidden file visible, last of all that belongs to it."""
    for each in (*companions(hidden), hidden):
        replaced(each, each.with_name(each.name[1:]))
    return hidden.with_name(hidden.name[1:])


def _refuse_without_room(backup: Path, folder: Path) -> None:
    needed = backup.stat().st_size + blocks.MOST_BYTES
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise AppError(_NO_ROOM, folder=folder, needed=needed // _MEGABYTE + 1, free=free // _MEGABYTE)


def _copy(backup: Path, hidden: Path) -> None:
    envelope.private(hidden).close()
    shutil.copyfile(backup, hidden)
    disk.write_through(hidden)
    if disk.read_back(hidden).sha256 != disk.read_back(backup).sha256:
        raise DamagedFile(_CHANGED, name=backup.name)


def _note(hidden: Path, seen: AtRest, live: Path, staff_id: int) -> None:
    """Bring the new file to this program's schema and write into its log that it was restored."""
    envelope.unfold(hidden, envelope.look(hidden, SCHEMA))
    database = Database(connect(hidden, seen.key))
    try:
        if schema_of(database.engine) < SCHEMA:
            upgrade(database.engine)
        with database.write(RESTORED, staff_id, "backup"):
            pass
    finally:
        database.close()
    # Newer than whatever lies beside the file in use: a computer that stops now finds slots of both.
    generation = max(seen.slots.generation, _generation(live)) + 1
    envelope.fold(hidden, replace(seen.slots, schema=SCHEMA, generation=generation))
    envelope.look(hidden, SCHEMA)


def swap(hidden: Path, live: Path, now: datetime) -> Path | None:
    """Put a finished file in the place of `live`, which is `reserved`; where the former file is now, None for none."""
    former = [each for each in (live, *companions(live)) if each.exists()]
    second = _free_aside(live, now)
    for each in former:
        _give_second_name(each, second.with_name(second.name + each.name.removeprefix(live.name)))
    envelope.sync_folder(live.parent)
    replaced(hidden, live)
    envelope.sync_folder(live.parent)
    for each in companions(live):  # they have their second name
        each.unlink()
    shown = _show(second) if live in former else None
    envelope.sync_folder(live.parent)
    return shown


def _give_second_name(path: Path, second: Path) -> None:
    try:
        second.hardlink_to(path)
    except OSError:  # a file system without links
        shutil.copyfile(path, second)
        disk.write_through(second)


def _generation(live: Path) -> int:
    with suppress(AppError, OSError):
        return envelope.look(live, SCHEMA).slots.generation
    return 0


def _free_aside(live: Path, now: datetime) -> Path:
    """The hidden name of the former file; the visible one is the same without its dot."""
    stem, number = f"{_BEFORE.format(live.stem)} {now:%Y-%m-%d %H%M}", 1
    while True:
        visible = live.with_name(f"{stem} {number}{live.suffix}" if number > 1 else f"{stem}{live.suffix}")
        hidden = visible.with_name(f".{visible.name}")
        if not any(each.exists() or companions(each) for each in (visible, hidden)):
            return hidden
        number += 1
