"""The list before a claim goes to court, as the file makes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.answers import Answer
from desktop_app.domain.cases import NewWorker
from desktop_app.domain.centre import Role
from desktop_app.domain.clocks import DeadlineKind, NewDeadline
from desktop_app.domain.contract_checks import NewContractCheck
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.limitation import SUSPENSION, Rule, Suspended
from desktop_app.domain.readiness import Item, State
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import access, clocks, contracts, letters, readiness
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import COMPANY, KARIMOVA, TODAY, YUSUPOV, opened, unpaid

READY, MISSING, UNKNOWN, NOT_NEEDED = State.READY, State.MISSING, State.UNKNOWN, State.NOT_NEEDED


def by_name(file: OpenFile, case_id: int) -> dict[str, Item]:
    return {item.name: item for item in readiness.of_case(file, case_id).items}


def test_the_file_answers_what_it_knows(file: OpenFile) -> None:
    found = by_name(file, unpaid(file).id)
    assert found["address"].state is READY
    assert found["number"].state is READY
    assert found["calculation"].state is READY
    assert found["fee"].state is NOT_NEEDED
    assert found["commission"].state is UNKNOWN


def test_the_oldest_unpaid_month_counts_the_term(file: OpenFile) -> None:
    item = by_name(file, unpaid(file).id)["term"]
    assert item.state is UNKNOWN  # March 2025: the year is over, the three years are not
    assert set(item.norms) == {"lc.160", "kc.81", "gk.178.1"}


def test_a_household_needs_no_commission(file: OpenFile) -> None:
    card = opened(file, employer=Employer("Асан Үсенов", EmployerKind.HOUSEHOLD))
    found = by_name(file, card.id)
    assert found["commission"].state is NOT_NEEDED
    assert found["address"].state is MISSING
    assert found["calculation"].state is MISSING


def test_a_contract_that_was_only_spoken_needs_no_commission(file: OpenFile) -> None:
    card = opened(file)
    contracts.record(file, NewContractCheck(card.id, None, {"form": Answer("oral")}))
    found = by_name(file, card.id)
    assert found["commission"].norms == ("npvs.1",)
    assert found["proofs"].state is MISSING


def test_a_worker_with_a_copy_has_a_proof(file: OpenFile) -> None:
    card = opened(file)
    contracts.record(file, NewContractCheck(card.id, None, {"form": Answer("paper"), "copy": Answer("yes")}))
    assert by_name(file, card.id)["proofs"].state is READY


def test_a_worker_without_a_birth_date_is_missing_data(file: OpenFile) -> None:
    card = opened(file, NewWorker(YUSUPOV), NewWorker(replace(KARIMOVA, birth=None)))
    item = by_name(file, card.id)["claimants"]
    assert (item.state, item.why.params["n"]) == (MISSING, 1)


def test_the_claim_to_the_employer_is_seen(file: OpenFile) -> None:
    card = unpaid(file)
    assert by_name(file, card.id)["demand"].state is MISSING
    letters.create(file, LetterRequest(card.id, "employer_claim", LetterLanguage.RU, TODAY, TODAY, 1, talked_over=True))
    assert by_name(file, card.id)["demand"].state is UNKNOWN


def test_answers_are_kept_and_change_the_list(file: OpenFile) -> None:
    card = opened(file)
    answers = {"commission": Answer("decided"), "proofs": Answer(("order", "payroll"))}
    readiness.record(file, card.id, answers)
    assert readiness.of_case(file, card.id).answers == answers
    assert by_name(file, card.id)["commission"].state is READY
    readiness.record(file, card.id, {})
    assert readiness.of_case(file, card.id).answers == {}


def test_an_answer_that_is_no_answer_is_refused(file: OpenFile) -> None:
    card = opened(file)
    with pytest.raises(InvalidInput) as caught:
        readiness.record(file, card.id, {"commission": Answer("perhaps")})
    assert caught.value.problems[0].field == "commission"


def test_a_case_that_is_gone_is_told(file: OpenFile) -> None:
    with pytest.raises(AppError):
        readiness.of_case(file, 4711)


def test_a_colleague_without_the_case_sees_and_writes_nothing(file: OpenFile) -> None:
    card = opened(file, employer=COMPANY)
    access.set_restricted(file, card.id, True)
    stranger = factories.colleague(file, Role.STAFF)
    with pytest.raises(NotAllowed):
        readiness.of_case(stranger, card.id)
    with pytest.raises(NotAllowed):
        readiness.record(stranger, card.id, {})


def test_a_term_on_the_clock_is_taken_for_what_is_claimed(file: OpenFile) -> None:
    card = opened(file)
    dismissed = NewDeadline(
        DeadlineKind.LIMITATION, date(2027, 1, 10), Rule.DISMISSAL_DIRECT.value, started_on=date(2026, 10, 10)
    )
    clocks.add(file, card.id, dismissed)
    assert by_name(file, card.id)["term"].state is UNKNOWN  # nothing is claimed of wages
    readiness.record(file, card.id, {"claimed": Answer("dismissal")})
    item = by_name(file, card.id)["term"]
    assert (item.state, item.why.params["safe"]) == (READY, date(2027, 1, 10))


def test_days_without_a_commission_move_the_term(file: OpenFile) -> None:
    card = unpaid(file)
    before = by_name(file, card.id)["term"].why.params["safe"]
    stopped = NewDeadline(
        DeadlineKind.SUSPENSION,
        date(2025, 12, 31),
        rule=SUSPENSION + Suspended.NO_COMMISSION,
        started_on=date(2025, 12, 1),
    )
    clocks.add(file, card.id, stopped)
    after = by_name(file, card.id)["term"].why.params["safe"]
    assert (before, after) == (date(2026, 4, 10), date(2026, 5, 11))
