"""The table of permissions: every cell, at the gate that every service goes through."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import text

from desktop_app.domain.centre import Role
from desktop_app.domain.permissions import MAY, Action, Relation, is_about_a_case, may
from desktop_app.errors import NotAllowed
from desktop_app.services import access
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import opened

CELLS = [(role, action, relation) for role in Role for action in Action for relation in Relation]


class Desk(NamedTuple):
    """Colleagues by role, and for each the case that is theirs, given, open to the centre, and hidden."""

    colleagues: dict[Role, OpenFile]
    cases: dict[tuple[Role, Relation], int]
    file: OpenFile


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("permissions")
    file = factories.open_file(folder)
    colleagues = {role: factories.colleague(file, role) for role in Role}
    found: dict[tuple[Role, Relation], int] = {}
    for role, theirs in colleagues.items():
        for relation in Relation:
            case_id = found[role, relation] = opened(file).id
            if relation in (Relation.ASSIGNED, Relation.NONE):
                access.set_restricted(file, case_id, True)
            if relation is Relation.ASSIGNED:
                access.assign(file, case_id, frozenset({theirs.staff.id}))
            if relation is Relation.OWN:
                with file.db.write("test", None) as session:
                    session.execute(
                        text("UPDATE case_file SET responsible_id = :who WHERE id = :case"),
                        {"who": theirs.staff.id, "case": case_id},
                    )
    yield Desk(colleagues, found, file)
    factories.close_file(file)


def last_line(file: OpenFile) -> tuple[str, int, str, int | None]:
    with file.db.read() as session:
        row = session.execute(text("SELECT action, staff_id, entity, entity_id FROM audit ORDER BY seq DESC")).first()
        assert row is not None
        return row[0], row[1], row[2], row[3]


def test_there_are_cells_enough() -> None:
    assert len(CELLS) >= 900
    assert len(set(CELLS)) == len(Role) * len(Action) * len(Relation)


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("role", Role)
def test_every_cell_is_kept_at_the_gate_and_logged(desk: Desk, role: Role, action: Action) -> None:
    theirs = desk.colleagues[role]
    for relation in Relation:
        case_id = desk.cases[role, relation]
        allowed = (role, action, relation) in MAY
        assert access.allowed(theirs, action, "case", case_id) is allowed
        line = (action.value if allowed else access.REFUSED + action.value, theirs.staff.id, "case", case_id)
        if allowed:
            with access.writing(theirs, action, "case", case_id):
                pass
        else:
            with pytest.raises(NotAllowed), access.writing(theirs, action, "case", case_id):
                raise AssertionError("the gate is open")
            with pytest.raises(NotAllowed), access.reading(theirs, action, "case", case_id):
                raise AssertionError("the gate is open")
        assert last_line(desk.file) == line


@pytest.mark.parametrize("entity", ["person", "employer"])
def test_people_and_employers_are_what_their_best_case_is(desk: Desk, entity: str) -> None:
    for role, theirs in desk.colleagues.items():
        for relation in Relation:
            with desk.file.db.read() as session:
                case_id = desk.cases[role, relation]
                column = (
                    "person_id FROM case_worker WHERE case_id"
                    if entity == "person"
                    else "employer_id FROM case_file WHERE id"
                )
                party = session.scalar(text(f"SELECT {column} = :case"), {"case": case_id})
            assert access.allowed(theirs, Action.VIEW_PERSON, entity, party) is may(role, Action.VIEW_PERSON, relation)


def test_what_is_about_no_case_is_the_same_under_every_relation() -> None:
    for action in Action:
        if not is_about_a_case(action):
            for role in Role:
                assert len({may(role, action, relation) for relation in Relation}) == 1


def test_an_administrator_reads_nothing_that_was_not_given() -> None:
    for action in Action:
        if is_about_a_case(action) and action is not Action.WHO_SAW_CASE:
            assert not may(Role.ADMINISTRATOR, action, Relation.CENTRE), action
            assert not may(Role.ADMINISTRATOR, action, Relation.NONE), action


def test_what_is_not_in_the_table_is_refused() -> None:
    assert not may(Role.STAFF, Action.ADD_STAFF, Relation.OWN)
    assert {action for _, action, _ in MAY} == set(Action)
