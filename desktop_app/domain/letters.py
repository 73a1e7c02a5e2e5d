"""What a letter is made from: facts only, gathered before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.addressees import NOBODY, Addressee, AddresseeKind
from desktop_app.domain.answers import Answers
from desktop_app.domain.case_papers import ContractMemo, ReadyMemo
from desktop_app.domain.case_told import CaseTold
from desktop_app.domain.centre import Centre, StaffMember
from desktop_app.domain.complaints import WageTerms
from desktop_app.domain.employers import Employer
from desktop_app.domain.law_norms import Norm as Norm
from desktop_app.domain.letter_edits import NO_EDITS, Edits
from desktop_app.domain.people import Person
from desktop_app.domain.wages import WageCalculation
from desktop_app.i18n import N_


class LetterLanguage(StrEnum):
    """The language of a letter; KK_RU prints Kazakh and Russian side by side."""

    KK = "kk"
    RU = "ru"
    EN = "en"
    KK_RU = "kk+ru"


LETTER_LANGUAGES: Final = {
    LetterLanguage.KK: N_("Kazakh"),
    LetterLanguage.RU: N_("Russian"),
    LetterLanguage.KK_RU: N_("Kazakh and Russian side by side"),
    LetterLanguage.EN: N_("English"),
}


class MadeFrom(StrEnum):
    """What a kind of letter is made from, and so where it is made: CASE letters need no arrears."""

    WAGES = "wages"
    CASE = "case"
    CONTRACT_CHECK = "contract_check"
    READINESS = "readiness"


class State(StrEnum):
    """How far a letter has come. A draft has no number; FINAL is numbered and frozen."""

    DRAFT = "draft"
    FINAL = "final"
    SENT = "sent"
    ANSWERED = "answered"


STATES: Final = {
    State.DRAFT: N_("Draft"),
    State.FINAL: N_("Ready to be sent"),
    State.SENT: N_("Sent"),
    State.ANSWERED: N_("Answered"),
}


@dataclass(frozen=True)
class LetterRequest:
    """A letter to be made. `on` is the letter's date and the day the penalty is counted to.

    `worker_ids` are the workers of the case it speaks for (empty: all with arrears, or all the crew);
    `pay_by` is the date demanded; `signer_id` the responsible lawyer. `talked_over`: the warnings that ask to stop were
    talked over with the worker. `answers` are what this kind of letter asks beyond the case, `edits` what was changed
    by hand; `with_copy`: an English reading copy is kept beside it.
    """

    case_id: int
    kind: str
    language: LetterLanguage
    on: date
    pay_by: date
    signer_id: int
    worker_ids: tuple[int, ...] = ()
    talked_over: bool = False
    answers: Answers = field(default_factory=dict)
    addressee: Addressee | None = None
    edits: Edits = NO_EDITS
    with_copy: bool = False


@dataclass(frozen=True)
class LetterWorker:
    """A worker the letter speaks for, with the calculation it demands and pay as it was agreed.

    Of the person stands here only what the addressee may know (domain.guard). `worker_id` is the place in the case.
    """

    person: Person
    occupation: str
    calculation: WageCalculation
    terms: WageTerms | None = None
    worker_id: int = 0


@dataclass(frozen=True)
class LetterFacts:
    """All a letter says. `norms` by key; amounts are tenge.

    `number` is the outgoing number, empty while the letter is a draft. `contract` and `readiness` are what papers for
    the file are made of; a letter that is made from wages has neither. `wording` are the centre's own standing texts;
    `copy_of` is the number of the letter that this is the English reading copy of, `with_copy` says that one is made
    beside it; `logo` is a PNG or JPEG picture.
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
    addressee: Addressee = NOBODY
    answers: Answers = field(default_factory=dict)
    told: CaseTold | None = None
    wording: Mapping[tuple[str, str], str] = field(default_factory=dict)
    edits: Edits = NO_EDITS
    copy_of: str = ""
    with_copy: bool = False
    logo: bytes = b""

    @property
    def worker_ids(self) -> frozenset[int]:
        """The places in the case of those the letter speaks for."""
        return frozenset(worker.worker_id for worker in self.workers)


@dataclass(frozen=True)
class LetterRow:
    """A line of the letters list. `due_on`: when an answer is due; `copy_of`: the letter it is a reading copy of.

    `first_worker` is the first of the `workers` it speaks for, empty where only their number is known; `crew` is how
    many workers its case has now.
    """

    id: int
    number: str
    kind: str
    language: LetterLanguage
    on: date
    case_id: int
    case_number: str
    employer: str
    workers: int
    state: State = State.FINAL
    addressee_kind: AddresseeKind = AddresseeKind.EMPLOYER
    addressee: str = ""
    sent_on: date | None = None
    due_on: date | None = None
    answered_on: date | None = None
    copy_of: int | None = None
    code: str = ""
    crew: int = 0
    first_worker: str = ""


@dataclass(frozen=True)
class PageImage:
    """A page drawn for the preview: 32-bit BGRA or RGB bytes as `stride` says, width x height pixels."""

    width: int
    height: int
    stride: int
    pixels: bytes
