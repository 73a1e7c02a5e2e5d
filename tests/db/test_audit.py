"""The log cannot be changed unnoticed, and nothing is stored without its line."""

from __future__ import annotations

import random
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from desktop_app.db.audit import Chain, Head, head
from desktop_app.db.engine import Database, connect
from desktop_app.db.models import AuditLine, Staff
from desktop_app.db.upgrade import upgrade
from desktop_app.services import files
from desktop_app.services.files import OpenFile
from tests import factories

LINES = 30
COLUMNS = ("at", "staff_id", "action", "entity", "entity_id", "computer", "chain")


@pytest.fixture
def written(file: OpenFile) -> OpenFile:
    for number in range(LINES):
        with file.db.write(f"action {number}", file.staff.id, "case", number or None):
            pass
    return file


def _first_broken(file: OpenFile, kept: Head | None = None) -> int | None:
    with file.db.read() as session:
        return file.db.chain.first_broken(session, kept)


def _tamper(file: OpenFile, *statements: str, **values: object) -> None:
    """Change rows as somebody would who has the key and other tools."""
    with file.db.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS audit_stays")
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS audit_is_not_changed")
        for statement in statements:
            connection.execute(sa.text(statement), values)


def test_a_line_says_who_what_which_when_and_where(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIREK_TODAY", "2026-11-21")
    with file.db.write("change_case", file.staff.id, "case", 7):
        pass
    with file.db.read() as session:
        line = session.scalars(sa.select(AuditLine).order_by(AuditLine.seq.desc()).limit(1)).one()
    assert (line.staff_id, line.action, line.entity, line.entity_id) == (file.staff.id, "change_case", "case", 7)
    at = datetime.fromisoformat(line.at)
    assert at.date().isoformat() == "2026-11-21"
    assert at.utcoffset() is not None
    assert line.computer


def test_an_id_learnt_while_writing_is_in_the_line(file: OpenFile) -> None:
    with file.db.write("open_case", file.staff.id, "case") as session:
        session.info["entity_id"] = 41
    with file.db.read() as session:
        assert session.scalar(sa.select(AuditLine.entity_id).order_by(AuditLine.seq.desc()).limit(1)) == 41


def test_the_first_lines_are_those_of_making_and_opening(file: OpenFile) -> None:
    with file.db.read() as session:
        actions = session.scalars(sa.select(AuditLine.action).order_by(AuditLine.seq)).all()
    assert actions == ["create_file", "sign_in"]


def test_an_untouched_log_is_whole_also_after_closing(written: OpenFile) -> None:
    assert _first_broken(written) is None
    files.close(written)
    again = factories.sign_in(written.path)
    assert _first_broken(again) is None
    with again.db.read() as session:
        assert again.db.chain.first_broken(session, after=20) is None
    files.close(again)


def test_what_fails_leaves_neither_rows_nor_a_line(file: OpenFile) -> None:
    with file.db.read() as session:
        before = head(session)
    with pytest.raises(ZeroDivisionError):
        _add_half_a_staff_member(file)
    with file.db.read() as session:
        assert head(session) == before
        assert session.scalar(sa.select(sa.func.count()).select_from(Staff)) == 1


def _add_half_a_staff_member(file: OpenFile) -> None:
    with file.db.write("add_staff", file.staff.id, "staff") as session:
        session.add(Staff(login="x", login_key="x", full_name="x", role="staff", active=True))
        session.flush()
        raise ZeroDivisionError


@pytest.mark.parametrize("seed", range(25))
def test_every_change_of_a_line_is_found_where_it_is(written: OpenFile, seed: int) -> None:
    choice = random.Random(seed)  # noqa: S311  not for secrets
    seq = choice.randint(1, LINES)
    column = COLUMNS[seed % len(COLUMNS)]
    value = {"chain": b"\1" * 32, "staff_id": 99, "entity_id": 99}.get(column, "another")
    _tamper(written, f"UPDATE audit SET {column} = :value WHERE seq = :seq", seq=seq, value=value)  # noqa: S608  ours
    assert _first_broken(written) == seq


def test_a_removed_an_added_and_an_exchanged_line_are_found(written: OpenFile) -> None:
    with written.db.read() as session:
        whole = head(session)
    _tamper(written, "DELETE FROM audit WHERE seq = 9")
    assert _first_broken(written) == 9
    _tamper(written, "UPDATE audit SET seq = seq - 1 WHERE seq > 9")
    assert _first_broken(written) == 9
    assert _first_broken(written, whole) == 9


def test_exchanged_lines_are_found(written: OpenFile) -> None:
    _tamper(
        written,
        "UPDATE audit SET seq = -1 WHERE seq = 5",
        "UPDATE audit SET seq = 5 WHERE seq = 6",
        "UPDATE audit SET seq = 6 WHERE seq = -1",
    )
    assert _first_broken(written) == 5


def test_a_line_added_at_the_end_is_found(written: OpenFile) -> None:
    _tamper(
        written,
        "INSERT INTO audit SELECT seq + 1, at, staff_id, action, entity, entity_id, computer, chain "
        "FROM audit ORDER BY seq DESC LIMIT 1",
    )
    with written.db.read() as session:
        assert _first_broken(written) == head(session).seq


def test_a_cut_end_is_found_from_a_head_kept_elsewhere(written: OpenFile) -> None:
    with written.db.read() as session:
        kept = head(session)
    assert _first_broken(written, kept) is None
    _tamper(written, "DELETE FROM audit WHERE seq > 20")
    assert _first_broken(written) is None
    assert _first_broken(written, kept) == 21


@pytest.mark.parametrize("statement", ["DELETE FROM audit", "UPDATE audit SET staff_id = 2 WHERE seq = 1"])
def test_the_file_itself_refuses_to_change_the_log(file: OpenFile, statement: str) -> None:
    with pytest.raises(IntegrityError, match="lines of the log"), file.db.engine.begin() as connection:
        connection.exec_driver_sql(statement)


def test_a_first_line_that_was_not_stored_keeps_no_key(tmp_path: Path) -> None:
    engine = connect(tmp_path / "new", bytes(32))
    upgrade(engine)
    database = Database(engine)
    with database.read() as session:
        database.chain.add(session, "create_file", None, "centre", 1)
        session.rollback()
    with database.write("create_file", None, "centre", 1):
        pass
    with database.read() as session:
        assert Chain().first_broken(session) is None
        assert head(session).seq == 1
    database.close()
