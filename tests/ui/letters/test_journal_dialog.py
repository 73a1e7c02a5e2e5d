import gc
from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.journal import Which
from desktop_app.domain.letters import LetterLanguage
from desktop_app.domain.posting import Sent, Way
from desktop_app.services import letter_sending
from desktop_app.ui.letters.journal_dialog import JournalDialog
from desktop_app.ui.letters.printing import SystemPrintDialog
from tests.letters.reading import text_of
from tests.ui.cases.crew import TODAY
from tests.ui.letters.posted import ON, claim


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture
def below(qtbot):
    """The window under the dialog, which owns it."""
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def dialog(context, file, below):
    letter_sending.note(file, claim(file), Sent(ON, Way.COURIER, "W-77"))
    made = JournalDialog(context, below)
    made.open()
    return made


def test_the_journal_begins_with_the_year_in_both_official_languages(dialog):
    wanted = dialog.request()
    assert (wanted.first, wanted.last) == (date(2026, 1, 1), ON)
    assert (wanted.language, wanted.which) == (LetterLanguage.KK_RU, Which.BOTH)


def test_the_journal_is_saved(dialog, tmp_path):
    dialog.save_to(dialog.request(), tmp_path / "journal.pdf")
    assert "W-77" in text_of((tmp_path / "journal.pdf").read_bytes())


def test_a_place_that_cannot_be_written_is_named_and_the_days_stay(dialog, tmp_path):
    dialog.save_to(dialog.request(), tmp_path / "no such folder" / "journal.pdf")
    assert dialog.form.note.label.text()
    assert dialog.button.isEnabled()
    assert dialog.form.value("last") == ON


def test_days_that_make_no_sense_are_named(dialog, tmp_path):
    dialog.form.set_values(first=date(2026, 12, 1))
    dialog.save_to(dialog.request(), tmp_path / "journal.pdf")
    assert "before the first" in dialog.form.field("last").problem
    dialog.form.field("first").entry.setText("")
    assert dialog.request() is None
    assert dialog.form.field("first").problem == "Type the day."


def test_the_journal_goes_to_the_printer_through_the_system_dialog(dialog, tmp_path, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    dialog.print_it()
    gc.collect()
    system = dialog.findChild(SystemPrintDialog)
    system.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    system.printer().setOutputFileName(str(tmp_path / "paper.pdf"))
    system.done(system.DialogCode.Accepted)
    QApplication.processEvents()
    assert len(PdfReader(tmp_path / "paper.pdf").pages) > 0


class Stopping:
    """A journal that somebody wishes to stop while it is written: Esc at its first step."""

    def __init__(self, dialog):
        self.dialog, self.seen = dialog, []

    def render(self, _journal, step):
        step(3, 10)
        self.dialog.look()
        self.seen += [self.dialog.state.text(), self.dialog.bar.value(), self.dialog.button.isEnabled()]
        self.dialog.reject()
        step(4, 10)
        raise AssertionError("it went on")


@pytest.mark.parametrize("way", ["save", "print"])
def test_a_journal_can_be_stopped(dialog, tmp_path, monkeypatch, way):
    stopping = Stopping(dialog)
    monkeypatch.setattr("desktop_app.letters.journal_paper.render", stopping.render)
    if way == "save":
        dialog.save_to(dialog.request(), tmp_path / "journal.pdf")
    else:
        dialog.print_it()
    assert stopping.seen == ["Paper 3 of 10 …", 3, False]
    assert not dialog.isHidden()
    assert "no journal was written" in dialog.note.label.text()
    assert list(tmp_path.glob("*journal*")) == []
    assert dialog.button.isEnabled()
    assert dialog.print_button.isEnabled()
    assert dialog.bar.isHidden()
    dialog.reject()
    assert dialog.isHidden()
