"""Papers to a court made from a case of the file: from the wages to the frozen letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.addressees import Addressee
from desktop_app.domain.answers import Answer
from desktop_app.domain.cases import NewWageComplaint
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.errors import InvalidInput
from desktop_app.services import cases, complaints, letters
from desktop_app.services.files import OpenFile
from tests.letters.reading import text_of
from tests.services.situations import SHIFTS, TODAY, opened, unpaid

COURT = Addressee(Trilingual("Алмалы аудандық соты", "Алмалинский районный суд", "Almaly District Court"))
KINDS = {
    "court_claim": {"pretrial": Answer("decided"), "commission": Answer("№ 3, 19.10.2026")},
    "court_order": {"ground": Answer("норма"), "accrued": Answer(("slip",)), "undisputed": Answer("yes")},
    "power_of_attorney": {"place": Answer("Алматы"), "until": Answer("2027-11-20")},
    "calculation_paper": {},
}


def asked(file: OpenFile, kind: str, **new: object) -> LetterRequest:
    case = unpaid(file)
    request = LetterRequest(case.id, kind, LetterLanguage.KK_RU, TODAY, TODAY, file.staff.id, answers=KINDS[kind])
    return replace(request, addressee=COURT, **new)  # type: ignore[arg-type]  # each test names real fields


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "court_order"])
def test_it_is_made_of_the_case_and_kept(file: OpenFile, kind: str) -> None:
    request = asked(file, kind)
    assert letters.look(file, request).examined.stops == ()
    saved = letters.create(file, request)
    text = text_of(letters.pdf(file, saved.id))
    for worker in cases.card(file, request.case_id).workers:
        assert worker.person.full_name in text
        assert not worker.person.phone or worker.person.phone not in text
    assert letters.row(file, saved.id).number == "2026/1"


@pytest.mark.parametrize("kind", ["court_claim", "calculation_paper"])
def test_whoever_is_owed_nothing_is_left_out_of_itself(file: OpenFile, kind: str) -> None:
    card = opened(file)
    owed, other = card.workers
    complaints.log_wage_arrears(file, NewWageComplaint(card.id, ((owed.id, SHIFTS),)))
    request = LetterRequest(card.id, kind, LetterLanguage.RU, TODAY, TODAY, file.staff.id, answers=KINDS[kind])
    request = replace(request, addressee=COURT)
    assert letters.look(file, request).examined.stops == ()
    text = text_of(letters.look(file, request).pdf)
    assert owed.person.full_name in text
    assert other.person.full_name not in text


def test_an_order_waits_for_the_lawyer(file: OpenFile) -> None:
    request = asked(file, "court_order")
    fields = [stop.field for stop in letters.look(file, request).examined.stops]
    assert fields == ["signer_id"], "who signed in here is no lawyer"
    with pytest.raises(InvalidInput):
        letters.create(file, request)


def test_without_a_court_no_claim_is_made(file: OpenFile) -> None:
    request = asked(file, "court_claim")
    stops = letters.look(file, replace(request, addressee=None, answers={})).examined.stops
    assert [stop.field for stop in stops] == ["addressee", "answers.pretrial"]


def test_a_draft_shows_what_is_still_missing(file: OpenFile) -> None:
    request = replace(asked(file, "court_order"), answers={}, language=LetterLanguage.EN)
    text = text_of(letters.look(file, request).pdf)
    assert "NOT TO BE FILED YET" in text
