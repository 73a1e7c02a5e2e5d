"""What the desk writes about a sealed case is behind its seal: enquiries, referrals, the chain of employers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.enquiries import EnquiryFilter
from desktop_app.errors import NotAllowed
from desktop_app.services import enquiries, files, sealed, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import new_case
from tests.services.test_enquiries import HOTLINE


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
