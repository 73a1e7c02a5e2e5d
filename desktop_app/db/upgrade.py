"""Bring the tables of a file to the schema of this program, and show that schema as SQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from desktop_app.db.failures import sorted_failures

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS: Final = Path(__file__).with_name("migrations")


def upgrade(engine: sa.Engine, to: str = "head") -> None:
    """Run the migrations that are missing, all in one transaction; each notes its number in the file."""
    from alembic import command

    with sorted_failures(engine), engine.connect().execution_options(begin="") as connection:
        # A table that is copied to be changed would lose what refers to it: the references are checked at the end.
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            command.upgrade(config(connection), to)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise RuntimeError("the upgrade left rows without what they refer to")
            connection.commit()
        finally:
            connection.rollback()
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")


def config(connection: sa.Connection) -> Config:
    """What Alembic needs to know: where the migrations are, and the open connection."""
    from alembic.config import Config

    told = Config()
    told.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    told.attributes["connection"] = connection
    return told


def schema_sql(engine: sa.Engine) -> str:
    """The tables, indexes and triggers of a file as SQL, in a fixed order (schema.sql)."""
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
            "AND NOT (type = 'table' AND name GLOB '*_names_*') ORDER BY type, name"
        )
        return "".join(f"{sql};\n" for (sql,) in rows)
