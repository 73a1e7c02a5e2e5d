"""Screening of the workers of a case by the indicators of forced labour: what is known, what was found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop_app import settings
from desktop_app.db.queries import Session
from desktop_app.db.queries import cases as case_queries
from desktop_app.db.queries import complaints as complaint_queries
from desktop_app.db.queries import consents as consent_queries
from desktop_app.db.queries import crew as crew_queries
from desktop_app.db.queries import screening as queries
from desktop_app.db.queries import warnings as warning_queries
from desktop_app.domain import screening as domain
from desktop_app.domain.at_risk import YES
from desktop_app.domain.cases import CaseCard, CaseWorker
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.indicators import Indicator
from desktop_app.domain.permissions import Action
from desktop_app.domain.screening import Finding, Logged, Prompt, Urgency
from desktop_app.domain.standing import Standing, standing
from desktop_app.domain.tidy import tidy_text
from desktop_app.domain.wages import calculate
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, crew, sealed
from desktop_app.services.cases import NO_CASE
from desktop_app.services.files import OpenFile


@dataclass(frozen=True)
class WorkerScreening:
    """One worker of a case: what was found, what is worth asking and why, what is urgent.

    `contradictions`: answered “no” while a complaint of that very thing stands. `may_be_referred`: a valid consent
    covers passing the data on for a referral.
    """

    worker_id: int
    person_id: int
    name: str
    findings: tuple[Finding, ...]
    prompts: tuple[Prompt, ...]
    urgencies: tuple[Urgency, ...]
    contradictions: tuple[Indicator, ...]
    may_be_referred: bool


def page(file: OpenFile, case_id: int) -> tuple[WorkerScreening, ...]:
    """The screening of every worker of a case in the order of the crew; that it was looked at is logged."""
    with access.writing(file, Action.VIEW_SCREENING, "case", case_id) as session:
        card = case_queries.card(session, case_id)
        if card is None:
            raise AppError(NO_CASE)
        return _screened(file, session, sealed.reveal(file, session, card))


def record(file: OpenFile, case_id: int, worker_id: int, findings: tuple[Finding, ...]) -> Saved:
    """Write down what was found about some indicators of one worker, today and under one's own name.

    Raises InvalidInput when a note is too long or the worker is not in the crew; then nothing is written.
    """
    findings = tuple(replace(each, note=tidy_text(each.note)) for each in findings)
    refuse(domain.problems(findings))
    with access.writing(file, Action.SCREEN_WORKER, "case", case_id) as session:
        if worker_id not in crew_queries.worker_ids(session, case_id):
            message = Message(N_("This worker is not in the crew of the case, or stands here twice."))
            raise InvalidInput((Problem("worker_id", message),))
        rows = queries.store(session, worker_id, findings, file.staff.id, settings.today())
        sealed.settle(file, session, case_id, written=rows)
    return Saved(case_id, frozenset({Kind.SCREENING}))


def _screened(file: OpenFile, session: Session, card: CaseCard) -> tuple[WorkerScreening, ...]:
    today = settings.today()
    words = sealed.words(file, session, card.id)
    found, sites = queries.findings(session, card.id, words), warning_queries.living_at_site(session, card.id)
    stands = standing(complaint_queries.of_case(session, card.id, words), sites)
    consents = consent_queries.of_people(session, [worker.person_id for worker in card.workers])
    told = []
    for worker in card.workers:
        logged = _logged(worker, stands[worker.id], sites.get(worker.id, ""), today)
        findings = found.get(worker.id, ())
        answers = {each.indicator: each.answer for each in findings}
        told.append(
            WorkerScreening(
                worker.id,
                worker.person_id,
                worker.person.full_name,
                findings,
                domain.prompts(logged, today),
                domain.urgencies(logged, answers, today),
                domain.contradictions(logged, answers),
                domain.may_be_referred(consents.get(worker.person_id, ()), today),
            )
        )
    return tuple(told)


def _logged(worker: CaseWorker, stands: Standing, at_site: str, today: date) -> Logged:
    return Logged(
        kinds=stands.kinds,
        held=stands.held,
        unpaid=_months_unpaid(worker, stands, today),
        born=worker.person.birth,
        at_site=at_site == YES,
        said=stands.indicators,
        signs=stands.signs,
    )


def _months_unpaid(worker: CaseWorker, stands: Standing, today: date) -> int:
    """Months with wages owed, by the wages of the worker or else by a complaint and its beginning."""
    wages = crew.with_money(worker)
    counted = 0
    if wages is not None:
        counted = sum(1 for month in calculate(wages, today, only_due=True).months if month.owed > 0)
    return max([counted, *(domain.months_between(each, today) for each in stands.unpaid_since)])
