"""What the tests of the letter dialog share: a fixed day, and the dialog of a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.services import cases, complaints
from desktop_app.services.files import OpenFile
from desktop_app.ui.context import Context
from desktop_app.ui.letters.letter_dialog import LetterDialog
from tests.ui.cases.crew import TODAY

Begin = Callable[..., LetterDialog]


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, TODAY)


@pytest.fixture
def begin(qtbot: QtBot, context: Context, file: OpenFile) -> Iterator[Begin]:
    """Opens the dialog for the first case; closes it at the end so that nothing is drawn any more."""
    dialogs: list[LetterDialog] = []
    parent = QWidget()
    parent.resize(1280, 800)
    qtbot.addWidget(parent)

    def begun(**how: object) -> LetterDialog:
        counted = complaints.calculations(file, 1, settings.today())
        dialog = LetterDialog(context, cases.card(file, 1), counted, parent, **how)  # type: ignore[arg-type]  # by name
        dialogs.append(dialog)
        dialogs[-1].open()
        return dialogs[-1]

    yield begun
    for dialog in filter(shiboken6.isValid, dialogs):
        dialog.reject()
