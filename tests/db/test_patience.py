"""A file that another program holds for a moment is waited for; one that may not be written is not (C11)."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.db import patience


class _Held:
    """A path whose name can be changed only after so many tries."""

    def __init__(self, tries: int, winerror: int | None) -> None:
        self.left = tries
        self.winerror = winerror
        self.target: Path | None = None

    def replace(self, target: Path) -> None:
        if self.left:
            self.left -= 1
            error = PermissionError(13, "held")
            error.winerror = self.winerror  # type: ignore[attr-defined]  # Windows alone knows it
            raise error
        self.target = target


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited, without waiting."""
    waited: list[float] = []
    monkeypatch.setattr(patience, "sleep", waited.append)
    return waited


@pytest.mark.parametrize("winerror", [5, 32, 33])
@pytest.mark.parametrize("tries", [0, 1, 9])
def test_a_held_file_is_waited_for(pauses: list[float], winerror: int, tries: int) -> None:
    held = _Held(tries, winerror)
    patience.replaced(held, Path("target"))  # type: ignore[arg-type]  # a path as far as this goes
    assert held.target == Path("target")
    assert len(pauses) == tries
    assert sum(pauses) <= 2.5


def test_one_that_stays_held_is_given_up(pauses: list[float]) -> None:
    with pytest.raises(PermissionError):
        patience.replaced(_Held(100, 32), Path("target"))  # type: ignore[arg-type]  # as above
    assert 2 <= sum(pauses) <= 2.5


def test_one_that_may_not_be_written_is_not_waited_for(pauses: list[float]) -> None:
    with pytest.raises(PermissionError):
        patience.replaced(_Held(1, None), Path("target"))  # type: ignore[arg-type]  # as above
    assert pauses == []


def test_the_name_is_changed(tmp_path: Path) -> None:
    (tmp_path / "fresh").write_text("new")
    (tmp_path / "target").write_text("old")
    patience.replaced(tmp_path / "fresh", tmp_path / "target")
    assert [each.read_text() for each in tmp_path.iterdir()] == ["new"]
