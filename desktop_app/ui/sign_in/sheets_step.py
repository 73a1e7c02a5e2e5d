"""The last step of the first start: recovery sheets, for those who want them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.recovery.papers import PaperSteps, sheet_papers


class SheetsStep(QWidget):
    """Three recovery sheets are offered, and written down one after the other if they are wanted.

    `stepped` tells that another part of this step is shown.
    """

    stepped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets: tuple[str, ...] = ()
        about = N_(
            "Papers get lost, and people are away. Besides the code you may make three recovery sheets for three "
            "people you trust: any two of them together open the file, and one alone tells nothing. They can also be "
            "made later, in the settings, under “Keys to the file”."
        )
        self._about = PlainLabel(about, self, wrap=True)
        self.wanted = QCheckBox(self)
        self.note = Note(self, tone="danger")
        self.note.hide()
        self.papers = PaperSteps(self)
        self.papers.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._about, self.wanted, self.note, self.papers):
            column.addWidget(widget)
        column.addStretch()
        Texts(self).set(self.wanted.setText, N_("Make three recovery sheets now"))
        self.wanted.toggled.connect(self.stepped)
        self.papers.stepped.connect(self.stepped)

    @property
    def is_offer(self) -> bool:
        """Whether it is still asked whether sheets are wanted."""
        return self.papers.isHidden()

    @property
    def is_last(self) -> bool:
        """Whether the file can be made after this part."""
        return self.papers.is_last if not self.is_offer else not self.wanted.isChecked()

    def show_offer(self) -> None:
        """Ask whether sheets are wanted; those that were shown are forgotten."""
        self.sheets = ()
        self._show(offer=True)

    def show_sheets(self, sheets: tuple[str, ...]) -> None:
        """Lead through these sheets."""
        self.sheets = sheets
        self._show(offer=False)
        self.papers.show_papers(sheet_papers(sheets))

    def show_error(self, error: AppError) -> None:
        """Say why the file could not be made."""
        self.note.show_message(error.message)

    def _show(self, *, offer: bool) -> None:
        self.note.hide()
        for widget in (self._about, self.wanted):
            widget.setVisible(offer)
        self.papers.setVisible(not offer)
        self.stepped.emit()
