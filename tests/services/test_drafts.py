"""Drafts in the file: whose they are, when they go, and that they stand in no log."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text

from desktop_app.db.models import AuditLine
from desktop_app.db.queries import drafts as queries
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.drafts import FormName
from desktop_app.errors import AppError
from desktop_app.services import drafts, files, staff
from desktop_app.services.files import OpenFile
from tests import factories

CASE = {"site": "Склад на окраине", "rows": [{"name": "Нодира"}]}


def _log(file: OpenFile) -> list[str]:
    with file.db.read() as session:
        return list(session.scalars(select(AuditLine.action).order_by(AuditLine.seq)))


def _rows(file: OpenFile) -> list[str]:
    with file.db.read() as session:
        return list(session.scalars(text("SELECT form FROM draft ORDER BY form")))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("new_case:0", FormName("new_case", 0, "")),
        ("case:12:details", FormName("case", 12, "details")),
        ("case:12:wages:7", FormName("case", 12, "wages:7")),
    ],
    ids=lambda value: str(value),
)
def test_the_name_of_a_form_reads_back(written: str, name: FormName) -> None:
    assert FormName.read(written) == name
    assert str(name) == written


@pytest.mark.parametrize("written", ["", "case", "case:twelve:details"])
def test_what_is_no_name_of_a_form(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        FormName.read(written)


def test_what_was_typed_last_is_given_back_with_its_moment(file: OpenFile) -> None:
    drafts.keep(file, {"new_case:0": {"site": "С"}})
    drafts.keep(file, {"new_case:0": CASE, "person:7": {"phone": "+7"}})
    first, second = drafts.left_behind(file)
    assert (first.form.kind, first.content) == ("new_case", CASE)
    assert second.content == {"phone": "+7"}
    assert first.at.utcoffset() is not None


def test_what_is_saved_or_undone_is_no_draft(file: OpenFile) -> None:
    drafts.keep(file, {"new_case:0": CASE, "person:7": {"phone": "+7"}})
    drafts.keep(file, {"new_case:0": None, "employer:1": None})
    assert [each.form.kind for each in drafts.left_behind(file)] == ["person"]


def test_new_typing_in_the_same_form_replaces_nothing_that_was_left_behind(file: OpenFile) -> None:
    drafts.keep(file, {"new_case:0": CASE})
    assert len(drafts.left_behind(file)) == 1
    drafts.keep(file, {"new_case:0": {"site": "Another"}})
    drafts.keep(file, {"new_case:0": None})
    left = drafts.left_behind(file)
    assert [each.content for each in left] == [CASE]
    drafts.discard(file, [left[0].key])
    assert _rows(file) == []


def test_it_outlives_the_program(file: OpenFile) -> None:
    drafts.keep(file, {"new_case:0": CASE})
    files.close(file)
    again = factories.sign_in(file.path)
    assert [each.content for each in drafts.left_behind(again)] == [CASE]
    files.close(again)


def test_a_colleague_is_given_nothing_of_it(file: OpenFile) -> None:
    drafts.keep(file, {"new_case:0": CASE})
    staff.add(file, NewStaffMember("daniyar", "Данияр Ахметов", Role.LAWYER, "another row of five words"))
    files.close(file)
    other = factories.sign_in(file.path, "daniyar", "another row of five words")
    assert drafts.left_behind(other) == ()
    drafts.keep(other, {"new_case:0": {"site": "Own"}})
    drafts.discard(other, ["new_case:0"])
    files.close(other)
    again = factories.sign_in(file.path)
    assert [each.content for each in drafts.left_behind(again)] == [CASE]
    files.close(again)


def test_no_draft_stands_in_the_log(file: OpenFile) -> None:
    before = _log(file)
    drafts.keep(file, {"new_case:0": CASE})
    drafts.discard(file, [each.key for each in drafts.left_behind(file)])
    assert _log(file) == before


def test_a_draft_of_another_program_is_left_where_it_is(file: OpenFile) -> None:
    drafts.keep(file, {"odd": CASE, "new_case:0": CASE})
    with file.db.write("test", file.staff.id) as session:
        session.execute(text("UPDATE draft SET content = '[1' WHERE form = 'new_case:0'"))
    assert drafts.left_behind(file) == ()
    assert len(_rows(file)) == 2


def test_nothing_is_kept_in_a_closed_file(file: OpenFile) -> None:
    files.close(file)
    with pytest.raises((AppError, RuntimeError)):
        drafts.keep(file, {"new_case:0": CASE})


def test_a_draft_is_sealed_to_who_types_it(file: OpenFile) -> None:
    drafts.keep(file, {"case:1:details": {"note": "құпия"}})
    with file.db.read() as session:
        stored = session.scalars(text("SELECT content FROM draft")).one()
        assert "құпия" not in stored
        queries.set_aside(session, file.staff.id)
        assert queries.left_behind(session, file.staff.id, bytes(31) + b"\1") == ()
    assert [draft.content for draft in drafts.left_behind(file)] == [{"note": "құпия"}]
