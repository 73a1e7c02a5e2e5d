"""The centre is stored as typed, and a wrong one is not stored."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa

from desktop_app.domain.centre import Centre, Trilingual
from desktop_app.domain.changes import Kind
from desktop_app.errors import InvalidInput
from desktop_app.services import centre, files
from desktop_app.services.files import OpenFile
from tests import factories

CHANGED = Centre(
    name=Trilingual("=Орталық <b>", "Центр «Опора»", "Centre 'Support' \"1\""),
    address=Trilingual("Астана", "", ""),
    bin="",
    letterhead=Trilingual("тел. 1\nтел. 2", "🙂", "x"),
    region="KZ-71",
)


def test_a_centre_is_stored_as_typed(file: OpenFile) -> None:
    assert centre.save(file, CHANGED).kinds == {Kind.CENTRE}
    assert centre.read(file) == CHANGED
    files.close(file)
    again = factories.sign_in(file.path)
    assert centre.read(again) == CHANGED
    with again.db.read() as session:
        line = session.execute(sa.text("SELECT entity, entity_id FROM audit WHERE action = 'change_centre'")).one()
        assert tuple(line) == ("centre", 1)
    files.close(again)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"name": Trilingual()}, "name"), ({"bin": "123"}, "bin"), ({"address": Trilingual(en="a" * 501)}, "address.en")],
)
def test_a_wrong_centre_is_not_stored(file: OpenFile, wrong: dict[str, object], field: str) -> None:
    before = centre.read(file)
    with pytest.raises(InvalidInput) as caught:
        centre.save(file, replace(before, **wrong))
    assert [problem.field for problem in caught.value.problems] == [field]
    assert centre.read(file) == before


def test_what_cannot_be_seen_is_left_out(file: OpenFile) -> None:
    typed = replace(
        CHANGED,
        name=Trilingual(" Орталық\u202e \n1", "", "\ud800Centre"),
        letterhead=Trilingual("a\r\nb\u200f", "", ""),
        bin="9412 4000-0193",
    )
    centre.save(file, typed)
    stored = centre.read(file)
    assert (stored.name.kk, stored.name.en, stored.letterhead.kk) == ("Орталық 1", "Centre", "a\nb")
    assert stored.bin == "941240000193"
