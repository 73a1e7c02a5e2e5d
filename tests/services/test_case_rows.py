"""What hangs on a case is sealed, erased and deleted with it, whatever table it stands in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_app.db import case_rows, models, seal
from desktop_app.db.queries import deletion as deletion_queries
from desktop_app.db.queries import erasure as erasure_queries
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.services import sealed, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.harness.desk_work import open_a_case

DAY = date(2026, 11, 21)
SECRET = "құпия сөз"
# Kept with a case by services of their own, each with its tests.
ELSEWHERE = {
    "attachment",
    "case_access",
    "case_worker",
    "consent",
    "letter",
    "money_entry",
    "transfer",
    "wage_payment",
    "wage_period",
    "wage_terms",
}


@pytest.fixture
def file(tmp_path: Path) -> Any:
    opened = factories.open_file(tmp_path)
    yield opened
    factories.close_file(opened)


def test_every_table_that_hangs_on_a_case_or_a_person_is_known() -> None:
    known = {
        hung.table.name for hung in (*case_rows.ON_CASE, *case_rows.ON_WORKER, *case_rows.ON_PERSON, case_rows.ENQUIRY)
    }
    hanging = {
        table.name
        for table in models.Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name in ("case_file", "case_worker", "person")
    }
    assert hanging == known | ELSEWHERE


def test_every_free_text_is_filled_by_this_test(file: OpenFile) -> None:
    case_id = open_a_case(file)
    _fill(file, case_id)
    for hung in (*case_rows.ON_CASE, *case_rows.ON_WORKER, *case_rows.ON_PERSON, case_rows.ENQUIRY):
        for column in hung.texts:
            assert SECRET in "".join(_column(file, hung.table.name, column)), (hung.table.name, column)


def test_free_texts_go_behind_the_seal_and_come_back(file: OpenFile) -> None:
    case_id = open_a_case(file)
    _fill(file, case_id)
    before = _texts(file)
    _seal(file, case_id)
    assert not any(SECRET in text for text in _texts(file).values())
    _unseal(file, case_id)
    assert _texts(file) == before


def test_an_emptied_text_is_empty_behind_the_seal_too(file: OpenFile) -> None:
    case_id = open_a_case(file)
    _fill(file, case_id)
    key = _seal(file, case_id)
    with file.db.write("t", None) as session:
        row = session.scalars(sa.select(models.Outcome)).one()
        row.evidence = ""
        seal.absorb(session, case_id, key, written=(row,))
        kept = seal.opened(session.get_one(models.Case, case_id), key)["rows"]
        assert kept[f"outcome:{row.id}:evidence"] == ""
        assert SECRET in kept["complaint:1:note"]


def test_what_is_behind_the_seal_of_a_deleted_row_goes_too(file: OpenFile) -> None:
    case_id = open_a_case(file)
    _fill(file, case_id)
    key = _seal(file, case_id)
    with file.db.write("t", None) as session:
        session.execute(sa.delete(models.Outcome))
        seal.absorb(session, case_id, key)
        kept = seal.opened(session.get_one(models.Case, case_id), key)["rows"]
    assert not any(name.startswith("outcome:") for name in kept)


def test_texts_are_read_through_the_seal(tmp_path: Path) -> None:
    first = factories.open_file(tmp_path)
    staff.add(first, NewStaffMember("dina", "Дина Сапарова", Role.LAWYER, factories.PASSWORD))
    factories.close_file(first)
    lawyer = factories.sign_in(first.path, "dina")
    case_id = open_a_case(lawyer)
    _fill(lawyer, case_id)
    sealed.seal_case(lawyer, case_id)
    with lawyer.db.read() as session:
        assert SECRET in sealed.words(lawyer, session, case_id)("outcome", 1, "evidence", "")
        person = session.scalars(sa.select(models.CaseWorker.person_id)).first() or 0
        assert SECRET in sealed.words_of_person(lawyer, session, person)("paper", 1, "number", "")
    other = factories.colleague(lawyer, Role.STAFF)
    with other.db.read() as session:
        assert sealed.words(other, session, case_id)("outcome", 1, "evidence", "") == ""
    factories.close_file(lawyer)


def test_a_text_about_somebody_who_came_into_another_case_is_not_stale(tmp_path: Path) -> None:
    first = factories.open_file(tmp_path)
    staff.add(first, NewStaffMember("dina", "Дина Сапарова", Role.LAWYER, factories.PASSWORD))
    factories.close_file(first)
    lawyer = factories.sign_in(first.path, "dina")
    one, other = open_a_case(lawyer), open_a_case(lawyer, "Каримова Ғұлом")
    with lawyer.db.write("t", None) as session:
        mine = session.scalars(sa.select(models.CaseWorker).where(models.CaseWorker.case_id == one)).first()
        assert mine is not None
        person = mine.person_id
        session.add(_row(models.Paper, {"person_id": person}, ("number",)))
    sealed.seal_case(lawyer, one)
    assert _column(lawyer, "paper", "number") == [""]
    with lawyer.db.write("t", None) as session:
        session.add(_row(models.CaseWorker, {"case_id": other, "person_id": person}))
    with lawyer.db.write("t", None) as session:
        row = session.get_one(models.Paper, 1)
        row.number = "AA1"
        sealed.settle_person(lawyer, session, person, written=(row,))
    with lawyer.db.read() as session:
        assert sealed.words_of_person(lawyer, session, person)("paper", 1, "number", "AA1") == "AA1"
    factories.close_file(lawyer)


def test_erasing_empties_every_text_of_the_case_and_of_the_worker(file: OpenFile) -> None:
    case_id = open_a_case(file)
    _fill(file, case_id)
    with file.db.write("t", None) as session:
        person = session.scalars(sa.select(models.CaseWorker.person_id)).first() or 0
        erasure_queries.forget_person(session, person, "1", DAY, ())
        erasure_queries.forget_texts(session, case_id)
    assert not any(SECRET in text for text in _texts(file).values())
    assert _column(file, "complaint", "kind") == ["other"]
    assert _column(file, "paper", "kind") == []


def test_deleting_leaves_nothing_behind(file: OpenFile) -> None:
    case_id = open_a_case(file)
    _fill(file, case_id)
    with file.db.write("t", None) as session:
        deletion_queries.delete_case(session, session.get_one(models.Case, case_id))
    for hung in (*case_rows.ON_CASE, *case_rows.ON_WORKER, *case_rows.ON_PERSON):
        assert _column(file, hung.table.name, hung.by) == []
    assert _column(file, "enquiry", "case_id") == [None]
    assert not any(SECRET in text for text in _texts(file).values())


def _seal(file: OpenFile, case_id: int) -> bytes:
    with file.db.write("t", None) as session:
        key = seal.new_key(session)
        seal.absorb(session, case_id, key)
    _KEYS[str(file.path)] = key
    return key


def _unseal(file: OpenFile, case_id: int) -> None:
    with file.db.write("t", None) as session:
        seal.restore(session, case_id, _KEYS[str(file.path)])


_KEYS: dict[str, bytes] = {}


def _fill(file: OpenFile, case_id: int) -> None:
    """A row in every table that hangs on the case, each of its free texts with the secret in it."""
    with file.db.write("t", None) as session:
        worker = session.scalars(sa.select(models.CaseWorker).where(models.CaseWorker.case_id == case_id)).first()
        case = session.get_one(models.Case, case_id)
        assert worker is not None
        session.add(_row(models.DirectoryEntry, {}))
        session.flush()
        session.add(_row(models.Letter, {"case_id": case_id, "signer_id": file.staff.id, "sealed": 0}))
        session.flush()
        ids = {
            "case_id": case_id,
            "letter_id": 1,
            "case_worker_id": worker.id,
            "person_id": worker.person_id,
            "employer_id": case.employer_id,
            "entry_id": 1,
            "staff_id": file.staff.id,
            "complaint_id": 1,
        }
        for hung in (*reversed(case_rows.ON_CASE), *case_rows.ON_WORKER, *case_rows.ON_PERSON, case_rows.ENQUIRY):
            session.add(_row(hung.model, ids, hung.texts))
            session.flush()


def _row(model: type[models.Base], ids: dict[str, int], texts: tuple[str, ...] = ()) -> models.Base:
    values: dict[str, Any] = {}
    for column in model.__table__.columns:
        if column.name in ids:
            values[column.name] = ids[column.name]
        elif column.name in texts:
            values[column.name] = f'{{"a": "{SECRET}"}}' if column.name == "answers" else SECRET
        elif not column.nullable and not column.primary_key:
            values[column.name] = _some(column)
    return model(**values)


def _some(column: sa.Column[Any]) -> Any:
    if isinstance(column.type, sa.Date):
        return DAY
    if isinstance(column.type, sa.Boolean):
        return True
    if isinstance(column.type, sa.LargeBinary):
        return b"%PDF"
    return 1 if isinstance(column.type, sa.Integer) else "other"


def _texts(file: OpenFile) -> dict[str, str]:
    return {
        f"{hung.table.name}.{column}": "".join(map(str, _column(file, hung.table.name, column)))
        for hung in (*case_rows.ON_CASE, *case_rows.ON_WORKER, *case_rows.ON_PERSON, case_rows.ENQUIRY)
        for column in hung.texts
    }


def _column(file: OpenFile, table: str, column: str) -> list[Any]:
    with file.db.read() as session:
        return list(session.scalars(sa.text(f"SELECT {column} FROM {table}")))  # noqa: S608  names of our own tables
