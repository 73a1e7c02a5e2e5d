"""Overtime, nights, days off: worked cases by article, and what must hold for all hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain.complaints import PayBasis, WageTerms
from desktop_app.domain.overtime import HoursMonth, Overtime, RateFrom, hour_rate, overtime
from desktop_app.domain.working_time import norm_of, working_days
from desktop_app.errors import AppError, InvalidInput
from desktop_app.i18n import for_language

# February 2026 has twenty working days and no holiday: 160 hours of the norm, so that an hour is 1,000 tenge.
FEBRUARY = date(2026, 2, 1)
MONTHLY = WageTerms(PayBasis.MONTHLY, Decimal(160_000))
DAILY = WageTerms(PayBasis.DAILY, Decimal(8_000))
HOURLY = WageTerms(PayBasis.HOURLY, Decimal(1_000))
PIECE = WageTerms(PayBasis.PIECE, Decimal(50))
SHORT_WEEK = WageTerms(PayBasis.MONTHLY, Decimal(144_000), week_hours=Decimal(36))
LONG_WEEK = replace(MONTHLY, week_hours=Decimal(60))
DOLLARS = WageTerms(
    PayBasis.MONTHLY,
    Decimal(400),
    currency="USD",
    exchange_rate=Decimal(400),
    exchange_on=FEBRUARY,
    exchange_source="x",
)
ODD = WageTerms(PayBasis.MONTHLY, Decimal(100_001))


def row(**hours: object) -> HoursMonth:
    return HoursMonth(FEBRUARY, **{key: Decimal(str(value)) for key, value in hours.items()})  # type: ignore[arg-type]  # numbers only


WORKED = [
    # norm, terms, hours, owed
    ("lc.108", MONTHLY, {"overtime": 10}, "15000.00"),
    ("lc.108", MONTHLY, {"overtime": 0.5}, "750.00"),
    ("lc.108", MONTHLY, {"overtime": 10, "paid": 10_000}, "5000.00"),
    ("lc.108", MONTHLY, {"overtime": 10, "paid": 15_000}, "0.00"),
    ("lc.108", MONTHLY, {"overtime": 10, "paid": 99_999}, "0.00"),
    ("lc.108", MONTHLY, {"overtime": 10, "hour": "1234.56"}, "18518.40"),
    ("lc.108", DAILY, {"overtime": 2}, "3000.00"),
    ("lc.108", HOURLY, {"overtime": 10}, "5000.00"),  # each hour is paid once in the wages already
    ("lc.108", HOURLY, {"overtime": 10, "paid": 0}, "15000.00"),
    ("lc.108", PIECE, {"overtime": 4, "hour": 900}, "1800.00"),  # a surcharge of one half
    ("lc.108", PIECE, {"overtime": 4, "hour": 900, "paid": 0}, "5400.00"),
    ("lc.108", DOLLARS, {"overtime": 10}, "15000.00"),
    ("lc.108", ODD, {"overtime": 1}, "937.51"),  # 100,001 / 160 x 1.5 = 937.509375
    ("lc.109", MONTHLY, {"day_off": 8}, "12000.00"),
    ("lc.109", DAILY, {"day_off": 8}, "4000.00"),  # the day stands among the days of the wages
    ("lc.109", DAILY, {"day_off": 8, "paid": 0}, "12000.00"),
    ("lc.109", MONTHLY, {"day_off": 8, "paid": 8_000}, "4000.00"),
    ("lc.110", MONTHLY, {"night": 8}, "4000.00"),  # the month's pay holds the ordinary hour
    ("lc.110", MONTHLY, {"night": 8, "paid": 0}, "12000.00"),
    ("lc.110", MONTHLY, {"night": 8, "day_off": 8, "paid": 0}, "24000.00"),  # both, separately
    ("lc.110", MONTHLY, {"night": 8, "day_off": 8}, "16000.00"),
    ("lc.110", HOURLY, {"night": 3}, "1500.00"),
    ("lc.68.1", SHORT_WEEK, {"overtime": 1}, "1500.00"),  # 144,000 / (20 x 7.2)
    ("lc.68.1", LONG_WEEK, {"overtime": 1}, "1500.00"),  # no more than the law's forty hours count
    ("lc.108", MONTHLY, {}, "0.00"),
]


@pytest.mark.parametrize(("norm", "terms", "hours", "owed"), WORKED)
def test_worked_cases(norm: str, terms: WageTerms, hours: dict[str, object], owed: str) -> None:
    found = overtime([row(**hours)], terms)
    assert found.owed == Decimal(owed)
    assert found.owed.as_tuple().exponent == -2
    keys = {fact.key for fact in found.facts}
    assert law.fact(norm).key
    if norm != "lc.68.1" and any(key in hours for key in ("overtime", "night", "day_off")):
        assert norm in keys


@pytest.mark.parametrize(
    ("hours", "found"),
    [
        ((12,), []),
        (("12.5",), ["Hours of overtime in 01.2026: 12.5. The law allows 12 a month."]),
        ((10,) * 12, []),
        (
            (11,) * 11,
            [
                "Hours of overtime in 2026: 121. Where working time is counted in sum, the law allows 120 a year.",
            ],
        ),
        (
            (40, 90),
            [
                "Hours of overtime in 01.2026: 40. The law allows 12 a month.",
                "Hours of overtime in 02.2026: 90. The law allows 12 a month.",
                "Hours of overtime in 2026: 130. Where working time is counted in sum, the law allows 120 a year.",
            ],
        ),
    ],
)
def test_limits_of_article_78_are_named_and_the_hours_are_owed(hours: tuple[object, ...], found: list[str]) -> None:
    rows = [HoursMonth(date(2026, at, 1), overtime=Decimal(str(each))) for at, each in enumerate(hours, start=1)]
    counted = overtime(rows, HOURLY)
    assert [finding.text(for_language("en")) for finding in counted.findings] == found
    assert counted.owed == sum(row.overtime for row in rows) * 500
    assert ("lc.78" in {fact.key for fact in counted.facts}) == bool(found)


@pytest.mark.parametrize(
    ("terms", "hours", "how", "exact"),
    [
        (MONTHLY, {}, RateFrom.MONTHLY, Fraction(1_000)),
        (DAILY, {}, RateFrom.DAILY, Fraction(1_000)),
        (HOURLY, {}, RateFrom.HOURLY, Fraction(1_000)),
        (MONTHLY, {"hour": 700}, RateFrom.ENTERED, Fraction(700)),
        (ODD, {}, RateFrom.MONTHLY, Fraction(100_001, 160)),
    ],
)
def test_where_the_pay_of_an_hour_comes_from(
    terms: WageTerms, hours: dict[str, object], how: RateFrom, exact: Fraction
) -> None:
    rate = hour_rate(row(**hours), terms)
    assert (rate.how, rate.exact) == (how, exact)
    assert bool(rate.warnings) == (how in (RateFrom.MONTHLY, RateFrom.DAILY))  # no norm read says it: for the lawyer


@pytest.mark.parametrize("basis", [PayBasis.PIECE, PayBasis.LUMP_SUM])
def test_pay_that_tells_no_hour_asks_for_it(basis: PayBasis) -> None:
    with pytest.raises(InvalidInput) as refusal:
        overtime([row(overtime=1)], WageTerms(basis, Decimal(100)))
    assert refusal.value.problems[0].field == "hour"


def test_hours_before_the_tables_and_absurd_sums_are_refused() -> None:
    with pytest.raises(AppError):
        overtime([HoursMonth(date(2015, 12, 1), overtime=Decimal(1))], HOURLY)
    for wrong in (row(overtime=1, hour="1e13"), row(overtime=744, hour="1e12"), row(overtime=1, paid="1e13")):
        with pytest.raises(InvalidInput):
            overtime([wrong], HOURLY)


def test_hours_beyond_the_norm_that_stand_nowhere_are_told() -> None:
    told = overtime([row(worked=200, overtime=10, day_off=8)], MONTHLY).warnings
    assert any("22" in str(warning.params.get("hours")) for warning in told)
    assert not any("hours" in warning.params for warning in overtime([row(worked=178, overtime=18)], MONTHLY).warnings)


@pytest.mark.parametrize(
    ("month", "days"),
    [("2026-02-01", 20), ("2025-11-01", 20), ("2026-06-01", 22), ("2026-07-01", 22), ("2026-04-01", 22)],
)
def test_the_norm_of_a_month(month: str, days: int) -> None:
    norm = norm_of(date.fromisoformat(month), MONTHLY)
    assert (norm.days, norm.hours) == (days, days * 8)
    assert norm.facts[0].key == "week.hours"


HOURS = st.integers(0, 744_000).map(lambda number: Decimal(number) / 1_000)
SUMS = st.integers(0, 10**7).map(lambda number: Decimal(number) / 100)
MONTHS = st.builds(
    HoursMonth,
    month=st.dates(date(2016, 1, 1), date(2026, 12, 1)).map(lambda day: day.replace(day=1)),
    overtime=HOURS,
    night=HOURS,
    day_off=HOURS,
    hour=st.none() | SUMS,
    paid=st.none() | SUMS,
)
TERMS = st.builds(WageTerms, st.sampled_from([PayBasis.MONTHLY, PayBasis.DAILY, PayBasis.HOURLY]), SUMS)


def owed(found: Overtime) -> Decimal:
    assert found.owed >= 0
    assert found.owed.as_tuple().exponent == -2
    assert all(type(month.due) is Decimal and month.owed <= month.due for month in found.months)
    return found.owed


@given(st.lists(MONTHS, max_size=4), TERMS)
def test_the_order_of_rows_changes_nothing_and_months_add_up(rows: list[HoursMonth], terms: WageTerms) -> None:
    whole = overtime(rows, terms)
    assert owed(whole) == owed(overtime(reversed(rows), terms))
    assert owed(whole) == sum((owed(overtime([each], terms)) for each in rows), Decimal(0))


@given(MONTHS, TERMS, HOURS, st.sampled_from(["overtime", "night", "day_off"]))
def test_more_hours_never_bring_less(row: HoursMonth, terms: WageTerms, more: Decimal, kind: str) -> None:
    longer = replace(row, **{kind: getattr(row, kind) + more})
    assert owed(overtime([longer], terms)) >= owed(overtime([row], terms))


@given(MONTHS, TERMS, SUMS, SUMS)
def test_what_was_paid_comes_off_to_the_tiyn(row: HoursMonth, terms: WageTerms, paid: Decimal, more: Decimal) -> None:
    before = overtime([replace(row, paid=paid)], terms).months[0]
    after = overtime([replace(row, paid=paid + more)], terms).months[0]
    assert before.owed == max(before.due - paid, 0)
    assert after.owed == max(before.due - paid - more, 0)


@given(MONTHS, TERMS)
def test_no_hours_are_worth_nothing(row: HoursMonth, terms: WageTerms) -> None:
    nothing = Decimal(0)
    assert owed(overtime([replace(row, overtime=nothing, night=nothing, day_off=nothing)], terms)) == 0


@given(st.dates(date(2016, 1, 1), date(2026, 12, 31)), st.dates(date(2016, 1, 1), date(2026, 12, 31)))
def test_working_days_are_counted_one_by_one(first: date, last: date) -> None:
    days = (date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1))
    assert working_days(first, last) == sum(not law.is_day_off(day) for day in days)
