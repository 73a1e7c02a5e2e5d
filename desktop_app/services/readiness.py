"""What is ready before a claim of a case goes to court: the list, and keeping what was answered for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import Session
from desktop_app.db.queries import cases as case_queries
from desktop_app.db.queries import clocks as clock_queries
from desktop_app.db.queries import contracts as queries
from desktop_app.domain.answers import Answer, Answers, problems_of_answers, said
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.clocks import DeadlineKind
from desktop_app.domain.contract_checks import ContractCheck
from desktop_app.domain.contract_questions import EAEU_CITIZENS
from desktop_app.domain.limitation import SUSPENSION, Rule, Suspended, Suspension, Term, is_term, term
from desktop_app.domain.permissions import Action
from desktop_app.domain.readiness import Item, Known
from desktop_app.domain.readiness_items import items
from desktop_app.domain.readiness_questions import QUESTIONS
from desktop_app.domain.wages import calculate
from desktop_app.errors import AppError
from desktop_app.services import access, crew, sealed
from desktop_app.services.cases import NO_CASE, stored_case
from desktop_app.services.files import OpenFile

_CLAIM: Final = "employer_claim"
_RULES: Final = {
    "": (Rule.WAGES,),
    "pay": (Rule.WAGES,),
    "dismissal": (Rule.DISMISSAL_COURT, Rule.DISMISSAL_DIRECT),
    "health": (Rule.OTHER,),
    "other": (Rule.OTHER,),
}


@dataclass(frozen=True)
class ReadyList:
    """The list of a case, and the answers it was computed from beside what the file knows."""

    items: tuple[Item, ...]
    answers: Mapping[str, Answer]


def of_case(file: OpenFile, case_id: int) -> ReadyList:
    """The list of a case as it stands today. AppError when the case is not in the file."""
    with access.reading(file, Action.VIEW_READINESS, "case", case_id) as session:
        answers = queries.readiness(session, case_id, sealed.words(file, session, case_id))
        return ReadyList(_items(file, session, case_id, answers), answers)


def record(file: OpenFile, case_id: int, answers: Mapping[str, Answer]) -> Saved:
    """Keep what was answered for the list. Raises InvalidInput by the name of the question."""
    today = settings.today()
    refuse(problems_of_answers(QUESTIONS, answers, today))
    with access.writing(file, Action.RECORD_READINESS, "case", case_id) as session:
        stored_case(session, case_id)
        row = queries.write_readiness(session, case_id, answers, today)
        sealed.settle(file, session, case_id, written=(row,))
    return Saved(case_id, frozenset({Kind.CASE}))


def listed(file: OpenFile, session: Session, case_id: int) -> tuple[Item, ...]:
    """The list of a case within a transaction."""
    return _items(file, session, case_id, queries.readiness(session, case_id, sealed.words(file, session, case_id)))


def _items(file: OpenFile, session: Session, case_id: int, answers: Answers) -> tuple[Item, ...]:
    card = case_queries.card(session, case_id)
    if card is None:
        raise AppError(NO_CASE)
    card, today = sealed.reveal(file, session, card), settings.today()
    checks = queries.checks(session, case_id, sealed.words(file, session, case_id))
    return items(known(card, checks, _term(session, card, answers)), answers, today)


def known(card: CaseCard, checks: tuple[ContractCheck, ...], ends_first: Term | None) -> Known:
    """What the file knows of a case before anybody is asked."""
    return Known(
        employer=card.employer,
        workers=len(card.workers),
        unpriced=sum(worker.wages is None for worker in card.workers),
        undated=sum(worker.person.birth is None for worker in card.workers),
        term=ends_first,
        oral=any(said(check.answers, "form").text == "oral" for check in checks),
        in_hand=any(said(check.answers, "copy").is_yes for check in checks),
        demanded=any(kind == _CLAIM for _id, _number, kind, _language, _day in card.letters),
        eaeu=any(worker.person.citizenship in EAEU_CITIZENS for worker in card.workers),
    )


def _term(session: Session, card: CaseCard, answers: Answers) -> Term | None:
    """The term that ends first for what is claimed: from the clock of the case, for pay also from its wages."""
    rules = _RULES.get(said(answers, "claimed").text, (Rule.OTHER,))
    today = settings.today()
    stopped = tuple(
        Suspension(row.started_on, row.due_on, Suspended(row.rule.removeprefix(SUSPENSION)))
        for row in clock_queries.of_kind(session, card.id, DeadlineKind.SUSPENSION)
        if row.started_on is not None and row.removed_on is None
    )
    dated = [
        (Rule(row.rule), row.started_on)
        for row in clock_queries.of_rule(session, card.id, rules)
        if row.started_on is not None and row.removed_on is None and is_term(row.rule)
    ]
    if Rule.WAGES in rules:
        dated += [(Rule.WAGES, day) for day in _unpaid_since(card)]
    found = []
    for rule, day in dated:
        try:
            found.append(term(rule, day, today, stopped))
        except AppError:
            continue  # the tables of the law begin later: the lawyer counts it
    return min(found, key=_safe_day, default=None)


def _unpaid_since(card: CaseCard) -> Iterator[date]:
    """The days on which pay fell due that is still owed."""
    for worker in card.workers:
        wages = crew.with_money(worker)
        if wages is None:
            continue
        try:
            months = calculate(wages, settings.today(), only_due=True).months
        except AppError:
            continue  # what cannot be counted is told under the wages
        yield from (month.due_on for month in months if month.owed)


def _safe_day(found: Term) -> date:
    return found.safe.on
