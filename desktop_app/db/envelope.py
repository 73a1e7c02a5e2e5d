"""The file on the disk: encrypted pages, and behind them the key slots.

At rest there is one file. While it is open the pages stand alone, because the database owns the end of the file, and
the slots lie beside it in `<file>.keys`; after a crash they are still there. Every step is on the disk before the next
one begins, so that at any moment the slots can be found in one of the two places, in both, or the file is not yet made.
The callers hold the file's lock. Nothing here opens the file while the database has it open.
"""

from __future__ import annotations

import math
import os
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from desktop_app.db import blocks
from desktop_app.db.blocks import PAGE, Kept
from desktop_app.db.patience import replaced
from desktop_app.db.vault import FORMAT, Slots
from desktop_app.errors import AppError, CannotOpen, DamagedFile
from desktop_app.i18n import N_

_PLAIN: Final = b"SQLite format 3\0"
# A page of 4,096 random bytes holds 7.955 bits a byte, give or take 0.004; compressed pictures and papers hold less.
_LEAST_ENTROPY: Final = 7.93

NOT_TIREK: Final = N_("%(path)s is not a file of Tirek. Choose the file of your centre.")
NEWER: Final = N_(
    "This file was made by a newer version of Tirek. Install the newer version; the file was not changed."
)
_NO_KEYS: Final = N_(
    "The keys of %(path)s are missing: the file was copied while it was open. "
    "Copy %(keys)s too, or use a copy made after signing out."
)
_NO_END: Final = N_(
    "The end of %(path)s is missing. Do not delete anything. Open your latest copy of the file instead."
)
_BAD_KEYS: Final = N_("The keys of the file are damaged. Open your latest copy of the file instead.")
_TAKEN: Final = N_("%(path)s is already there. Choose another name.")
_NO_ROOM_TO_CLOSE: Final = N_(
    "The disk is full. Everything is saved, but the keys of the file stay beside it in %(keys)s. "
    "Free some space, then open and close the file once more."
)


@dataclass(frozen=True)
class Found:
    """The newest slots of a file, and what to do before its pages can be used.

    `cut_at` is where the pages end when something lies behind them; `was_closed` says that it was the slots.
    """

    slots: Slots
    cut_at: int | None
    was_closed: bool


def look(path: Path, schema: int) -> Found:
    """Find the slots of a file and change nothing.

    `schema` is the newest this program knows. Raises CannotOpen (not a file of Tirek, newer, keys missing) or
    DamagedFile.
    """
    head, end, size = _both_ends(path)
    behind, beside = blocks.unsealed(end), _beside(path)
    if head.startswith(_PLAIN):
        raise CannotOpen(NOT_TIREK, path=path)
    if behind is not None and (beside is None or not _is_newer(beside, behind)):
        found = Found(behind.slots, behind.pages_end, was_closed=True)
    elif beside is not None:
        whole = behind or beside
        found = Found(beside.slots, whole.pages_end, was_closed=behind is not None)
    else:
        raise _refusal(path, head, end, size)
    if found.slots.format > FORMAT or found.slots.schema > schema:
        raise CannotOpen(NEWER)
    return found


def unfold(path: Path, found: Found) -> None:
    """Put the slots beside the file and cut them off its pages, so that the database can have it. OSError when full."""
    with path.open("r+b") as file:  # where it may not be written nothing is moved
        if found.was_closed:
            _set_aside(path, found.slots.file_id)
        store_beside(path, found.slots)
        if found.cut_at is not None and path.stat().st_size > found.cut_at:
            file.truncate(found.cut_at)
            os.fsync(file.fileno())


def fold(path: Path, slots: Slots) -> None:
    """Put the slots behind the pages of the closed file, read them back, and remove those beside it.

    When the database left a journal, the file is not whole without it: then the slots stay beside the file, as after
    a crash. Raises AppError when the disk is full; the slots stay beside the file too, and it can be opened with them.
    """
    if not _is_whole(path):
        return
    end = path.stat().st_size
    kept = Kept(slots, end)
    try:
        store_beside(path, slots, end)
        with path.open("ab") as file:
            file.write(os.urandom(-end % PAGE) + blocks.sealed(kept))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            os.truncate(path, end)
        raise AppError(_NO_ROOM_TO_CLOSE, keys=keys_path(path).name) from None
    if blocks.unsealed(_both_ends(path)[1]) != kept:
        raise DamagedFile(_BAD_KEYS)
    with suppress(OSError):  # what stays is as good as what is behind the pages
        keys_path(path).unlink()
    sync_folder(path.parent)


