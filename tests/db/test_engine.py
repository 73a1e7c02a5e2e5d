"""Every connection is set as the file needs it, writers wait for each other, and the surroundings get a sentence."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import sqlcipher3
from sqlalchemy.exc import IntegrityError, OperationalError

from desktop_app.db import engine, failures
from desktop_app.db.models import Staff
from desktop_app.errors import AppError, DamagedFile
from desktop_app.services import files
from desktop_app.services.files import OpenFile
from tests import factories
from tests.architecture.sources import ROOT


def _new_staff(login: str) -> Staff:
    return Staff(login=login, login_key=login, full_name=login, role="staff", active=True)


def test_the_library_is_new_enough() -> None:
    assert sqlcipher3.sqlite_version_info >= (3, 51, 3)


@pytest.mark.parametrize(
    ("pragma", "wanted"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("user_version", engine.SCHEMA),
    ],
)
def test_every_connection_is_set(file: OpenFile, pragma: str, wanted: object) -> None:
    connections = [file.db.engine.connect() for _ in range(3)]
    for connection in connections:
        assert connection.exec_driver_sql("PRAGMA " + pragma).scalar() == wanted
        connection.close()


def test_the_program_pins_and_wipes_its_memory(tmp_path: Path) -> None:
    asks = "import sys; from pathlib import Path; from desktop_app.db import engine"
    asks += "; file = engine.connect(Path(sys.argv[1]), bytes(range(32))).connect()"
    asks += "; print(file.exec_driver_sql('PRAGMA cipher_memory_security').scalar()); file.close()"
    command = [sys.executable, "-c", asks, str(tmp_path / "new")]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip() == "1"


def test_a_connection_that_holds_another_value_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engine.PRAGMAS, "temp_store", 1)
    monkeypatch.setitem(engine.PRAGMAS, "synchronous", 7)
    with pytest.raises(RuntimeError, match="synchronous"):
        engine.connect(tmp_path / "new", bytes(32)).connect()


def test_sorting_writes_nothing_to_the_disk(file: OpenFile) -> None:
    with file.db.engine.connect() as connection:
        # More rows than are sorted in memory of a page cache: with temp_store=1 this opens a file etilqs_….
        rows = (
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT hex(i), i FROM n"
        )
        connection.exec_driver_sql("PRAGMA cache_size=10")
        result = connection.exec_driver_sql(rows + " ORDER BY i * 7919 % 300007 DESC")
        result.fetchone()
        opened = [str(each.readlink()) for each in Path("/proc/self/fd").iterdir() if each.is_symlink()]
        result.close()
    assert not [name for name in opened if "etilqs" in name]


def test_a_file_is_never_made_without_a_key(tmp_path: Path) -> None:
    for key in (b"", b"short", bytes(31)):
        with pytest.raises(ValueError, match="32 bytes"):
            engine.connect(tmp_path / "plain", key)
    assert not (tmp_path / "plain").exists()


def test_another_key_does_not_read_the_file(file: OpenFile) -> None:
    with pytest.raises(DamagedFile):
        engine.connect(file.path, bytes(32)).connect()


def test_a_row_without_what_it_refers_to_is_refused(file: OpenFile) -> None:
    with pytest.raises(IntegrityError), file.db.write("x", file.staff.id) as session:
        session.execute(sa.text("INSERT INTO case_worker VALUES (1, 99, 99, 1, '', '', 1990, '', '')"))


def test_values_are_not_in_the_text_of_errors(file: OpenFile) -> None:
    with pytest.raises(IntegrityError) as caught, file.db.write("x", file.staff.id) as session:
        session.add(_new_staff(factories.LOGIN))
    assert factories.LOGIN not in str(caught.value)


def test_writers_that_read_first_wait_for_each_other(file: OpenFile) -> None:
    failed: list[BaseException] = []

    def add(who: str) -> None:
        try:
            for number in range(10):
                with file.db.write("add_staff", file.staff.id, "staff") as session:
                    session.scalar(sa.select(sa.func.count()).select_from(Staff))
                    session.add(_new_staff(f"{who}{number}"))
        except BaseException as error:  # noqa: BLE001  told by the test below
            failed.append(error)

    threads = [threading.Thread(target=add, args=(who,)) for who in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with file.db.read() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Staff)) == 41
        assert file.db.chain.first_broken(session) is None


def test_a_reader_sees_one_state(file: OpenFile) -> None:
    count = sa.select(sa.func.count()).select_from(Staff)
    with file.db.read() as reader:
        before = reader.scalar(count)
        with file.db.write("add_staff", file.staff.id, "staff") as session:
            session.add(_new_staff("dina"))
        assert reader.scalar(count) == before
    with file.db.read() as reader:
        assert reader.scalar(count) == 2


def test_reading_and_writing_name_the_same_database(file: OpenFile) -> None:
    with file.db.read() as session:
        read = session.get_bind()
    with file.db.write("x", file.staff.id) as session:
        assert session.get_bind() is read


def test_a_closed_database_is_not_opened_again_behind_the_lock(file: OpenFile) -> None:
    files.close(file)
    with pytest.raises(RuntimeError, match="closed"), file.db.read():
        pass


def test_a_file_is_not_closed_under_a_reader(file: OpenFile) -> None:
    with file.db.read() as session:
        session.scalar(sa.select(sa.func.count()).select_from(Staff))
        with pytest.raises(RuntimeError, match="session"):
            files.close(file)
        session.scalar(sa.select(sa.func.count()).select_from(Staff))


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (13, AppError, "disk is full"),
        (778, AppError, "disk is full"),
        (5, AppError, "Another program"),
        (517, AppError, "Another program"),
        (8, AppError, "may not be written"),
        (14, AppError, "does not answer"),
        (266, AppError, "does not answer"),
        (11, DamagedFile, "damaged"),
        (26, DamagedFile, "damaged"),
        (522, DamagedFile, "damaged"),
    ],
)
def test_the_surroundings_get_a_sentence(file: OpenFile, code: int, kind: type[AppError], words: str) -> None:
    with pytest.raises(kind, match=words), failures.sorted_failures(file.db.engine):
        raise _error(code)


def test_a_bug_stays_a_bug(file: OpenFile) -> None:
    with pytest.raises(OperationalError), failures.sorted_failures(file.db.engine):
        raise _error(1)


def _error(code: int) -> OperationalError:
    origin: Any = sqlcipher3.OperationalError("text")
    origin.sqlite_errorcode = code
    return OperationalError("SELECT 1", {}, origin)


@pytest.mark.parametrize(
    ("number", "words"),
    [(28, "disk is full"), (27, "disk is full"), (13, "may not be written"), (2, "folder"), (5, "does not answer")],
)
def test_the_system_gets_a_sentence(tmp_path: Path, number: int, words: str) -> None:
    with pytest.raises(AppError, match=words), failures.sorted_disk_failures(tmp_path / "centre.tirek"):
        raise OSError(number, "text")
