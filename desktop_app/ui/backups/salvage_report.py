"""What was saved of a damaged file and what was lost, line by line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.page import scrolling


class SalvageReport(Dialog):
    """The lines of the report, to be read or copied."""

    def __init__(self, lines: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("What was saved and what was lost"), width=640)
        self.setMinimumHeight(360)
        self.report = PlainLabel(parent=self, wrap=True)
        self.report.show_text("\n".join(lines))
        self.report.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout()
        column.addWidget(self.report)
        column.addStretch()
        self.body.addWidget(scrolling(column, self), 1)
        self.add_button(PrimaryButton(N_("Close"), self), self.accept)
