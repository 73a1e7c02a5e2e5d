"""One program at a time, no way to lose access, and an old file is copied before it is changed."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_app.db import envelope, opening, upgrade
from desktop_app.db.engine import SCHEMA
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.errors import AppError, CannotOpen
from desktop_app.services import centre, files, staff
from desktop_app.services.files import OpenFile
from tests import factories

NEW_PASSWORD = "quite another long one"
WATCHED = {Path(envelope.__file__).name, Path(opening.__file__).name}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return factories.closed_file(tmp_path)


def test_a_second_opening_is_refused_until_the_first_is_closed(path: Path) -> None:
    file = factories.sign_in(path)
    with pytest.raises(CannotOpen, match="already open"):
        factories.sign_in(path)
    centre.save(file, factories.CENTRE)
    files.close(file)
    files.close(factories.sign_in(path))


def test_another_name_of_the_same_file_is_the_same_file(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.tirek"
    link.symlink_to(path)
    file = factories.sign_in(path)
    with pytest.raises(CannotOpen, match="already open"):
        factories.sign_in(link)
    files.close(file)
    files.close(factories.sign_in(link))


OPENS = """
import sys
from pathlib import Path
from desktop_app.errors import CannotOpen
from tests import factories
sys.stdin.readline()
try:
    file = factories.sign_in(Path(sys.argv[1]))
except CannotOpen as error:
    print("in use" if "already open" in str(error) else error, flush=True)
else:
    print("opened", flush=True)
sys.stdin.readline()
"""


def test_of_many_at_once_one_opens(path: Path) -> None:
    programs = [_program(OPENS, path) for _ in range(6)]
    for program in programs:
        _say(program)
    told = [program.stdout.readline().strip() for program in programs if program.stdout]
    for program in programs:
        program.kill()
        program.communicate()
    assert sorted(told) == ["in use"] * 5 + ["opened"]
    files.close(factories.sign_in(path))


@pytest.mark.long
def test_of_twenty_at_once_one_opens_again_and_again(path: Path) -> None:
    for _ in range(10):
        programs = [_program(OPENS, path) for _ in range(20)]
        for program in programs:
            _say(program)
        told = [program.stdout.readline().strip() for program in programs if program.stdout]
        for program in programs:
            program.kill()
            program.communicate()
        assert sorted(told) == ["in use"] * 19 + ["opened"]


WRITES = """
import sys
from pathlib import Path
from tests import factories
file = factories.sign_in(Path(sys.argv[1]))
print("opened", flush=True)
for number in range(100000):
    with file.db.write("written", file.staff.id, "case", number):
        pass
    print(number, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 2, 40])
def test_what_was_saved_before_a_crash_is_there_after_it(path: Path, lines: int) -> None:
    saved = _killed_after(path, lines)
    assert envelope.keys_path(path).exists()
    _check_after_crash(path, saved)


@pytest.mark.long
def test_two_hundred_crashes_lose_nothing(path: Path) -> None:
    for lines in range(200):
        _check_after_crash(path, _killed_after(path, lines % 50 + 1))


def _killed_after(path: Path, lines: int) -> int:
    """Kill a writing program after some lines; the last number it said was saved, -1 when none was."""
    program = _program(WRITES, path)
    assert program.stdout
    told = [program.stdout.readline() for _ in range(lines)]
    program.kill()
    rest, _ = program.communicate()
    numbers = [int(word) for word in "".join([*told, rest]).split() if word.isdigit()]
    return max(numbers, default=-1)


def _check_after_crash(path: Path, saved: int) -> None:
    file = factories.sign_in(path)
    with file.db.read() as session:
        last = session.scalar(sa.text("SELECT max(entity_id) FROM audit WHERE action = 'written'"))
        assert (-1 if last is None else last) >= saved
        assert file.db.chain.first_broken(session) is None
        assert session.scalars(sa.text("PRAGMA integrity_check")).all() == ["ok"]
        assert session.scalars(sa.text("PRAGMA cipher_integrity_check")).all() == []
    files.close(file)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


