"""Migrations can be undone and done again, and the words of names follow every change."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from desktop_app.db import upgrade
from desktop_app.db.engine import SCHEMA
from desktop_app.services.files import OpenFile


def test_every_revision_goes_down_and_up_again(file: OpenFile) -> None:
    before = upgrade.schema_sql(file.db.engine)
    with file.db.engine.connect() as connection:
        config = upgrade.config(connection)
        command.downgrade(config, "base")
        tables = sa.inspect(connection).get_table_names()
        assert tables == ["alembic_version"]
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == 0
        connection.commit()
    upgrade.upgrade(file.db.engine)
    assert upgrade.schema_sql(file.db.engine) == before


def test_the_schema_number_is_that_of_the_newest_migration(file: OpenFile) -> None:
    with file.db.engine.connect() as connection:
        scripts = ScriptDirectory.from_config(upgrade.config(connection))
        assert len(list(scripts.walk_revisions())) == SCHEMA
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA


PERSON = "INSERT INTO person VALUES (:id, 'n', :fold, 's', 's', NULL, '', '', '', '', '', '', NULL, NULL, '', '', '')"


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE person SET name_fold = 'karimova gulom' WHERE id = 1", {"gulom": [1], "gu*": [1], "alisher": []}),
        ("UPDATE person SET phone = '7' WHERE id = 1", {"alisher": [1], "ali*": [1], "gulom": []}),
        ("DELETE FROM person WHERE id = 1", {"alisher": [], "yusupov": [2]}),
    ],
)
def test_words_of_names_follow(file: OpenFile, change: str, found: dict[str, list[int]]) -> None:
    with file.db.engine.begin() as connection:
        connection.execute(sa.text(PERSON), [{"id": 1, "fold": "yusupov alisher"}, {"id": 2, "fold": "yusupov anvar"}])
        connection.exec_driver_sql(change)
        for word, ids in found.items():
            match = sa.text("SELECT rowid FROM person_names WHERE person_names MATCH :word ORDER BY rowid")
            assert connection.scalars(match, {"word": word}).all() == ids
        connection.exec_driver_sql("INSERT INTO person_names(person_names) VALUES ('integrity-check')")
