"""The log of a million lines: checked, paged, asked about a case, and made into the papers of a breach.

The bare side reads the same rows with bare sqlcipher3; for the check it hashes them too, for the papers it writes them
with bare openpyxl.
"""

from __future__ import annotations

import hmac
import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from sqlalchemy import event

from benchmarks import big_log
from benchmarks.rows import Row, paired
from desktop_app.domain.breaches import NewBreach, PackRequest
from desktop_app.domain.centre import Role
from desktop_app.domain.log_actions import Group
from desktop_app.domain.logbook import LogFilter
from desktop_app.services import breaches, files, logbook
from desktop_app.services.files import OpenFile

LINES: Final = 1_000_000
_ALL: Final = "SELECT seq, at, staff_id, action, entity, entity_id, computer, chain FROM audit ORDER BY seq"
_FIRST, _LAST = date(2017, 1, 1), date(2026, 11, 21)

Statement = tuple[str, Any]


def measure(*, quick: bool) -> Iterator[Row]:
    """Every figure on one log; quick on a tenth of it."""
    lines = LINES // 10 if quick else LINES
    with tempfile.TemporaryDirectory() as folder:
        file = big_log.build(Path(folder), lines)
        manager = replace(file, staff=replace(file.staff, id=2, role=Role.MANAGER))
        try:
            yield _check(file, lines)
            yield from _pages(manager, lines)
            yield _papers(manager, lines, Path(folder))
        finally:
            files.close(file)


def _check(file: OpenFile, lines: int) -> Row:
    with file.db.read() as session, _bare(file) as connection:
        key = connection.execute("SELECT key FROM audit_key").fetchone()[0]
        ours = partial(file.db.chain.first_broken, session)
        assert ours() is None
        begun = time.perf_counter()
        ours()
        note = f"{time.perf_counter() - begun:.1f} s; the goal is 10 s for a million"
        return paired(f"check {lines:,} lines", ours, partial(_hashed, connection, key), runs=3, target=1.5, note=note)


def _hashed(connection: Any, key: bytes) -> bytes:
    chain = bytes(32)
    cursor = connection.execute(_ALL)
    while rows := cursor.fetchmany(5_000):
        for row in rows:
            chain = hmac.digest(key, chain + json.dumps(row[:7]).encode(), "sha256")
            assert chain == row[7]
    return chain


def _pages(file: OpenFile, lines: int) -> Iterator[Row]:
    middle = lines // 2
    wanted = {
        "newest lines": LogFilter(),
        "lines in the middle": LogFilter(before=middle),
        "lines of one person": LogFilter(staff_id=3, before=middle),
        "what left the file": LogFilter(group=Group.LEFT, before=middle),
        "refused attempts of one person": LogFilter(group=Group.REFUSED, staff_id=3),
        "lines of one month": LogFilter(first=date(2020, 3, 1), last=date(2020, 3, 31)),
        "lines of the most busy case": LogFilter(case=_number(file)),
    }
    for name, each in wanted.items():
        call = partial(logbook.page, file, each)
        told = _told(file, call)
        with _bare(file) as connection:
            yield paired(f"{name}, {lines:,}", call, partial(_replay, connection, told), runs=20, target=None)
    asked = partial(logbook.case_looks, file, big_log.HOT_CASE)
    told = _told(file, asked)
    with _bare(file) as connection:
        yield paired(
            f"who saw the most busy case, {lines:,}", call, partial(_replay, connection, told), runs=5, target=None
        )


def _papers(file: OpenFile, lines: int, folder: Path) -> Row:
    breach_id = breaches.record(file, NewBreach(date(2026, 11, 1), "9:00", "-")).id
    ours = partial(breaches.make_pack, file, PackRequest(breach_id, _FIRST, _LAST, "", "ru"), folder / "papers.xlsx")
    begun = time.perf_counter()
    ours()
    took = time.perf_counter() - begun
    begun = time.perf_counter()
    with _bare(file) as connection:
        _sheet(connection, folder / "bare.xlsx")
    bare = time.perf_counter() - begun
    size = (folder / "papers.xlsx").stat().st_size / 1e6
    return Row(f"papers of a breach, all {lines:,} lines", took, bare, None, f"{size:.0f} MB; the goal is 5 minutes")


def _sheet(connection: Any, path: Path) -> None:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in connection.execute(_ALL):
        sheet.append(row[:7])
    workbook.save(path)


def _number(file: OpenFile) -> str:
    with _bare(file) as connection:
        number: str = connection.execute("SELECT number FROM case_file WHERE id = ?", (big_log.HOT_CASE,)).fetchone()[0]
        return number


def _told(file: OpenFile, call: Any) -> list[Statement]:
    """What a call asks the file; its line in the log is left out."""
    told: list[Statement] = []

    def note(_c: object, _cursor: object, statement: str, parameters: Any, _context: object, _many: bool) -> None:
        if statement.startswith("SELECT"):
            told.append((statement, parameters))

    event.listen(file.db.engine, "before_cursor_execute", note)
    try:
        call()
    finally:
        event.remove(file.db.engine, "before_cursor_execute", note)
    return told


def _replay(connection: Any, told: list[Statement]) -> list[list[Any]]:
    return [connection.execute(statement, parameters).fetchall() for statement, parameters in told]


@contextmanager
def _bare(file: OpenFile) -> Iterator[Any]:
    """A connection of sqlcipher3 itself, set up as ours are."""
    held = file.db.engine.raw_connection()
    try:
        yield held.driver_connection
    finally:
        held.close()
