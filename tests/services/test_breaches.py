"""Breaches are written down, their term is counted by the law kept here, and their papers name no worker."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop_app import law
from desktop_app.domain.breaches import NewBreach, PackRequest
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import Role
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.i18n import LANGUAGES
from desktop_app.services import access, breaches, cases, logbook, people
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import KARIMOVA, YUSUPOV, opened

TOLD = 'A laptop was left in a taxi. =HYPERLINK("x")'
NEW = NewBreach(date(2026, 11, 20), "9:30", TOLD)


@pytest.fixture
def manager(file: OpenFile) -> OpenFile:
    return factories.colleague(file, Role.MANAGER)


@pytest.fixture
def card(file: OpenFile) -> CaseCard:
    desk = factories.colleague(file, Role.STAFF)
    card = opened(desk)
    people.card(desk, card.workers[0].person_id)
    opened(desk)
    return card


def _wanted(breach_id: int, language: str = "en", numbers: str = "") -> PackRequest:
    return PackRequest(breach_id, date(2026, 11, 1), date(2026, 11, 30), numbers, language)


def _sheets(path: Path) -> list[list[list[Any]]]:
    return [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in load_workbook(path).worksheets]


def test_a_breach_has_its_term_by_the_law(manager: OpenFile) -> None:
    breach_id = breaches.record(manager, NEW).id
    (found,) = breaches.listing(manager)
    assert found.id == breach_id
    assert found.found_at is not None
    assert f"{found.found_at:%d.%m.%Y %H:%M}" == "20.11.2026 09:30"
    # The 20th is a Friday: one working day later is Monday.
    assert found.notify_by == date(2026, 11, 23)
    assert found.notified_at is None
    norm = law.fact("pd.25.2.8")
    assert (norm.value, norm.confidence) == ("1", "V")


def test_a_notice_is_written_down(manager: OpenFile) -> None:
    breach_id = breaches.record(manager, NEW).id
    breaches.notified(manager, breach_id, date(2026, 11, 20))
    (found,) = breaches.listing(manager)
    assert found.notified_at is not None
    assert found.notified_at.date() == date(2026, 11, 20)
    for on in (None, date(2026, 11, 25)):
        with pytest.raises(InvalidInput):
            breaches.notified(manager, breach_id, on)


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewBreach(None, "9:30", "x"), "found_on"),
        (NewBreach(date(2026, 11, 20), "half past", "x"), "found_time"),
        (NewBreach(date(2026, 11, 20), "25:00", "x"), "found_time"),
        (NewBreach(date(2026, 11, 22), "9:30", "x"), "found_on"),
        (NewBreach(date(2026, 11, 20), "9:30", "  "), "described"),
        (NewBreach(date(2026, 11, 20), "9:30", "x" * 20_001), "described"),
    ],
)
def test_what_is_wrong_with_a_breach_is_said_by_field(manager: OpenFile, new: NewBreach, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        breaches.record(manager, new)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert not breaches.listing(manager)


@pytest.mark.parametrize("role", [Role.STAFF, Role.LAWYER])
def test_only_heads_write_down_breaches(file: OpenFile, role: Role, tmp_path: Path) -> None:
    somebody = factories.colleague(file, role)
    with pytest.raises(NotAllowed):
        breaches.record(somebody, NEW)
    with pytest.raises(NotAllowed):
        breaches.listing(somebody)
    with pytest.raises(NotAllowed):
        breaches.make_pack(somebody, _wanted(1), tmp_path / "x.xlsx")
    assert not (tmp_path / "x.xlsx").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_papers_hold_what_the_body_asks(manager: OpenFile, card: CaseCard, tmp_path: Path, language: str) -> None:
    breach_id = breaches.record(manager, NEW).id
    path = tmp_path / "papers.xlsx"
    breaches.make_pack(manager, _wanted(breach_id, language), path)
    cover, notice, data, seen, reach, lines = _sheets(path)
    with access.reading(manager, access.Action.CHECK_LOG) as session:
        head = logbook.head_word(session)
    assert head.word in str(cover)
    assert "23" in str(cover)
    assert TOLD in str(notice)
    assert [row[1] for row in data[1:]] == [2, 0, 4, 4, 4, 2, 0, 0, 0, 0, 0, 0]
    assert {(row[0], row[3], row[4]) for row in seen[1:]} == {("2026-0001", 2, 1), ("2026-0002", 1, 1)}
    assert [row[0] for row in reach[1:]] == ["2026-0001", "2026-0002"]
    assert {row[4] for row in reach[1:]} == {2}
    assert [row[0] for row in lines[1:]] == sorted(row[0] for row in lines[1:])
    everything = str((cover, notice, data, seen, reach, lines))
    assert not any(person.full_name in everything for person in (YUSUPOV, KARIMOVA))
    assert card.number in everything


def test_no_text_of_the_papers_is_a_formula(manager: OpenFile, card: CaseCard, tmp_path: Path) -> None:
    breach_id = breaches.record(manager, NewBreach(date(2026, 11, 20), "9:30", '=HYPERLINK("http://x")')).id
    breaches.make_pack(manager, _wanted(breach_id), tmp_path / "papers.xlsx")
    book = load_workbook(tmp_path / "papers.xlsx")
    assert not [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_papers_of_one_case_tell_of_it_alone(manager: OpenFile, card: CaseCard, tmp_path: Path) -> None:
    breach_id = breaches.record(manager, NEW).id
    breaches.make_pack(manager, _wanted(breach_id, numbers=f" {card.number},"), tmp_path / "papers.xlsx")
    _cover, _notice, data, seen, reach, lines = _sheets(tmp_path / "papers.xlsx")
    assert data[1][1] == 1
    assert {row[0] for row in seen[1:]} == {row[0] for row in reach[1:]} == {card.number}
    assert [row[4] for row in lines[1:]] == [f"Case {card.number}"] * 2 + ["Person, entry 1"]


def test_the_log_outside_the_days_stays_out(manager: OpenFile, card: CaseCard, tmp_path: Path) -> None:
    breach_id = breaches.record(manager, NEW).id
    wanted = PackRequest(breach_id, date(2026, 10, 1), date(2026, 10, 31), "", "en")
    breaches.make_pack(manager, wanted, tmp_path / "papers.xlsx")
    _cover, _notice, _data, seen, reach, lines = _sheets(tmp_path / "papers.xlsx")
    assert len(seen) == len(lines) == 1
    assert len(reach) == 3


def test_papers_that_cannot_be_finished_leave_nothing_behind(
    manager: OpenFile, card: CaseCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))

    def broken(*_rows: object) -> None:
        raise AppError("half way")

    monkeypatch.setattr("desktop_app.exports.breach_pack._reach_rows", broken)
    breach_id = breaches.record(manager, NEW).id
    with pytest.raises(AppError, match="half way"):
        breaches.make_pack(manager, _wanted(breach_id), tmp_path / "papers.xlsx")
    assert not list(folder.iterdir())
    assert not list(tmp_path.glob("*papers*"))


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (PackRequest(1, None, date(2026, 11, 1), "", "en"), "first"),
        (PackRequest(1, date(2026, 11, 2), date(2026, 11, 1), "", "en"), "last"),
        (PackRequest(1, date(2026, 11, 1), date(2026, 11, 1), "", "de"), "language"),
        (PackRequest(1, date(2026, 11, 1), date(2026, 11, 1), "1999-0001", "en"), "cases"),
        (PackRequest(1, date(2026, 11, 1), date(2026, 11, 1), " ".join(map(str, range(501))), "en"), "cases"),
    ],
)
def test_papers_that_make_no_sense_are_refused(
    manager: OpenFile, wanted: PackRequest, field: str, tmp_path: Path
) -> None:
    breaches.record(manager, NEW)
    with pytest.raises(InvalidInput) as refused:
        breaches.make_pack(manager, wanted, tmp_path / "papers.xlsx")
    assert refused.value.problems[0].field == field
    assert not list(tmp_path.glob("papers*"))


def test_the_export_is_logged_before_the_file_appears(manager: OpenFile, tmp_path: Path) -> None:
    breach_id = breaches.record(manager, NEW).id
    with pytest.raises(Exception, match="folder"):
        breaches.make_pack(manager, _wanted(breach_id), tmp_path / "missing" / "papers.xlsx")
    with access.reading(manager, access.Action.CHECK_LOG) as session:
        assert logbook.log.page(session, logbook.LogFilter(limit=1))[0].action == "export_breach"


def test_a_restricted_case_shows_who_could_open_it(manager: OpenFile, card: CaseCard, tmp_path: Path) -> None:
    access.set_restricted(manager, card.id, True)
    breach_id = breaches.record(manager, NEW).id
    breaches.make_pack(manager, _wanted(breach_id, numbers=card.number), tmp_path / "papers.xlsx")
    reach = _sheets(tmp_path / "papers.xlsx")[4]
    assert reach[1][2] == "Restricted"
    assert reach[1][4] == 1
    with pytest.raises(NotAllowed):
        cases.card(manager, card.id)
