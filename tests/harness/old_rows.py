"""What the tables of the files of earlier releases held, to be found again after an upgrade."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from desktop_app.services.files import OpenFile

FOLDER: Final = Path(__file__).resolve().parents[1] / "db" / "old_files"
NAMES: Final = sorted(each.stem for each in FOLDER.glob("*.tirek"))


def told(name: str) -> dict[str, Any]:
    """The schema of an old file, and of each of its tables the columns, the number of rows and a hash of them all."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return found


def changed_tables(file: OpenFile, name: str) -> list[str]:
    """The tables that do not begin with the rows of the old file, in the columns it had."""
    return [table for table, rows in told(name)["tables"].items() if _digest(file, table, rows) != rows["sha256"]]


def _digest(file: OpenFile, table: str, rows: dict[str, Any]) -> str:
    columns = ", ".join(f'"{column}"' for column in rows["columns"])
    question = f"SELECT {columns} FROM {table} ORDER BY 1 LIMIT {rows['rows']}"  # noqa: S608  names of our own tables
    with file.db.read() as session:
        kept = [[_plain(each) for each in row] for row in session.execute(sa.text(question))]
    return sha256(json.dumps(kept, ensure_ascii=False).encode()).hexdigest()


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value
