"""Saving what is readable of a damaged file into a new one, row by row, and naming what is lost.

The damaged file is read past the database, because one broken page can hide thousands of whole ones. The new file gets
the same key and the same slots: it opens with the same passwords.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from desktop_app.db import envelope, mending, vault
from desktop_app.db.engine import SCHEMA, Database, connect
from desktop_app.db.failures import sorted_disk_failures, sorted_failures
from desktop_app.db.forest import Column, Forest, Found
from desktop_app.db.rows_in_pages import Row, Value
from desktop_app.db.sealed_pages import SealedPages
from desktop_app.db.upgrade import upgrade
from desktop_app.domain.salvage import Lost, Salvaged

SALVAGED: Final = "salvage_file"
"""Stands in the log of the new file."""

_MOST_AT_ONCE: Final = 500
_MOST_BYTES_AT_ONCE: Final = 8_000_000
_NOT_COPIED: Final = ("alembic_version",)
_MOST_TOLD: Final = 1000


class _Table(NamedTuple):
    """A table of the new file with its columns in the order they are stored in."""

    name: str
    columns: tuple[Column, ...]

    @property
    def target(self) -> sa.TableClause:
        return sa.table(self.name, *(sa.column(column.name) for column in self.columns))

    def named(self, row: Row) -> dict[str, Value]:
        """The values of a row by column; a row may be older than the last columns."""
        told = zip(self.columns, row.values or (), strict=False)
        return {column.name: row.id if column.is_id else value for column, value in told}


def rebuild(path: Path, found: envelope.Found, key: bytes, new: Path, login: str) -> Salvaged:
    """Make the closed file `new` out of the damaged file at `path`, which nobody has open.

    `login` is who does it: should the list of staff be lost, they are the administrator of the new file. Raises
    DamagedFile when nothing can be read, AppError when the disk is full; then there is no new file.
    """
    end = found.cut_at if found.cut_at is not None else path.stat().st_size
    envelope.forget_unfinished(new)
    try:
        with sorted_disk_failures(new), SealedPages(path, key, end) as pages:
            envelope.private(new).close()
            told = _rebuilt(pages, found.slots.schema, new, key, login)
            slots = replace(found.slots, schema=SCHEMA, generation=found.slots.generation + 1)
            envelope.fold(new, slots)
    except BaseException:
        envelope.forget_unfinished(new)
        raise
    return told


def _rebuilt(pages: SealedPages, schema: int, new: Path, key: bytes, login: str) -> Salvaged:
    database = Database(connect(new, key))
    try:
        upgrade(database.engine, f"{schema:04}")
        with sorted_failures(database.engine), _writing(database.engine) as connection, _search_made_last(connection):
            told = mending.mended(connection, _copied(Forest(pages), connection), login)
        upgrade(database.engine)
        with database.write(SALVAGED, None) as session:
            mending.count_again(session)
    finally:
        database.close()
    return told


@contextmanager
def _writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction in which rows may come before what they refer to."""
    with engine.connect().execution_options(begin="") as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()
        finally:
            connection.rollback()
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")


@contextmanager
def _search_made_last(connection: sa.Connection) -> Iterator[None]:
    """Make the search index at the end in one go: row by row it costs most of the time."""
    wanted = "SELECT sql FROM sqlite_master WHERE name IN ('person_names_added', 'employer_names_added')"
    statements = connection.exec_driver_sql(wanted).scalars().all()
    connection.exec_driver_sql("DROP TRIGGER person_names_added")
    connection.exec_driver_sql("DROP TRIGGER employer_names_added")
    yield
    connection.exec_driver_sql("INSERT INTO person_names(person_names) VALUES ('rebuild')")
    connection.exec_driver_sql("INSERT INTO employer_names(employer_names) VALUES ('rebuild')")
    for statement in statements:
        connection.exec_driver_sql(statement)


def _copied(forest: Forest, connection: sa.Connection) -> Salvaged:
    tables = tuple(_tables(connection))
    found, unplaced = forest.assigned({table.name: table.columns for table in tables}, _PROBES)
    kept: dict[str, int] = {}
    lost: list[Lost] = []
    for table in tables:
        if _is_real(table.name):
            ids, damaged = _copy(forest, connection, table, found[table.name])
            kept[table.name] = len(ids)
            lost += damaged
            lost += _missing(table.name, found[table.name], ids)
    return Salvaged(forest.pages.count, len(forest.broken), kept, tuple(lost[:_MOST_TOLD]), {}, unplaced)


