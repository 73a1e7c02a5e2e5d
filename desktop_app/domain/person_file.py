"""Everything the file holds about one person, and nothing about anybody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from desktop_app.domain.cases import CaseWorker, Sector, Status
from desktop_app.domain.centre import Centre, Role
from desktop_app.domain.consents import StoredConsent
from desktop_app.domain.mentions import names_any, stems
from desktop_app.domain.own_records import OwnRecord
from desktop_app.domain.people import Person
from desktop_app.domain.transfers import TransferRow

LEFT_OUT: Final = "…"
"""Stands for a text that names somebody else."""


@dataclass(frozen=True)
class OwnCase:
    """A person's own part of a case. `note` is the case's note, told only when nobody else is in the case."""

    number: str
    opened_on: date
    status: Status
    employer: str
    region: str
    sector: Sector
    worker: CaseWorker
    note: str = ""


@dataclass(frozen=True)
class OwnLetter:
    """A letter that speaks for a person, `kind` its English title; `pdf` is None when it speaks for others too."""

    number: str
    kind: str
    on: date
    case_number: str
    workers: int
    pdf: bytes | None = None
    id: int = 0


@dataclass(frozen=True)
class OwnAttachment:
    """A file kept in a case of a person; `name` is empty when the case has other people too. `size` in bytes."""

    case_number: str
    added_at: str
    name: str
    size: int


@dataclass(frozen=True)
class Looks:
    """How often somebody of a role looked at the person or at a case of theirs on a day."""

    on: date
    role: Role | None
    times: int


@dataclass(frozen=True)
class PersonFile:
    """What article 24 of the Law on personal data entitles a person to know, as of `made_at`."""

    centre: Centre
    made_at: datetime
    person: Person
    cases: tuple[OwnCase, ...]
    letters: tuple[OwnLetter, ...]
    attachments: tuple[OwnAttachment, ...]
    consents: tuple[StoredConsent, ...]
    transfers: tuple[TransferRow, ...]
    looks: tuple[Looks, ...]
    records: tuple[OwnRecord, ...] = ()
    others: tuple[str, ...] = ()

    def clean(self, text: str) -> str:
        """The text, or a mark in its place when it names one of the others of the same cases."""
        wanted = stems(*self.others, but=self.person.full_name)
        return LEFT_OUT if names_any(text, wanted) else text


def without_others(found: PersonFile, others: tuple[str, ...]) -> PersonFile:
    """The same without any free text that names one of `others`, by any word of their names in any of its endings."""
    wanted = stems(*others, but=found.person.full_name)

    def clean(text: str) -> str:
        return LEFT_OUT if names_any(text, wanted) else text

    return replace(
        found,
        others=others,
        cases=tuple(_case(case, clean) for case in found.cases),
        consents=tuple(_consent(stored, clean) for stored in found.consents),
        transfers=tuple(
            replace(row, recipient=clean(row.recipient), aim=clean(row.aim), other_what=clean(row.other_what))
            for row in found.transfers
        ),
        attachments=tuple(replace(row, name=clean(row.name)) for row in found.attachments),
    )


def _case(case: OwnCase, clean: Callable[[str], str]) -> OwnCase:
    money = tuple(replace(entry, note=clean(entry.note)) for entry in case.worker.money)
    worker = replace(case.worker, occupation=clean(case.worker.occupation), money=money)
    return replace(case, note=clean(case.note), worker=worker)


def _consent(stored: StoredConsent, clean: Callable[[str], str]) -> StoredConsent:
    given = stored.consent
    consent = replace(
        given,
        other_data=clean(given.other_data),
        other_aims=clean(given.other_aims),
        recipients=clean(given.recipients),
        note=clean(given.note),
    )
    withdrawn = stored.withdrawn and replace(stored.withdrawn, reason=clean(stored.withdrawn.reason))
    return replace(stored, consent=consent, withdrawn=withdrawn, refusal=clean(stored.refusal))
