"""Hostile text from people and spreadsheets: shown as it is, refused beside its field, never a crash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from time import monotonic

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QTabWidget, QWidget

from desktop_app.domain.cases import NewCase, NewWorker
from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.people import Person
from desktop_app.services import cases
from desktop_app.services.files import OpenFile
from desktop_app.ui.cases.new_case import NewCasePage
from desktop_app.ui.cases.paste_dialog import PasteDialog
from desktop_app.ui.pages import PAGES
from tests.e2e.desk import Desk

_HTML = '<b>bold</b><img src="file:///etc/passwd">'
_HOSTILE = (
    _HTML,
    "=1+1",
    "@SUM(A1)",
    'O\'Brien "x"; DROP TABLE person; --',
    "😀 && %s %(name)s {0}",
    "\u202eمحمد\u202c",
)
_WAGES = WorkerWages(WageTerms(PayBasis.MONTHLY, Decimal(300_000)), (WagePeriod(date(2026, 6, 1)),))


def _hostile_case(file: OpenFile) -> int:
    employer = Employer(_HTML, EmployerKind.COMPANY, "", _HTML, "=1+1", _HTML)
    crew = tuple(NewWorker(Person(text), wages=_WAGES) for text in _HOSTILE)
    case = NewCase(employer, crew, site=_HTML, next_date=date(2026, 9, 22), next_step=_HTML, note=_HTML)
    return cases.open_case(file, case).id


def _shown_as_html(window: QWidget) -> Iterator[str]:
    """What Qt would draw as HTML: labels that guess, tool tips of widgets, tool tips of cells."""
    for label in window.findChildren(QLabel):
        if _raw(label.text()) and label.textFormat() is not Qt.TextFormat.PlainText:
            yield f"label {label.text()!r}"
    for widget in window.findChildren(QWidget):
        if _raw(widget.toolTip()):
            yield f"tool tip of {type(widget).__name__} {widget.toolTip()!r}"
    for view in window.findChildren(QAbstractItemView):
        for index in _cells(view):
            tip = index.data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and _raw(tip):
                yield f"tool tip of a cell of {type(view).__name__} {tip!r}"


def _raw(text: str) -> bool:
    """Whether a text carries the hostile name with nothing done to its angle brackets."""
    return "<img" in text


def _cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    if model is not None:
        for row in range(min(model.rowCount(), 20)):
            for column in range(model.columnCount()):
                yield model.index(row, column)


def test_no_screen_takes_a_name_for_html(desk: Desk, file: OpenFile) -> None:
    case_id = _hostile_case(file)
    card = cases.card(file, case_id)
    items = [("case", case_id), ("employer", card.employer_id), ("person", card.workers[0].person_id)]
    for number, page in enumerate(PAGES):
        desk.workspace.show_page(number)
        assert list(_shown_as_html(desk.window)) == [], page.folder
    for kind, item_id in items:
        desk.bus.open_requested.emit(kind, item_id)
        for tabs in desk.window.findChildren(QTabWidget):
            for at in range(tabs.count()):
                tabs.setCurrentIndex(at)
                assert list(_shown_as_html(desk.window)) == [], f"{kind}, tab {at}"
    desk.workspace.bar.search.setText("<b>")
    assert list(_shown_as_html(desk.window)) == []
    assert "<b>bold</b>" not in desk.window.windowTitle()


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("", False),
        ("no table at all", True),
        ("Phone\tRate\n87010000001\t300000", True),
        ("Full name\tBorn\n\t1987\n<b>x</b>\t31.02.1980", True),
        ("\t\t\t\n\t\t", False),
        ("Full name\n" + "=1+1\n" * 30, True),
        ("x" * 5_000_001, False),
    ],
)
def test_any_paste_is_answered_and_nothing_of_it_gets_lost(desk: Desk, text: str, takes: bool) -> None:
    desk.ctrl(Qt.Key.Key_N)
    new = desk.only(NewCasePage)
    desk.copy(text)
    dialog = new.crew.paste(text)
    assert desk.only(PasteDialog) is dialog
    assert dialog.take.isEnabled() is takes
    assert dialog.note.isVisible() or dialog.summary.text()
    dialog.reject()
    assert new.isVisible()


def test_five_thousand_rows_are_taken_and_one_more_is_refused(desk: Desk) -> None:
    desk.ctrl(Qt.Key.Key_N)
    new = desk.only(NewCasePage)
    dialog = new.crew.paste("Full name\tBorn\n" + "\n".join(f"Worker {at}\t1987" for at in range(5_001)))
    assert not dialog.take.isEnabled()
    dialog.show_text("Full name\tBorn\n" + "\n".join(f"Worker {at}\t1987" for at in range(5_000)))
    dialog.take.click()
    assert len(new.crew.grid.rows) >= 5_000


def test_bad_input_is_told_beside_its_field_and_kept(desk: Desk) -> None:
    desk.ctrl(Qt.Key.Key_N)
    new = desk.only(NewCasePage)
    new.employer.set_values(name="", bin_iin="941240000194")
    next_date = new.case.field("next_date").entry
    assert isinstance(next_date, QLineEdit)
    next_date.setText("31.02.2026")
    new.crew.pay.rate.setText("-1")
    new.save()
    told = {
        "name": new.employer.field("name").problem,
        "bin_iin": new.employer.field("bin_iin").problem,
        "next_date": new.case.field("next_date").problem,
        "rate": new.crew.pay.field("rate").problem,
    }
    assert [name for name, problem in told.items() if not problem] == [], "all of them are told in one round"
    assert next_date.text() == "31.02.2026"
    assert new.employer.number.text() == "941240000194"
    assert new.crew.pay.rate.text() == "-1"


def test_a_megabyte_of_text_is_refused_whole_with_a_word_beside_the_field(desk: Desk) -> None:
    desk.ctrl(Qt.Key.Key_N)
    new = desk.only(NewCasePage)
    new.employer.name.setFocus()
    desk.copy("А" * 1_000_000)
    desk.ctrl(Qt.Key.Key_V)
    desk.qtbot.waitUntil(lambda: not new.employer.name.text())
    assert new.employer.field("name").problem


def test_saving_a_thousand_workers_does_not_hold_up_the_window(desk: Desk) -> None:
    desk.ctrl(Qt.Key.Key_N)
    new = desk.only(NewCasePage)
    new.crew.paste("Full name\tBorn\n" + "\n".join(f"Worker {at}\t1987" for at in range(1_000))).take.click()
    begun = monotonic()
    new.crew.clear_problems()
    # Quadratic work takes ten seconds here, linear work milliseconds.
    assert monotonic() - begun < 2
