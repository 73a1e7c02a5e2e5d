"""The file of a centre is made, opened, recovered and closed; each refusal has its own sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.db import blocks, calibration, vault
from desktop_app.domain.centre import NewFile, NewStaffMember, Role, Trilingual
from desktop_app.errors import CannotOpen, InvalidInput
from desktop_app.services import centre, files, staff
from tests import factories
from tests.factories import CENTRE, CHEAP, CODE, LOGIN, NEW, PASSWORD

NEW_PASSWORD = "quite another long one"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return factories.closed_file(tmp_path)


def _fields(new: NewFile) -> set[str]:
    return {problem.field for problem in files.problems(new)}


def test_a_new_file_is_open_for_its_first_user(tmp_path: Path) -> None:
    file = files.create_file(tmp_path / "new.tirek", NEW, CODE, CHEAP)
    assert centre.read(file) == CENTRE
    assert (file.staff.login, file.staff.role, file.staff.active) == (LOGIN, Role.ADMINISTRATOR, True)
    assert staff.listing(file) == (file.staff,)
    files.close(file)
    assert [each.name for each in tmp_path.iterdir()] == ["new.tirek"]


def test_passwords_cost_what_this_computer_bears(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, measured = tmp_path / "new.tirek", vault.Cost(memory=160 * 1024, passes=3, lanes=4)

    def calibrated() -> vault.Cost:
        return measured

    monkeypatch.setattr(calibration, "calibrated", calibrated)
    files.close(files.create_file(path, NEW, CODE))
    assert {slot.cost for slot in _slots(path).slots} == {measured}


def test_a_password_that_costs_too_little_is_wrapped_anew(path: Path) -> None:
    files.close(files.sign_in(path, LOGIN, PASSWORD))
    costs = {slot.kind: slot.cost for slot in _slots(path).slots}
    assert costs == {"password": vault.STANDARD, "recovery": CHEAP}
    files.close(files.sign_in(path, LOGIN, PASSWORD))


def _slots(path: Path) -> vault.Slots:
    kept = blocks.unsealed(path.read_bytes())
    assert kept is not None
    return kept.slots


@pytest.mark.parametrize("login", [LOGIN, "AIGUL", " Aigul "])
def test_a_login_may_be_typed_in_any_case(path: Path, login: str) -> None:
    file = factories.sign_in(path, login)
    assert file.staff.login == LOGIN
    files.close(file)


def test_a_wrong_login_and_a_wrong_password_get_the_same_sentence(path: Path) -> None:
    told = set()
    for login, password in ((LOGIN, "wrong but long enough"), ("nobody", PASSWORD), ("", ""), (LOGIN, "")):
        with pytest.raises(CannotOpen) as caught:
            factories.sign_in(path, login, password)
        told.add(caught.value.message.msgid)
    assert len(told) == 1


def test_who_left_cannot_sign_in(path: Path) -> None:
    file = factories.sign_in(path)
    with file.db.write("stop_staff", file.staff.id, "staff", file.staff.id) as session:
        session.execute(sa.text("UPDATE staff SET active = 0"))
    files.close(file)
    with pytest.raises(CannotOpen, match="login or the password"):
        factories.sign_in(path)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_recovery_code_gives_a_new_password(path: Path) -> None:
    file = files.recover(path, CODE.lower(), LOGIN, NEW_PASSWORD, CHEAP)
    assert file.staff.login == LOGIN
    files.close(file)
    with pytest.raises(CannotOpen):
        factories.sign_in(path)
    files.close(factories.sign_in(path, password=NEW_PASSWORD))
    files.close(files.recover(path, CODE, LOGIN, PASSWORD, CHEAP))


def test_each_slip_at_recovery_has_its_own_sentence(path: Path) -> None:
    before = path.read_bytes()
    cases = {
        "has a slip": (CODE[:-1] + ("A" if CODE[-1] != "A" else "B"), LOGIN),
        "not the recovery code of this file": (files.new_recovery_code(), LOGIN),
    }
    for sentence, (code, login) in cases.items():
        with pytest.raises(CannotOpen, match=sentence):
            files.recover(path, code, login, NEW_PASSWORD, CHEAP)
    with pytest.raises(InvalidInput):
        files.recover(path, CODE, LOGIN, "short", CHEAP)
    assert path.read_bytes() == before
    with pytest.raises(CannotOpen, match="Nobody signs in"):
        files.recover(path, CODE, "nobody", NEW_PASSWORD, CHEAP)
    files.close(factories.sign_in(path))


def test_a_code_is_checked_before_there_is_a_file() -> None:
    assert files.check_recovery_code(files.new_recovery_code())
    assert not files.check_recovery_code("ABCDE-FGHJK")


def test_the_password_of_an_open_file_is_confirmed_without_closing_it(path: Path) -> None:
    file = factories.sign_in(path)
    files.confirm_password(file, PASSWORD)
    with pytest.raises(CannotOpen, match="login or the password"):
        files.confirm_password(file, NEW_PASSWORD)
    assert centre.read(file) == CENTRE
    files.close(file)


def test_every_opening_is_in_the_log(path: Path) -> None:
    for _ in range(3):
        files.close(factories.sign_in(path))
    file = factories.sign_in(path)
    with file.db.read() as session:
        count = session.scalar(sa.text("SELECT count(*) FROM audit WHERE action = 'sign_in' AND staff_id = 1"))
    assert count == 4
    files.close(file)


def test_closing_twice_does_nothing(path: Path) -> None:
    file = factories.sign_in(path)
    files.close(file)
    files.close(file)
    files.close(factories.sign_in(path))


def test_nothing_of_a_secret_is_in_what_is_printed(path: Path) -> None:
    file = factories.sign_in(path)
    told = repr(file) + repr(NEW) + repr(file.keys) + repr(vars(file.db))
    assert PASSWORD not in told
    files.close(file)


def test_the_right_form_has_no_problems() -> None:
    assert files.problems(NEW) == ()


@pytest.mark.parametrize(
    ("new", "fields"),
    [
        (replace(NEW, centre=replace(CENTRE, name=Trilingual(" ", "", "\t"))), {"centre.name"}),
        (replace(NEW, centre=replace(CENTRE, bin="941240000194")), {"centre.bin"}),
        (replace(NEW, centre=replace(CENTRE, bin="")), set()),
        (replace(NEW, centre=replace(CENTRE, address=Trilingual(ru="а" * 501))), {"centre.address.ru"}),
        (replace(NEW, centre=replace(CENTRE, letterhead=Trilingual(kk="ә" * 1_000_000))), {"centre.letterhead.kk"}),
        (replace(NEW, first_user=replace(NEW.first_user, login=" ")), {"first_user.login"}),
        (replace(NEW, first_user=replace(NEW.first_user, full_name="")), {"first_user.full_name"}),
        (replace(NEW, first_user=replace(NEW.first_user, password="eleven char")), {"first_user.password"}),
    ],
)
def test_problems_stand_beside_their_fields(new: NewFile, fields: set[str], tmp_path: Path) -> None:
    assert _fields(new) == fields
    if fields:
        with pytest.raises(InvalidInput):
            files.create_file(tmp_path / "new.tirek", new, CODE, CHEAP)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "password",
    [
        "",
        "short",
        "aaaaaaaaaaaaaaa",
        "password1234",
        "Пароль123456",
        "йцукенйцукен",
        "tirektirek2026",
        "aigul1234567",
        "x" * 129,
    ],
)
def test_weak_passwords_are_refused(password: str) -> None:
    assert _fields(replace(NEW, first_user=replace(NEW.first_user, password=password))) == {"first_user.password"}


@pytest.mark.parametrize("password", ["дом трава ключ", "correct horse battery", "қой құдық таң жол", "x7#Kq!9vLmZ2"])
def test_good_passwords_are_taken(password: str) -> None:
    assert _fields(replace(NEW, first_user=replace(NEW.first_user, password=password))) == set()


@given(st.text(max_size=40), st.text(max_size=200))
def test_no_text_breaks_the_form(login: str, password: str) -> None:
    files.problems(replace(NEW, first_user=NewStaffMember(login, login, Role.STAFF, password)))


@pytest.mark.parametrize("login", ["=1+1", "<b>Айгүл</b>", "a'b\"c", "🙂", "‮gul"])
def test_hostile_logins_open_the_file_like_others(tmp_path: Path, login: str) -> None:
    new = replace(NEW, first_user=replace(NEW.first_user, login=login))
    path = tmp_path / "new.tirek"
    files.close(files.create_file(path, new, CODE, CHEAP))
    file = factories.sign_in(path, login)
    assert file.staff.login == login.removeprefix("\u202e")
    files.close(file)
