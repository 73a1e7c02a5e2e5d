"""On a full disk the file opens, is read and closed; a save is refused in a sentence and then goes through (C4)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.db import ballast
from desktop_app.domain.backups import Occasion
from desktop_app.errors import AppError, CannotOpen
from desktop_app.services import backups, cases, centre, files
from desktop_app.services.files import OpenFile
from tests import factories
from tests.harness.conftest import Tell
from tests.harness.desk_work import complain, note, open_a_case, write_letter
from tests.harness.flow import NAME
from tests.harness.power import seeded
from tests.harness.small_disk import fill, free, small_disk
from tests.harness.verdict import judge

MEGABYTE = 1024 * 1024


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A disk with room for the whole reserve and little more; a file with a case on it, at rest."""
    monkeypatch.setattr(ballast, "SIZE", 16 * MEGABYTE)
    monkeypatch.setattr(ballast, "PLENTY", 17 * MEGABYTE)
    with small_disk(tmp_path / "disk", 20 * MEGABYTE) as place:
        file = factories.open_file(place)
        open_a_case(file)
        files.close(file)
        yield place


def _refused(file: OpenFile, text: str) -> AppError | None:
    try:
        note(file, 1, text)
    except AppError as error:
        return error
    return None


def test_with_no_byte_free_the_file_opens_is_read_and_closed(disk: Path) -> None:
    fill(disk)
    assert ballast.free(disk / NAME) == 0
    file = factories.sign_in(disk / NAME)
    assert centre.read(file) == factories.CENTRE
    assert cases.card(file, 1).id == 1
    files.close(file)
    judge(disk, ["case 1", "closed"])


def test_a_centre_can_read_every_day_though_nobody_frees_the_disk(disk: Path) -> None:
    fill(disk)
    for _ in range(20):
        file = factories.sign_in(disk / NAME)
        assert cases.card(file, 1).id == 1
        files.close(file)


def test_without_the_reserve_it_does_not_open_and_the_sentence_says_why(disk: Path) -> None:
    ballast.place(disk / NAME).unlink()
    fill(disk)
    before = (disk / NAME).read_bytes()
    with pytest.raises(CannotOpen) as refused:
        factories.sign_in(disk / NAME)
    assert refused.value.message.params == {"free": 0, "folder": disk}
    assert "disk is full" in refused.value.message.msgid
    assert (disk / NAME).read_bytes() == before
    free(disk)
    files.close(factories.sign_in(disk / NAME))


def test_a_refused_save_goes_through_at_the_next_try(disk: Path) -> None:
    file = factories.sign_in(disk / NAME)
    fill(disk)
    refused = _refused(file, "first try")
    assert refused is not None
    assert "reserve" in refused.message.msgid
    assert refused.message.params["folder"] == disk
    assert _refused(file, "second try") is None
    files.close(file)
    judge(disk, ["case 1", "note 1 second try"])


def test_without_the_reserve_it_goes_through_once_there_is_room(disk: Path) -> None:
    file = factories.sign_in(disk / NAME)
    ballast.place(disk / NAME).unlink()
    fill(disk)
    for _ in range(3):
        refused = _refused(file, "too early")
        assert refused is not None
        assert refused.message.params == {"free": 0, "folder": disk}
    free(disk)
    assert _refused(file, "after that") is None
    files.close(file)
    judge(disk, ["case 1", "note 1 after that"])


def test_a_full_folder_for_temporary_files_changes_nothing(
    disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(disk)
    monkeypatch.setenv("TMPDIR", str(disk))
    monkeypatch.setattr(tempfile, "tempdir", None)
    file = factories.open_file(tmp_path, "elsewhere.tirek")
    case = open_a_case(file)
    complain(file, case)
    write_letter(file, case)
    files.close(file)


def test_a_full_disk_for_backups_keeps_the_earlier_ones_and_says_so(disk: Path, tmp_path: Path) -> None:
    file = factories.open_file(tmp_path, "elsewhere.tirek")
    folder = disk / "Backups"
    folder.mkdir()
    first = backups.path_of(backups.make(file, folder).backup)
    before = first.read_bytes()
    fill(disk)
    with pytest.raises(AppError):
        backups.make(file, folder, Occasion.AUTOMATIC)
    assert first.read_bytes() == before
    assert [each.name for each in folder.glob("*.tirek")] == [first.name]
    free(disk)
    backups.make(file, folder, Occasion.AUTOMATIC)
    files.close(file)


@pytest.mark.long
def test_two_hundred_full_disks_lose_nothing(disk: Path, tell: Tell) -> None:
    chance = seeded(200)
    reserve = ballast.place(disk / NAME)
    refusals = 0
    for number in range(200):
        if chance.random() < 0.5:
            reserve.unlink(missing_ok=True)
        told = ["case 1"]
        try:
            file = factories.sign_in(disk / NAME)
            fill(disk, leaving=chance.randrange(200_000))
            try:
                for _ in range(20):
                    note(file, 1, f"round {number}")
                    told[1:] = [f"note 1 round {number}"]
            finally:
                files.close(file)
        except AppError:
            refusals += 1
        free(disk)
        judge(disk, told)
    tell(f"full disks: 200, refused with a sentence: {refusals}, lost: 0")
    assert refusals > 50
