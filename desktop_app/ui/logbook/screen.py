"""The log: its lines, and what can be done to see that nobody changed them."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QWidget

from desktop_app.domain.logbook import LogView
from desktop_app.domain.permissions import Action
from desktop_app.i18n import N_, _
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context
from desktop_app.ui.logbook import calls
from desktop_app.ui.logbook.breaches_tab import BreachesTab
from desktop_app.ui.logbook.checks_tab import ChecksTab
from desktop_app.ui.logbook.lines_tab import LinesTab
from desktop_app.ui.quarterly.check_tab import CheckTab


class Screen(Page):
    """Tabs; the end of the log is read once for all of them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Log"), parent)
        self._context = context
        self._looked = False
        self.lines = LinesTab(context, self)
        self.checks = ChecksTab(context, self)
        self.breaches = BreachesTab(context, self) if context.may(Action.RECORD_BREACH) else None
        self.quarterly = CheckTab(context, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        # The places of the tabs, from 1; a role without the register has no tab for it.
        self._all: tuple[tuple[QWidget | None, str], ...] = (
            (self.lines, N_("Lines")),
            (self.checks, N_("Checks")),
            (self.breaches, N_("Breaches")),
            (self.quarterly, N_("Quarterly check")),
        )
        for tab, _title in self._all:
            if tab is not None:
                self.tabs.addTab(tab, "")
        self.content.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        Texts(self).redraw(self._write_tabs)

    def refresh(self) -> None:
        """Read the end of the log, the newest lines and the register."""
        self._context.background.run(calls.view, self._context.file, self._looked, owner=self, on_done=self._on_view)
        if self.breaches is not None:
            self.breaches.refresh()
        self.quarterly.refresh()

    def open_item(self, item_id: int, /) -> None:
        """Show a tab by its place: 1 lines, 2 checks, 3 breaches, 4 the quarterly check."""
        tab = self._all[item_id - 1][0]
        if tab is not None:
            self.tabs.setCurrentWidget(tab)

    def _on_view(self, told: LogView) -> None:
        self._looked = True
        self.lines.show_view(told)
        self.checks.show_view(told)

    def _on_tab_changed(self, _place: int) -> None:
        if self.tabs.currentWidget() is self.quarterly:
            self.quarterly.begin()

    def _write_tabs(self) -> None:
        for tab, title in self._all:
            if tab is not None:
                self.tabs.setTabText(self.tabs.indexOf(tab), _(title))
