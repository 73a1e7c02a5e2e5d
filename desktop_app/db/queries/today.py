"""What the start page shows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from desktop_app.db.models import Case, MoneyEntry
from desktop_app.db.queries import access, clocks, papers
from desktop_app.db.queries.access import Viewer
from desktop_app.db.queries.cases import CASE_ROWS, case_rows
from desktop_app.domain.cases import CaseRow, MoneyKind, Status
from desktop_app.domain.clocks import PAPER, DeadlineKind, DueDay
from desktop_app.domain.money import from_tiyn
from desktop_app.domain.papers import ExpiringPaper
from desktop_app.domain.today import Today, TodayRow

_EARLIEST: Final = date(1, 1, 2)


def read(session: Session, who: Viewer, today: date, until: date, look_ahead: timedelta, limit: int) -> Today:
    """What is due by `today` and from the next day to `until` in open cases, soonest first, and the counts.

    Papers that run out are shown `look_ahead` before their last day and as long after it.
    """
    opened = and_(Case.status == Status.OPEN.value, access.cases_for(who))
    open_cases, owed = session.execute(select(func.count(), func.sum(Case.owed_tiyn)).where(opened)).one()
    undated = select(func.count()).where(opened, Case.next_date.is_(None), Case.next_deadline.is_(None))
    received = select(func.sum(MoneyEntry.amount_tiyn)).where(
        MoneyEntry.kind == MoneyKind.RECEIVED.value,
        MoneyEntry.on_day >= today.replace(month=1, day=1),
        MoneyEntry.on_day <= today.replace(month=12, day=31),
        access.workers_for(who, MoneyEntry.__table__.c.case_worker_id),
    )
    runs_out = papers.expiring(session, who, today + look_ahead, today - look_ahead)
    over = tuple(paper for paper in runs_out if paper.expires_on <= today)
    tomorrow = today + timedelta(days=1)
    return Today(
        on=today,
        due=_days(session, who, (_EARLIEST, today), over, limit),
        upcoming=_days(session, who, (tomorrow, until), runs_out[len(over) :], limit),
        open_cases=open_cases,
        without_next_date=session.scalar(undated) or 0,
        owed=from_tiyn(owed or 0),
        received_this_year=from_tiyn(session.scalar(received) or 0),
    )


def _days(
    session: Session, who: Viewer, span: tuple[date, date], runs_out: tuple[ExpiringPaper, ...], limit: int
) -> tuple[TodayRow, ...]:
    """Next steps, dates and papers of a span of days; what a case has on the same day stands in one row."""
    steps = {row.id: row for row in _steps(session, who, *span, limit)}
    dates = (*clocks.due(session, who, *span, limit), *map(_paper_day, runs_out))
    wanted = {day.id for day in dates} - set(steps)
    others = case_rows(session, CASE_ROWS.where(Case.__table__.c.id.in_(wanted))) if wanted else ()
    cases = {**steps, **{row.id: row for row in others}}
    dated = {(each.due_on, each.id) for each in dates}
    rows = [_row(cases[each.id], each, steps.get(each.id)) for each in dates]
    rows += [
        TodayRow(row.id, row.number, row.employer, row.workers, row.owed, row.next_date, row.next_step)
        for row in steps.values()
        if row.next_date is not None and (row.next_date, row.id) not in dated
    ]
    rows.sort(key=_by_day)
    return tuple(rows[:limit])


def _steps(session: Session, who: Viewer, first: date, last: date, limit: int) -> tuple[CaseRow, ...]:
    cases = CASE_ROWS.where(
        access.cases_for(who), Case.status == Status.OPEN.value, Case.next_date.between(first, last)
    )
    return case_rows(session, cases.order_by(Case.next_date, Case.id).limit(limit))


def _paper_day(paper: ExpiringPaper) -> DueDay:
    return DueDay(paper.case_id or 0, 0, DeadlineKind.PAPER, PAPER + paper.kind.value, paper.expires_on, None)


def _row(case: CaseRow, due: DueDay, step: CaseRow | None) -> TodayRow:
    words = step.next_step if step is not None and step.next_date == due.due_on else ""
    return TodayRow(
        case.id,
        case.number,
        case.employer,
        case.workers,
        case.owed,
        due.due_on,
        words,
        due.kind,
        due.rule,
        due.latest_on,
    )


def _by_day(row: TodayRow) -> tuple[date, int, str]:
    return row.next_date, row.id, row.rule
