"""No file holds a word of a case in the clear, whatever was done and however it ended (A2)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness.canaries import ENCODINGS, NAME, needles, scan
from tests.harness.conftest import Tell
from tests.harness.prepared import TODAY

ROOT = Path(__file__).resolve().parents[2]
HIDDEN = ("home", "temporary", "desk", "asked")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder for the file, and beside it the home, the temporary folder and the working folder of the program."""
    for name in HIDDEN:
        (tmp_path / name).mkdir()
    return tmp_path


def _work(place: Path, part: str) -> int:
    """Do a part of the work in a program of its own; how it ended."""
    home = place / "home"
    surroundings = os.environ | {f"XDG_{kind}_HOME": str(home / kind) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
    surroundings |= {"HOME": str(home), "TMPDIR": str(place / "temporary"), "TIREK_TODAY": TODAY}
    surroundings |= {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "tests.harness.canary_work", str(place), part]
    done = subprocess.run(command, cwd=place / "desk", env=surroundings, capture_output=True, text=True, check=False)
    assert not any(word in done.stdout + done.stderr for word in NAME.split()), done.stderr[-2000:]
    assert done.returncode in {0, -signal.SIGKILL}, done.stderr[-2000:]
    return done.returncode


def _roots(place: Path) -> list[Path]:
    return [place, Path("/var/tmp"), Path("/dev/shm")]  # noqa: S108  looked at, not written to


def test_no_file_holds_a_word_after_a_crash_or_after_a_day(place: Path, tell: Tell) -> None:
    began = place.stat().st_mtime - 1
    assert _work(place, "crash") == -signal.SIGKILL
    asked = set((place / "asked").iterdir())
    after_crash = scan(_roots(place), began, asked)
    assert (place / "centre.tirek-wal").stat().st_size > 0
    assert after_crash.hits == ()
    assert _work(place, "go_on") == 0
    asked = set((place / "asked").iterdir())
    after_all = scan(_roots(place), began, asked)
    assert after_all.hits == ()
    assert len(asked) >= 6
    assert (place / "home" / "STATE" / "Tirek" / "log" / "tirek.log").exists()
    tell(
        f"files scanned: {after_crash.files} after a crash, {after_all.files} at the end, "
        f"for {len(needles())} forms of the words in {len(ENCODINGS)} encodings; hits: 0"
    )


def test_a_word_in_a_file_is_found(place: Path) -> None:
    began = place.stat().st_mtime - 1
    assert _work(place, "leak") == 0
    found = scan(_roots(place), began, set())
    assert {hit.rpartition(" (")[2] for hit in found.hits} == {"utf-16-le)"}
    assert all(str(place / "temporary") in hit for hit in found.hits)