def store_beside(path: Path, slots: Slots, pages_end: int | None = None) -> None:
    """Write the slots beside the file; the former ones stay until the new ones are on the disk. OSError when full."""
    beside = keys_path(path)
    fresh = beside.with_name(beside.name + ".new")
    try:
        with private(fresh) as file:
            file.write(blocks.sealed(Kept(slots, pages_end)))
            file.flush()
            os.fsync(file.fileno())
        replaced(fresh, beside)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise
    sync_folder(path.parent)


def private(path: Path) -> IO[bytes]:
    """A new file that other people of this computer may not read (the database's journals take over its rights)."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600), "wb")


def refuse_existing(path: Path) -> None:
    """Raise AppError when a new file would stand where something is already."""
    if any(place.exists() for place in (path, keys_path(path), *_journals(path))):
        raise AppError(_TAKEN, path=path)


def give_name(unnamed: Path, path: Path) -> None:
    """Give a closed new file its name; the place must still be free."""
    refuse_existing(path)
    replaced(unnamed, path)
    sync_folder(path.parent)


def forget_unfinished(path: Path) -> None:
    """Remove what a file that could not be made has left."""
    for place in (path, *_journals(path), keys_path(path)):
        with suppress(OSError):
            place.unlink()


def keys_path(path: Path) -> Path:
    """Where the slots of an open file lie."""
    return path.with_name(path.name + ".keys")


def _journals(path: Path) -> tuple[Path, Path, Path]:
    """What the database may have left: its log, the map of that, and the journal of a re-keying."""
    log, its_map, journal = (path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))
    return log, its_map, journal


def _is_whole(path: Path) -> bool:
    """Whether the database has left no journal with something in it; an empty one is removed."""
    log, _, journal = _journals(path)
    if (log.exists() and log.stat().st_size) or _is_hot(journal):
        return False
    for place in _journals(path):
        place.unlink(missing_ok=True)
    return True


def _is_hot(journal: Path) -> bool:
    """Whether a journal has to be played back: its first byte is zero until it is whole on the disk, and afterwards.

    (sqlite.org/fileformat2.html, "the rollback journal"; the database leaves one that was never begun where it is.)
    """
    try:
        with journal.open("rb") as file:
            return file.read(1) not in (b"", b"\0")
    except FileNotFoundError:
        return False


def _both_ends(path: Path) -> tuple[bytes, bytes, int]:
    """The first page of a file, as much of its end as can be slots, from a page on, and its size."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(PAGE)
        file.seek(max(0, size - blocks.MOST_BYTES) // PAGE * PAGE)
        return head, file.read(), size


def _beside(path: Path) -> Kept | None:
    """The slots beside the file. Raises DamagedFile when they are there and cannot be read."""
    try:
        content = keys_path(path).read_bytes()
    except FileNotFoundError:
        return None
    kept = blocks.unsealed(content)
    if kept is None and blocks.unsealed(_both_ends(path)[1]) is None:
        raise DamagedFile(_BAD_KEYS)
    return kept


def _is_newer(beside: Kept, behind: Kept) -> bool:
    same = beside.slots.file_id == behind.slots.file_id
    return same and beside.slots.generation > behind.slots.generation


def _set_aside(path: Path, file_id: str) -> None:
    """Move away what belongs to another state of the file: a journal of it, or the keys of another file.

    A closed file has no journal. One beside it was left by a crash, before this file was put in the place of the
    crashed one; the database would write its pages into the wrong file.
    """
    for place in _journals(path):
        if place.exists():
            replaced(place, place.with_name(place.name + ".old"))
    try:
        beside = blocks.unsealed(keys_path(path).read_bytes())
    except FileNotFoundError:
        return
    if beside is not None and beside.slots.file_id != file_id:
        replaced(keys_path(path), path.with_name(f"{path.name}.keys.{beside.slots.file_id[:8]}"))


def _refusal(path: Path, head: bytes, end: bytes, size: int) -> AppError:
    """Why there are no slots: they are damaged, were left behind when the file was copied, or it is no such file."""
    if blocks.are_in(end):
        return DamagedFile(_BAD_KEYS)
    if len(head) < PAGE or _entropy(head) < _LEAST_ENTROPY:
        return CannotOpen(NOT_TIREK, path=path)
    if size % PAGE:
        return DamagedFile(_NO_END, path=path)
    return CannotOpen(_NO_KEYS, path=path, keys=keys_path(path).name)


def _entropy(content: bytes) -> float:
    """Bits of information in a byte."""
    whole = len(content)
    return -sum(count / whole * math.log2(count / whole) for count in Counter(content).values())


def sync_folder(folder: Path) -> None:
    """Bring the names of a folder to the disk. Windows does so by itself."""
    if os.name != "posix":
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
