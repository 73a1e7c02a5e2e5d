"""From the key press to the password: the window covered at once, the file at rest, everything given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from desktop_app.errors import AppError
from desktop_app.ui.sign_in import lock_calls
from desktop_app.ui.sign_in.hidden_dialogs import HiddenDialogs
from desktop_app.ui.sign_in.lock import LockScreen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedLayout, QWidget

    from desktop_app.services.files import OpenFile
    from desktop_app.ui.background import Background
    from desktop_app.ui.workspace import Workspace


class Locking:
    """One locking of a window: it begins when this is made and ends with `unlock` or `give_up`; `screen` asks which."""

    def __init__(
        self, window: QWidget, stack: QStackedLayout, workspace: Workspace, background: Background, file: OpenFile
    ) -> None:
        self._stack, self._workspace, self._background = stack, workspace, background
        # While the fields are still on screen: the text in a cell that is being typed into goes with its field.
        typed = workspace.drafts.changed()
        self._typed_in = _typed_in(workspace)
        # First what is seen, in this very moment; then the file, on the worker.
        self._hidden = HiddenDialogs(window)
        self.screen = LockScreen(background, file, window)
        stack.addWidget(self.screen)
        stack.setCurrentWidget(self.screen)
        background.run(lock_calls.rest, file, typed, owner=self.screen, on_error=self._on_not_at_rest, while_held=True)
        background.hold()

    def unlock(self) -> None:
        """Give everything back as it was."""
        self._stack.setCurrentWidget(self._workspace)
        self._stack.removeWidget(self.screen)
        self.screen.deleteLater()
        if self._typed_in is not None and shiboken6.isValid(self._typed_in):
            self._typed_in.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hidden.give_back()
        self._background.release()

    def give_up(self) -> None:
        """Forget what waits behind the lock: the file is closed."""
        self._hidden.drop()
        self._background.drop_held()

    def _on_not_at_rest(self, error: AppError) -> None:
        """The window stays locked all the same; what is wrong with the disk must be known."""
        self._workspace.drafts.keep_all_again()
        self.screen.form.note.show_message(error.message, "warn")


def _typed_in(workspace: QWidget) -> QWidget | None:
    """Where the cursor is, None when it is not in the pages; of a cell its table, for the field in it goes."""
    here = QApplication.focusWidget()
    if here is None or not workspace.isAncestorOf(here):
        return None
    above: QWidget | None = here
    while above is not None and above is not workspace:
        if isinstance(above, QAbstractItemView):
            return above
        above = above.parentWidget()
    return here
