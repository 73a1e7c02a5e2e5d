"""When a backup is made, which ones stay, and that the newest is looked at again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app import settings
from desktop_app.db import backup as copies
from desktop_app.db.backup_check import Finding
from desktop_app.domain.backups import Manifest, Occasion
from desktop_app.errors import AppError, DamagedFile
from desktop_app.services import backups, centre, files
from desktop_app.services.files import OpenFile
from tests import factories

DAY = date(2026, 3, 2)


@pytest.fixture
def folder(file: OpenFile) -> Path:
    return backups.places(file)[0]


@pytest.fixture
def second(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    replace(settings.Preferences.read(), second_backup_folder=str(made)).write()
    return made


def change(file: OpenFile) -> None:
    centre.save(file, factories.CENTRE)


def on_day(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, (DAY + timedelta(days=number)).isoformat())


def spoil(path: Path) -> None:
    with path.open("r+b") as worn:
        worn.seek(5000)
        worn.write(b"worn out")


def test_the_first_place_is_a_folder_beside_the_file(file: OpenFile) -> None:
    assert backups.places(file) == (file.path.parent / "Backups",)


def test_other_places_are_remembered_on_this_computer(file: OpenFile, tmp_path: Path, second: Path) -> None:
    replace(settings.Preferences.read(), backup_folder=str(tmp_path / "elsewhere")).write()
    assert backups.places(file) == (tmp_path / "elsewhere", second)


def test_a_backup_is_made_when_something_changed_and_not_again(file: OpenFile, folder: Path) -> None:
    change(file)
    assert len(backups.make_due(file)) == 1
    assert backups.make_due(file) == ()
    assert not backups.is_due(file, folder)
    change(file)
    assert len(backups.make_due(file)) == 1
    assert len(backups.listing(folder)) == 2


def test_signing_in_alone_asks_for_no_backup(file: OpenFile, folder: Path) -> None:
    change(file)
    backups.close(file)
    again = factories.sign_in(file.path)
    assert not backups.is_due(again, folder)
    backups.close(again)
    assert len(backups.listing(folder)) == 1


def test_closing_makes_the_backup_that_is_due(file: OpenFile, folder: Path) -> None:
    change(file)
    backups.close(file)
    (made,) = backups.listing(folder)
    assert made.is_good
    assert file.db.is_closed
    files.close(factories.sign_in(backups.path_of(made)))


def test_closing_goes_on_when_no_backup_can_be_made_and_says_so_after(file: OpenFile, folder: Path) -> None:
    change(file)
    folder.write_text("a file in the way")
    with pytest.raises(AppError, match="backup"):
        backups.close(file)
    assert file.db.is_closed
    files.close(factories.sign_in(file.path))


def test_a_file_that_rests_behind_the_lock_is_closed_without_a_backup(file: OpenFile, folder: Path) -> None:
    change(file)
    files.rest(file)
    backups.close(file)
    assert backups.listing(folder) == ()
    files.close(factories.sign_in(file.path))


def test_a_second_place_gets_them_too_and_may_be_away(file: OpenFile, folder: Path, second: Path) -> None:
    change(file)
    assert len(backups.make_due(file)) == 2
    shutil.rmtree(second)
    change(file)
    assert len(backups.make_due(file)) == 1
    second.mkdir()
    assert [Path(done.backup.folder) for done in backups.make_due(file)] == [second]
    assert not second.samefile(folder)


def test_a_first_place_that_somebody_chose_must_be_there(file: OpenFile, tmp_path: Path) -> None:
    replace(settings.Preferences.read(), backup_folder=str(tmp_path / "away")).write()
    change(file)
    with pytest.raises(AppError, match="is not there"):
        backups.make_due(file)


def test_the_ladder_is_climbed_after_each_backup(file: OpenFile, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    foreign = folder / "somebody else.tirek"
    foreign.write_bytes(b"not ours")
    for number in range(16):
        on_day(number, monkeypatch)
        backups.make(file, folder, Occasion.AUTOMATIC)
    kept = {each.made_at.date() for each in backups.listing(folder) if each.is_good}
    assert kept >= {DAY + timedelta(days=day) for day in range(4, 16)}
    assert len(kept) <= 12 + 2
    assert foreign.exists()
    names = {each.name for each in folder.iterdir()}
    assert all(f"{name}.json" in names for name in names if name.endswith("auto.tirek"))
    assert len(names) == 2 * len(kept) + 1


def test_a_manifest_without_its_backup_is_cleared_away(file: OpenFile, folder: Path) -> None:
    folder.mkdir()
    done = backups.make(file, folder)
    backups.path_of(done.backup).unlink()
    other = folder / "other.tirek.json"
    other.write_text(replace_id(done.backup.manifest), "utf-8")
    change(file)
    backups.make(file, folder)
    assert other.exists()
    assert len(list(folder.glob("*.json"))) == 2


def replace_id(manifest: Manifest | None) -> str:
    assert manifest is not None
    return replace(manifest, file_id="b" * 32).to_json()


def test_a_damaged_file_loses_none_of_its_backups(
    file: OpenFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(file)
    backups.make_due(file)
    monkeypatch.setattr(copies, "_vacuumed", _damaged)
    for number in range(40):
        on_day(number, monkeypatch)
        change(file)
        with pytest.raises(DamagedFile):
            backups.make_due(file)
    assert len(backups.listing(folder)) == 1


def _damaged(*_arguments: object) -> None:
    raise DamagedFile("damaged")


def test_a_young_file_needs_no_backup_yet_and_an_old_one_does(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    on_day(0, monkeypatch)
    assert backups.status(file) == backups.Status(None, overdue=False)
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2036-01-01")
    assert backups.status(file) == backups.Status(None, overdue=True)


def test_after_a_week_without_a_backup_it_is_overdue(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    on_day(0, monkeypatch)
    (done,) = backups.make_due(file)
    on_day(6, monkeypatch)
    assert backups.status(file) == backups.Status(done.backup.made_at, overdue=False)
    on_day(8, monkeypatch)
    assert backups.status(file).overdue


def test_a_backup_of_another_file_does_not_count(file: OpenFile, folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    done = backups.make(file, folder)
    copies.manifest_path(backups.path_of(done.backup)).write_text(replace_id(done.backup.manifest), "utf-8")
    assert backups.last_good(file) is None


def test_a_backup_that_was_cut_short_does_not_count(file: OpenFile, folder: Path) -> None:
    folder.mkdir()
    done = backups.make(file, folder)
    with backups.path_of(done.backup).open("r+b") as cut:
        cut.truncate(8192)
    assert backups.last_good(file) is None
    assert backups.is_due(file, folder)


def _some(file: OpenFile, folder: Path, days: range, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    folder.mkdir(exist_ok=True)
    made = []
    for number in days:
        on_day(number, monkeypatch)
        made.append(backups.path_of(backups.make(file, folder, Occasion.AUTOMATIC).backup))
    return made


def test_the_newest_is_opened_once_a_week(file: OpenFile, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = _some(file, folder, range(3), monkeypatch)
    assert backups.look_after(file).damaged == ()
    assert all(each.manifest and each.manifest.checked_at is None for each in backups.listing(folder))
    on_day(8, monkeypatch)
    looked = backups.look_after(file)
    assert looked.good is not None
    assert backups.path_of(looked.good) == made[-1]
    checked = backups.listing(folder)[0].manifest
    assert checked is not None
    assert checked.checked_at is not None
    assert checked.checked_at.date() == DAY + timedelta(days=8)
    spoil(made[-1])
    on_day(12, monkeypatch)
    assert backups.look_after(file).damaged == ()
    on_day(16, monkeypatch)
    assert len(backups.look_after(file).damaged) == 1


def test_a_damaged_newest_is_noticed_and_the_next_one_counts(
    file: OpenFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _some(file, folder, range(4), monkeypatch)
    spoil(made[3])
    spoil(made[2])
    on_day(8, monkeypatch)
    looked = backups.look_after(file)
    assert [backups.path_of(each) for each in looked.damaged] == [made[3], made[2]]
    assert looked.good is not None
    assert backups.path_of(looked.good) == made[1]
    assert [each.is_good for each in backups.listing(folder)] == [False, False, True, True]
    newest = backups.last_good(file)
    assert newest is not None
    assert backups.path_of(newest) == made[1]
    assert not backups.is_due(file, folder)


def test_a_stick_that_is_away_is_looked_at_another_day(
    file: OpenFile, folder: Path, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_day(0, monkeypatch)
    backups.make_due(file)
    shutil.rmtree(second)
    on_day(9, monkeypatch)
    assert backups.look_after(file).good is not None


@pytest.mark.parametrize("at", [10, 5000, -5000, -1])
def test_a_look_finds_any_changed_byte(file: OpenFile, folder: Path, at: int) -> None:
    folder.mkdir()
    done = backups.make(file, folder)
    path = backups.path_of(done.backup)
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    assert backups.check(file, done.backup) is Finding.DAMAGED


def test_a_whole_backup_is_found_good(file: OpenFile, folder: Path) -> None:
    folder.mkdir()
    done = backups.make(file, folder)
    assert backups.check(file, done.backup) is Finding.GOOD


def test_a_backup_that_is_gone_is_told(file: OpenFile, folder: Path) -> None:
    folder.mkdir()
    done = backups.make(file, folder)
    backups.path_of(done.backup).unlink()
    with pytest.raises(AppError, match="is not there"):
        backups.check(file, done.backup)


def test_a_backup_of_another_file_is_not_opened(file: OpenFile, folder: Path) -> None:
    folder.mkdir()
    done = backups.make(file, folder)
    assert done.backup.manifest is not None
    foreign = replace(done.backup, manifest=replace(done.backup.manifest, file_id="c" * 32))
    assert backups.check(file, foreign) is Finding.FORMER_KEY


def test_a_former_file_that_a_stopped_restore_left_hidden_is_shown(file: OpenFile) -> None:
    hidden = file.path.with_name(".centre before restore 2026-03-02 1200.tirek")
    hidden.write_bytes(b"the former file")
    twin = file.path.with_name(".centre before restore 2026-03-02 1201.tirek")
    twin.hardlink_to(file.path)
    backups.look_after(file)
    assert file.path.with_name(hidden.name[1:]).read_bytes() == b"the former file"
    assert not hidden.exists()
    assert not twin.exists()
    assert file.path.exists()
