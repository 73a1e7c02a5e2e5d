"""Opening a case, reading its card, changing it, adding workers, listing cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop_app.domain.cases import CaseChange, CaseFilter, CaseRow, NewWorker, Sector, Status
from desktop_app.domain.changes import Kind
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.people import Person
from desktop_app.errors import AppError, InvalidInput
from desktop_app.services import cases, employers, people
from desktop_app.services.files import OpenFile
from tests.services.situations import COMPANY, KARIMOVA, SHIFTS, SHIFTS_DUE, TODAY, YUSUPOV, close, new_case, opened


def change_of(file: OpenFile, case_id: int, **new: object) -> CaseChange:
    card = cases.card(file, case_id)
    same = CaseChange(
        card.id, card.version, card.site, card.region, card.sector, card.channel, card.status, card.responsible_id,
        card.next_date, card.next_step, card.note,
    )  # fmt: skip
    return replace(same, **new)  # type: ignore[arg-type]  # each test names real fields


def numbers(file: OpenFile, wanted: CaseFilter) -> list[str]:
    return [row.number for row in cases.page(file, wanted)]


def test_a_case_comes_back_as_it_was_typed(file: OpenFile) -> None:
    saved = cases.open_case(file, new_case())
    assert Kind.CASE in saved.kinds
    card = cases.card(file, saved.id)
    assert (card.number, card.status, card.opened_on) == ("2026-0001", Status.OPEN, TODAY)
    assert (card.site, card.region, card.sector, card.note) == ("Абай 10", "KZ-75", Sector.CONSTRUCTION, "a\nb")
    assert card.employer == COMPANY
    assert [worker.person for worker in card.workers] == [YUSUPOV, KARIMOVA]
    assert card.responsible_id == file.staff.id


def test_numbers_run_without_gaps_through_each_year(file: OpenFile) -> None:
    last_year = TODAY.replace(year=2025)
    made = [opened(file).number, opened(file, opened_on=last_year).number, opened(file).number]
    with pytest.raises(InvalidInput):
        cases.open_case(file, replace(new_case(), region="nowhere"))
    made.append(opened(file).number)
    assert made == ["2026-0001", "2025-0001", "2026-0002", "2026-0003"]
    assert cases.find(file, " 2026-0002 ") == 3
    with pytest.raises(AppError):
        cases.find(file, "2026-9999")


def test_bad_input_writes_nothing(file: OpenFile) -> None:
    future = TODAY + timedelta(1)
    wages = replace(SHIFTS, terms=replace(SHIFTS.terms, rate=Decimal("1e18")))
    wrong = replace(
        new_case(
            NewWorker(Person("")), NewWorker(YUSUPOV, wages=wages), employer=replace(COMPANY, bin_iin="941240000194")
        ),
        opened_on=future,
        site="x" * 1_000_000,
    )
    with pytest.raises(InvalidInput) as caught:
        cases.open_case(file, wrong)
    assert {problem.field for problem in caught.value.problems} == {
        "site", "employer.bin_iin", "opened_on", "workers[0].full_name", "workers[1].wages.rate",
    }  # fmt: skip
    assert cases.page(file, CaseFilter()) == ()
    assert people.page(file, "", None, 10) == ()
    assert employers.page(file, "", None, 10) == ()


@pytest.mark.parametrize("text", ["=1+1", "<b>x</b>", "\"' OR 1=1 --", "Ёж 😀", "%s {0} \\"])
def test_strange_text_is_kept_as_it_is(file: OpenFile, text: str) -> None:
    person = replace(YUSUPOV, full_name=f"Али {text}", phone=text)
    strange = replace(new_case(NewWorker(person, occupation=text)), site=text, note=text, next_step=text)
    strange = replace(strange, employer=replace(COMPANY, name=f"ТОО {text}", address=text, head_name=text))
    card = cases.card(file, cases.open_case(file, strange).id)
    assert (card.site, card.note, card.next_step, card.employer) == (text, text, text, strange.employer)
    assert (card.workers[0].person, card.workers[0].occupation) == (person, text)
    assert cases.page(file, CaseFilter(text=text))[:1] in ((), cases.page(file, CaseFilter())[:1])


def test_invisible_marks_are_left_out(file: OpenFile) -> None:
    person = replace(YUSUPOV, full_name="\u202eЮсупов\u202c \u200fАлишер\x00", phone="\u202a+7 701\u202c")
    worker = cases.card(file, cases.open_case(file, new_case(NewWorker(person))).id).workers[0]
    assert (worker.person.full_name, worker.person.phone) == ("Юсупов Алишер", "+7 701")


def test_people_and_employers_in_the_file_are_taken_not_copied(file: OpenFile) -> None:
    first = opened(file)
    again = replace(
        new_case(NewWorker(Person(""), person_id=first.workers[0].person_id)), employer_id=first.employer_id
    )
    second = cases.card(file, cases.open_case(file, again).id)
    assert second.workers[0].person == YUSUPOV
    assert second.employer_id == first.employer_id
    assert [row.cases for row in people.page(file, "", None, 10)].count(2) == 1
    with pytest.raises(InvalidInput):
        cases.open_case(file, replace(again, employer_id=999))
    with pytest.raises(InvalidInput):
        cases.open_case(file, new_case(NewWorker(YUSUPOV, person_id=999)))


def test_wages_known_when_the_case_is_opened_are_counted(file: OpenFile) -> None:
    card = opened(file, NewWorker(YUSUPOV, wages=SHIFTS), NewWorker(KARIMOVA))
    assert [worker.wages for worker in card.workers] == [SHIFTS, None]
    assert cases.page(file, CaseFilter())[0].owed == SHIFTS_DUE


def test_a_change_is_kept_and_a_stale_one_refused(file: OpenFile) -> None:
    card = opened(file)
    stale = change_of(file, card.id, note="mine")
    later = date(2026, 12, 1)
    cases.change(file, change_of(file, card.id, next_date=later, next_step="позвонить"))
    with pytest.raises(AppError, match="colleague"):
        cases.change(file, stale)
    after = cases.card(file, card.id)
    assert (after.next_date, after.next_step, after.status, after.note) == (later, "позвонить", Status.OPEN, "a\nb")
    assert after.version > card.version
    with pytest.raises(InvalidInput):
        cases.change(file, change_of(file, card.id, site="x" * 301))
    with pytest.raises(AppError):
        cases.change(file, replace(stale, case_id=77))


def test_the_details_do_not_close_a_case(file: OpenFile) -> None:
    card = opened(file)
    with pytest.raises(InvalidInput, match="Steps") as refused:
        cases.change(file, change_of(file, card.id, status=Status.CLOSED, note="paid"))
    assert [problem.field for problem in refused.value.problems] == ["status"]
    after = cases.card(file, card.id)
    assert (after.status, after.note) == (Status.OPEN, "a\nb")


def test_workers_are_added_to_a_case(file: OpenFile) -> None:
    card = opened(file)
    cases.add_workers(file, card.id, (NewWorker(Person("Салимов Бек"), occupation="каменщик", wages=SHIFTS),))
    after = cases.card(file, card.id)
    assert [worker.person.full_name for worker in after.workers][2:] == ["Салимов Бек"]
    row = cases.page(file, CaseFilter())[0]
    assert (row.workers, row.owed, row.first_worker) == (3, SHIFTS_DUE, "Юсупов Алишер")
    with pytest.raises(InvalidInput):
        cases.add_workers(file, card.id, (NewWorker(Person("Али"), person_id=card.workers[0].person_id),))
    with pytest.raises(InvalidInput):
        cases.add_workers(file, card.id, (NewWorker(Person(" ")),))
    with pytest.raises(AppError):
        cases.add_workers(file, 99, (NewWorker(Person("Али")),))


def test_the_list_is_newest_first_and_goes_on_by_key(file: OpenFile) -> None:
    made = [opened(file).number for _ in range(5)]
    first = cases.page(file, CaseFilter(limit=2))
    assert [row.number for row in first] == made[:2:-1]
    rest = cases.page(file, CaseFilter(after_id=first[-1].id))
    assert [row.number for row in rest] == made[2::-1]


def test_the_list_is_filtered(file: OpenFile) -> None:
    foreman = Employer("Бригадир Серік", EmployerKind.FOREMAN)
    one, two, three = opened(file), opened(file, NewWorker(Person("Ахмедов Рустам")), employer=foreman), opened(file)
    cases.change(file, change_of(file, one.id, next_date=TODAY))
    close(file, one.id)
    cases.change(file, change_of(file, two.id, next_date=TODAY - timedelta(3)))
    assert numbers(file, CaseFilter(status=Status.CLOSED)) == [one.number]
    assert numbers(file, CaseFilter(status=Status.OPEN)) == [three.number, two.number]
    assert numbers(file, CaseFilter(without_next_date=True)) == [three.number]
    assert numbers(file, CaseFilter(due_by=TODAY)) == [two.number]
    assert numbers(file, CaseFilter(text="serik")) == [two.number]
    assert numbers(file, CaseFilter(text="Akhmedov")) == [two.number]
    assert numbers(file, CaseFilter(text="yusup", status=Status.OPEN)) == [three.number]
    assert numbers(file, CaseFilter(text=two.number)) == [two.number]
    assert numbers(file, CaseFilter(text="2026")) == [three.number, two.number, one.number]
    assert numbers(file, CaseFilter(text="нет такого")) == []


def test_a_row_says_what_the_list_shows(file: OpenFile) -> None:
    opened(file)
    (row,) = cases.page(file, CaseFilter())
    assert row == CaseRow(
        1, "2026-0001", COMPANY.name, "Юсупов Алишер", 2, "KZ-75", Sector.CONSTRUCTION, Status.OPEN, TODAY, None, "",
        Decimal("0.00"), Decimal("0.00"),
    )  # fmt: skip


def test_a_card_that_is_not_there_is_said_plainly(file: OpenFile) -> None:
    with pytest.raises(AppError):
        cases.card(file, 5)


@pytest.mark.parametrize("number", ["\ud800", "\x00", "9" * 100_000, "%", "' OR 1=1"])
def test_a_strange_number_is_no_case(file: OpenFile, number: str) -> None:
    with pytest.raises(AppError, match="no case"):
        cases.find(file, number)
