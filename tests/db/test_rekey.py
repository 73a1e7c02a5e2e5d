"""A new key of the file: everybody signs in as before, and stopping at any moment leaves one of the two keys."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_app.db import ballast, blocks, envelope, vault
from desktop_app.db.engine import connect
from desktop_app.db.opening import Opening
from desktop_app.db.queries import keys as queries
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.errors import AppError, CannotOpen, DamagedFile
from desktop_app.services import centre, files, keys, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.factories import CHEAP, CODE, LOGIN, PASSWORD

ROOT = Path(__file__).resolve().parents[2]
DINA = NewStaffMember("dina", "Дина Сәрсенова", Role.LAWYER, "дом трава ключ")
NEW_PASSWORD = "quite another long one"


def _rekey(file: OpenFile) -> None:
    with file.db.read() as session:
        owners = queries.owners(session, file.keys.slots)
    Opening(file.db, file.keys).rekey(owners)


def _check(path: Path, login: str = LOGIN, password: str = PASSWORD) -> None:
    file = factories.sign_in(path, login, password)
    assert centre.read(file) == factories.CENTRE
    with file.db.read() as session:
        assert file.db.chain.first_broken(session) is None
        assert session.scalars(sa.text("PRAGMA integrity_check")).all() == ["ok"]
        assert session.scalars(sa.text("PRAGMA cipher_integrity_check")).all() == []
    files.close(file)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_key_is_another_and_nothing_else_is(file: OpenFile) -> None:
    staff.add(file, DINA)
    sheets = keys.new_sheets()
    keys.make_sheets(file, sheets)
    former = bytes(file.keys._key)
    mine = file.keys.identity
    _rekey(file)
    assert bytes(file.keys._key) != former
    assert centre.read(file) == factories.CENTRE
    assert file.keys.identity == mine
    with file.db.read() as session:
        assert session.scalar(sa.text("PRAGMA journal_mode")) == "wal"
    centre.save(file, factories.CENTRE)
    files.rest(file)
    files.wake(file, PASSWORD)
    files.close(file)
    _check(file.path)
    _check(file.path)
    _check(file.path, DINA.login, DINA.password)
    files.close(files.recover(file.path, CODE, LOGIN, NEW_PASSWORD, CHEAP))
    files.close(files.recover_with_sheets(file.path, sheets[1:], LOGIN, NEW_PASSWORD, CHEAP))
    with pytest.raises(DamagedFile):
        connect(file.path, former).connect()


def test_every_slot_gets_the_new_key_at_the_next_sign_in(file: OpenFile) -> None:
    staff.add(file, DINA)
    _rekey(file)
    assert {bool(slot.wrapped) for slot in file.keys.slots.slots} == {False}
    files.close(file)
    files.close(factories.sign_in(file.path, DINA.login, DINA.password))
    kept = blocks.unsealed(file.path.read_bytes())
    assert kept is not None
    dina = vault.login_tag(kept.slots, DINA.login)
    assert {slot.tag == dina: (bool(slot.wrapped), bool(slot.following)) for slot in kept.slots.slots} == {
        True: (True, False),
        False: (False, True),
    }


def test_a_second_new_key_follows_the_first(file: OpenFile) -> None:
    staff.add(file, DINA)
    for _ in range(3):
        _rekey(file)
    files.close(file)
    _check(file.path)
    _check(file.path, DINA.login, DINA.password)


def test_after_a_new_key_a_password_can_be_changed_by_anybody(file: OpenFile) -> None:
    staff.add(file, DINA)
    _rekey(file)
    staff.change_password(file, PASSWORD, NEW_PASSWORD)
    files.close(file)
    _check(file.path, password=NEW_PASSWORD)
    _check(file.path, DINA.login, DINA.password)


def test_every_page_is_another(file: OpenFile) -> None:
    files.close(file)
    before = _pages(file.path)
    again = factories.sign_in(file.path)
    _rekey(again)
    files.close(again)
    after = _pages(file.path)
    same = [number for number, (one, other) in enumerate(zip(before, after, strict=False)) if one == other]
    assert same == []


def _pages(path: Path) -> list[bytes]:
    content = path.read_bytes()
    kept = blocks.unsealed(content)
    assert kept is not None
    assert kept.pages_end is not None
    return [content[start : start + blocks.PAGE] for start in range(0, kept.pages_end, blocks.PAGE)]


def test_a_password_change_leaves_every_page_as_it_was(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the line of the log is new: pages that were there before stay, byte for byte, but those it stands on."""
    files.close(file)
    again = factories.sign_in(file.path)
    engine = again.db.engine
    with engine.connect().execution_options(begin="") as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    before = file.path.read_bytes()
    with again.keys.changed(files.Secret("password", NEW_PASSWORD, LOGIN), again.keys.identity):
        pass
    with engine.connect().execution_options(begin="") as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert file.path.read_bytes() == before
    files.close(again)
    _check(file.path, password=NEW_PASSWORD)


def test_who_is_not_named_has_no_way_in_any_more(file: OpenFile) -> None:
    staff.add(file, DINA)
    with file.db.read() as session:
        owners = queries.owners(session, file.keys.slots)
    tag = vault.login_tag(file.keys.slots, DINA.login)
    Opening(file.db, file.keys).rekey({owner: public for owner, public in owners.items() if owner[1] != tag})
    files.close(file)
    with pytest.raises(CannotOpen, match="login or the password"):
        factories.sign_in(file.path, DINA.login, DINA.password)
    _check(file.path)


