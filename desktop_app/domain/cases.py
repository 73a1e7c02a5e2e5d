"""A case is a crew: one employer, one site, one or many workers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.complaints import Evidence, WorkerWages
from desktop_app.domain.employers import Employer
from desktop_app.domain.people import Person


class Sector(StrEnum):
    """Branch of the economy, as centres report it (law/glossary.tsv, sectors)."""

    CONSTRUCTION = "construction"
    AGRICULTURE = "agriculture"
    DOMESTIC = "domestic_work"
    TRADE = "trade"
    CATERING = "catering"
    HOTELS = "hotels"
    TRANSPORT = "transport"
    DELIVERY = "delivery"
    MANUFACTURING = "manufacturing"
    MINING = "mining"
    SERVICES = "household_services"
    CLEANING = "cleaning"
    WAREHOUSE = "warehouse"
    OTHER = "other"


class Channel(StrEnum):
    """How the complaint reached the centre."""

    VISIT = "visit"
    PHONE = "phone"
    MESSENGER = "messenger"
    OUTREACH = "outreach"
    PARTNER = "partner"
    OTHER = "other"


class Status(StrEnum):
    """Whether the case is being worked on."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class NewWorker:
    """A worker of a new case: a person already in the file (`person_id`) or a new one.

    `wages` is what the paste or the form already knows of the pay.
    """

    person: Person
    person_id: int | None = None
    occupation: str = ""
    wages: WorkerWages | None = None


@dataclass(frozen=True)
class NewCase:
    """A case to be opened. `employer_id` takes an employer already in the file.

    `region` is an ISO 3166-2 code; `responsible_id` a member of staff.
    """

    employer: Employer
    workers: tuple[NewWorker, ...]
    employer_id: int | None = None
    site: str = ""
    region: str = ""
    sector: Sector = Sector.OTHER
    channel: Channel = Channel.VISIT
    responsible_id: int | None = None
    opened_on: date | None = None
    next_date: date | None = None
    next_step: str = ""
    note: str = ""


class CaseRow(NamedTuple):
    """A line of the case list. `owed` is tenge of arrears without penalty, by the worker's word.

    A named tuple, because lists are made of hundreds at a time and a frozen dataclass costs six times as much.
    """

    id: int
    number: str
    employer: str
    first_worker: str
    workers: int
    region: str
    sector: Sector
    status: Status
    opened_on: date
    next_date: date | None
    next_step: str
    owed: Decimal
    received: Decimal


@dataclass(frozen=True)
class CaseFilter:
    """What the case list shows. `after_id` continues below the row with that id (keyset paging)."""

    text: str = ""
    status: Status | None = None
    without_next_date: bool = False
    due_by: date | None = None
    after_id: int | None = None
    limit: int = 200


class MoneyKind(StrEnum):
    """The three kinds of outcome in money."""

    CLAIMED = "claimed"
    AWARDED = "awarded"
    RECEIVED = "received"


@dataclass(frozen=True)
class MoneyEntry:
    """Tenge claimed, awarded or received for one worker on a day; `evidence` is None where no word was told."""

    worker_id: int
    kind: MoneyKind
    amount: Decimal
    on: date
    note: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True)
class CaseWorker:
    """A worker within a case. `id` is the worker's place in this case, `person_id` the person.

    `lives_at_site`: "yes", "no", or empty when nobody asked.
    """

    id: int
    person_id: int
    person: Person
    occupation: str
    wages: WorkerWages | None
    money: tuple[MoneyEntry, ...]
    lives_at_site: str = ""


@dataclass(frozen=True)
class CaseCard:
    """One case as its page shows it. `version` guards against overwriting a colleague's change.

    `letters`: (letter id, number, kind, language, date), newest first. `restricted`: open only to those it was given
    to. `sealed`: names and texts are placeholders unless `is_revealed`. `next_deadline` is the earliest open date under
    Steps, `closed_why` a code of domain.outcomes.
    """

    id: int
    number: str
    version: int
    employer_id: int
    employer: Employer
    site: str
    region: str
    sector: Sector
    channel: Channel
    status: Status
    responsible_id: int | None
    opened_on: date
    next_date: date | None
    next_step: str
    note: str
    workers: tuple[CaseWorker, ...]
    letters: tuple[tuple[int, str, str, str, date], ...]
    restricted: bool = False
    sealed: bool = False
    is_revealed: bool = True
    next_deadline: date | None = None
    closed_on: date | None = None
    closed_why: str = ""


@dataclass(frozen=True)
class CaseChange:
    """New values of a case's own fields; `version` and `status` are those that were read.

    A case is closed and opened again by services.outcomes alone.
    """

    case_id: int
    version: int
    site: str
    region: str
    sector: Sector
    channel: Channel
    status: Status
    responsible_id: int | None
    next_date: date | None
    next_step: str
    note: str


@dataclass(frozen=True)
class NewWageComplaint:
    """The wage complaint for some workers of a case: (worker id in the case, wages) pairs."""

    case_id: int
    workers: tuple[tuple[int, WorkerWages], ...]
    next_date: date | None = None
    next_step: str = ""
