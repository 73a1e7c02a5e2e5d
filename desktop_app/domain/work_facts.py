"""What is known of somebody who works or wants to work, and what follows from it for the days of their stay."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from desktop_app.domain.papers import PaperKind, PaperRow
from desktop_app.domain.stays import Stay, StayLimits
from desktop_app.errors import AppError
from desktop_app.law import value
from desktop_app.law.countries import Citizenship, citizenship

YES, NO = "yes", "no"
_DAYS_OF_A_MONTH: Final = 30


class Status(StrEnum):
    """What the person is in Kazakhstan."""

    TEMPORARY = "temporary"
    PERMANENT = "permanent"
    KANDAS = "kandas"
    REFUGEE = "refugee"
    FAMILY = "family_of_citizen"
    LISTED = "government_list"


class WorkForm(StrEnum):
    """How the person works or wants to work."""

    HIRED = "hired"
    SEASONAL = "seasonal"
    SELF_EMPLOYED = "self_employed"
    TRANSFER = "transfer"
    OWN_COMPANY = "own_company"


class Purpose(StrEnum):
    """The purpose of the entry as the person gave it."""

    WORK = "work"
    PRIVATE = "private"
    FAMILY = "family"
    STUDY = "study"
    BUSINESS = "business"
    TREATMENT = "treatment"
    OTHER = "other"


class Contract(StrEnum):
    """What there is of a labour or civil-law contract."""

    NONE = "none"
    IN_FORCE = "in_force"
    ENDED_EARLY = "ended_early"
    ENDED_IN_TERM = "ended_in_term"


_OWN_TERM: Final = frozenset({Status.PERMANENT, Status.KANDAS, Status.REFUGEE})


@dataclass(frozen=True)
class WorkFacts:
    """What is known; an empty text and None mean that nobody asked yet.

    `papers` is None when nothing is known of papers (a call without a person). `three_months` answers, for a country
    that is not in the table, whether its citizens may stay that long without a visa.
    """

    citizenship: str = ""
    status: str = ""
    employer_kind: str = ""
    form: str = ""
    household_work: str = ""
    three_months: str = ""
    purpose: str = ""
    work_region: str = ""
    contract: str = ""
    contract_until: date | None = None
    contract_ended_on: date | None = None
    entered_on: date | None = None
    moved_on: date | None = None
    unpaid_fine: str = ""
    fine_on: date | None = None
    fine_note: str = ""
    papers: tuple[PaperRow, ...] | None = None
    stays: tuple[Stay, ...] = ()

    @property
    def country(self) -> Citizenship | None:
        """What the table knows of the citizenship."""
        return citizenship(self.citizenship) if self.citizenship else None

    def paper(self, kind: PaperKind) -> PaperRow | None:
        """The paper of a kind that is good for longest, one that has run out only when there is no other."""
        found = [paper for paper in self.papers or () if paper.kind is kind]
        return max(found, key=_goodness, default=None)

    def holds(self, kind: PaperKind, on: date) -> bool:
        """Whether a paper of this kind is on file and has not run out on the day."""
        paper = self.paper(kind)
        return paper is not None and paper.is_valid(on)


def known_fields(facts: WorkFacts) -> dict[str, str]:
    """The fields that rules ask for, those that follow from the citizenship among them; empty where not known."""
    country = facts.country
    eaeu = "" if not facts.citizenship else YES if country is not None and country.eaeu else NO
    return {
        "citizenship": facts.citizenship,
        "status": facts.status,
        "employer_kind": facts.employer_kind,
        "form": facts.form,
        "household_work": facts.household_work,
        "eaeu": eaeu,
        "visa_free_term": _visa_free_term(facts),
    }


def stay_limits(facts: WorkFacts, on: date) -> StayLimits:
    """The days of a stay without a visa for this citizenship; no limit under a visa or a residence permit.

    Where an agreement sets only the days of an entry, the total is that of the general rule, which is the safe reading.
    """
    window = _number("stay.window", on)
    if _has_own_term(facts, on):
        return StayLimits(None, None, window)
    country = facts.country
    per_entry, in_window = _number("stay.per_entry", on), _number("stay.in_window", on)
    if country is None:
        return StayLimits(per_entry, in_window, window)
    if country.needs_visa:
        return StayLimits(None, None, window)
    total = None if country.window_unknown else country.in_window or in_window
    return StayLimits(country.per_entry or per_entry, total, window)


def with_current_entry(facts: WorkFacts) -> WorkFacts:
    """The facts with the entry of the stay that lasts, when nobody typed another one."""
    current = [stay.entered_on for stay in facts.stays if stay.left_on is None]
    return replace(facts, entered_on=max(current)) if facts.entered_on is None and current else facts


def _visa_free_term(facts: WorkFacts) -> str:
    """Whether the citizenship gives the visa-free term that a labour immigrant needs."""
    country = facts.country
    if country is None:
        return facts.three_months if facts.citizenship else ""
    if country.needs_visa or country.no_work is not None:
        return NO
    if country.window_unknown:
        return facts.three_months
    days = max(country.per_entry or 0, country.in_window or 0)
    if not days:
        return facts.three_months
    return YES if days >= _number("permit.visa_free_months", date.max) * _DAYS_OF_A_MONTH else NO


def _has_own_term(facts: WorkFacts, on: date) -> bool:
    """Whether a paper or the law of the union sets the term of the stay, so that the counter does not."""
    if facts.holds(PaperKind.VISA, on) or facts.holds(PaperKind.TEMPORARY_RESIDENCE, on):
        return True
    if facts.status in _OWN_TERM:
        return True
    return _contract_gives_stay(facts, on)


def _contract_gives_stay(facts: WorkFacts, on: date) -> bool:
    """Whether a contract of a worker from the union still sets the term of the stay (Treaty, article 97(5), (9)).

    After its end only the days for a new contract count, where the rule gives them. The day of an early end is asked
    for: until it is known the contract counts.
    """
    country = facts.country
    if country is None or not country.eaeu or facts.contract in ("", Contract.NONE):
        return False
    if facts.contract == Contract.IN_FORCE:
        return facts.contract_until is None or facts.contract_until >= on
    ended = facts.contract_ended_on
    if ended is None:
        return facts.contract == Contract.ENDED_EARLY
    entered = with_current_entry(facts).entered_on
    if facts.contract == Contract.ENDED_EARLY and entered is not None:
        late = (ended - entered).days > _number("eaeu.early_after_days", ended)
        ended += timedelta(days=_number("eaeu.new_contract_days", ended) if late else 0)
    return ended >= on


def _goodness(paper: PaperRow) -> tuple[bool, date]:
    return paper.expires_on is None, paper.expires_on or date.min


def _number(key: str, on: date) -> int:
    try:
        return int(value(key, on).fact.number)
    except AppError:
        # The day lies before the table: the first figure is the only one there is.
        return int(value(key, date.max).fact.number)
