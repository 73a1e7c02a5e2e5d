"""The encrypted database: one engine, short sessions, one audit line in every writing transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
import sqlcipher3
from sqlalchemy import event
from sqlalchemy.orm import Session

from desktop_app.db.audit import Chain
from desktop_app.errors import AppError, CannotOpen, DamagedFile
from desktop_app.i18n import N_

SCHEMA: Final = 1
"""The schema this program writes; stored as user_version."""

_LEAST_SQLITE: Final = (3, 51, 3)
_PRAGMAS: Final = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "temp_store": 2,
    "cache_size": -64000,
    "busy_timeout": 5000,
    "secure_delete": 1,
}


class Database:
    """An open file. `read` and `write` give short sessions; nothing of SQLAlchemy leaves db and services."""

    def __init__(self, engine: sa.Engine, chain: Chain) -> None:
        self.engine = engine
        self._chain = chain

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the file and writes nothing."""
        with _sorted_errors(), Session(self.engine) as session:
            yield session

    @contextmanager
    def write(
        self, action: str, staff_id: int | None, entity: str = "", entity_id: int | None = None
    ) -> Iterator[Session]:
        """A session in one immediate transaction with its audit line; all or nothing is stored.

        A service that learns the id only while it writes sets `session.info["entity_id"]`.
        """
        connection = self.engine.connect().execution_options(immediate=True)
        with _sorted_errors(), connection, Session(connection) as session:
            session.info["entity_id"] = entity_id
            yield session
            session.flush()
            self._chain.add(session, action, staff_id, entity, session.info["entity_id"])
            session.commit()

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        with self.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        self.engine.dispose()


def connect(path: Path, key: bytes) -> sa.Engine:
    """An engine on the file with its raw 32-byte key. Raises DamagedFile when the first page does not answer."""
    if sqlcipher3.sqlite_version_info < _LEAST_SQLITE:
        raise RuntimeError(sqlcipher3.sqlite_version)

    def creator() -> Any:
        connection = sqlcipher3.connect(path, timeout=5, check_same_thread=False, isolation_level=None)
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master")
        except sqlcipher3.DatabaseError:
            connection.close()
            raise DamagedFile(DAMAGED) from None
        for name, value in _PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={value}")
            held = connection.execute(f"PRAGMA {name}").fetchone()[0]
            if held != value:
                raise RuntimeError(name)
        return connection

    engine = sa.create_engine(
        "sqlite+pysqlite://",
        creator=creator,
        module=sqlcipher3,
        poolclass=sa.pool.QueuePool,
        pool_size=5,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


DAMAGED: Final = N_(
    "The file is damaged and cannot be read. Do not delete anything. Open your latest copy of the file instead."
)


def _begin(connection: sa.Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


@contextmanager
def _sorted_errors() -> Iterator[None]:
    """Turn what the surroundings did (full disk, lock, damage) into sentences; leave bugs as they are."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        text = str(error.orig)
        if "disk is full" in text or "disk I/O error" in text:
            raise AppError(
                N_("The disk is full or cannot be written. Nothing was lost: free some space and save again.")
            ) from None
        if "locked" in text or "busy" in text:
            raise AppError(N_("Another program is using the file. Close it there and try again.")) from None
        if "malformed" in text or "not a database" in text or "hmac" in text:
            raise DamagedFile(DAMAGED) from None
        if "readonly" in text:
            raise AppError(
                N_("The file may not be written here. Ask the administrator for the right to write.")
            ) from None
        raise


def schema_of(engine: sa.Engine) -> int:
    """The schema the file was written with. Raises CannotOpen for a newer one; nothing is written."""
    with engine.connect() as connection:
        found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if found > SCHEMA:
        raise CannotOpen(
            N_("This file was made by a newer version of Tirek. Install the newer version; the file was not changed.")
        )
    return found
