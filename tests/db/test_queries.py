"""Lists stay quick when the file grows: no statement of theirs walks through a whole table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from desktop_app import settings
from desktop_app.domain.cases import CaseFilter, MoneyEntry, MoneyKind, Status
from desktop_app.domain.centre import Role
from desktop_app.domain.posting import Shown, Wanted
from desktop_app.domain.reports import SummaryRequest
from desktop_app.services import (
    cases,
    employers,
    files,
    incoming,
    letter_sending,
    letters,
    money,
    people,
    search,
    summaries,
    today,
)
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import CLOCK, TODAY, unpaid

BIG = "case_file|case_worker|person|employer|money_entry|letter|wage_terms|wage_period|wage_payment|audit"
WALK = re.compile(rf"SCAN ({BIG})\b(?! USING)")
SORT = "TEMP B-TREE FOR ORDER BY"

Call = Callable[[OpenFile], object]


@pytest.fixture(params=[Role.LAWYER, Role.ADMINISTRATOR])
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[OpenFile]:
    """A file seen by somebody who sees all that is not restricted, and by one who sees only what was given."""
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)
    opened = factories.open_file(tmp_path)
    with opened.db.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE staff SET role = ?", (request.param.value,))
    card = unpaid(opened)
    money.record(opened, card.id, (MoneyEntry(card.workers[0].id, MoneyKind.RECEIVED, Decimal(5), TODAY),))
    yield opened
    files.close(opened)


LISTS: dict[str, Call] = {
    "cases": lambda file: cases.page(file, CaseFilter()),
    "cases below": lambda file: cases.page(file, CaseFilter(after_id=9)),
    "open cases": lambda file: cases.page(file, CaseFilter(status=Status.OPEN, after_id=9)),
    "cases without a next date": lambda file: cases.page(file, CaseFilter(without_next_date=True)),
    "people": lambda file: people.page(file, "", None, 9),
    "people below": lambda file: people.page(file, "", 1, 9),
    "employers": lambda file: employers.page(file, "", 1, 9),
    "letters": lambda file: letters.page(file, "", 9, 9),
    "letters to be sent": lambda file: letter_sending.listing(file, Wanted(Shown.READY), "", 9, 9),
    "letters overdue": lambda file: letter_sending.listing(file, Wanted(Shown.OVERDUE), "", 9, 9),
    "incoming papers": lambda file: incoming.listing(file, "", 9, 9),
    "start page": lambda file: today.read(file),
}
OTHERS: dict[str, Call] = {
    "letters of a number": lambda file: letters.page(file, "2026/1", None, 9),
    "letters of a check code": lambda file: letter_sending.listing(file, Wanted(), "0" * 16, None, 9),
    "incoming papers of a number": lambda file: incoming.listing(file, "2026/1", None, 9),
    "letters that have not left": letter_sending.unsent,
    "cases of a number": lambda file: cases.page(file, CaseFilter(text="2026-00")),
    "cases of a name": lambda file: cases.page(file, CaseFilter(text="юсупов")),
    "cases that are due": lambda file: cases.page(file, CaseFilter(due_by=TODAY)),
    "people found": lambda file: people.page(file, "юсуф", None, 9),
    "people found by phone": lambda file: people.page(file, "123 45 67", None, 9),
    "everything": lambda file: search.everything(file, "құрылыс", 9),
    "letters of a name": lambda file: letters.page(file, "юсупов", None, 9),
    "case": lambda file: cases.card(file, 1),
    "person": lambda file: people.card(file, 1),
    "employer": lambda file: employers.card(file, 1),
    "summary": lambda file: summaries.read(file, SummaryRequest(TODAY.replace(day=1), TODAY, "kk")),
}


@contextmanager
def statements(file: OpenFile) -> Iterator[list[tuple[str, Any]]]:
    """What is sent to the file meanwhile."""
    sent: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, statement: str, parameters: Any, _context: object, _many: bool) -> None:
        sent.append((statement, parameters))

    event.listen(file.db.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(file.db.engine, "before_cursor_execute", note)


def plans(file: OpenFile, call: Call) -> list[str]:
    """How SQLite goes about every select of a call."""
    with statements(file) as sent:
        call(file)
    # The words of an index are read once and kept.
    selects = [told for told in sent if told[0].startswith("SELECT") and "_vocabulary" not in told[0]]
    assert selects
    with file.db.engine.connect() as connection:
        return [
            str(step[3])
            for statement, parameters in selects
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]


def walks_of(steps: list[str]) -> list[str]:
    """Steps that walk through a table, but for the log, of which only the last line is read."""
    return [step for step in steps if WALK.search(step) and step != "SCAN audit"]


@pytest.mark.parametrize("name", LISTS)
def test_a_page_of_a_list_reads_its_rows_in_order(file: OpenFile, name: str) -> None:
    steps = plans(file, LISTS[name])
    # The newest cases and letters are the table itself read from its end; a page stops after its rows.
    walks = [step for step in walks_of(steps) if step not in ("SCAN case_file", "SCAN letter")]
    assert not walks, steps
    # What was given to an administrator is little and may be sorted; the whole file is not.
    given = any(step.startswith("COMPOUND QUERY") for step in steps)
    assert given or not [step for step in steps if SORT in step], steps


@pytest.mark.parametrize("name", OTHERS)
def test_no_card_search_or_summary_walks_through_a_table(file: OpenFile, name: str) -> None:
    steps = plans(file, OTHERS[name])
    assert not walks_of(steps), steps


@pytest.mark.parametrize("name", [*LISTS, *OTHERS])
def test_the_number_of_statements_does_not_grow_with_the_rows(file: OpenFile, name: str) -> None:
    call = (LISTS | OTHERS)[name]
    call(file)
    with statements(file) as few:
        call(file)
    for _ in range(4):
        unpaid(file)
    with statements(file) as many:
        call(file)
    assert len(many) == len(few)


def test_the_walk_is_found_when_there_is_one(file: OpenFile) -> None:
    with file.db.engine.connect() as connection:
        steps = connection.exec_driver_sql("EXPLAIN QUERY PLAN SELECT id FROM person WHERE phone = 'x'").all()
    assert any(WALK.search(str(step[3])) for step in steps)
