"""Keys leave the memory, and the memory does not leave the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.db import memory

ROOT = Path(__file__).resolve().parents[2]

TELLS = """
import ctypes, resource, sys
from desktop_app import app
if sys.argv[1] == "starts":
    try:
        app.main(["cases", "--file", "/nonexistent/no.tirek", "--user", "x", "--password-file", "/nonexistent"])
    except SystemExit:
        pass
print("told", *resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


def _told(how: str) -> list[int]:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import resource; resource.setrlimit(resource.RLIMIT_CORE, (4096, 4096))\n" + TELLS,
            how,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return [int(word) for word in done.stdout.split("told")[-1].split()]


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux tells of a process")
def test_the_program_leaves_no_core_and_no_reader() -> None:
    assert _told("waits") == [4096, 4096, 1]
    assert _told("starts") == [0, 0, 0]


def test_a_secret_is_wiped_where_it_stands() -> None:
    secret = bytearray(b"a key of thirty-two bytes, really")
    seen = memoryview(secret)
    memory.wipe(secret)
    assert not any(seen)
