"""Settings: the centre, its staff, personal data, the looks, backups, keys and the texts of letters."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QWidget

from desktop_app.i18n import N_, _
from desktop_app.ui.backups.panel import BackupsPanel
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context
from desktop_app.ui.letters.texts_page import TextsPage
from desktop_app.ui.settings.centre_tab import CentreTab
from desktop_app.ui.settings.keys_tab import KeysTab
from desktop_app.ui.settings.looks_tab import LooksTab
from desktop_app.ui.settings.privacy_tab import PrivacyTab
from desktop_app.ui.settings.staff_tab import StaffTab


class Screen(Page):
    """Tabs; each reads and saves for itself."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Settings"), parent)
        self.centre = CentreTab(context, self)
        self.staff = StaffTab(context, self)
        self.privacy = PrivacyTab(context, self)
        self.looks = LooksTab(context, self)
        self.backups = BackupsPanel(context, self)
        self.keys = KeysTab(context, self)
        self.letter_texts = TextsPage(context, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        titled = (
            (self.centre, N_("Centre")),
            (self.staff, N_("Staff")),
            (self.privacy, N_("Data")),
            (self.looks, N_("This computer")),
            (self.backups, N_("Backups")),
            (self.keys, N_("Keys to the file")),
            (self.letter_texts, N_("Texts of letters")),
        )
        self._titles = tuple(title for _tab, title in titled)
        for tab, _title in titled:
            self.tabs.addTab(tab, "")
        self.content.addWidget(self.tabs, 1)
        Texts(self).redraw(self._write_tabs)

    def refresh(self) -> None:
        """Read everything anew that is not being typed."""
        self.centre.refresh()
        self.staff.refresh()
        self.backups.refresh()
        self.privacy.refresh()
        self.keys.refresh()
        self.looks.refresh()
        self.letter_texts.refresh()

    def open_item(self, item_id: int) -> None:
        """Show a tab by its place, from 1."""
        self.tabs.setCurrentIndex(item_id - 1)

    def unsaved(self) -> bool:
        """Whether the centre, what it decided about personal data or a text of letters was changed and not saved."""
        return self.centre.changed or self.privacy.changed or self.letter_texts.changed

    def _write_tabs(self) -> None:
        for index, title in enumerate(self._titles):
            self.tabs.setTabText(index, _(title))
