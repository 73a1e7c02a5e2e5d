"""Everyone who may open the file has an identity, and the file knows the public half of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop_app.db import blocks, identity
from desktop_app.db.queries import keys as queries
from desktop_app.db.vault import FORMAT, Slots
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.errors import CannotOpen
from desktop_app.services import files, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.db import first_form
from tests.factories import CHEAP, CODE, LOGIN, PASSWORD

DINA = NewStaffMember("dina", "Дина Сәрсенова", Role.LAWYER, "дом трава ключ")
NEW_PASSWORD = "quite another long one"


def _public_keys(file: OpenFile) -> dict[str, bytes]:
    with file.db.read() as session:
        return queries.public_keys(session)


def test_a_new_file_knows_its_owners(file: OpenFile) -> None:
    known = _public_keys(file)
    assert set(known) == {"1", "recovery"}
    assert known["1"] == file.keys.public == identity.public_of(file.keys.identity)


def test_a_colleague_has_an_identity_of_their_own(file: OpenFile) -> None:
    added = staff.add(file, DINA).id
    known = _public_keys(file)
    mine = file.keys.identity
    files.close(file)
    theirs = factories.sign_in(file.path, DINA.login, DINA.password)
    assert theirs.keys.public == known[str(added)]
    assert theirs.keys.identity != mine
    files.close(theirs)


def test_a_new_password_keeps_the_identity(file: OpenFile) -> None:
    before = file.keys.identity
    staff.change_password(file, PASSWORD, NEW_PASSWORD)
    files.close(file)
    again = factories.sign_in(file.path, password=NEW_PASSWORD)
    assert again.keys.identity == before
    files.close(again)


def test_who_comes_back_by_the_code_has_a_new_identity_and_the_code_keeps_its_own(tmp_path: Path) -> None:
    path = factories.closed_file(tmp_path)
    file = factories.sign_in(path)
    before = _public_keys(file)
    files.close(file)
    file = files.recover(path, CODE, LOGIN, NEW_PASSWORD, CHEAP)
    after = _public_keys(file)
    assert after["recovery"] == before["recovery"]
    assert after["1"] == file.keys.public != before["1"]
    mine = file.keys.identity
    files.close(file)
    again = factories.sign_in(path, password=NEW_PASSWORD)
    assert again.keys.identity == mine
    files.close(again)


def test_a_file_of_the_first_form_is_brought_up_at_sign_in(tmp_path: Path) -> None:
    path = factories.closed_file(tmp_path)
    file = factories.sign_in(path)
    with file.db.write("test", None) as session:
        session.execute(sa.text("UPDATE staff SET public_key = NULL"))
        session.execute(sa.text("DELETE FROM key_holder"))
    files.close(file)
    first_form.bring_down(path, CHEAP, login=LOGIN, password=PASSWORD, code=CODE.replace("-", ""))
    first = factories.sign_in(path)
    assert _public_keys(first) == {"1": first.keys.public}
    files.close(first)
    by_kind = {slot.kind: slot for slot in _slots(path).slots}
    assert (by_kind["password"].form, by_kind["recovery"].form) == (2, 1)
    assert _slots(path).format == FORMAT
    recovered = files.recover(path, CODE, LOGIN, NEW_PASSWORD, CHEAP)
    assert set(_public_keys(recovered)) == {"1", "recovery"}
    files.close(recovered)
    assert {slot.form for slot in _slots(path).slots} == {2}


def test_what_cannot_be_opened_stays_of_the_first_form(tmp_path: Path) -> None:
    path = factories.closed_file(tmp_path)
    first_form.bring_down(path, CHEAP, login=LOGIN, password=PASSWORD, code=CODE.replace("-", ""))
    before = path.read_bytes()
    with pytest.raises(CannotOpen, match="login or the password"):
        factories.sign_in(path, password=NEW_PASSWORD)
    assert path.read_bytes() == before


def _slots(path: Path) -> Slots:
    kept = blocks.unsealed(path.read_bytes())
    assert kept is not None
    return kept.slots
