"""The log is read, checked, compared with a paper, and says who saw a case."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.db.engine import Database
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.file_settings import FileSettings
from desktop_app.domain.log_actions import Group
from desktop_app.domain.logbook import LogFilter, LogLine
from desktop_app.domain.permissions import Relation
from desktop_app.domain.reports import SummaryRequest
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.i18n import LANGUAGES
from desktop_app.services import access, cases, files, logbook, people, settings_of_file, staff, summaries
from desktop_app.services.files import OpenFile
from tests import factories
from tests.letters.reading import text_of
from tests.services.situations import opened

PASSWORD = "a quiet lamp over tea"


def _colleague(file: OpenFile, login: str, role: Role) -> int:
    return staff.add(file, NewStaffMember(login, f"{login} name", role, PASSWORD)).id


def _as(file: OpenFile, login: str) -> OpenFile:
    """The same open file for somebody else, as after their signing in."""
    with file.db.read() as session:
        who = next(each for each in files.queries.staff(session) if each.login == login)
    return OpenFile(file.db, who, file.path, file.keys)


def _actions(file: OpenFile, **wanted: object) -> list[str]:
    return [line.action for line in logbook.page(file, LogFilter(**wanted))]  # type: ignore[arg-type]  # by name


@pytest.fixture
def card(file: OpenFile) -> CaseCard:
    _colleague(file, "lawyer", Role.LAWYER)
    _colleague(file, "desk", Role.STAFF)
    return opened(_as(file, "desk"))


def test_lines_are_newest_first_with_names(file: OpenFile, card: CaseCard) -> None:
    lines = logbook.page(file, LogFilter())
    assert [line.seq for line in lines] == sorted((line.seq for line in lines), reverse=True)
    assert [line.action for line in lines[:2]] == ["view_case", "open_case"]
    assert (lines[0].who, lines[0].named, lines[0].thing) == ("desk name", card.number, "case")
    assert lines[0].at is not None
    assert lines[-1].who == ""
    assert not any(line.clock_back for line in lines)


def test_pages_go_on_below_the_last_number(file: OpenFile, card: CaseCard) -> None:
    all_of_it = logbook.page(file, LogFilter())
    pages: list[LogLine] = []
    while page := logbook.page(file, LogFilter(limit=3, before=pages[-1].seq if pages else None)):
        pages += page
    assert tuple(pages) == all_of_it


@pytest.mark.parametrize(
    ("wanted", "actions"),
    [
        ({"staff_id": 3}, {"open_case", "view_case", "refused:list_staff"}),
        ({"group": Group.LOOKED}, {"view_case"}),
        ({"group": Group.CHANGED}, {"open_case"}),
        ({"group": Group.STAFF}, {"sign_in", "add_staff"}),
        ({"group": Group.STAFF, "staff_id": 3}, set()),
        ({"group": Group.LOOKED, "staff_id": 3}, {"view_case"}),
        ({"group": Group.REFUSED}, {"refused:add_staff"}),
        ({"group": Group.REFUSED, "staff_id": 3}, {"refused:add_staff"}),
        ({"group": Group.REFUSED, "staff_id": 2}, set()),
        ({"first": date(2026, 11, 22)}, set()),
        ({"last": date(2020, 1, 1)}, set()),
    ],
)
def test_filters(file: OpenFile, card: CaseCard, wanted: dict[str, object], actions: set[str]) -> None:
    with pytest.raises(NotAllowed):
        _colleague(_as(file, "desk"), "another", Role.STAFF)
    found = set(_actions(file, **wanted))
    if wanted == {"staff_id": 3}:
        assert found == {"open_case", "view_case", "refused:add_staff"}
    else:
        assert found == actions


def test_the_days_of_a_filter_are_local_days(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in ("2026-11-22", "2026-11-23", "2026-11-24"):
        monkeypatch.setenv("TIREK_TODAY", day)
        with file.db.write("view_case", 1, "case", 1):
            pass
    found = logbook.page(file, LogFilter(first=date(2026, 11, 22), last=date(2026, 11, 23)))
    assert [f"{line.at:%d}" for line in found] == ["23", "22"]
    assert len(logbook.page(file, LogFilter(last=date(2026, 11, 22), group=Group.LOOKED))) == 1
    assert len(logbook.page(file, LogFilter(first=date(2026, 11, 23), staff_id=1, group=Group.LOOKED))) == 2


def test_the_lines_of_a_case_are_those_of_its_letters_and_people_too(file: OpenFile, card: CaseCard) -> None:
    desk = _as(file, "desk")
    people.card(desk, card.workers[0].person_id)
    opened(desk)
    found = logbook.page(file, LogFilter(case=f" {card.number} "))
    assert [line.action for line in found] == ["view_person", "view_case", "open_case"]
    assert not logbook.page(file, LogFilter(case=card.number, staff_id=1))
    with pytest.raises(AppError, match="There is no case"):
        logbook.page(file, LogFilter(case="1999-0001"))


def test_staff_and_lawyers_read_their_own_lines_only(file: OpenFile, card: CaseCard) -> None:
    for login in ("desk", "lawyer"):
        mine = _as(file, login)
        told = logbook.view(mine)
        assert not told.everything
        assert not told.colleagues
        assert {line.who for line in logbook.page(mine, LogFilter(staff_id=1))} == {f"{login} name"}
        with pytest.raises(NotAllowed):
            logbook.month(mine, date(2026, 11, 1), "en")
    assert logbook.view(file).everything


def test_that_somebody_reads_the_log_is_logged(file: OpenFile) -> None:
    logbook.view(file)
    assert _actions(file)[0] == "view_log"
    logbook.check(file)
    assert _actions(file)[0] == "check_log"


def test_the_tail_is_checked_and_a_break_is_named(file: OpenFile, card: CaseCard) -> None:
    assert logbook.check_tail(file).first_broken is None
    _break(file.db, 2)
    found = logbook.check_tail(file)
    assert found.first_broken == 2
    assert found.head.seq >= 4
    assert logbook.check(file).first_broken == 2


def test_only_the_last_thousand_lines_are_checked_at_the_door(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logbook, "TAIL", 3)
    for number in range(5):
        with file.db.write("view_case", 1, "case", number):
            pass
    _break(file.db, 2)
    assert logbook.check_tail(file).first_broken is None
    _break(file.db, 6)
    assert logbook.check_tail(file).first_broken == 6


def _break(database: Database, seq: int) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS audit_is_not_changed")
        connection.exec_driver_sql("UPDATE audit SET staff_id = 77 WHERE seq = ?", (seq,))


def test_a_paper_is_compared(file: OpenFile, card: CaseCard) -> None:
    with access.reading(file, access.Action.CHECK_LOG) as session:
        paper = logbook.head_word(session)
    with file.db.write("view_case", 1, "case", 1):
        pass
    assert logbook.compare(file, paper.seq, paper.word.upper()).holds
    assert not logbook.compare(file, paper.seq - 1, paper.word).holds
    assert not logbook.compare(file, 10_000, paper.word).holds
    for seq, word, field in ((paper.seq, "abc", "word"), (0, paper.word, "seq")):
        with pytest.raises(InvalidInput) as refused:
            logbook.compare(file, seq, word)
        assert refused.value.problems[0].field == field


def test_a_shortened_log_is_found_from_a_paper(file: OpenFile, card: CaseCard) -> None:
    with access.reading(file, access.Action.CHECK_LOG) as session:
        paper = logbook.head_word(session)
    with file.db.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_stays")
        connection.exec_driver_sql("DELETE FROM audit WHERE seq >= ?", (paper.seq,))
    assert logbook.check(file).first_broken is None
    compared = logbook.compare(file, paper.seq, paper.word)
    assert not compared.holds
    assert compared.first_broken is None


def test_a_clock_that_went_back_is_flagged(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIREK_TODAY", "2026-11-20")
    assert logbook.check_tail(file).clock_back
    with file.db.write("view_case", 1, "case", 1):
        pass
    with file.db.write("view_case", 1, "case", 2):
        pass
    newest = logbook.page(file, LogFilter(limit=3))
    assert [line.clock_back for line in newest] == [False, True, False]
    assert [line.seq for line in newest] == sorted((line.seq for line in newest), reverse=True)
    assert not logbook.check_tail(file).clock_back


def test_who_saw_a_case_and_who_could(file: OpenFile, card: CaseCard) -> None:
    lawyer, desk = _as(file, "lawyer"), _as(file, "desk")
    cases.card(lawyer, card.id)
    people.card(lawyer, card.workers[0].person_id)
    with pytest.raises(NotAllowed):
        cases.card(file, card.id)  # an administrator reads only what is given
    looks = logbook.case_looks(desk, card.id)
    assert looks.number == card.number
    told = {one.name: (one.views, one.changes, one.taken, one.refused) for one in looks.seen}
    assert told == {
        "desk name": (1, 1, 0, 0),
        "lawyer name": (2, 0, 0, 0),
        factories.NEW.first_user.full_name: (0, 0, 0, 1),
    }
    assert next(one.name for one in looks.seen) == factories.NEW.first_user.full_name
    assert all(one.first is not None and one.last is not None for one in looks.seen)
    assert {(one.name, one.why) for one in looks.may} == {
        ("desk name", Relation.OWN),
        ("lawyer name", Relation.CENTRE),
    }
    assert _actions(file)[0] == "who_saw_case"


def test_who_saw_a_case_is_not_for_everybody(file: OpenFile, card: CaseCard) -> None:
    _colleague(file, "other", Role.STAFF)
    with pytest.raises(NotAllowed):
        logbook.case_looks(_as(file, "other"), card.id)
    with pytest.raises(AppError):
        logbook.case_looks(file, 999)


def test_a_closed_case_shows_who_could_see_it_now(file: OpenFile, card: CaseCard) -> None:
    desk = _as(file, "desk")
    access.set_restricted(desk, card.id, True)
    assert [one.name for one in logbook.case_looks(desk, card.id).may] == ["desk name"]
    access.assign(desk, card.id, frozenset({1}))
    assert [(one.name, one.why) for one in logbook.case_looks(desk, card.id).may] == [
        ("desk name", Relation.OWN),
        (factories.NEW.first_user.full_name, Relation.ASSIGNED),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_of_a_month_has_the_check_word(
    file: OpenFile, card: CaseCard, tmp_path: Path, language: str
) -> None:
    month = logbook.month(file, date(2026, 11, 21), language)
    assert month.lines == sum(count for _action, count in month.by_action)
    assert month.lines == sum(count for _name, _role, count in month.by_person)
    assert month.last_word == month.head.word
    path = tmp_path / "report.pdf"
    logbook.save_month(file, date(2026, 11, 1), language, path)
    shown = text_of(path.read_bytes())
    assert month.head.word in shown
    assert "lawyer name" not in shown
    assert "desk name" in shown
    assert _actions(file)[0] == "export_log"


def test_the_report_of_a_quiet_month_and_of_one_to_come(file: OpenFile, tmp_path: Path) -> None:
    logbook.save_month(file, date(2026, 1, 1), "en", tmp_path / "quiet.pdf")
    assert "Lines of the month: 0" in text_of((tmp_path / "quiet.pdf").read_bytes())
    for day, language in ((date(2027, 1, 1), "en"), (date(2026, 1, 1), "de")):
        with pytest.raises(InvalidInput):
            logbook.month(file, day, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_exported_oldest_first(file: OpenFile, card: CaseCard, tmp_path: Path, language: str) -> None:
    path = tmp_path / "log.xlsx"
    logbook.export(file, LogFilter(staff_id=3), language, path)
    cover, lines = load_workbook(path).worksheets
    rows = [[cell.value for cell in row] for row in lines.iter_rows()][1:]
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert {row[2] for row in rows} == {"desk name"}
    assert card.number in str(rows)
    assert not any("_" in str(cell) for row in rows for cell in row[3:5])
    words = [str(cell.value) for row in cover.iter_rows() for cell in row]
    with access.reading(file, access.Action.CHECK_LOG) as session:
        assert logbook.head_word(session).word in words


def test_an_exported_summary_is_a_paper_to_compare_with(file: OpenFile, card: CaseCard, tmp_path: Path) -> None:
    manager = factories.colleague(file, Role.MANAGER)
    request = SummaryRequest(date(2026, 1, 1), date(2026, 12, 31), "en")
    summaries.export(manager, request, tmp_path / "summary.xlsx")
    book = load_workbook(tmp_path / "summary.xlsx")
    feet = {sheet.oddFooter.center.text for sheet in book.worksheets}
    (foot,) = feet
    found = re.fullmatch(r"Log: line (\d+), check word (.+)", foot)
    assert found is not None
    assert logbook.compare(file, int(found[1]), found[2]).holds
    assert foot in [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    with file.db.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_stays")
        connection.exec_driver_sql("DELETE FROM audit WHERE seq >= ?", (int(found[1]),))
    assert not logbook.compare(file, int(found[1]), found[2]).holds


def test_names_of_workers_stay_out_of_the_export(file: OpenFile, card: CaseCard, tmp_path: Path) -> None:
    desk = _as(file, "desk")
    people.card(desk, card.workers[0].person_id)
    logbook.export(file, LogFilter(), "ru", tmp_path / "log.xlsx")
    book = load_workbook(tmp_path / "log.xlsx")
    cells = {str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert not any(worker.person.full_name in cell for worker in card.workers for cell in cells)


def test_an_export_without_the_right_leaves_nothing(file: OpenFile, card: CaseCard, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        logbook.export(_as(file, "lawyer"), LogFilter(), "ru", tmp_path / "log.xlsx")
    assert not list(tmp_path.glob("*log*"))


@pytest.mark.parametrize("role", list(Role))
def test_no_role_looks_without_a_line_whatever_the_settings(file: OpenFile, card: CaseCard, role: Role) -> None:
    settings_of_file.save(file, FileSettings(idle_minutes=30, hide_names=True, allow_capture=False, retention_years=1))
    somebody = factories.colleague(file, role)
    before = len(_actions(file))
    with contextlib.suppress(NotAllowed):
        cases.card(somebody, card.id)
    found = _actions(file)
    assert len(found) == before + 1
    assert found[0].removeprefix("refused:") == "view_case"


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("statement", ["DELETE FROM audit", "UPDATE audit SET action = 'x'"])
def test_the_file_refuses_changes_of_the_log_for_everybody(file: OpenFile, role: Role, statement: str) -> None:
    somebody = factories.colleague(file, role)
    with pytest.raises(Exception, match="lines of the log"), somebody.db.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert logbook.check(file).first_broken is None