def test_without_room_it_says_so_and_changes_nothing(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.keys.slots
    monkeypatch.setattr(ballast, "free", _nearly_nothing)
    with pytest.raises(AppError, match="MB free in the folder"):
        _rekey(file)
    monkeypatch.undo()
    assert file.keys.slots == before
    assert centre.read(file) == factories.CENTRE


def _nearly_nothing(_path: Path) -> int:
    return 1000


def test_a_disk_that_fills_up_meanwhile_leaves_the_former_key(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    former, before = bytes(file.keys._key), file.keys.slots.slots

    def full(_engine: sa.Engine, _fresh: bytes) -> None:
        raise AppError("the disk is full")

    monkeypatch.setattr("desktop_app.db.keys.change_key", full)
    with pytest.raises(AppError, match="disk is full"):
        _rekey(file)
    monkeypatch.undo()
    assert bytes(file.keys._key) == former
    assert file.keys.slots.slots == before
    assert centre.read(file) == factories.CENTRE
    _rekey(file)
    files.close(file)
    _check(file.path)


def test_pages_that_do_not_read_afterwards_keep_both_keys(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsound(_engine: sa.Engine) -> bool:
        return False

    monkeypatch.setattr("desktop_app.db.keys.is_sound", unsound)
    with pytest.raises(DamagedFile):
        _rekey(file)
    monkeypatch.undo()
    assert all(slot.wrapped and slot.following for slot in file.keys.slots.slots)
    assert centre.read(file) == factories.CENTRE
    files.close(file)
    _check(file.path)


def test_a_crash_after_the_pages_and_before_the_slots_opens_for_everybody(
    file: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff.add(file, DINA)

    def stop(_slots: vault.Slots) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(vault, "with_only_following", stop)
    with pytest.raises(KeyboardInterrupt):
        _rekey(file)
    monkeypatch.undo()
    for login, password in ((LOGIN, PASSWORD), (DINA.login, DINA.password)):
        copy = tmp_path / login / file.path.name
        copy.parent.mkdir()
        for each in (file.path, envelope.keys_path(file.path)):
            shutil.copyfile(each, copy.parent / each.name)
        _check(copy, login, password)
        _check(copy)
        _check(copy, DINA.login, DINA.password)


# killed for real


KILLED = """
import sys
from pathlib import Path
from desktop_app.db.opening import Opening
from desktop_app.db.queries import keys as queries
from tests import factories
file = factories.sign_in(Path(sys.argv[1]))
with file.db.read() as session:
    owners = queries.owners(session, file.keys.slots)
print("begins", flush=True)
Opening(file.db, file.keys).rekey(owners)
print("done", flush=True)
sys.stdin.readline()
"""


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of some megabytes, so that its re-keying takes a while."""
    file = factories.open_file(tmp_path_factory.mktemp("big"))
    staff.add(file, DINA)
    with file.db.write("test", None) as session:
        for number in range(60):
            values = {"staff": 1, "form": f"form {number}", "content": "x" * 100_000}
            session.execute(sa.text("INSERT INTO draft VALUES (:staff, :form, :content, '')"), values)
    files.close(file)
    return file.path


def _killed_during(path: Path, after: float) -> str:
    """Re-key in a process of its own and kill it after a part of a second; what it had said by then."""
    program = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout
    assert program.stdout.readline() == "begins\n"
    try:
        program.wait(after)
    except subprocess.TimeoutExpired:
        program.send_signal(signal.SIGKILL)
    told, _ = program.communicate()
    return told.strip()


def _kill_at(big: Path, folder: Path, after: float) -> tuple[str, bool, str]:
    """Kill once and look: what was said, whether a journal was left, and which key the file had then."""
    path = Path(shutil.copyfile(big, folder / "centre.tirek"))
    former = _key_of(path)
    told = _killed_during(path, after)
    had_journal = path.with_name(path.name + "-journal").exists()
    file = factories.sign_in(path, DINA.login, DINA.password)
    key = "former" if bytes(file.keys._key) == former else "new"
    with file.db.read() as session:
        assert session.scalar(sa.text("SELECT sum(length(content)) FROM draft")) == 6_000_000
        assert session.scalars(sa.text("PRAGMA cipher_integrity_check")).all() == []
    files.close(file)
    files.close(factories.sign_in(path))
    files.close(files.recover(path, CODE, LOGIN, NEW_PASSWORD, CHEAP))
    path.unlink()
    assert list(folder.iterdir()) == []
    return told, had_journal, key


def _key_of(path: Path) -> bytes:
    kept = blocks.unsealed(path.read_bytes())
    assert kept is not None
    opened = vault.open_slot(kept.slots, vault.BY_PASSWORD, vault.login_tag(kept.slots, LOGIN), PASSWORD)
    assert opened is not None
    return opened.key


def _kill_at_points(big: Path, folder: Path, points: int, longest: float) -> dict[Any, int]:
    found: dict[Any, int] = {}
    for point in range(points):
        seen = _kill_at(big, folder, longest * point / points)
        found[seen] = found.get(seen, 0) + 1
    return found


def test_killed_at_some_moments_it_opens_with_one_of_the_two_keys(big: Path, tmp_path: Path) -> None:
    """tests/harness stops the same at steps it counts; here it is the clock that decides."""
    found = _kill_at_points(big, tmp_path, 4, 0.3)
    assert any(key == "former" for _, _, key in found), found
    assert all(key == "new" for told, _, key in found if told == "done"), found


@pytest.mark.long
def test_killed_at_a_hundred_moments_it_opens_with_one_of_the_two_keys(big: Path, tmp_path: Path) -> None:
    found = _kill_at_points(big, tmp_path, 100, 0.4)
    assert {key for _, _, key in found} == {"former", "new"}, found
    assert any(had_journal for _, had_journal, _ in found), found
    assert all(key == "new" for told, _, key in found if told == "done"), found
