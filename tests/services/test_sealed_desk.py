"""What the desk writes about a sealed case is behind its seal: enquiries, referrals, the chain of employers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.chains import NewParty, Part
from desktop_app.domain.enquiries import EnquiryFilter
from desktop_app.domain.referrals import Ground, NewReferral, ReferralResult, Result
from desktop_app.errors import NotAllowed
from desktop_app.services import cases, chains, directory, enquiries, files, referrals, sealed, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import TODAY, new_case
from tests.services.test_chains import BROKER
from tests.services.test_enquiries import HOTLINE
from tests.services.test_referrals import SHELTER


@pytest.fixture
def path(file: OpenFile) -> Path:
    """A file with a manager and a colleague who can sign in; `file` is closed."""
    for login, role in (("manager", Role.MANAGER), ("staff", Role.STAFF)):
        staff.add(file, NewStaffMember(login, f"{role} person", role, factories.PASSWORD))
    files.close(file)
    return file.path


def test_an_enquiry_is_sealed_with_the_case_it_became(path: Path) -> None:
    manager = factories.sign_in(path, "manager")
    number = enquiries.log(manager, HOTLINE).id
    case = enquiries.open_case(manager, number, new_case()).id
    sealed.seal_case(manager, case)
    enquiries.change(manager, number, 2, replace(HOTLINE, answer="sealed words"))
    assert enquiries.card(manager, number).enquiry == replace(HOTLINE, answer="sealed words")
    files.close(manager)
    colleague = factories.sign_in(path, "staff")
    read = enquiries.card(colleague, number).enquiry
    assert (read.caller, read.phone, read.question, read.answer) == ("", "", "", "")
    row = enquiries.page(colleague, EnquiryFilter())[0]
    assert (row.caller, row.phone, row.question, row.answer) == ("", "", "", "")
    assert enquiries.repeats(colleague, HOTLINE.caller, HOTLINE.phone) == ()
    with pytest.raises(NotAllowed):
        enquiries.change(colleague, number, 3, HOTLINE)
    files.close(colleague)


def test_referrals_and_the_chain_are_behind_the_seal(path: Path) -> None:
    manager = factories.sign_in(path, "manager")
    case = cases.open_case(manager, new_case()).id
    shelter = directory.add(manager, SHELTER).id
    sealed.seal_case(manager, case)
    made = referrals.refer(manager, case, NewReferral(shelter, TODAY, "a bed", Ground.TOLD, note="hidden")).id
    referrals.record_result(manager, case, made, ReferralResult(Result.HELPED, TODAY, "also hidden"))
    chains.add(manager, case, NewParty(Part.BROKER, BROKER, note="also hidden"))
    (card,) = referrals.of_case(manager, case)
    assert (card.aim, card.note) == ("a bed", "hidden\nalso hidden")
    assert chains.of_case(manager, case)[1].note == "also hidden"
    files.close(manager)
    colleague = factories.sign_in(path, "staff")
    (card,) = referrals.of_case(colleague, case)
    assert (card.aim, card.note, card.result) == ("", "", Result.HELPED)
    assert chains.of_case(colleague, case)[1].note == ""
    with pytest.raises(NotAllowed):
        chains.add(colleague, case, NewParty(Part.FOREMAN, BROKER))
    files.close(colleague)
