"""A reserve of room on the disk of the file, given up a slice at a time when the disk is full.

A full disk can keep a database from being opened at all: signing in writes a line of the log. With a slice given up
the file opens, can be read, and can be closed. The reserve comes back when there is plenty of room. See
docs/decisions/0011.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop_app import settings

SIZE = 16 * 1024 * 1024
"""Bytes of the whole reserve."""

SLICES: Final = 4
LEAST: Final = 1024 * 1024
"""With fewer bytes free the disk counts as full: a journal and its map want about a tenth of that."""

PLENTY: Final = 256 * 1024 * 1024
"""With as many bytes free the reserve is made, or made whole again."""


SCARCE: Final = 64 * 1024 * 1024
"""With fewer bytes free who signs in is warned."""


def place(path: Path) -> Path:
    """Where the reserve of a file lies: among the user's data when that is on the same disk, else beside the file."""
    ours = settings.user_data_dir()
    if _disk(ours) == _disk(path.parent):
        return ours / "reserve"
    return path.with_name(path.name + ".reserve")


def free(path: Path) -> int | None:
    """Bytes free for the file; None when its disk does not answer."""
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return None


def is_full(path: Path) -> bool:
    """Whether the disk of the file has no room left."""
    left = free(path)
    return left is not None and left < LEAST


def make_room(path: Path) -> bool:
    """Give up a slice of the reserve if the disk is full; whether it did."""
    if not is_full(path):
        return False
    reserve = place(path)
    try:
        left = reserve.stat().st_size - max(1, SIZE // SLICES)
        if left <= 0:
            reserve.unlink()
        else:
            _cut(reserve, left)
    except OSError:
        return False
    return True


def keep(path: Path) -> None:
    """Make the reserve whole when there is plenty of room for it; without that, or the right to, nothing happens."""
    with suppress(OSError):
        reserve = place(path)
        if reserve.exists() and reserve.stat().st_size >= SIZE:
            return
        if (free(path) or 0) >= PLENTY:
            reserve.parent.mkdir(parents=True, exist_ok=True)
            _fill(reserve)


def _fill(reserve: Path) -> None:
    with reserve.open("ab") as file:
        held = file.tell()
        if hasattr(os, "posix_fallocate"):
            with suppress(OSError):  # some file systems cannot
                os.posix_fallocate(file.fileno(), 0, SIZE)
                return
        file.write(os.urandom(SIZE - held))  # nothing that a file system could store as less


def _cut(reserve: Path, length: int) -> None:
    """Some file systems give the room back only when the cut is on the disk."""
    with reserve.open("r+b") as file:
        file.truncate(length)
        os.fsync(file.fileno())


def _disk(folder: Path) -> int:
    """The number of the disk of a folder, or of the nearest one above it that exists."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.stat().st_dev
