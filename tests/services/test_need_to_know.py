"""Whoever looks, by whatever way: only what they may see comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import settings
from desktop_app.domain.cases import CaseFilter, NewWorker, Status
from desktop_app.domain.centre import Role
from desktop_app.domain.people import Person
from desktop_app.errors import InvalidInput, NotAllowed
from desktop_app.services import access, cases, employers, files, letters, people, search, today
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import CLOCK, COMPANY, new_case

WORDS = ("Алматова", "Бекова", "Сериков", "Дусматов", "Ергашева", "Файзуллаев")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenFile]:
    """A file whose administrator has logged six cases of one worker each, and a colleague of every role."""
    patch = pytest.MonkeyPatch()
    patch.setenv(settings.CLOCK_VARIABLE, CLOCK)
    folder: Path = tmp_path_factory.mktemp("need")
    file = factories.open_file(folder)
    for word in WORDS:
        cases.open_case(file, new_case(NewWorker(Person(f"{word} Ақан"))))
    yield file
    files.close(file)
    patch.undo()


def of_cases(file: OpenFile) -> set[int]:
    return {row.id for row in cases.page(file, CaseFilter())}


# Every way to a list of cases, as the ids of the cases it tells of.
WAYS: dict[str, Callable[[OpenFile], set[int]]] = {
    "the list": of_cases,
    "open cases": lambda file: {row.id for row in cases.page(file, CaseFilter(status=Status.OPEN))},
    "undated cases": lambda file: {row.id for row in cases.page(file, CaseFilter(without_next_date=True))},
    "cases of a number": lambda file: {row.id for row in cases.page(file, CaseFilter(text="2026-"))},
    "cases of a name": lambda file: {row.id for row in cases.page(file, CaseFilter(text="Ақан"))},
    "the search": lambda file: {row.id for row in search.everything(file, "2026", 50).cases},
    "the cards of people": lambda file: {
        case_id for row in people.page(file, "", None, 50) for case_id, *_ in people.card(file, row.id).cases
    },
    "the cards of employers": lambda file: {
        case_id for row in employers.page(file, "", None, 50) for case_id, *_ in employers.card(file, row.id).cases
    },
    "people": lambda file: {row.id for row in people.page(file, "", None, 50)},
    "people of a name": lambda file: {row.id for row in people.page(file, "Ақан", None, 50)},
    "people found": lambda file: {row.id for row in search.everything(file, "Ақан", 50).people},
    "suggested people": lambda file: {
        row.id for word in WORDS for row in search.suggest_people(file, word) if row.full_name.startswith(word)
    },
    "employers": lambda file: {row.id for row in employers.page(file, "", None, 50)},
    "employers of a name": lambda file: {row.id for row in search.suggest_employers(file, COMPANY.name)},
    "letters": lambda file: {row.case_id for row in letters.page(file, "", None, 50)},
}


@given(
    role=st.sampled_from(list(Role)),
    restricted=st.sets(st.integers(1, 6)),
    own=st.sets(st.integers(1, 6)),
    assigned=st.sets(st.integers(1, 6)),
)
def test_no_way_tells_of_a_case_that_is_hidden(
    home: OpenFile, role: Role, restricted: set[int], own: set[int], assigned: set[int]
) -> None:
    theirs = factories.colleague(home, role)
    with home.db.write("test", None) as session:
        connection = session.connection()
        connection.exec_driver_sql("UPDATE case_file SET access = 'centre', responsible_id = 1")
        for case_id in restricted:
            connection.exec_driver_sql("UPDATE case_file SET access = 'restricted' WHERE id = ?", (case_id,))
        for case_id in own:
            connection.exec_driver_sql(
                "UPDATE case_file SET responsible_id = ? WHERE id = ?", (theirs.staff.id, case_id)
            )
        for case_id in assigned:
            connection.exec_driver_sql(
                "INSERT INTO case_access VALUES (?, ?, 1, '2026-01-01')", (case_id, theirs.staff.id)
            )
    seen = own | assigned if role is Role.ADMINISTRATOR else (set(range(1, 7)) - restricted) | own | assigned
    for name, way in WAYS.items():  # people and employers have the ids of their one case here
        assert way(theirs) == (set() if name == "letters" else seen), name
    assert today.read(theirs).open_cases == len(seen)


def test_a_hidden_case_is_not_found_by_its_number_and_its_people_are_not_taken(home: OpenFile) -> None:
    theirs = factories.colleague(home, Role.STAFF)
    access.set_restricted(home, 2, True)
    with pytest.raises(Exception, match="no case with the number"):
        cases.find(theirs, "2026-0002")
    with pytest.raises(NotAllowed, match="given to"):
        cases.card(theirs, 2)
    with pytest.raises(NotAllowed):
        people.card(theirs, 2)
    with pytest.raises(InvalidInput, match="no longer in the file"):
        cases.open_case(theirs, new_case(NewWorker(Person("Бекова Ақан"), person_id=2)))
    access.assign(home, 2, frozenset({theirs.staff.id}))
    assert cases.card(theirs, 2).id == cases.find(theirs, "2026-0002") == 2
    access.assign(home, 2, frozenset())
    with pytest.raises(NotAllowed):
        cases.card(theirs, 2)


def test_who_has_left_reads_nothing(home: OpenFile) -> None:
    theirs = factories.colleague(home, Role.MANAGER)
    with home.db.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE staff SET active = 0 WHERE id = ?", (theirs.staff.id,))
    with pytest.raises(NotAllowed, match="ended"):
        cases.page(theirs, CaseFilter())
