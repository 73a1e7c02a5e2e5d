"""When a case is deleted its chain goes with it, and only employers who stand nowhere else."""

from __future__ import annotations

import pytest

from desktop_app.domain.access import Approval
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.chains import NewParty, Part
from desktop_app.services import chains, deletion, employers, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import COMPANY, opened
from tests.services.test_chains import BROKER, OTHER


@pytest.fixture
def lawyer(file: OpenFile) -> OpenFile:
    """A lawyer's hands on a file where a manager can approve."""
    for login, role in (("lawyer", Role.LAWYER), ("manager", Role.MANAGER)):
        staff.add(file, NewStaffMember(login, f"{role} person", role, factories.PASSWORD))
    member = next(each for each in staff.listing(file) if each.login == "lawyer")
    return OpenFile(file.db, member, file.path, file.keys)


def names(file: OpenFile) -> set[str]:
    return {row.name for row in employers.page(file, "", None, 9)}


def test_employers_of_a_chain_go_with_their_only_case(lawyer: OpenFile) -> None:
    first, second = opened(lawyer), opened(lawyer, employer=OTHER)
    chains.add(lawyer, first.id, NewParty(Part.BROKER, BROKER))
    chains.add(lawyer, first.id, NewParty(Part.CUSTOMER, OTHER, employer_id=second.employer_id))
    deletion.delete_case(lawyer, first.id, "twice", Approval("manager", factories.PASSWORD))
    assert names(lawyer) == {OTHER.name}


def test_an_employer_stays_while_it_stands_in_another_chain(lawyer: OpenFile) -> None:
    first, second = opened(lawyer), opened(lawyer, employer=OTHER)
    chains.add(lawyer, second.id, NewParty(Part.GENERAL_CONTRACTOR, COMPANY, employer_id=first.employer_id))
    deletion.delete_case(lawyer, first.id, "twice", Approval("manager", factories.PASSWORD))
    assert names(lawyer) == {COMPANY.name, OTHER.name}
    assert [each.employer.name for each in chains.of_case(lawyer, second.id)] == [OTHER.name, COMPANY.name]
