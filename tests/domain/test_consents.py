"""Consents: what they must say, what they come to on a day, when processing stops after a withdrawal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain import consents
from desktop_app.domain.consents import Consent, How, State, StoredConsent, Withdrawal

TODAY = date(2026, 11, 21)
GOOD = Consent(How.PAPER, date(2026, 11, 20), date(2029, 11, 20), "uz", "1")


def stored(number: int = 1, **changes: Any) -> StoredConsent:
    return StoredConsent(number, 1, replace(GOOD, **changes), "A")


def withdrawn(on: date, **decided: Any) -> StoredConsent:
    return replace(stored(), withdrawn=Withdrawal(on), **decided)


def test_a_consent_as_it_should_be_has_no_problem() -> None:
    assert consents.problems(GOOD, TODAY) == ()
    assert consents.warnings(GOOD) == ()
    assert consents.problems(consents.proposed(TODAY, 3, "uz"), TODAY) == ()


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("given_on", {"given_on": TODAY + timedelta(days=1)}),
        ("given_on", {"given_on": date(1990, 1, 1), "until": None}),
        ("until", {"until": date(2026, 11, 19)}),
        ("until", {"until": date(2226, 1, 1)}),
        ("language", {"language": ""}),
        ("data", {"data": ()}),
        ("aims", {"aims": ()}),
        ("recipients", {"third_parties": True}),
        ("countries", {"cross_border": True}),
        ("note", {"how": How.WITHOUT}),
        ("recipients", {"third_parties": True, "recipients": "я" * 301}),
    ],
)
def test_what_the_law_asks_for_is_asked_for(field: str, changes: dict[str, Any]) -> None:
    assert [problem.field for problem in consents.problems(replace(GOOD, **changes), TODAY)] == [field]


def test_without_consent_only_the_reason_is_asked_for() -> None:
    ground = replace(GOOD, how=How.WITHOUT, note="unconscious", data=(), aims=())
    assert consents.problems(ground, TODAY) == ()


@pytest.mark.parametrize(("until", "warned"), [(date(2029, 11, 19), 1), (date(2029, 11, 20), 0), (None, 0)])
def test_a_term_below_the_limitation_period_is_warned_of(until: date | None, warned: int) -> None:
    assert len(consents.warnings(replace(GOOD, until=until))) == warned


def test_an_answer_no_keeps_nothing_of_a_yes() -> None:
    tidy = consents.tidied_consent(replace(GOOD, recipients=" court ", countries=("UZ",), note=" a\nb "))
    assert (tidy.recipients, tidy.countries, tidy.note) == ("", (), "a\nb")


@pytest.mark.parametrize(
    ("found", "state", "day"),
    [
        ((), State.NONE, None),
        ((stored(),), State.VALID, date(2029, 11, 20)),
        ((stored(until=None),), State.VALID, None),
        ((stored(given_on=date(2020, 1, 1), until=date(2026, 11, 20)),), State.EXPIRED, date(2026, 11, 20)),
        ((stored(how=How.WITHOUT, until=None),), State.BY_LAW, date(2026, 11, 20)),
        ((withdrawn(date(2026, 11, 20)),), State.WITHDRAWN, date(2026, 12, 11)),
        ((withdrawn(date(2026, 11, 20), stopped_on=TODAY),), State.STOPPED, TODAY),
        ((withdrawn(date(2026, 11, 20), refused_on=TODAY, refusal="claim"),), State.REFUSED, TODAY),
        ((withdrawn(TODAY), stored(2)), State.VALID, date(2029, 11, 20)),
        ((stored(3, how=How.WITHOUT), stored(2)), State.VALID, date(2029, 11, 20)),
    ],
    ids=lambda value: value.value if isinstance(value, State) else "",
)
def test_the_state_of_a_person(found: tuple[StoredConsent, ...], state: State, day: date | None) -> None:
    assert consents.standing(found, TODAY) == consents.Standing(state, day)


def test_a_consent_ends_with_the_day_it_is_withdrawn() -> None:
    consent = withdrawn(date(2026, 11, 21), refused_on=TODAY)
    assert consent.valid_on(date(2026, 11, 20))
    assert not consent.valid_on(date(2026, 11, 21))
    assert not consent.valid_on(date(2026, 11, 19))


@pytest.mark.parametrize(
    ("withdrawn_on", "stop_by"),
    [
        ("2026-11-20", "2026-12-11"),  # Friday; no holiday between
        ("2026-12-11", "2027-01-06"),  # the Day of Independence and New Year lie between
        ("2026-03-06", "2026-04-02"),  # 8 March and Nauryz with their moved days lie between
    ],
)
def test_processing_stops_in_the_working_days_of_the_law(withdrawn_on: str, stop_by: str) -> None:
    assert consents.stop_by(date.fromisoformat(withdrawn_on)) == date.fromisoformat(stop_by)


@given(st.dates(date(2016, 1, 1), date(2027, 12, 1)))
def test_the_last_day_is_a_working_day_some_three_weeks_on(day: date) -> None:
    last = consents.stop_by(day)
    assert not law.is_day_off(last)
    assert last - day >= timedelta(days=19)
    assert consents.stop_by(day + timedelta(days=1)) >= last


def test_a_withdrawal_lies_between_the_consent_and_today() -> None:
    for day, problems in ((TODAY, []), (TODAY + timedelta(days=1), ["on"]), (date(2026, 11, 19), ["on"])):
        found = consents.problems_of_withdrawal(stored(), Withdrawal(day), TODAY)
        assert [problem.field for problem in found] == problems


def test_a_leap_day_has_a_day_after_three_years() -> None:
    assert consents.years_after(date(2024, 2, 29), 3) == date(2027, 3, 1)
