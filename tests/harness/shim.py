"""What a program does to a folder, written down or disturbed: the C part built when first needed, and its calls.

The shim sits between a program and the C library (see shim.c). It needs Linux and a C compiler; without them the
tests that want it are skipped and say so.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

_SOURCE: Final = Path(__file__).with_name("shim.c")
READING: Final = 1
WRITING: Final = 2 | 32 | 64
SYNCING: Final = 4
OPENING: Final = 8
NAMING: Final = 16
EVERY_KIND: Final = READING | WRITING | SYNCING | OPENING | NAMING


def built() -> Path:
    """The shim as a library; the test is skipped where it cannot be built."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if not sys.platform.startswith("linux") or compiler is None:
        pytest.skip("the shim of the crash harnesses needs Linux and a C compiler")
    return _built(compiler)


@cache
def _built(compiler: str) -> Path:
    name = f"tirek-shim-{os.getuid()}-{sha256(_SOURCE.read_bytes()).hexdigest()[:16]}.so"
    library = Path(tempfile.gettempdir()) / name
    if not library.exists():
        fresh = library.with_name(f"{name}.{os.getpid()}")
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", fresh, _SOURCE, "-ldl", "-lpthread"], check=True)
        fresh.replace(library)
    return library


@dataclass(frozen=True)
class Fault:
    """The step that goes wrong, counted from 1; every later one too when it is `forever`."""

    at: int
    forever: bool = False
    error: int = 5
    kinds: int = EVERY_KIND


class Shim:
    """The shim of this process, which must have been started with it."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(os.environ["LD_PRELOAD"])
        self._library.shim_count.restype = ctypes.c_long
        self._library.shim_fail.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_int, ctypes.c_int]
        self._library.shim_die.argtypes = [ctypes.c_long]

    def watch(self, folder: Path, log: Path | None = None) -> None:
        """Count what is done in the folder from now on; write it into `log` too."""
        self._library.shim_watch(os.fsencode(folder), None if log is None else os.fsencode(log))

    def mark(self, text: str) -> None:
        """Write down between the steps what the program says."""
        self._library.shim_mark(text.encode())

    def fail(self, fault: Fault) -> None:
        """Let a step fail from now on."""
        self._library.shim_fail(fault.at, int(fault.forever), fault.error, fault.kinds)

    def heal(self) -> None:
        """Let nothing fail any more."""
        self._library.shim_fail(0, 0, 0, 0)

    def die(self, at: int) -> None:
        """End this process at the step with this number."""
        self._library.shim_die(at)

    def count(self) -> int:
        """How many steps were taken in the folder."""
        return int(self._library.shim_count())
