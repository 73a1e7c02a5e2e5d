"""Sums kept back from wages: worked cases of article 115, and what must hold for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.deductions import Consent, Deduction, Ground, Verdict, deductions, verdict_on
from desktop_app.errors import InvalidInput

MARCH = date(2026, 3, 1)
YES, NO, ASK = Consent.YES, Consent.NO, Consent.UNKNOWN
LAWFUL, AGREED, NONE, UNKNOWN = (
    Verdict.LAWFUL, Verdict.WITH_CONSENT, Verdict.WITHOUT_CONSENT, Verdict.CONSENT_UNKNOWN,
)  # fmt: skip

GROUNDS = [
    # norm, ground, written consent, verdict
    ("lc.115", Ground.COURT, NO, LAWFUL),
    ("lc.115", Ground.BY_LAW, NO, LAWFUL),
    ("lc.115", Ground.TRAVEL_ADVANCE, NO, LAWFUL),
    ("lc.115", Ground.TRAINING, ASK, LAWFUL),
    ("lc.115", Ground.UNEARNED_ADVANCE, NO, LAWFUL),
    ("lc.115", Ground.LEAVE_RECALL, NO, LAWFUL),
    ("lc.115", Ground.FINE, NO, NONE),
    ("lc.115", Ground.FINE, ASK, UNKNOWN),
    ("lc.115", Ground.FINE, YES, AGREED),
    ("lc.115", Ground.DAMAGE, NO, NONE),
    ("lc.115", Ground.DAMAGE, YES, AGREED),
    ("lc.115", Ground.HOUSING, NO, NONE),
    ("lc.115", Ground.FOOD, ASK, UNKNOWN),
    ("lc.115", Ground.TRANSPORT, NO, NONE),
    ("lc.115", Ground.RECRUITMENT, NO, NONE),
    ("lc.115", Ground.DOCUMENTS, NO, NONE),
    ("lc.115", Ground.OTHER, YES, AGREED),
    ("lc.115", Ground.UNKNOWN, ASK, UNKNOWN),
]


@pytest.mark.parametrize(("norm", "ground", "consent", "verdict"), GROUNDS)
def test_grounds(norm: str, ground: Ground, consent: Consent, verdict: Verdict) -> None:
    row = Deduction(MARCH, Decimal(10_000), ground, consent)
    found = deductions([row], {MARCH: Decimal(180_000)})
    assert (verdict_on(row), found.rows[0].verdict) == (verdict, verdict)
    assert found.unlawful == (0 if verdict in (LAWFUL, AGREED) else 10_000)
    assert norm in {fact.key for fact in found.facts}


LIMITS = [
    # pay, lawful sums, sums without a ground, unlawful: half of the pay is the limit (article 115, item 3)
    ("100000", ["50000"], [], "0.00"),
    ("100000", ["50000.01"], [], "0.01"),
    ("100000", ["30000", "30000"], [], "10000.00"),
    ("100000", ["50000"], ["20000"], "20000.00"),
    ("100000", ["60000"], ["20000"], "30000.00"),
    ("99999.99", ["50000"], [], "0.00"),  # the limit of 49,999.995 is rounded half up
    ("0", ["10"], [], "10.00"),
    (None, ["90000"], ["5"], "5.00"),  # the pay is not known: only the ground is looked at
]


@pytest.mark.parametrize(("pay", "lawful", "groundless", "unlawful"), LIMITS)
def test_the_limit_of_a_month(pay: str | None, lawful: list[str], groundless: list[str], unlawful: str) -> None:
    rows = [Deduction(MARCH, Decimal(amount), Ground.COURT) for amount in lawful]
    rows += [Deduction(MARCH, Decimal(amount), Ground.FINE, NO) for amount in groundless]
    found = deductions(rows, {} if pay is None else {MARCH: Decimal(pay)})
    assert found.unlawful == Decimal(unlawful)
    over = found.months[0].over_limit
    assert ("lc.115.3" in {fact.key for fact in found.facts}) == bool(over)
    assert (pay is None) == any("limit" in warning.msgid for warning in found.warnings)


def test_a_limit_counts_for_each_month_apart() -> None:
    april = date(2026, 4, 1)
    rows = [Deduction(month, Decimal(60_000), Ground.COURT) for month in (MARCH, april)]
    found = deductions(rows, {MARCH: Decimal(100_000), april: Decimal(200_000)})
    assert [(month.month, month.over_limit) for month in found.months] == [(MARCH, 10_000), (april, 0)]


def test_absurd_sums_are_refused() -> None:
    for amount in ("-1", "1e13", "NaN"):
        with pytest.raises(InvalidInput):
            deductions([Deduction(MARCH, Decimal(amount))], {})


ROWS = st.builds(
    Deduction,
    st.sampled_from([MARCH, date(2026, 4, 1)]),
    st.integers(0, 10**8).map(lambda number: Decimal(number) / 100),
    st.sampled_from(Ground),
    st.sampled_from(Consent),
)
PAY = st.dictionaries(st.sampled_from([MARCH, date(2026, 4, 1)]), st.integers(0, 10**6).map(Decimal))


@given(st.lists(ROWS, max_size=6), PAY)
def test_never_more_than_was_taken_whatever_the_order(rows: list[Deduction], pay: dict[date, Decimal]) -> None:
    found = deductions(rows, pay)
    assert found.unlawful == deductions(list(reversed(rows)), pay).unlawful
    assert 0 <= found.unlawful <= sum((row.amount for row in rows), Decimal(0))
    assert found.unlawful == sum((month.unlawful for month in found.months), Decimal(0))
    assert type(found.unlawful) is Decimal
    assert found.unlawful.as_tuple().exponent == -2


@given(st.lists(ROWS, max_size=5), PAY, ROWS)
def test_one_more_deduction_never_makes_less_unlawful(
    rows: list[Deduction], pay: dict[date, Decimal], more: Deduction
) -> None:
    assert deductions([*rows, more], pay).unlawful >= deductions(rows, pay).unlawful


@given(st.lists(ROWS, max_size=6), PAY)
def test_a_consent_never_makes_more_unlawful(rows: list[Deduction], pay: dict[date, Decimal]) -> None:
    agreed = [replace(row, consent=YES) for row in rows]
    assert deductions(agreed, pay).unlawful <= deductions(rows, pay).unlawful


@given(st.lists(ROWS, max_size=6), PAY)
def test_sums_of_nothing_change_nothing(rows: list[Deduction], pay: dict[date, Decimal]) -> None:
    empty = [replace(row, amount=Decimal(0)) for row in rows]
    assert deductions(empty, pay).unlawful == 0
    assert deductions([*rows, *empty], pay).unlawful == deductions(rows, pay).unlawful
