"""Bytes that are surely on the disk: written through, and read back from the disk itself, not from memory."""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

_AT_ONCE: Final = 1 << 20


class ReadBack(NamedTuple):
    """The hash of a file. `from_disk` says that the bytes surely came from the disk and not from a cache."""

    sha256: str
    from_disk: bool


def write_through(path: Path) -> None:
    """Bring the bytes of a file to the disk. OSError when the disk refuses."""
    held = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(held)
    finally:
        os.close(held)


def forget_cached(path: Path) -> None:
    """Ask the system to forget what it holds of a file in memory, so that the next reading comes from the disk."""
    if not hasattr(os, "posix_fadvise"):
        return
    held = os.open(path, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.posix_fadvise(held, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(held)


def read_back(path: Path) -> ReadBack:
    """The hash of what the disk itself gives back. OSError when it gives an error."""
    forget_cached(path)
    try:
        return ReadBack(_hash(_past_the_cache(path)), from_disk=True)
    except (OSError, AttributeError):  # a file system or a system that cannot read past its cache
        return ReadBack(_hash(_as_usual(path)), from_disk=False)


def _hash(pieces: Iterator[bytes]) -> str:
    found = sha256()
    for piece in pieces:
        found.update(piece)
    return found.hexdigest()


def _past_the_cache(path: Path) -> Iterator[bytes]:
    held = os.open(path, os.O_RDONLY | os.O_DIRECT)
    try:
        with mmap.mmap(-1, _AT_ONCE) as aligned:  # such a reading needs memory that begins where a page does
            while read := os.readv(held, [aligned]):
                yield aligned[:read]
    finally:
        os.close(held)


def _as_usual(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_AT_ONCE):
            yield piece
