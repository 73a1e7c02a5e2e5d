"""How far the making of letters is, with the wish to stop it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop_app.domain.letter_json import Wanted
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.context import Context
from desktop_app.ui.letters import letter_calls
from desktop_app.ui.letters.letter_calls import Made, Progress

_LOOK_MS: Final = 120


class MakingBar(QWidget):
    """Makes letters on the worker and looks at what it tells.

    `made(Made | None)`: they are made, None when somebody wished to stop; `failed(AppError)`: none is made.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._progress: Progress | None = None
        self.label = PlainLabel(N_("Making the letter …"), self, role="hint")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(self.bar)
        self.hide()

    @property
    def is_working(self) -> bool:
        """Whether letters are being made."""
        return self._progress is not None

    def begin(self, wanted: Wanted, draft_id: int | None, version: int) -> None:
        """Make the letter, or one for each worker; a kept draft goes with it."""
        self._progress = Progress()
        self.bar.setRange(0, 0)
        self.label.set_text(N_("Making the letter …"))
        self.show()
        self._look.start()
        self._context.background.run(
            letter_calls.finish,
            self._context.file,
            wanted,
            draft_id,
            version,
            self._progress,
            owner=self,
            on_done=self._on_made,
            on_error=self._on_failed,
            label=Message(N_("Making the letter …")),
        )

    def stop(self) -> None:
        """Wish that it stops; nothing is made then."""
        if self._progress is not None:
            self._progress.cancelled.set()
            self.label.set_text(N_("Being cancelled …"))

    def look(self) -> None:
        """Show how far it is."""
        told = self._progress
        if told is None or told.all < 2 or told.cancelled.is_set():
            return
        self.bar.setRange(0, told.all)
        self.bar.setValue(told.done)
        self.label.set_message(
            Message(N_("Letter %(number)s of %(count)s …"), {"number": told.done + 1, "count": told.all})
        )

    def _on_made(self, made: Made | None) -> None:
        self._end()
        self.made.emit(made)

    def _on_failed(self, error: AppError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._progress = None
        self._look.stop()
        self.hide()
