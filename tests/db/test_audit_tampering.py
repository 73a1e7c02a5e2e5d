"""Ten thousand random edits of raw rows: each is found, and the first bad line is named."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop_app.db.audit import Chain, Head, head
from desktop_app.services.files import OpenFile

LINES: Final = 60
TEXTS: Final = ("at", "action", "entity", "computer")
NUMBERS: Final = ("staff_id", "entity_id")
COLUMNS: Final = (*TEXTS, *NUMBERS, "chain")
READ: Final = {name: f"SELECT {name} FROM audit WHERE seq = ?" for name in COLUMNS}  # noqa: S608  our own names
CHANGE: Final = {name: f"UPDATE audit SET {name} = ? WHERE seq = ?" for name in COLUMNS}  # noqa: S608  our own names
ODD: Final[tuple[Any, ...]] = (b"\0", b"view_case", 1.5, "", "0", -1, 2**40, "𝔸", "\x00")
COPY: Final = (
    "INSERT INTO audit SELECT ?, at, staff_id, action, entity, entity_id, computer, chain FROM audit WHERE seq = ?"
)

Run = Callable[..., Any]


@pytest.fixture
def whole(file: OpenFile) -> Iterator[tuple[sa.Connection, Head]]:
    """A log of some sixty lines that somebody with the key and other tools may change."""
    for number in range(LINES):
        with file.db.write(("view_case", "change_case")[number % 2], file.staff.id, "case", number // 3):
            pass
    with file.db.engine.connect().execution_options(begin="") as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_stays")
        connection.exec_driver_sql("DROP TRIGGER audit_is_not_changed")
        yield connection, head(Session(connection))


def alter(run: Run, dice: random.Random, last: int) -> int:
    seq = dice.randint(1, last)
    column = dice.choice(COLUMNS)
    before = run(READ[column], (seq,)).scalar_one()
    run(CHANGE[column], (_other(dice, column, before), seq))
    return seq if run(READ[column], (seq,)).scalar_one() != before else alter(run, dice, last)


def _other(dice: random.Random, column: str, before: Any) -> Any:
    if column == "chain":
        at = dice.randrange(len(before))
        return before[:at] + bytes([before[at] ^ 1 << dice.randrange(8)]) + before[at + 1 :]
    if dice.random() < 0.3:
        return dice.choice(ODD)
    if column in NUMBERS:
        return (before or 0) + dice.randint(1, 5)
    at = dice.randrange(max(len(before), 1))
    return before[:at] + dice.choice("abc0 ") + before[at + dice.randint(0, 1) :]


def delete(run: Run, dice: random.Random, last: int) -> int:
    seq = dice.randint(1, last)
    run("DELETE FROM audit WHERE seq = ?", (seq,))
    if dice.random() < 0.5:
        _shift(run, seq, -1)
    return seq


def insert(run: Run, dice: random.Random, last: int) -> int:
    seq = dice.randint(1, last + 1)
    _shift(run, seq - 1, 1)
    # A copy of the line that stood here would be that line; the next one is then the one too many.
    source = dice.choice([each for each in range(1, last + 1) if each not in (seq, seq + 1)])
    run(COPY, (seq, source))
    return seq


def swap(run: Run, dice: random.Random, last: int) -> int:
    one, other = sorted(dice.sample(range(1, last + 1), 2))
    for before, after in ((one, -1), (other, one), (-1, other)):
        run("UPDATE audit SET seq = ? WHERE seq = ?", (after, before))
    return one


def cut(run: Run, dice: random.Random, last: int) -> int:
    seq = dice.randint(1, last)
    run("DELETE FROM audit WHERE seq >= ?", (seq,))
    return seq


def _shift(run: Run, after: int, by: int) -> None:
    run("UPDATE audit SET seq = -seq WHERE seq > ?", (after,))
    run("UPDATE audit SET seq = -seq + ? WHERE seq < 0", (by,))


EDITS: Final = (alter, alter, delete, insert, swap, cut)


def _every_edit_is_found(whole: tuple[sa.Connection, Head], seeds: range) -> None:
    connection, kept = whole
    for seed in seeds:
        dice = random.Random(seed)  # noqa: S311  not for secrets
        edit = EDITS[seed % len(EDITS)]
        with _undone(connection):
            bad = edit(connection.exec_driver_sql, dice, kept.seq)
            assert Chain().first_broken(Session(connection), kept) == bad, (edit.__name__, seed)
    with _undone(connection):
        assert Chain().first_broken(Session(connection), kept) is None


@contextmanager
def _undone(connection: sa.Connection) -> Iterator[None]:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.rollback()


@pytest.mark.parametrize("tenth", range(6))
def test_every_random_edit_is_found(whole: tuple[sa.Connection, Head], tenth: int) -> None:
    _every_edit_is_found(whole, range(tenth * 50, tenth * 50 + 50))


@pytest.mark.long
def test_ten_thousand_random_edits_are_found(whole: tuple[sa.Connection, Head]) -> None:
    _every_edit_is_found(whole, range(10_000))


@pytest.mark.parametrize(
    ("statements", "bad"),
    [
        (("DELETE FROM audit",), 1),
        (("DELETE FROM audit_key",), 1),
        (("DELETE FROM audit WHERE seq < 9",), 1),
        (("UPDATE audit_key SET key = zeroblob(32)",), 1),
    ],
)
def test_a_missing_beginning_or_key_is_found_without_any_paper(
    whole: tuple[sa.Connection, Head], statements: tuple[str, ...], bad: int
) -> None:
    connection, _kept = whole
    with _undone(connection):
        for statement in statements:
            connection.exec_driver_sql(statement)
        assert Chain().first_broken(Session(connection)) == bad


@pytest.mark.parametrize("after", [1, 10, 40])
def test_the_tail_is_checked_alone(whole: tuple[sa.Connection, Head], after: int) -> None:
    connection, _kept = whole
    with _undone(connection):
        connection.exec_driver_sql("UPDATE audit SET staff_id = 7 WHERE seq IN (?, ?)", (after, after + 5))
        assert Chain().first_broken(Session(connection), after=after) == after + 5


def test_checking_a_log_writes_nothing(file: OpenFile) -> None:
    with file.db.engine.connect().execution_options(begin="") as connection:
        connection.exec_driver_sql("DELETE FROM audit_key")
        connection.commit()
    with file.db.read() as session:
        assert Chain().first_broken(session) == 1
    with file.db.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM audit_key").scalar_one() == 0
