"""Letters on the way, for the tests of the letter screens."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.services import letters
from desktop_app.services.files import OpenFile
from tests.services.posted import become
from tests.ui.cases.crew import log_case

ON = date(2026, 11, 21)


def claim(file: OpenFile, *, logged: bool = True, with_copy: bool = False) -> int:
    """A claim to the employer in case 1."""
    if logged:
        log_case(file)
    request = LetterRequest(
        1, "employer_claim", LetterLanguage.RU, ON, date(2026, 12, 1), file.staff.id, with_copy=with_copy
    )
    return letters.create(file, request).id


def complaint(file: OpenFile, *, logged: bool = True) -> int:
    """A complaint to the inspection in case 1."""
    letter_id = claim(file, logged=logged)
    become(file, letter_id, "inspection_complaint", AddresseeKind.INSPECTION)
    return letter_id
