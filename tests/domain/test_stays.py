"""The 90-in-180 counter against worked cases and against counting day by day (mig.6.4)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain.stays import Stay, StayCount, StayLimits, check_day, counted, days_used, problems_of_stay
from desktop_app.errors import InvalidInput

GENERAL = StayLimits(30, 90, 180)  # mig.6.4: 30 days an entry, 90 in each 180
NINETY = StayLimits(90, 90, 180)  # kzru, KZBY, KZTJ with mig.6.4
FOURTEEN = StayLimits(14, None, 180)  # nothing established about the total
NONE = StayLimits(None, None, 180)
START = date(2026, 1, 1)


def on(text: str) -> date:
    return date.fromisoformat(text)


def stays(*periods: str) -> list[Stay]:
    """'2026-01-01/2026-01-30' is over, '2026-01-01/' lasts."""
    parts = (period.split("/") for period in periods)
    return [Stay(on(entered), on(left) if left else None) for entered, left in parts]


THREE = ("2026-01-01/2026-01-30", "2026-02-10/2026-03-11", "2026-03-20/2026-04-18")

# norm, limits, stays, the day; used, left, day of the stay, last lawful day, over, next day with a full entry
WORKED = [
    ("mig.6.4", GENERAL, (), "2026-11-21", 0, 30, None, "2026-12-20", False, "2026-11-22"),
    ("mig.6.4", GENERAL, ("2026-11-21/",), "2026-11-21", 1, 29, 1, "2026-12-20", False, "2026-11-22"),
    ("mig.6.4", GENERAL, ("2026-01-01/",), "2026-01-30", 30, 0, 30, "2026-01-30", False, "2026-01-31"),
    ("mig.6.4", GENERAL, ("2026-01-01/",), "2026-01-31", 31, 0, 31, "2026-01-30", True, "2026-02-01"),
    ("mig.6.4", GENERAL, ("2026-01-01/2026-01-01",), "2026-01-01", 1, 29, None, "2026-01-30", False, "2026-01-02"),
    # February: 28 days, and 29 in a leap year
    ("mig.6.4", GENERAL, ("2026-02-01/",), "2026-02-10", 10, 20, 10, "2026-03-02", False, "2026-02-11"),
    ("mig.6.4", GENERAL, ("2028-02-01/",), "2028-02-10", 10, 20, 10, "2028-03-01", False, "2028-02-11"),
    # three full entries use up the ninety days; the first of them leaves the window day by day
    ("mig.6.4", GENERAL, THREE, "2026-04-18", 90, 0, None, "2026-04-18", False, "2026-06-30"),
    ("mig.6.4", GENERAL, THREE, "2026-06-28", 90, 0, None, None, False, "2026-06-30"),
    ("mig.6.4", GENERAL, THREE, "2026-06-29", 90, 0, None, None, False, "2026-06-30"),
    ("mig.6.4", GENERAL, THREE, "2026-06-30", 89, 30, None, "2026-07-29", False, "2026-07-01"),
    # 80 days used: the fourth entry ends after ten days
    (
        "mig.6.4",
        GENERAL,
        ("2026-01-01/2026-01-30", "2026-02-10/2026-03-11", "2026-03-20/2026-04-08", "2026-04-20/"),
        "2026-04-20",
        *(81, 9, 1, "2026-04-29", False, "2026-06-21"),
    ),
    # the window's edge: day 181 after the first day of a stay counts it no more
    ("mig.6.4", GENERAL, ("2026-01-01/2026-01-01",), "2026-06-29", 1, 30, None, "2026-07-28", False, "2026-06-30"),
    ("mig.6.4", GENERAL, ("2026-01-01/2026-01-01",), "2026-06-30", 0, 30, None, "2026-07-29", False, "2026-07-01"),
    # ninety days at once, where an agreement allows them: day 90, day 91
    ("kztj.1", NINETY, ("2026-01-01/",), "2026-03-31", 90, 0, 90, "2026-03-31", False, "2026-06-30"),
    ("kztj.1", NINETY, ("2026-01-01/",), "2026-04-01", 91, 0, 91, "2026-03-31", True, "2026-07-01"),
    ("kzru.1", NINETY, ("2028-01-01/",), "2028-03-30", 90, 0, 90, "2028-03-30", False, "2028-06-29"),
    ("kzru.1", NINETY, ("2026-01-01/2026-01-10", "2026-02-01/"), "2026-02-01", 11, 79, 1, "2026-04-21", False, None),
    # a total that nobody established is not counted against
    ("mig.6.4", FOURTEEN, ("2026-11-08/",), "2026-11-21", 14, 0, 14, "2026-11-21", False, "2026-11-22"),
    ("mig.6.4", FOURTEEN, ("2026-11-07/",), "2026-11-21", 15, 0, 15, "2026-11-20", True, "2026-11-22"),
    # a visa or a residence permit: no counter at all
    ("mig.6.4", NONE, ("2026-01-01/",), "2026-11-21", 180, None, 325, None, False, None),
    # an exit that lies after the day is not yet one; an entry after it is not looked at
    ("mig.6.4", GENERAL, ("2026-01-01/2026-01-20",), "2026-01-10", 10, 20, 10, "2026-01-30", False, "2026-01-11"),
    ("mig.6.4", GENERAL, ("2026-01-01/2026-01-20",), "2025-12-31", 0, 30, None, "2026-01-29", False, "2026-01-01"),
    # out and in again on one day: the day counts once
    (
        "mig.6.4",
        GENERAL,
        ("2026-01-01/2026-01-30", "2026-01-30/"),
        "2026-01-30",
        *(30, 29, 1, "2026-02-28", False, "2026-01-31"),
    ),
]


@pytest.mark.parametrize(
    ("norm", "limits", "periods", "day", "used", "left", "nth", "last", "over", "full"),
    WORKED,
    ids=[f"{case[0]}-{at}" for at, case in enumerate(WORKED)],
)
def test_the_counter(
    norm: str,
    limits: StayLimits,
    periods: tuple[str, ...],
    day: str,
    used: int,
    left: int | None,
    nth: int | None,
    last: str | None,
    over: bool,
    full: str | None,
) -> None:
    assert law.fact(norm).source
    found = counted(stays(*periods), on(day), limits)
    assert (found.used, found.left, found.day) == (used, left, nth)
    assert found.last_day == (on(last) if last else None)
    assert found.over is over
    if full is not None or limits is NONE:
        assert found.next_full == (on(full) if full else None)


def test_the_limits_of_the_law_are_those_of_the_table() -> None:
    values = [law.value(f"stay.{key}", START).fact.number for key in ("per_entry", "in_window", "window")]
    assert StayLimits(*map(int, values)) == GENERAL


# counting day by day


def inside(known: list[Stay], day: date, seen_on: date) -> bool:
    return any(
        stay.entered_on <= day <= (stay.left_on if stay.left_on and stay.left_on <= seen_on else seen_on)
        for stay in known
        if stay.entered_on <= seen_on
    )


def by_hand(known: list[Stay], day: date, seen_on: date, window: int, extra: set[date]) -> int:
    days = (day - timedelta(days=back) for back in range(window))
    return sum(inside(known, each, seen_on) or each in extra for each in days)


def lawful(known: list[Stay], begins: date, day: date, seen_on: date, limits: StayLimits) -> bool:
    """Whether every day from `begins` to `day` is lawful for a stay that begins then."""
    staying: set[date] = set()
    for nth in range((day - begins).days + 1):
        staying.add(begins + timedelta(days=nth))
        if limits.per_entry is not None and nth + 1 > limits.per_entry:
            return False
        used = by_hand(known, begins + timedelta(days=nth), seen_on, limits.window, staying)
        if limits.in_window is not None and used > limits.in_window:
            return False
    return True


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Stay], date, StayLimits]:
    found: list[Stay] = []
    day = START
    for _nth in range(draw(st.integers(0, 4))):
        entered = day + timedelta(days=draw(st.integers(1, 25)))
        day = entered + timedelta(days=draw(st.integers(0, 14)))
        found.append(Stay(entered, day))
    lasts = draw(st.booleans())
    if found and lasts:
        found[-1] = Stay(found[-1].entered_on)
    seen = day + timedelta(days=draw(st.integers(0, 30)))
    per_entry, window = draw(st.integers(1, 12)), draw(st.integers(12, 40))
    in_window = draw(st.integers(per_entry, 20)) if draw(st.booleans()) else None
    return found, seen, StayLimits(per_entry, in_window, window)


@given(histories())
def test_days_used_are_the_days_in_the_window(made: tuple[list[Stay], date, StayLimits]) -> None:
    known, seen, limits = made
    assert days_used(known, seen, limits.window) == by_hand(known, seen, seen, limits.window, set())


@given(histories())
def test_the_last_lawful_day_is_the_last_one_that_counting_by_hand_allows(
    made: tuple[list[Stay], date, StayLimits],
) -> None:
    known, seen, limits = made
    found = counted(known, seen, limits)
    begins = found.inside_since or seen
    before = [stay for stay in known if stay.left_on is not None and stay.entered_on < begins]
    if found.last_day is None:
        assert not lawful(before, begins, begins, begins, limits)
        return
    assert lawful(before, begins, found.last_day, begins, limits)
    assert not lawful(before, begins, found.last_day + timedelta(days=1), begins, limits)
    assert found.over is (found.inside_since is not None and found.last_day < seen)


@given(histories())
def test_the_next_full_entry_is_the_first_one_by_hand(made: tuple[list[Stay], date, StayLimits]) -> None:
    known, seen, limits = made
    closed = [Stay(stay.entered_on, stay.last(seen)) for stay in known]
    full = min(each for each in (limits.per_entry, limits.in_window) if each is not None)

    def gives_all(day: date) -> bool:
        return lawful(closed, day, day + timedelta(days=full - 1), seen, limits)

    found = counted(known, seen, limits).next_full
    assert found is not None
    assert gives_all(found)
    assert not any(gives_all(seen + timedelta(days=later)) for later in range(1, (found - seen).days))


@given(histories(), st.integers(0, 30))
def test_leaving_never_takes_days_away(made: tuple[list[Stay], date, StayLimits], later: int) -> None:
    known, seen, limits = made
    closed = [Stay(stay.entered_on, stay.last(seen)) for stay in known]
    after = counted(closed, seen + timedelta(days=later), limits)
    assert after.used <= counted(closed, seen, limits).used
    assert after.left is not None
    assert 0 <= after.left <= (limits.per_entry or 0)


@pytest.mark.parametrize(
    ("entered", "left", "others", "field"),
    [
        ("2026-12-01", None, (), "entered_on"),
        ("1980-01-01", None, (), "entered_on"),
        ("2026-10-10", "2026-10-09", (), "left_on"),
        ("2026-10-10", "2026-12-01", (), "left_on"),
        ("2026-10-10", "2026-10-20", ("2026-10-01/2026-10-12",), "entered_on"),
        ("2026-10-10", None, ("2026-10-01/",), "entered_on"),
        ("2026-10-01", "2026-10-01", ("2026-10-01/2026-10-12",), "entered_on"),
        ("2026-10-12", None, ("2026-10-01/2026-10-12",), ""),
        ("2026-10-10", "2026-10-10", (), ""),
    ],
)
def test_a_stay_that_cannot_be(entered: str, left: str | None, others: tuple[str, ...], field: str) -> None:
    found = problems_of_stay(Stay(on(entered), on(left) if left else None), stays(*others), date(2026, 11, 21))
    assert [problem.field for problem in found] == ([field] if field else [])


def test_no_day_no_stay() -> None:
    with pytest.raises(InvalidInput):
        check_day(None, "entered_on")
    assert check_day(START, "entered_on") == START


def test_a_count_is_made_for_the_day_asked() -> None:
    assert isinstance(counted([], START, GENERAL), StayCount)
    assert counted([], START, GENERAL).on == START
