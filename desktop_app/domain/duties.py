"""What the law on personal data obliges the centre to do now: one list, the soonest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.file_settings import FileSettings
from desktop_app.i18n import N_


class DutyKind(StrEnum):
    """A kind of duty, in the order in which duties without a day are listed."""

    STOP = "stop"
    ERASE = "erase"
    CONSENT_ENDS = "consent_ends"
    TERM_ENDED = "term_ended"
    RESPONSIBLE = "responsible"
    DATA_LIST = "data_list"
    POLICY = "policy"
    TERM = "term"
    NO_CONSENT = "no_consent"


@dataclass(frozen=True)
class Duty:
    """One duty. `day` is when it is due, None when it is due at once; `count` how many people or cases it is about."""

    kind: DutyKind
    person_id: int | None = None
    name: str = ""
    day: date | None = None
    count: int = 1


@dataclass(frozen=True)
class Duties:
    """The duties on a day; `without` is how many people in open cases have nothing recorded."""

    on: date
    duties: tuple[Duty, ...]
    without: int


WORDS: Final = {
    DutyKind.STOP: N_("Stop processing, or refuse with reasons: the consent was withdrawn"),
    DutyKind.ERASE: N_("Marked for erasure: two colleagues can erase from this day"),
    DutyKind.CONSENT_ENDS: N_("The consent ends: ask for a new one while the case is open"),
    DutyKind.TERM_ENDED: N_("Closed cases whose term of storage has ended"),
    DutyKind.RESPONSIBLE: N_("Name who answers for personal data"),
    DutyKind.DATA_LIST: N_("Approve the list of personal data, and note its day"),
    DutyKind.POLICY: N_("Approve the policy on personal data, and note its day"),
    DutyKind.TERM: N_("Let the lawyer set how many years closed cases keep their names"),
    DutyKind.NO_CONSENT: N_("No consent on file: ask for it, or note why it cannot be obtained"),
}

NORMS: Final = {
    DutyKind.STOP: "pd.8.7",
    DutyKind.ERASE: "pd.18",
    DutyKind.CONSENT_ENDS: "pd.8.4",
    DutyKind.TERM_ENDED: "pd.18",
    DutyKind.RESPONSIBLE: "pd.25.2.10",
    DutyKind.DATA_LIST: "pd.25.2.1",
    DutyKind.POLICY: "pd.25.2.1-1",
    DutyKind.TERM: "pd.12.2",
    DutyKind.NO_CONSENT: "pd.7.1",
}
"""The norm each duty rests on, by key."""


def of_documents(found: FileSettings) -> tuple[Duty, ...]:
    """The papers and decisions a centre must have and has not noted."""
    missing = (
        (DutyKind.RESPONSIBLE, found.responsible_id),
        (DutyKind.DATA_LIST, found.data_list_on),
        (DutyKind.POLICY, found.policy_on),
        (DutyKind.TERM, found.retention_years),
    )
    return tuple(Duty(kind) for kind, value in missing if value is None)


def in_order(duties: tuple[Duty, ...]) -> tuple[Duty, ...]:
    """What has a day first, the soonest on top; the rest by kind."""
    kinds = list(DutyKind)
    return tuple(sorted(duties, key=lambda duty: (duty.day is None, duty.day or date.max, kinds.index(duty.kind))))
