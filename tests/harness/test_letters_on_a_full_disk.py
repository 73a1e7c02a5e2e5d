"""Letters on a full disk: refused in a sentence with nothing half done, and made once there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.db import ballast
from desktop_app.domain.journal import JournalRequest
from desktop_app.errors import AppError
from desktop_app.i18n import interface, set_language
from desktop_app.services import files, journal, letter_sending, letters
from desktop_app.services.files import OpenFile
from tests import factories
from tests.harness import letter_flows
from tests.harness.desk_work import write_letter
from tests.harness.flow import NAME
from tests.harness.small_disk import fill, free, small_disk
from tests.harness.verdict import judge
from tests.services.situations import TODAY

MEGABYTE = 1024 * 1024
JOURNAL = JournalRequest(TODAY.replace(day=1), TODAY)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 20 * MEGABYTE) as place:
        yield place


@pytest.fixture
def file(disk: Path) -> Iterator[OpenFile]:
    """A file on the small disk with a letter and the scan of its answer; what is made in it is judged at the end."""
    letter_flows.prepare(disk)
    opened = factories.sign_in(disk / NAME)
    write_letter(opened, 1)
    letter_flows.scan(opened, disk)
    yield opened
    files.close(opened)
    judge(disk, ["case 1", "letter 1", "attachment 1", "closed"])


WORK: dict[str, Callable[[OpenFile], Any]] = {
    "make": letter_flows.make_apart,
    "send": lambda file: letter_sending.note(file, 1, letter_flows.HANDED),
    "register": lambda file: letter_flows.register(file, 1, 1),
}


def state(file: OpenFile) -> tuple[Any, ...]:
    """What is told of letters and of what came."""
    told = letter_sending.told(file, 1)
    return letters.page(file, "", None, 99), told.sent, told.came


@pytest.mark.parametrize(
    ("work", "language", "words"),
    [("make", "kk", "диск"), ("send", "ru", "диск"), ("register", "en", "disk is full")],
)
def test_a_full_disk_refuses_in_a_sentence_and_nothing_is_half_done(
    file: OpenFile, disk: Path, work: str, language: str, words: str
) -> None:
    set_language(language)
    before = state(file)
    ballast.place(disk / NAME).unlink(missing_ok=True)
    fill(disk)
    with pytest.raises(AppError) as refused:
        WORK[work](file)
    assert refused.value.message.params == {"free": 0, "folder": disk}
    assert words in interface()(refused.value.message.msgid).casefold()
    free(disk)
    assert state(file) == before
    WORK[work](file)
    assert state(file) != before


OUTSIDE: dict[str, Callable[[OpenFile, Path], Any]] = {
    "letter": lambda file, path: letters.save_copy(file, 1, path),
    "journal": lambda file, path: journal.save(file, JOURNAL, path),
}


@pytest.mark.parametrize("paper", OUTSIDE)
def test_a_full_disk_outside_keeps_what_was_there_and_leaves_nothing_half(
    tmp_path: Path, disk: Path, paper: str
) -> None:
    letter_flows.prepare(tmp_path)
    opened = factories.sign_in(tmp_path / NAME)
    write_letter(opened, 1)
    path = disk / "paper.pdf"
    path.write_bytes(b"the former one")
    fill(disk, leaving=4096)
    with pytest.raises(AppError) as refused:
        OUTSIDE[paper](opened, path)
    assert "no room on the disk" in refused.value.message.msgid
    assert path.read_bytes() == b"the former one"
    assert sorted(each.name for each in disk.iterdir()) == ["filler", "paper.pdf"]
    free(disk)
    OUTSIDE[paper](opened, path)
    assert path.read_bytes().startswith(b"%PDF-")
    files.close(opened)


def test_a_letter_whose_copy_finds_no_room_is_not_made(tmp_path: Path, disk: Path) -> None:
    letter_flows.prepare(tmp_path)
    opened = factories.sign_in(tmp_path / NAME)
    fill(disk, leaving=4096)
    with pytest.raises(AppError):
        letters.create_with_copy(opened, letter_flows.claim(opened), disk / "claim.pdf")
    assert letters.page(opened, "", None, 9) == ()
    assert [each.name for each in disk.iterdir()] == ["filler"]
    files.close(opened)
