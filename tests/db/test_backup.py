"""A backup is a whole file of its own, proven before it gets its name; whatever goes wrong, the former ones stay."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_app import settings
from desktop_app.db import backup, disk, envelope, soundness
from desktop_app.db.backup import Made
from desktop_app.domain.backups import Manifest, Occasion
from desktop_app.errors import AppError, DamagedFile
from desktop_app.services import centre, files
from desktop_app.services.files import OpenFile
from tests import factories

NAME = "centre 2026-11-21 1405 auto.tirek"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Backups"
    made.mkdir()
    return made


def make(file: OpenFile, folder: Path, name: str = NAME) -> Made:
    return backup.make(file.db.engine, file.keys, folder / name, Occasion.AUTOMATIC, settings.now(), "1.0")


def write(file: OpenFile, number: int, word: str = "") -> None:
    with file.db.write("written", file.staff.id, word, number):
        pass


def last_written(file: OpenFile) -> int:
    with file.db.read() as session:
        assert file.db.chain.first_broken(session) is None
        return session.scalar(sa.text("SELECT max(entity_id) FROM audit WHERE action = 'written'")) or 0


def test_it_opens_with_the_passwords_of_today_and_lacks_nothing(file: OpenFile, folder: Path) -> None:
    write(file, 7)
    made = make(file, folder)
    copy = factories.sign_in(made.path)
    assert centre.read(copy) == factories.CENTRE
    assert last_written(copy) == 7
    files.close(copy)
    again = files.recover(made.path, factories.CODE, factories.LOGIN, "quite another long one", factories.CHEAP)
    files.close(again)


def test_its_manifest_says_what_is_in_it_and_nothing_personal(file: OpenFile, folder: Path) -> None:
    write(file, 7)
    made = make(file, folder)
    text = backup.manifest_path(made.path).read_text("utf-8")
    told = Manifest.from_json(text)
    with file.db.read() as session:
        state = backup.state_of(session)
    assert (told.log_seq, bytes.fromhex(told.log_chain)) == state.head
    assert told.rows == state.rows
    assert told.size == made.path.stat().st_size
    assert told.sha256 == disk.read_back(made.path).sha256
    assert told.file_id == file.keys.slots.file_id
    assert not any(word in text for word in (factories.LOGIN, file.staff.full_name, factories.CENTRE.bin, "Almaty"))


def test_nothing_else_is_left_in_the_folder_or_beside_the_file(file: OpenFile, folder: Path) -> None:
    before = {each.name for each in file.path.parent.iterdir()}
    make(file, folder)
    assert sorted(each.name for each in folder.iterdir()) == [NAME, f"{NAME}.json"]
    assert {each.name for each in file.path.parent.iterdir()} == before


def test_a_name_that_is_taken_is_not_written_over(file: OpenFile, folder: Path) -> None:
    first = make(file, folder)
    content = first.path.read_bytes()
    second = make(file, folder)
    assert second.path.name == "centre 2026-11-21 1405 auto 2.tirek"
    assert first.path.read_bytes() == content


def test_other_people_of_the_computer_may_not_read_it(file: OpenFile, folder: Path) -> None:
    made = make(file, folder)
    for path in (made.path, backup.manifest_path(made.path)):
        assert path.stat().st_mode & 0o077 == 0


def _under_load(file: OpenFile, folder: Path, times: int) -> None:
    """Back up again and again while somebody saves; each backup opens and has all that was saved before it began."""
    saved, stopped = [0], threading.Event()

    def save() -> None:
        while not stopped.is_set():
            write(file, saved[0] + 1)
            saved[0] += 1
            stopped.wait(0.003)

    writer = threading.Thread(target=save)
    writer.start()
    try:
        for _ in range(times):
            confirmed = saved[0]
            made = make(file, folder)
            copy = factories.sign_in(made.path)
            assert last_written(copy) >= confirmed
            files.close(copy)
            made.path.unlink()
            backup.manifest_path(made.path).unlink()
    finally:
        stopped.set()
        writer.join()
    assert saved[0] > times


def test_backups_while_somebody_saves_are_whole_and_not_old(file: OpenFile, folder: Path) -> None:
    _under_load(file, folder, 4)


@pytest.mark.long
def test_five_hundred_backups_while_somebody_saves(file: OpenFile, folder: Path) -> None:
    _under_load(file, folder, 500)


def test_a_writer_in_between_is_noticed(file: OpenFile, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is counted is counted in the state that was copied: a count of another state is taken again."""
    counts: list[int] = []

    def counted_late(session: Any) -> Any:
        if len(counts) < 2:
            write(file, len(counts))
        counts.append(1)
        return state_of(session)

    state_of = backup.state_of
    monkeypatch.setattr(backup, "state_of", counted_late)
    made = make(file, folder)
    assert len(counts) == 4  # twice in vain, once for the backup, once when it is proven
    copy = factories.sign_in(made.path)
    assert last_written(copy) == 1
    files.close(copy)


