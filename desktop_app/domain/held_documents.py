"""Documents that somebody keeps: what they are, and what the law says about it.

Findings are advice for staff, never a verdict: what is not settled says so and waits for the lawyer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain import held_findings as words
from desktop_app.domain.answers import Answers, said
from desktop_app.domain.checks import LONGEST_LINE, problem_of_length
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.held_findings import DocumentFinding
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

LONGEST_NUMBER: Final = 60


class DocumentKind(StrEnum):
    """A document that is kept from its owner."""

    PASSPORT = "passport"
    IDENTITY_CARD = "identity_card"
    PERMIT = "permit"
    DIPLOMA = "diploma"
    DRIVING_LICENCE = "driving_licence"
    MILITARY_CARD = "military_card"
    BANK_CARD = "bank_card"
    PHONE = "phone"
    OTHER = "other"


DOCUMENT_KINDS: Final = {
    DocumentKind.PASSPORT: N_("Passport"),
    DocumentKind.IDENTITY_CARD: N_("Identity card"),
    DocumentKind.PERMIT: N_("Permit or registration"),
    DocumentKind.DIPLOMA: N_("Diploma, certificate"),
    DocumentKind.DRIVING_LICENCE: N_("Driving licence"),
    DocumentKind.MILITARY_CARD: N_("Military card"),
    DocumentKind.BANK_CARD: N_("Bank card"),
    DocumentKind.PHONE: N_("Phone"),
    DocumentKind.OTHER: N_("Something else"),
}

OF_IDENTITY: Final = frozenset({DocumentKind.PASSPORT, DocumentKind.IDENTITY_CARD})
"""What article 494 of the Code on Administrative Offences names."""
PERSONAL: Final = frozenset(DocumentKind) - {DocumentKind.BANK_CARD, DocumentKind.PHONE, DocumentKind.OTHER}
"""What article 384(1) of the Criminal Code calls personal documents; a bank card and a phone are things."""
FOR_STAY_AND_WORK: Final = OF_IDENTITY | {DocumentKind.PERMIT}
"""What the convention of 2008 protects: identity, entry, stay, work."""


@dataclass(frozen=True)
class HeldDocument:
    """One document of one worker. `word` says on whose word; `returned_on` is the day it came back.

    `worker_id` is the worker's place in the case; `id` is 0 for one that is not stored yet.
    """

    worker_id: int
    kind: DocumentKind
    number: str = ""
    since: PartialDate | None = None
    held_by: str = ""
    place: str = ""
    word: str = ""
    returned_on: date | None = None
    id: int = 0


_GRAVE: Final = frozenset(
    {ComplaintKind.MOVEMENT, ComplaintKind.DEBT_BONDAGE, ComplaintKind.VIOLENCE, ComplaintKind.WAGE_ARREARS}
)


def findings(
    answers: Answers,
    documents: Collection[HeldDocument],
    other_kinds: Collection[ComplaintKind] = (),
    *,
    on: date,
) -> tuple[DocumentFinding, ...]:
    """What follows from the form and the documents that are still kept on a day.

    `other_kinds`: the other complaints of the same workers, for what may be a sign of something worse.
    """
    kept = {document.kind for document in documents if not is_returned(document, on)}
    found: list[DocumentFinding] = []
    if kept:
        found += _about_consent(answers)
        found += _about_liability(answers, kept)
        found += _about_worse(answers, kept, frozenset(other_kinds))
    found += _about_loss(answers, kept)
    if kept & OF_IDENTITY:
        found.append(words.CONSULATE)
        if _is(answers, "consequences", "overstay") or said(answers, "stay_until").when is not None:
            found.append(words.STAY)
    return tuple(found)


def is_returned(document: HeldDocument, on: date) -> bool:
    """Whether it is back with its owner on a day."""
    return document.returned_on is not None and document.returned_on <= on


def problems_of_documents(documents: Collection[HeldDocument], today: date) -> tuple[Problem, ...]:
    """Problems of the rows, as `documents[1].number`."""
    return tuple(
        Problem(f"documents[{place}].{problem.field}", problem.message)
        for place, document in enumerate(documents)
        for problem in _problems(document, today)
    )


def _problems(document: HeldDocument, today: date) -> Iterator[Problem]:
    yield from problem_of_length("number", document.number, LONGEST_NUMBER)
    yield from problem_of_length("held_by", document.held_by, LONGEST_LINE)
    yield from problem_of_length("place", document.place, LONGEST_LINE)
    since, returned = document.since, document.returned_on
    if document.word and document.word not in tuple(Evidence):
        yield Problem("word", Message(N_("Choose on whose word it stands from the list.")))
    if since is not None and since.iso > today.isoformat()[: len(since.iso)]:
        yield Problem("since", Message(N_("The date is in the future.")))
    if returned is not None and returned > today:
        yield Problem("returned_on", Message(N_("The date is in the future.")))
    elif returned is not None and since is not None and since.iso > returned.isoformat()[: len(since.iso)]:
        yield Problem("returned_on", Message(N_("It cannot come back before it was taken.")))


def _about_consent(answers: Answers) -> Iterator[DocumentFinding]:
    """lc.32.7: consent and a written undertaking, both; only an employer may ever rely on it."""
    consent, undertaking = said(answers, "consent").text, said(answers, "undertaking")
    if _is_somebody_else(answers):
        yield words.NOT_EMPLOYER
    if consent in ("none", "pressed"):
        yield words.NO_CONSENT
    if undertaking.is_no:
        yield words.NO_UNDERTAKING
    elif undertaking.is_yes and consent == "free":
        yield words.LAWFUL_SO_FAR
    elif not undertaking.is_yes:
        yield words.ASK_UNDERTAKING
    if said(answers, "condition").text not in ("", "none"):
        yield words.PLEDGE


def _about_liability(answers: Answers, kept: Collection[DocumentKind]) -> Iterator[DocumentFinding]:
    """The offence (koap.494) and the crime (uk.384.1), where the keeping looks unlawful."""
    if not looks_unlawful(answers):
        return
    if OF_IDENTITY & set(kept):
        yield words.FINE
    if PERSONAL & set(kept):
        yield words.CRIME
    if FOR_STAY_AND_WORK & set(kept):
        yield words.CONVENTION


def looks_unlawful(answers: Answers) -> bool:
    """Whether consent or the undertaking is missing, or a condition makes a pledge of it (lc.32.7, koap.494)."""
    return (
        said(answers, "consent").text in ("none", "pressed")
        or said(answers, "undertaking").is_no
        or said(answers, "condition").text not in ("", "none")
        or _is_somebody_else(answers)
    )


def _about_worse(
    answers: Answers, kept: Collection[DocumentKind], others: frozenset[ComplaintKind]
) -> Iterator[DocumentFinding]:
    """When it may be part of deprivation of liberty or trafficking: never a label, a reason to ask and to hurry."""
    if not PERSONAL & set(kept):
        return
    gone = said(answers, "state").text in ("hidden", "destroyed")
    threats = said(answers, "threats").is_yes or ComplaintKind.VIOLENCE in others
    if ComplaintKind.MOVEMENT in others:
        yield words.LIBERTY_GONE if gone else words.LIBERTY
    if others & _GRAVE or threats or said(answers, "condition").text in ("debt", "until_end"):
        yield words.TRAFFICKING


def _about_loss(answers: Answers, kept: Collection[DocumentKind]) -> Iterator[DocumentFinding]:
    """koap.492.4: late notice of a lost passport is an offence of those alone who live here permanently."""
    if said(answers, "state").text not in ("lost", "destroyed") or not (OF_IDENTITY & set(kept)):
        return
    permanent = said(answers, "permanent")
    if not permanent.is_no:
        yield words.LOSS_PERMANENT if permanent.is_yes else words.LOSS_ASK
    else:
        yield words.LOSS


def _is(answers: Answers, name: str, code: str) -> bool:
    return code in said(answers, name).codes


def _is_somebody_else(answers: Answers) -> bool:
    return said(answers, "role").text in ("guard", "intermediary", "landlord", "worker")
