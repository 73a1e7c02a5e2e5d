"""What the check of the last lines found after signing in; nothing is shown while all is well."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.domain.logbook import LogCheck
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.ui.common.labels import Note
from desktop_app.ui.context import Context
from desktop_app.ui.logbook import calls
from desktop_app.ui.logbook.checks_tab import BROKEN

_CLOCK: Final = N_(
    "The clock of this computer is earlier than at the line before in the log. Nothing is lost, and the log keeps its "
    "order by number. Check the date and the time of the computer: deadlines are counted from them."
)


class TailNote(Note):
    """Checks once for each signing in, on the worker."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="danger")
        self._context = context
        self._begun = False
        self.hide()

    def begin(self) -> None:
        """Check the last lines of the log, unless that was done."""
        if not self._begun:
            self._begun = True
            self._context.background.run(
                calls.check_tail, self._context.file, owner=self, on_done=self._on_checked, on_error=self._on_error
            )

    def _on_checked(self, found: LogCheck) -> None:
        if found.first_broken is not None:
            self.show_message(Message(BROKEN, {"line": found.first_broken}), "danger")
        elif found.clock_back:
            self.show_message(Message(_CLOCK), "warn")

    def _on_error(self, error: AppError) -> None:
        self.show_message(error.message, "danger")
