"""What the centre did in a period beside cases and money, counted by codes. No name or text of a person is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.db.models import (
    Case,
    CaseWorker,
    Complaint,
    ComplaintWorker,
    DirectoryEntry,
    Enquiry,
    HeldDocument,
    Outcome,
    Referral,
    Satisfaction,
    Screening,
    WageTerms,
)
from desktop_app.domain.money import from_tiyn
from desktop_app.domain.reports import Count, HelpGiven, SummaryRequest, Tally

WAGE_ARREARS: Final = "wage_arrears"
HELD: Final = "held"
RETURNED: Final = "returned"
_MARKS: Final = (("help", Satisfaction.help_mark), ("respect", Satisfaction.respect_mark))

Conditions = list[ColumnElement[bool]]


def violations(session: Session, opened: Conditions) -> tuple[Count, ...]:
    """Workers and cases by kind of complaint, most workers first; a complaint without workers is all the crew's."""
    wages = _crew(select(CaseWorker.id, CaseWorker.case_id)).join(WageTerms, WageTerms.case_worker_id == CaseWorker.id)
    told = {WAGE_ARREARS: {(row[0], row[1]) for row in session.execute(wages.where(*opened))}}
    of_some = select(ComplaintWorker.complaint_id)
    named = and_(ComplaintWorker.complaint_id == Complaint.id, ComplaintWorker.case_worker_id == CaseWorker.id)
    rows = (
        select(Complaint.kind, CaseWorker.id, CaseWorker.case_id)
        .select_from(Complaint)
        .join(Case, Case.id == Complaint.case_id)
        .join(CaseWorker, CaseWorker.case_id == Case.id)
        .outerjoin(ComplaintWorker, named)
        .where(or_(ComplaintWorker.case_worker_id.is_not(None), Complaint.id.not_in(of_some)), *opened)
    )
    for kind, worker, case in session.execute(rows):
        told.setdefault(kind, set()).add((worker, case))
    counts = (Count(kind, len(places), len({case for _worker, case in places})) for kind, places in told.items())
    return tuple(sorted((each for each in counts if each.workers), key=lambda each: (-each.workers, each.code)))


def help_given(session: Session, request: SummaryRequest, opened: Conditions, cuts: Conditions) -> HelpGiven:
    """Everything else. A cut by sector leaves enquiries out: they have none."""
    asked: Conditions = [Enquiry.on_day.between(request.first, request.last)]
    if request.region:
        asked.append(Enquiry.region == request.region)
    counted = () if request.sector else tuple(asked)
    return HelpGiven(
        enquiries_by_topic=_enquiries(session, Enquiry.topic, counted),
        enquiries_by_channel=_enquiries(session, Enquiry.channel, counted),
        enquiries_by_language=_enquiries(session, Enquiry.language, counted),
        enquiries_by_citizenship=_enquiries(session, Enquiry.citizenship, counted),
        enquiries_made_cases=_made_cases(session, counted),
        indicators=_indicators(session, opened),
        documents=_documents(session, opened),
        referrals=_referrals(session, request, cuts, DirectoryEntry.kind),
        referral_results=_referrals(session, request, cuts, Referral.result),
        results=_results(session, request, cuts),
        closings=_closings(session, request, cuts),
        marks=_marks(session, request, cuts),
    )


def _crew(wanted: Any) -> Select[Any]:
    """Of a selection, the rows that stand on workers and their cases."""
    placed: Select[Any] = wanted.select_from(CaseWorker).join(Case, Case.id == CaseWorker.case_id)
    return placed


def _enquiries(session: Session, column: Any, asked: tuple[ColumnElement[bool], ...]) -> tuple[Tally, ...]:
    if not asked:
        return ()
    rows = session.execute(select(column, func.count()).select_from(Enquiry).where(*asked).group_by(column))
    return _most_first(Tally(code, count) for code, count in rows)


