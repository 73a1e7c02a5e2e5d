"""Checking a whole file finds what was changed behind the program's back, and names it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_app.db import envelope
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.verification import Part, Verification
from desktop_app.services import backups, files, letters, restore, verify
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services import situations
from tests.services.situations import TODAY


@pytest.fixture
def busy(file: OpenFile) -> OpenFile:
    """A file with a case, money and a letter."""
    card = situations.unpaid(file)
    request = LetterRequest(card.id, "employer_claim", LetterLanguage.RU, TODAY, TODAY, file.staff.id)
    letters.create(file, request)
    return file


def change(file: OpenFile, statement: str) -> None:
    """What somebody with the key and a tool does to the tables."""
    with file.db.engine.connect().execution_options(begin="") as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        guards = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'"
        for guard in connection.exec_driver_sql(guards).scalars().all():
            connection.execute(sa.DDL(f"DROP TRIGGER {guard}"))
        connection.exec_driver_sql(statement)
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")


def told(found: Verification) -> list[tuple[Part, int]]:
    return [(each.part, each.id) for each in found.troubles]


@pytest.mark.parametrize("full", [False, True])
def test_a_sound_file_is_found_sound(busy: OpenFile, full: bool) -> None:
    found = verify.run(busy, full=full)
    assert found.ok, found
    assert (found.letters, found.attachments, found.unread) == (1, 0, 0)
    assert found.log_lines > 3
    assert found.law_until is not None


def test_the_check_is_logged(busy: OpenFile) -> None:
    verify.run(busy, full=True)
    with busy.db.read() as session:
        assert session.scalar(sa.text("SELECT action FROM audit ORDER BY seq DESC LIMIT 1")) == "verify_file"


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("UPDATE letter SET pdf = x'00'", Part.LETTERS),
        ("UPDATE case_file SET workers = 7", Part.RULES),
        ("UPDATE case_file SET received_tiyn = 5", Part.RULES),
        ("UPDATE case_file SET employer_name = 'x'", Part.RULES),
        ("UPDATE case_file SET first_worker = 'x'", Part.RULES),
        ("DELETE FROM person WHERE id = 1", Part.DATABASE),
        ("UPDATE case_file SET next_deadline = '2020-01-01'", Part.RULES),
        # A date of the case waits for the answer to it.
        ("DELETE FROM letter", Part.DATABASE),
    ],
)
def test_what_was_changed_behind_the_program_is_named(busy: OpenFile, statement: str, part: Part | None) -> None:
    change(busy, statement)
    assert verify.run(busy, full=False).ok
    found = verify.run(busy, full=True)
    assert {each.part for each in found.troubles} == ({part} if part else set())


@pytest.mark.parametrize("full", [False, True])
def test_a_changed_line_of_the_log_is_named(busy: OpenFile, full: bool) -> None:
    change(busy, "UPDATE audit SET action = 'sign_in' WHERE seq = 3")
    assert told(verify.run(busy, full=full)) == [(Part.LOG, 3)]


def test_a_log_that_was_cut_is_seen_by_the_anchor_of_a_backup(busy: OpenFile) -> None:
    backups.make_due(busy)
    assert verify.run(busy, full=True).anchors == 1
    change(busy, "DELETE FROM audit WHERE seq >= 4")
    found = verify.run(busy, full=True)
    assert [each.part for each in found.troubles] == [Part.BACKUPS]


def test_anchors_from_before_a_restore_say_nothing_of_the_log_after_it(busy: OpenFile) -> None:
    (done,) = backups.make_due(busy)
    situations.opened(busy)
    (later,) = backups.make_due(busy)
    files.close(busy)
    restore.restore(backups.path_of(done.backup), busy.path, factories.LOGIN, factories.PASSWORD)
    again = factories.sign_in(busy.path)
    for _ in range(40):
        verify.run(again, full=False)
    found = verify.run(again, full=True)
    assert found.ok, found.troubles
    assert found.anchors == 1
    files.close(again)
    assert backups.path_of(later.backup).exists()


def test_a_damaged_page_is_named(tmp_path: Path) -> None:
    path = factories.closed_file(tmp_path)
    file = factories.sign_in(path)
    for number in range(40):
        with file.db.write("written", file.staff.id, "x" * 9000, number):
            pass
    files.close(file)
    page = (envelope.look(path, 99).cut_at or 0) // 4096 * 8 // 10
    with path.open("r+b") as damaged:
        damaged.seek((page - 1) * 4096 + 50)
        damaged.write(b"damage")
    copy = shutil.copyfile(path, tmp_path / "copy.tirek")
    file = factories.sign_in(copy)
    try:
        found = verify.run(file, full=False)
    finally:
        file.db.engine.dispose()
        file.keys.let_go()
    assert (Part.DATABASE, page) in told(found)


def test_more_of_one_kind_than_anybody_reads_is_cut(busy: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "_MOST_TOLD", 2)
    for _ in range(4):
        situations.opened(busy)
    change(busy, "UPDATE case_file SET workers = 7")
    assert len(verify.run(busy, full=True).troubles) == 2
