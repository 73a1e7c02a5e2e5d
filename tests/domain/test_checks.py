"""What a form refuses, where it says so, and what it lets through."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.cases import CaseChange, Channel, MoneyEntry, MoneyKind, NewCase, NewWorker, Sector, Status
from desktop_app.domain.checks import (
    LONGEST_NOTE,
    MOST_WORKERS,
    problems_of_case,
    problems_of_change,
    problems_of_employer,
    problems_of_person,
    refuse,
)
from desktop_app.domain.complaints import PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.people import Person
from desktop_app.domain.tidy import tidied, tidied_person, tidy_line, tidy_text
from desktop_app.domain.wage_checks import problems_of_money, problems_of_wages
from desktop_app.errors import InvalidInput, Problem
from desktop_app.i18n import for_language

TODAY = date(2026, 11, 21)
MEGABYTE = "а" * 1_000_000
HOSTILE = [
    "=1+1", "=cmd|'/c calc'!A1", "<b>bold</b>", "<img src=file:///x>", "«ТОО»", "O'Brien \"Bob\"", "Ёж 😀",
    "%(name)s %s", "\u202eمحمد", "{0}", "'; DROP TABLE person; --", "a\x00b", "a\ud800b", "Г'улом Йўлдошев",
    "İıŞş", "\\a", "-- x",
]  # fmt: skip

COMPANY = Employer("ТОО «Құрылыс»", EmployerKind.COMPANY, "940140000385")
WAGES = WorkerWages(
    WageTerms(PayBasis.DAILY, Decimal(10_000)),
    (WagePeriod(date(2025, 3, 1), Decimal(26)), WagePeriod(date(2025, 4, 1), Decimal(24))),
    (WagePayment(date(2025, 5, 20), Decimal(50_000)),),
)
CASE = NewCase(COMPANY, (NewWorker(Person("Юсупов Алишер"), wages=WAGES),), region="KZ-75", opened_on=TODAY)


def fields(problems: tuple[Problem, ...]) -> list[str]:
    for problem in problems:
        assert problem.message.text(for_language("en"))
    return [problem.field for problem in problems]


def test_a_right_case_has_no_problems() -> None:
    assert problems_of_case(CASE, TODAY) == ()


@pytest.mark.parametrize("name", ["", "   ", "\u202e\u200b", "---", "\x00\x01", "\u2028"])
def test_a_name_that_says_nothing_is_refused(name: str) -> None:
    assert fields(problems_of_person(Person(name), TODAY)) == ["full_name"]
    assert fields(problems_of_employer(replace(COMPANY, name=name))) == ["name"]


@pytest.mark.parametrize("text", HOSTILE)
def test_strange_text_is_only_text(text: str) -> None:
    case = replace(CASE, site=text, note=text, next_step=text, employer=replace(COMPANY, name=text, address=text))
    assert problems_of_case(case, TODAY) == ()
    assert problems_of_person(Person(text, phone=text), TODAY) == ()


def test_a_megabyte_is_refused_in_every_text_field() -> None:
    employer = Employer(MEGABYTE, EmployerKind.COMPANY, "", MEGABYTE, MEGABYTE, MEGABYTE)
    assert fields(problems_of_employer(employer)) == ["name", "address", "phone", "head_name"]
    worker = NewWorker(Person(MEGABYTE, phone=MEGABYTE, citizenship=MEGABYTE, iin="1" * 1_000_000), None, MEGABYTE)
    case = replace(CASE, workers=(worker,), site=MEGABYTE, next_step=MEGABYTE, note=MEGABYTE, region=MEGABYTE)
    assert fields(problems_of_case(case, TODAY)) == [
        "site", "next_step", "note", "region", "workers[0].full_name", "workers[0].phone", "workers[0].citizenship",
        "workers[0].iin", "workers[0].occupation",
    ]  # fmt: skip
    assert problems_of_case(replace(CASE, note="а" * LONGEST_NOTE), TODAY) == ()


@pytest.mark.parametrize(
    ("kind", "number", "right"),
    [
        (EmployerKind.COMPANY, "", True),
        (EmployerKind.COMPANY, "9401 4000 0385", True),
        (EmployerKind.COMPANY, "941240000194", False),
        (EmployerKind.COMPANY, "12", False),
        (EmployerKind.COMPANY, "850101300015", False),
        (EmployerKind.SOLE_TRADER, "940140000385", True),
        (EmployerKind.HOUSEHOLD, "940140000385", False),
        (EmployerKind.FOREMAN, "940140000385", False),
        (EmployerKind.FOREMAN, "", True),
    ],
)
def test_numbers_of_employers(kind: EmployerKind, number: str, right: bool) -> None:
    found = fields(problems_of_employer(Employer("Берик", kind, number)))
    assert found == ([] if right else ["bin_iin"])


@pytest.mark.parametrize(
    ("birth", "right"),
    [
        (PartialDate(1987), True),
        (PartialDate(2026), True),
        (PartialDate(2026, 11, 21), True),
        (PartialDate(2026, 11, 22), False),
        (PartialDate(2026, 12), False),
        (PartialDate(2027), False),
        (PartialDate(1900), True),
        (PartialDate(1899, 12, 31), False),
    ],
)
def test_birth_dates(birth: PartialDate, right: bool) -> None:
    assert fields(problems_of_person(Person("Али", birth), TODAY)) == ([] if right else ["birth"])


def test_a_case_has_workers_but_not_countless_nor_one_twice() -> None:
    assert fields(problems_of_case(replace(CASE, workers=()), TODAY)) == ["workers"]
    crowd = (NewWorker(Person("Али")),) * (MOST_WORKERS + 1)
    assert fields(problems_of_case(replace(CASE, workers=crowd), TODAY)) == ["workers"]
    twice = (NewWorker(Person(""), person_id=3), NewWorker(Person(""), person_id=3))
    assert fields(problems_of_case(replace(CASE, workers=twice), TODAY)) == ["workers[1].full_name"]


def test_days_and_codes_of_a_case() -> None:
    wrong = replace(CASE, opened_on=TODAY + timedelta(1), next_date=date(2206, 1, 1), region="Алматы")
    assert fields(problems_of_case(wrong, TODAY)) == ["region", "next_date", "opened_on"]
    assert fields(problems_of_case(replace(CASE, opened_on=date(206, 1, 1)), TODAY)) == ["opened_on"]
    change = CaseChange(
        1, 1, MEGABYTE, "KZ-75", Sector.OTHER, Channel.VISIT, Status.OPEN, None, TODAY - timedelta(9), "", ""
    )
    assert fields(problems_of_change(change, TODAY)) == ["site"]


def test_problems_of_parts_are_told_by_their_place() -> None:
    wages = replace(WAGES, payments=(WagePayment(TODAY + timedelta(1), Decimal(-1)),))
    workers = (NewWorker(Person("Али")), NewWorker(Person("Вали"), wages=wages))
    case = replace(CASE, workers=workers, employer=replace(COMPANY, bin_iin="1"))
    assert fields(problems_of_case(case, TODAY)) == [
        "employer.bin_iin",
        "workers[1].wages.payments[0].amount",
        "workers[1].wages.payments[0].paid_on",
    ]


@pytest.mark.parametrize("amount", ["-0.01", "1e18", "1000000000000.01", "0.001", "NaN", "Infinity", "-1e999"])
def test_absurd_amounts_are_refused_everywhere(amount: str) -> None:
    wrong = Decimal(amount)
    period = WagePeriod(date(2025, 3, 1), Decimal(1), wrong, wrong, wrong)
    wages = WorkerWages(WageTerms(PayBasis.DAILY, wrong), (period,), (WagePayment(date(2025, 5, 1), wrong),))
    assert fields(problems_of_wages(wages, TODAY)) == [
        "rate", "periods[0].says", "periods[0].paper", "periods[0].admits", "payments[0].amount",
    ]  # fmt: skip
    assert fields(problems_of_money(MoneyEntry(1, MoneyKind.RECEIVED, wrong, TODAY), TODAY)) == ["amount"]


def test_the_largest_and_the_smallest_amount_pass() -> None:
    for amount in ("0", "0.01", "1e12"):
        wages = replace(WAGES, payments=(WagePayment(TODAY, Decimal(amount)),))
        assert problems_of_wages(wages, TODAY) == ()
    assert fields(problems_of_money(MoneyEntry(1, MoneyKind.AWARDED, Decimal(0), TODAY), TODAY)) == ["amount"]


@pytest.mark.parametrize("quantity", ["-1", "1e18", "NaN", "1.0001", "Infinity"])
def test_absurd_quantities_are_refused(quantity: str) -> None:
    wages = replace(WAGES, periods=(WagePeriod(date(2025, 3, 1), Decimal(quantity)),))
    assert fields(problems_of_wages(wages, TODAY)) == ["periods[0].quantity"]


def test_wage_rows_that_cannot_be_counted_are_refused() -> None:
    march, future = date(2025, 3, 1), date(2026, 12, 1)
    terms = WageTerms(PayBasis.DAILY, Decimal(0), pay_day=32, ended_on=TODAY + timedelta(1))
    periods = (WagePeriod(march), WagePeriod(march.replace(day=9), Decimal(1)), WagePeriod(future, Decimal(1)))
    wages = WorkerWages(terms, periods, (WagePayment(TODAY, Decimal(1), month=date(2024, 1, 1)),))
    assert fields(problems_of_wages(wages, TODAY)) == [
        "rate", "pay_day", "ended_on", "periods[0].quantity", "periods[1].month", "periods[2].month",
        "payments[0].month",
    ]  # fmt: skip
    due = (
        WagePeriod(march, Decimal(1), due_on=date(2025, 2, 1)),
        WagePeriod(date(2025, 4, 1), Decimal(1), due_on=date(9999, 1, 1)),
    )
    assert fields(problems_of_wages(replace(WAGES, periods=due), TODAY)) == ["periods[0].due_on", "periods[1].due_on"]
    lump = WorkerWages(WageTerms(PayBasis.LUMP_SUM, Decimal(5)), WAGES.periods)
    assert fields(problems_of_wages(lump, TODAY)) == ["periods"]
    endless = replace(WAGES, periods=WAGES.periods * 301)
    assert fields(problems_of_wages(endless, TODAY)) == ["periods"]


@pytest.mark.parametrize(("ended", "told"), [(date(2026, 2, 28), ["ended_on"]), (date(2026, 3, 1), [])])
def test_no_month_begins_after_the_end_of_work(ended: date, told: list[str]) -> None:
    terms = WageTerms(PayBasis.MONTHLY, Decimal(1), ended_on=ended)
    wages = WorkerWages(terms, (WagePeriod(date(2026, 1, 1)), WagePeriod(date(2026, 3, 1))))
    assert [problem.field for problem in problems_of_wages(wages, TODAY)] == told


def test_a_sum_without_a_rate_is_enough() -> None:
    terms = WageTerms(PayBasis.PIECE, Decimal(0))
    wages = WorkerWages(terms, (WagePeriod(date(2025, 3, 1), says=Decimal(70_000)),))
    assert problems_of_wages(wages, TODAY) == ()


def test_refusing_raises_with_every_problem() -> None:
    refuse(())
    with pytest.raises(InvalidInput) as caught:
        refuse(problems_of_case(replace(CASE, workers=(), region="x"), TODAY))
    assert [problem.field for problem in caught.value.problems] == ["region", "workers"]


def test_tidying_leaves_out_what_cannot_be_seen() -> None:
    assert tidy_line(" \u202a+7 701\u202c  000\t11\n22\u200e ") == "+7 701 000 11 22"
    assert tidy_text("one\r\ntwo\u2028three\x07\x00") == "one\ntwo\nthree"
    assert tidy_line("и\u0306 😀 «=<b>»") == "й 😀 «=<b>»"
    person = tidied_person(Person("  Али\u00a0 Вали", iin="8501 0130-0015"))
    assert (person.full_name, person.iin) == ("Али Вали", "850101300015")
    assert tidied(replace(CASE, note=" a\nb ", site=" c\nd ")).note == "a\nb"
    assert tidied(replace(CASE, note=" a\nb ", site=" c\nd ")).site == "c d"


@given(st.text(max_size=300))
def test_tidied_text_can_be_stored_and_is_steady(text: str) -> None:
    for tidy in (tidy_line, tidy_text):
        once = tidy(text)
        once.encode("utf-8")
        assert "\x00" not in once
        assert tidy(once) == once


@given(st.text(max_size=400))
def test_checks_never_fail_on_any_text(text: str) -> None:
    fields(problems_of_person(Person(text, phone=text, citizenship=text, iin=text, language=text), TODAY))
    fields(problems_of_employer(Employer(text, EmployerKind.COMPANY, text, text, text, text)))
