"""Restoring: a look inside first, then the old file or the new one at every moment, and nothing is removed."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_app import settings
from desktop_app.db import envelope, restoring
from desktop_app.domain.backup_contents import Inside, InUse, Loss
from desktop_app.domain.cases import NewWageComplaint, NewWorker
from desktop_app.domain.people import Person
from desktop_app.errors import AppError, CannotOpen, DamagedFile, NotAllowed
from desktop_app.services import backups, complaints, files, restore, staff
from tests import factories
from tests.services.exchanged import NOW, THEN, backup_of, changed_file, contents_of, crash, name_in
from tests.services.situations import CLOCK, SHIFTS, opened

NEW_PASSWORD = "quite another long one"


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)


@pytest.fixture
def live(tmp_path: Path) -> Path:
    return changed_file(tmp_path)


@pytest.fixture
def backup(live: Path) -> Path:
    return backup_of(live)


def look(backup: Path, live: Path, password: str = factories.PASSWORD) -> Inside:
    return restore.look_inside(backup, factories.LOGIN, password, live)


def put(backup: Path, live: Path, login: str = factories.LOGIN, password: str = factories.PASSWORD) -> Path | None:
    return restore.restore(backup, live, login, password)


def actions(path: Path) -> list[str]:
    file = factories.sign_in(path)
    with file.db.read() as session:
        found = session.scalars(sa.text("SELECT action FROM audit ORDER BY seq")).all()
    files.close(file)
    return list(found)


def test_a_look_inside_says_what_would_be_lost_and_changes_nothing(live: Path, backup: Path) -> None:
    before, there = contents_of(live.parent), contents_of(backup.parent)
    inside = look(backup, live)
    assert inside.contents.centre == THEN.name
    assert inside.staff.login == factories.LOGIN
    assert inside.in_use is InUse.COMPARED
    assert inside.loss == Loss(cases=0, people=0, letters=0, changed_cases=0, log_lines=2)
    assert inside.in_use_contents is not None
    assert inside.in_use_contents.centre == NOW.name
    assert inside.contents.last_at is not None
    assert inside.contents.last_at.date() == date.fromisoformat(CLOCK)
    assert contents_of(live.parent) == before
    assert contents_of(backup.parent) == there


def test_what_was_added_since_is_counted(live: Path) -> None:
    file = factories.sign_in(live)
    first = opened(file)
    (done,) = backups.make_due(file)
    wages = tuple((worker.id, SHIFTS) for worker in first.workers)
    complaints.log_wage_arrears(file, NewWageComplaint(first.id, wages))
    opened(file, NewWorker(Person("Асанов Бек")))
    files.close(file)
    inside = look(backups.path_of(done.backup), live)
    assert inside.contents.cases == 1
    assert inside.contents.people == 2
    assert inside.contents.newest_case == date.fromisoformat(CLOCK)
    assert inside.loss is not None
    assert (inside.loss.cases, inside.loss.people, inside.loss.changed_cases) == (1, 1, 1)
    assert not inside.loss.is_nothing


def test_restoring_sets_the_former_file_aside_whole(live: Path, backup: Path) -> None:
    aside = put(backup, live)
    assert aside == live.parent / f"centre before restore {CLOCK} {aside.name[-10:-6]}.tirek"
    assert name_in(live) == "Then"
    assert name_in(aside) == "Now"
    assert backup.exists()
    assert {each.name for each in live.parent.iterdir()} == {live.name, aside.name, "Backups"}


def test_the_log_of_the_restored_file_says_who_restored_it(live: Path, backup: Path) -> None:
    put(backup, live)
    assert actions(live)[-2:] == [restoring.RESTORED, "sign_in"]


def test_a_missing_file_is_restored(live: Path, backup: Path) -> None:
    live.unlink()
    assert look(backup, live).in_use is InUse.MISSING
    assert put(backup, live) is None
    assert name_in(live) == "Then"


@pytest.mark.parametrize("size", [0, 10, 4096, 100_000])
def test_a_damaged_file_is_replaced_and_kept(live: Path, backup: Path, size: int) -> None:
    rubbish = os.urandom(size)
    live.write_bytes(rubbish)
    assert look(backup, live).in_use is InUse.DAMAGED
    aside = put(backup, live, "dina", "дом трава ключ")
    assert aside is not None
    assert aside.read_bytes() == rubbish
    assert name_in(live) == "Then"


def test_a_file_whose_first_page_is_damaged_is_replaced(live: Path, backup: Path) -> None:
    with live.open("r+b") as damaged:
        damaged.write(b"x" * 100)
    assert look(backup, live).in_use is InUse.DAMAGED
    put(backup, live)
    assert name_in(live) == "Then"


def test_a_file_that_was_not_closed_is_set_aside_with_its_journal(live: Path, backup: Path) -> None:
    crash(live)
    assert look(backup, live).in_use is InUse.NOT_CLOSED
    aside = put(backup, live)
    assert aside is not None
    assert name_in(live) == "Then"
    assert name_in(aside) == "Now"


def test_the_file_of_another_centre_is_told_apart(live: Path, backup: Path, tmp_path: Path) -> None:
    factories.closed_file(tmp_path, "other.tirek").replace(live)
    file = files.create_file(tmp_path / "third.tirek", factories.NEW, factories.CODE, factories.CHEAP)
    files.close(file)
    (tmp_path / "third.tirek").replace(live)
    assert look(backup, live).in_use is InUse.OTHER_HISTORY


def test_a_password_of_today_need_not_be_that_of_the_backup(live: Path, backup: Path) -> None:
    file = factories.sign_in(live)
    staff.change_password(file, factories.PASSWORD, NEW_PASSWORD)
    files.close(file)
    assert look(backup, live).in_use is InUse.OTHER_PASSWORD
    with pytest.raises(CannotOpen, match="passwords of the day"):
        look(backup, live, NEW_PASSWORD)
    put(backup, live)
    assert name_in(live) == "Then"


def test_only_a_manager_or_the_administrator_replaces_a_file_that_opens(live: Path, backup: Path) -> None:
    before = contents_of(live.parent)
    with pytest.raises(NotAllowed):
        put(backup, live, "dina", "дом трава ключ")
    assert contents_of(live.parent) == before
    live.unlink()
    put(backup, live, "dina", "дом трава ключ")
    assert name_in(live) == "Then"


def test_who_has_left_opens_no_backup(live: Path, backup: Path) -> None:
    file = factories.sign_in(live)
    with file.db.write("end_access", file.staff.id, "staff") as session:
        session.execute(sa.text("UPDATE staff SET active = 0 WHERE login = 'dina'"))
    (done,) = backups.make_due(file)
    files.close(file)
    with pytest.raises(CannotOpen, match="login or the password"):
        restore.look_inside(backups.path_of(done.backup), "dina", "дом трава ключ", live)


def test_a_file_that_is_open_is_not_replaced(live: Path, backup: Path) -> None:
    file = factories.sign_in(live)
    with pytest.raises(CannotOpen, match="already open"):
        put(backup, live)
    files.close(file)
    assert name_in(live) == "Now"


def test_the_file_in_use_is_no_backup_of_itself(live: Path) -> None:
    with pytest.raises(AppError, match="file in use itself"):
        look(live, live)


def test_a_copy_of_an_open_file_is_no_backup(live: Path, backup: Path) -> None:
    crash(live)
    copy = live.parent / "copied by hand.tirek"
    shutil.copyfile(live, copy)
    shutil.copyfile(envelope.keys_path(live), envelope.keys_path(copy))
    with pytest.raises(CannotOpen, match="was not closed"):
        look(copy, live)


@pytest.mark.parametrize("at", [200, 5000, 4096 * 30 + 1, -5000])
def test_a_damaged_backup_is_refused_before_anything_is_touched(live: Path, backup: Path, at: int) -> None:
    content = bytearray(backup.read_bytes())
    content[at] ^= 1
    backup.write_bytes(content)
    before = contents_of(live.parent)
    with pytest.raises(DamagedFile):
        put(backup, live)
    assert contents_of(live.parent) == before


def test_a_backup_without_its_manifest_is_restored_too(live: Path, backup: Path) -> None:
    backup.with_name(backup.name + ".json").unlink()
    put(backup, live)
    assert name_in(live) == "Then"


def test_too_little_room_is_told(live: Path, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(live.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=50_000))
    with pytest.raises(AppError, match="no room to restore"):
        put(backup, live)
    monkeypatch.undo()
    assert name_in(live) == "Now"


def test_a_disk_without_links_is_no_hindrance(live: Path, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    aside = put(backup, live)
    assert aside is not None
    assert (name_in(live), name_in(aside)) == ("Then", "Now")


def test_a_restored_file_restores_again(live: Path, backup: Path) -> None:
    first = put(backup, live)
    second = put(backup, live)
    assert first is not None
    assert second is not None
    assert first != second
    assert name_in(first) == "Now"
    assert name_in(second) == "Then"


def test_a_restored_file_is_backed_up_anew(live: Path, backup: Path) -> None:
    put(backup, live)
    file = factories.sign_in(live)
    assert len(backups.make_due(file)) == 1
    files.close(file)
