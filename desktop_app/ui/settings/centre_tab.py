"""The centre's own data, as letters and summaries print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.centre import Centre
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.labels import Line, PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.context import Context
from desktop_app.ui.settings.centre_form import CentreForm
from desktop_app.ui.settings.logo_panel import LogoPanel

if TYPE_CHECKING:
    from desktop_app.domain.changes import Saved
    from desktop_app.services.files import OpenFile


class CentreTab(QWidget):
    """The form of the centre and its logo. `changed` while it holds something that is not saved."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.changed = False
        self.form = CentreForm(self)
        self.form.changed.connect(self._on_changed)
        self.logo = LogoPanel(context, self)
        self.button = PrimaryButton(N_("Save"), self, icon="save", shortcut="Ctrl+S")
        self.button.setEnabled(False)
        self.button.clicked.connect(self.save)
        may = context.may(Action.CHANGE_CENTRE)
        self.button.setVisible(may)
        self.form.setEnabled(may)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.button)
        column = QVBoxLayout()
        column.setSpacing(16)
        if not may:
            column.addWidget(
                PlainLabel(N_("Only a manager or an administrator changes the centre."), self, role="muted")
            )
        column.addWidget(self.form)
        column.addLayout(row)
        column.addWidget(Line(self))
        column.addWidget(self.logo)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 16, 0, 0)
        outer.addWidget(scrolling(column, self))

    def refresh(self) -> None:
        """Read the centre anew, unless it is being changed here."""
        self.logo.refresh()
        if not self.changed:
            self._context.background.run(_read, self._context.file, owner=self, on_done=self._on_read)

    def save(self) -> None:
        """Save what was typed."""
        try:
            centre = self.form.centre()
        except InvalidInput as error:
            self.form.show_error(error)
            return
        self.button.setEnabled(False)
        self._context.background.run(
            _save, self._context.file, centre, owner=self, on_done=self._on_saved, on_error=self._on_refused
        )

    def _on_read(self, centre: Centre) -> None:
        if self.changed:
            return
        self.form.show_centre(centre)
        self.changed = False
        self.button.setEnabled(False)
        form = Drafted(self, "settings:1:centre", unsaved=self._is_changed, form=self.form)
        announce(self._context.bus, form)

    def _is_changed(self) -> bool:
        return self.changed

    def _on_changed(self) -> None:
        self.changed = True
        self.button.setEnabled(True)

    def _on_saved(self, _saved: Saved) -> None:
        self.changed = False
        self.form.clear_problems()
        self._context.bus.said.emit(Message(N_("The centre was saved.")))

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.form.show_error(error)


def _read(file: OpenFile) -> Centre:
    from desktop_app.services import centre

    return centre.read(file)


def _save(file: OpenFile, centre: Centre) -> Saved:
    from desktop_app.services import centre as service

    return service.save(file, centre)
