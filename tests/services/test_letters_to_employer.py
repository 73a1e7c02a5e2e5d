"""Every letter that the employer reads, made from a case in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.addressees import AT_EMPLOYER
from desktop_app.domain.answers import Answer
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.domain.leave import LeaveClaim
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.pay_claims import WorkerPay
from desktop_app.letters import catalogue
from desktop_app.services import cases, complaints_log, letters, pay_claims
from desktop_app.services.files import OpenFile
from tests.letters.reading import text_of
from tests.services.situations import KARIMOVA, TODAY, YUSUPOV, unpaid

ANSWERS = {
    "employer_claim": {},
    "documents_return": {"place": Answer("centre")},
    "pay_documents": {"asked": Answer(("slips", "certificate")), "eaeu": Answer("yes")},
    "breach_notice": {"breaches": Answer(("rest",))},
    "settlement": {"first": Answer("2027-01-10"), "count": Answer("3")},
    "commission_application": {"claims": Answer(("money",)), "absent": Answer("yes")},
}


def case_of(file: OpenFile) -> CaseCard:
    """Two workers without wages; the first one's passport is kept, and leave is owed too."""
    card = unpaid(file)
    first = card.workers[0].id
    document = HeldDocument(first, DocumentKind.PASSPORT, "AA 1234567", PartialDate(2025, 3, 5), "прораб", "вагончик")
    told = {"role": Answer("foreman"), "consent": Answer("none"), "stay_until": Answer("2026-12-31")}
    complaints_log.log(
        file,
        card.id,
        NewComplaint(ComplaintKind.WITHHELD_DOCUMENTS, (first,), PartialDate(2025, 3, 5), told, "", (document,)),
    )
    leave = LeaveClaim(date(2024, 3, 1), date(2025, 2, 28), average=Decimal(5_000))
    pay_claims.save(file, card.id, (first,), WorkerPay(leave=leave))
    return card


def request(
    file: OpenFile, card: CaseCard, kind: str, language: LetterLanguage = LetterLanguage.KK_RU
) -> LetterRequest:
    return LetterRequest(
        card.id, kind, language, TODAY, date(2026, 12, 1), file.staff.id, answers=ANSWERS[kind], talked_over=True
    )


def test_every_letter_at_the_employer_is_tried_here() -> None:
    at_employer = {letter.id for letter in catalogue.LETTERS.values() if letter.addressee in AT_EMPLOYER}
    assert at_employer == set(ANSWERS)


@pytest.mark.parametrize("kind", ANSWERS)
def test_it_is_made_without_a_stop_and_tells_the_employer_nothing_it_may_not_know(file: OpenFile, kind: str) -> None:
    card = case_of(file)
    for language in LetterLanguage:
        wanted = request(file, card, kind, language)
        assert letters.look(file, wanted).examined.stops == ()
        assert YUSUPOV.full_name in text_of(letters.look(file, wanted).pdf)
    text = text_of(letters.pdf(file, letters.create(file, request(file, card, kind)).id))
    for secret in (YUSUPOV.phone, "701 123", "2026-12-31", "31.12.2026", "Өзбекстан", "Узбекистан"):
        assert secret not in text


def test_one_worker_is_spoken_for_without_the_other(file: OpenFile) -> None:
    card = case_of(file)
    for kind in ANSWERS:
        alone = replace(request(file, card, kind), worker_ids=(card.workers[0].id,))
        assert KARIMOVA.full_name not in text_of(letters.look(file, alone).pdf)


def test_what_the_claim_demands_is_what_the_file_counts(file: OpenFile) -> None:
    card = case_of(file)
    letters.create(file, request(file, card, "employer_claim"))
    owed = pay_claims.totals(file, card.id, TODAY)
    claimed = [entry.amount for worker in cases.card(file, card.id).workers for entry in worker.money]
    assert claimed == [each.total for each in owed]
