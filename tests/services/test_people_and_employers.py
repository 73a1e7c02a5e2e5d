"""The lists of people and employers, their cards, and correcting what was typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.cases import CaseFilter, NewWorker
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.people import Person
from desktop_app.errors import AppError, InvalidInput
from desktop_app.services import cases, employers, people
from desktop_app.services.files import OpenFile
from tests.services.situations import COMPANY, YUSUPOV, opened

# In Kazakh order, which is neither that of the code points nor the Russian one.
IN_ORDER = ("Аманов", "Әлиев", "Баев", "Ғалиев", "Кимов", "Қасымов", "Нуров", "Ұлықов", "Ясин")


def test_people_are_listed_in_kazakh_order_page_by_page(file: OpenFile) -> None:
    opened(file, *(NewWorker(Person(name)) for name in reversed(IN_ORDER)))
    first = people.page(file, "", None, 4)
    rest = people.page(file, "", first[-1].id, 100)
    assert [row.full_name for row in (*first, *rest)] == list(IN_ORDER)


def test_employers_are_listed_in_kazakh_order_page_by_page(file: OpenFile) -> None:
    for name in reversed(IN_ORDER):
        opened(file, employer=Employer(name, EmployerKind.HOUSEHOLD))
    first = employers.page(file, "", None, 4)
    rest = employers.page(file, "", first[-1].id, 100)
    assert [row.name for row in (*first, *rest)] == list(IN_ORDER)


def test_namesakes_are_neither_skipped_nor_shown_twice(file: OpenFile) -> None:
    opened(file, *(NewWorker(Person("Али Вали", PartialDate(1980 + n))) for n in range(5)))
    first = people.page(file, "", None, 2)
    second = people.page(file, "", first[-1].id, 2)
    third = people.page(file, "", second[-1].id, 2)
    assert [row.birth for row in (*first, *second, *third)] == [PartialDate(1980 + n) for n in range(5)]


def test_a_person_has_a_card_with_the_cases(file: OpenFile) -> None:
    one = opened(file)
    two = opened(file, NewWorker(YUSUPOV, person_id=one.workers[0].person_id))
    card = people.card(file, one.workers[0].person_id)
    assert card.person == YUSUPOV
    assert card.cases == ((two.id, two.number, COMPANY.name), (one.id, one.number, COMPANY.name))
    row = next(row for row in people.page(file, "", None, 10) if row.id == card.id)
    assert (row.full_name, row.birth, row.citizenship, row.phone, row.cases) == (
        YUSUPOV.full_name, YUSUPOV.birth, "UZ", YUSUPOV.phone, 2,
    )  # fmt: skip


def test_correcting_a_person_shows_everywhere(file: OpenFile) -> None:
    card = opened(file)
    person = replace(YUSUPOV, full_name=" Юсупов  Алишер Каримович", birth=PartialDate(1987, 5), phone="87771112233")
    people.save(file, card.workers[0].person_id, person)
    saved = people.card(file, card.workers[0].person_id).person
    assert saved == replace(person, full_name="Юсупов Алишер Каримович")
    assert cases.page(file, CaseFilter())[0].first_worker == saved.full_name
    assert [row.id for row in people.page(file, "каримович", None, 9)] == [card.workers[0].person_id]
    assert [row.id for row in people.page(file, "777 111 22 33", None, 9)] == [card.workers[0].person_id]
    assert people.page(file, "123-45-67", None, 9) == ()


def test_correcting_an_employer_shows_everywhere(file: OpenFile) -> None:
    card = opened(file)
    employer = Employer("ЖШС «Жаңа Құрылыс»", EmployerKind.SOLE_TRADER, "8501 0130 0015", "Астана", "1", "Берік")
    employers.save(file, card.employer_id, employer)
    assert employers.card(file, card.employer_id).employer == replace(employer, bin_iin="850101300015")
    assert [(case[:2], case[2].workers) for case in employers.card(file, card.employer_id).cases] == [
        ((card.id, card.number), 2)
    ]
    assert cases.page(file, CaseFilter())[0].employer == employer.name
    assert [row.name for row in employers.page(file, "zhana", None, 9)] == [employer.name]
    assert employers.page(file, "сервис", None, 9) == ()
    assert [row.cases for row in employers.page(file, "850101", None, 9)] == [1]


def test_wrong_corrections_change_nothing(file: OpenFile) -> None:
    card = opened(file)
    person_id = card.workers[0].person_id
    for person in (
        replace(YUSUPOV, full_name=""),
        replace(YUSUPOV, birth=PartialDate(2030)),
        replace(YUSUPOV, iin="941240000194"),
        replace(YUSUPOV, full_name="я" * 1_000_000),
    ):
        with pytest.raises(InvalidInput):
            people.save(file, person_id, person)
    with pytest.raises(InvalidInput):
        employers.save(file, card.employer_id, replace(COMPANY, bin_iin="941240000194"))
    assert cases.card(file, card.id) == card


def test_what_is_not_there_is_said_plainly(file: OpenFile) -> None:
    for ask in (people.card, employers.card):
        with pytest.raises(AppError):
            ask(file, 77)
    with pytest.raises(AppError):
        people.save(file, 77, YUSUPOV)
    with pytest.raises(AppError):
        employers.save(file, 77, COMPANY)


def test_an_iin_that_is_right_is_kept(file: OpenFile) -> None:
    person = replace(YUSUPOV, iin="850101300015", birth=PartialDate.of(date(1985, 1, 1)))
    card = opened(file, NewWorker(person))
    assert card.workers[0].person == person
    assert [row.id for row in people.page(file, "850101300015", None, 9)] == [card.workers[0].person_id]
