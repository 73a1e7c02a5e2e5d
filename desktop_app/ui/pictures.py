"""Pictures of every screen, for the demonstration and the manual, drawn without a display."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QTabWidget, QWidget

from desktop_app import settings
from desktop_app.domain.cases import CaseCard, CaseFilter, Sector
from desktop_app.domain.complaint_cards import ComplaintCard
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.cases.attachments_tab import AttachmentsTab
from desktop_app.ui.cases.case_page import CasePage
from desktop_app.ui.cases.crew_entry import CrewEntry
from desktop_app.ui.cases.letters_tab import LettersTab
from desktop_app.ui.common import theme
from desktop_app.ui.enquiries.screen import Screen as EnquiriesScreen
from desktop_app.ui.letters.letter_dialog import LetterDialog
from desktop_app.ui.letters.letter_page import LetterPage
from desktop_app.ui.letters.screen import Screen as LettersScreen
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages import PAGES
from desktop_app.ui.sign_in import calls
from desktop_app.ui.sign_in.screen import SignInScreen

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile

_SIZE = (1280, 800)
_SETTLE_MS = 30
_PAPER = "shift_sheet.png"


class Album:
    """Draws the screens of one file in one language into a folder: <number>-<screen>-<language>.png."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._language = language
        self._number = 0
        self._bus = Bus()
        self._window = MainWindow(InlineBackground(self._bus), self._bus, remembers=False)
        self._window.resize(*_SIZE)
        self._window.show()

    def draw(self, path: Path, login: str, password: str) -> None:
        """Draw everything from the first start to the lock. Errors of opening as `services.files.sign_in`."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._window.show_first_start()
        self._shoot("first-start")
        self._window.show_sign_in(path)
        for screen in self._window.findChildren(SignInScreen):
            screen.login.set_value(login)
        self._shoot("sign-in")
        file = calls.sign_in(path, login, password)
        try:
            self._window.enter(file)
            self._draw_pages()
            self._draw_items(file)
            self._window.lock()
            self._shoot("lock")
        finally:
            calls.close(file)
            self._window.hide()

    def _draw_pages(self) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        for looks in ("light", "dark"):
            theme.dress(looks)
            for page in PAGES:
                workspace.page(page.folder)
                self._shoot(page.folder if looks == "light" else f"{page.folder}-dark")
                if looks == "light":
                    self._shoot_tabs(page.folder)
        theme.dress("light")

    def _draw_items(self, file: OpenFile) -> None:
        """A case with each of its tabs, its first person and employer, a letter, and the form of a new case."""
        from desktop_app.services import cases

        cards = [cases.card(file, row.id) for row in cases.page(file, CaseFilter(limit=20))]
        for card in sorted(cards, key=_shown_first, reverse=True)[:1]:
            self._open("case", card.id)
            for tab in self._window.findChildren(LettersTab):
                self._shoot_letter(tab.make())
            for papers in self._window.findChildren(AttachmentsTab):
                self._shoot_dialog(papers.add([settings.resources_dir() / "demonstration" / _PAPER]), "add-attachment")
                for row in papers.table.rows[-1:]:
                    self._shoot_dialog(papers.look(row), "attachment")
            self._open("employer", card.employer_id)
            self._open("person", card.workers[0].person_id)
            for letter in card.letters[:1]:
                self._open("letter", letter[0])
            self._draw_posting()
        self._draw_situations(cards)
        self._draw_enquiries()
        self._open("new_case", 0)
        listed = (settings.resources_dir() / "demonstration" / "pasted.tsv").read_text(encoding="utf-8")
        for crew in self._window.findChildren(CrewEntry):
            if crew.isVisible():
                self._shoot_dialog(crew.paste(listed), "paste")

    def _shoot_letter(self, dialog: LetterDialog | None) -> None:
        """A letter that is being written, with each of its three parts."""
        if dialog is not None:
            self._shoot("new-letter", dialog)
            for index in range(1, dialog.tabs.count()):
                dialog.tabs.setCurrentIndex(index)
                self._shoot(f"new-letter-{index + 1}", dialog)
            dialog.reject()

    def _draw_posting(self) -> None:
        """How a letter leaves, the journal, and whether a paper is ours."""
        for page in self._window.findChildren(LetterPage):
            self._shoot_dialog(page.note_sent(), "letter-left")
        for screen in self._window.findChildren(LettersScreen):
            self._shoot_dialog(screen.make_journal(), "journal")
            self._shoot_dialog(screen.check(), "check-a-paper")

    def _draw_situations(self, cards: list[CaseCard]) -> None:
        """Of every case the complaints, what protects its workers, and its dates; and dialogs on the way."""
        for card in sorted(cards, key=_in_order):
            self._bus.open_requested.emit("case", card.id)
            for page in self._window.findChildren(CasePage):
                self._draw_situation(page, card)

    def _draw_situation(self, page: CasePage, card: CaseCard) -> None:
        for name, tab in (("complaints", page.complaints), ("protection", page.protection), ("steps", page.steps)):
            page.tabs.setCurrentWidget(tab)
            self._shoot(f"case-{card.number}-{name}")
        for row in page.complaints.table.rows[-1:]:
            if isinstance(row, ComplaintCard):
                self._shoot_dialog(page.complaints.edit(row), f"case-{card.number}-complaint")
        if card.sector is Sector.CATERING:
            self._shoot_dialog(page.complaints.choose_kind(), "kinds-of-complaint")
            self._shoot_dialog(page.complaints.check_contract(), "contract-check")
        page.tabs.setCurrentIndex(0)

    def _draw_enquiries(self) -> None:
        """The question on the phone, and the answer."""
        for screen in self._window.findChildren(EnquiriesScreen):
            self._shoot_dialog(screen.show_navigator(), "may-they-work")

    def _shoot_tabs(self, name: str) -> None:
        """Each further tab of the screen in front."""
        for tabs in self._window.findChildren(QTabWidget):
            if tabs.isVisible():
                for index in range(1, tabs.count()):
                    tabs.setCurrentIndex(index)
                    self._shoot(f"{name}-{index + 1}")
                tabs.setCurrentIndex(0)

    def _open(self, kind: str, item_id: int) -> None:
        self._bus.open_requested.emit(kind, item_id)
        name = kind.replace("_", "-")
        self._shoot(name)
        self._shoot_tabs(name)

    def _shoot_dialog(self, dialog: QDialog | None, name: str) -> None:
        if dialog is not None:
            self._shoot(name, dialog)
            dialog.reject()

    def _shoot(self, name: str, widget: QWidget | None = None) -> None:
        # Layouts, columns and icons settle in the event loop.
        loop = QEventLoop()
        QTimer.singleShot(_SETTLE_MS, loop.quit)
        loop.exec()
        self._number += 1
        path = self._folder / f"{self._number:02d}-{name}-{self._language}.png"
        (widget or self._window).grab().save(str(path))


def _in_order(card: CaseCard) -> str:
    return card.number


def _shown_first(card: CaseCard) -> tuple[int, int]:
    """The case with the most letters, and of those the largest crew."""
    return len(card.letters), len(card.workers)
