"""The papers of a person, with the day on which each runs out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from desktop_app.domain.checks import LONGEST_LINE, LONGEST_NAME, LONGEST_NOTE, problem_of_length
from desktop_app.domain.stays import StayRow
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_
from desktop_app.law import practice, regions

LONGEST_NUMBER: Final = 60
_OLDEST: Final = date(1950, 1, 1)
_FARTHEST: Final = timedelta(days=366 * 60)


class PaperKind(StrEnum):
    """What a paper is; the word stands in the file."""

    PASSPORT = "passport"
    NATIONAL_ID = "national_id"
    MIGRATION_CARD = "migration_card"
    VISA = "visa"
    REGISTRATION = "registration"
    LABOUR_IMMIGRANT_PERMIT = "labour_immigrant_permit"
    EMPLOYER_PERMIT = "employer_permit"
    SEASONAL_PERMIT = "seasonal_permit"
    TRANSFER_PERMIT = "transfer_permit"
    QUALIFICATION = "qualification_certificate"
    TEMPORARY_RESIDENCE = "temporary_residence"
    PERMANENT_RESIDENCE = "permanent_residence"
    KANDAS = "kandas_certificate"
    REFUGEE = "refugee_certificate"
    LABOUR_CONTRACT = "labour_contract"
    INSURANCE = "insurance"
    MEDICAL = "medical_certificate"
    CRIMINAL_RECORD = "criminal_record"
    FINGERPRINTS = "fingerprints"
    TAX_RECEIPT = "tax_receipt"
    OTHER = "other"


PAPER_KINDS: Final = {
    PaperKind.PASSPORT: N_("Passport"),
    PaperKind.NATIONAL_ID: N_("Identity card of the home country"),
    PaperKind.MIGRATION_CARD: N_("Migration card"),
    PaperKind.VISA: N_("Visa"),
    PaperKind.REGISTRATION: N_("Registration with the migration police"),
    PaperKind.LABOUR_IMMIGRANT_PERMIT: N_("Permit of a labour immigrant"),
    PaperKind.EMPLOYER_PERMIT: N_("Employer’s permit for foreign labour"),
    PaperKind.SEASONAL_PERMIT: N_("Permit for a seasonal foreign worker"),
    PaperKind.TRANSFER_PERMIT: N_("Permit for an intra-corporate transfer"),
    PaperKind.QUALIFICATION: N_("Certificate of qualification for self-employment"),
    PaperKind.TEMPORARY_RESIDENCE: N_("Temporary residence permit"),
    PaperKind.PERMANENT_RESIDENCE: N_("Permanent residence permit"),
    PaperKind.KANDAS: N_("Kandas certificate"),
    PaperKind.REFUGEE: N_("Refugee certificate"),
    PaperKind.LABOUR_CONTRACT: N_("Labour or civil-law contract"),
    PaperKind.INSURANCE: N_("Medical insurance"),
    PaperKind.MEDICAL: N_("Medical certificate"),
    PaperKind.CRIMINAL_RECORD: N_("Paper on a criminal record or its absence"),
    PaperKind.FINGERPRINTS: N_("Fingerprint registration"),
    PaperKind.TAX_RECEIPT: N_("Receipt of the income tax prepayment"),
    PaperKind.OTHER: N_("Another paper"),
}

PERMITS: Final = frozenset(
    {
        PaperKind.LABOUR_IMMIGRANT_PERMIT,
        PaperKind.EMPLOYER_PERMIT,
        PaperKind.SEASONAL_PERMIT,
        PaperKind.TRANSFER_PERMIT,
    }
)
"""Papers that bind the worker to a region and an employer."""


@dataclass(frozen=True)
class NewPaper:
    """A paper as typed. `region` (ISO 3166-2) and `employer` are those a permit is bound to."""

    kind: PaperKind
    number: str = ""
    issued_on: date | None = None
    expires_on: date | None = None
    region: str = ""
    employer: str = ""
    note: str = ""


@dataclass(frozen=True)
class PaperRow(NewPaper):
    """A paper as the file has it."""

    id: int = 0

    def days_left(self, on: date) -> int | None:
        """Days after `on` that the paper is still good for; 0 on its last day, negative when it has run out."""
        return None if self.expires_on is None else (self.expires_on - on).days

    def is_valid(self, on: date) -> bool:
        """Whether the paper has not run out on `on`; one without a last day has not."""
        return self.expires_on is None or self.expires_on >= on


class Clock(StrEnum):
    """How near the end of a paper is."""

    NONE = "none"
    GOOD = "good"
    SOON = "soon"
    OVER = "over"


@dataclass(frozen=True)
class PersonPapers:
    """The papers and stays of one person, papers by kind, stays newest first."""

    person_id: int
    citizenship: str
    papers: tuple[PaperRow, ...]
    stays: tuple[StayRow, ...]


@dataclass(frozen=True)
class ExpiringPaper:
    """A paper that runs out, as a list over many people shows it: no names and no numbers.

    `case_id` and `case_number` are those of the person's newest case that the reader may see, None and empty without.
    """

    paper_id: int
    person_id: int
    kind: PaperKind
    expires_on: date
    case_id: int | None
    case_number: str


def clock(paper: PaperRow, on: date) -> Clock:
    """How near the end of a paper is on a day; soon means within the days the centre looks ahead."""
    left = paper.days_left(on)
    if left is None:
        return Clock.NONE
    if left < 0:
        return Clock.OVER
    return Clock.SOON if left <= look_ahead() else Clock.GOOD


def look_ahead() -> int:
    """How many days ahead a paper that runs out is shown: a habit of the centre."""
    return practice("paper_look_ahead_days")


def problems_of_paper(paper: NewPaper, today: date) -> tuple[Problem, ...]:
    """What is wrong with a paper's fields."""
    return tuple(_problems(paper, today))


def _problems(paper: NewPaper, today: date) -> Iterator[Problem]:
    yield from problem_of_length("number", paper.number, LONGEST_NUMBER)
    yield from problem_of_length("employer", paper.employer, LONGEST_NAME)
    yield from problem_of_length("note", paper.note, min(LONGEST_NOTE, LONGEST_LINE * 10))
    if paper.region and paper.region not in {region.code for region in regions()}:
        yield Problem("region", Message(N_("Choose a region from the list.")))
    if paper.issued_on is not None and paper.issued_on > today:
        yield Problem("issued_on", Message(N_("The date is in the future.")))
    for field, day in (("issued_on", paper.issued_on), ("expires_on", paper.expires_on)):
        if day is not None and not _OLDEST <= day <= today + _FARTHEST:
            yield Problem(field, Message(N_("This date cannot be right. Check the year.")))
    if paper.issued_on is not None and paper.expires_on is not None and paper.expires_on < paper.issued_on:
        yield Problem("expires_on", Message(N_("The paper ends before it was issued.")))
