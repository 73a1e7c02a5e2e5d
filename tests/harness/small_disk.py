"""A small disk of its own, which a test can fill to the last byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import pytest

_FILLER: Final = "filler"


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[Path]:
    """A disk of `size` bytes in memory; the test is skipped where nobody may mount one."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or mount is None or umount is None:
        pytest.skip("a small disk can be mounted only by the administrator of a Linux computer")
    place.mkdir()
    mounted = subprocess.run([mount, "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=False)
    if mounted.returncode != 0:
        pytest.skip("this system lets nobody mount a small disk")
    try:
        yield place
    finally:
        subprocess.run([umount, "--lazy", place], check=True)


def fill(disk: Path, *, leaving: int = 0) -> None:
    """Fill a disk with a file until so many bytes are free."""
    with (disk / _FILLER).open("ab", buffering=0) as file, suppress(OSError):
        while (left := shutil.disk_usage(disk).free - leaving) > 0:
            file.write(bytes(min(left, 1 << 20)))


def free(disk: Path) -> None:
    """Remove what filled the disk."""
    (disk / _FILLER).unlink()
