"""The panel of backups as a dialog, for the words in the status line."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.i18n import N_
from desktop_app.ui.backups.panel import BackupsPanel
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.context import Context


class BackupsDialog(Dialog):
    """Everything about the backups of the open file."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Backups"), width=1000)
        self.panel = BackupsPanel(context, self, above=0)
        self.body.addWidget(self.panel, 1)
        self.setMinimumHeight(520)
        self.add_button(PrimaryButton(N_("Close"), self), self.accept)
        self.panel.refresh()
