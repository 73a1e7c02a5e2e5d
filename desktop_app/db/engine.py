"""The encrypted database: one engine, short sessions, one audit line in every writing transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
import sqlcipher3
from sqlalchemy import event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from desktop_app.db import ballast
from desktop_app.db.audit import Chain
from desktop_app.db.failures import DAMAGED, not_written, sorted_failures
from desktop_app.errors import AppError, DamagedFile
from desktop_app.i18n import N_

SCHEMA: Final = 4
"""The schema this program writes; stored as user_version."""

_RESTS: Final = N_("The file is locked. Type your password to go on.")

# Before 3.51.3 a reset of the write-ahead log could damage a file (sqlite.org/wal.html, "WAL-reset bug").
_LEAST_SQLITE: Final = (3, 51, 3)
# FULL, because a power cut after COMMIT may lose the transaction with less; 2: sorting never writes to the disk.
PRAGMAS: Final[dict[str, int | str]] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "temp_store": 2,
    "secure_delete": 1,
    "cache_size": -64000,
    "busy_timeout": 5000,
}
# EXTRA, because after a power cut the journal must not come back: it would bring the former key back with it.
REKEYING: Final[dict[str, int | str]] = {"journal_mode": "delete", "synchronous": 3}
# What SQLCipher works in is pinned to memory and wiped, at the price decision 0008 tells.
MEMORY_SECURITY: Final = "ON"
AT_REST: Final[dict[str, int | str]] = {"query_only": 1, "temp_store": 2, "cache_size": -64000}


class Database:
    """An open file. `read` and `write` give short sessions; nothing of SQLAlchemy leaves db and services."""

    def __init__(self, engine: sa.Engine) -> None:
        self.chain = Chain()
        self._engine: sa.Engine | None = engine
        self._rests = False

    @property
    def engine(self) -> sa.Engine:
        """The engine. RuntimeError after `close`: the file may belong to another program by then. AppError at rest."""
        if self._rests:
            raise AppError(_RESTS)
        if self._engine is None:
            raise RuntimeError("the file is closed")
        return self._engine

    @property
    def is_closed(self) -> bool:
        """Whether `close` was called."""
        return self._engine is None and not self._rests

    @property
    def rests(self) -> bool:
        """Whether it waits for `wake`."""
        return self._rests

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the file and writes nothing."""
        with sorted_failures(self.engine), Session(self.engine) as session:
            yield session

    @contextmanager
    def write(
        self, action: str, staff_id: int | None, entity: str = "", entity_id: int | None = None
    ) -> Iterator[Session]:
        """A session in one immediate transaction with its audit line; all or nothing is stored.

        `staff_id` is who acts. A service that learns the id of the entity only while it writes sets
        `session.info["entity_id"]`.
        """
        with sorted_failures(self.engine), Session(self.engine) as session:
            session.connection(execution_options={"begin": "BEGIN IMMEDIATE"})
            session.info["entity_id"] = entity_id
            yield session
            session.flush()
            self.chain.add(session, action, staff_id, entity, session.info["entity_id"])
            session.commit()

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file. Nothing happens at rest."""
        if not self._rests:
            _fold(self.engine)

    def rest(self) -> None:
        """Fold the log into the file and let go of every connection until `wake`; the file stays ours.

        RuntimeError while a session is open: nothing happens then. AppError when the disk is full: it rests all the
        same, and the log stays beside the file.
        """
        if self._engine is None:
            return
        engine = self._released()
        self.chain = Chain()
        self._rests = True
        _put_away(engine)

    def wake(self, engine: sa.Engine) -> None:
        """Go on with a new engine on the same file. Nothing happens when it does not rest."""
        if self._rests:
            self._engine, self._rests = engine, False

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it. A second call does nothing.

        RuntimeError while a session is open: the file then stays open.
        """
        self._rests = False
        if self._engine is not None:
            _put_away(self._released())

    def _released(self) -> sa.Engine:
        engine = self.engine
        if isinstance(engine.pool, QueuePool) and engine.pool.checkedout():
            raise RuntimeError("a session is still open")
        self._engine = None
        return engine


def _put_away(engine: sa.Engine) -> None:
    try:
        _fold(engine)
    finally:
        engine.dispose()


