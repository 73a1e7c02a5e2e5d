"""A real file system of its own, as a stick has it: full, and pulled out at any moment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from desktop_app import settings
from desktop_app.db import backup, backup_folder, disk, target
from desktop_app.db.backup import Made
from desktop_app.db.backup_check import Finding, check
from desktop_app.domain.backups import Occasion
from desktop_app.errors import AppError
from desktop_app.services.files import OpenFile

MAKE, MOUNT, UMOUNT = (shutil.which(tool) or "" for tool in ("mkfs.ext4", "mount", "umount"))
WATCHED = {Path(each.__file__ or "").name for each in (backup, backup_folder, disk, target)}

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="loop devices are known to Linux"),
    pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a stick"),
    pytest.mark.skipif(not all((MAKE, MOUNT, UMOUNT)), reason="a tool to make a stick is missing"),
]


@dataclass(frozen=True)
class Stick:
    """An image of a stick, and the folder it is mounted at."""

    image: Path
    folder: Path

    def plug_in(self) -> None:
        """Mount it; skip where the system does not allow that."""
        done = subprocess.run(
            [MOUNT, "-o", "loop", str(self.image), str(self.folder)], capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip("this system mounts no images")

    def pull_out(self) -> None:
        """Take it away whatever is open on it."""
        subprocess.run([UMOUNT, "-l", str(self.folder)], capture_output=True, check=False)


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Stick]:
    image, folder = tmp_path / "stick.img", tmp_path / "stick"
    folder.mkdir()
    with image.open("wb") as empty:
        empty.truncate(6_000_000)
    subprocess.run([MAKE, "-q", "-F", str(image)], check=True)
    made = Stick(image, folder)
    made.plug_in()
    yield made
    made.pull_out()


def make(file: OpenFile, stick: Stick, name: str) -> Made:
    return backup.make(file.db.engine, file.keys, stick.folder / name, Occasion.BY_HAND, settings.now(), "1")


def _fill(path: Path, leave: int) -> None:
    """Fill the disk but for some bytes; root may take what is kept for it."""
    with path.open("wb", buffering=0) as films, suppress(OSError):
        while films.write(bytes(50_000)):
            pass
    os.truncate(path, path.stat().st_size - leave)


def still_good(file: OpenFile, made: Made) -> bool:
    return check(made.path, made.manifest, file.keys) is Finding.GOOD


def test_a_stick_is_read_back_from_itself(file: OpenFile, stick: Stick) -> None:
    assert make(file, stick, "one.tirek").from_disk


def test_a_full_stick_is_told_before_and_while_it_is_written(
    file: OpenFile, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = make(file, stick, "one.tirek")
    content = earlier.path.read_bytes()
    room = shutil.disk_usage(stick.folder)
    _fill(stick.folder / "films", leave=200_000)
    with pytest.raises(AppError, match="it needs"):
        make(file, stick, "two.tirek")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: room)
    with pytest.raises(AppError, match="no room for the backup"):
        make(file, stick, "two.tirek")
    assert earlier.path.read_bytes() == content
    names = {each.name for each in stick.folder.iterdir()} - {"lost+found", "films"}
    assert names == {"one.tirek", "one.tirek.json"}


def test_a_stick_that_is_write_protected_is_told(file: OpenFile, stick: Stick) -> None:
    subprocess.run([MOUNT, "-o", "remount,ro", str(stick.folder)], check=True)
    with pytest.raises(AppError, match="write protection"):
        make(file, stick, "one.tirek")


class _PulledOut:
    """Pulls the stick out at the n-th line of the program once it has begun to work on it."""

    def __init__(self, stick: Stick, at: int) -> None:
        self._stick, self._left, self._begun = stick, at, False

    def __enter__(self) -> _PulledOut:
        self._before = sys.gettrace()
        sys.settrace(self._trace)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(self._before)

    @property
    def is_out(self) -> bool:
        return self._left <= 0

    def _trace(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if Path(frame.f_code.co_filename).name not in WATCHED:
            return None
        self._begun = self._begun or frame.f_code.co_name == "_refuse_without_room"
        if event == "line" and self._begun and self._left > 0:
            self._left -= 1
            if self._left == 0:
                self._stick.pull_out()
        return self._trace


def _pull_out_at(file: OpenFile, stick: Stick, line: int) -> bool:
    """Pull the stick out at a line: the earlier backup is good, and nothing was written under the empty folder."""
    told = ""
    with _PulledOut(stick, line) as pulled:
        try:
            made = make(file, stick, "two.tirek")
        except AppError as error:
            made, told = None, str(error)
    if not pulled.is_out:
        stick.pull_out()
    assert list(stick.folder.iterdir()) == []
    stick.plug_in()
    assert made is not None or told
    if made is not None:
        assert still_good(file, made)
    return pulled.is_out


def _at_some_lines(file: OpenFile, stick: Stick, lines: range) -> None:
    earlier = make(file, stick, "one.tirek")
    for line in lines:
        was_out = _pull_out_at(file, stick, line)
        assert still_good(file, earlier)
        for left in (*stick.folder.glob("two*"), *stick.folder.glob(".*")):
            left.unlink()
        if not was_out:
            return


def test_a_stick_that_is_pulled_out_keeps_the_earlier_backup(file: OpenFile, stick: Stick) -> None:
    _at_some_lines(file, stick, range(1, 90, 17))


@pytest.mark.long
def test_a_stick_pulled_out_at_every_line_keeps_the_earlier_backup(file: OpenFile, stick: Stick) -> None:
    _at_some_lines(file, stick, range(1, 400, 2))
