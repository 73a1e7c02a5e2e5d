"""What is offered first fits the case and can be made."""

from __future__ import annotations

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letter_advice import ADVICE, advised
from desktop_app.letters.catalogue import LETTERS


def test_every_letter_that_is_advised_can_be_made() -> None:
    assert {letter for letters in ADVICE.values() for letter in letters} <= set(LETTERS)


def test_the_claim_comes_first_where_wages_are_owed() -> None:
    found = advised((ComplaintKind.WITHHELD_DOCUMENTS,), LETTERS, owed=True)
    assert found[0] == "employer_claim"
    assert {"inspection_complaint", "documents_return", "police_documents", "consulate_request"} <= set(found)
    assert "police_forced_labour" not in found


def test_signs_of_force_bring_police_and_shelter() -> None:
    assert advised((ComplaintKind.DEBT_BONDAGE, ComplaintKind.MOVEMENT), LETTERS, owed=False)[:2] == (
        "police_forced_labour",
        "social_services",
    )


def test_what_cannot_be_made_is_not_offered_and_nothing_twice() -> None:
    every = advised(tuple(ComplaintKind), ("employer_claim", "akimat_appeal"), owed=True)
    assert every == ("employer_claim", "akimat_appeal")
    assert advised((), LETTERS, owed=False) == ()
    assert advised((ComplaintKind.OTHER,), LETTERS, owed=False) == ()
