"""Three ways back into a file, each made, rehearsed, used and made anew; none is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_app.db import seal
from desktop_app.db.queries import keys as queries
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.errors import CannotOpen, InvalidInput, NotAllowed
from desktop_app.services import centre, files, keys, staff
from desktop_app.services.files import OpenFile
from desktop_app.services.keys import Sheets
from tests import factories
from tests.factories import CHEAP, CODE, LOGIN, PASSWORD
from tests.services.situations import CLOCK

NEW_PASSWORD = "quite another long one"
DINA = NewStaffMember("dina", "Дина Сәрсенова", Role.LAWYER, "дом трава ключ")


@pytest.fixture
def sheets(file: OpenFile) -> Sheets:
    """Three sheets that count."""
    made = keys.new_sheets()
    keys.make_sheets(file, made)
    return made


def _actions(file: OpenFile) -> list[tuple[str, str]]:
    with file.db.read() as session:
        rows = session.execute(sa.text("SELECT action, entity FROM audit ORDER BY seq"))
        return [(action, entity) for action, entity in rows]


def _checksum(file: OpenFile) -> str:
    """Over every row of every table but those that an opening writes to."""
    digest = sha256()
    with file.db.read() as session:
        tables = session.scalars(sa.text("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")).all()
        for name in tables:
            if name not in ("audit", "staff", "key_holder", "seal_holder") and "_names" not in name:
                for row in session.execute(sa.text(f"SELECT * FROM {name} ORDER BY 1")):  # noqa: S608  our own names
                    digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()


def test_a_new_code_takes_the_place_of_the_old_one(file: OpenFile) -> None:
    fresh = keys.new_recovery_code()
    keys.make_recovery_code(file, fresh)
    assert _actions(file)[-1] == ("make_recovery", "recovery")
    files.close(file)
    with pytest.raises(CannotOpen, match="not the recovery code"):
        files.recover(file.path, CODE, LOGIN, NEW_PASSWORD, CHEAP)
    files.close(files.recover(file.path, fresh, LOGIN, NEW_PASSWORD, CHEAP))


@pytest.mark.parametrize(("one", "other"), [(0, 1), (1, 0), (0, 2), (2, 1)])
def test_any_two_sheets_open_the_file(file: OpenFile, sheets: Sheets, one: int, other: int) -> None:
    files.close(file)
    opened = files.recover_with_sheets(file.path, (sheets[one], sheets[other]), LOGIN, NEW_PASSWORD, CHEAP)
    assert centre.read(opened) == factories.CENTRE
    assert opened.staff.login == LOGIN
    files.close(opened)
    files.close(factories.sign_in(file.path, password=NEW_PASSWORD))


def test_sheets_of_before_no_longer_open(file: OpenFile, sheets: Sheets) -> None:
    later = keys.new_sheets()
    keys.make_sheets(file, later)
    files.close(file)
    with pytest.raises(CannotOpen, match="do not open this file"):
        files.recover_with_sheets(file.path, sheets[:2], LOGIN, NEW_PASSWORD, CHEAP)
    with pytest.raises(InvalidInput, match="not made together"):
        files.recover_with_sheets(file.path, (sheets[0], later[1]), LOGIN, NEW_PASSWORD, CHEAP)
    files.close(files.recover_with_sheets(file.path, later[1:], LOGIN, NEW_PASSWORD, CHEAP))


def test_sheets_given_up_open_nothing(file: OpenFile, sheets: Sheets) -> None:
    keys.drop_sheets(file)
    assert not keys.recovery(file).sheets.exists
    with file.db.read() as session:
        assert "sheets" not in queries.public_keys(session)
    files.close(file)
    with pytest.raises(CannotOpen, match="do not open this file"):
        files.recover_with_sheets(file.path, sheets[:2], LOGIN, NEW_PASSWORD, CHEAP)
    files.close(files.recover(file.path, CODE, LOGIN, NEW_PASSWORD, CHEAP))


def test_sheets_that_do_not_belong_together_are_not_made(file: OpenFile) -> None:
    one, other = keys.new_sheets(), keys.new_sheets()
    for wrong in ((one[0], one[1], other[2]), (one[0], one[1], one[1]), (one[0], one[1], "ABCDE")):
        with pytest.raises(InvalidInput):
            keys.make_sheets(file, wrong)
    assert not keys.recovery(file).sheets.exists


def test_only_heads_of_the_centre_make_and_rehearse(file: OpenFile) -> None:
    for role, may in ((Role.STAFF, False), (Role.LAWYER, False), (Role.MANAGER, True)):
        theirs = factories.colleague(file, role)
        before = file.keys.slots
        for call in (
            lambda each=theirs: keys.make_recovery_code(each, keys.new_recovery_code()),
            lambda each=theirs: keys.make_sheets(each, keys.new_sheets()),
            lambda each=theirs: keys.drop_sheets(each),
        ):
            if may:
                call()
            else:
                with pytest.raises(NotAllowed):
                    call()
        assert (file.keys.slots != before) is may


# rehearsal


def test_a_rehearsal_changes_nothing_but_the_log(file: OpenFile, sheets: Sheets) -> None:
    before = file.keys.slots
    keys.rehearse_code(file, CODE.lower())
    keys.rehearse_sheets(file, (sheets[2], sheets[0]))
    assert file.keys.slots == before
    assert _actions(file)[-2:] == [("rehearse_recovery", "recovery"), ("rehearse_recovery", "sheets")]
    told = keys.recovery(file)
    assert told.code.rehearsed_on == told.sheets.rehearsed_on == date.fromisoformat(CLOCK)


def test_a_rehearsal_says_what_is_wrong_beside_its_field(file: OpenFile, sheets: Sheets) -> None:
    other = keys.new_sheets()
    cases = {
        "code": (lambda: keys.rehearse_code(file, keys.new_recovery_code()), "Look for the paper"),
        "code ": (lambda: keys.rehearse_code(file, CODE[:-1]), "slip"),
        "second_sheet": (lambda: keys.rehearse_sheets(file, other[:2]), "Look for the sheets"),
        "first_sheet": (lambda: keys.rehearse_sheets(file, ("", sheets[0])), "slip"),
    }
    for field, (call, words) in cases.items():
        with pytest.raises(InvalidInput, match=words) as caught:
            call()
        assert [problem.field for problem in caught.value.problems] == [field.strip()]
    assert keys.recovery(file).code.rehearsed_on is None


# what the file tells of its ways


def test_a_new_file_has_a_code_and_no_sheets(file: OpenFile) -> None:
    told = keys.recovery(file)
    assert (told.code.exists, told.code.may_be_rekeyed, told.code.used_on) == (True, True, None)
    assert told.code.made_on is not None
    assert not told.sheets.exists


def test_what_was_used_is_told_until_it_is_made_anew(file: OpenFile, sheets: Sheets) -> None:
    files.close(file)
    opened = files.recover(file.path, CODE, LOGIN, NEW_PASSWORD, CHEAP)
    assert keys.recovery(opened).code.used_on == date.fromisoformat(CLOCK)
    assert keys.recovery(opened).sheets.used_on is None
    keys.make_recovery_code(opened, keys.new_recovery_code())
    assert keys.recovery(opened).code.used_on is None
    files.close(opened)
    opened = files.recover_with_sheets(file.path, sheets[:2], LOGIN, NEW_PASSWORD, CHEAP)
    assert keys.recovery(opened).sheets.used_on == date.fromisoformat(CLOCK)
    assert keys.recovery(opened).code.used_on is None
    files.close(opened)


# the three ways, each to its end, with the data compared


@pytest.fixture
def full(file: OpenFile) -> Iterator[tuple[Path, Sheets, str]]:
    """A file with a colleague and all ways of recovery, closed; its sheets and the checksum of its data."""
    staff.add(file, DINA)
    made = keys.new_sheets()
    keys.make_sheets(file, made)
    digest = _checksum(file)
    files.close(file)
    return file.path, made, digest


def test_by_the_code_with_a_new_code_at_its_end(full: tuple[Path, Sheets, str]) -> None:
    path, _, digest = full
    fresh = files.new_recovery_code()
    opened = files.recover(path, CODE, DINA.login, NEW_PASSWORD, CHEAP)
    assert _checksum(opened) == digest
    files.reissue(opened, fresh)
    assert _actions(opened)[-2:] == [("recover_access", "recovery"), ("make_recovery", "recovery")]
    files.close(opened)
    with pytest.raises(CannotOpen):
        files.recover(path, CODE, DINA.login, NEW_PASSWORD, CHEAP)
    for password, login in ((NEW_PASSWORD, DINA.login), (PASSWORD, LOGIN)):
        again = factories.sign_in(path, login, password)
        assert _checksum(again) == digest
        files.close(again)
    files.close(files.recover(path, fresh, LOGIN, NEW_PASSWORD, CHEAP))


def test_by_two_sheets_with_new_sheets_at_its_end(full: tuple[Path, Sheets, str]) -> None:
    path, made, digest = full
    fresh = keys.new_sheets()
    opened = files.recover_with_sheets(path, (made[2], made[1]), LOGIN, NEW_PASSWORD, CHEAP)
    assert _checksum(opened) == digest
    files.reissue(opened, fresh)
    files.close(opened)
    with pytest.raises(CannotOpen):
        files.recover_with_sheets(path, made[:2], LOGIN, NEW_PASSWORD, CHEAP)
    files.close(files.recover_with_sheets(path, fresh[:2], LOGIN, NEW_PASSWORD, CHEAP))
    files.close(files.recover(path, CODE, LOGIN, NEW_PASSWORD, CHEAP))


def test_only_what_was_used_is_made_anew_by_who_used_it(full: tuple[Path, Sheets, str]) -> None:
    path, _, _ = full
    opened = files.recover(path, CODE, DINA.login, NEW_PASSWORD, CHEAP)
    with pytest.raises(NotAllowed):
        files.reissue(opened, keys.new_sheets())
    files.close(opened)
    signed_in = factories.sign_in(path, DINA.login, NEW_PASSWORD)
    with pytest.raises(NotAllowed):
        files.reissue(signed_in, keys.new_recovery_code())
    files.close(signed_in)


def test_who_stops_before_the_new_code_keeps_the_old_one(full: tuple[Path, Sheets, str]) -> None:
    path, _, _ = full
    files.close(files.recover(path, CODE, LOGIN, NEW_PASSWORD, CHEAP))
    files.close(files.recover(path, CODE, LOGIN, PASSWORD, CHEAP))


# sealed cases


@pytest.mark.parametrize("way", ["code", "sheets"])
def test_who_held_the_second_key_holds_it_again(full: tuple[Path, Sheets, str], way: str) -> None:
    path, made, _ = full
    lawyer = factories.sign_in(path, DINA.login, DINA.password)
    with lawyer.db.write("test", None) as session:
        second_key = seal.new_key(session)
    files.close(lawyer)
    if way == "code":
        opened = files.recover(path, CODE, DINA.login, NEW_PASSWORD, CHEAP)
        files.reissue(opened, files.new_recovery_code())
    else:
        opened = files.recover_with_sheets(path, made[:2], DINA.login, NEW_PASSWORD, CHEAP)
        files.reissue(opened, keys.new_sheets())
    with opened.db.read() as session:
        assert queries.seal_of(session, str(opened.staff.id), opened.keys.identity) == second_key
        assert seal.is_shared(session), "the new code holds it too"
    files.close(opened)


def test_who_never_held_the_second_key_does_not_get_it_by_the_code(full: tuple[Path, Sheets, str]) -> None:
    path, _, _ = full
    lawyer = factories.sign_in(path, DINA.login, DINA.password)
    with lawyer.db.write("test", None) as session:
        seal.new_key(session)
    files.close(lawyer)
    opened = files.recover(path, CODE, LOGIN, NEW_PASSWORD, CHEAP)
    with opened.db.read() as session:
        assert not queries.holds_seal(session, str(opened.staff.id))
    files.close(opened)
