"""Duties, the register and the terms tell only of people and cases that whoever looks may see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop_app import settings
from desktop_app.domain.cases import NewWorker
from desktop_app.domain.centre import Role
from desktop_app.domain.consents import Withdrawal
from desktop_app.domain.duties import DutyKind
from desktop_app.domain.file_settings import FileSettings
from desktop_app.domain.people import Person
from desktop_app.domain.transfers import Basis, NewTransfer, RegisterFilter
from desktop_app.services import (
    access,
    cases,
    consents,
    duties,
    erasure,
    files,
    person_export,
    retention,
    settings_of_file,
    transfers,
)
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.erased import close
from tests.services.situations import CLOCK, TODAY, new_case, opened
from tests.services.test_consents import GIVEN

CASES = 12


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenFile]:
    """Twelve cases of one worker each: nothing recorded, a withdrawal, a consent that ends, a mark; some closed."""
    patch = pytest.MonkeyPatch()
    patch.setenv(settings.CLOCK_VARIABLE, CLOCK)
    folder: Path = tmp_path_factory.mktemp("data")
    file = factories.open_file(folder)
    settings_of_file.save(file, FileSettings(retention_years=3))
    for number in range(1, CASES + 1):
        # Those that are closed below were opened before that day.
        opened_on = date(2019, 12, 2) if number in (4, 8) else TODAY
        cases.open_case(file, new_case(NewWorker(Person(f"Адам {number}")), opened_on=opened_on))
        transfers.record(
            file, NewTransfer((number,), TODAY, "суд", "KZ", "иск", Basis.RIGHTS, ("name",), reason="x", case_id=number)
        )
        if number % 4 == 1:
            given = consents.record(file, number, GIVEN).id
            consents.withdraw(file, number, given, Withdrawal(TODAY))
        elif number % 4 == 2:
            consents.record(file, number, replace(GIVEN, until=TODAY + timedelta(days=3)))
        elif number % 4 == 3:
            erasure.mark(file, number, "asked")
    patch.setenv(settings.CLOCK_VARIABLE, "2020-01-01")
    close(file, 4)
    close(file, 8)
    patch.setenv(settings.CLOCK_VARIABLE, CLOCK)
    yield file
    files.close(file)
    patch.undo()


def of_kind(kind: DutyKind) -> Callable[[OpenFile], set[int]]:
    return lambda file: {duty.person_id or 0 for duty in duties.listing(file).duties if duty.kind is kind}


# Every way to a list of people or cases (they have the same ids here), and which of them it tells of to who sees all.
WAYS: dict[str, tuple[Callable[[OpenFile], set[int]], set[int]]] = {
    "withdrawals": (of_kind(DutyKind.STOP), {1, 5, 9}),
    "ends of consents": (of_kind(DutyKind.CONSENT_ENDS), {2, 6, 10}),
    "marks": (of_kind(DutyKind.ERASE), {3, 7, 11}),
    "without consent": (of_kind(DutyKind.NO_CONSENT), {3, 7, 11, 12}),
    "the register": (
        lambda file: {row.person_id for row in transfers.register(file, RegisterFilter())},
        set(range(1, CASES + 1)),
    ),
}


@hypothesis_settings(max_examples=25)
@given(
    role=st.sampled_from(list(Role)),
    restricted=st.sets(st.integers(1, CASES)),
    own=st.sets(st.integers(1, CASES)),
    assigned=st.sets(st.integers(1, CASES)),
)
def test_no_way_tells_of_somebody_who_is_hidden(
    home: OpenFile, role: Role, restricted: set[int], own: set[int], assigned: set[int]
) -> None:
    theirs = factories.colleague(home, role)
    with home.db.write("test", None) as session:
        connection = session.connection()
        connection.exec_driver_sql("UPDATE case_file SET access = 'centre', responsible_id = 1")
        for case_id in restricted:
            connection.exec_driver_sql("UPDATE case_file SET access = 'restricted' WHERE id = ?", (case_id,))
        for case_id in own:
            connection.exec_driver_sql(
                "UPDATE case_file SET responsible_id = ? WHERE id = ?", (theirs.staff.id, case_id)
            )
        for case_id in assigned:
            connection.exec_driver_sql(
                "INSERT INTO case_access VALUES (?, ?, 1, '2026-01-01')", (case_id, theirs.staff.id)
            )
    everybody = set(range(1, CASES + 1))
    seen = own | assigned if role is Role.ADMINISTRATOR else (everybody - restricted) | own | assigned
    for name, (way, told) in WAYS.items():
        assert way(theirs) == told & seen, name
    assert duties.listing(theirs).without == len({3, 7, 11, 12} & seen)
    if role in (Role.LAWYER, Role.MANAGER):
        assert {row.case_id for row in retention.page(theirs).rows} == {4, 8} & seen
        terms = [duty.count for duty in duties.listing(theirs).duties if duty.kind is DutyKind.TERM_ENDED]
        assert terms == ([len({4, 8} & seen)] if {4, 8} & seen else [])


def test_a_transfer_of_a_hidden_case_is_hidden_even_when_its_person_is_not(file: OpenFile, tmp_path: Path) -> None:
    card = opened(file, NewWorker(Person("Али Вали")))
    person_id = card.workers[0].person_id
    other = opened(file, NewWorker(Person("Али Вали"), person_id=person_id))
    for case_id, recipient in ((card.id, "видимый суд"), (other.id, "скрытая полиция")):
        transfers.record(
            file,
            NewTransfer(
                (person_id,), TODAY, recipient, "KZ", "иск", Basis.RIGHTS, ("name",), reason="x", case_id=case_id
            ),
        )
    access.set_restricted(file, other.id, True)
    manager = factories.colleague(file, Role.MANAGER)
    assert [row.recipient for row in transfers.of_person(manager, person_id)] == ["видимый суд"]
    assert [row.recipient for row in transfers.register(manager, RegisterFilter())] == ["видимый суд"]
    transfers.export(manager, RegisterFilter(), "ru", tmp_path / "register.xlsx")
    person_export.export(manager, person_id, "ru", tmp_path / "person.xlsx")
    for name in ("register.xlsx", "person.xlsx"):
        book = load_workbook(tmp_path / name)
        text = str([row for sheet in book for row in sheet.iter_rows(values_only=True)])
        assert "видимый суд" in text
        assert "скрытая полиция" not in text
        assert other.number not in text