def _made_cases(session: Session, asked: tuple[ColumnElement[bool], ...]) -> int:
    if not asked:
        return 0
    return session.scalar(select(func.count()).select_from(Enquiry).where(*asked, Enquiry.case_id.is_not(None))) or 0


def _indicators(session: Session, opened: Conditions) -> tuple[Tally, ...]:
    cases = func.count(CaseWorker.case_id.distinct())
    rows = _crew(select(Screening.indicator, cases, func.count())).join(
        Screening, Screening.case_worker_id == CaseWorker.id
    )
    found = session.execute(rows.where(Screening.answer == "yes", *opened).group_by(Screening.indicator))
    return _most_first(Tally(code, cases, workers) for code, cases, workers in found)


def _documents(session: Session, opened: Conditions) -> tuple[Tally, ...]:
    held = _crew(select(HeldDocument.returned_on.is_not(None), HeldDocument.case_worker_id)).join(
        HeldDocument, HeldDocument.case_worker_id == CaseWorker.id
    )
    counts: Counter[str] = Counter()
    workers: dict[str, set[int]] = {HELD: set(), RETURNED: set()}
    for returned, worker in session.execute(held.where(*opened)):
        code = RETURNED if returned else HELD
        counts[code] += 1
        workers[code].add(worker)
    return tuple(Tally(code, counts[code], len(workers[code])) for code in (HELD, RETURNED) if counts[code])


def _referrals(session: Session, request: SummaryRequest, cuts: Conditions, column: Any) -> tuple[Tally, ...]:
    rows = (
        select(column, func.count(), func.count(Referral.case_worker_id.distinct()))
        .select_from(Referral)
        .join(DirectoryEntry, DirectoryEntry.id == Referral.entry_id)
        .outerjoin(Case, Case.id == Referral.case_id)
        .where(Referral.on_day.between(request.first, request.last), *cuts)
        .group_by(column)
    )
    return _most_first(Tally(code, count, workers) for code, count, workers in session.execute(rows))


def _results(session: Session, request: SummaryRequest, cuts: Conditions) -> tuple[Tally, ...]:
    """A result that names no worker is the whole crew's."""
    within = [Outcome.on_day.between(request.first, request.last), *cuts]
    meant = or_(Outcome.case_worker_id.is_(None), Outcome.case_worker_id == CaseWorker.id)
    whose = _crew(select(Outcome.code, func.count(CaseWorker.id.distinct())))
    whose = whose.join(Outcome, and_(Outcome.case_id == Case.id, meant)).where(*within).group_by(Outcome.code)
    workers: dict[str, int] = {row[0]: row[1] for row in session.execute(whose)}
    sums = select(Outcome.code, func.count(), func.sum(Outcome.amount_tiyn)).select_from(Outcome)
    rows = session.execute(sums.join(Case, Case.id == Outcome.case_id).where(*within).group_by(Outcome.code))
    return _most_first(
        Tally(code, count, workers.get(code, 0), None if tiyn is None else from_tiyn(tiyn))
        for code, count, tiyn in rows
    )


def _closings(session: Session, request: SummaryRequest, cuts: Conditions) -> tuple[Tally, ...]:
    rows = (
        select(Case.closed_why, func.count(), func.sum(Case.workers))
        .where(Case.status == "closed", Case.closed_on.between(request.first, request.last), *cuts)
        .group_by(Case.closed_why)
    )
    return _most_first(Tally(code, count, workers) for code, count, workers in session.execute(rows))


def _marks(session: Session, request: SummaryRequest, cuts: Conditions) -> tuple[Tally, ...]:
    found = []
    for code, column in _MARKS:
        row = select(func.count(column), func.sum(column)).join(Case, Case.id == Satisfaction.case_id)
        count, total = session.execute(row.where(Satisfaction.on_day.between(request.first, request.last), *cuts)).one()
        if count:
            found.append(Tally(code, count, None, (Decimal(total or 0) / count).quantize(Decimal("0.1"))))
    return tuple(found)


def _most_first(tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    return tuple(sorted(tallies, key=lambda each: (-each.count, each.code)))
