from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import AppError
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import Note
from desktop_app.ui.messages import Faults, show_error, show_fault


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def _text(dialog: Dialog) -> str:
    notes = dialog.findChildren(Note)
    assert len(notes) == 1
    return notes[0].label.text()


def test_an_error_is_said_as_plain_text(owner: QWidget) -> None:
    dialog = show_error(owner, AppError("The disk is full: %(path)s", path="<b>x</b>"))
    assert _text(dialog) == "The disk is full: <b>x</b>"
    dialog.accept()


def test_a_fault_tells_where_its_report_is_and_the_report_holds_nothing_typed(owner: QWidget) -> None:
    with pytest.raises(ValueError, match="Юсупов") as fault:
        int("Юсупов Равшан 870520300129")
    dialog = show_fault(fault.value, owner)
    path = Path(_text(dialog).split("written to ")[1].split(". Please")[0])
    report = path.read_text("utf-8")
    assert "ValueError" in report
    assert "Юсупов" not in report
    assert "870520300129" not in report
    dialog.accept()


def test_faults_without_end_open_one_dialog(owner: QWidget, qtbot: QtBot) -> None:
    faults = Faults()
    for _time in range(5):
        faults.show(ZeroDivisionError())
    shown = [widget for widget in owner.findChildren(Dialog) if widget.isVisible()]
    top = [dialog for dialog in shown or [faults._shown] if dialog is not None]
    assert len(top) == 1
    top[0].accept()
    assert faults._shown is None
