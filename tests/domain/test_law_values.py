"""A value of law typed by hand: what is refused, and what is asked about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain import law_values
from desktop_app.domain.law_values import NewLawValue
from desktop_app.law import Held

TODAY = date(2026, 11, 21)
SOURCE = "Decision of the National Bank of 23.10.2026"


def new(
    key: str = "base_rate", value: str = "16.00", first: str = "2026-10-27", until: str = "2026-12-04"
) -> NewLawValue:
    days = (date.fromisoformat(day) if day else None for day in (first, until))
    return NewLawValue(key, value, *days, SOURCE)


def fields(typed: NewLawValue) -> list[str]:
    return [problem.field for problem in law_values.problems(typed, law.rows(typed.key))]


# What is typed -> the field that is wrong, if any. The first three are how a rate may be written.
TYPED = (
    (new(value="16,00"), []),
    (new(value=" 16.00 "), []),
    (new(value="16"), []),
    (new(value=""), ["value"]),
    (new(value="sixteen"), ["value"]),
    (new(value="-1"), ["value"]),
    (new(value="0"), ["value"]),
    (new(value="0,00"), ["value"]),
    (new(value="16.25%"), ["value"]),
    (new(value="1e3"), ["value"]),
    (new(value="NaN"), ["value"]),
    (new(value="16/17"), ["value"]),
    (new(value="1" * 40), ["value"]),
    (new(value="١٦"), ["value"]),
    (new(first=""), ["effective_from"]),
    (new(first="2015-09-01", until="2026-12-04"), ["effective_from"]),
    (new(until="2026-10-26"), ["confirmed_until"]),
    (new(until=""), ["confirmed_until"]),
    (new("pay.last_day", "5", "2027-01-01", ""), []),
    (new("pay.last_day", "5", "2015-01-01", ""), ["effective_from"]),
    (new("fine.wages", "30/60/100/150", "2027-01-01", ""), []),
    (new("fine.wages", "30/60/100", "2027-01-01", ""), ["value"]),
    (new("fine.wages", "100", "2027-01-01", ""), ["value"]),
    (new("penalty.rate", "mrp", "2027-01-01", ""), ["value"]),
    (NewLawValue("base_rate", "16", date(2026, 10, 27), date(2026, 12, 4), ""), ["source"]),
    (NewLawValue("base_rate", "16", date(2026, 10, 27), date(2026, 12, 4), " \n "), ["source"]),
    (NewLawValue("base_rate", "16", date(2026, 10, 27), date(2026, 12, 4), "x" * 501), ["source"]),
)


@pytest.mark.parametrize(("typed", "wrong"), TYPED, ids=range(len(TYPED)))
def test_what_is_wrong_is_told_by_field(typed: NewLawValue, wrong: list[str]) -> None:
    assert fields(typed) == wrong


# What is typed -> what is asked about: a slip of the comma, a value inside a known range, another one after, a far day.
ASKED = (
    (new(value="16.00"), []),
    (new(value="1625"), ["very different"]),
    (new(value="1.625"), ["very different"]),
    (new(value="81.25"), []),
    (new(value="81.26"), ["very different"]),
    (new(value="3.25"), []),
    (new(value="3.24"), ["very different"]),
    (new(first="2026-10-01"), ["vouched for until"]),
    (new(first="2025-10-14", until="2025-10-20"), ["vouched for until", "From 08.06.2026", "more than a year ago"]),
    (new(first="2028-01-01", until="2028-02-01"), ["a year ahead"]),
    (new(first="2026-09-07"), ["from the same day".capitalize()]),
    (new("mrp", "4690", "2027-01-01", "2027-12-31"), []),
    (new("mrp", "46900", "2027-01-01", "2027-12-31"), ["very different"]),
    (new("minimum_wage", "95000", "2027-01-01", "2027-12-31"), []),
    (new("fine.wages", "30/60/100/150", "2027-01-01", ""), []),
    (new("fine.wages", "30/60/100/1500", "2027-01-01", ""), ["very different"]),
)


@pytest.mark.parametrize(("typed", "asked"), ASKED, ids=range(len(ASKED)))
def test_what_may_be_a_slip_is_asked_about(typed: NewLawValue, asked: list[str]) -> None:
    assert not fields(typed)
    found = [message.msgid % message.params for message in law_values.doubts(typed, law.rows(typed.key), TODAY)]
    assert len(found) == len(asked)
    assert all(words in text for words, text in zip(asked, found, strict=True))


@pytest.mark.parametrize(
    ("first", "wrong"),
    [
        ("2026-10-26", []),
        ("2026-10-27", ["effective_from", "effective_from"]),
        ("2026-11-15", ["effective_from"]),
        ("2026-12-04", ["effective_from"]),
        ("2026-12-05", []),
    ],
)
def test_values_added_by_hand_do_not_overlap(first: str, wrong: list[str]) -> None:
    from desktop_app.law import Fact, Origin

    rows = law.rows("base_rate")
    ours = Fact(
        "base_rate", "16", date(2026, 10, 27), date(2026, 12, 4), rows[0].title, "s", "2026-11-20", "S", Origin.CENTRE
    )
    law.use(Held((ours,)), lambda: TODAY)
    assert fields(new(first=first, until="2027-01-22")) == wrong[:1]


@pytest.mark.parametrize(
    ("key", "may"), [("base_rate", True), ("fine.wages", True), ("leave.days", True), ("penalty.rate", False)]
)
def test_only_numbers_are_typed_by_hand(key: str, may: bool) -> None:
    assert law_values.may_be_typed(law.rows(key)) == may
    assert not law_values.may_be_typed(())


@given(st.text(max_size=30))
def test_whatever_is_typed_is_either_refused_or_a_number(text: str) -> None:
    typed = new(value=text)
    if not fields(typed):
        assert Decimal(law_values.tidied(typed).value) > 0


@given(
    st.decimals(Decimal("0.01"), Decimal(1000), places=2),
    st.dates(date(2016, 1, 1), date(2035, 1, 1)),
    st.dates(date(2016, 1, 1), date(2035, 1, 1)),
)
def test_doubts_never_break_and_tidying_twice_changes_nothing(value: Decimal, first: date, until: date) -> None:
    typed = NewLawValue("base_rate", f"{value}".replace(".", ","), first, until, SOURCE)
    once = law_values.tidied(typed)
    assert law_values.tidied(once) == once
    law_values.doubts(typed, law.rows("base_rate"), TODAY)
    assert ("confirmed_until" in fields(typed)) == (until < first)
