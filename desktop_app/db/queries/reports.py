"""The counts and sums of a period. No name, number or text of a person is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from desktop_app.db.models import Case, CaseWorker, MoneyEntry
from desktop_app.db.queries import report_counts
from desktop_app.domain.cases import MoneyKind
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.money import NOTHING, from_tiyn
from desktop_app.domain.reports import CaseLine, Count, MonthMoney, Summary, SummaryRequest

AGE_BANDS: Final = (
    (0, "0-17"), (18, "18-24"), (25, "25-34"), (35, "35-44"), (45, "45-54"), (55, "55-64"), (65, "65+"),
)  # fmt: skip
UNKNOWN: Final = "unknown"
_SEXES: Final = ("female", "male", UNKNOWN)

Sums = dict[tuple[int | str, str], Decimal]


def summary(session: Session, request: SummaryRequest, centre: Trilingual, made_at: datetime) -> Summary:
    """The summary of cases opened in the period; ages are those reached in the year the case was opened."""
    opened = _opened(request)
    cases = _cases(session, request, opened)
    by_sex, by_age, by_citizenship = _people(session, opened)
    return Summary(
        centre=centre,
        request=request,
        made_at=made_at,
        cases=cases,
        by_sex=by_sex,
        by_age=by_age,
        by_citizenship=by_citizenship,
        by_sector=_counts_of((line.sector, line.workers) for line in cases),
        by_region=_counts_of((line.region, line.workers) for line in cases),
        by_violation=report_counts.violations(session, opened),
        money=_months(session, request),
        help=report_counts.help_given(session, request, opened, _cuts(request)),
    )


def _opened(request: SummaryRequest) -> list[ColumnElement[bool]]:
    return [Case.opened_on.between(request.first, request.last), *_cuts(request)]


def _cuts(request: SummaryRequest) -> list[ColumnElement[bool]]:
    cuts: list[ColumnElement[bool]] = []
    if request.region:
        cuts.append(Case.region == request.region)
    if request.sector:
        cuts.append(Case.sector == request.sector)
    return cuts


def _cases(session: Session, request: SummaryRequest, opened: list[ColumnElement[bool]]) -> tuple[CaseLine, ...]:
    money = _money_by_case(session, request, opened)
    columns = (
        Case.id,
        Case.number,
        Case.opened_on,
        Case.status,
        Case.region,
        Case.sector,
        Case.channel,
        Case.employer_kind,
        Case.workers,
        Case.owed_tiyn,
    )
    rows = session.execute(select(*columns).where(*opened).order_by(Case.opened_on, Case.id))
    return tuple(
        CaseLine(*row[1:9], from_tiyn(row[9]), *(money.get((row[0], kind), NOTHING) for kind in MoneyKind))
        for row in rows
    )


def _money_by_case(session: Session, request: SummaryRequest, opened: list[ColumnElement[bool]]) -> Sums:
    sums = (
        select(CaseWorker.case_id, MoneyEntry.kind, func.sum(MoneyEntry.amount_tiyn))
        .join(CaseWorker, CaseWorker.id == MoneyEntry.case_worker_id)
        .join(Case, Case.id == CaseWorker.case_id)
        .where(*_dated(request), *opened)
        .group_by(CaseWorker.case_id, MoneyEntry.kind)
    )
    return {(case_id, kind): from_tiyn(tiyn) for case_id, kind, tiyn in session.execute(sums)}


def _people(session: Session, opened: list[ColumnElement[bool]]) -> tuple[tuple[Count, ...], ...]:
    """Workers by sex, age band and citizenship."""
    columns = (Case.id, Case.opened_on, CaseWorker.sex, CaseWorker.birth_year, CaseWorker.citizenship)
    rows = session.execute(select(*columns).join(CaseWorker, CaseWorker.case_id == Case.id).where(*opened))
    workers: tuple[Counter[str], ...] = (Counter(), Counter(), Counter())
    cases: set[tuple[int, int, str]] = set()
    for case_id, opened_on, sex, birth_year, citizenship in rows:
        for cut, code in enumerate((sex, _band(opened_on.year, birth_year), citizenship)):
            workers[cut][code] += 1
            cases.add((cut, case_id, code))
    with_code = Counter((cut, code) for cut, _case_id, code in cases)
    ages = (*(band for _from, band in AGE_BANDS), UNKNOWN)
    orders = (_SEXES, ages, sorted(workers[2], key=lambda code: (-workers[2][code], code)))
    return tuple(
        tuple(Count(code, workers[cut][code], with_code[cut, code]) for code in order if workers[cut][code])
        for cut, order in enumerate(orders)
    )


def _band(year: int, birth_year: int | None) -> str:
    if birth_year is None:
        return UNKNOWN
    return [band for least, band in AGE_BANDS if year - birth_year >= least or least == 0][-1]


def _dated(request: SummaryRequest) -> tuple[ColumnElement[bool], ...]:
    """Money of the period; the kinds are named because the index begins with them."""
    return MoneyEntry.kind.in_(list(MoneyKind)), MoneyEntry.on_day.between(request.first, request.last)


def _counts_of(lines: Iterable[tuple[str, int]]) -> tuple[Count, ...]:
    workers: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    for code, count in lines:
        workers[code] += count
        cases[code] += 1
    return tuple(
        Count(code, workers[code], cases[code]) for code in sorted(cases, key=lambda code: (-workers[code], code))
    )


def _months(session: Session, request: SummaryRequest) -> tuple[MonthMoney, ...]:
    """Money of every month of the period, of cases opened in it or before."""
    month = func.substr(MoneyEntry.on_day, 1, 7)
    sums = select(month, MoneyEntry.kind, func.sum(MoneyEntry.amount_tiyn)).where(*_dated(request))
    cuts = _cuts(request)
    if cuts:
        sums = sums.join(CaseWorker, CaseWorker.id == MoneyEntry.case_worker_id)
        sums = sums.join(Case, Case.id == CaseWorker.case_id).where(*cuts)
    rows = session.execute(sums.group_by(month, MoneyEntry.kind))
    found: Sums = {(name, kind): from_tiyn(tiyn) for name, kind, tiyn in rows}
    return tuple(
        MonthMoney(first, *(found.get((f"{first:%Y-%m}", kind), NOTHING) for kind in MoneyKind))
        for first in _first_days(request.first, request.last)
    )


def _first_days(first: date, last: date) -> Iterator[date]:
    for months in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(months // 12, months % 12 + 1, 1)
