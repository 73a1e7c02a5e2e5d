"""No word is cut off: every screen, in every language, on the two smallest windows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.domain.cases import CaseFilter, NewCase, NewWageComplaint, NewWorker, Sector
from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.people import Person, Sex
from desktop_app.errors import Message
from desktop_app.i18n import LANGUAGES
from desktop_app.services import cases, complaints
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.cases.case_page import CasePage
from desktop_app.ui.common import languages
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages import PAGES
from desktop_app.ui.sign_in.first_start import FirstStart
from tests.ui.fit import cut_texts

SIZES = ((1280, 720), (1024, 700))
OVERDUE = Message("There has been no good backup for more than a week. Make one now.")
_WAGES = WorkerWages(
    WageTerms(PayBasis.MONTHLY, Decimal(180000)), tuple(WagePeriod(date(2026, month, 1)) for month in range(3, 7))
)


@pytest.fixture
def window(qtbot: QtBot, background: InlineBackground, bus: Bus, file: OpenFile) -> Iterator[MainWindow]:
    made = MainWindow(background, bus, remembers=False)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()


@pytest.fixture
def crew(file: OpenFile) -> int:
    """A case with long names, in the sector and region with the longest words."""
    people = ("Абдурахмонова Гулбахор Мирзохакимовна", "Ғұламхайдаров Сұлтанмахмұт Бекмырзаұлы")
    new = NewCase(
        employer=Employer("ТОО «Солтүстік Қазақстан Металл Құрылыс Сервис»", EmployerKind.SOLE_TRADER),
        workers=tuple(
            NewWorker(Person(name, PartialDate(1987), Sex.FEMALE, "UZ", "+998 90 000 00 00")) for name in people
        ),
        site="стройка жилого комплекса «Алатау», улица Момышулы",
        region="KZ-39",
        sector=Sector.WAREHOUSE,
        opened_on=date(2026, 7, 1),
        next_date=date(2026, 8, 1),
        next_step="Ждать ответа на требование о доплате",
    )
    case_id = cases.open_case(file, new).id
    card = cases.card(file, case_id)
    complaints.log_wage_arrears(
        file, NewWageComplaint(case_id, tuple((worker.id, _WAGES) for worker in card.workers), date(2026, 8, 1), "")
    )
    return case_id


def _look(window: QWidget, where: str) -> list[str]:
    found = []
    for size in SIZES:
        window.resize(*size)
        QApplication.processEvents()
        found += [f"{where} {size[0]}x{size[1]}: {problem}" for problem in cut_texts(window)]
    return found


def _look_at_tabs(window: QWidget, where: str) -> list[str]:
    found = _look(window, where)
    for tabs in window.findChildren(QTabWidget):
        for index in range(1, tabs.count() if tabs.isVisible() else 0):
            tabs.setCurrentIndex(index)
            found += _look(window, f"{where}, tab {index + 1}")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_a_file_is_open(window: MainWindow, language: str, tmp_path: Path) -> None:
    languages.use(language)
    window.show_sign_in(tmp_path / "centre.tirek")
    found = _look(window, "sign-in")
    window.show_recovery(tmp_path / "centre.tirek")
    found += _look(window, "recovery")
    window.show_first_start()
    start = window.shown
    assert isinstance(start, FirstStart)
    start.code_step.show_code("K7QF2-M9XPD-4TRW8-HN3CJ-6YVBE-5GA2K")
    for step in range(7):
        start.show_step(step)
        found += _look(window, f"first start {step + 1}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", [page.folder for page in PAGES])
def test_each_page(window: MainWindow, file: OpenFile, crew: int, language: str, folder: str) -> None:
    languages.use(language)
    window.enter(file)
    assert window.workspace is not None
    window.workspace.page(folder)
    found = _look_at_tabs(window, folder)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_things_opened(window: MainWindow, bus: Bus, file: OpenFile, crew: int, language: str) -> None:
    languages.use(language)
    window.enter(file)
    card = cases.card(file, crew)
    found = []
    for kind, item_id in (
        ("case", crew),
        ("person", card.workers[0].person_id),
        ("employer", card.employer_id),
        ("new_case", 0),
    ):
        bus.open_requested.emit(kind, item_id)
        found += _look_at_tabs(window, kind)
    window.lock()
    found += _look(window, "lock")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_below_all_that_can_stand_above_it(
    window: MainWindow, bus: Bus, file: OpenFile, crew: int, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2027-03-15")
    languages.use(language)
    window.enter(file)
    assert window.workspace is not None
    window.workspace.backups.note.show_message(OVERDUE)
    window.workspace.backups.show()
    bus.open_requested.emit("case", crew)
    (page,) = window.findChildren(CasePage)
    page.protection.stops_told.emit(3)
    found = _look_at_tabs(window, "case below a warning")
    assert not found, "\n".join(found)
    assert page.stop.isVisible()
    assert page.status.height() < 3 * page.status.fontMetrics().height()
    assert page.letters.table.height() > page.letters.incoming.height()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_file(window: MainWindow, file: OpenFile, language: str) -> None:
    languages.use(language)
    window.enter(file)
    assert window.workspace is not None
    found = []
    for page in PAGES:
        window.workspace.page(page.folder)
        found += _look(window, f"empty {page.folder}")
    assert not found, "\n".join(found)


def test_the_measure_finds_what_is_cut(qtbot: QtBot, file: OpenFile) -> None:
    from desktop_app.ui.common.buttons import Button

    holder = QWidget()
    qtbot.addWidget(holder)
    button = Button("Make the file and sign in", holder)
    button.setFixedWidth(60)
    holder.show()
    assert cut_texts(holder)
    assert not cases.page(file, CaseFilter())
