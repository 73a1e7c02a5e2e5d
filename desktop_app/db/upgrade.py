"""Bring a file's tables to the schema of this program."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from desktop_app.db.engine import SCHEMA

_MIGRATIONS = Path(__file__).with_name("migrations")


def upgrade(engine: sa.Engine) -> None:
    """Run the migrations that are missing, all in one transaction, and note the schema in the file."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA:d}")


def schema_sql(engine: sa.Engine) -> str:
    """The tables, indexes and triggers of a file as SQL, in a fixed order, for schema.sql and its test."""
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
            "AND NOT (type = 'table' AND name GLOB '*_names_*') ORDER BY type, name"
        )
        return "".join(f"{sql};\n" for (sql,) in rows)
