"""Printing through the system's dialog: warned once, drawn page by page, named by the number alone."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.errors import Message
from desktop_app.i18n import LANGUAGES
from desktop_app.services import letter_printing, letters
from desktop_app.services.letter_printing import OfToday
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import Note
from desktop_app.ui.letters import printing
from desktop_app.ui.letters.todays_dialog import TodaysDialog
from tests.ui.cases.crew import LLP, TODAY, log_case
from tests.ui.fit import cut_texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services.files import OpenFile
    from desktop_app.ui.context import Context

A4 = (595, 842)


@pytest.fixture
def letter_id(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("TIREK_TODAY", TODAY)
    from desktop_app import settings

    log_case(file)
    today = settings.today()
    plain = LetterRequest(1, "employer_claim", LetterLanguage.RU, today, today, file.staff.id)
    return letters.create(file, plain).id


@pytest.fixture(autouse=True)
def _a_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def printed(context: Context, parent: QWidget, letter_id: int, path: Path, **wanted: int) -> QPrinter:
    to_print = letter_printing.letter(context.file, letter_id)
    printer = printing.printer_for(to_print)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    if wanted:
        printer.setFromTo(wanted["first"], wanted["last"])
    printing.PrintRun(context, parent, to_print, printer).start()
    return printer


def test_every_page_is_printed_as_it_lies_and_named_by_number(
    context: Context, parent: QWidget, letter_id: int, tmp_path: Path
) -> None:
    printer = printed(context, parent, letter_id, tmp_path / "paper.pdf")
    assert printer.docName() == "2026-1"
    paper = PdfReader(tmp_path / "paper.pdf")
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in paper.pages]
    kept = letter_printing.letter(context.file, letter_id)
    assert len(sizes) == kept.pages
    assert sizes[0] == A4
    assert sizes[-1] == A4[::-1]
    assert "Юсупов" not in str(paper.metadata)
    assert QPageLayout.Orientation.Landscape is printer.pageLayout().orientation()


def test_only_the_pages_that_were_asked_for(context: Context, parent: QWidget, letter_id: int, tmp_path: Path) -> None:
    printed(context, parent, letter_id, tmp_path / "paper.pdf", first=2, last=2)
    assert len(PdfReader(tmp_path / "paper.pdf").pages) == 1


def test_no_file_of_ours_is_left_behind(
    context: Context, parent: QWidget, letter_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setenv("TMPDIR", str(temp))
    printed(context, parent, letter_id, tmp_path / "paper.pdf")
    assert list(temp.iterdir()) == []


def test_paper_is_warned_of_once_a_session(
    context: Context, parent: QWidget, letter_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[int] = []
    monkeypatch.setattr(printing.SystemPrintDialog, "offer", lambda self: shown.append(self.maxPage()))
    printing.print_letter(context, parent, letter_id)
    (question,) = (each for each in parent.findChildren(Dialog) if each.isVisible())
    assert not shown
    question.accept()
    assert len(shown) == 1
    printing.print_letter(context, parent, letter_id)
    assert len(shown) == 2
    assert shown[0] == letter_printing.letter(context.file, letter_id).pages


def test_before_todays_are_printed_they_are_listed_with_number_and_addressee(
    context: Context, parent: QWidget, letter_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[int] = []
    monkeypatch.setattr(printing.SystemPrintDialog, "offer", lambda self: shown.append(self.maxPage()))
    printing.print_todays(context, parent)
    (dialog,) = parent.findChildren(TodaysDialog)
    assert not shown
    model = dialog.table.view.model()
    cells = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert (cells[0], cells[1], cells[4]) == ("2026/1", "2026-0001", LLP.name)
    assert dialog.count.text().startswith("Letters: 1, cases: 1.")
    assert not dialog.shut.isVisible()
    assert dialog.focusWidget() is dialog.print_button
    dialog.print_button.click()
    assert shown == [letter_printing.letter(context.file, letter_id).pages]


def test_todays_that_cannot_be_printed_are_named(context: Context, parent: QWidget, letter_id: int) -> None:
    row = letters.row(context.file, letter_id)
    dialog = TodaysDialog(parent, OfToday(shut=(row,)), Message("-"))
    dialog.open()
    assert "2026/1" in dialog.shut.label.text()
    assert dialog.shut.isVisible()
    assert not dialog.print_button.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_list_is_cut_off(
    context: Context, parent: QWidget, letter_id: int, qtbot: QtBot, language: str
) -> None:
    languages.use(language)
    row = letters.row(context.file, letter_id)
    dialog = TodaysDialog(parent, OfToday((row,), (row,)), Message(printing.PAPER))
    dialog.open()
    qtbot.waitUntil(lambda: not cut_texts(dialog))
    dialog.reject()


def test_without_a_letter_of_today_a_hint_says_where_to_print(
    context: Context, parent: QWidget, letter_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIREK_TODAY", "2026-12-30")
    printing.print_todays(context, parent)
    (told,) = (each for each in parent.findChildren(Dialog) if each.isVisible())
    assert "open the letter you need" in told.findChild(Note).label.text()


def test_the_dialog_offers_no_file_without_protection(context: Context, parent: QWidget, letter_id: int) -> None:
    to_print = letter_printing.letter(context.file, letter_id)
    dialog = printing.SystemPrintDialog(printing.printer_for(to_print), parent, to_print.pages)
    assert not dialog.testOption(dialog.PrintDialogOption.PrintToFile)
    assert dialog.maxPage() == to_print.pages
    dialog.close()
    QApplication.processEvents()


def system_dialog() -> printing.SystemPrintDialog:
    (found,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, printing.SystemPrintDialog))
    return found


def test_what_is_chosen_in_the_dialog_is_printed(
    context: Context, parent: QWidget, letter_id: int, tmp_path: Path
) -> None:
    context.bus.setProperty("paperIsUnprotected", True)
    printing.print_letter(context, parent, letter_id)
    gc.collect()
    dialog = system_dialog()
    dialog.setFromTo(2, 2)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "paper.pdf"))
    dialog.done(dialog.DialogCode.Accepted)
    QApplication.processEvents()
    assert len(PdfReader(tmp_path / "paper.pdf").pages) == 1


def test_without_a_printer_that_is_said(
    context: Context, parent: QWidget, letter_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.bus.setProperty("paperIsUnprotected", True)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    printing.print_letter(context, parent, letter_id)
    (told,) = (each for each in parent.findChildren(Dialog) if each.isVisible())
    assert "has no printer yet" in told.findChild(Note).label.text()
