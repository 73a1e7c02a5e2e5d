"""A clock that was turned back is marked in the log at the sign-in; its order never depends on the clock (C13)."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app import settings
from desktop_app.db.models import AuditLine
from desktop_app.domain.log_actions import CLOCK_TURNED_BACK
from desktop_app.services import cases, files, logbook
from tests import factories
from tests.services.situations import new_case


def _actions_when_signed_in_on(day: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], bool]:
    """What signing in on a day writes into the log, and whether the check at the start tells of the clock."""
    monkeypatch.setenv(settings.CLOCK_VARIABLE, day)
    file = factories.sign_in(path)
    with file.db.read() as session:
        lines = session.query(AuditLine).order_by(AuditLine.seq).all()
        assert [line.seq for line in lines] == list(range(1, len(lines) + 1))
        assert file.db.chain.first_broken(session) is None
    told = logbook.check_tail(file).clock_back
    files.close(file)
    return [line.action for line in lines][-2:], told


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that was last worked on, on the 21st of November."""
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2026-11-21")
    file = factories.open_file(tmp_path)
    cases.open_case(file, new_case())
    files.close(file)
    return tmp_path / "centre.tirek"


@pytest.mark.parametrize(
    ("day", "back"),
    [("2026-11-20", True), ("2016-11-21", True), ("2025-12-31", True), ("2026-11-21", False), ("2036-11-21", False)],
)
def test_a_clock_that_is_behind_the_log_is_marked(
    path: Path, monkeypatch: pytest.MonkeyPatch, day: str, back: bool
) -> None:
    actions, told = _actions_when_signed_in_on(day, path, monkeypatch)
    assert (actions[0] == CLOCK_TURNED_BACK) is back
    assert actions[1] == "sign_in"
    assert told is back


def test_a_clock_that_was_put_right_again_is_marked_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = [
        CLOCK_TURNED_BACK in _actions_when_signed_in_on(day, path, monkeypatch)[0]
        for day in ("2036-11-21", "2026-11-21", "2026-11-21", "2026-11-22")
    ]
    assert marks == [False, True, False, False]


def test_the_order_of_the_log_does_not_follow_the_clock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in ("2036-01-01", "2026-11-22", "2030-05-05"):
        _actions_when_signed_in_on(day, path, monkeypatch)
    file = factories.sign_in(path)
    with file.db.read() as session:
        lines = session.query(AuditLine).order_by(AuditLine.seq).all()
    files.close(file)
    days = [line.at[:10] for line in lines if line.action == "sign_in"]
    assert days[-4:] == ["2036-01-01", "2026-11-22", "2030-05-05", "2030-05-05"]