def _fold(engine: sa.Engine) -> None:
    ballast.make_room(Path(engine.url.database or ""))
    with sorted_failures(engine), engine.connect().execution_options(begin="") as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def connect(path: Path, key: bytes | bytearray) -> sa.Engine:
    """An engine on the file with its raw 32-byte key. Raises DamagedFile when the first page does not answer.

    A bytearray is not copied: when its owner wipes it, the engine can open no more connections.
    """
    return _engine(path, str(path), key, PRAGMAS)


def connect_at_rest(path: Path, key: bytes | bytearray) -> sa.Engine:
    """As `connect`, on a closed file that is only read: nothing appears beside it, its slots stay behind its pages."""
    return _engine(path, f"{path.resolve().as_uri()}?immutable=1", key, AT_REST)


def _engine(path: Path, place: str, key: bytes | bytearray, pragmas: Mapping[str, int | str]) -> sa.Engine:
    if sqlcipher3.sqlite_version_info < _LEAST_SQLITE:
        raise RuntimeError("this SQLite is too old")
    if len(key) != 32:
        raise ValueError("the key of a file has 32 bytes")  # without one the pages would be plain

    def creator() -> Any:
        try:
            return _connection(place, key, pragmas)
        except DamagedFile:  # a disk that stumbles over the first page once looks the same
            return _connection(place, key, pragmas)

    engine = sa.create_engine(
        sa.URL.create("sqlite+pysqlite", database=str(path)),  # failures ask it where the file is
        creator=creator,
        module=sqlcipher3,
        poolclass=QueuePool,
        pool_size=5,
        max_overflow=0,
        pool_use_lifo=True,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def change_key(engine: sa.Engine, fresh: bytes) -> None:
    """Encrypt every page with another key, in one transaction. The engine must be the file's only one; drop it then.

    A program that is stopped leaves a journal, which the next opening with the former key plays back. AppError when
    there is no room for it: the file then has its former key.
    """
    with sorted_failures(engine), engine.connect().execution_options(begin="") as connection:
        raw: Any = connection.connection.driver_connection
        try:
            _settle(raw, REKEYING)
            raw.execute(f"PRAGMA rekey=\"x'{fresh.hex()}'\"")
        except sqlcipher3.DatabaseError as error:
            if error.sqlite_errorcode == sqlcipher3.SQLITE_ERROR:  # all it says when a page cannot be read or written
                raise not_written(Path(engine.url.database or "")) from None
            raise sa.exc.DatabaseError("PRAGMA rekey", None, error) from None  # the text of the statement is the key


def is_sound(engine: sa.Engine) -> bool:
    """Whether every page reads with the key of the engine. It takes as long as reading the whole file."""
    with sorted_failures(engine), engine.connect().execution_options(begin="") as connection:
        return connection.exec_driver_sql("PRAGMA cipher_integrity_check").first() is None


def schema_of(engine: sa.Engine) -> int:
    """The schema the tables of the file have; 0 when there are none yet."""
    with sorted_failures(engine), engine.connect() as connection:
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _connection(place: str, key: bytes | bytearray, pragmas: Mapping[str, int | str]) -> Any:
    if isinstance(key, bytearray) and not any(key):
        raise RuntimeError("the key was wiped")
    connection = sqlcipher3.connect(place, timeout=5, check_same_thread=False, isolation_level=None, uri=True)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")  # damage is told in a sentence, not on the terminal
        connection.execute(f"PRAGMA cipher_memory_security={MEMORY_SECURITY}")  # only before the key
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master")
        _settle(connection, pragmas)
    except sqlcipher3.DatabaseError as error:
        connection.close()
        if error.sqlite_errorname == "SQLITE_NOTADB":
            raise DamagedFile(DAMAGED) from None
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _settle(connection: Any, pragmas: Mapping[str, int | str]) -> None:
    """Set what every connection needs and read it back."""
    for name, wanted in pragmas.items():
        connection.execute(f"PRAGMA {name}={wanted}")
        if connection.execute(f"PRAGMA {name}").fetchone()[0] != wanted:
            raise RuntimeError(name)


def _begin(connection: sa.Connection) -> None:
    """Begin as asked: a writer at once, lest a reader's lock cannot become a writer's; what is outside never."""
    statement = connection.get_execution_options().get("begin", "BEGIN")
    if statement:
        connection.exec_driver_sql(statement)
