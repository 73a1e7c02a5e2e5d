"""The tables of a new file, of the models and of schema.sql are the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from desktop_app.db import upgrade
from desktop_app.db.models import Base, Letter, LetterDraft
from desktop_app.services.files import OpenFile


def test_models_equal_the_migrated_file(file: OpenFile) -> None:
    kept_by_sqlite = ("person_names", "employer_names")
    with file.db.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: not (kind == "table" and str(name).startswith(kept_by_sqlite))},
        )
        assert compare_metadata(context, Base.metadata) == []


def test_schema_sql_is_what_a_new_file_holds(file: OpenFile) -> None:
    kept = Path(upgrade.__file__).with_name("schema.sql").read_text(encoding="utf-8")
    assert upgrade.schema_sql(file.db.engine) == kept


def test_migrations_import_nothing_of_the_program() -> None:
    versions = Path(upgrade.__file__).with_name("migrations").rglob("*.py")
    assert not [path.name for path in versions if "desktop_app" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize(("table", "last"), [(Letter, "pdf"), (LetterDraft, "request")])
def test_nothing_stands_behind_a_large_value(file: OpenFile, table: type[Base], last: str) -> None:
    with file.db.engine.connect() as connection:
        columns = [row.name for row in connection.exec_driver_sql(f"PRAGMA table_info({table.__tablename__})")]
    assert columns[-1] == last, "what stands behind a large value in a row is read through all of it"
    assert columns == [column.name for column in table.__table__.columns]
