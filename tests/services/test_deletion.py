"""Deleting a case: two people, nothing left behind, no number given twice."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select, text
from sqlalchemy import table as sql_table

from desktop_app.domain.access import Approval
from desktop_app.domain.cases import NewWorker
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import cases, deletion, files, letters, people, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.db.pages import decrypted
from tests.services.situations import TODAY, new_case, opened, unpaid

SECOND = Approval("manager", factories.PASSWORD)


@pytest.fixture
def lawyer(file: OpenFile) -> OpenFile:
    """A lawyer's hands on a file where a manager can approve."""
    for login, role in (("lawyer", Role.LAWYER), ("manager", Role.MANAGER), ("staff", Role.STAFF)):
        staff.add(file, NewStaffMember(login, f"{role} person", role, factories.PASSWORD))
    member = next(each for each in staff.listing(file) if each.login == "lawyer")
    return OpenFile(file.db, member, file.path, file.keys)


def count(file: OpenFile, table: str) -> int:
    with file.db.read() as session:
        return int(session.scalar(select(func.count()).select_from(sql_table(table))) or 0)


def test_a_case_goes_with_all_that_hangs_on_it(lawyer: OpenFile) -> None:
    case_id = unpaid(lawyer).id
    letters.create(lawyer, LetterRequest(case_id, "employer_claim", LetterLanguage.RU, TODAY, TODAY, lawyer.staff.id))
    deletion.delete_case(lawyer, case_id, "екі рет тіркелген", SECOND)
    for table in ("case_file", "case_worker", "person", "employer", "letter", "money_entry", "wage_terms",
                  "wage_period", "wage_payment", "case_access"):  # fmt: skip
        assert count(lawyer, table) == 0, table
    with lawyer.db.read() as session:
        lines = session.execute(text("SELECT action, staff_id FROM audit ORDER BY seq DESC LIMIT 2")).all()
        kept = session.execute(text("SELECT kind, people, cases, letters, reason, approved_by FROM erasure")).one()
    assert [tuple(line) for line in lines] == [("delete_case", lawyer.staff.id), ("approve", lawyer.staff.id + 1)]
    assert tuple(kept) == ("case", 2, 1, 1, "екі рет тіркелген", lawyer.staff.id + 1)


def test_no_number_is_given_twice(lawyer: OpenFile) -> None:
    case_id = unpaid(lawyer).id
    letters.create(lawyer, LetterRequest(case_id, "employer_claim", LetterLanguage.RU, TODAY, TODAY, lawyer.staff.id))
    deletion.delete_case(lawyer, case_id, "қате", SECOND)
    card = unpaid(lawyer)
    assert card.number == "2026-0002"
    saved = letters.create(
        lawyer, LetterRequest(card.id, "employer_claim", LetterLanguage.RU, TODAY, TODAY, lawyer.staff.id)
    )
    assert letters.row(lawyer, saved.id).number == "2026/2"


def test_people_and_employers_of_other_cases_stay(lawyer: OpenFile) -> None:
    first = opened(lawyer)
    worker = first.workers[0]
    again = new_case(NewWorker(worker.person, worker.person_id))
    second = cases.open_case(lawyer, again)
    deletion.delete_case(lawyer, first.id, "қате", SECOND)
    assert people.card(lawyer, worker.person_id).person == worker.person
    assert cases.card(lawyer, second.id).employer.name
    assert count(lawyer, "person") == 1


@pytest.mark.parametrize(
    ("reason", "approval", "field"),
    [
        ("", SECOND, "reason"),
        ("қате", Approval("manager", "wrong password here"), "password"),
        ("қате", Approval("lawyer", factories.PASSWORD), "login"),
        ("қате", Approval("staff", factories.PASSWORD), "password"),
        ("қате", Approval("nobody", factories.PASSWORD), "password"),
    ],
)
def test_without_a_reason_and_a_second_person_nothing_goes(
    lawyer: OpenFile, reason: str, approval: Approval, field: str
) -> None:
    case_id = opened(lawyer).id
    with pytest.raises(InvalidInput) as refused:
        deletion.delete_case(lawyer, case_id, reason, approval)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert cases.card(lawyer, case_id).id == case_id


def test_a_case_that_is_held_stays(lawyer: OpenFile) -> None:
    case_id = opened(lawyer).id
    with lawyer.db.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE case_file SET hold_until = ?", (date(2027, 1, 1).isoformat(),))
    with pytest.raises(AppError, match="kept by order"):
        deletion.delete_case(lawyer, case_id, "қате", SECOND)


def test_staff_and_administrators_do_not_delete(lawyer: OpenFile) -> None:
    case_id = opened(lawyer).id
    for role in (Role.STAFF, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            deletion.delete_case(factories.colleague(lawyer, role), case_id, "қате", SECOND)


def test_no_page_of_the_file_holds_the_case_any_longer(lawyer: OpenFile) -> None:
    case_id = opened(lawyer).id
    canary = "Юсупов".encode()
    files.checkpoint(lawyer)
    key = bytes(lawyer.keys._key)
    assert canary in decrypted(lawyer.path, key)
    deletion.delete_case(lawyer, case_id, "қате", SECOND)
    files.checkpoint(lawyer)
    assert canary not in decrypted(lawyer.path, key)
