"""Without a proven copy of the older file nothing is upgraded."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_app.db import former, opening
from desktop_app.db.engine import SCHEMA
from desktop_app.errors import CannotOpen
from tests import factories


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of an older schema than the program's."""

    def upgraded(engine: sa.Engine) -> None:
        with engine.connect().execution_options(begin="") as connection:
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA + 1}")

    monkeypatch.setattr(opening, "SCHEMA", SCHEMA + 1)
    monkeypatch.setattr(opening, "upgrade", upgraded)
    return factories.closed_file(tmp_path)


def test_without_room_for_the_copy_nothing_is_upgraded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(former.shutil, "copyfile", _full)
    with pytest.raises(CannotOpen, match="no room for the backup"):
        factories.sign_in(path)
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert list((path.parent / "Backups").iterdir()) == []


def _full(*_arguments: object) -> None:
    raise OSError(errno.ENOSPC, "full")


def test_a_copy_that_reads_back_differently_stops_the_upgrade(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(former.disk, "write_through", _worn_out)
    with pytest.raises(CannotOpen, match="cannot be trusted"):
        factories.sign_in(path)
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert list((path.parent / "Backups").iterdir()) == []


def _worn_out(copy: Path) -> None:
    with copy.open("r+b") as file:
        file.seek(5000)
        file.write(b"worn out")
