"""The list of cases and the page of one case against the same statements in bare sqlcipher3; search in the note.

The bare side replays what the services sent to the file, parameters and all, over the same kind of connection.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlalchemy import event

from benchmarks import big_file
from benchmarks.rows import Row, paired
from desktop_app.domain.cases import CaseFilter, Status
from desktop_app.services import cases, files, people, search, today
from desktop_app.services.files import OpenFile

SIZES: Final = (1_000, 10_000, 100_000)
_RUNS: Final = 30
_SEARCHES: Final = 200
_NEW_LINE: Final = (
    "INSERT INTO audit SELECT seq + 1, at, staff_id, action, entity, entity_id, computer, chain FROM audit "
    "ORDER BY seq DESC LIMIT 1"
)

Statement = tuple[str, Any]


def measure(*, quick: bool) -> Iterator[Row]:
    """The list page at each size, so that growth shows, and every figure at the largest; quick leaves that out."""
    sizes = SIZES[:-1] if quick else SIZES
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            file = big_file.build(Path(folder), size)
            try:
                calls = _calls(file, size)
                yield from _rows(file, size, calls if size == sizes[-1] else calls[:1])
            finally:
                files.close(file)


@dataclass(frozen=True)
class _Measured:
    name: str
    call: Callable[[], object]
    target: float | None = 2.0


def _rows(file: OpenFile, size: int, calls: tuple[_Measured, ...]) -> Iterator[Row]:
    for place, measured in enumerate(calls):
        told = _told(file, measured.call)
        note = _search_note(file) if place == 0 else ""
        with _bare(file) as connection:
            bare = partial(_replay, connection, told)
            name = f"{measured.name}, {size:,} cases"
            yield paired(name, measured.call, bare, runs=_RUNS, target=measured.target, note=note)


def _calls(file: OpenFile, size: int) -> tuple[_Measured, ...]:
    middle = size // 2
    return (
        _Measured("list page of 200", partial(cases.page, file, CaseFilter())),
        _Measured("page in the middle", partial(cases.page, file, CaseFilter(after_id=middle))),
        _Measured("open cases only", partial(cases.page, file, CaseFilter(status=Status.OPEN))),
        _Measured("cases without a next date", partial(cases.page, file, CaseFilter(without_next_date=True))),
        _Measured("open a case", partial(cases.card, file, middle)),
        _Measured("people in order", partial(people.page, file, "", None, 200)),
        # Spelling is matched outside the database, which has no such statement: no target.
        _Measured(
            "cases of two words, any spelling", partial(cases.page, file, CaseFilter(text="нурбек алишер")), None
        ),
        _Measured("start page", partial(today.read, file), None),
    )


def _search_note(file: OpenFile) -> str:
    """The time a suggestion takes in 95 of 100 searches: beginnings, whole names, slips, turned words, numbers."""
    dice = random.Random(1)
    names = [row.full_name for row in people.page(file, "", None, 2_000)]
    search.suggest_people(file, "нурбекоф")
    times = []
    for _ in range(_SEARCHES):
        typed = _typed(dice.choice(names), dice)
        begun = time.perf_counter()
        search.suggest_people(file, typed)
        times.append(time.perf_counter() - begun)
    return f"search p95 {statistics.quantiles(times, n=20)[-1] * 1000:.0f} ms"


def _typed(name: str, dice: random.Random) -> str:
    slip = dice.randrange(len(name))
    return dice.choice(
        (
            name[: dice.randint(2, 6)],
            name,
            name[:slip] + dice.choice("абвгдежзикл") + name[slip + 1 :],
            " ".join(reversed(name.split())),
            str(dice.randint(100, 99_999)),
        )
    )


def _told(file: OpenFile, call: Callable[[], object]) -> list[Statement]:
    """The statements that a call sends; a new line of the log becomes a copy of the last one."""
    told: list[Statement] = []

    def note(_c: object, _cursor: object, statement: str, parameters: Any, _context: object, _many: bool) -> None:
        told.append((_NEW_LINE, ()) if statement.startswith("INSERT INTO audit ") else (statement, parameters))

    event.listen(file.db.engine, "before_cursor_execute", note)
    try:
        call()
    finally:
        event.remove(file.db.engine, "before_cursor_execute", note)
    return told


@contextmanager
def _bare(file: OpenFile) -> Iterator[Any]:
    """A connection of sqlcipher3 itself, set up as ours are."""
    held = file.db.engine.raw_connection()
    try:
        yield held.driver_connection
    finally:
        held.close()


def _replay(connection: Any, told: list[Statement]) -> list[list[Any]]:
    rows = [connection.execute(statement, parameters).fetchall() for statement, parameters in told]
    connection.commit()
    return rows
