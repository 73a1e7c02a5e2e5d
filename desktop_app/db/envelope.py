"""The file on the disk: encrypted pages, and behind them the key slots. Open for one program at a time.

At rest there is one file. While it is open the slots lie beside it in `<file>.keys`, because the database
owns the end of the file; `<file>.lock` keeps a second program out. After a crash `.keys` is still there.
"""

from __future__ import annotations

import os
import struct
import sys
from hashlib import sha256
from pathlib import Path
from typing import IO, Final

from desktop_app.db.vault import FORMAT, Slots
from desktop_app.errors import AppError, CannotOpen, DamagedFile
from desktop_app.i18n import N_

_MAGIC: Final = b"TIREKEY1"
_TAIL: Final = struct.Struct(">8sI32s")
_PAGE: Final = 4096
_LARGEST: Final = 1 << 20

_NOT_TIREK: Final = N_("%(path)s is not a file of Tirek. Choose the file of your centre.")
_NO_KEYS: Final = N_(
    "The keys of %(path)s are missing: the file was copied while it was open. "
    "Copy %(keys)s too, or use a copy made after signing out."
)


class Lock:
    """The right to open a file; held until `release`."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + ".lock")
        self._file: IO[bytes] = self._taken()

    def _taken(self) -> IO[bytes]:
        file = self._path.open("a+b")
        try:
            _lock(file)
        except OSError:
            file.close()
            raise CannotOpen(
                N_("The file is already open in another window or command. Close it there and try again.")
            ) from None
        return file

    def release(self) -> None:
        """Let others open the file."""
        if os.name == "posix":
            self._path.unlink(missing_ok=True)
        self._file.close()


def load(path: Path) -> Slots:
    """Take the slots from behind the pages (or, after a crash, from beside them) and cut them off the pages.

    The caller holds the lock. Raises CannotOpen or DamagedFile; then the file was not changed.
    """
    beside = _keys_path(path)
    kept = _beside(beside)
    tail = _behind(path)
    newest = max((found for found in (kept, tail[0]) if found), key=lambda slots: slots.generation, default=None)
    if newest is None:
        _refuse(path, beside)
        raise AssertionError
    if newest.format > FORMAT:
        raise CannotOpen(
            N_("This file was made by a newer version of Tirek. Install the newer version; the file was not changed.")
        )
    if newest is not kept:
        store_beside(path, newest)
    if tail[0] is not None:
        with path.open("r+b") as file:
            file.truncate(tail[1])
            os.fsync(file.fileno())
    return newest


def store_beside(path: Path, slots: Slots) -> None:
    """Write the slots beside the open file; the former ones stay until the new ones are on the disk."""
    beside = _keys_path(path)
    fresh = beside.with_name(beside.name + ".new")
    _write(fresh, slots.to_json() + _sealed(slots))
    fresh.replace(beside)
    _sync_folder(path.parent)


def store_behind(path: Path, slots: Slots) -> None:
    """Write the slots behind the pages of the closed file, read them back, and remove those beside it."""
    text = slots.to_json()
    try:
        with path.open("ab") as file:
            file.write(text + _sealed(slots))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return  # a full disk: the slots beside the file stay, and the next start uses them
    if _behind(path)[0] == slots:
        _keys_path(path).unlink(missing_ok=True)
        _sync_folder(path.parent)


def refuse_existing(path: Path) -> None:
    """Raise AppError when a new file would stand where something is already."""
    if path.exists() or _keys_path(path).exists():
        raise AppError(N_("%(path)s is already there. Choose another name."), path=path)


def forget_unfinished(path: Path) -> None:
    """Remove what a file that could not be made left behind. Only for a path that `refuse_existing` let pass."""
    for ending in ("", "-wal", "-shm", ".keys", ".keys.new"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _sealed(slots: Slots) -> bytes:
    text = slots.to_json()
    return _TAIL.pack(_MAGIC, len(text), sha256(text).digest())


def _behind(path: Path) -> tuple[Slots | None, int]:
    """The slots behind the pages, and where the pages end."""
    size = path.stat().st_size
    if size < _TAIL.size:
        return None, size
    with path.open("rb") as file:
        file.seek(max(0, size - _TAIL.size - _LARGEST))
        end = file.read()
    return _unsealed(end), size - _sealed_size(end)


def _beside(path: Path) -> Slots | None:
    try:
        return _unsealed(path.read_bytes())
    except FileNotFoundError:
        return None


def _unsealed(end: bytes) -> Slots | None:
    length = _sealed_size(end) - _TAIL.size
    if length < 0:
        return None
    _, _, digest = _TAIL.unpack(end[-_TAIL.size :])
    text = end[-_TAIL.size - length : -_TAIL.size]
    if sha256(text).digest() != digest:
        return None
    try:
        return Slots.from_json(text)
    except ValueError:
        return None


def _sealed_size(end: bytes) -> int:
    """How many bytes of the end are slots; 0 when it does not end in slots."""
    if len(end) < _TAIL.size:
        return 0
    magic, length, _ = _TAIL.unpack(end[-_TAIL.size :])
    whole = length + _TAIL.size
    return whole if magic == _MAGIC and whole <= len(end) else 0


def _refuse(path: Path, beside: Path) -> None:
    """Say why no slots were found: the keys are damaged or missing, or it is another kind of file."""
    if beside.exists():
        raise DamagedFile(N_("The keys of the file are damaged. Open your latest copy of the file instead."))
    with path.open("rb") as file:
        head = file.read(_PAGE)
    whole_pages = path.stat().st_size % _PAGE == 0 and len(head) == _PAGE
    if whole_pages and len(set(head)) > _PAGE // 20:
        raise CannotOpen(_NO_KEYS, path=path, keys=beside.name)
    raise CannotOpen(_NOT_TIREK, path=path)


def _keys_path(path: Path) -> Path:
    return path.with_name(path.name + ".keys")


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
