"""A dialog with one form whose problems stand beside its fields, scrolling when the window is low."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import Note
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.context import Context

LANGUAGES: Final = {"kk": N_("Kazakh"), "ru": N_("Russian"), "en": N_("English")}


class FormDialog(Dialog):
    """`button` does what the dialog is for; a subclass builds `form` and says in `save` what is called."""

    button: Button
    _grows = False

    def __init__(
        self,
        context: Context,
        parent: QWidget | None,
        title: str,
        *,
        columns: int = 2,
        size: tuple[int, int] = (640, 0),
    ) -> None:
        super().__init__(parent, title, width=size[0])
        self._context = context
        self.note = Note(self)
        self.note.hide()
        self.form = Form(self, columns=columns)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(12)
        self.inside.addWidget(self.note)
        self.inside.addWidget(self.form)
        self.inside.addStretch()
        self._grows = not size[1]
        if size[1]:
            self.body.addWidget(scrolling(self.inside, self))
            room = parent.window().height() - 24 if parent is not None else size[1]
            self.resize(size[0], min(size[1], max(room, 320)))
        else:
            self.body.addLayout(self.inside)
        self.cancel = self.add_cancel()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As high as its texts need."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Grow with what a note or a problem says: Qt leaves a window as low as its texts were before."""
        layout = self.layout()
        if not self._grows or layout is None:
            return
        # From the innermost outwards: a layout counts with what those inside it wanted before.
        for inner in reversed(self.findChildren(QLayout)):
            inner.activate()
        layout.activate()
        least = layout.totalHeightForWidth(self.width())
        if least > self.height():
            self.resize(self.width(), least)

    def add_save(self, title: str, *, icon: str = "save", loses: bool = False) -> Button:
        """Add the button that does it; with `loses` Enter presses the other one, because it cannot be taken back."""
        button = Button(title, self, icon=icon) if loses else PrimaryButton(title, self, icon=icon, shortcut="Ctrl+S")
        self.button = self.add_button(button, self.save)
        if loses:
            self.cancel.setDefault(True)
        return button

    def save(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError

    def typed(self) -> dict[str, Any] | None:
        """What was typed by field, None when a field makes no sense and says so."""
        self.form.clear_problems()
        try:
            return self.form.values()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            self.fit()
            return None

    def run(self, call: Callable[..., Any], *arguments: Any, said: Message, label: Message | None = None) -> None:
        """Make the call with the file and `arguments`; close and say `said` when it is done."""
        self.button.setEnabled(False)
        self._context.background.run(
            call,
            self._context.file,
            *arguments,
            owner=self,
            on_done=partial(self._on_done, said),
            on_error=self.on_refused,
            label=label,
        )

    def on_refused(self, error: AppError) -> None:
        """Say what was wrong; what was typed stays."""
        self.button.setEnabled(True)
        self.form.show_error(error)
        self.fit()

    def _on_done(self, said: Message, _answer: object) -> None:
        self._context.bus.said.emit(said)
        self.accept()