def _flip(path: Path, at: int) -> None:
    with path.open("r+b") as changed:
        changed.seek(at)
        byte = changed.read(1)
        changed.seek(at)
        changed.write(bytes([byte[0] ^ 1]))


def _with_big_rows(path: Path) -> None:
    file = factories.sign_in(path)
    for number in range(40):
        write(file, number, "x" * 9000)
    files.close(file)


# Where rows lie: a damaged page of an index is never read, the backup has all indexes made anew.
@pytest.mark.parametrize("share", [0.5, 0.7, 0.85, 0.95])
def test_a_damaged_page_of_the_file_is_not_taken_over(tmp_path: Path, folder: Path, share: float) -> None:
    """The backup API of SQLite would copy it as an empty page with a good seal (docs/decisions/0010)."""
    path = factories.closed_file(tmp_path)
    _with_big_rows(path)
    file = factories.sign_in(path)
    earlier = make(file, folder)
    files.close(file)
    slots_begin = envelope.look(path, 99).cut_at or 0
    _flip(path, int(slots_begin / 4096 * share) * 4096 + 100)
    file = factories.sign_in(path)
    with pytest.raises(DamagedFile, match="earlier backups are as they were"):
        make(file, folder)
    file.db.engine.dispose()
    assert sorted(each.name for each in folder.iterdir()) == [NAME, f"{NAME}.json"]
    files.close(factories.sign_in(earlier.path))
    file.keys.let_go()


