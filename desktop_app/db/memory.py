"""Keys leave the memory when they are no longer needed, and the memory does not leave the program."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def wipe(secret: bytearray) -> None:
    """Write zeros over a secret, wherever else it is still referred to."""
    secret[:] = bytes(len(secret))


def keep_to_ourselves() -> None:
    """Let no crash write the memory to the disk, and let no other program of this user read it (Linux)."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
