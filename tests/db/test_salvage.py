"""A damaged file: whatever page is hit, all other cases are saved, and what is lost is named."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from benchmarks import big_file
from desktop_app.db import envelope, rows_in_pages
from desktop_app.db.engine import SCHEMA
from desktop_app.db.forest import Forest
from desktop_app.db.salvage import SALVAGED
from desktop_app.db.sealed_pages import SealedPages
from desktop_app.domain.salvage import Salvaged
from desktop_app.errors import CannotOpen, DamagedFile
from desktop_app.i18n import interface
from desktop_app.services import backups, centre, files, salvage
from desktop_app.services.files import OpenFile
from tests import factories
from tests.harness import old_rows

LOGIN, PASSWORD = "bench", "four words make one"
CASES = 250
Rows = dict[int, Mapping[str, Any]]


@dataclass(frozen=True)
class Whole:
    """A file that is whole: its path, its pages, its rows, and which pages hold what."""

    path: Path
    pages: int
    cases: Rows
    roots: dict[str, int]
    key: bytes


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    file = big_file.build(tmp_path_factory.mktemp("whole"), CASES)
    with file.db.engine.begin() as connection:
        for number in range(1, 6):
            letter = {"id": number, "pdf": bytes(range(256)) * 120}
            connection.execute(
                sa.text(
                    "INSERT INTO letter (id, case_id, number, year, sequence, kind, language, on_day, pay_by, "
                    "signer_id, workers, sha256, pdf, sealed) VALUES (:id, :id, 'L' || :id, 2026, :id, 'claim', 'ru', "
                    "'2026-01-01', '2026-01-01', 1, 1, '', :pdf, 0)"
                ),
                letter,
            )
        cases_in = rows_of(connection, "case_file")
        wanted = "SELECT name, rootpage FROM sqlite_master WHERE type = 'table'"
        roots = {row.name: row.rootpage for row in connection.exec_driver_sql(wanted)}
    key = bytes(file.keys._key)
    files.close(file)
    return Whole(file.path, (envelope.look(file.path, SCHEMA).cut_at or 0) // 4096, cases_in, roots, key)


@pytest.fixture
def hurt(whole: Whole, tmp_path: Path) -> Path:
    """A copy that may be damaged."""
    return Path(shutil.copyfile(whole.path, tmp_path / "centre.tirek"))


def rows_of(connection: sa.Connection, table: str) -> Rows:
    found = connection.execute(sa.select(sa.text("*")).select_from(sa.table(table))).mappings().all()
    return {row["id"]: dict(row) for row in found}


def flip(path: Path, page: int, at: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096 + at)
        byte = file.read(1)[0]
        file.seek(-1, 1)
        file.write(bytes([byte ^ 8]))


def saved(path: Path) -> tuple[Salvaged, OpenFile]:
    told, aside = salvage.rebuild(path, path, LOGIN, PASSWORD)
    assert aside is not None
    return told, files.sign_in(path, LOGIN, PASSWORD, factories.CHEAP)


def lost_ids(told: Salvaged, table: str, most: int) -> set[int]:
    return {
        each
        for lost in told.lost
        if lost.table == table
        for each in range(lost.first, (most if lost.last is None else lost.last) + 1)
    }


def check(whole: Whole, path: Path) -> Salvaged:
    """Every case that is not named as lost is there as it was; the file is sound, and work goes on in it."""
    told, file = saved(path)
    try:
        with file.db.engine.connect() as connection:
            left = rows_of(connection, "case_file")
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
        alike = {id_ for id_, row in whole.cases.items() if id_ in left and plain(left[id_]) == plain(row)}
        gone = lost_ids(told, "case_file", max(whole.cases))
        assert whole.cases.keys() - alike <= gone
        assert len(alike) >= 0.99 * len(whole.cases.keys() - gone)
        centre.save(file, factories.CENTRE)
    finally:
        files.close(file)
    return told


def plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """A case without what follows the rows that are left."""
    return {name: value for name, value in row.items() if name not in _FOLLOW}


_FOLLOW = {"responsible_id", "first_worker", "workers", "received_tiyn"}


def test_a_sound_file_is_copied_whole(whole: Whole, hurt: Path) -> None:
    told = check(whole, hurt)
    assert (told.broken, told.lost, told.stand_ins, told.unplaced, told.made_owner) == (0, (), {}, 0, False)
    assert told.kept["case_file"] == CASES
    assert told.pages == whole.pages


def test_twenty_damaged_pages_at_once_cost_only_what_stood_on_them(whole: Whole, hurt: Path) -> None:
    for page in range(whole.pages, 1, -(whole.pages // 20))[:20]:
        flip(hurt, page, page * 7919 % 4096)
    assert check(whole, hurt).broken == 20


@pytest.mark.long
@pytest.mark.parametrize("share", range(200))
def test_any_page_may_be_damaged(whole: Whole, hurt: Path, share: int) -> None:
    page = 1 + share * (whole.pages - 1) // 199
    flip(hurt, page, share * 7919 % 4096)
    told = check(whole, hurt)
    assert told.broken == (0 if page == 1 and not told.broken else 1)


@pytest.mark.parametrize("at", [0, 15])
def test_a_flipped_byte_of_the_salt_costs_nothing(whole: Whole, hurt: Path, at: int) -> None:
    flip(hurt, 1, at)
    told = check(whole, hurt)
    assert told.lost == ()


def test_without_the_first_page_everything_is_found_again(whole: Whole, hurt: Path) -> None:
    flip(hurt, 1, 2000)
    told = check(whole, hurt)
    assert (told.broken, told.lost, told.unplaced) == (1, (), 0)


@pytest.mark.parametrize("table", ["case_file", "person", "audit"])
def test_without_the_root_of_a_table_its_rows_are_found_hanging_on_nothing(
    whole: Whole, hurt: Path, table: str
) -> None:
    flip(hurt, whole.roots[table], 100)
    told = check(whole, hurt)
    if table != "audit":  # its few lines stand on the root itself
        assert (told.lost, told.unplaced) == ((), 0)


def test_every_page_of_the_schema_may_go(whole: Whole, hurt: Path) -> None:
    with SealedPages(whole.path, whole.key, whole.pages * 4096) as pages:
        first = pages.page(1)
        assert first is not None
        below = rows_in_pages.children(first, 1)
    for child in below:
        flip(hurt, child.number, 300)
    flip(hurt, 1, 300)
    told = check(whole, hurt)
    assert told.kept["case_file"] == CASES


def test_a_lost_staff_list_makes_whoever_salvages_the_administrator(whole: Whole, hurt: Path) -> None:
    flip(hurt, whole.roots["staff"], 300)
    told = check(whole, hurt)
    assert told.made_owner
    assert any("You are the administrator" in each for each in salvage.sentences(told, interface()))


def test_lost_people_and_employers_keep_the_names_that_cases_repeat(whole: Whole, hurt: Path) -> None:
    with SealedPages(whole.path, whole.key, whole.pages * 4096) as pages:
        forest = Forest(pages)
        found, _ = forest.assigned({}, {})
        assert found == {}
        (leaf, *_rest) = forest._below(whole.roots["employer"]).leaves
    flip(hurt, leaf, 300)
    told, file = saved(hurt)
    assert told.stand_ins["employer"] > 3
    with file.db.engine.connect() as connection:
        broken = sa.text(
            "SELECT count(*) FROM case_file c JOIN employer e ON e.id = c.employer_id WHERE e.name <> c.employer_name"
        )
        assert connection.execute(broken).scalar() == 0
    files.close(file)
    words = salvage.sentences(told, interface())
    assert any(each.startswith("Lost: Employers, those of the numbers") for each in words)


def test_a_letter_with_a_damaged_page_is_named_alone(whole: Whole, hurt: Path) -> None:
    flip(hurt, whole.pages - 3, 300)
    told = check(whole, hurt)
    assert [lost.table for lost in told.lost] in (["letter"], [])


def test_what_a_crash_left_in_the_journal_is_saved_too(tmp_path: Path) -> None:
    path = factories.closed_file(tmp_path)
    file = factories.sign_in(path)
    centre.save(file, replace(factories.CENTRE, bin=""))
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for each in tmp_path.glob("centre.tirek*"):
        if not each.name.endswith(".lock"):
            shutil.copyfile(each, crashed / each.name)
    files.close(file)
    told, aside = salvage.rebuild(crashed / path.name, crashed / path.name, factories.LOGIN, factories.PASSWORD)
    assert (told.broken, told.lost) == (0, ())
    assert aside is not None
    again = factories.sign_in(crashed / path.name)
    assert centre.read(again).bin == ""
    files.close(again)
    files.close(factories.sign_in(aside))


def test_keys_that_are_damaged_are_taken_from_a_backup(tmp_path: Path) -> None:
    path = factories.closed_file(tmp_path)
    file = factories.sign_in(path)
    (done,) = backups.make_due(file)
    files.close(file)
    end = envelope.look(path, SCHEMA).cut_at or 0
    with path.open("r+b") as damaged:
        damaged.seek(end)
        damaged.write(b"x" * (path.stat().st_size - end))
    with pytest.raises((DamagedFile, CannotOpen)):
        salvage.rebuild(path, path, factories.LOGIN, factories.PASSWORD)
    told, _ = salvage.rebuild(path, path, factories.LOGIN, factories.PASSWORD, keys_from=backups.path_of(done.backup))
    assert told.lost == ()
    files.close(factories.sign_in(path))


def test_a_file_of_an_older_schema_is_saved_and_brought_up(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(old_rows.FOLDER / "schema1.tirek", tmp_path / "centre.tirek"))
    flip(path, 1, 300)
    told, _ = salvage.rebuild(path, path, factories.LOGIN, factories.PASSWORD)
    assert told.lost == ()
    file = factories.sign_in(path)
    assert old_rows.changed_tables(file, "schema1") in ([], ["audit"])
    files.close(file)


def test_a_wrong_password_changes_nothing(whole: Whole, hurt: Path) -> None:
    flip(hurt, 9, 9)
    before = hurt.read_bytes()
    with pytest.raises(CannotOpen, match="does not open this file"):
        salvage.rebuild(hurt, hurt, LOGIN, "not the password")
    assert hurt.read_bytes() == before
    assert [each.name for each in hurt.parent.iterdir()] == [hurt.name]


def test_when_nothing_can_be_read_nothing_is_changed(whole: Whole, hurt: Path) -> None:
    with hurt.open("r+b") as damaged:
        for page in range(whole.pages):
            damaged.seek(page * 4096 + 50)
            damaged.write(b"damage")
    before = hurt.read_bytes()
    with pytest.raises(DamagedFile, match="Nothing in this file can be read"):
        salvage.rebuild(hurt, hurt, LOGIN, PASSWORD)
    assert hurt.read_bytes() == before


def test_a_file_that_is_open_is_not_salvaged(tmp_path: Path) -> None:
    file = factories.open_file(tmp_path)
    with pytest.raises(CannotOpen, match="already open"):
        salvage.rebuild(file.path, tmp_path / "new.tirek", factories.LOGIN, factories.PASSWORD)
    files.close(file)


def test_the_log_says_that_the_file_was_salvaged(whole: Whole, hurt: Path) -> None:
    _told, file = saved(hurt)
    with file.db.read() as session:
        assert file.db.chain.first_broken(session) is None
        last = session.scalars(sa.text("SELECT action FROM audit ORDER BY seq DESC LIMIT 2")).all()
    assert last[1] == SALVAGED
    files.close(file)
