"""Colleagues forget passwords, change roles, leave and come back; the file follows at once."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_app.db import vault
from desktop_app.db.queries import keys as key_queries
from desktop_app.domain.cases import NewWorker
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.errors import AppError, CannotOpen, InvalidInput, NotAllowed
from desktop_app.services import access, cases, centre, files, keys, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.db import first_form
from tests.factories import CHEAP, CODE, LOGIN, PASSWORD
from tests.services.situations import CLOCK, YUSUPOV, new_case

DINA = NewStaffMember("dina", "Дина Сәрсенова", Role.LAWYER, "дом трава ключ")
ERLAN = NewStaffMember("erlan", "Ерлан Ахметов", Role.STAFF, "қой құдық таң жол")
NEW_PASSWORD = "quite another long one"


@pytest.fixture
def dina(file: OpenFile) -> int:
    return staff.add(file, DINA).id


@pytest.fixture
def erlan(file: OpenFile) -> int:
    return staff.add(file, ERLAN).id


def _last(file: OpenFile) -> tuple[str, int | None]:
    with file.db.read() as session:
        row = session.execute(sa.text("SELECT action, entity_id FROM audit ORDER BY seq DESC LIMIT 1")).one()
        return row.action, row.entity_id


def _may_sign_in(path: Path, login: str, password: str) -> bool:
    try:
        files.close(factories.sign_in(path, login, password))
    except CannotOpen:
        return False
    return True


def _case(file: OpenFile, responsible: int, name: str = "Али") -> int:
    worker = NewWorker(replace(YUSUPOV, full_name=name))
    return cases.open_case(file, replace(new_case(worker), responsible_id=responsible)).id


def _responsible(file: OpenFile) -> dict[int, int | None]:
    with file.db.read() as session:
        return {
            row.id: row.responsible_id for row in session.execute(sa.text("SELECT id, responsible_id FROM case_file"))
        }


# leaving


def test_who_leaves_cannot_open_the_live_file(file: OpenFile, dina: int) -> None:
    staff.end_access(file, dina)
    assert _last(file) == ("end_access", dina)
    line = next(each for each in staff.overview(file) if each.member.id == dina)
    assert (line.member.active, line.left_on) == (False, date.fromisoformat(CLOCK))
    assert [slot.owner for slot in file.keys.slots.slots if slot.kind == "password"] == [
        ("password", vault.login_tag(file.keys.slots, LOGIN))
    ]
    files.close(file)
    assert not _may_sign_in(file.path, DINA.login, DINA.password)
    assert _may_sign_in(file.path, LOGIN, PASSWORD)


def test_a_copy_made_before_still_opens_with_the_old_password(file: OpenFile, dina: int, tmp_path: Path) -> None:
    """What the dialog says honestly."""
    files.close(file)
    copy = Path(shutil.copyfile(file.path, tmp_path / "copy.tirek"))
    again = factories.sign_in(file.path)
    staff.end_access(again, dina, rekey_too=True)
    files.close(again)
    assert _may_sign_in(copy, DINA.login, DINA.password)
    assert not _may_sign_in(file.path, DINA.login, DINA.password)


def test_with_a_new_key_the_key_of_before_reads_nothing(file: OpenFile, dina: int, erlan: int) -> None:
    former = bytes(file.keys._key)
    staff.end_access(file, dina, rekey_too=True)
    assert _last(file) == ("rekey", None)
    assert bytes(file.keys._key) != former
    assert centre.read(file) == factories.CENTRE
    files.close(file)
    assert not _may_sign_in(file.path, DINA.login, DINA.password)
    assert _may_sign_in(file.path, ERLAN.login, ERLAN.password)
    assert _may_sign_in(file.path, LOGIN, PASSWORD)
    files.close(files.recover(file.path, CODE, LOGIN, NEW_PASSWORD, CHEAP))


def test_the_cases_pass_to_the_successor(file: OpenFile, dina: int, erlan: int) -> None:
    lawyer = replace(file, staff=next(each for each in staff.listing(file) if each.id == dina))
    opened, hidden, closed = (_case(lawyer, dina, name) for name in ("Али", "Бек", "Ван"))
    access.set_restricted(lawyer, hidden, restricted=True)
    with file.db.write("test", None) as session:
        session.execute(
            sa.text("UPDATE case_file SET status = 'closed' WHERE id IN (:one, :two)"), {"one": hidden, "two": closed}
        )
        before = session.scalar(sa.text("SELECT version FROM case_file WHERE id = :id"), {"id": opened})
    theirs = next(each for each in staff.overview(file) if each.member.id == dina)
    assert theirs.cases == 2
    staff.end_access(file, dina, erlan)
    assert _responsible(file) == {opened: erlan, hidden: erlan, closed: dina}
    with file.db.read() as session:
        assert session.scalar(sa.text("SELECT version FROM case_file WHERE id = :id"), {"id": opened}) == before + 1
        assert session.scalar(sa.text("SELECT count(*) FROM case_access WHERE staff_id = :id"), {"id": dina}) == 0


def test_cases_are_not_left_to_nobody(file: OpenFile, dina: int, erlan: int) -> None:
    lawyer = replace(file, staff=next(each for each in staff.listing(file) if each.id == dina))
    _case(lawyer, dina)
    staff.end_access(file, erlan)
    slots = file.keys.slots
    for wrong in (None, dina, erlan, 999):
        with pytest.raises(InvalidInput, match="takes over") as caught:
            staff.end_access(file, dina, wrong)
        assert [problem.field for problem in caught.value.problems] == ["successor_id"]
    assert file.keys.slots == slots


def test_nobody_ends_their_own_access_or_that_of_somebody_who_left(file: OpenFile, dina: int) -> None:
    with pytest.raises(AppError, match="your own access"):
        staff.end_access(file, file.staff.id)
    staff.end_access(file, dina)
    with pytest.raises(AppError, match="may not sign in"):
        staff.end_access(file, dina)
    with pytest.raises(AppError, match="not in the file"):
        staff.end_access(file, 999)
    files.confirm_password(file, PASSWORD)


def test_what_is_not_stored_ends_no_access(file: OpenFile, dina: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise AppError("the disk is full")

    monkeypatch.setattr("desktop_app.db.queries.staff.end", full)
    with pytest.raises(AppError, match="full"):
        staff.end_access(file, dina)
    files.close(file)
    assert _may_sign_in(file.path, DINA.login, DINA.password)


# coming back, passwords, roles


def test_who_comes_back_types_a_new_password(file: OpenFile, dina: int) -> None:
    with pytest.raises(AppError, match="already"):
        staff.reinstate(file, dina, NEW_PASSWORD)
    staff.end_access(file, dina)
    with pytest.raises(InvalidInput):
        staff.reinstate(file, dina, "short")
    staff.reinstate(file, dina, NEW_PASSWORD)
    assert _last(file) == ("reinstate", dina)
    files.close(file)
    assert not _may_sign_in(file.path, DINA.login, DINA.password)
    again = factories.sign_in(file.path, DINA.login, NEW_PASSWORD)
    with again.db.read() as session:
        assert key_queries.public_keys(session)[str(dina)] == again.keys.public
    assert (again.staff.id, again.staff.active) == (dina, True)
    files.close(again)


def test_a_forgotten_password_is_typed_anew_with_an_administrator(file: OpenFile, dina: int) -> None:
    with file.db.read() as session:
        before = key_queries.public_keys(session)[str(dina)]
    staff.reset_password(file, dina, NEW_PASSWORD)
    assert _last(file) == ("reset_password", dina)
    with file.db.read() as session:
        assert key_queries.public_keys(session)[str(dina)] != before
    files.close(file)
    assert not _may_sign_in(file.path, DINA.login, DINA.password)
    assert _may_sign_in(file.path, DINA.login, NEW_PASSWORD)
    assert _may_sign_in(file.path, LOGIN, PASSWORD)


@pytest.mark.parametrize("weak", ["short", "dinadinadina", "x" * 129])
def test_an_administrator_cannot_give_a_weak_password(file: OpenFile, dina: int, weak: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        staff.reset_password(file, dina, weak)
    assert [problem.field for problem in caught.value.problems] == ["password"]
    files.close(file)
    assert _may_sign_in(file.path, DINA.login, DINA.password)


def test_the_own_password_is_not_reset_but_changed(file: OpenFile) -> None:
    with pytest.raises(AppError, match="your own password"):
        staff.reset_password(file, file.staff.id, NEW_PASSWORD)


def test_a_role_is_changed_at_once(file: OpenFile, dina: int) -> None:
    staff.change_role(file, dina, Role.MANAGER)
    assert _last(file) == ("change_role", dina)
    assert next(each for each in staff.listing(file) if each.id == dina).role is Role.MANAGER


def test_there_is_always_an_administrator(file: OpenFile, dina: int) -> None:
    with pytest.raises(AppError, match="only administrator"):
        staff.change_role(file, file.staff.id, Role.LAWYER)
    staff.change_role(file, file.staff.id, Role.ADMINISTRATOR)
    staff.change_role(file, dina, Role.ADMINISTRATOR)
    staff.change_role(file, file.staff.id, Role.LAWYER)
    with pytest.raises(NotAllowed):
        staff.change_role(file, file.staff.id, Role.ADMINISTRATOR)


@pytest.mark.parametrize("role", [Role.STAFF, Role.LAWYER, Role.MANAGER])
def test_only_an_administrator_does_any_of_this(file: OpenFile, dina: int, role: Role) -> None:
    theirs = factories.colleague(file, role)
    before = file.keys.slots
    for call in (
        lambda: staff.end_access(theirs, dina),
        lambda: staff.reset_password(theirs, dina, NEW_PASSWORD),
        lambda: staff.reinstate(theirs, dina, NEW_PASSWORD),
        lambda: staff.change_role(theirs, dina, Role.ADMINISTRATOR),
        lambda: staff.rekey(theirs),
    ):
        with pytest.raises(NotAllowed):
            call()
    assert file.keys.slots == before


def test_only_those_who_read_the_log_see_who_signed_in_when(file: OpenFile, dina: int) -> None:
    assert staff.overview(file)[0].signed_in_on == date.fromisoformat(CLOCK)
    lawyer = factories.colleague(file, Role.LAWYER)
    assert {line.signed_in_on for line in staff.overview(lawyer)} == {None}


# what a new key needs


def test_without_an_identity_of_everybody_there_is_no_new_key(tmp_path: Path) -> None:
    path = factories.closed_file(tmp_path)
    first_form.bring_down(path, CHEAP, login=LOGIN, password=PASSWORD, code=CODE.replace("-", ""))
    file = factories.sign_in(path)
    with pytest.raises(AppError, match="recovery code is from before"):
        staff.rekey(file)
    keys.make_recovery_code(file, keys.new_recovery_code())
    staff.rekey(file)
    added = staff.add(file, DINA).id
    with file.db.write("test", None) as session:
        session.execute(sa.text("UPDATE staff SET public_key = NULL WHERE id = :id"), {"id": added})
    with pytest.raises(AppError, match="have not signed in") as caught:
        staff.rekey(file)
    assert caught.value.message.params == {"names": DINA.full_name}
    files.close(file)
    files.close(factories.sign_in(path, DINA.login, DINA.password))
    file = factories.sign_in(path)
    staff.rekey(file)
    files.close(file)
    assert _may_sign_in(path, DINA.login, DINA.password)
