"""What is offered first fits the case and can be made."""

from __future__ import annotations

import pytest

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letter_advice import ADVICE, advised
from desktop_app.letters.catalogue import LETTERS
from desktop_app.letters.labour_breaches import BREACHES


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


def test_a_contract_check_alone_brings_no_letter_to_the_inspection() -> None:
    check = ComplaintKind.CONTRACT_CHECK
    assert "inspection_complaint" not in advised((check,), LETTERS, owed=False)
    assert "inspection_complaint" in advised((check, ComplaintKind.NO_CONTRACT), LETTERS, owed=False)
    assert "inspection_complaint" in advised((check,), LETTERS, owed=True)


@pytest.mark.parametrize("kind", [each for each, letters in ADVICE.items() if "inspection_complaint" in letters])
def test_the_inspection_is_offered_only_for_what_its_letter_tells(kind: ComplaintKind) -> None:
    assert kind in BREACHES or kind is ComplaintKind.WAGE_ARREARS
