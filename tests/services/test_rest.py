"""At rest the file is whole on the disk, nobody else can open it, and its key is not in memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_app.db import envelope
from desktop_app.db.queries import keys as key_queries
from desktop_app.errors import AppError, CannotOpen
from desktop_app.services import centre, files, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.factories import PASSWORD

ROOT = Path(__file__).resolve().parents[2]


def test_at_rest_nothing_is_read_or_written(file: OpenFile) -> None:
    files.rest(file)
    with pytest.raises(AppError, match="locked"), file.db.read():
        pass
    with pytest.raises(AppError, match="locked"), file.db.write("x", 1):
        pass
    with pytest.raises(AppError, match="locked"):
        centre.read(file)
    assert not file.db.is_closed
    assert file.db.rests


def test_the_same_open_file_goes_on_after_waking(file: OpenFile) -> None:
    engine, keys = file.db, file.keys
    mine = file.keys.identity
    files.rest(file)
    files.wake(file, PASSWORD)
    assert (file.db, file.keys, file.keys.identity) == (engine, keys, mine)
    centre.save(file, factories.CENTRE)
    staff.change_password(file, PASSWORD, "quite another long one")
    with file.db.read() as session:
        assert file.db.chain.first_broken(session) is None
        assert key_queries.public_keys(session)["1"] == file.keys.public
    files.rest(file)
    files.wake(file, "quite another long one")
    assert centre.read(file) == factories.CENTRE


def test_a_wrong_password_leaves_it_at_rest(file: OpenFile) -> None:
    files.rest(file)
    with pytest.raises(CannotOpen, match="login or the password"):
        files.wake(file, "wrong but long enough")
    assert file.db.rests
    assert not any(file.keys._key)
    files.wake(file, PASSWORD)
    assert centre.read(file) == factories.CENTRE


def test_resting_twice_does_nothing_and_waking_one_that_is_awake_confirms_the_password(file: OpenFile) -> None:
    with pytest.raises(CannotOpen, match="login or the password"):
        files.wake(file, "wrong but long enough")
    files.wake(file, PASSWORD)
    files.rest(file)
    files.rest(file)
    files.wake(file, PASSWORD)
    assert centre.read(file) == factories.CENTRE


def test_locking_and_unlocking_stand_in_the_log(file: OpenFile) -> None:
    files.rest(file)
    files.wake(file, PASSWORD)
    with file.db.read() as session:
        told = session.execute(sa.text("SELECT action, staff_id, entity_id FROM audit ORDER BY seq DESC LIMIT 2"))
        assert [tuple(row) for row in told] == [("unlock", 1, 1), ("lock", 1, 1)]


def test_a_full_disk_keeps_nobody_from_locking_or_unlocking(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise AppError("full")

    monkeypatch.setattr("desktop_app.db.engine._fold", full)
    monkeypatch.setattr("desktop_app.db.audit.Chain.add", full)
    with pytest.raises(AppError, match="full"):
        files.rest(file)
    assert file.db.rests
    assert not any(file.keys._key)
    files.wake(file, PASSWORD)
    monkeypatch.undo()
    assert centre.read(file) == factories.CENTRE


def test_the_file_stays_ours_and_whole_on_the_disk(file: OpenFile) -> None:
    centre.save(file, factories.CENTRE)
    files.rest(file)
    names = {each.name for each in file.path.parent.iterdir()}
    assert names == {file.path.name, file.path.name + ".keys", file.path.name + ".lock"}
    with pytest.raises(CannotOpen, match="already open"):
        factories.sign_in(file.path)


def test_a_file_at_rest_can_be_closed_and_opened_again(file: OpenFile) -> None:
    files.rest(file)
    files.close(file)
    assert file.db.is_closed
    assert [each.name for each in file.path.parent.iterdir()] == [file.path.name]
    again = factories.sign_in(file.path)
    assert centre.read(again) == factories.CENTRE
    files.close(again)


def test_the_key_and_the_identity_are_wiped_where_they_stand(file: OpenFile) -> None:
    key, private = file.keys._key, file.keys._private
    assert any(key)
    assert any(private)
    files.rest(file)
    assert not any(key)
    assert not any(private)


def test_an_engine_kept_by_somebody_opens_nothing_more(file: OpenFile) -> None:
    engine = file.db.engine
    files.rest(file)
    with pytest.raises(RuntimeError, match="wiped"):
        engine.connect()


def test_it_does_not_rest_under_a_reader(file: OpenFile) -> None:
    with file.db.read() as session:
        session.execute(sa.text("SELECT count(*) FROM staff"))
        with pytest.raises(RuntimeError, match="session"):
            files.rest(file)
        assert session.scalar(sa.text("SELECT count(*) FROM staff")) == 1
    assert any(file.keys._key)
    assert centre.read(file) == factories.CENTRE


def test_a_crash_at_rest_loses_nothing(file: OpenFile, tmp_path: Path) -> None:
    centre.save(file, factories.CENTRE)
    files.rest(file)
    after = tmp_path / "after"
    after.mkdir()
    for each in (file.path, envelope.keys_path(file.path)):
        (after / each.name).write_bytes(each.read_bytes())
    again = factories.sign_in(after / file.path.name)
    assert centre.read(again) == factories.CENTRE
    files.close(again)


def test_the_journal_is_folded_on_request(file: OpenFile) -> None:
    journal = file.path.with_name(file.path.name + "-wal")
    centre.save(file, factories.CENTRE)
    assert journal.stat().st_size
    files.checkpoint(file)
    assert journal.stat().st_size == 0
    files.rest(file)
    files.checkpoint(file)


def test_what_belongs_to_another_password_cannot_wake_it(file: OpenFile) -> None:
    files.rest(file)
    with pytest.raises(CannotOpen):
        files.wake(file, factories.CODE)


RESIDUE = """
import gc, sys
from pathlib import Path
from tests import factories
from desktop_app.services import files
from desktop_app.db import memory
file = factories.sign_in(Path(sys.argv[1]))
with file.db.read():
    pass
sought = {"key": bytes(file.keys._key), "identity": file.keys.identity}
masked = {name: bytes(b ^ 0x5A for b in raw) for name, raw in sought.items()}
hexed = bytes(b ^ 0x5A for b in sought["key"].hex().encode())
del sought
if sys.argv[2] == "rest":
    files.rest(file)
gc.collect()

def occurrences(mask):
    plain = bytearray(b ^ 0x5A for b in mask)
    found = 0
    own = {id(plain)}
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as mem:
        for line in maps:
            span, rights, *_ = line.split()
            if not rights.startswith("rw"):
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            try:
                mem.seek(start)
                content = mem.read(end - start)
            except (OSError, ValueError):
                continue
            found += content.count(plain)
    memory.wipe(plain)
    return found - 1

for name, mask in (*masked.items(), ("hex", hexed)):
    print(name, occurrences(mask))
"""


def _residue(path: Path, then: str) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, "-c", RESIDUE, str(path), then], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {name: int(count) for name, count in (line.split() for line in done.stdout.splitlines())}


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/self/mem")
def test_the_key_is_no_longer_in_the_memory_of_the_program(tmp_path: Path) -> None:
    path = factories.closed_file(tmp_path)
    before = _residue(path, "stay")
    after = _residue(path, "rest")
    assert before["key"] >= 1
    assert after == {"key": 0, "identity": 0, "hex": 0}
