"""Dates that the program proposes; the person at the desk decides."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache

from desktop_app import law, settings


def proposed_pay_by(on: date) -> date:
    """The date a letter of `on` demands payment by: the centre's practice, moved to a working day."""
    return _working_day(on + timedelta(days=_practice()["days_to_pay"]))


def after_claim(pay_by: date) -> date:
    """When to look whether the employer has paid: the next working day after the date demanded."""
    return law.add_working_days(pay_by, 1)


def after_complaint(on: date) -> date:
    """When the letter for a complaint logged on `on` should be ready: the centre's practice."""
    return law.add_working_days(on, _practice()["working_days_to_letter"])


def _working_day(day: date) -> date:
    return law.add_working_days(law.eve(day), 1) if law.is_day_off(day) else day


@cache
def _practice() -> dict[str, int]:
    """Habits of a centre that no law sets (resources/law/practice.json)."""
    told: dict[str, int] = json.loads((settings.resources_dir() / "law" / "practice.json").read_text(encoding="utf-8"))
    return told
