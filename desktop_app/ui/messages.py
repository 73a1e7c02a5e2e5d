"""What is shown when something did not work: a sentence with what to do, or where the report of a fault lies."""

from __future__ import annotations

import traceback
from types import TracebackType

from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain import environment
from desktop_app.errors import AppError, Cancelled, Message
from desktop_app.i18n import N_
from desktop_app.ui.common.dialogs import Dialog, tell
from desktop_app.ui.common.labels import PlainLabel


def show_error(owner: QWidget, error: AppError) -> Dialog:
    """Say what went wrong, and what is safe and what to do where the message itself leaves it out."""
    dialog = tell(owner.window(), N_("This did not work"), error.message, tone="danger")
    for msgid in environment.missing(error.message.msgid):
        dialog.body.addWidget(PlainLabel(msgid, dialog, wrap=True))
    return dialog


def show_fault(error: BaseException, parent: QWidget | None = None) -> Dialog:
    """Say that the program made a mistake, and where the report without personal data was written."""
    from desktop_app import log

    log.logger().error("fault", exc_info=error)
    try:
        path = log.write_report(error)
    except OSError:
        message = Message(
            N_("The program made a mistake, and its report could not be written. What you typed is still here.")
        )
    else:
        message = Message(
            N_(
                "The program made a mistake. What you typed is still here. A report without personal data was written "
                "to %(path)s. Please send it to those who look after the program."
            ),
            {"path": path},
        )
    return tell(parent or QApplication.activeWindow(), N_("A mistake of the program"), message, tone="danger")


class Faults:
    """Takes the faults that nothing else caught on the window's thread, one dialog at a time."""

    def __init__(self) -> None:
        self._shown: Dialog | None = None

    def hook(self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """For sys.excepthook."""
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
        elif isinstance(error, AppError):
            self.show(error)
        elif not isinstance(error, Cancelled):
            traceback.print_tb(trace)
            self.show(error)

    def show(self, error: BaseException) -> None:
        """Show the fault, unless one is on screen already: a fault in a paint event would come without end."""
        if self._shown is not None:
            from desktop_app import log

            log.logger().error("another fault", exc_info=error)
            return
        window = QApplication.activeWindow()
        if isinstance(error, AppError) and window is not None:
            self._shown = show_error(window, error)
        else:
            self._shown = show_fault(error, window)
        self._shown.finished.connect(self._on_finished)

    def _on_finished(self, _result: int) -> None:
        self._shown = None
