"""Personal data: duties, the register of transfers, terms of storage, erasures."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QTabWidget, QWidget

from desktop_app.domain.permissions import Action
from desktop_app.i18n import N_, _
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.duties_tab import DutiesTab
from desktop_app.ui.privacy.records_tab import RecordsTab
from desktop_app.ui.privacy.register_tab import RegisterTab
from desktop_app.ui.privacy.retention_tab import RetentionTab

SETTINGS_TAB: Final = 3
"""The place of Personal data among the tabs of the settings, from 1."""


class Screen(Page):
    """Tabs; each reads for itself when it is in front."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Personal data"), parent)
        self._context = context
        self.duties = DutiesTab(context, self)
        self.register = RegisterTab(context, self)
        self.retention = RetentionTab(context, self) if context.may(Action.VIEW_RETENTION) else None
        self.records = RecordsTab(context, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._titles: list[str] = []
        self._add(self.duties, N_("Duties"))
        self._add(self.register, N_("Transfers"))
        if self.retention is not None:
            self._add(self.retention, N_("Terms of storage"))
        self._add(self.records, N_("Erasures"))
        self.content.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        self.duties.terms_wanted.connect(self._on_terms)
        self.duties.papers_wanted.connect(self._on_papers)
        Texts(self).redraw(self._write_tabs)

    def refresh(self) -> None:
        """Read the tab in front anew."""
        self._on_tab()

    def open_item(self, item_id: int, /) -> None:
        """Show a tab by its place, from 1."""
        self.tabs.setCurrentIndex(item_id - 1)

    def _add(self, tab: QWidget, title: str) -> None:
        self._titles.append(title)
        self.tabs.addTab(tab, "")

    def _on_tab(self, _at: int = 0) -> None:
        shown = self.tabs.currentWidget()
        for tab in (self.duties, self.register, self.retention, self.records):
            if tab is not None and tab is shown:
                tab.refresh()

    def _on_terms(self) -> None:
        if self.retention is not None:
            self.tabs.setCurrentWidget(self.retention)

    def _on_papers(self) -> None:
        self._context.bus.open_requested.emit("settings", SETTINGS_TAB)

    def _write_tabs(self) -> None:
        for index, title in enumerate(self._titles):
            self.tabs.setTabText(index, _(title))