@pytest.mark.parametrize("at", [100, 3000, 4096 * 9 + 7, 4096 * 30])
def test_what_does_not_read_back_as_it_was_written_is_removed(
    file: OpenFile, folder: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    earlier = make(file, folder)

    def worn_out(path: Path) -> None:
        _flip(path, at if at > 0 else path.stat().st_size + at)

    monkeypatch.setattr(disk, "forget_cached", worn_out)
    with pytest.raises(AppError, match="cannot be trusted"):
        make(file, folder)
    assert sorted(each.name for each in folder.iterdir()) == [NAME, f"{NAME}.json"]
    monkeypatch.undo()
    files.close(factories.sign_in(earlier.path))


def test_a_backup_that_lacks_rows_is_no_backup(file: OpenFile, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = soundness.counted
    counts = iter([0, 1])

    def one_less(connection: sa.Connection) -> dict[str, int]:
        return {**counted(connection), "person": next(counts)}

    monkeypatch.setattr(soundness, "counted", one_less)
    with pytest.raises(AppError, match="does not read back"):
        make(file, folder)
    assert list(folder.iterdir()) == []


SENTENCES = {
    errno.ENOSPC: "no room for the backup",
    errno.EROFS: "may not be written",
    errno.EACCES: "may not be written",
    errno.ENOENT: "is not there",
    errno.EIO: "stopped answering",
    errno.ENAMETOOLONG: "too long",
}


@pytest.mark.parametrize("number", SENTENCES, ids=errno.errorcode.get)
@pytest.mark.parametrize("step", ["private", "write_through", "read_back", "write_manifest", "sync_folder"])
def test_what_the_disk_refuses_at_any_step_leaves_the_earlier_backup(
    file: OpenFile, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    earlier = make(file, folder)
    content = earlier.path.read_bytes()
    module: Any = {"private": envelope, "sync_folder": envelope, "write_manifest": backup}.get(step, disk)
    monkeypatch.setattr(module, step, _raising(number))
    with pytest.raises(AppError, match=SENTENCES[number]):
        make(file, folder)
    monkeypatch.undo()
    assert earlier.path.read_bytes() == content
    assert backup.manifest_path(earlier.path).exists()
    if step != "sync_folder":
        assert len(list(folder.iterdir())) == 2


def _raising(number: int) -> Any:
    def refuse(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def test_too_little_room_is_told_before_anything_is_written(
    file: OpenFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=3_000))
    with pytest.raises(AppError, match="it needs") as refused:
        make(file, folder)
    assert refused.value.message.params["needed"] == 1
    assert refused.value.message.params["free"] == 0
    assert list(folder.iterdir()) == []


def test_a_disk_that_is_full_after_all_is_told(file: OpenFile, folder: Path) -> None:
    resource = pytest.importorskip("resource")
    write(file, 1, "x" * 200_000)
    earlier = make(file, folder)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))
    try:
        with pytest.raises(AppError, match=r"no room|stopped answering"):
            make(file, folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert len(list(folder.iterdir())) == 2
    files.close(factories.sign_in(earlier.path))


def test_a_folder_that_is_not_there_is_named(file: OpenFile, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="is not there") as refused:
        make(file, tmp_path / "stick")
    assert refused.value.message.params["folder"] == tmp_path / "stick"


@pytest.mark.parametrize("step", ["write_through", "forget_cached", "read_back", "write_manifest"])
def test_a_folder_that_goes_in_the_middle_is_told(
    file: OpenFile, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    module: Any = backup if step == "write_manifest" else disk
    real = getattr(module, step)

    def pulled_out(*arguments: Any) -> Any:
        shutil.rmtree(folder)
        return real(*arguments)

    monkeypatch.setattr(module, step, pulled_out)
    with pytest.raises(AppError, match=r"is not there|does not read back"):
        make(file, folder)
    assert not folder.exists()
    write(file, 1)


MAKES = """
import sys
from pathlib import Path
from desktop_app import settings
from desktop_app.db import backup
from desktop_app.domain.backups import Occasion
from tests import factories
file = factories.sign_in(Path(sys.argv[1]))
folder = Path(sys.argv[2])
print("opened", flush=True)
for number in range(100000):
    with file.db.write("written", file.staff.id, "x" * 3000, number):
        pass
    place = folder / f"{number}.tirek"
    backup.make(file.db.engine, file.keys, place, Occasion.AUTOMATIC, settings.now(), "1")
    print(number, flush=True)
"""


def _killed_after(path: Path, folder: Path, backups: int, wait: float) -> None:
    program = subprocess.Popen([sys.executable, "-c", MAKES, str(path), str(folder)], stdout=subprocess.PIPE, text=True)
    assert program.stdout
    told = [program.stdout.readline().strip() for _ in range(backups + 1)]
    threading.Event().wait(wait)
    program.kill()
    rest, _ = program.communicate()
    finished = [word for word in (*told[1:], *rest.split()) if word.isdigit()]
    for number in finished:
        assert (folder / f"{number}.tirek").exists()
    for found in folder.glob("*.tirek"):
        manifest = Manifest.from_json(backup.manifest_path(found).read_text("utf-8"))
        assert manifest.sha256 == disk.read_back(found).sha256
    newest = max(folder.glob("*.tirek"), key=lambda each: int(each.stem))
    copy = factories.sign_in(newest)
    assert last_written(copy) == int(newest.stem)
    files.close(copy)
    shutil.rmtree(folder)
    folder.mkdir()
    files.close(factories.sign_in(path))


def test_a_program_killed_in_the_middle_leaves_only_whole_backups(tmp_path: Path, folder: Path) -> None:
    _killed_after(factories.closed_file(tmp_path), folder, backups=2, wait=0.02)


@pytest.mark.long
def test_fifty_kills_leave_only_whole_backups(tmp_path: Path, folder: Path) -> None:
    for number in range(50):
        path = factories.closed_file(tmp_path, f"{number}.tirek")
        _killed_after(path, folder, backups=1 + number % 3, wait=number * 0.002)


def test_what_a_killed_program_left_is_gone_after_the_next_backup(file: OpenFile, folder: Path) -> None:
    left = folder / f".{file.keys.slots.file_id[:16]}.unfinished"
    left.write_bytes(b"half")
    make(file, folder)
    assert not left.exists()
