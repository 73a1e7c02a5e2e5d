"""Letters to akimat, consulate, ombudsman, services and partners, and the print-out, made from a case in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.addressees import Addressee
from desktop_app.domain.answers import Answers
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.errors import InvalidInput
from desktop_app.services import centre, complaints_log, letters
from desktop_app.services.files import OpenFile
from tests.letters import bodies, claims
from tests.letters.reading import text_of
from tests.services.situations import TODAY, YUSUPOV, unpaid

SOMEBODY = Addressee(Trilingual("Мекеме", "Учреждение", "Institution"), "Алматы, Абай 5")
CONSENT = {"consent": "yes", "consent_on": "2026-11-20"}
ANSWERS = {
    "akimat_appeal": bodies.said(subject="housing", asked="проверить дом"),
    "consulate_request": bodies.said(asks=("passport", "return"), **CONSENT),
    "ombudsman_appeal": bodies.said(rights=("pay",), breach="Полгода не платят."),
    "social_services": bodies.said(needs=("shelter",), applies="person", **CONSENT),
    "partner_referral": bodies.said(aims=("law",), data=("name", "wages"), **CONSENT),
    "case_printout": bodies.said(names="redacted"),
}
KINDS = sorted(ANSWERS)


def case(file: OpenFile) -> int:
    """Two workers with arrears; the passport of one is kept; a story that names them."""
    with_address = replace(centre.read(file), name=claims.CENTRE.name, address=claims.CENTRE.address)
    centre.save(file, with_address)
    card = unpaid(file)
    first = card.workers[0].id
    paper = HeldDocument(first, DocumentKind.PASSPORT, "AA 1234567", PartialDate(2025, 3, 5), "Санжар", "вагончик")
    answers: Answers = bodies.said(role="foreman", holder="Санжар, прораб", words="Алишер, не дам")
    complaints_log.log(
        file, card.id, NewComplaint(ComplaintKind.WITHHELD_DOCUMENTS, (first,), None, answers, documents=(paper,))
    )
    told = bodies.said(title="Дом", happened="Юсуповы и Гулом Каримова живут в вагончике, звонить 8 701 123 45 67")
    complaints_log.log(file, card.id, NewComplaint(ComplaintKind.OTHER, (), None, told))
    return card.id


def request(file: OpenFile, case_id: int, kind: str, language: LetterLanguage, answers: Answers) -> LetterRequest:
    asked = LetterRequest(case_id, kind, language, TODAY, date(2026, 12, 4), file.staff.id)
    person = () if kind != "consulate_request" else (1,)
    return replace(asked, answers=answers, addressee=SOMEBODY, talked_over=True, worker_ids=person)


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_made_kept_and_numbered(file: OpenFile, kind: str) -> None:
    case_id = case(file)
    saved = letters.create(file, request(file, case_id, kind, LetterLanguage.KK_RU, ANSWERS[kind]))
    read = text_of(letters.pdf(file, saved.id))
    assert "2026/1" in read.replace("\u00a0", " ")
    assert YUSUPOV.phone[-9:] not in read
    if kind != "case_printout":
        assert "Учреждение" in read


@pytest.mark.parametrize("kind", ["consulate_request", "partner_referral", "social_services"])
def test_none_is_made_final_without_consent(file: OpenFile, kind: str) -> None:
    case_id = case(file)
    refused = {**ANSWERS[kind], **bodies.said(consent="no")}
    with pytest.raises(InvalidInput) as stopped:
        letters.create(file, request(file, case_id, kind, LetterLanguage.RU, refused))
    assert "answers.consent" in [problem.field for problem in stopped.value.problems]


@pytest.mark.parametrize("language", list(LetterLanguage))
def test_a_redacted_print_out_of_a_case_in_the_file_names_nobody(file: OpenFile, language: LetterLanguage) -> None:
    case_id = case(file)
    saved = letters.create(file, request(file, case_id, "case_printout", language, ANSWERS["case_printout"]))
    read = text_of(letters.pdf(file, saved.id)).casefold()
    secrets = ("юсупов", "алишер", "каримов", "ғұлом", "гулом", "құрылыс сервис", "санжар", "1234567", "123 45 67")
    assert [secret for secret in secrets if secret in read] == []
    assert "w1" in read
    assert "w2" in read


def test_with_names_the_print_out_tells_all(file: OpenFile) -> None:
    case_id = case(file)
    answers = bodies.said(names="with")
    saved = letters.create(file, request(file, case_id, "case_printout", LetterLanguage.RU, answers))
    read = text_of(letters.pdf(file, saved.id))
    for told in ("Юсупов Алишер", YUSUPOV.phone, "AA 1234567", "Санжар"):
        assert told in read
