"""What is found about hours, rest, leave, probation, changes and the end of a labour contract."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from desktop_app.domain.contract_check import (
    Contract,
    Hit,
    Rule,
    Weight,
    both,
    if_code,
    if_no,
    if_yes,
    less_than,
    more_than,
    unless,
)
from desktop_app.domain.contract_questions import WITH_PERMIT
from desktop_app.domain.limitation import Unit, added
from desktop_app.i18n import N_

_SEASONAL: Final = if_code("setting", "seasonal")
_HOUSEHOLD: Final = if_code("employer", "household")
_ROTATION: Final = if_code("setting", "rotation")
_AGENCY: Final = if_code("setting", "agency")
_AMEND: Final = N_("Ask for an additional agreement that brings it in line with the law.")


def _seasonal_probation(contract: Contract) -> Hit | None:
    """Seasonal workers have no probation at all (Labour Code, article 134)."""
    months = contract.number("probation")
    return Hit() if contract.code("setting") == "seasonal" and months else None


def _long_probation(contract: Contract) -> Hit | None:
    """Longer than article 36 allows this worker."""
    heads = contract.yes("head") and contract.code("employer") != "household"
    return more_than("probation", "probation.months_heads" if heads else "probation.months")(contract)


def _long_shift(contract: Contract) -> Hit | None:
    """A rotation shift longer than article 135 allows, with the worker's written consent or without it."""
    key = "rotation.most_days_agreed" if contract.yes("shift_consent") else "rotation.most_days"
    return more_than("shift_days", key)(contract) if contract.code("setting") == "rotation" else None


def _short_term(contract: Contract) -> Hit | None:
    """A fixed term under a year where the employer is no small business (article 30(1) and (2))."""
    begins, ends = contract.day("starts_on"), contract.day("ends_on")
    least = contract.value("contract.least_months")
    if contract.code("term") != "fixed" or contract.code("employer") != "company":
        return None
    if begins is None or ends is None or least is None or ends >= _later(begins, least.fact.number):
        return None
    return Hit({"begins": begins, "ends": ends, "least": least.fact.number}, (least.fact,), least.warnings)


def _beyond_permit(contract: Contract) -> Hit | None:
    """A term that goes on after the permit (article 30(1)(6))."""
    if contract.code("regime") not in WITH_PERMIT:
        return None
    until, ends = contract.day("permit_until"), contract.day("ends_on")
    if contract.code("term") == "indefinite":
        return Hit()
    return Hit() if until is not None and ends is not None and ends > until else None


def _later(day: date, months: Decimal) -> date:
    """The last day of a term of so many months that begins on `day`: 31 December for a year from 1 January."""
    return added(day, int(months), Unit.MONTHS) - timedelta(days=1)


