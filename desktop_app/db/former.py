"""A file of an older schema, kept as a proven backup before its tables are brought up to date."""

from __future__ import annotations

import shutil
from importlib.metadata import version
from pathlib import Path

from desktop_app import settings
from desktop_app.db import at_rest, backup, disk, envelope, soundness
from desktop_app.db.target import SOURCE, sorted_target_failures
from desktop_app.db.vault import Slots
from desktop_app.domain.backups import BESIDE, Manifest, Occasion, name_of
from desktop_app.errors import AppError, CannotOpen, DamagedFile


def keep(path: Path, slots: Slots, keys: tuple[bytes, ...]) -> Path:
    """Copy a closed file byte for byte into the folder of backups beside it, prove the copy and give it a manifest.

    Raises CannotOpen when there is no room, DamagedFile when the file is damaged: it is then not upgraded.
    """
    folder = path.parent / BESIDE
    try:
        with sorted_target_failures(folder):
            folder.mkdir(exist_ok=True)
            return _kept(path, slots, keys, folder)
    except DamagedFile:
        raise
    except AppError as error:
        raise CannotOpen(error.message.msgid, **error.message.params) from None


def _kept(path: Path, slots: Slots, keys: tuple[bytes, ...], folder: Path) -> Path:
    now = settings.now().replace(microsecond=0)
    unfinished = folder / f".{slots.file_id[:16]}.unfinished"
    with backup.removed(unfinished):
        envelope.private(unfinished).close()
        shutil.copyfile(path, unfinished)
        disk.write_through(unfinished)
        proof = disk.read_back(unfinished)
        if proof.sha256 != disk.read_back(path).sha256:
            raise AppError(backup.NOT_AS_WRITTEN, folder=folder)
        with at_rest.with_one_of(unfinished, slots, keys) as seen:
            if soundness.broken_pages(seen.session.connection()):
                raise DamagedFile(SOURCE)
            state = backup.state_of(seen.session)
        manifest = Manifest(
            file_id=slots.file_id,
            occasion=Occasion.UPGRADE,
            made_at=now,
            program=version("tirek"),
            schema=slots.schema,
            size=unfinished.stat().st_size,
            sha256=proof.sha256,
            log_seq=state.head.seq,
            log_chain=state.head.chain.hex(),
            rows=state.rows,
        )
        place = folder / name_of(path.stem, now, Occasion.UPGRADE, settings.FILE_SUFFIX)
        return backup.give_name(unfinished, place, manifest)