def _copy(forest: Forest, connection: sa.Connection, table: _Table, found: Found) -> tuple[set[int], list[Lost]]:
    """Put every readable row of a table into the new file: the ids that are there, and rows that are damaged."""
    ids: set[int] = set()
    lost: list[Lost] = []
    for some in _some_at_once(forest.rows(found.leaves)):
        whole = []
        for row in some:
            if row.values is None:
                lost.append(Lost(table.name, row.id, row.id))
            elif row.id not in ids:
                ids.add(row.id)
                whole.append(row)
        for row_id in _insert(connection, table, whole):
            ids.discard(row_id)
            lost.append(Lost(table.name, row_id, row_id))
    return ids, lost


def _some_at_once(rows: Iterator[Row]) -> Iterator[list[Row]]:
    """Rows in portions that fit into memory, however large letters and attachments are."""
    some: list[Row] = []
    size = 0
    for row in rows:
        some.append(row)
        size += sum(len(value) for value in row.values or () if isinstance(value, bytes | str))
        if len(some) == _MOST_AT_ONCE or size > _MOST_BYTES_AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def _insert(connection: sa.Connection, table: _Table, rows: list[Row]) -> Iterator[int]:
    """Insert rows; the ids of those that the table refuses."""
    for _, group in groupby(rows, key=_width):
        some = list(group)
        try:
            with connection.begin_nested():
                connection.execute(sa.insert(table.target), [table.named(row) for row in some])
        except IntegrityError:
            for row in some:
                try:
                    with connection.begin_nested():
                        connection.execute(sa.insert(table.target), table.named(row))
                except IntegrityError:
                    yield row.id


def _width(row: Row) -> int:
    return len(row.values or ())


def _missing(name: str, found: Found, ids: set[int]) -> Iterator[Lost]:
    """The ids that stood on damaged pages, as far as the pages above them tell."""
    for gap in found.gaps:
        is_root = gap.first is None and gap.last is None
        if found.adopted and (is_root or not gap.holds_rows):
            continue  # what was below it was found hanging on nothing
        if gap.last is None:
            last = max(ids, default=0) if found.adopted else 0
            yield Lost(name, max(gap.first or 1, last + 1), None)
        else:
            yield from _ranges(name, (each for each in range(gap.first or 1, gap.last + 1) if each not in ids))


def _ranges(name: str, missing: Iterator[int]) -> Iterator[Lost]:
    first = last = next(missing, None)
    if first is None or last is None:
        return
    for each in missing:
        if each != last + 1:
            yield Lost(name, first, last)
            first = each
        last = each
    yield Lost(name, first, last)


def _tables(connection: sa.Connection) -> Iterator[_Table]:
    # Tables without ids of rows (wr) are kept in trees of another kind; the search index alone has some.
    wanted = (
        "SELECT m.name FROM sqlite_master m JOIN pragma_table_list l ON l.name = m.name "
        "WHERE m.type = 'table' AND m.rootpage > 0 AND NOT l.wr ORDER BY m.rootpage"
    )
    for name in connection.exec_driver_sql(wanted).scalars().all():
        yield _Table(name, _columns(connection, name))


def _columns(connection: sa.Connection, table: str) -> tuple[Column, ...]:
    wanted = sa.text('SELECT name, type, "notnull" AS needed, pk FROM pragma_table_info(:name) ORDER BY cid')
    told = connection.execute(wanted, {"name": table}).all()
    alone = sum(1 for row in told if row.pk) == 1
    return tuple(
        Column(row.name, row.type, bool(row.needed), alone and bool(row.pk) and row.type == "INTEGER") for row in told
    )


def _is_the_key(rows: tuple[Row, ...]) -> bool:
    """Whether this is the one row with the key of the log; parts of the search index look much like it."""
    return [row.id for row in rows] == [1] and _end_with_keys(rows)


def _end_with_keys(rows: tuple[Row, ...]) -> bool:
    """Whether each row ends with the bytes of a bare key."""
    ends = [row.values[-1] if row.values else None for row in rows]
    return all(isinstance(end, bytes) and len(end) == vault.KEY_BYTES for end in ends)


def _end_with_sealed_keys(rows: tuple[Row, ...]) -> bool:
    return not _end_with_keys(rows)


_PROBES: Final = {
    "audit_key": _is_the_key,
    "key_holder": _end_with_keys,
    "seal_holder": _end_with_sealed_keys,
}


def _is_real(name: str) -> bool:
    return "_names_" not in name and not name.startswith("sqlite_") and name not in _NOT_COPIED
