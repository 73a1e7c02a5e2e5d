"""A backup of an open file, written and proven, against a plain copy of its bytes; and what the proof costs.

TIREK_BENCH_MEGABYTES sets the size of the file (60); a file of 500 MB or more is built once and kept in benchmarks/out.
"""

from __future__ import annotations

import os
import resource
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from benchmarks.big_file import build
from benchmarks.rows import Row, paired
from desktop_app import settings
from desktop_app.db import backup
from desktop_app.domain.backups import Occasion
from desktop_app.services import files, salvage
from desktop_app.services.files import OpenFile

_LOGIN, _PASSWORD = "bench", "four words make one"
_OUT: Final = Path(__file__).with_name("out")
_KEPT_FROM: Final = 500
_LETTER: Final = 44_000
_CASES_A_MEGABYTE: Final = 100
_MEGABYTE: Final = 1_000_000


def measure(*, quick: bool) -> Iterable[Row]:
    """A backup against a copy, copying alone against a copy, and saving everything out of the file."""
    megabytes = 8 if quick else int(os.environ.get("TIREK_BENCH_MEGABYTES", "60"))
    with tempfile.TemporaryDirectory(dir=_OUT if megabytes >= _KEPT_FROM else None) as folder:
        path = _file(Path(folder), megabytes)
        runs = 3 if megabytes < _KEPT_FROM else 1
        file = files.sign_in(path, _LOGIN, _PASSWORD)
        size = f"{path.stat().st_size / _MEGABYTE:,.0f} MB"
        try:
            ours, bare = _backup(file, Path(folder)), _copy(path, Path(folder))
            row = paired("backup, proven", ours, bare, runs=runs, target=None, note=f"{size} against a plain copy")
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            yield Row(row.name, row.ours, row.bare, None, f"{row.note}, {most} MB of memory at the most")
            alone = _vacuum(file, Path(folder))
            yield paired("of that, copying alone", alone, bare, runs=runs, target=None, note="VACUUM INTO")
        finally:
            files.close(file)
        ours = _salvage(path, Path(folder))
        if megabytes < _KEPT_FROM:
            yield paired("salvage of a whole file", ours, bare, runs=1, target=None, note="every row read and written")


def _file(folder: Path, megabytes: int) -> Path:
    """A file of about this size, a third of it rows and two thirds letters."""
    kept = _OUT / f"backup_{megabytes}.tirek"
    if kept.exists():
        return Path(shutil.copyfile(kept, folder / kept.name))
    file = build(folder, megabytes * _CASES_A_MEGABYTE)
    room = megabytes * _MEGABYTE - file.path.stat().st_size
    with file.db.engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection:
        for number in range(1, max(1, room // (_LETTER + 4_000))):
            connection.execute(_NEW_LETTER, {"id": number, "pdf": secrets.token_bytes(_LETTER)})
        connection.commit()
    files.close(file)
    if megabytes >= _KEPT_FROM:
        shutil.copyfile(file.path, kept)
    return file.path


_NEW_LETTER: Final = sa.text(
    "INSERT INTO letter (id, case_id, number, year, sequence, kind, language, on_day, pay_by, signer_id, workers, "
    "sha256, pdf, sealed) VALUES (:id, 1, 'B' || :id, 2026, :id, 'employer_claim', 'ru', '2026-01-01', '2026-01-01', "
    "1, 1, '', :pdf, 0)"
)


def _backup(file: OpenFile, folder: Path) -> Callable[[], object]:
    def made() -> None:
        done = backup.make(
            file.db.engine, file.keys, folder / "backup.tirek", Occasion.BY_HAND, settings.now(), "bench"
        )
        done.path.unlink()
        backup.manifest_path(done.path).unlink()

    return made


def _vacuum(file: OpenFile, folder: Path) -> Callable[[], object]:
    target = folder / "vacuum.tirek"

    def copied() -> None:
        with file.db.engine.connect().execution_options(begin="") as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(target),))
        target.unlink()

    return copied


def _copy(path: Path, folder: Path) -> Callable[[], object]:
    target = folder / "copy"

    def copied() -> None:
        shutil.copyfile(path, target)
        with target.open("rb+") as written:
            os.fsync(written.fileno())
        target.unlink()

    return copied


def _salvage(path: Path, folder: Path) -> Callable[[], object]:
    target = folder / "salvaged.tirek"

    def saved() -> None:
        salvage.rebuild(path, target, _LOGIN, _PASSWORD)
        target.unlink()

    return saved
