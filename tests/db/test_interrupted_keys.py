"""A change of keys may be interrupted at any byte: the file then opens as before or as after, never not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from desktop_app.db import blocks, envelope
from desktop_app.errors import CannotOpen
from desktop_app.services import centre, files, keys, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.factories import CHEAP, CODE, LOGIN, PASSWORD

NEW_PASSWORD = "quite another long one"
NEW_CODE = files.new_recovery_code()


class PowerCuts:
    """Copies of the file's folder as a power cut would leave it: around every write, flush to disk and renaming.

    What was written and not yet brought to the disk is there in part: none of it, some bytes, all but one, all.
    """

    def __init__(self, folder: Path, into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder, self._into = folder, into
        self.images: list[Path] = []
        self._seen: set[tuple[tuple[str, bytes], ...]] = set()
        really_private, really_fsync, really_replace = envelope.private, os.fsync, Path.replace

        def private(path: Path) -> IO[bytes]:
            file: Any = really_private(path)
            really_write = file.write

            def write(content: bytes) -> int:
                for length in sorted({0, 1, 100, blocks.PAGE, len(content) // 2, len(content) - 1, len(content)}):
                    self.take({path.name: content[:length]})
                return int(really_write(content))

            return _Written(file, write)  # type: ignore[return-value]  # as much of a file as the caller uses

        def fsync(descriptor: int) -> None:
            self.take()
            really_fsync(descriptor)
            self.take()

        def replace(self_: Path, target: Path) -> Path:
            self.take()
            done = really_replace(self_, target)
            self.take()
            return done

        monkeypatch.setattr(envelope, "private", private)
        monkeypatch.setattr(os, "fsync", fsync)
        monkeypatch.setattr(Path, "replace", replace)

    def take(self, instead: dict[str, bytes] | None = None) -> None:
        """Keep the folder as it is now, unless it was kept already."""
        now = {each.name: each.read_bytes() for each in self._folder.iterdir() if not each.name.endswith(".lock")}
        now |= instead or {}
        image = tuple(sorted(now.items()))
        if image in self._seen:
            return
        self._seen.add(image)
        copy = self._into / str(len(self.images))
        copy.mkdir()
        for name, content in image:
            (copy / name).write_bytes(content)
        self.images.append(copy)


class _Written:
    def __init__(self, file: IO[bytes], write: Callable[[bytes], int]) -> None:
        self._file, self.write = file, write

    def __enter__(self) -> _Written:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def _change_password(file: OpenFile) -> None:
    staff.change_password(file, PASSWORD, NEW_PASSWORD)


def _change_code(file: OpenFile) -> None:
    keys.make_recovery_code(file, NEW_CODE)


def _with_passwords(path: Path) -> list[bool]:
    return [_opens(path, lambda each=each: factories.sign_in(path, password=each)) for each in (PASSWORD, NEW_PASSWORD)]


def _with_codes(path: Path) -> list[bool]:
    return [
        _opens(path, lambda each=each: files.recover(path, each, LOGIN, PASSWORD, CHEAP)) for each in (CODE, NEW_CODE)
    ]


def _opens(path: Path, opening: Callable[[], OpenFile]) -> bool:
    try:
        file = opening()
    except CannotOpen:
        return False
    assert centre.read(file) == factories.CENTRE
    files.close(file)
    assert [each.name for each in path.parent.iterdir() if not each.name.endswith(".new")] == [path.name]
    return True


@pytest.mark.parametrize(
    ("change", "opened"), [(_change_password, _with_passwords), (_change_code, _with_codes)], ids=["password", "code"]
)
def test_a_change_cut_off_anywhere_leaves_the_old_or_the_new_secret(
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[OpenFile], None],
    opened: Callable[[Path], list[bool]],
) -> None:
    file = factories.open_file(tmp_path)
    with monkeypatch.context() as patched:
        cuts = PowerCuts(tmp_path, tmp_path_factory.mktemp("cut"), patched)
        cuts.take()
        change(file)
        cuts.take()
    files.close(file)
    assert len(cuts.images) >= 15
    told = [opened(image / file.path.name) for image in cuts.images]
    assert all(any(each) for each in told), "some image opens with neither"
    assert told[0] == [True, False]
    assert told[-1] == [False, True]


def test_this_test_notices_when_the_old_slot_goes_first(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The protection taken away: slots written over the former ones, without a new file and its renaming."""

    def carelessly(path: Path, slots: envelope.Slots, pages_end: int | None = None) -> None:
        with envelope.private(envelope.keys_path(path)) as file:
            file.write(blocks.sealed(blocks.Kept(slots, pages_end)))

    file = factories.open_file(tmp_path)
    with monkeypatch.context() as patched:
        cuts = PowerCuts(tmp_path, tmp_path_factory.mktemp("cut"), patched)
        patched.setattr(envelope, "store_beside", carelessly)
        _change_password(file)
    files.close(file)
    lost = 0
    for image in cuts.images:
        try:
            lost += not any(_with_passwords(image / file.path.name))
        except Exception:  # noqa: BLE001  whatever a lost file raises
            lost += 1
    assert lost
