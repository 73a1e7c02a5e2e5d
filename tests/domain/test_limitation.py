"""Terms by article 160 of the Labour Code: worked cases, each with its norm, and what must always hold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.limitation import (
    DIRECT,
    DIRECT_NORMS,
    RULES,
    STARTS,
    Direct,
    Rule,
    Suspended,
    Suspension,
    Unit,
    act_by,
    added,
    as_deadline,
    earliest,
    is_term,
    prolonged,
    term,
    way_of,
)

TODAY = date(2026, 11, 21)
BEFORE_THE_RULINGS = date(2026, 6, 1)
NO_COMMISSION, MEDIATION = Suspended.NO_COMMISSION, Suspended.MEDIATION

# rule, counted from, the law of, safe day, outer day, norms of the safe reading, norms of the outer one
WORKED = [
    pytest.param(Rule.WAGES, "2025-04-10", TODAY, "2026-04-10", "2028-04-10", "lc.160", "kc.81", id="wages-kc.81"),
    pytest.param(Rule.WAGES, "2025-12-31", TODAY, "2026-12-31", "2028-12-31", "lc.160", "kc.81", id="wages-year-end"),
    pytest.param(Rule.WAGES, "2024-02-29", TODAY, "2025-02-28", "2027-02-28", "lc.160", "gk.178.1", id="wages-leap"),
    pytest.param(Rule.WAGES, "2025-02-28", TODAY, "2026-02-28", "2028-02-28", "lc.160", "gk.178.1", id="wages-to-leap"),
    pytest.param(Rule.WAGES, "2023-12-08", TODAY, "2024-12-08", "2026-12-08", "lc.160", "kc.81", id="wages-outer-near"),
    pytest.param(
        Rule.WAGES, "2025-04-10", BEFORE_THE_RULINGS, "2026-04-10", "2026-04-10", "lc.160", "lc.160", id="old-kc.81"
    ),
    pytest.param(
        Rule.DISMISSAL_COMMISSION, "2026-10-30", TODAY, "2026-11-30", "2026-11-30", "lc.160", "lc.160",
        id="dismissal-commission-one-month",
    ),
    pytest.param(
        Rule.DISMISSAL_COMMISSION, "2026-01-31", TODAY, "2026-02-28", "2026-02-28", "lc.160", "lc.160",
        id="dismissal-commission-short-month",
    ),
    pytest.param(
        Rule.DISMISSAL_COMMISSION, "2024-01-31", TODAY, "2024-02-29", "2024-02-29", "lc.160", "lc.160",
        id="dismissal-commission-leap-month",
    ),
    pytest.param(
        Rule.DISMISSAL_COURT, "2026-11-02", TODAY, "2027-01-02", "2027-01-02", "lc.160", "lc.160",
        id="dismissal-court-two-months-over-new-year",
    ),
    pytest.param(
        Rule.DISMISSAL_COURT, "2026-12-31", TODAY, "2027-02-28", "2027-02-28", "lc.160", "lc.160",
        id="dismissal-court-two-months-short",
    ),
    pytest.param(
        Rule.DISMISSAL_DIRECT, "2026-09-25", TODAY, "2026-12-25", "2027-09-25", "lc.160", "kc.88", id="direct-kc.88"
    ),
    pytest.param(
        Rule.DISMISSAL_DIRECT, "2026-11-30", TODAY, "2027-02-28", "2027-11-30", "lc.160", "kc.88", id="direct-short"
    ),
    pytest.param(
        Rule.DISMISSAL_DIRECT, "2026-05-10", date(2026, 6, 11), "2026-08-10", "2026-08-10", "lc.160", "lc.160",
        id="dismissal-direct-a-day-before-kc.88",
    ),
    pytest.param(
        Rule.DISMISSAL_DIRECT, "2026-05-10", date(2026, 6, 12), "2026-08-10", "2027-05-10", "lc.160", "kc.88",
        id="dismissal-direct-on-the-day-of-kc.88",
    ),
    pytest.param(Rule.OTHER, "2026-03-01", TODAY, "2027-03-01", "2027-03-01", "lc.160", "lc.160", id="other-one-year"),
    pytest.param(Rule.OTHER, "2024-02-29", TODAY, "2025-02-28", "2025-02-28", "lc.160", "lc.160", id="other-leap-day"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "start", "on", "safe", "outer", "safe_norm", "outer_norm"), WORKED)
def test_the_worked_terms(
    rule: Rule, start: str, on: date, safe: str, outer: str, safe_norm: str, outer_norm: str
) -> None:
    counted = term(rule, date.fromisoformat(start), on)
    assert (counted.safe.on.isoformat(), counted.outer.on.isoformat()) == (safe, outer)
    assert safe_norm in {fact.key for fact in counted.safe.norms}
    assert outer_norm in {fact.key for fact in counted.outer.norms}
    assert counted.has_two_readings is (safe != outer)


def suspended(*spans: tuple[str, str]) -> tuple[Suspension, ...]:
    return tuple(Suspension(date.fromisoformat(first), date.fromisoformat(last)) for first, last in spans)


# Article 160, second part: no term runs while there is no commission and while a mediation contract is in force.
NOT_RUNNING = [
    pytest.param("2025-04-10", (("2025-06-01", "2025-06-30"),), "2026-05-10", 30, id="lc.160-a-month-inside"),
    pytest.param("2025-04-10", (("2025-03-01", "2025-04-30"),), "2026-04-30", 20, id="lc.160-before-counts-not"),
    pytest.param("2025-04-10", (("2025-04-10", "2025-04-10"),), "2026-04-10", 0, id="lc.160-the-first-day-is-no-day"),
    pytest.param("2025-04-10", (("2026-04-10", "2026-04-19"),), "2026-04-20", 10, id="lc.160-from-the-last-day-on"),
    pytest.param("2025-04-10", (("2026-04-11", "2026-05-11"),), "2026-04-10", 0, id="lc.160-after-the-end-too-late"),
    pytest.param(
        "2025-04-10", (("2025-06-01", "2025-06-20"), ("2025-06-11", "2025-06-30")), "2026-05-10", 30,
        id="lc.160-what-overlaps-counts-once",
    ),
    pytest.param(
        "2025-04-10", (("2025-06-01", "2025-06-10"), ("2026-04-15", "2026-04-24")), "2026-04-30", 20,
        id="lc.160-the-first-keeps-the-term-for-the-second",
    ),
    pytest.param("2024-04-10", (("2024-02-01", "2024-02-29"),), "2025-04-10", 0, id="lc.160-leap-february-before"),
    pytest.param("2023-04-10", (("2024-02-01", "2024-02-29"),), "2024-05-09", 29, id="lc.160-leap-february-inside"),
    pytest.param("2025-04-10", (("2025-12-20", "2026-01-10"),), "2026-05-02", 22, id="lc.160-over-the-year-end"),
]  # fmt: skip


@pytest.mark.parametrize(("start", "spans", "end", "days"), NOT_RUNNING)
def test_days_on_which_the_term_did_not_run_are_added(
    start: str, spans: tuple[tuple[str, str], ...], end: str, days: int
) -> None:
    counted = term(Rule.OTHER, date.fromisoformat(start), TODAY, suspended(*spans))
    assert (counted.safe.on.isoformat(), counted.safe.added_days) == (end, days)


def test_the_general_term_of_the_civil_code_is_not_moved_on() -> None:
    """Article 160 says of its own terms alone that they do not run."""
    span = suspended(("2025-06-01", "2025-06-30"))
    counted = term(Rule.WAGES, date(2025, 4, 10), TODAY, span)
    assert (counted.safe.on, counted.outer.on) == (date(2026, 5, 10), date(2028, 4, 10))


@pytest.mark.parametrize("rule", [Rule.DISMISSAL_DIRECT, Rule.DISMISSAL_COURT])
def test_a_term_that_needs_no_commission_does_not_wait_for_one(rule: Rule) -> None:
    """lc.159.1, lc.160: straight to court, or after the commission has decided."""
    plain = term(rule, date(2026, 9, 25), TODAY)
    assert term(rule, date(2026, 9, 25), TODAY, suspended(("2026-10-01", "2026-11-20"))) == plain
    mediated = Suspension(date(2026, 10, 1), date(2026, 10, 20), Suspended.MEDIATION)
    assert (term(rule, date(2026, 9, 25), TODAY, (mediated,)).safe.on - plain.safe.on).days == 20


def test_every_reading_says_its_source_edition_and_confidence() -> None:
    for rule in Rule:
        counted = term(rule, date(2026, 1, 10), TODAY)
        for reading in (counted.safe, counted.outer):
            assert reading.confidence in ("V-old", "S")
            assert all(fact.source and fact.edition for fact in (reading.value, *reading.norms))
    assert term(Rule.WAGES, date(2026, 1, 10), TODAY).outer.confidence == "S"


@pytest.mark.parametrize(
    ("kind", "after", "direct", "rule"),
    [
        (EmployerKind.HOUSEHOLD, False, None, Rule.DISMISSAL_DIRECT),
        (EmployerKind.COMPANY, False, None, Rule.DISMISSAL_COMMISSION),
        (EmployerKind.COMPANY, False, Direct.MICRO, Rule.DISMISSAL_DIRECT),
        (EmployerKind.SOLE_TRADER, False, Direct.NO_CONTRACT, Rule.DISMISSAL_DIRECT),
        (EmployerKind.COMPANY, True, None, Rule.DISMISSAL_COURT),
    ],
    ids=["lc.136-household", "lc.159.1-company", "lc.159.1-micro", "npvs.1-no-contract", "lc.159.7-after-commission"],
)
def test_where_a_dismissal_goes(kind: EmployerKind, after: bool, direct: Direct | None, rule: Rule) -> None:
    assert way_of(kind, after_commission=after, direct=direct) is rule


def test_every_rule_and_way_has_its_words_and_its_norm() -> None:
    assert set(RULES) == set(STARTS) == set(Rule)
    assert set(DIRECT) == set(DIRECT_NORMS) == set(Direct)
    assert all(law.fact(key).source for key in DIRECT_NORMS.values())
    assert all(is_term(rule.value) for rule in Rule)
    assert not is_term("employer.pay_by")
    assert earliest() == date(2016, 1, 1)


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("2027-03-14", "2027-03-12"),
        ("2027-01-02", "2026-12-31"),
        ("2026-12-16", "2026-12-15"),
        ("2027-03-22", "2027-03-19"),
        ("2026-11-20", "2026-11-20"),
    ],
    ids=["sunday", "new-year", "independence-day", "nauryz", "working-day"],
)
def test_a_term_that_ends_on_a_day_off_is_kept_the_day_before(end: str, last: str) -> None:
    assert act_by(date.fromisoformat(end)).isoformat() == last


def test_a_counted_term_becomes_a_date_of_the_case() -> None:
    two = as_deadline(term(Rule.WAGES, date(2026, 3, 10), TODAY), worker_id=7, note="x")
    assert (two.due_on, two.latest_on, two.started_on) == (date(2027, 3, 10), date(2029, 3, 10), date(2026, 3, 10))
    assert (two.worker_id, two.note, two.rule) == (7, "x", "limitation.wages")
    assert as_deadline(term(Rule.OTHER, date(2026, 3, 10), TODAY)).latest_on is None


DAYS = st.dates(date(2016, 1, 1), date(2030, 12, 31))
LAWS = st.dates(date(2021, 7, 1), date(2035, 12, 31))
SPANS = st.lists(st.tuples(DAYS, st.integers(0, 400)), max_size=5).map(
    lambda found: tuple(Suspension(first, first + timedelta(days=days)) for first, days in found)
)


@given(st.sampled_from(list(Rule)), DAYS, LAWS, SPANS)
def test_the_safe_day_is_never_after_the_outer_one(
    rule: Rule, start: date, on: date, spans: tuple[Suspension, ...]
) -> None:
    counted = term(rule, start, on, spans)
    assert start < counted.safe.on <= counted.outer.on


@given(st.sampled_from(list(Rule)), DAYS, DAYS)
def test_a_later_start_never_ends_earlier(rule: Rule, first: date, second: date) -> None:
    early, late = sorted((first, second))
    assert term(rule, early, TODAY).safe.on <= term(rule, late, TODAY).safe.on
    assert term(rule, early, TODAY).outer.on <= term(rule, late, TODAY).outer.on


@given(DAYS, st.integers(1, 364), st.integers(0, 300))
def test_a_suspension_inside_the_term_adds_exactly_its_days(start: date, after: int, days: int) -> None:
    first = start + timedelta(days=after)
    span = Suspension(first, first + timedelta(days=days))
    plain, moved = term(Rule.OTHER, start, TODAY), term(Rule.OTHER, start, TODAY, (span,))
    assert (moved.safe.on - plain.safe.on).days == moved.safe.added_days == days + 1


@given(DAYS, SPANS)
def test_a_suspension_never_shortens_and_its_order_changes_nothing(start: date, spans: tuple[Suspension, ...]) -> None:
    end = start + timedelta(days=365)
    moved = prolonged(start, end, spans)
    assert moved >= end
    assert moved == prolonged(start, end, reversed(spans))
    assert (moved - end).days <= sum((span.last - span.first).days + 1 for span in spans)


@given(DAYS, st.integers(0, 40), st.integers(0, 40))
def test_working_days_grow_with_their_number_and_end_on_a_working_day(day: date, first: int, second: int) -> None:
    few, many = sorted((first, second))
    assert added(day, few, Unit.WORKING_DAYS) <= added(day, many, Unit.WORKING_DAYS)
    assume(many > 0)
    assert not law.is_day_off(added(day, many, Unit.WORKING_DAYS))


@given(DAYS, st.integers(0, 48))
def test_months_stay_on_the_day_or_on_the_last_one_of_a_shorter_month(day: date, months: int) -> None:
    end = added(day, months, Unit.MONTHS)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)
    assert added(day, 1, Unit.YEARS) == added(day, 12, Unit.MONTHS)
