"""Dates that the program proposes; the person at the desk decides."""

from __future__ import annotations

from datetime import date, timedelta

from desktop_app import law


def proposed_pay_by(on: date) -> date:
    """The date a letter of `on` demands payment by: the centre's practice, moved on to a working day."""
    return _working_day(on + timedelta(days=law.practice("days_to_pay")))


def after_claim(pay_by: date) -> date:
    """When to look whether the employer has paid: the next working day after the date demanded."""
    return law.add_working_days(pay_by, 1)


def after_complaint(on: date) -> date:
    """When the letter for a complaint logged on `on` should be ready: the centre's practice, in working days."""
    return law.add_working_days(on, law.practice("working_days_to_letter"))


def _working_day(day: date) -> date:
    """The first working day on or after `day`."""
    return law.add_working_days(day - timedelta(days=1), 1)
