"""Whom letters go to, and what each of them needs to be written to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain.centre import NO_WORDS, Trilingual
from desktop_app.domain.directory import EntryKind
from desktop_app.i18n import N_


class AddresseeKind(StrEnum):
    """Whom a kind of letter goes to, in the order of the list."""

    EMPLOYER = "employer"
    COMMISSION = "commission"
    INSPECTION = "inspection"
    POLICE = "police"
    PROSECUTOR = "prosecutor"
    HIGHER_BODY = "higher_body"
    COURT = "court"
    AKIMAT = "akimat"
    CONSULATE = "consulate"
    OMBUDSMAN = "ombudsman"
    SOCIAL_SERVICES = "social_services"
    PARTNER = "partner"
    WORKER = "worker"
    FILE = "file"


ADDRESSEE_KINDS: Final = {
    AddresseeKind.EMPLOYER: N_("Employer"),
    AddresseeKind.COMMISSION: N_("Conciliation commission"),
    AddresseeKind.INSPECTION: N_("State labour inspection"),
    AddresseeKind.POLICE: N_("Police"),
    AddresseeKind.PROSECUTOR: N_("Prosecutor’s office"),
    AddresseeKind.HIGHER_BODY: N_("Higher body"),
    AddresseeKind.COURT: N_("Court"),
    AddresseeKind.AKIMAT: N_("Akimat"),
    AddresseeKind.CONSULATE: N_("Consulate"),
    AddresseeKind.OMBUDSMAN: N_("Human rights body"),
    AddresseeKind.SOCIAL_SERVICES: N_("Special social services"),
    AddresseeKind.PARTNER: N_("Partner organisation"),
    AddresseeKind.WORKER: N_("To the worker"),
    AddresseeKind.FILE: N_("For the file"),
}

BODIES: Final[dict[AddresseeKind, tuple[EntryKind, ...]]] = {
    AddresseeKind.INSPECTION: (EntryKind.LABOUR_INSPECTION,),
    AddresseeKind.POLICE: (EntryKind.POLICE,),
    AddresseeKind.PROSECUTOR: (EntryKind.PROSECUTOR,),
    AddresseeKind.HIGHER_BODY: (EntryKind.STATE_BODY, EntryKind.PROSECUTOR, EntryKind.LABOUR_INSPECTION),
    AddresseeKind.COURT: (EntryKind.COURT,),
    AddresseeKind.AKIMAT: (EntryKind.AKIMAT,),
    AddresseeKind.CONSULATE: (EntryKind.CONSULATE,),
    AddresseeKind.OMBUDSMAN: (EntryKind.OMBUDSMAN,),
    AddresseeKind.SOCIAL_SERVICES: (EntryKind.SHELTER, EntryKind.AKIMAT, EntryKind.PARTNER, EntryKind.OTHER_SERVICE),
    AddresseeKind.PARTNER: (
        EntryKind.PARTNER,
        EntryKind.LEGAL_AID,
        EntryKind.SHELTER,
        EntryKind.TRADE_UNION,
        EntryKind.OTHER_SERVICE,
    ),
}
"""Addressees that are chosen from the directory, and the kinds of its entries that fit."""

INSIDE: Final = frozenset({AddresseeKind.WORKER, AddresseeKind.FILE})
"""Papers that go to no office: they are official in every language and start no clock."""

AT_EMPLOYER: Final = frozenset({AddresseeKind.EMPLOYER, AddresseeKind.COMMISSION})
"""Letters that the employer reads: the commission sits at the employer."""


@dataclass(frozen=True)
class Addressee:
    """Whom one letter goes to. The employer of the case is not told here, it stands in the case.

    `name` in the languages it is known in; `person`: a head or official, when one is to be named; `entry_id`: the entry
    of the directory it was taken from.
    """

    name: Trilingual = NO_WORDS
    address: str = ""
    person: str = ""
    entry_id: int | None = None


NOBODY: Final = Addressee()
