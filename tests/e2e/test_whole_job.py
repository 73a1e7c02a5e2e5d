"""The main job in the window: from the first start to the lock, on a real file."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import CaseFilter
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.letters import LetterLanguage
from desktop_app.i18n import set_language
from desktop_app.services import cases, files, letters
from desktop_app.services.files import OpenFile
from desktop_app.ui.bus import Bus
from desktop_app.ui.cases.case_page import CasePage
from desktop_app.ui.cases.money_dialog import MoneyDialog
from desktop_app.ui.cases.new_case import NewCasePage
from desktop_app.ui.cases.paste_dialog import PasteDialog
from desktop_app.ui.letters.letter_dialog import LetterDialog
from desktop_app.ui.letters.letter_page import LetterPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.sign_in.first_start import FirstStart
from desktop_app.ui.sign_in.lock import LockScreen
from desktop_app.ui.sign_in.screen import SignInScreen
from desktop_app.ui.summaries.screen import Screen as SummariesScreen
from tests import factories
from tests.e2e.desk import Desk

_CREW = "Аты-жөні\tТуған жылы\tАзаматтығы\tТелефон\tМөлшерлеме\n" + "\n".join(
    f"Ғұлом Юсупов {at}\t{1980 + at}\tӨзбекстан\t+7 701 000 00 {at:02d}\t{300_000 + 1_000 * at}" for at in range(12)
)


def _make_file(window: MainWindow, path: Path) -> OpenFile:
    window.begin(path)
    start = window.shown
    assert isinstance(start, FirstStart)
    opened: list[OpenFile] = []
    start.opened.connect(opened.append)
    start.go_on()
    start.centre_step.set_values(**{"name.kk": "Қамқор орталығы", "name.ru": "Центр «Қамқор»", "bin": "941240000193"})
    start.centre_step.set_values(**{"address.kk": "Абай даңғылы, 10", "address.ru": "пр. Абая, 10"})
    start.go_on()
    start.user_step.set_values(full_name="Айгүл Оспанова", login="aigul")
    start.user_step.set_values(password=factories.PASSWORD, again=factories.PASSWORD)
    start.go_on()
    start.place_step.set_values(path=str(path))
    start.go_on()
    start.go_on()
    start.type_back_step.typed.set_value(start.code_step.code.lower())
    start.go_on()
    start.go_on()
    return opened[0]


def _open_case(desk: Desk) -> int:
    desk.ctrl(Qt.Key.Key_N)
    new = desk.only(NewCasePage)
    new.employer.set_values(name="«Құрылыс» ЖШС", bin_iin="941240000193", address="Алматы, Абай 1")
    new.crew.pay.set_values(first=date(2026, 6, 1), last=date(2026, 8, 1))
    desk.copy(_CREW)
    new.crew.grid.view.setFocus()
    desk.ctrl(Qt.Key.Key_V)
    desk.qtbot.waitUntil(lambda: desk.only(PasteDialog).take.isEnabled())
    desk.only(PasteDialog).take.click()
    desk.ctrl(Qt.Key.Key_S)
    return desk.only(CasePage).case_id


def _record_money(desk: Desk) -> None:
    page = desk.only(CasePage)
    page.tabs.setCurrentWidget(page.money)
    page.money.record_button.click()
    desk.only(MoneyDialog)
    desk.write("100 000,50")
    desk.key(Qt.Key.Key_Return)
    desk.ctrl(Qt.Key.Key_S)
    desk.qtbot.waitUntil(lambda: "100,000.50" in page.money.total.text())


def _make_letter(desk: Desk, wanted: LetterLanguage) -> None:
    desk.only(CasePage).letter_button.click()
    dialog = desk.only(LetterDialog)
    dialog.form.set_values(language=wanted)
    desk.ctrl(Qt.Key.Key_S)
    desk.qtbot.waitUntil(lambda: desk.front is not dialog)
    desk.key(Qt.Key.Key_Return)  # the question whether it is to be final
    desk.only(LetterPage)


def _export(desk: Desk, path: Path) -> None:
    desk.ctrl(Qt.Key.Key_8)
    desk.only(SummariesScreen)
    desk.ctrl(Qt.Key.Key_S)
    choice = desk.only(QFileDialog)
    choice.fileSelected.emit(str(path))
    choice.close()


def test_from_the_first_start_to_a_letter_a_summary_and_the_lock(
    window: MainWindow, bus: Bus, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "centre.tirek"
    file = _make_file(window, path)
    desk = Desk(window, bus, qtbot)
    case_id = _open_case(desk)
    card = cases.card(file, case_id)
    assert len(card.workers) == 12
    assert card.workers[0].person.birth == PartialDate(1980)
    _record_money(desk)
    _make_letter(desk, LetterLanguage.KK_RU)
    (row,) = letters.page(file, "", None, 10)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(letters.pdf(file, row.id))).pages)
    assert "Ғұлом Юсупов 11" in text
    assert "СОТҚА ДЕЙІНГІ" in text
    assert "ДОСУДЕБНАЯ" in text
    _export(desk, tmp_path / "summary.xlsx")
    sheets = load_workbook(tmp_path / "summary.xlsx")
    cells = [str(cell.value) for sheet in sheets for row_ in sheet.iter_rows() for cell in row_]
    assert any("100000.5" in cell for cell in cells)
    assert not any("Юсупов" in cell for cell in cells)
    window.lock()
    lock = desk.only(LockScreen)
    lock.password.set_value("not the password")
    lock.unlock()
    assert lock.isVisible()
    lock.password.set_value(factories.PASSWORD)
    lock.unlock()
    desk.workspace.sign_out_requested.emit()
    assert desk.only(SignInScreen).path == path
    reopened = factories.sign_in(path)
    (again,) = cases.page(reopened, CaseFilter())
    assert again.workers == 12
    files.close(reopened)


def test_changing_the_language_while_typing_keeps_every_field(desk: Desk) -> None:
    desk.ctrl(Qt.Key.Key_2)
    desk.ctrl(Qt.Key.Key_N)
    new = desk.only(NewCasePage)
    typed = {"name": "Half a na", "bin_iin": "9412", "address": "=1+1", "phone": "+7", "head_name": "<b>"}
    new.employer.set_values(**typed)
    new.crew.pay.rate.setText("12 00")
    new.crew.grid.view.setFocus()
    new.crew.grid.go_to(0, "name")
    before = desk.words()
    for code in ("kk", "ru", "en"):
        set_language(code)
        desk.workspace.bar.languages.chosen.emit(code)
        assert {name: new.employer.field(name).entry.value() for name in typed} == typed
        assert new.crew.pay.rate.text() == "12 00"
        assert desk.workspace.unsaved()
    assert desk.words() == before


def test_a_lock_hides_an_open_dialog_and_gives_it_back_as_it_was(desk: Desk) -> None:
    _open_case(desk)
    page = desk.only(CasePage)
    page.tabs.setCurrentWidget(page.money)
    page.money.record_button.click()
    money = desk.only(MoneyDialog)
    money.grid.rows[3].texts["amount"] = "half"
    desk.key(Qt.Key.Key_F12)
    lock = desk.only(LockScreen)
    assert not money.isVisible()
    lock.password.set_value(factories.PASSWORD)
    lock.unlock()
    assert money.isVisible()
    assert money.grid.rows[3].texts["amount"] == "half"


@pytest.mark.parametrize("page", range(1, 8))
def test_new_case_by_keyboard_from_every_page(desk: Desk, page: int) -> None:
    desk.ctrl(Qt.Key(Qt.Key.Key_0 + page))
    desk.ctrl(Qt.Key.Key_N)
    assert desk.only(NewCasePage).isVisible()
