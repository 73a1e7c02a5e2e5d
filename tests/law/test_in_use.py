"""What the open file holds of the law stands before what was shipped, and what is old says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain.law_norms import Norm, Standing
from desktop_app.i18n import for_language
from desktop_app.law import Confirmed, Fact, Held, Origin

TODAY = date(2026, 11, 21)
ADDED = date(2026, 11, 20)


def today() -> date:
    return TODAY


def added(key: str, value: str, first: str, until: str = "") -> Fact:
    """A value of the centre as services/law_in_use makes it."""
    end = date.fromisoformat(until) if until else None
    title = law.rows(key)[-1].title
    day = date.fromisoformat(first)
    return Fact(key, value, day, end, title, "source", "2026-11-20", "S", Origin.CENTRE, "Айгүл", ADDED)


RATE = added("base_rate", "16.00", "2026-10-27", "2026-12-04")

# (what the centre added, asked for, on a day) -> (the value, whether it warns of its range, whether it is the centre's)
WORKED = (
    ((), "base_rate", "2026-10-26", "16.25", False, False),
    ((), "base_rate", "2026-10-27", "16.25", True, False),
    ((RATE,), "base_rate", "2026-10-26", "16.25", False, False),
    ((RATE,), "base_rate", "2026-10-27", "16.00", False, True),
    ((RATE,), "base_rate", "2026-12-04", "16.00", False, True),
    ((RATE,), "base_rate", "2026-12-05", "16.00", True, True),
    ((RATE,), "mrp", "2026-10-27", "4325", False, False),
    ((RATE, added("base_rate", "15.00", "2026-12-05", "2027-01-22")), "base_rate", "2026-12-04", "16.00", False, True),
    ((RATE, added("base_rate", "15.00", "2026-12-05", "2027-01-22")), "base_rate", "2026-12-05", "15.00", False, True),
    ((added("mrp", "3180", "2022-04-01", "2022-12-31"),), "mrp", "2022-03-31", "2917", True, False),
    ((added("mrp", "3180", "2022-04-01", "2022-12-31"),), "mrp", "2022-06-01", "3180", False, True),
    ((added("mrp", "4690", "2027-01-01", "2027-12-31"),), "mrp", "2026-12-31", "4325", False, False),
    ((added("mrp", "4690", "2027-01-01", "2027-12-31"),), "mrp", "2027-01-01", "4690", False, True),
    ((added("minimum_wage", "95000", "2027-01-01", "2027-12-31"),), "minimum_wage", "2027-02-01", "95000", False, True),
    ((added("pay.last_day", "5", "2027-01-01"),), "pay.last_day", "2026-12-31", "10", False, False),
    ((added("pay.last_day", "5", "2027-01-01"),), "pay.last_day", "2027-01-01", "5", False, True),
    ((added("penalty.coefficient", "1.5", "2027-01-01"),), "penalty.coefficient", "2026-12-31", "1.25", False, False),
    ((added("penalty.coefficient", "1.5", "2027-01-01"),), "penalty.coefficient", "2027-01-01", "1.5", False, True),
    ((added("penalty.coefficient", "1.5", "2020-05-16"),), "penalty.coefficient", "2020-05-16", "1.5", False, True),
    ((added("leave.days", "30", "2027-01-01"),), "leave.days", "2027-06-01", "30", False, True),
)


@pytest.mark.parametrize(("facts", "key", "day", "value", "past", "ours"), WORKED, ids=range(len(WORKED)))
def test_the_value_in_force(facts: tuple[Fact, ...], key: str, day: str, value: str, past: bool, ours: bool) -> None:
    law.use(Held(facts), today)
    found = law.value(key, date.fromisoformat(day))
    assert (found.fact.value, found.past, found.fact.origin is Origin.CENTRE) == (value, past, ours)
    said = [message.text(for_language("en")) for message in found.warnings]
    assert any("confirmed only up to" in text for text in said) == past
    assert any("added by the centre on 20.11.2026 by Айгүл" in text for text in said) == ours


def test_closing_the_file_brings_back_what_was_shipped() -> None:
    law.use(Held((RATE,)), today, "a file")
    law.forget("another file")
    assert law.value("base_rate", TODAY).fact == RATE
    law.forget("a file")
    assert law.value("base_rate", TODAY).fact.value == "16.25"


def test_the_day_up_to_which_the_law_was_checked_follows_an_added_value() -> None:
    assert law.checked_until() == date(2026, 10, 26)
    law.use(Held((RATE,)), today)
    assert law.checked_until() == date(2026, 12, 4)


def test_a_norm_of_an_update_stands_in_the_place_of_the_shipped_one() -> None:
    brought = replace(law.fact("lc.113.3"), source="read anew", edition="2026-11-20", origin=Origin.UPDATE)
    law.use(Held((brought,)), today)
    assert law.fact("lc.113.3") == brought
    assert law.fact("lc.113.1").origin is Origin.SHIPPED
    assert [fact for fact in law.facts() if fact.key == "lc.113.3"] == [brought]


# (edition or day of reading, confirmed on, today) -> whether it is marked as old: twelve months and no day more.
OLD = (
    ("2026-11-21", None, "2027-11-21", False),
    ("2026-11-21", None, "2027-11-22", True),
    ("2026-11-21", "2027-06-01", "2028-06-01", False),
    ("2026-11-21", "2027-06-01", "2028-06-02", True),
    ("2024-02-29", None, "2025-02-28", False),
    ("2024-02-29", None, "2025-03-01", True),
    ("spring 2026", None, "2027-05-31", False),
    ("spring 2026", None, "2027-06-01", True),
    ("autumn 2025", None, "2026-11-30", False),
    ("autumn 2025", None, "2026-12-01", True),
    ("consolidated copy of 2020-2022", None, "2026-11-21", True),
    ("consolidated copy of 2020-2022", "2026-11-20", "2026-11-21", False),
    ("consolidated copy of 2020-2022", "2025-11-20", "2026-11-21", True),
    ("about 2022", None, "2026-11-21", True),
    ("changes of 2025, read in 2026", None, "2027-12-31", False),
    ("changes of 2025, read in 2026", None, "2028-01-01", True),
    ("an age nobody knows", None, "2026-11-21", True),
    ("an age nobody knows", "2026-11-20", "2026-11-21", False),
)


@pytest.mark.parametrize(("edition", "confirmed", "now", "old"), OLD, ids=range(len(OLD)))
def test_what_nobody_confirmed_for_a_year_says_so_wherever_it_is_used(
    edition: str, confirmed: str | None, now: str, old: bool
) -> None:
    norm = replace(law.fact("lc.113.3"), edition=edition)
    row = replace(law.rows("pay.last_day")[-1], edition=edition)
    told = tuple(
        Confirmed(fact.id, fact.content, "Дина", date.fromisoformat(confirmed)) for fact in (norm, row) if confirmed
    )
    law.use(Held((norm, row), told), lambda: date.fromisoformat(now))
    assert law.stale(law.fact("lc.113.3")) == old
    assert law.value("pay.last_day", TODAY).stale == old
    assert bool(law.value("pay.last_day", TODAY).warnings) == old
    assert Norm(norm).settled != old
    by = ("Дина", date.fromisoformat(confirmed)) if confirmed else ("", None)
    assert Norm(norm, *by).settled != old


@pytest.mark.parametrize("changed", ["value", "source", "edition"])
def test_a_confirmation_of_something_else_keeps_nothing_fresh(changed: str) -> None:
    norm = replace(law.fact("lc.113.3"), edition="copy of 2020-2022")
    other = replace(norm, **{changed: "another"})
    law.use(Held((norm,), (Confirmed(norm.id, other.content, "Дина", TODAY),)), today)
    assert law.stale(norm)


def test_without_an_open_file_nothing_is_called_old() -> None:
    assert not any(law.stale(fact) or law.outdated(fact) for fact in law.facts())


STANDINGS = (
    ("V", Origin.SHIPPED, "", "2026-11-01", Standing.READ),
    ("V", Origin.UPDATE, "", "2026-11-01", Standing.READ),
    ("V", Origin.CENTRE, "", "2026-11-01", Standing.TO_CHECK),
    ("V-old", Origin.SHIPPED, "", "2026-11-01", Standing.TO_CHECK),
    ("S", Origin.SHIPPED, "", "2026-11-01", Standing.TO_CHECK),
    ("S", Origin.UPDATE, "Дина", "2026-11-01", Standing.CONFIRMED),
    ("S", Origin.CENTRE, "Дина", "2026-11-01", Standing.CONFIRMED),
    ("V", Origin.SHIPPED, "", "2024-11-01", Standing.STALE),
    ("S", Origin.SHIPPED, "", "2024-11-01", Standing.STALE),
    ("V", Origin.SHIPPED, "Дина", "2024-11-01", Standing.CONFIRMED),
)


@pytest.mark.parametrize(("sure", "origin", "by", "edition", "standing"), STANDINGS, ids=range(len(STANDINGS)))
def test_how_far_a_norm_may_be_relied_on(sure: str, origin: Origin, by: str, edition: str, standing: Standing) -> None:
    law.use(Held(), today)
    fact = replace(law.fact("lc.113.3"), confidence=sure, origin=origin, edition=edition)
    norm = Norm(fact, by, TODAY if by else None)
    assert norm.standing is standing
    assert norm.settled == (standing in (Standing.READ, Standing.CONFIRMED))


def test_a_value_past_its_range_is_the_gravest() -> None:
    law.use(Held(), today)
    newest = law.rows("base_rate")[-1]
    assert Norm(newest, "Дина", TODAY).standing is Standing.OUTDATED
    assert Norm(law.rows("base_rate")[-2]).standing is Standing.TO_CHECK


DAYS = st.dates(date(2016, 1, 1), date(2030, 12, 31))


@given(DAYS, st.lists(DAYS, max_size=5, unique=True))
def test_an_added_value_rules_from_its_day_to_the_next_row_and_nowhere_else(day: date, firsts: list[date]) -> None:
    law.forget()
    before = law.value("base_rate", day).fact
    facts = tuple(added("base_rate", f"{at + 1}.5", first.isoformat()) for at, first in enumerate(firsts))
    law.use(Held(facts), today)
    try:
        found = law.value("base_rate", day).fact
        begun = [fact for fact in facts if fact.effective_from is not None and fact.effective_from <= day]
        expected = max((before, *begun), key=lambda fact: (fact.effective_from, fact.origin is Origin.CENTRE))
        assert found == expected
        rows = law.rows("base_rate")
        firsts_now = [row.effective_from for row in rows]
        assert firsts_now == sorted(set(firsts_now))  # type: ignore[type-var]  # every row of a value has a day
    finally:
        law.forget()


@given(st.integers(0, 4000), st.integers(0, 800))
def test_a_confirmation_keeps_a_fact_fresh_for_a_year_and_not_longer(start: int, later: int) -> None:
    confirmed, now = date(2020, 1, 1) + timedelta(start), date(2020, 1, 1) + timedelta(start + later)
    norm = replace(law.fact("lc.113.3"), edition="2000-01-01")
    law.use(Held((norm,), (Confirmed(norm.id, norm.content, "Дина", confirmed),)), lambda: now)
    try:
        assert law.stale(norm) == (later > 366 or (later == 366 and not _leap_between(confirmed, now)))
    finally:
        law.forget()


def _leap_between(first: date, last: date) -> bool:
    days = (first + timedelta(day) for day in range((last - first).days + 1))
    return any((day.month, day.day) == (2, 29) and day > first for day in days)
