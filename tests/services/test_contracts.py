"""Contract checks in the file: recorded, changed, taken out, kept behind a seal."""

from __future__ import annotations

import pytest

from desktop_app.domain.answers import Answer
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.contract_checks import NewContractCheck
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import access, contracts, files, readiness, sealed, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import TODAY, opened

LATE = {"form": Answer("paper"), "pay_day": Answer("15")}


def test_a_check_is_kept_as_it_was_answered(file: OpenFile) -> None:
    card = opened(file)
    worker = card.workers[0].id
    saved = contracts.record(file, NewContractCheck(card.id, worker, LATE, " көшірме \r\n жоқ "))
    (check,) = contracts.listing(file, card.id)
    assert (check.id, check.worker_id, check.checked_on) == (saved.id, worker, TODAY)
    assert check.checked_by == file.staff.full_name
    assert dict(check.answers) == LATE
    assert check.note == "көшірме \n жоқ"


def test_several_contracts_stand_beside_each_other_newest_first(file: OpenFile) -> None:
    card = opened(file)
    first = contracts.record(file, NewContractCheck(card.id, None, LATE)).id
    second = contracts.record(file, NewContractCheck(card.id, card.workers[1].id, LATE)).id
    assert [check.id for check in contracts.listing(file, card.id)] == [second, first]


def test_an_older_check_takes_new_answers(file: OpenFile) -> None:
    card = opened(file)
    first = contracts.record(file, NewContractCheck(card.id, None, LATE)).id
    again = NewContractCheck(card.id, None, {"form": Answer("oral")}, check_id=first)
    assert contracts.record(file, again).id == first
    (check,) = contracts.listing(file, card.id)
    assert dict(check.answers) == {"form": Answer("oral")}


def test_a_check_is_taken_out(file: OpenFile) -> None:
    card = opened(file)
    check = contracts.record(file, NewContractCheck(card.id, None, LATE)).id
    contracts.remove(file, card.id, check)
    assert contracts.listing(file, card.id) == ()
    with pytest.raises(AppError, match="not in the file"):
        contracts.remove(file, card.id, check)


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({}, ""),
        ({"pay_day": Answer("soon")}, "pay_day"),
        ({"form": Answer("whispered")}, "form"),
        ({"nonsense": Answer("yes")}, "nonsense"),
        ({"unpaid": Answer(("overtime", "sleep"))}, "unpaid"),
        ({"starts_on": Answer("2026")}, "starts_on"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_written(
    file: OpenFile, answers: dict[str, Answer], field: str
) -> None:
    card = opened(file)
    with pytest.raises(InvalidInput) as caught:
        contracts.record(file, NewContractCheck(card.id, None, answers))
    assert [problem.field for problem in caught.value.problems] == [field]
    assert contracts.listing(file, card.id) == ()


def test_a_worker_of_another_case_is_refused(file: OpenFile) -> None:
    first, second = opened(file), opened(file)
    with pytest.raises(InvalidInput, match="not in the crew"):
        contracts.record(file, NewContractCheck(first.id, second.workers[0].id, LATE))


def test_a_check_of_another_case_is_not_overwritten(file: OpenFile) -> None:
    first, second = opened(file), opened(file)
    check = contracts.record(file, NewContractCheck(first.id, None, LATE)).id
    with pytest.raises(AppError, match="not in the file"):
        contracts.record(file, NewContractCheck(second.id, None, LATE, check_id=check))
    with pytest.raises(AppError, match="not in the file"):
        contracts.remove(file, second.id, check)


def test_answers_and_note_of_a_sealed_case_are_behind_the_seal(file: OpenFile) -> None:
    staff.add(file, NewStaffMember("dina", "Дина Сапарова", Role.LAWYER, factories.PASSWORD))
    staff.add(file, NewStaffMember("sat", "Сәт", Role.STAFF, factories.PASSWORD))
    files.close(file)
    lawyer = factories.sign_in(file.path, "dina")
    card = opened(lawyer)
    contracts.record(lawyer, NewContractCheck(card.id, None, LATE, "жасырын"))
    readiness.record(lawyer, card.id, {"commission": Answer("none")})
    sealed.seal_case(lawyer, card.id)
    (read,) = contracts.listing(lawyer, card.id)
    assert (dict(read.answers), read.note) == (LATE, "жасырын")
    assert readiness.of_case(lawyer, card.id).answers == {"commission": Answer("none")}
    files.close(lawyer)
    colleague = factories.sign_in(file.path, "sat")
    (hidden,) = contracts.listing(colleague, card.id)
    assert (dict(hidden.answers), hidden.note) == ({}, "")
    assert readiness.of_case(colleague, card.id).answers == {}
    with pytest.raises(NotAllowed):
        contracts.record(colleague, NewContractCheck(card.id, None, LATE))
    with pytest.raises(NotAllowed):
        readiness.record(colleague, card.id, {"commission": Answer("decided")})
    files.close(colleague)


def test_a_colleague_without_the_case_sees_and_writes_no_check(file: OpenFile) -> None:
    card = opened(file)
    access.set_restricted(file, card.id, True)
    stranger = factories.colleague(file, Role.STAFF)
    with pytest.raises(NotAllowed):
        contracts.listing(stranger, card.id)
    with pytest.raises(NotAllowed):
        contracts.record(stranger, NewContractCheck(card.id, None, LATE))
