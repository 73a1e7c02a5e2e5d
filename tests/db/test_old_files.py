"""Every file a release has ever made opens, is upgraded with each of its rows, and leaves a copy as it was (C8, C9).

tests/harness/test_kill.py and test_power_cut.py stop the upgrade in the middle.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_app.db.engine import SCHEMA
from desktop_app.services import files
from tests import factories
from tests.harness import old_rows
from tests.harness.desk_work import note, open_a_case

# README.md of the folder tells them too.
PASSWORDS = {"aigul": "four words make one", "dina": "дом трава ключ"}


@pytest.fixture(params=old_rows.NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def path(name: str, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(old_rows.FOLDER / f"{name}.tirek", tmp_path / "centre.tirek"))


def test_there_is_a_file_of_every_schema_before_this_one() -> None:
    assert [old_rows.told(each)["schema"] for each in old_rows.NAMES] == list(range(1, SCHEMA))


def test_every_row_comes_through(path: Path, name: str) -> None:
    file = factories.sign_in(path)
    assert old_rows.changed_tables(file, name) == []
    with file.db.read() as session:
        assert session.scalar(sa.text("PRAGMA user_version")) == SCHEMA
        assert session.scalars(sa.text("PRAGMA integrity_check")).all() == ["ok"]
        assert session.execute(sa.text("PRAGMA foreign_key_check")).all() == []
        assert file.db.chain.first_broken(session) is None
    files.close(file)


def test_a_changed_row_would_be_seen(path: Path, name: str) -> None:
    file = factories.sign_in(path)
    with file.db.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE person SET phone = '7' WHERE id = 1")
        connection.exec_driver_sql("DELETE FROM wage_payment WHERE id = 1")
    assert old_rows.changed_tables(file, name) == ["person", "wage_payment"]
    files.close(file)


def test_a_copy_is_left_as_it_was(path: Path, name: str) -> None:
    before = path.read_bytes()
    files.close(factories.sign_in(path))
    (copy,) = (path.parent / "Backups").glob("centre * pre-upgrade.tirek")
    assert copy.read_bytes() == before
    manifest = json.loads(copy.with_name(f"{copy.name}.json").read_text("utf-8"))
    assert manifest["schema"] == old_rows.told(name)["schema"]
    assert sorted(each.name for each in path.parent.iterdir()) == ["Backups", path.name]


def test_everybody_signs_in_and_work_goes_on(path: Path) -> None:
    for login, password in PASSWORDS.items():
        files.close(factories.sign_in(path, login, password))
    file = factories.sign_in(path)
    note(file, open_a_case(file), "after the upgrade")
    files.close(file)
