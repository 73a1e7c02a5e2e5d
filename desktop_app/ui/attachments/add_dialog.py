"""Adding files to a case: what is said about them, and how each of them fares."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QProgressBar, QVBoxLayout, QWidget

from desktop_app.domain.changes import Kind
from desktop_app.domain.tidy import tidy_line
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_
from desktop_app.ui.attachments import attachment_calls
from desktop_app.ui.attachments.about_form import AboutForm
from desktop_app.ui.attachments.attachment_calls import Progress
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.context import Context

_LOOK_MS: Final = 120
_PARTS: Final = 1_000
"""Steps of the bar for one file."""

_LIST_HEIGHT: Final = 160
_KEPT_WHOLE: Final = N_("Keep place, time and camera in photos")
_WAITING, _ADDING, _ADDED = N_("Waiting"), N_("Being added …"), N_("Added")
_CANCELLED: Final = N_("Not added: cancelled")


class FileLine(QWidget):
    """The name of a file and how it fares."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = PlainLabel(parent=self, wrap=True)
        self.name.show_text(tidy_line(path.name))
        self.state = PlainLabel(_WAITING, self, role="hint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addWidget(self.state)

    def tell(self, message: Message, tone: str = "") -> None:
        """Say how it fares."""
        self.state.set_message(message)
        self.state.setProperty("tone", tone)
        self.state.style().polish(self.state)


class AddDialog(Dialog):
    """Adds files one after the other; one that is refused does not stop the others, and says why."""

    def __init__(self, context: Context, case_id: int, paths: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent, N_("Add attachments"), width=600)
        self._context, self._case_id = context, case_id
        self._paths = tuple(paths)
        self._at = -1
        self._stopped = False
        self.added: list[int] = []
        self._progress = Progress()
        self.lines = [FileLine(path, self) for path in self._paths]
        self.form = AboutForm(self)
        self.keep_details = QCheckBox(self)
        self.bar = QProgressBar(self)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._build()

    @property
    def is_working(self) -> bool:
        """Whether a file is being added."""
        return 0 <= self._at < len(self._paths)

    def add(self) -> None:
        """Begin with the first file, or say what is wrong with what is said about them."""
        self.form.clear_problems()
        try:
            self._said = self.form.said(keep_details=self.keep_details.isChecked())
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        for widget in (self.form, self.keep_details, self.add_button_):
            widget.setEnabled(False)
        self.bar.show()
        self._look.start()
        self._go_on()

    def reject(self) -> None:
        """While files are being added, stop after what is stored; else close."""
        if not self.is_working:
            super().reject()
            return
        self._stopped = True
        self._progress.cancelled.set()

    def _build(self) -> None:
        files = QVBoxLayout()
        files.setSpacing(8)
        for line in self.lines:
            files.addWidget(line)
        files.addStretch()
        area = scrolling(files, self)
        area.setMinimumHeight(min(_LIST_HEIGHT, 48 * len(self.lines)))
        self.bar.setRange(0, _PARTS * max(len(self._paths), 1))
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.texts.set(self.keep_details.setText, _KEPT_WHOLE)
        tip = N_("Without this, a photo does not tell where and when it was taken. Keep it only when that is evidence.")
        self.texts.set(self.keep_details.setToolTip, tip)
        self.body.addWidget(area, 1)
        self.body.addWidget(self.form)
        self.body.addWidget(self.keep_details)
        self.body.addWidget(self.bar)
        self.cancel = self.add_cancel()
        self.add_button_ = self.add_button(PrimaryButton(N_("Add"), self, icon="plus", shortcut="Ctrl+S"), self.add)
        self._look.timeout.connect(self._on_look)
        self.form.focus_first()

    def _go_on(self) -> None:
        """The next file, or the end."""
        self._at += 1
        if self._stopped:
            for line in self.lines[self._at :]:
                line.tell(Message(_CANCELLED), "warn")
            self._at = len(self._paths)
        if not self.is_working:
            self._finish()
            return
        at = self._at
        self._progress = Progress()
        self.lines[at].tell(Message(_ADDING))
        self._context.background.run(
            attachment_calls.add,
            self._context.file,
            self._case_id,
            self._paths[at],
            self._said,
            self._progress,
            owner=self,
            on_done=partial(self._on_added, at),
            on_error=partial(self._on_failed, at),
            label=Message(N_("Adding the attachment …")),
        )

    def _on_added(self, at: int, added: int | None) -> None:
        if added is None:
            self.lines[at].tell(Message(_CANCELLED), "warn")
        else:
            self.added.append(added)
            self.lines[at].tell(Message(_ADDED), "good")
        self._go_on()

    def _on_failed(self, at: int, error: AppError) -> None:
        self.lines[at].tell(error.message, "danger")
        self._go_on()

    def _on_look(self) -> None:
        whole = self._progress.all
        self.bar.setValue(_PARTS * max(self._at, 0) + (_PARTS * self._progress.done // whole if whole else 0))

    def _finish(self) -> None:
        self._look.stop()
        self.bar.hide()
        if self.added:
            self._context.bus.data_changed.emit(frozenset({Kind.ATTACHMENT}))
            self._context.bus.said.emit(Message(N_("Attachments added: %(count)s"), {"count": len(self.added)}))
        if len(self.added) == len(self._paths):
            self.accept()
            return
        for done in (self.form, self.keep_details, self.add_button_):
            done.hide()  # the sentences get their room
        self.cancel.set_text(N_("Close"))
        self.cancel.setFocus()
