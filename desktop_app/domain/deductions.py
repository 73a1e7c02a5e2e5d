"""Sums kept back from wages: which of them the law does not allow (Labour Code, article 115)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from desktop_app import law
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.exact import tenge
from desktop_app.domain.money import NOTHING
from desktop_app.domain.penalty import refuse_absurd, unlike
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.law import Fact


class Ground(StrEnum):
    """Why the employer kept the sum back, as far as it is known."""

    COURT = "court"
    BY_LAW = "by_law"
    TRAVEL_ADVANCE = "travel_advance"
    TRAINING = "training"
    UNEARNED_ADVANCE = "unearned_advance"
    LEAVE_RECALL = "leave_recall"
    FINE = "fine"
    DAMAGE = "damage"
    HOUSING = "housing"
    FOOD = "food"
    TRANSPORT = "transport"
    RECRUITMENT = "recruitment"
    DOCUMENTS = "documents"
    OTHER = "other"
    UNKNOWN = "unknown"


class Consent(StrEnum):
    """Whether the worker agreed to it in writing."""

    YES = "yes"
    NO = "no"
    UNKNOWN = ""


class Verdict(StrEnum):
    """What the law says of one deduction."""

    LAWFUL = "lawful"
    WITH_CONSENT = "with_consent"
    WITHOUT_CONSENT = "without_consent"
    CONSENT_UNKNOWN = "consent_unknown"


GROUNDS: Final = {
    Ground.COURT: N_("Decision of a court"),
    Ground.BY_LAW: N_("Taxes and other cases set by law"),
    Ground.TRAVEL_ADVANCE: N_("Travel money not spent"),
    Ground.TRAINING: N_("Training paid by the employer under a training contract"),
    Ground.UNEARNED_ADVANCE: N_("Advance not earned"),
    Ground.LEAVE_RECALL: N_("Leave moved or interrupted"),
    Ground.FINE: N_("Fine by the employer"),
    Ground.DAMAGE: N_("Damage or shortage"),
    Ground.HOUSING: N_("Housing"),
    Ground.FOOD: N_("Food"),
    Ground.TRANSPORT: N_("Travel and transport"),
    Ground.RECRUITMENT: N_("Debt to the intermediary or for the job"),
    Ground.DOCUMENTS: N_("Papers, permit, registration"),
    Ground.OTHER: N_("Another ground"),
    Ground.UNKNOWN: N_("The ground is not known"),
}

CONSENTS: Final = {
    Consent.UNKNOWN: N_("Not known"),
    Consent.NO: N_("No"),
    Consent.YES: N_("Yes, in writing"),
}

VERDICTS: Final = {
    Verdict.LAWFUL: N_("Allowed ground"),
    Verdict.WITH_CONSENT: N_("Agreed in writing"),
    Verdict.WITHOUT_CONSENT: N_("Unlawful: no written consent"),
    Verdict.CONSENT_UNKNOWN: N_("Unlawful unless the employer shows a written consent"),
}

ALLOWED: Final = frozenset(
    {
        Ground.COURT, Ground.BY_LAW, Ground.TRAVEL_ADVANCE, Ground.TRAINING, Ground.UNEARNED_ADVANCE,
        Ground.LEAVE_RECALL,
    }
)  # fmt: skip
"""Grounds that need no consent: a court, the law itself, and debts kept back by an act of the employer."""

_BY_AN_ACT: Final = ALLOWED - {Ground.COURT, Ground.BY_LAW}


@dataclass(frozen=True)
class Deduction:
    """`amount` tenge kept back from the pay of `month` (its first day); `reason` is what the employer says."""

    month: date
    amount: Decimal
    ground: Ground = Ground.UNKNOWN
    consent: Consent = Consent.UNKNOWN
    reason: str = ""
    evidence: Evidence = Evidence.SAYS


@dataclass(frozen=True)
class DeductionFound:
    """One deduction with what the law says of it; `unlawful` tenge of it had no ground."""

    deduction: Deduction
    verdict: Verdict
    unlawful: Decimal


@dataclass(frozen=True)
class MonthOfDeductions:
    """One month in tenge: `taken` of a `pay`; `lawful` with a ground, and `over_limit` of that beyond the limit.

    `limit` is the largest sum that may be kept back, None when the pay of the month is not known.
    """

    month: date
    pay: Decimal | None
    taken: Decimal
    lawful: Decimal
    limit: Decimal | None
    over_limit: Decimal
    unlawful: Decimal


@dataclass(frozen=True)
class Deductions:
    """Every deduction in the order given, the months oldest first, and what was kept back unlawfully in tenge."""

    rows: tuple[DeductionFound, ...]
    months: tuple[MonthOfDeductions, ...]
    unlawful: Decimal
    facts: tuple[Fact, ...]
    warnings: tuple[Message, ...]


def deductions(rows: Iterable[Deduction], pay: Mapping[date, Decimal]) -> Deductions:
    """What was kept back without a ground, or beyond the limit of a month (article 115, item 3).

    `pay` is the wage due by the first day of each month, in tenge; for a month without it only the grounds are looked
    at. Sums without a ground are unlawful whole; those with one only beyond the limit. Raises InvalidInput for absurd
    sums, AppError for months before the law tables.
    """
    found = tuple(_found(row) for row in rows)
    by_month: dict[date, list[DeductionFound]] = defaultdict(list)
    for row in found:
        by_month[row.deduction.month.replace(day=1)].append(row)
    months = tuple(_month(month, by_month[month], pay.get(month)) for month in sorted(by_month))
    return Deductions(
        rows=found,
        months=months,
        unlawful=sum((month.unlawful for month in months), NOTHING),
        facts=tuple(dict.fromkeys(_facts(months))),
        warnings=unlike(_warnings(found, months)),
    )


def verdict_on(deduction: Deduction) -> Verdict:
    """Whether one deduction had a ground, whatever its sum."""
    if deduction.ground in ALLOWED:
        return Verdict.LAWFUL
    return {
        Consent.YES: Verdict.WITH_CONSENT,
        Consent.NO: Verdict.WITHOUT_CONSENT,
        Consent.UNKNOWN: Verdict.CONSENT_UNKNOWN,
    }[deduction.consent]


def _found(row: Deduction) -> DeductionFound:
    refuse_absurd(row.amount, "amount")
    verdict = verdict_on(row)
    lawful = verdict in (Verdict.LAWFUL, Verdict.WITH_CONSENT)
    return DeductionFound(row, verdict, NOTHING if lawful else row.amount)


def _month(month: date, rows: list[DeductionFound], pay: Decimal | None) -> MonthOfDeductions:
    taken = sum((row.deduction.amount for row in rows), NOTHING)
    groundless = sum((row.unlawful for row in rows), NOTHING)
    lawful = taken - groundless
    limit = None
    if pay is not None:
        percent = law.value("deduction.limit_percent", month).fact.number
        limit = tenge(Fraction(pay) * Fraction(percent) / 100)
    over = NOTHING if limit is None else max(lawful - limit, NOTHING)
    return MonthOfDeductions(month, pay, taken, lawful, limit, over, groundless + over)


def _facts(months: tuple[MonthOfDeductions, ...]) -> Iterator[Fact]:
    if months:
        yield law.fact("lc.115")
    for month in months:
        if month.over_limit:
            yield law.fact("lc.115.3")
            yield law.value("deduction.limit_percent", month.month).fact


def _warnings(found: tuple[DeductionFound, ...], months: tuple[MonthOfDeductions, ...]) -> Iterator[Message]:
    if any(row.verdict is Verdict.CONSENT_UNKNOWN for row in found):
        yield Message(
            N_("Ask the worker whether they agreed to the deductions in writing. Until then they count as unlawful.")
        )
    if any(row.deduction.ground in _BY_AN_ACT for row in found):
        yield Message(N_("Debts are kept back by an act of the employer with notice to the worker. Ask for this act."))
    for month in months:
        if month.over_limit:
            yield from law.value("deduction.limit_percent", month.month).warnings
        if month.limit is None and month.lawful:
            text = N_("%(month)s: the pay is not known, so the limit for deductions was not checked.")
            yield Message(text, {"month": f"{month.month:%m.%Y}"})
