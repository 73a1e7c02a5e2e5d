"""A folder with backups: what lies there, and removing what the ladder no longer holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.db import backup as copies
from desktop_app.db.target import sorted_target_failures
from desktop_app.domain.backups import MANIFEST_SUFFIX, Backup, Manifest
from desktop_app.settings import FILE_SUFFIX


def listing(folder: Path) -> tuple[Backup, ...]:
    """Every file of a centre in the folder, the newest first; none when the folder is not there.

    AppError when nobody may look there or its disk does not answer.
    """
    with sorted_target_failures(folder):
        if not folder.is_dir():
            return ()
        found = [_backup(path) for path in folder.iterdir() if _is_meant(path)]
    return tuple(sorted(found, key=_order, reverse=True))


def remove(backups: Iterable[Backup], folder: Path, file_id: str) -> None:
    """Remove these backups of one file, and manifests of it that a stopped program left without their backup.

    What cannot be removed now is removed next time.
    """
    with suppress(OSError):
        for each in backups:
            path = folder / each.name
            path.unlink(missing_ok=True)
            copies.manifest_path(path).unlink(missing_ok=True)
        for path in _without_backup(folder):
            manifest = read_manifest(path.with_name(path.name.removesuffix(MANIFEST_SUFFIX)))
            if manifest is not None and manifest.file_id == file_id:
                path.unlink()


def path_of(backup: Backup) -> Path:
    """Where a backup lies."""
    return Path(backup.folder) / backup.name


def read_manifest(backup: Path) -> Manifest | None:
    """The manifest of a backup; None when there is none that can be read."""
    try:
        return Manifest.from_json(copies.manifest_path(backup).read_text("utf-8"))
    except (OSError, ValueError):
        return None


def _backup(path: Path) -> Backup:
    told = path.stat()
    seen_at = datetime.fromtimestamp(told.st_mtime, UTC)
    return Backup(str(path.parent), path.name, told.st_size, read_manifest(path), seen_at)


def _is_meant(path: Path) -> bool:
    return path.suffix == FILE_SUFFIX and not path.name.startswith(".") and path.is_file()


def _without_backup(folder: Path) -> Iterator[Path]:
    for path in folder.glob(f"*{FILE_SUFFIX}{MANIFEST_SUFFIX}"):
        if not path.with_name(path.name.removesuffix(MANIFEST_SUFFIX)).exists():
            yield path


def _order(backup: Backup) -> tuple[datetime, int, str]:
    return backup.order