class _Snapshots:
    """Copies of the file's folder as a power cut would leave it, at every line of opening and envelope."""

    def __init__(self, folder: Path, into: Path) -> None:
        self._folder = folder
        self._into = into
        self.taken: list[tuple[Path, bool]] = []
        self.is_password_changed = False
        self._last: dict[str, bytes] = {}

    def __enter__(self) -> _Snapshots:
        self._before = sys.gettrace()
        sys.settrace(self._trace)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        sys.settrace(self._before)

    def _trace(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if Path(frame.f_code.co_filename).name not in WATCHED:
            return None
        contents = {each.name: each.read_bytes() for each in self._folder.iterdir()} if event == "line" else None
        if contents is not None and contents != self._last:
            self._last = contents
            copy = self._into / str(len(self.taken))
            copy.mkdir()
            for name, content in contents.items():
                (copy / name).write_bytes(content)
            self.taken.append((copy, self.is_password_changed))
        return self._trace


def test_stopping_at_any_line_loses_neither_data_nor_access(
    path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with _Snapshots(path.parent, tmp_path_factory.mktemp("stopped")) as snapshots:
        file = factories.sign_in(path)
        staff.add(file, NewStaffMember("dina", "Дина", Role.LAWYER, "дом трава ключ"))
        staff.change_password(file, factories.PASSWORD, NEW_PASSWORD)
        snapshots.is_password_changed = True
        files.close(file)
    assert len(snapshots.taken) > 20
    for folder, is_changed in snapshots.taken:
        again = _opened_with_either(folder / path.name, is_changed=is_changed)
        assert centre.read(again) == factories.CENTRE
        if is_changed:
            assert len(staff.listing(again)) == 2
        files.close(again)
        assert [each.name for each in folder.iterdir()] == [path.name]


def _opened_with_either(path: Path, *, is_changed: bool) -> OpenFile:
    """Open with the new password, or while it was not yet said to be changed with the old one."""
    try:
        return factories.sign_in(path, password=NEW_PASSWORD)
    except CannotOpen:
        assert not is_changed
        return factories.sign_in(path)


@pytest.mark.parametrize("cut", [0, 1, 100, 4095, 4096, 5000, 8191])
def test_a_half_written_end_is_no_loss(path: Path, cut: int) -> None:
    file = factories.sign_in(path)
    file.db.close()
    pages = path.stat().st_size
    envelope.store_beside(path, file.keys.slots, pages)  # as closing does before it writes the end
    file.keys.let_go()
    with path.open("ab") as end:
        end.write(os.urandom(cut))
    again = factories.sign_in(path)
    assert path.stat().st_size == pages
    assert centre.read(again) == factories.CENTRE
    files.close(again)


def test_a_password_that_was_not_stored_leaves_the_old_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = factories.sign_in(path)
    monkeypatch.setattr(file.db.chain, "add", _fails)
    with pytest.raises(ZeroDivisionError):
        staff.change_password(file, factories.PASSWORD, NEW_PASSWORD)
    monkeypatch.undo()
    files.close(file)
    with pytest.raises(CannotOpen):
        factories.sign_in(path, password=NEW_PASSWORD)
    files.close(factories.sign_in(path))


def _fails(*_arguments: object) -> None:
    raise ZeroDivisionError


def test_a_file_of_an_older_schema_is_copied_and_upgraded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    _expect_a_newer_schema(monkeypatch)
    file = factories.sign_in(path)
    with file.db.read() as session:
        assert session.scalar(sa.text("PRAGMA user_version")) == SCHEMA + 1
    files.close(file)
    copy = _kept_before_the_upgrade(path)
    assert copy.read_bytes() == before
    monkeypatch.undo()
    with pytest.raises(CannotOpen, match="newer version"):
        factories.sign_in(path)
    files.close(factories.sign_in(copy))


def test_a_failed_upgrade_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _expect_a_newer_schema(monkeypatch)
    monkeypatch.setattr(opening, "upgrade", _fails)
    with pytest.raises(ZeroDivisionError):
        factories.sign_in(path)
    monkeypatch.undo()
    assert not envelope.keys_path(path).exists()
    files.close(factories.sign_in(path))


def test_a_crashed_file_of_an_older_schema_is_closed_before_it_is_copied(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = _killed_after(path, 10)
    _expect_a_newer_schema(monkeypatch)
    files.close(factories.sign_in(path))
    monkeypatch.undo()
    copy = _kept_before_the_upgrade(path)
    alone = path.with_name("alone") / copy.name
    alone.parent.mkdir()
    copy.replace(alone)
    _check_after_crash(alone, saved)


def _kept_before_the_upgrade(path: Path) -> Path:
    (copy,) = (path.parent / "Backups").glob("centre * pre-upgrade.tirek")
    return copy


def _expect_a_newer_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    def upgraded(engine: sa.Engine) -> None:
        with engine.connect().execution_options(begin="") as connection:
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA + 1}")

    monkeypatch.setattr(opening, "SCHEMA", SCHEMA + 1)
    monkeypatch.setattr(opening, "upgrade", upgraded)


def test_a_failing_migration_leaves_the_tables_as_they_were(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = factories.sign_in(path)
    before = upgrade.schema_sql(file.db.engine)
    monkeypatch.setattr("alembic.command.upgrade", _adds_a_table_and_fails)
    with pytest.raises(ZeroDivisionError):
        upgrade.upgrade(file.db.engine)
    assert upgrade.schema_sql(file.db.engine) == before
    with file.db.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    files.close(file)


def _adds_a_table_and_fails(config: Any, _to: str) -> None:
    config.attributes["connection"].exec_driver_sql("CREATE TABLE half (id INTEGER)")
    raise ZeroDivisionError


def test_a_file_that_cannot_be_finished_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.db.queries.centre.add_staff", _fails)
    with pytest.raises(ZeroDivisionError):
        files.create_file(tmp_path / "new.tirek", factories.NEW, factories.CODE, factories.CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_that_was_interrupted_leaves_nothing_under_its_name(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    name = "new.tirek"
    with _Snapshots(tmp_path, tmp_path_factory.mktemp("stopped")) as snapshots:
        files.close(files.create_file(tmp_path / name, factories.NEW, factories.CODE, factories.CHEAP))
    assert len(snapshots.taken) > 10
    for folder, _ in snapshots.taken:
        if (folder / name).exists():
            again = factories.sign_in(folder / name)
        else:
            again = files.create_file(folder / name, factories.NEW, factories.CODE, factories.CHEAP)
        assert centre.read(again) == factories.CENTRE
        files.close(again)
        assert [each.name for each in folder.iterdir()] == [name]


def test_a_missing_folder_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="folder"):
        files.create_file(tmp_path / "nowhere" / "new.tirek", factories.NEW, factories.CODE, factories.CHEAP)


@pytest.mark.parametrize("name", ["missing.tirek", ".", "x" * 300, "folder/missing.tirek", "file/centre.tirek"])
def test_a_name_without_a_file_cannot_be_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotOpen):
        factories.sign_in(tmp_path / name)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_name_that_is_too_long_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="too long"):
        files.create_file(tmp_path / ("x" * 300), factories.NEW, factories.CODE, factories.CHEAP)


@pytest.mark.parametrize("refused", ["a+b", "r+b"])
def test_where_nothing_may_be_written_a_file_cannot_be_opened_and_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    before = path.read_bytes()
    really_open = Path.open

    def read_only(self: Path, mode: str = "r", *arguments: Any) -> Any:
        if mode == refused:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return really_open(self, mode, *arguments)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", read_only)
        with pytest.raises(CannotOpen, match="may not be written"):
            factories.sign_in(path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    files.close(factories.sign_in(path))


def _program(source: str, path: Path) -> subprocess.Popen[str]:
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", source, str(path)],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _say(program: subprocess.Popen[str]) -> None:
    assert program.stdin
    program.stdin.write("now\n")
    program.stdin.flush()


OPENS_AND_TELLS = """
import sys
from pathlib import Path
from tests import factories
file = factories.sign_in(Path(sys.argv[1]))
print(*sorted({name.split(".")[0] for name in sys.modules}))
"""


def test_opening_a_file_loads_no_migrations(path: Path) -> None:
    loaded, _ = _program(OPENS_AND_TELLS, path).communicate()
    assert "sqlalchemy" in loaded.split()
    assert not {"alembic", "mako"} & set(loaded.split())
