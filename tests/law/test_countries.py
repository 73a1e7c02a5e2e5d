"""What is shipped of each citizenship: nothing that no source says, and the words of every norm."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app import law
from desktop_app.domain.country_sheets import sheet
from desktop_app.domain.work_facts import WorkFacts, stay_limits
from desktop_app.errors import AppError
from desktop_app.i18n import country_name
from desktop_app.law.countries import citizenship, known_countries, not_in_force, treaties

TODAY = date(2026, 11, 21)
UNION = {"RU", "BY", "AM", "KG"}

# citizenship, days an entry, days in 180 by which the counter counts, confidence; mig.6.4 where the source is silent
DAYS = [
    ("UZ", 30, 90, "S"),
    ("KG", 90, 90, "V"),
    ("TJ", 90, 90, "V"),
    ("RU", 90, 90, "S"),
    ("BY", 90, 90, "S"),
    ("AM", 90, 90, "S"),
    ("CN", 30, 90, "S"),
    ("TR", 90, 90, "S"),
    ("AZ", 30, 90, "S"),
    ("GE", 90, 90, "S"),
    ("MD", 90, 90, "S"),
    ("UA", 90, 90, "S"),
    ("TM", None, None, "S"),
    ("IN", 14, None, "S"),
    ("IR", 14, None, "S"),
    ("PH", 30, 90, ""),
]


@pytest.mark.parametrize(("code", "per_entry", "in_window", "confidence"), DAYS)
def test_the_days_of_a_stay_without_a_visa(
    code: str, per_entry: int | None, in_window: int | None, confidence: str
) -> None:
    limits = stay_limits(WorkFacts(citizenship=code), TODAY)
    assert (limits.per_entry, limits.in_window, limits.window) == (per_entry, in_window, 180)
    known = citizenship(code)
    assert (known.stay.confidence if known else "") == confidence


def test_the_table_has_these_countries() -> None:
    assert set(known_countries()) == {code for code, *_rest in DAYS} - {"PH"}
    for code in known_countries():
        assert country_name(code, "kk") != code


def test_only_the_union_is_the_union() -> None:
    assert {code for code in known_countries() if (found := citizenship(code)) is not None and found.eaeu} == UNION


def test_the_total_that_nobody_verified_is_not_shipped() -> None:
    for code in ("IN", "IR"):
        assert law.fact(f"stay.{code}").value == "14/"


@pytest.mark.parametrize("code", known_countries())
def test_a_sheet_rests_on_what_is_shipped(code: str) -> None:
    found = sheet(code, TODAY)
    assert found.facts
    for fact in found.facts:
        assert fact.confidence in {"V", "V-old", "S"}
        assert fact.source
    assert ("eaeu.97.6" in [fact.key for fact in found.registration]) is (code in UNION)
    assert set(found.treaties) == set(treaties())
    assert set(found.not_in_force) == set(not_in_force())


def test_conventions_that_do_not_bind_stand_apart() -> None:
    assert not set(treaties()) & set(not_in_force())
    assert {fact.key for fact in not_in_force()} == {
        "not_ratified.c97",
        "not_ratified.c143",
        "not_ratified.c189",
        "not_ratified.icrmw",
    }
    assert "treaty.cis08" in [fact.key for fact in treaties()]


def test_a_country_that_is_not_in_the_table_has_no_sheet() -> None:
    assert citizenship("PH") is None
    with pytest.raises(AppError):
        sheet("PH", TODAY)
