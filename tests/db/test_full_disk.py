"""A full disk gets a sentence and costs nothing: what was saved stays, the rest can be saved again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_app.db import envelope
from desktop_app.errors import AppError
from desktop_app.services import centre, files, staff
from desktop_app.services.files import OpenFile
from tests import factories

resource = pytest.importorskip("resource", reason="limits of a process are known to Unix")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return factories.closed_file(tmp_path)


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """The system refuses to let any file grow beyond `size` bytes, as a full disk would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _write(file: OpenFile, number: int) -> None:
    with file.db.write("written", file.staff.id, "x" * 5000, number):
        pass


def _write_until_full(file: OpenFile) -> int:
    """Write until the disk is full; how many lines were saved."""
    for number in range(1000):
        if _is_refused(file, number):
            return number
    raise AssertionError


def _is_refused(file: OpenFile, number: int) -> bool:
    try:
        _write(file, number)
    except AppError as error:
        return "disk is full" in str(error)
    return False


def _written(file: OpenFile) -> int:
    with file.db.read() as session:
        assert file.db.chain.first_broken(session) is None
        return session.scalar(sa.text("SELECT count(*) FROM audit WHERE action = 'written'")) or 0


def test_saving_on_a_full_disk_says_so_and_can_be_tried_again(path: Path) -> None:
    file = factories.sign_in(path)
    with no_file_larger_than(200_000):
        saved = _write_until_full(file)
        assert saved > 3
        assert _written(file) == saved
        assert centre.read(file) == factories.CENTRE
    _write(file, saved)
    assert _written(file) == saved + 1
    files.close(file)
    again = factories.sign_in(path)
    assert _written(again) == saved + 1
    files.close(again)


def test_a_full_disk_at_opening_leaves_the_file_closed(path: Path) -> None:
    before = path.read_bytes()
    with no_file_larger_than(1000), pytest.raises(AppError, match="disk is full"):
        factories.sign_in(path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    files.close(factories.sign_in(path))


def test_a_full_disk_at_closing_leaves_a_file_that_opens(path: Path) -> None:
    file = factories.sign_in(path)
    _write(file, 0)
    file.db.close()
    with no_file_larger_than(path.stat().st_size + 5000), pytest.raises(AppError, match="Everything is saved"):
        file.keys.put_away()
    assert envelope.keys_path(path).exists()
    again = factories.sign_in(path)
    assert _written(again) == 1
    files.close(again)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_disk_that_is_full_while_the_journal_is_folded_loses_nothing(path: Path) -> None:
    file = factories.sign_in(path)
    for number in range(20):
        _write(file, number)
    with no_file_larger_than(path.stat().st_size + 20_000), pytest.raises(AppError):
        files.close(file)
    files.close(file)
    again = factories.sign_in(path)
    assert _written(again) == 20
    files.close(again)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_password_cannot_be_changed_on_a_full_disk_and_the_old_one_stays(path: Path) -> None:
    file = factories.sign_in(path)
    with no_file_larger_than(1000), pytest.raises(AppError, match="disk is full"):
        staff.change_password(file, factories.PASSWORD, "quite another long one")
    files.close(file)
    files.close(factories.sign_in(path))


def test_no_file_is_made_on_a_full_disk(tmp_path: Path) -> None:
    for size in (1000, 50_000):
        with no_file_larger_than(size), pytest.raises(AppError, match="disk is full"):
            files.create_file(tmp_path / "new.tirek", factories.NEW, factories.CODE, factories.CHEAP)
        assert list(tmp_path.iterdir()) == []
