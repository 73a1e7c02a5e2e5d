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


class Screen(Page):
    """Tabs; the end of the log is read once for all of them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Log"), parent)
        self._context = context
        self._looked = False
        self.lines = LinesTab(context, self)
        self.checks = ChecksTab(context, self)
        self.breaches = BreachesTab(context, self) if context.may(Action.RECORD_BREACH) else None
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._titles = [N_("Lines"), N_("Checks")]
        self.tabs.addTab(self.lines, "")
        self.tabs.addTab(self.checks, "")
        if self.breaches is not None:
            self.tabs.addTab(self.breaches, "")
            self._titles.append(N_("Breaches"))
        self.content.addWidget(self.tabs, 1)
        Texts(self).redraw(self._write_tabs)

    def refresh(self) -> None:
        """Read the end of the log and the newest lines."""
        self._context.background.run(calls.view, self._context.file, self._looked, owner=self, on_done=self._on_view)
        if self.breaches is not None:
            self.breaches.refresh()

    def open_item(self, item_id: int, /) -> None:
        """Show a tab by its place, from 1."""
        self.tabs.setCurrentIndex(item_id - 1)

    def _on_view(self, told: LogView) -> None:
        self._looked = True
        self.lines.show_view(told)
        self.checks.show_view(told)

    def _write_tabs(self) -> None:
        for index, title in enumerate(self._titles):
            self.tabs.setTabText(index, _(title))
