"""The one window: sign-in or first start, then the workspace, and the lock above it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QStackedLayout, QWidget

from desktop_app import settings
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.ui.background import Background
from desktop_app.ui.bus import Bus
from desktop_app.ui.context import Context
from desktop_app.ui.sign_in import lock_calls
from desktop_app.ui.sign_in.screen import SignInScreen

if TYPE_CHECKING:
    from desktop_app.domain.drafts import Content
    from desktop_app.services.files import OpenFile
    from desktop_app.ui.guard import Guard
    from desktop_app.ui.locking import Locking
    from desktop_app.ui.sign_in.lock import LockScreen
    from desktop_app.ui.workspace import Workspace

_LEAST: Final = (1000, 660)
_REST_SECONDS: Final = 5.0


class MainWindow(QWidget):
    """Shows one of: first start, sign-in, recovery, workspace, lock. `painted` comes once, after the first paint."""

    painted = Signal()

    def __init__(self, background: Background, bus: Bus, *, remembers: bool = True) -> None:
        """`remembers`: whether language, file and size are kept for the next start."""
        super().__init__()
        self._remembers = remembers
        self._background = background
        self._bus = bus
        self._file: OpenFile | None = None
        self._locking: Locking | None = None
        self._guard: Guard | None = None
        self._was_painted = False
        self._leaving = self._ended = False
        self.workspace: Workspace | None = None
        # The title is the name alone: what is on screen is nobody's business in a task bar.
        self.setWindowTitle("Tirek")
        self.setMinimumSize(*_LEAST)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        background.failed.connect(self._on_failed)

    @property
    def shown(self) -> QWidget | None:
        """The screen in front."""
        return self._stack.currentWidget()

    def begin(self, path: Path) -> None:
        """Sign in to this file, or, where there is none, make the first one."""
        try:
            is_there = path.exists()
        except OSError:  # nobody may look there, or the name is too long: signing in says which
            is_there = True
        if is_there:
            self.show_sign_in(path)
        else:
            self.show_first_start(path)

    def show_sign_in(self, path: Path) -> None:
        """Ask who is there."""
        screen = SignInScreen(self._background, path, self)
        screen.opened.connect(self.enter)
        screen.new_file_requested.connect(self._on_new_file_requested)
        screen.recovery_requested.connect(self.show_recovery)
        screen.languages.chosen.connect(self._on_language_chosen)
        self._show(screen)

    def show_first_start(self, path: Path | None = None) -> None:
        """Lead to a new file, proposed at `path`."""
        from desktop_app.ui.sign_in.first_start import FirstStart

        screen = FirstStart(self._background, self, path=path)
        screen.opened.connect(self.enter)
        screen.existing_requested.connect(self._on_existing_requested)
        screen.restore_requested.connect(self._on_restore_requested)
        screen.language_chosen.connect(self._on_language_chosen)
        screen.languages.chosen.connect(self._on_language_chosen)
        self._show(screen)

    def _on_new_file_requested(self) -> None:
        self.show_first_start()

    def show_recovery(self, path: Path) -> None:
        """Ask for the recovery code and a new password."""
        from desktop_app.ui.sign_in.recovery import RecoveryScreen

        screen = RecoveryScreen(self._background, path, self)
        screen.opened.connect(self.enter)
        screen.left.connect(self.show_sign_in)
        self._show(screen)

    def enter(self, file: OpenFile) -> None:
        """Show the workspace of a file that was opened."""
        from desktop_app.ui.guard import Guard
        from desktop_app.ui.workspace import Workspace

        self._file = file
        self._remember(last_file=str(file.path))
        context = Context(file, self._background, self._bus)
        self.workspace = Workspace(context, self)
        self.workspace.lock_requested.connect(self.lock)
        self.workspace.sign_out_requested.connect(self._on_sign_out_requested)
        self.workspace.language_chosen.connect(self._on_language_chosen)
        self._show(self.workspace)
        self.workspace.show_page(0)
        self.workspace.drafts.start()
        self._guard = Guard(context, self.workspace)
        self._guard.lock_wanted.connect(self.lock)
        self._guard.start()

    @property
    def lock_screen(self) -> LockScreen | None:
        """The lock while it holds."""
        return self._locking.screen if self._locking is not None else None

    def lock(self) -> None:
        """Hide everything until the password is typed; all stays as it is behind the lock."""
        from desktop_app.ui.locking import Locking

        if self._file is None or self.workspace is None or self._locking is not None:
            return
        self._locking = Locking(self, self._stack, self.workspace, self._background, self._file)
        self._leave_guard()
        self._locking.screen.unlocked.connect(self._on_unlocked)
        self._locking.screen.sign_out_requested.connect(self._on_sign_out_requested)

    def rest(self) -> None:
        """Lock, and return when the file is at rest: the session ends and may take the program with it."""
        self.lock()
        self._background.wait(self, _REST_SECONDS)

    def end(self) -> None:
        """Keep what is being typed, close the file and leave, without a question: the program was told to end."""
        if self._ended:
            return
        self._ended = True
        self._leave_guard()
        if self._file is not None and not self._leaving:
            typed = self.workspace.drafts.changed() if self.workspace is not None and self._locking is None else {}
            self._background.run(lock_calls.close, self._file, typed, owner=self, while_held=True)
        self.setEnabled(False)  # what were typed from here on would be kept nowhere
        self._file = None
        self._background.close()
        QApplication.quit()

    def sign_out(self) -> None:
        """Close the file and ask who is there."""
        if self._file is None:
            return
        file, self._file = self._file, None
        self._leave_guard()
        thrown_away = self._thrown_away()
        if self.workspace is not None:
            self.workspace.drafts.stop()
        self.workspace = self._guard = None
        if self._locking is not None:
            self._locking.give_up()
            self._locking = None
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self._background.run(lock_calls.close, file, thrown_away, owner=self, label=Message(N_("Closing the file …")))
        self.show_sign_in(file.path)

    def _leave_guard(self) -> None:
        if self._guard is not None:
            self._guard.leave()

    def _thrown_away(self) -> dict[str, Content | None]:
        """The drafts that go because the user gave them up; behind the lock they stay for when they come back."""
        if self.workspace is None or self._locking is not None:
            return {}
        return self.workspace.drafts.forget_all()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell once that the window has been painted: only then may heavy modules load."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    if sys.platform == "win32":

        def nativeEvent(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:  # noqa: N802 - Qt's name
            """Lock when Windows says that the session is left or the computer goes to sleep."""
            if self._file is not None:
                from desktop_app.ui import windows_session

                if windows_session.tells_to_lock(kind, int(message)):
                    QTimer.singleShot(0, self, self.lock)
            return False, 0

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask when something typed would be lost; close the file cleanly before the window goes."""
        if self._file is None:
            event.accept()
            QApplication.quit()
            return
        event.ignore()
        if self._may_lose():
            self._ask_to_lose(N_("Close without saving"), self._close_file)
        elif not self._leaving:
            self._close_file()

    def _close_file(self) -> None:
        if self._file is None:
            return
        self._leaving = True
        self._leave_guard()
        if self.workspace is not None:
            self.workspace.setEnabled(False)
        self._background.run(
            lock_calls.close,
            self._file,
            self._thrown_away(),
            owner=self,
            on_done=self._on_closed,
            on_error=self._on_close_failed,
            label=Message(N_("Closing the file …")),
            while_held=True,
        )

    def _on_close_failed(self, error: AppError) -> None:
        from desktop_app.ui.common.behind_lock import show_over_lock
        from desktop_app.ui.messages import show_error

        dialog = show_error(self, error)
        show_over_lock(dialog)
        dialog.finished.connect(self._on_closed)

    def _on_closed(self, _nothing: object) -> None:
        self._file = None
        self._remember()
        QTimer.singleShot(0, self, self.close)

    def _ask_to_lose(self, yes: str, on_yes: Callable[[], object]) -> None:
        from desktop_app.ui.common.dialogs import ask

        message = Message(N_("Something that you typed is not saved yet and would be lost."))
        ask(self, N_("Not everything is saved"), message, yes, on_yes, over_lock=True, loses=True)

    def _may_lose(self) -> bool:
        if self._leaving or self.workspace is None:
            return False
        return self.workspace.unsaved() if self._locking is None else self.workspace.loses_at_once()

    def _on_sign_out_requested(self) -> None:
        if self._may_lose():
            self._ask_to_lose(N_("Sign out without saving"), self.sign_out)
        else:
            self.sign_out()

    def _on_unlocked(self) -> None:
        if self._locking is not None and self._guard is not None:
            self._locking.unlock()
            self._locking = None
            self._guard.idle.start()

    def _on_restore_requested(self, path: Path) -> None:
        self.show_sign_in(path)
        if isinstance(self.shown, SignInScreen):
            self.shown.restore()

    def _on_existing_requested(self) -> None:
        from desktop_app.ui.common.file_choice import choose_to_open

        start = settings.user_data_dir()
        choose_to_open(
            self,
            N_("Open an existing file"),
            start if start.is_dir() else Path.home(),
            settings.FILE_SUFFIX,
            self.show_sign_in,
        )

    def _on_language_chosen(self, code: str) -> None:
        self._remember(language=code)

    def _on_failed(self, owner: QWidget, error: AppError) -> None:
        from desktop_app.ui.messages import show_error

        show_error(owner, error)

    def _remember(self, *, language: str = "", last_file: str = "") -> None:
        """Keep a preference; a folder that cannot be written to is no reason to stop."""
        if not self._remembers:
            return
        kept = settings.Preferences.read()
        window = (self.width(), self.height())
        try:
            replace(
                kept, language=language or kept.language, last_file=last_file or kept.last_file, window=window
            ).write()
        except OSError:
            return

    def _show(self, screen: QWidget) -> None:
        """Put this screen in place of all others."""
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
