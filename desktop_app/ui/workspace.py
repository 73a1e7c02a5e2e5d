"""Everything after sign-in: rail, top bar, the pages, the status line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.backups.dialog import BackupsDialog
from desktop_app.ui.backups.watch import BackupWatch
from desktop_app.ui.context import Context
from desktop_app.ui.draft_keeper import DraftKeeper
from desktop_app.ui.draft_offer import DraftOffer
from desktop_app.ui.keys_dialog import KeysDialog
from desktop_app.ui.pages import PAGES, BeginsFrom, Filters, KeepsTyping, Screen, StartsNew, build
from desktop_app.ui.rail import Rail
from desktop_app.ui.sign_in.password_dialog import PasswordDialog
from desktop_app.ui.status_line import StatusLine
from desktop_app.ui.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.changes import Kind


class Workspace(QWidget):
    """The pages of one open file. It arranges them and carries their two signals; each page reads for itself."""

    lock_requested = Signal()
    sign_out_requested = Signal()
    language_chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._screens: dict[int, QWidget] = {}
        self._stale: set[int] = set()
        self._asked_from: int | None = None
        self.rail = Rail(context, self)
        self.bar = TopBar(context, self)
        self.status = StatusLine(context.background, self)
        self.drafts = DraftKeeper(context, self)
        self.offer = DraftOffer(self.drafts, self)
        self.backups = BackupWatch(context, self)
        self._pages = QStackedWidget(self)
        self._arrange()
        self._connect()

    def show_page(self, number: int) -> QWidget:
        """Bring a page to the front, built when it is asked for the first time, read anew when it is out of date."""
        screen = self._screens.get(number)
        if screen is None:
            screen = build(PAGES[number], self._context, self)
            self._screens[number] = screen
            self._stale.add(number)
            self._pages.addWidget(screen)
        self._pages.setCurrentWidget(screen)
        self.rail.show_page(number)
        if number in self._stale:
            self._stale.discard(number)
            cast("Screen", screen).refresh()
        _give_focus(screen)
        return screen

    def page(self, folder: str) -> QWidget:
        """Bring the page of this folder to the front."""
        return self.show_page(next(at for at, page in enumerate(PAGES) if page.folder == folder))

    def show_keys(self) -> KeysDialog:
        """List the keys of the program."""
        dialog = KeysDialog(self)
        dialog.open()
        return dialog

    def show_backups(self) -> BackupsDialog:
        """Show everything about the backups of the file."""
        dialog = BackupsDialog(self._context, self)
        dialog.panel.changed.connect(self.backups.refresh)
        dialog.open()
        return dialog

    def unsaved(self) -> bool:
        """Whether any page or dialog holds something typed and not saved."""
        return self.drafts.holds_typing() or any(self._unsaved_screens())

    def loses_at_once(self) -> bool:
        """Whether any page holds something typed that is no draft either."""
        return any(not self.drafts.holds_typing(screen) for screen in self._unsaved_screens())

    def _unsaved_screens(self) -> Iterator[QWidget]:
        return (each for each in self._screens.values() if isinstance(each, KeepsTyping) and each.unsaved())

    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.offer)
        right.addWidget(self.backups)
        right.addWidget(self._pages, 1)
        right.addWidget(self.status)
        self.status.add_permanent(self.backups.label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._on_chosen)
        self.bar.lock_requested.connect(self.lock_requested)
        self.bar.sign_out_requested.connect(self.sign_out_requested)
        self.bar.password_requested.connect(self._on_password_requested)
        self.bar.keys_requested.connect(self.show_keys)
        self.bar.languages.chosen.connect(self.language_chosen)
        self.backups.asked.connect(self.show_backups)
        bus = self._context.bus
        bus.open_requested.connect(self._on_open_requested)
        bus.back_requested.connect(self._on_back_requested)
        bus.filter_requested.connect(self._on_filter_requested)
        bus.begin_requested.connect(self._on_begin_requested)
        bus.data_changed.connect(self._on_data_changed)
        bus.said.connect(self.status.say)
        new_case = QShortcut(QKeySequence("Ctrl+N"), self)
        new_case.activated.connect(self._on_new_case)
        new_enquiry = QShortcut(QKeySequence("Ctrl+Shift+N"), self)
        new_enquiry.activated.connect(self._on_new_enquiry)
        keys = QShortcut(QKeySequence("F1"), self)
        keys.activated.connect(self.show_keys)

    def _on_new_case(self) -> None:
        self._on_open_requested("new_case", 0)

    def _on_new_enquiry(self) -> None:
        self._on_open_requested("new_enquiry", 0)

    def _on_chosen(self, number: int) -> None:
        self._asked_from = None
        self.show_page(number)

    def _on_back_requested(self) -> None:
        if self._asked_from is not None:
            self._on_chosen(self._asked_from)

    def _on_open_requested(self, kind: str, item_id: int) -> None:
        shown = self._pages.currentWidget()
        asked_from = next((at for at, each in self._screens.items() if each is shown), None)
        wanted = next(at for at, page in enumerate(PAGES) if kind in page.opens)
        self._asked_from = asked_from if asked_from != wanted else None
        screen = self.show_page(wanted)
        if kind.startswith("new_"):
            if isinstance(screen, StartsNew):
                screen.start_new(item_id)
        elif item_id:
            cast("Screen", screen).open_item(item_id)

    def _on_filter_requested(self, kind: str, wanted: Any) -> None:
        screen = self.show_page(next(at for at, page in enumerate(PAGES) if kind in page.opens))
        if isinstance(screen, Filters):
            screen.show_filter(wanted)

    def _on_begin_requested(self, kind: str, known: Any) -> None:
        screen = self.show_page(next(at for at, page in enumerate(PAGES) if kind in page.opens))
        if isinstance(screen, BeginsFrom):
            screen.begin_from(known)

    def _on_data_changed(self, _kinds: frozenset[Kind]) -> None:
        self._stale.update(self._screens)
        self._read_shown()

    def _read_shown(self) -> None:
        for number, screen in self._screens.items():
            if screen is self._pages.currentWidget() and number in self._stale:
                self._stale.discard(number)
                cast("Screen", screen).refresh()

    def _on_password_requested(self) -> None:
        PasswordDialog(self._context, self).open()


def _give_focus(screen: QWidget) -> None:
    """Put the cursor where the work on a page begins, unless it is on the page already.

    In the order in which one reads: the chain of focus itself is not asked for, as each answer of PySide would keep the
    page in memory for ever, with the names on it.
    """
    if screen.isAncestorOf(QApplication.focusWidget() or screen.window()):
        return
    reached = [each for each in screen.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    within = [each for each in reached if each.isVisibleTo(screen) and each.isEnabled()]
    within.sort(key=partial(_reading_order, screen))
    begins = [each for each in within if isinstance(each, QLineEdit | QPlainTextEdit | QComboBox | QAbstractItemView)]
    for first in (*begins, *within)[:1]:
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _reading_order(screen: QWidget, widget: QWidget) -> tuple[int, int]:
    at = widget.mapTo(screen, QPoint(0, 0))
    return at.y(), at.x()
