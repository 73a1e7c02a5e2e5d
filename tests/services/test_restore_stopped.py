"""Wherever a restore is stopped, there is the old file or the new one, whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from desktop_app.db import at_rest, envelope, restoring
from desktop_app.services import files, restore, staff
from tests import factories
from tests.services.exchanged import backup_of, changed_file, contents_of, crash, name_in

WATCHED = {Path(each.__file__ or "").name for each in (restoring, envelope, at_rest)}


@pytest.fixture
def live(tmp_path: Path) -> Path:
    return changed_file(tmp_path)


@pytest.fixture
def backup(live: Path) -> Path:
    return backup_of(live)


def put(backup: Path, live: Path) -> Path | None:
    return restore.restore(backup, live, factories.LOGIN, factories.PASSWORD)


class _Stops:
    """Copies of the folder as a power cut would leave it, at every line that handles the files."""

    def __init__(self, folder: Path, into: Path) -> None:
        self._folder, self._into = folder, into
        self.taken: list[Path] = []
        self._last: dict[str, bytes] = {}

    def __enter__(self) -> _Stops:
        self._before = sys.gettrace()
        sys.settrace(self._trace)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(self._before)

    def _trace(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if Path(frame.f_code.co_filename).name not in WATCHED:
            return None
        if event == "line" and (contents := contents_of(self._folder)) != self._last:
            self._last = contents
            copy = self._into / str(len(self.taken))
            copy.mkdir()
            self._copied(copy)
            self.taken.append(copy)
        return self._trace

    def _copied(self, copy: Path) -> None:
        """Copy the folder with its second names as second names."""
        seen: dict[int, Path] = {}
        for each in sorted(self._folder.iterdir()):
            if not each.is_file() or each.name.endswith(".lock"):
                continue
            known = seen.setdefault(each.stat().st_ino, copy / each.name)
            if known == copy / each.name:
                shutil.copyfile(each, copy / each.name)
            else:
                (copy / each.name).hardlink_to(known)


@pytest.mark.parametrize("state", ["closed", "crashed", "crashed with a new key"])
def test_stopping_at_any_line_leaves_the_old_file_or_the_new_one(
    live: Path, backup: Path, tmp_path_factory: pytest.TempPathFactory, state: str
) -> None:
    crashed = state != "closed"
    if state == "crashed with a new key":
        file = factories.sign_in(live)
        staff.rekey(file)
        files.close(file)
    if crashed:
        crash(live)
    with _Stops(live.parent, tmp_path_factory.mktemp("stopped")) as stops:
        put(backup, live)
    assert len(stops.taken) > (12 if crashed else 8)
    found = []
    for folder in stops.taken:
        before = {each.name for each in folder.iterdir()}
        found.append(name_in(folder / live.name))
        restoring.settle_aside(folder / live.name)
        if found[-1] == "Then":
            aside = next(each for each in folder.iterdir() if each.suffix == ".tirek" and each.name != live.name)
            assert name_in(aside) == "Now", before
        assert not list(folder.glob(".*before*"))
    assert found == sorted(found)  # Now ... Then: the old file, and from one moment on the new one
    assert set(found) == {"Now", "Then"}


RESTORES = """
import sys
from pathlib import Path
from desktop_app.services import restore
from tests import factories
print("begins", flush=True)
restore.restore(Path(sys.argv[1]), Path(sys.argv[2]), factories.LOGIN, factories.PASSWORD)
print("ended", flush=True)
"""


def _killed(live: Path, backup: Path, wait: float) -> str:
    program = subprocess.Popen(
        [sys.executable, "-c", RESTORES, str(backup), str(live)], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout
    program.stdout.readline()
    threading.Event().wait(wait)
    program.kill()
    rest, _ = program.communicate()
    found = name_in(live)
    assert found == "Then" or "ended" not in rest
    return found


def test_a_program_killed_while_it_restores_leaves_one_of_the_two(live: Path, backup: Path) -> None:
    assert _killed(live, backup, 0.05) in {"Now", "Then"}
    put(backup, live)
    assert name_in(live) == "Then"


@pytest.mark.long
def test_fifty_kills_while_restoring_leave_one_of_the_two(live: Path, backup: Path) -> None:
    whole = live.read_bytes()
    found = set()
    for number in range(50):
        live.write_bytes(whole)
        found.add(_killed(live, backup, number * 0.01))
    assert found <= {"Now", "Then"}
