"""Which indexes answer: a list that reads the whole file is quick in a test and slow at a centre."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from desktop_app.domain.cases import CaseFilter
from desktop_app.services import cases, employers, people, today
from desktop_app.services.files import OpenFile
from tests import factories
from tests.harness.desk_work import open_a_case


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    opened = factories.open_file(tmp_path)
    # A manager: an administrator sees only what was given to them, by another index.
    with opened.db.write("t", None) as session:
        session.execute(sa.text("UPDATE staff SET role = 'manager'"))
    open_a_case(opened)
    yield opened
    factories.close_file(opened)


def _plans(file: OpenFile, call: Callable[[], Any]) -> list[str]:
    """The steps of the plan of every statement that a service sends."""
    sent: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: Any) -> None:
        sent.append((statement, parameters))

    sa.event.listen(file.db.engine, "before_cursor_execute", note)
    try:
        call()
    finally:
        sa.event.remove(file.db.engine, "before_cursor_execute", note)
    with file.db.engine.connect() as connection:
        return [
            str(row[3])
            for statement, parameters in sent
            if statement.lstrip().startswith("SELECT")
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]


_LISTS: dict[str, Callable[[OpenFile], Any]] = {
    "cases": lambda file: cases.page(file, CaseFilter()),
    "people": lambda file: people.page(file, "", None, 200),
    "employers": lambda file: employers.page(file, "", None, 200),
    "today": today.read,
}


@pytest.mark.parametrize("name", _LISTS)
def test_restricted_cases_are_found_by_their_small_index(file: OpenFile, name: str) -> None:
    steps = [step for step in _plans(file, lambda: _LISTS[name](file)) if " hidden" in step]
    assert steps
    assert {step for step in steps if "ix_case_file_restricted" not in step} == set()


def test_dates_of_the_start_page_are_found_by_their_day(file: OpenFile) -> None:
    steps = [step for step in _plans(file, lambda: today.read(file)) if " deadline " in f"{step} "]
    assert steps
    assert all("ix_deadline_open" in step for step in steps)


def test_an_employer_is_read_through_its_own_cases(file: OpenFile) -> None:
    steps = _plans(file, lambda: employers.card(file, 1))
    assert not [step for step in steps if "ix_case_file_status" in step or "ix_money_entry_kind" in step]
