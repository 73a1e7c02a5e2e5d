"""Giving personal data to somebody outside the centre, across the border, or to the public.

Articles 7(3), 7(6), 9, 16 and 22(1)(5) of the Law on personal data: each transfer has a ground and is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.checks import EARLIEST_CASE, LONGEST_LINE, problem_of_length
from desktop_app.domain.consents import StoredConsent
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

HOME: Final = "KZ"


class Basis(StrEnum):
    """What a transfer rests on."""

    CONSENT = "consent"
    STATE_BODY = "state_body"
    TREATY = "treaty"
    RIGHTS = "rights"


ABROAD: Final = "pd.16.3"
"""The norm that a transfer across the border needs as well."""

NORMS: Final = {
    Basis.CONSENT: ("pd.7.6", ABROAD),
    Basis.STATE_BODY: ("pd.9.1",),
    Basis.TREATY: ("pd.9.4", ABROAD),
    Basis.RIGHTS: ("pd.9.5", ABROAD),
}
"""The norms each ground stands on, by key."""


@dataclass(frozen=True)
class NewTransfer:
    """Data of one or more people given away at once. `country` is where to, ISO 3166-1 alpha-2.

    `what` are codes of consents.Data, `other_what` the centre's words. `reason` says why consent cannot be obtained,
    or which demand of a state body it answers. `published` means open to everybody; it has no recipient.
    """

    person_ids: tuple[int, ...]
    on: date
    recipient: str
    country: str
    aim: str
    basis: Basis
    what: tuple[str, ...] = ()
    other_what: str = ""
    reason: str = ""
    published: bool = False
    case_id: int | None = None

    @property
    def is_abroad(self) -> bool:
        """Whether it crosses the border."""
        return self.country != HOME


@dataclass(frozen=True)
class TransferPeople:
    """Whom a transfer may be about: (person id, name) pairs of one case, or of nobody's case; a recipient proposed."""

    case_id: int | None
    people: tuple[tuple[int, str], ...]
    recipient: str = ""


@dataclass(frozen=True)
class TransferRow:
    """A line of the register. `consent_id` is the consent it rests on, if it does."""

    id: int
    person_id: int
    person: str
    case_number: str
    on: date
    recipient: str
    country: str
    what: tuple[str, ...]
    other_what: str
    aim: str
    basis: Basis
    consent_id: int | None
    published: bool
    recorded_by: str


@dataclass(frozen=True)
class RegisterFilter:
    """Which lines of the register: of the days `first` to `last`, below the line `after_id`, newest first."""

    first: date | None = None
    last: date | None = None
    after_id: int | None = None
    limit: int = 200


def covering(transfer: NewTransfer, consents: Iterable[StoredConsent]) -> StoredConsent | None:
    """The newest consent of a person that allows this transfer on its day, None when there is none."""
    fitting = (each for each in consents if each.valid_on(transfer.on) and not _uncovered(transfer, each))
    return max(fitting, key=lambda each: (each.consent.given_on, each.id), default=None)


def why_not(transfer: NewTransfer, consents: Iterable[StoredConsent]) -> Message | None:
    """Why no consent allows the transfer and what to do, None when one does."""
    known = tuple(consents)
    if covering(transfer, known) is not None:
        return None
    valid = [each for each in known if each.valid_on(transfer.on)]
    if not valid:
        return Message(_NO_CONSENT)
    newest = max(valid, key=lambda each: (each.consent.given_on, each.id))
    return Message(_uncovered(transfer, newest))


def problems(transfer: NewTransfer, today: date) -> tuple[Problem, ...]:
    """What is wrong with a transfer before its ground is looked at."""
    found = [*_problems_of_place(transfer)]
    if not transfer.person_ids:
        found.append(Problem("person_ids", Message(N_("Choose at least one worker."))))
    if transfer.on > today:
        message = N_("The date is in the future. A transfer is recorded when it has happened.")
        found.append(Problem("on", Message(message)))
    elif transfer.on < EARLIEST_CASE:
        found.append(Problem("on", Message(N_("The date is too long ago. Check the year."))))
    if not transfer.what and not transfer.other_what:
        found.append(Problem("what", Message(N_("Choose what was given."))))
    if not transfer.aim:
        found.append(Problem("aim", Message(N_("Write what it was given for."))))
    found += _problems_of_ground(transfer)
    for name in ("recipient", "aim", "other_what", "reason"):
        found += problem_of_length(name, getattr(transfer, name), LONGEST_LINE)
    return tuple(found)


def _problems_of_place(transfer: NewTransfer) -> Iterator[Problem]:
    if not transfer.published and not transfer.recipient:
        yield Problem("recipient", Message(N_("Write to whom the data were given.")))
    if not transfer.country:
        yield Problem("country", Message(N_("Choose a country from the list.")))


def _problems_of_ground(transfer: NewTransfer) -> Iterator[Problem]:
    if transfer.published and transfer.basis is not Basis.CONSENT:
        yield Problem("basis", Message(N_("Data are published with the person’s consent only.")))
    elif transfer.is_abroad and transfer.basis is Basis.STATE_BODY:
        message = N_("A body of another state is no ground: choose the consent, a treaty or the protection of rights.")
        yield Problem("basis", Message(message))
    elif transfer.basis is not Basis.CONSENT and not transfer.reason:
        yield Problem("reason", Message(_REASONS[transfer.basis]))


def _uncovered(transfer: NewTransfer, consent: StoredConsent) -> str:
    """What this consent lacks for the transfer, as a msgid; empty when it allows it."""
    given = consent.consent
    if transfer.published:
        return "" if given.open_sources else _NOT_PUBLIC
    if not given.third_parties:
        return _NOT_TO_OTHERS
    if transfer.is_abroad and not given.cross_border:
        return _NOT_ABROAD
    if transfer.is_abroad and transfer.country not in given.countries:
        return _NOT_THIS_COUNTRY
    return ""


_NO_CONSENT: Final = N_(
    "No consent was valid on this day. Record the consent first, or choose the ground of law if the consent cannot "
    "be obtained."
)
_NOT_TO_OTHERS: Final = N_(
    "The consent does not allow giving the data to others. Ask the person for a new consent and record it first."
)
_NOT_ABROAD: Final = N_(
    "The consent does not allow giving the data abroad. Ask the person for a new consent and record it first."
)
_NOT_THIS_COUNTRY: Final = N_(
    "The consent names other countries. Ask the person for a new consent and record it first."
)
_NOT_PUBLIC: Final = N_("The consent does not allow publishing. Ask the person for a new consent and record it first.")
_REASONS: Final = {
    Basis.STATE_BODY: N_("Write which demand or case of the state body it answers."),
    Basis.TREATY: N_("Name the treaty."),
    Basis.RIGHTS: N_("Write why the consent could not be obtained."),
}
