"""Whether the pages of a file are what the program wrote, and the tables in them hang together."""

from __future__ import annotations

import re
from typing import Final

import sqlalchemy as sa

_NUMBER: Final = re.compile(r"page (\d+)")
_SOUND: Final = "ok"


def broken_pages(connection: sa.Connection) -> tuple[int, ...]:
    """The numbers of the pages whose seal is broken (0 when it cannot be said which), as they lie on the disk.

    What stands behind the pages, the key slots, is not looked at.
    """
    last = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    told = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
    numbers = [int(found[1]) if (found := _NUMBER.search(line)) else 0 for line in told]
    return tuple(number for number in numbers if number <= last)


def holds_together(connection: sa.Connection) -> bool:
    """Whether every table and index is whole in itself (not whether index and table agree: that takes far longer)."""
    return connection.exec_driver_sql("PRAGMA quick_check(1)").scalars().all() == [_SOUND]


def loose_references(connection: sa.Connection) -> tuple[tuple[str, int | None], ...]:
    """Rows, as table and id, that refer to a row which is not there."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return tuple((str(row[0]), row[1]) for row in rows)


def counted(connection: sa.Connection) -> dict[str, int]:
    """The rows of each table; what the search index keeps for itself is left out."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT GLOB '*_names_*' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).scalars()
    return {
        name: connection.execute(sa.select(sa.func.count()).select_from(sa.table(name))).scalar_one()
        for name in names.all()
    }
