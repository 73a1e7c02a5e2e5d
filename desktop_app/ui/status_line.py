"""The line at the foot of the window: what was done, what is being done, and Cancel where that helps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.ui.background import Background, Task
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.labels import PlainLabel

# Work that is done sooner needs no sign of life.
_LONG_MS: Final = 500
_SHOWN_MS: Final = 8_000
_WORKING: Final = Message(N_("Working …"))


class StatusLine(QFrame):
    """Says a sentence for a while; shows the work that takes longer than half a second."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self._background = background
        self._tasks: list[Task] = []
        self.message = PlainLabel(parent=self, role="muted")
        self.work = PlainLabel(parent=self, role="muted")
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setFixedWidth(120)
        self.bar.setTextVisible(False)
        self.cancel = LinkButton(N_("Cancel"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(12)
        row.addWidget(self.message)
        row.addStretch()
        for widget in (self.work, self.bar, self.cancel):
            row.addWidget(widget)
            widget.hide()
        self._row = row
        self.setFixedHeight(36)
        self._wait = QTimer(self, singleShot=True, interval=_LONG_MS)
        self._wait.timeout.connect(self._on_long)
        self._fade = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._fade.timeout.connect(self._on_faded)
        self.cancel.clicked.connect(self._on_cancel)
        background.started.connect(self._on_started)
        background.finished.connect(self._on_finished)

    def say(self, message: Message) -> None:
        """Show a sentence for some seconds."""
        self.message.set_message(message)
        self._fade.start()

    def add_permanent(self, widget: QWidget) -> None:
        """Put words at the right end that stay."""
        self._row.addWidget(widget)

    def _on_faded(self) -> None:
        self.message.show_text("")

    def _on_started(self, task: Task) -> None:
        self._tasks.append(task)
        if not self._wait.isActive() and self.work.isHidden():
            self._wait.start()

    def _on_finished(self, task: Task) -> None:
        if task in self._tasks:
            self._tasks.remove(task)
        if self._tasks and not self.work.isHidden():
            self._show_work()
        elif not self._tasks:
            self._wait.stop()
            self._hide_work()

    def _on_long(self) -> None:
        if self._tasks:
            self._show_work()

    def _show_work(self) -> None:
        task = self._tasks[0]
        self.work.set_message(task.label or _WORKING)
        self.work.show()
        self.bar.show()
        self.cancel.setVisible(task.cancellable)

    def _hide_work(self) -> None:
        for widget in (self.work, self.bar, self.cancel):
            widget.hide()

    def _on_cancel(self) -> None:
        if self._tasks:
            self._background.cancel(self._tasks[0])
            self.say(Message(N_("Cancelled.")))
            self._hide_work()
