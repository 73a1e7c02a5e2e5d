"""The reserve on the disk: made when there is plenty of room, given up in slices when there is none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from desktop_app import settings
from desktop_app.db import ballast
from desktop_app.services import files
from tests import factories

WHOLE = 4000


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(ballast, "SIZE", WHOLE)
    return tmp_path / "centre.tirek"


def _free(monkeypatch: pytest.MonkeyPatch, left: int) -> None:
    monkeypatch.setattr(ballast, "free", lambda _path: left)


def _sizes(path: Path) -> list[int]:
    reserve = ballast.place(path)
    return [reserve.stat().st_size] if reserve.exists() else []


def test_the_reserve_is_sixteen_megabytes_at_least() -> None:
    source = Path(ballast.__file__).read_text("utf-8")
    assert "SIZE = 16 * 1024 * 1024\n" in source


def test_it_is_made_when_there_is_plenty_of_room(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _free(monkeypatch, ballast.PLENTY - 1)
    ballast.keep(path)
    assert _sizes(path) == []
    _free(monkeypatch, ballast.PLENTY)
    ballast.keep(path)
    assert _sizes(path) == [WHOLE]
    assert ballast.place(path).stat().st_blocks > 0


def test_it_is_given_up_slice_by_slice_and_made_whole_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ballast.keep(path)
    assert not ballast.make_room(path)
    _free(monkeypatch, ballast.LEAST - 1)
    left = []
    while ballast.make_room(path):
        left.append(_sizes(path))
    assert left == [[3000], [2000], [1000], []]
    ballast.keep(path)
    assert _sizes(path) == []
    _free(monkeypatch, ballast.PLENTY)
    ballast.keep(path)
    assert _sizes(path) == [WHOLE]


def test_where_room_cannot_be_set_aside_at_once_it_is_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "posix_fallocate", refused, raising=False)
    ballast.keep(path)
    assert _sizes(path) == [WHOLE]
    assert any(ballast.place(path).read_bytes())


def test_it_lies_among_the_users_data_on_the_same_disk_and_else_beside_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ballast.place(path) == settings.user_data_dir() / "reserve"
    disks = {path.parent: 1}
    monkeypatch.setattr(ballast, "_disk", lambda folder: disks.get(folder, 2))
    assert ballast.place(path) == path.with_name("centre.tirek.reserve")


def test_opening_makes_it_and_closing_leaves_it(path: Path) -> None:
    factories.closed_file(path.parent)
    files.close(factories.sign_in(path))
    assert _sizes(path) == [WHOLE]
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("refused", ["mkdir", "open", "stat"])
def test_without_the_right_to_make_it_the_file_opens(path: Path, monkeypatch: pytest.MonkeyPatch, refused: str) -> None:
    really = getattr(Path, refused)

    def fails(self: Path, *arguments: Any, **named: Any) -> Any:
        if self.name in {"reserve", settings.user_data_dir().name}:
            raise PermissionError
        return really(self, *arguments, **named)

    factories.closed_file(path.parent)
    monkeypatch.setattr(Path, refused, fails)
    files.close(factories.sign_in(path))


def test_a_disk_that_does_not_answer_is_not_full(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    gone = path.parent / "gone" / "centre.tirek"
    assert ballast.free(gone) is None
    assert not ballast.is_full(gone)
    assert not ballast.make_room(gone)
