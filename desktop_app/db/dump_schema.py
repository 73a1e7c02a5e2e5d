"""Write the schema of a new file as SQL: python -m desktop_app.db.dump_schema > desktop_app/db/schema.sql."""

from __future__ import annotations

import secrets
import sys
import tempfile
from pathlib import Path

from desktop_app.db.engine import connect
from desktop_app.db.upgrade import schema_sql, upgrade


def dump() -> str:
    """The schema of a new file."""
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(Path(folder) / "new", secrets.token_bytes(32))
        upgrade(engine)
        told = schema_sql(engine)
        engine.dispose()
    return told


if __name__ == "__main__":
    sys.stdout.write(dump())
