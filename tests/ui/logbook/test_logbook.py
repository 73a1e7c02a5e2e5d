"""The page of the log, the note after signing in, and who saw a case, in three clicks at most."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import Role
from desktop_app.domain.log_actions import Group
from desktop_app.i18n import for_language
from desktop_app.services import access, cases, logbook
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.cases.case_page import CasePage
from desktop_app.ui.cases.who_saw_dialog import WhoSawDialog
from desktop_app.ui.common import languages
from desktop_app.ui.context import Context
from desktop_app.ui.logbook.checks_tab import BROKEN
from desktop_app.ui.logbook.screen import Screen
from desktop_app.ui.logbook.tail_note import TailNote
from tests import factories
from tests.services.situations import opened


@pytest.fixture
def manager(file: OpenFile) -> OpenFile:
    return factories.colleague(file, Role.MANAGER)


@pytest.fixture
def card(file: OpenFile) -> CaseCard:
    return opened(factories.colleague(file, Role.STAFF))


def _context(file: OpenFile, background: InlineBackground, bus: Bus) -> Context:
    return Context(file, background, bus)


@pytest.fixture
def screen(manager: OpenFile, card: CaseCard, background: InlineBackground, bus: Bus, qtbot: QtBot) -> Screen:
    shown = Screen(_context(manager, background, bus))
    qtbot.addWidget(shown)
    shown.show()
    shown.refresh()
    return shown


def _break(file: OpenFile, seq: int = 2) -> None:
    with file.db.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS audit_is_not_changed")
        connection.exec_driver_sql("UPDATE audit SET staff_id = 77 WHERE seq = ?", (seq,))


def test_the_lines_are_shown_and_filtered(screen: Screen, card: CaseCard) -> None:
    lines = screen.lines
    assert [line.action for line in lines.table.rows][:3] == ["view_log", "view_case", "open_case"]
    lines.form.set_values(group=Group.CHANGED)
    lines.read()
    assert [line.action for line in lines.table.rows] == ["open_case"]
    lines.form.set_values(group="", case=card.number)
    lines.read()
    assert {line.named for line in lines.table.rows} == {card.number}
    lines.form.set_values(case="1999-0001")
    lines.read()
    assert not lines.table.rows
    assert "1999-0001" in lines.form.field("case").problem


def test_a_day_that_makes_no_sense_is_said_beside_it(screen: Screen) -> None:
    screen.lines.first.setText("31.02.2026")
    screen.lines.read()
    assert screen.lines.form.field("first").problem


def test_more_lines_come_when_one_scrolls(screen: Screen, file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.ui.logbook.lines_tab.PAGE", 3)
    screen.lines.read()
    assert len(screen.lines.table.rows) == 3
    screen.lines.table.end_neared.emit()
    seqs = [line.seq for line in screen.lines.table.rows]
    assert len(seqs) == 6
    assert seqs == sorted(seqs, reverse=True)


def test_nothing_on_the_page_is_a_code(screen: Screen) -> None:
    languages.use("ru")
    model = screen.lines.table.view.model()
    shown = {
        str(model.index(row, column).data()) for row in range(model.rowCount()) for column in range(model.columnCount())
    }
    assert not [text for text in shown if "_" in text]
    assert for_language("ru")("Looked at a case") in shown


def test_a_staff_member_sees_the_own_lines_without_the_rest(
    card: CaseCard, file: OpenFile, background: InlineBackground, bus: Bus, qtbot: QtBot
) -> None:
    shown = Screen(_context(factories.colleague(file, Role.STAFF), background, bus))
    qtbot.addWidget(shown)
    shown.show()
    shown.refresh()
    assert [line.action for line in shown.lines.table.rows] == ["view_own_log"]
    assert not shown.lines.export_button.isVisible()
    assert not shown.lines.form.field("who").isVisible()
    assert not shown.checks.month_button.isVisible()
    assert shown.lines.own.isVisible()


def test_the_whole_log_is_checked(screen: Screen, file: OpenFile) -> None:
    screen.checks.check()
    assert screen.checks.result.property("tone") == "good"
    _break(file)
    screen.checks.check()
    assert screen.checks.result.property("tone") == "danger"
    assert "Line 2 " in screen.checks.result.label.text()


def test_a_paper_is_compared(screen: Screen, file: OpenFile, qtbot: QtBot) -> None:
    with access.reading(file, access.Action.CHECK_LOG) as session:
        paper = logbook.head_word(session)
    dialog = screen.checks.compare()
    dialog.form.set_values(seq="x", word=paper.word)
    dialog.compare()
    assert dialog.form.field("seq").problem
    dialog.form.set_values(seq=str(paper.seq), word="1a2b")
    dialog.compare()
    assert dialog.form.field("word").problem
    dialog.form.set_values(word=paper.word)
    dialog.compare()
    assert dialog.answer.property("tone") == "good"
    dialog.form.set_values(seq=str(paper.seq - 1))
    dialog.compare()
    assert dialog.answer.property("tone") == "danger"
    dialog.form.set_values(seq=str(paper.seq))
    _break(file)
    dialog.compare()
    assert "does not fit" in dialog.answer.label.text()
    dialog.close()


def test_the_report_and_the_lines_are_saved(screen: Screen, tmp_path: Path) -> None:
    dialog = screen.checks.report()
    dialog.form.set_values(language="kk")
    dialog.save(tmp_path / "report.pdf")
    screen.lines.export(tmp_path / "lines.xlsx")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "lines.xlsx").stat().st_size > 1000


def test_a_break_is_said_after_signing_in_and_what_to_do(context: Context, qtbot: QtBot) -> None:
    note = TailNote(context)
    qtbot.addWidget(note)
    note.begin()
    assert note.isHidden()
    _break(context.file)
    again = TailNote(context)
    qtbot.addWidget(again)
    again.begin()
    assert not again.isHidden()
    assert again.property("tone") == "danger"
    assert again.label.text() == BROKEN % {"line": 2}


def test_a_clock_that_went_back_is_said(context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIREK_TODAY", "2026-01-15")
    note = TailNote(context)
    qtbot.addWidget(note)
    note.begin()
    assert note.property("tone") == "warn"
    assert "deadlines" in note.label.text()


def test_who_saw_a_case_takes_one_click_from_its_page(
    card: CaseCard, manager: OpenFile, background: InlineBackground, bus: Bus, qtbot: QtBot
) -> None:
    page = CasePage(_context(manager, background, bus))
    qtbot.addWidget(page)
    page.show()
    page.show_case(card.id)
    assert page.who_saw.isVisible()
    page.who_saw.click()
    dialog = page.findChild(WhoSawDialog)
    assert dialog is not None
    assert [(row.views, row.changes) for row in dialog.seen.rows] == [(1, 0), (1, 1)]
    assert {row.role for row in dialog.may.rows} == {Role.STAFF, Role.MANAGER}
    dialog.close()


def test_who_may_not_ask_has_no_button(
    card: CaseCard, file: OpenFile, background: InlineBackground, bus: Bus, qtbot: QtBot
) -> None:
    other = factories.colleague(file, Role.STAFF)
    page = CasePage(_context(other, background, bus))
    qtbot.addWidget(page)
    page.show()
    page.show_case(card.id)
    assert not page.who_saw.isVisible()
    dialog = WhoSawDialog(_context(replace(other), background, bus), card.id, page)
    assert dialog.note.label.text()
    assert not dialog.seen.rows
    dialog.close()
    assert cases.card(other, card.id).number == card.number
