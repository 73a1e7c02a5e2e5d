"""Staff are added by an administrator and change their own passwords."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa

from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.changes import Kind
from desktop_app.errors import CannotOpen, InvalidInput, NotAllowed
from desktop_app.services import files, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.factories import PASSWORD

DINA = NewStaffMember("dina", "Дина Сәрсенова", Role.LAWYER, "дом трава ключ")
NEW_PASSWORD = "quite another long one"


def _actions(file: OpenFile) -> list[tuple[str, int | None]]:
    with file.db.read() as session:
        rows = session.execute(sa.text("SELECT action, entity_id FROM audit ORDER BY seq"))
        return [(action, entity) for action, entity in rows]


def test_who_was_added_can_sign_in(file: OpenFile) -> None:
    saved = staff.add(file, DINA)
    assert saved.kinds == {Kind.STAFF}
    assert [(each.id, each.login, each.full_name, each.role) for each in staff.listing(file)][1:] == [
        (saved.id, DINA.login, DINA.full_name, DINA.role)
    ]
    assert _actions(file)[-1] == ("add_staff", saved.id)
    files.close(file)
    theirs = factories.sign_in(file.path, "DINA", DINA.password)
    assert theirs.staff.id == saved.id
    files.close(theirs)
    files.close(factories.sign_in(file.path))


def test_only_an_administrator_adds_staff(file: OpenFile) -> None:
    for role in (Role.STAFF, Role.LAWYER, Role.MANAGER):
        with file.db.write("test", None) as session:
            session.execute(sa.text("UPDATE staff SET role = :role"), {"role": role.value})
        with pytest.raises(NotAllowed):
            staff.add(file, DINA)
    assert len(staff.listing(file)) == 1


def test_a_taken_login_is_refused_in_any_case(file: OpenFile) -> None:
    with pytest.raises(InvalidInput, match="taken") as caught:
        staff.add(file, replace(DINA, login="Aigul "))
    assert [problem.field for problem in caught.value.problems] == ["login"]
    files.close(file)
    files.close(factories.sign_in(file.path))


@pytest.mark.parametrize("wrong", [{"login": ""}, {"full_name": " "}, {"password": "short"}])
def test_a_wrong_form_adds_nobody(file: OpenFile, wrong: dict[str, str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        staff.add(file, replace(DINA, **wrong))
    assert [problem.field for problem in caught.value.problems] == list(wrong)
    assert len(staff.listing(file)) == 1


def test_a_password_is_changed(file: OpenFile) -> None:
    staff.change_password(file, PASSWORD, NEW_PASSWORD)
    files.confirm_password(file, NEW_PASSWORD)
    with pytest.raises(CannotOpen):
        files.confirm_password(file, PASSWORD)
    assert _actions(file)[-1] == ("change_password", file.staff.id)
    files.close(file)
    with pytest.raises(CannotOpen):
        factories.sign_in(file.path)
    files.close(factories.sign_in(file.path, password=NEW_PASSWORD))


def test_a_wrong_old_or_a_weak_new_password_changes_nothing(file: OpenFile) -> None:
    with pytest.raises(CannotOpen):
        staff.change_password(file, NEW_PASSWORD, NEW_PASSWORD)
    with pytest.raises(InvalidInput) as caught:
        staff.change_password(file, PASSWORD, "short")
    assert [problem.field for problem in caught.value.problems] == ["new"]
    files.confirm_password(file, PASSWORD)


def test_one_password_does_not_touch_those_of_others(file: OpenFile) -> None:
    staff.add(file, DINA)
    staff.change_password(file, PASSWORD, NEW_PASSWORD)
    files.close(file)
    files.close(factories.sign_in(file.path, DINA.login, DINA.password))
    files.close(files.recover(file.path, factories.CODE, DINA.login, PASSWORD, factories.CHEAP))
    files.close(factories.sign_in(file.path, password=NEW_PASSWORD))


def test_a_login_is_compared_as_it_is_seen(file: OpenFile) -> None:
    staff.add(file, NewStaffMember("\u200eДана\ud800 ", "Дана\u202e С.", Role.STAFF, "four quite other words"))
    assert [(each.login, each.full_name) for each in staff.listing(file)][1:] == [("Дана", "Дана С.")]
    files.close(file)
    for typed in ("дана", " ДАНА\u200b"):
        files.close(factories.sign_in(file.path, typed, "four quite other words"))
    with pytest.raises(CannotOpen):
        factories.sign_in(file.path, "\ud800", "four quite other words")
