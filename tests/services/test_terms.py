"""Terms on the clock of a case: those of unpaid months, those that are typed, the days on which they did not run."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop_app.domain import steps
from desktop_app.domain.answers import Answer
from desktop_app.domain.cases import MoneyEntry, MoneyKind, NewWageComplaint, NewWorker
from desktop_app.domain.clocks import DeadlineKind, DeadlineRow, Done, NewDeadline
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.limitation import Rule, Suspended
from desktop_app.errors import InvalidInput
from desktop_app.services import cases, clocks, complaints, complaints_log, letters, money, terms
from desktop_app.services.files import OpenFile
from desktop_app.services.terms import NewSuspension, NewTerm
from tests.services.situations import COMPANY, SHIFTS, TODAY, YUSUPOV, new_case, opened, unpaid

# SHIFTS: March, April and May 2025, due on 10.04, 08.05 (the 10th is a Saturday) and 10.06 of that year.
DUE = [date(2025, 4, 10), date(2025, 5, 8), date(2025, 6, 10)]
SAFE = [date(2026, 4, 10), date(2026, 5, 8), date(2026, 6, 10)]
OUTER = [date(2028, 4, 10), date(2028, 5, 8), date(2028, 6, 10)]
HOUSEHOLD = Employer("Ахметова Сәуле", EmployerKind.HOUSEHOLD)
OCTOBER = NewSuspension(Suspended.MEDIATION, date(2026, 10, 1), date(2026, 10, 20), "№ 7")


def of_rule(file: OpenFile, case_id: int, rule: str) -> list[DeadlineRow]:
    return sorted((row for row in clocks.listing(file, case_id) if row.rule == rule), key=lambda row: row.due_on)


def wages_of(file: OpenFile, case_id: int) -> list[DeadlineRow]:
    return of_rule(file, case_id, Rule.WAGES)


def test_a_wage_complaint_starts_a_term_for_each_unpaid_month(file: OpenFile) -> None:
    rows = wages_of(file, unpaid(file).id)
    assert [row.started_on for row in rows] == DUE
    assert [row.due_on for row in rows] == SAFE
    assert [row.latest_on for row in rows] == OUTER
    assert {row.kind for row in rows} == {DeadlineKind.LIMITATION}


def test_wages_known_when_the_case_is_opened_or_a_worker_added_start_it_too(file: OpenFile) -> None:
    card = opened(file, NewWorker(YUSUPOV, wages=SHIFTS))
    assert len(wages_of(file, card.id)) == 3
    later = WorkerWages(WageTerms(PayBasis.MONTHLY, Decimal(100_000)), (WagePeriod(date(2026, 8, 1)),))
    cases.add_workers(file, card.id, (NewWorker(YUSUPOV, wages=later),))
    assert [row.started_on for row in wages_of(file, card.id)] == [*DUE, date(2026, 9, 10)]


def test_a_paid_month_goes_and_a_debt_that_comes_back_counts_again(file: OpenFile) -> None:
    card = unpaid(file)
    entries = tuple(MoneyEntry(worker.id, MoneyKind.RECEIVED, Decimal(260_000), TODAY) for worker in card.workers)
    money.record(file, card.id, entries)
    assert [row.started_on for row in wages_of(file, card.id)] == DUE[1:]
    complaint = NewWageComplaint(card.id, tuple((worker.id, SHIFTS) for worker in card.workers))
    complaints.log_wage_arrears(file, complaint)
    assert [row.started_on for row in wages_of(file, card.id)] == DUE[1:]


def test_a_term_that_was_kept_or_removed_does_not_come_back(file: OpenFile) -> None:
    card = unpaid(file)
    first, second, _third = wages_of(file, card.id)
    clocks.done(file, card.id, first.id, Done(TODAY, note="талап берілді"))
    clocks.remove(file, card.id, second.id, "the worker does not want it")
    complaints.log_wage_arrears(file, NewWageComplaint(card.id, ((card.workers[0].id, SHIFTS),)))
    rows = wages_of(file, card.id)
    assert [row.is_open for row in rows] == [False, False, True]


def test_a_letter_starts_the_clock_of_its_answer(file: OpenFile) -> None:
    card = unpaid(file)
    pay_by = TODAY + timedelta(days=10)
    request = LetterRequest(card.id, "employer_claim", LetterLanguage.RU, TODAY, pay_by, file.staff.id)
    letter = letters.create(file, request).id
    (row,) = of_rule(file, card.id, "employer.pay_by")
    assert (row.letter_id, row.started_on, row.due_on, row.kind) == (
        letter,
        TODAY,
        date(2026, 12, 2),
        DeadlineKind.ANSWER,
    )
    clocks.done(file, card.id, row.id, Done(TODAY, "silent"))
    after = [each for each in clocks.listing(file, card.id) if each.after_id == row.id]
    assert {each.rule for each in after} == {"commission.apply", "inspection.complain"}


def test_the_answer_of_a_step_must_be_one_of_its_own(file: OpenFile) -> None:
    card = opened(file)
    step = clocks.add(file, card.id, steps.begin("commission.decision", steps.Former.on(TODAY))).id
    for answer in ("", "paid"):
        with pytest.raises(InvalidInput) as refused:
            clocks.done(file, card.id, step, Done(TODAY, answer))
        assert refused.value.problems[0].field == "answer"
    hearing = clocks.add(file, card.id, NewDeadline(DeadlineKind.HEARING, TODAY)).id
    with pytest.raises(InvalidInput):
        clocks.done(file, card.id, hearing, Done(TODAY, "paid"))


@pytest.mark.parametrize(
    ("rule", "started_on", "safe", "outer"),
    [
        (Rule.DISMISSAL_COMMISSION, date(2026, 11, 2), date(2026, 12, 2), None),
        (Rule.DISMISSAL_DIRECT, date(2026, 9, 25), date(2026, 12, 25), date(2027, 9, 25)),
        (Rule.OTHER, date(2026, 3, 1), date(2027, 3, 1), None),
    ],
    ids=["lc.160-commission", "kc.88-direct", "lc.160-other"],
)
def test_a_term_is_counted_by_hand(
    file: OpenFile, rule: Rule, started_on: date, safe: date, outer: date | None
) -> None:
    card = opened(file)
    terms.add(file, card.id, NewTerm(rule, started_on, card.workers[0].id, "бұйрық № 5"))
    (row,) = clocks.listing(file, card.id)
    assert (row.due_on, row.latest_on, row.worker_id, row.note) == (safe, outer, card.workers[0].id, "бұйрық № 5")


def test_a_refusal_of_the_commission_starts_the_term_to_go_to_court_about_a_dismissal(file: OpenFile) -> None:
    """Two months from delivery of the decision (article 160, item 1)."""
    card = opened(file)
    worker = card.workers[0].id
    terms.add(file, card.id, NewTerm(Rule.DISMISSAL_COMMISSION, date(2026, 10, 25), worker))
    new = steps.begin("commission.decision", steps.Former.on(date(2026, 11, 2)))
    for place, answer in ((worker, "refused"), (card.workers[1].id, "refused")):
        step = clocks.add(file, card.id, NewDeadline(**{**vars(new), "worker_id": place})).id
        clocks.done(file, card.id, step, Done(date(2026, 11, 20), answer))
    (row,) = of_rule(file, card.id, Rule.DISMISSAL_COURT)
    assert (row.worker_id, row.due_on) == (worker, date(2027, 1, 20))


def test_the_silence_of_the_commission_starts_the_term_on_its_last_day(file: OpenFile) -> None:
    """Noted late, it counts from the day the decision was due: the safe day (article 160, item 1)."""
    card = opened(file)
    terms.add(file, card.id, NewTerm(Rule.DISMISSAL_COMMISSION, date(2026, 9, 25)))
    new = steps.begin("commission.decision", steps.Former.on(date(2026, 10, 1)))
    step = clocks.add(file, card.id, new).id
    clocks.done(file, card.id, step, Done(TODAY, "silent"))
    (row,) = of_rule(file, card.id, Rule.DISMISSAL_COURT)
    assert (row.started_on, row.due_on) == (date(2026, 10, 22), date(2026, 12, 22))


def test_suspended_days_move_open_terms_on_and_their_removal_moves_them_back(file: OpenFile) -> None:
    card = opened(file)
    terms.add(file, card.id, NewTerm(Rule.DISMISSAL_DIRECT, date(2026, 9, 25)))
    noted = terms.suspend(file, card.id, OCTOBER).id
    (row,) = of_rule(file, card.id, Rule.DISMISSAL_DIRECT)
    assert (row.due_on, row.latest_on) == (date(2027, 1, 14), date(2027, 10, 15))
    assert cases.card(file, card.id).next_deadline == date(2027, 1, 14)
    terms.unsuspend(file, card.id, noted, "typed by mistake")
    (row,) = of_rule(file, card.id, Rule.DISMISSAL_DIRECT)
    assert row.due_on == date(2026, 12, 25)


def test_a_suspension_is_no_date_to_keep_and_counts_for_later_terms(file: OpenFile) -> None:
    card = opened(file)
    terms.suspend(file, card.id, OCTOBER)
    assert cases.card(file, card.id).next_deadline is None
    terms.add(file, card.id, NewTerm(Rule.DISMISSAL_DIRECT, date(2026, 9, 25)))
    (row,) = of_rule(file, card.id, Rule.DISMISSAL_DIRECT)
    assert row.due_on == date(2027, 1, 14)


def test_a_suspension_that_goes_on_counts_up_to_today(file: OpenFile) -> None:
    card = opened(file)
    terms.suspend(file, card.id, NewSuspension(Suspended.NO_COMMISSION, date(2026, 11, 1)))
    (row,) = clocks.listing(file, card.id)
    assert (row.started_on, row.due_on, row.latest_on, row.is_open) == (date(2026, 11, 1), TODAY, None, False)


def test_the_terms_of_a_domestic_worker_wait_for_no_commission(file: OpenFile) -> None:
    """lc.136, lc.159.1: straight to court."""
    case_id = cases.open_case(file, new_case(employer=HOUSEHOLD)).id
    with pytest.raises(InvalidInput) as refused:
        terms.suspend(file, case_id, NewSuspension(Suspended.NO_COMMISSION, date(2026, 11, 1)))
    assert [problem.field for problem in refused.value.problems] == ["why"]
    terms.suspend(file, case_id, OCTOBER)
    assert len(clocks.listing(file, case_id)) == 1


def test_a_complaint_to_the_inspection_moves_no_term(file: OpenFile) -> None:
    card = unpaid(file)
    before = [row.due_on for row in wages_of(file, card.id)]
    step = clocks.add(file, card.id, steps.begin("inspection.complain", steps.Former.on(TODAY))).id
    clocks.done(file, card.id, step, Done(TODAY, "handed_in"))
    assert [row.due_on for row in wages_of(file, card.id)] == before


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (NewTerm(Rule.OTHER, TODAY + timedelta(days=1)), "started_on"),
        (NewTerm(Rule.OTHER, date(2015, 12, 31)), "started_on"),
        (NewTerm(Rule.OTHER, TODAY, worker_id=99), "worker_id"),
        (NewTerm(Rule.OTHER, TODAY, note="x" * 400), "note"),
        (NewSuspension(Suspended.MEDIATION, TODAY + timedelta(days=1)), "first"),
        (NewSuspension(Suspended.MEDIATION, TODAY, TODAY - timedelta(days=1)), "last"),
        (NewSuspension(Suspended.MEDIATION, TODAY, TODAY + timedelta(days=1)), "last"),
    ],
    ids=["future", "older-than-the-code", "stranger", "long", "future-suspension", "ends-before", "ends-in-future"],
)
def test_what_makes_no_sense_is_refused(file: OpenFile, wrong: NewTerm | NewSuspension, field: str) -> None:
    case_id = cases.open_case(file, new_case()).id
    with pytest.raises(InvalidInput) as refused:
        terms.add(file, case_id, wrong) if isinstance(wrong, NewTerm) else terms.suspend(file, case_id, wrong)
    assert field in {problem.field for problem in refused.value.problems}
    assert clocks.listing(file, case_id) == ()


@pytest.mark.parametrize(
    ("employer", "answers", "rule", "due", "noted"),
    [
        (COMPANY, {"order_on": "2026-11-02"}, Rule.DISMISSAL_COMMISSION, date(2026, 12, 2), False),
        (COMPANY, {}, Rule.DISMISSAL_COMMISSION, date(2026, 11, 30), True),
        (HOUSEHOLD, {"order_on": "2026-11-02"}, Rule.DISMISSAL_DIRECT, date(2027, 2, 2), False),
    ],
    ids=["lc.160-order-handed-over", "lc.160-no-order-the-last-day", "lc.136-household-goes-to-court"],
)
def test_a_dismissal_that_is_written_down_starts_the_term_to_go_back(
    file: OpenFile, employer: Employer, answers: dict[str, str], rule: Rule, due: date, noted: bool
) -> None:
    card = opened(file, employer=employer)
    told = {"last_day": Answer("2026-10-30", "says"), **{name: Answer(day) for name, day in answers.items()}}
    new = NewComplaint(ComplaintKind.DISMISSAL, (card.workers[0].id,), answers=told)
    complaint = complaints_log.log(file, card.id, new).id
    complaints_log.change(file, card.id, complaint, 1, new)
    (row,) = clocks.listing(file, card.id)
    assert (row.rule, row.due_on, row.worker_id, bool(row.note)) == (rule, due, card.workers[0].id, noted)
