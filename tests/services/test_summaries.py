"""The summary of a period: counts and sums without names, and its workbook."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.domain.cases import MoneyEntry, MoneyKind, NewWorker, Sector
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.people import Person, Sex
from desktop_app.domain.reports import Count, MonthMoney, Summary, SummaryRequest
from desktop_app.errors import AppError, InvalidInput
from desktop_app.services import cases, money, summaries
from desktop_app.services.files import OpenFile
from tests.services.situations import COMPANY, SHIFTS_DUE, TODAY, YUSUPOV, new_case, opened, unpaid

YEAR = SummaryRequest(date(2026, 1, 1), TODAY, "kk")


def counts(rows: tuple[Count, ...]) -> dict[str, tuple[int, int]]:
    return {row.code: (row.workers, row.cases) for row in rows}


def test_an_empty_period_has_an_empty_summary(file: OpenFile) -> None:
    made = summaries.read(file, YEAR)
    assert (made.cases, made.by_sex, made.by_violation) == ((), (), ())
    assert [month.received for month in made.money] == [Decimal("0.00")] * 11


def test_workers_are_counted_by_every_cut(file: OpenFile) -> None:
    unpaid(file)
    opened(file, NewWorker(Person("Али", PartialDate(1960))), NewWorker(Person("Вали")))
    made = summaries.read(file, YEAR)
    assert counts(made.by_sex) == {"female": (1, 1), "male": (1, 1), "unknown": (2, 1)}
    assert counts(made.by_age) == {"35-44": (2, 1), "65+": (1, 1), "unknown": (1, 1)}
    assert counts(made.by_citizenship) == {"UZ": (1, 1), "TJ": (1, 1), "": (2, 1)}
    assert counts(made.by_sector) == {"construction": (4, 2)}
    assert counts(made.by_region) == {"KZ-75": (4, 2)}
    assert counts(made.by_violation) == {"wage_arrears": (2, 1)}
    assert sum(line.workers for line in made.cases) == 4


def test_a_line_has_the_money_of_its_case(file: OpenFile) -> None:
    card = unpaid(file)
    worker = card.workers[0].id
    entries = [MoneyEntry(worker, kind, Decimal(n), TODAY) for n, kind in enumerate(MoneyKind, start=1)]
    entries.append(MoneyEntry(worker, MoneyKind.RECEIVED, Decimal("0.50"), date(2026, 2, 3)))
    entries.append(MoneyEntry(worker, MoneyKind.RECEIVED, Decimal(100), date(2025, 2, 3)))
    money.record(file, card.id, tuple(entries))
    made = summaries.read(file, YEAR)
    (line,) = made.cases
    assert (line.number, line.status, line.region, line.sector) == (card.number, "open", "KZ-75", "construction")
    assert (line.channel, line.employer_kind, line.workers) == ("visit", "company", 2)
    assert (line.claimed, line.awarded, line.received) == (Decimal(1), Decimal(2), Decimal("3.50"))
    assert line.owed == 2 * SHIFTS_DUE - Decimal("103.50")
    assert made.money[1] == MonthMoney(date(2026, 2, 1), Decimal("0.00"), Decimal("0.00"), Decimal("0.50"))
    assert made.money[10] == MonthMoney(date(2026, 11, 1), Decimal(1), Decimal(2), Decimal(3))


def test_only_the_period_the_region_and_the_sector_asked_for(file: OpenFile) -> None:
    opened(file, opened_on=date(2025, 12, 31))
    first = opened(file, opened_on=date(2026, 1, 1))
    other = replace(new_case(NewWorker(YUSUPOV)), region="KZ-71", sector=Sector.TRADE)
    second = cases.card(file, cases.open_case(file, other).id)
    worker = second.workers[0].id
    money.record(file, second.id, (MoneyEntry(worker, MoneyKind.RECEIVED, Decimal(5), TODAY),))

    def numbers(**new: str) -> list[str]:
        return [line.number for line in summaries.read(file, replace(YEAR, **new)).cases]  # type: ignore[arg-type]  # texts only

    assert numbers() == [first.number, second.number]
    assert numbers(region="KZ-71") == [second.number]
    assert numbers(sector="construction") == [first.number]
    assert numbers(region="KZ-71", sector="construction") == []
    assert summaries.read(file, replace(YEAR, region="KZ-75")).money[10].received == 0
    assert counts(summaries.read(file, replace(YEAR, region="KZ-71")).by_sex) == {"male": (1, 1)}


def test_no_name_and_no_free_text_is_in_the_summary_or_the_workbook(file: OpenFile, tmp_path: Path) -> None:
    canary = "Канарейкин"
    person = replace(YUSUPOV, full_name=canary, phone="+77019998877", iin="850101300015")
    new = replace(new_case(NewWorker(person, occupation=canary)), site=canary, note=canary, next_step=canary)
    cases.open_case(file, replace(new, employer=replace(COMPANY, name=canary, address=canary)))
    words = (canary, "7019998877", "850101300015", COMPANY.bin_iin)
    made = summaries.read(file, YEAR)
    assert not any(word in repr(made) for word in words)
    path = tmp_path / "summary.xlsx"
    summaries.export(file, YEAR, path)
    with zipfile.ZipFile(path) as book:
        inside = b"".join(book.read(name) for name in book.namelist()).decode("utf-8", "replace")
    assert not any(word in inside for word in words)


@pytest.mark.parametrize(
    ("new", "field"),
    [
        ({"first": TODAY + timedelta(1), "last": TODAY}, "last"),
        ({"language": "tlh"}, "language"),
        ({"region": "Алматы"}, "region"),
        ({"sector": "piracy"}, "sector"),
        ({"first": date(1, 1, 1), "last": date(9999, 12, 31)}, "first"),
    ],
)
def test_a_wrong_request_writes_nothing(file: OpenFile, tmp_path: Path, new: dict[str, str], field: str) -> None:
    wrong = replace(YEAR, **new)  # type: ignore[arg-type]  # each case names real fields
    with pytest.raises(InvalidInput) as caught:
        summaries.export(file, wrong, tmp_path / "summary.xlsx")
    assert [problem.field for problem in caught.value.problems] == [field]
    assert not (tmp_path / "summary.xlsx").exists()


def test_a_folder_that_cannot_be_written_is_said_plainly(file: OpenFile, tmp_path: Path) -> None:
    with pytest.raises(AppError):
        summaries.export(file, YEAR, tmp_path / "nowhere" / "summary.xlsx")


def test_the_summary_says_whose_it_is_and_when_it_was_made(file: OpenFile) -> None:
    made: Summary = summaries.read(file, YEAR)
    assert made.centre.within("kk")
    assert made.request == YEAR
    assert made.made_at.date() == TODAY


def test_sex_is_counted_as_stated(file: OpenFile) -> None:
    opened(file, NewWorker(replace(YUSUPOV, sex=Sex.FEMALE)))
    assert counts(summaries.read(file, YEAR).by_sex) == {"female": (1, 1)}