TIME: Final = (
    Rule(
        "hours",
        Weight.UNLAWFUL,
        more_than("week_hours", "week.hours"),
        N_(
            "The contract asks for %(said)s hours a week. The normal week is at most %(limit)s; what is above is "
            "overtime."
        ),
        N_("Write down the hours really worked; the hours above the norm are paid as overtime."),
        ("lc.68.1", "lc.108"),
        ("koap.89", "koap.87.3"),
    ),
    Rule(
        "rest.days",
        Weight.UNLAWFUL,
        if_no("day_off"),
        N_("There is no day off in the week."),
        N_("Write down the days worked without a day off; log the complaint about rest."),
        ("lc.84", "lc.109"),
    ),
    Rule(
        "rest.shifts",
        Weight.UNLAWFUL,
        less_than("rest_hours", "rest.between_shifts"),
        N_("Between two shifts there are %(said)s hours of rest. The law asks for at least %(limit)s."),
        N_("Write down when shifts began and ended; log the complaint about rest."),
        ("lc.83",),
    ),
    Rule(
        "leave",
        Weight.UNLAWFUL,
        unless(_SEASONAL, less_than("leave_days", "leave.days")),
        N_("The contract gives %(said)s days of paid leave a year. The law gives at least %(limit)s calendar days."),
        N_("Unused days are paid when the contract ends: count them to the whole leave of the law."),
        ("lc.88",),
    ),
    Rule(
        "probation",
        Weight.UNLAWFUL,
        _seasonal_probation,
        N_("The contract sets a probation. Seasonal workers have none."),
        N_("The worker cannot be dismissed as having failed a probation. Ask to strike it out."),
        ("lc.134",),
    ),
    Rule(
        "probation",
        Weight.UNLAWFUL,
        unless(_seasonal_probation, _long_probation),
        N_("The probation is %(said)s months. The law allows this worker at most %(limit)s."),
        N_("After the longest lawful probation the worker can no longer be dismissed for failing it. Ask to mend it."),
        ("lc.36",),
    ),
    Rule(
        "rotation.length",
        Weight.UNLAWFUL,
        _long_shift,
        N_("A rotation shift lasts %(said)s days. The longest the law allows here is %(limit)s calendar days."),
        N_("Ask for the schedule of shifts, and write down when each shift began and ended."),
        ("lc.135",),
    ),
    Rule(
        "rotation.kept",
        Weight.UNLAWFUL,
        both(_ROTATION, if_no("shift_kept")),
        N_("The employer does not give housing, food and transport for the rotation."),
        N_("Keep receipts for food, housing and the road, and claim them back in writing."),
        ("lc.135",),
    ),
    Rule(
        "term.short",
        Weight.WORRYING,
        _short_term,
        N_(
            "The term from %(begins)s to %(ends)s is shorter than %(least)s months, and no reason for it is named. "
            "Only a small business may agree on it freely."
        ),
        N_("Ask the lawyer whether the work, the season or a permit makes the short term lawful."),
        ("lc.30.1",),
    ),
    Rule(
        "term.permit",
        Weight.WORRYING,
        _beyond_permit,
        N_("The term of the contract goes beyond the permit. With a permit the contract is made for its term."),
        N_("Put the last day of the permit on the clock, and ask the employer when the extension will be filed."),
        ("lc.30.1.6",),
    ),
    Rule(
        "change.alone",
        Weight.UNLAWFUL,
        if_yes("changes_alone"),
        N_("The employer may change the terms alone. Changes need an additional agreement signed by both sides."),
        N_("The worker need not accept a change that was not agreed in writing. Keep both texts."),
        ("lc.33",),
    ),
    Rule(
        "end.no_leaving",
        Weight.UNLAWFUL,
        if_yes("no_leaving"),
        N_("The worker is forbidden to leave before the end. A worker may end the contract after notice."),
        N_(
            "Tell the worker of the right to leave after notice. If force or a threat stands behind it, screen for "
            "forced labour."
        ),
        ("lc.56",),
    ),
    Rule(
        "end.at_will",
        Weight.UNLAWFUL,
        unless(_HOUSEHOLD, if_yes("dismissal_at_will")),
        N_("The employer may dismiss without any ground. A dismissal needs a ground of the Code, named in the order."),
        N_("If the worker is dismissed, ask for the order and its ground at once: the term to dispute it is short."),
        ("lc.61", "lc.53"),
    ),
    Rule(
        "end.notice_household",
        Weight.MISSING,
        both(_HOUSEHOLD, if_no("notice_named")),
        N_("No terms of notice are named. For work in a household only the contract sets them."),
        N_("Ask to add how many days before the end each side tells the other, and what is paid for the loss of work."),
        ("lc.136",),
    ),
    Rule(
        "end.notice_season",
        Weight.UNLAWFUL,
        both(_SEASONAL, more_than("notice_worker", "seasonal.notice_days")),
        N_("A seasonal worker must give %(said)s days of notice. By the law %(limit)s calendar days are enough."),
        _AMEND,
        ("lc.134",),
    ),
    Rule(
        "agency.place",
        Weight.MISSING,
        both(_AGENCY, if_no("agency_place")),
        N_("The contract does not name the place of work at the firm the worker is sent to."),
        N_("Find out both firms: the one that sends is the employer and owes the wages. Enter both in the case."),
        ("lc.137-1",),
    ),
    Rule(
        "agency.pay",
        Weight.UNLAWFUL,
        both(_AGENCY, if_yes("agency_lower")),
        N_("Pay is lower than that of the other firm’s own workers. Agency workers may not be paid less."),
        N_("Ask a colleague there what they are paid, and claim the difference."),
        ("lc.137-1",),
        ("koap.90",),
    ),
)
