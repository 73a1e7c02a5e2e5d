"""What a letter is made from: facts only, gathered before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.case_papers import ContractMemo, ReadyMemo
from desktop_app.domain.centre import Centre, StaffMember
from desktop_app.domain.complaints import WageTerms
from desktop_app.domain.employers import Employer
from desktop_app.domain.law_norms import Norm as Norm
from desktop_app.domain.people import Person
from desktop_app.domain.wages import WageCalculation


class LetterLanguage(StrEnum):
    """The language of a letter; KK_RU prints Kazakh and Russian side by side."""

    KK = "kk"
    RU = "ru"
    EN = "en"
    KK_RU = "kk+ru"


class MadeFrom(StrEnum):
    """What a kind of letter is made from, and so where it is made."""

    WAGES = "wages"
    CONTRACT_CHECK = "contract_check"
    READINESS = "readiness"


@dataclass(frozen=True)
class LetterRequest:
    """A letter to be made. `on` is the letter's date and the day the penalty is counted to.

    `worker_ids` are the workers of the case it speaks for (empty: all with arrears);
    `pay_by` is the date demanded; `signer_id` the responsible lawyer. `talked_over`: the warnings that ask to stop were
    talked over with the worker.
    """

    case_id: int
    kind: str
    language: LetterLanguage
    on: date
    pay_by: date
    signer_id: int
    worker_ids: tuple[int, ...] = ()
    talked_over: bool = False


@dataclass(frozen=True)
class LetterWorker:
    """A worker the letter speaks for, with the calculation it demands and pay as it was agreed."""

    person: Person
    occupation: str
    calculation: WageCalculation
    terms: WageTerms | None = None


@dataclass(frozen=True)
class LetterFacts:
    """All a letter says. `norms` by key; amounts are tenge.

    `number` is the outgoing number, empty while the letter is a draft. `contract` and `readiness` are what papers for
    the file are made of; a letter that is made from wages has neither.
    """

    kind: str
    language: LetterLanguage
    number: str
    on: date
    pay_by: date
    case_number: str
    centre: Centre
    signer: StaffMember
    employer: Employer
    site: str
    region: str
    workers: tuple[LetterWorker, ...]
    norms: dict[str, Norm]
    contract: ContractMemo | None = None
    readiness: ReadyMemo | None = None


@dataclass(frozen=True)
class LetterRow:
    """A line of the letters list."""

    id: int
    number: str
    kind: str
    language: LetterLanguage
    on: date
    case_id: int
    case_number: str
    employer: str
    workers: int


@dataclass(frozen=True)
class PageImage:
    """A page drawn for the preview: 32-bit BGRA or RGB bytes as `stride` says, width x height pixels."""

    width: int
    height: int
    stride: int
    pixels: bytes
