"""What a letter may draw on beside wages: complaints, documents, the chain, earlier letters, exhibits, sums, promises.

Screening, papers, stays and how a worker is reached are not here on purpose: no letter ever carries them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import Answers
from desktop_app.domain.cases import MoneyEntry
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer
from desktop_app.domain.held_documents import HeldDocument
from desktop_app.domain.instalments import Instalment
from desktop_app.domain.outcomes import StoredOutcome
from desktop_app.domain.pay_claims import PayClaims
from desktop_app.domain.wages import WageCalculation


@dataclass(frozen=True)
class ToldComplaint:
    """A complaint that is not settled. `worker_ids` are places in the case, never empty."""

    kind: ComplaintKind
    since: PartialDate | None
    logged_on: date
    answers: Answers
    worker_ids: tuple[int, ...]
    documents: tuple[HeldDocument, ...] = ()


@dataclass(frozen=True)
class ToldParty:
    """An employer in the chain of the case; `part` is a value of chains.Part."""

    part: str
    employer: Employer


@dataclass(frozen=True)
class EarlierLetter:
    """A letter of the case that left before. `their_number` and `answered_on` are those of its answer, when one came.

    `sent_on` is the day it was handed in or posted, None when that was not noted; `due_on` the day the answer was due.
    `to` tells whom it went to: other letters never tell of a shelter, a consulate or a paper given to a worker.
    `worker_ids` are the places in the case it speaks for, empty where that was not kept.
    """

    id: int
    number: str
    kind: str
    addressee: str
    on: date
    sent_on: date | None = None
    due_on: date | None = None
    their_number: str = ""
    answered_on: date | None = None
    to: AddresseeKind = AddresseeKind.EMPLOYER
    worker_ids: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Exhibit:
    """An attachment of the case. `pages` is None when it has none to count (a sound, a table)."""

    id: int
    name: str
    note: str
    kind: str
    added_on: date
    pages: int | None = None


@dataclass(frozen=True)
class SettledComplaint:
    """A complaint that is over. Nothing of what was answered goes with it."""

    kind: ComplaintKind
    logged_on: date
    settled_on: date
    worker_ids: tuple[int, ...]


@dataclass(frozen=True)
class Ending:
    """How a case ended, for papers of the file alone: no addressee outside is told of it.

    `money` is what was claimed, awarded and received; `closed_why` a code of domain.outcomes, empty while it is open.
    """

    settled: tuple[SettledComplaint, ...] = ()
    results: tuple[StoredOutcome, ...] = ()
    money: tuple[MoneyEntry, ...] = ()
    closed_on: date | None = None
    closed_why: str = ""


@dataclass(frozen=True)
class Owed:
    """All that one worker is owed on the day of the letter, in tenge; `wages` is None without a wage complaint."""

    wages: WageCalculation | None
    claims: PayClaims

    @property
    def total(self) -> Decimal:
        """Arrears, other sums and penalties together."""
        return (Decimal(0) if self.wages is None else self.wages.total) + self.claims.total


def concerned(documents: Iterable[HeldDocument], worker_ids: Iterable[int]) -> frozenset[int]:
    """Whom a complaint concerns: the owners of the documents it names, else the workers it names."""
    return frozenset(each.worker_id for each in documents) or frozenset(worker_ids)


@dataclass(frozen=True)
class CaseTold:
    """Everything of a case that letters may draw on. `owed` and `promises` are by the worker's id in the case.

    `everybody`: how many workers the case has, also those the letter does not speak for.
    """

    opened_on: date
    channel: str = ""
    everybody: int = 0
    complaints: tuple[ToldComplaint, ...] = ()
    chain: tuple[ToldParty, ...] = ()
    earlier: tuple[EarlierLetter, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    owed: Mapping[int, Owed] = field(default_factory=dict)
    promises: Mapping[int, tuple[Instalment, ...]] = field(default_factory=dict)
    ending: Ending = Ending()

    def is_owed(self, worker_id: int) -> bool:
        """Whether a worker is owed anything on the day of the letter, wages or not."""
        return worker_id in self.owed and self.owed[worker_id].total > 0

    def earlier_for(self, worker_ids: frozenset[int]) -> tuple[EarlierLetter, ...]:
        """The letters that speak for any of these workers; those of which that was not kept are among them."""
        return tuple(each for each in self.earlier if not each.worker_ids or worker_ids & each.worker_ids)

    def concerned(self, kinds: Collection[ComplaintKind]) -> frozenset[int]:
        """The workers whom complaints of these kinds are about; where documents are named, those whose they are."""
        found: set[int] = set()
        for each in self.complaints:
            if each.kind in kinds:
                found |= concerned(each.documents, each.worker_ids)
        return frozenset(found)

    def of_kind(self, kind: ComplaintKind, worker_ids: frozenset[int]) -> tuple[ToldComplaint, ...]:
        """The complaints of a kind that are about any of these workers."""
        return tuple(each for each in self.complaints if each.kind is kind and worker_ids & set(each.worker_ids))
