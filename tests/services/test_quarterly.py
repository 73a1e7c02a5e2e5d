"""The quarterly check reads the log and the system, and is finished with a line."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.quarterly import Check, Line, Part, State
from desktop_app.errors import NotAllowed
from desktop_app.services import quarterly, staff
from desktop_app.services.files import OpenFile
from tests import factories


def _line(check: Check, part: Part) -> Line:
    (found,) = (line for line in check.lines if line.part is part)
    return found


def test_a_new_file_has_no_backup_and_was_never_rehearsed(file: OpenFile) -> None:
    check = quarterly.read(file)
    assert [line.part for line in check.lines] == list(Part)
    assert _line(check, Part.BACKUP).state is State.ACT
    assert _line(check, Part.RECOVERY).state is State.ACT
    assert _line(check, Part.LEAVERS).state is State.GOOD
    assert _line(check, Part.ABSENT).state is State.GOOD
    assert _line(check, Part.LOG).state is State.GOOD
    assert check.finished_at is None


def test_a_rehearsal_is_read_from_the_log(file: OpenFile) -> None:
    with file.db.write("rehearse_recovery", file.staff.id):
        pass
    assert _line(quarterly.read(file), Part.RECOVERY).state is State.GOOD


def test_a_password_left_over_is_told(file: OpenFile) -> None:
    staff.add(file, NewStaffMember("left", "Кетті", Role.STAFF, "a quiet lamp over tea"))
    assert _line(quarterly.read(file), Part.LEAVERS).state is State.GOOD
    with file.db.write("end_access", file.staff.id, "staff", 2) as session:
        session.execute(text("UPDATE staff SET active = 0 WHERE id = 2"))
    line = _line(quarterly.read(file), Part.LEAVERS)
    assert line.state is State.ACT
    assert line.told.params["n"] == 1


def test_who_stays_away_is_named(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    factories.colleague(file, Role.STAFF)
    monkeypatch.setenv("TIREK_TODAY", "2027-03-21")
    line = _line(quarterly.read(file), Part.ABSENT)
    assert line.state is State.LOOK
    assert file.staff.full_name in str(line.told.params["names"])
    with file.db.write("unlock", file.staff.id, "staff", file.staff.id):
        pass
    assert file.staff.full_name not in str(_line(quarterly.read(file), Part.ABSENT).told.params["names"])


def test_it_is_finished_by_heads_with_a_line(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    manager, desk = factories.colleague(file, Role.MANAGER), factories.colleague(file, Role.STAFF)
    assert quarterly.read(desk).finished_at is None
    with pytest.raises(NotAllowed):
        quarterly.finish(desk)
    quarterly.finish(manager)
    check = quarterly.read(desk)
    assert check.finished_at is not None
    assert check.finished_by == manager.staff.full_name
    assert not quarterly.is_due(desk)
    monkeypatch.setenv("TIREK_TODAY", "2027-02-20")
    assert not quarterly.is_due(desk)
    monkeypatch.setenv("TIREK_TODAY", "2027-02-23")
    assert quarterly.is_due(desk)


def test_a_break_in_the_log_is_told(file: OpenFile) -> None:
    with file.db.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_is_not_changed")
        connection.exec_driver_sql("UPDATE audit SET staff_id = 77 WHERE seq = 2")
    assert _line(quarterly.read(file), Part.LOG).state is State.ACT
