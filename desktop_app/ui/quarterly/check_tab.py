"""The quarterly check on one screen: each line by word, shape and colour, with what to do."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.permissions import Action
from desktop_app.domain.quarterly import PARTS, STATES, Check, Line, State
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, _
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.icons import set_icon
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.quarterly import calls

_SHAPES: Final = {
    State.GOOD: ("circle-check", "good"),
    State.LOOK: ("triangle-alert", "warn"),
    State.ACT: ("circle-alert", "danger"),
    State.UNKNOWN: ("circle", "muted"),
}


class CheckTab(QWidget):
    """Read when it is shown for the first time: asking the system takes a moment."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._check: Check | None = None
        self.told = PlainLabel(parent=self, role="muted", wrap=True)
        self.again = Button(N_("Look again"), self, icon="rotate-ccw")
        self.done = Button(N_("Done: write down that it was checked"), self, icon="check")
        self.done.setVisible(context.may(Action.FINISH_CHECK))
        self.done.setEnabled(False)
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._build()
        self.again.clicked.connect(self.read)
        self.done.clicked.connect(self.finish)
        self.texts = Texts(self)
        self.texts.redraw(self._write)

    def refresh(self) -> None:
        """Read again what is shown already."""
        if self._check is not None:
            self.read()

    def begin(self) -> None:
        """Read for the first time."""
        if self._check is None:
            self.read()

    def read(self) -> None:
        """Look at everything."""
        self.again.setEnabled(False)
        self._context.background.run(
            calls.read,
            self._context.file,
            owner=self,
            on_done=self._on_read,
            on_error=self._on_error,
            label=Message(N_("Looking at what protects the file …")),
        )

    def finish(self) -> None:
        """Write down that the check was gone through."""
        self.done.setEnabled(False)
        self._context.background.run(calls.finish, self._context.file, owner=self, on_done=self._on_finished)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.told, 1)
        head.addWidget(self.again)
        head.addWidget(self.done)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(3, 1)
        content = QVBoxLayout()
        content.addWidget(self._rows)
        content.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(scrolling(content, self), 1)

    def _on_read(self, check: Check) -> None:
        self._check = check
        self.again.setEnabled(True)
        self.done.setEnabled(True)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, line in enumerate(check.lines):
            self._add(2 * place, line)
        self._settle()
        self._write()

    def _settle(self) -> None:
        """Show the new rows at once, so that the area that scrolls knows how high they are."""
        for place in range(self._grid.count()):
            item = self._grid.itemAt(place)
            if item is not None and (widget := item.widget()) is not None:
                widget.show()
        self._grid.activate()
        self._rows.updateGeometry()

    def _add(self, row: int, line: Line) -> None:
        shape, tone = _SHAPES[line.state]
        icon = PlainLabel(parent=self._rows)
        set_icon(icon, shape, tone)
        state = PlainLabel(STATES[line.state], self._rows)
        state.setProperty("tone", tone)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(icon, row, 0, top)
        self._grid.addWidget(state, row, 1, top)
        self._grid.addWidget(PlainLabel(PARTS[line.part], self._rows, role="heading"), row, 2, top)
        told = PlainLabel(parent=self._rows, wrap=True)
        told.set_message(line.told)
        self._grid.addWidget(told, row, 3)
        if line.advice is not None:
            advice = PlainLabel(parent=self._rows, role="muted", wrap=True)
            advice.set_message(line.advice)
            self._grid.addWidget(advice, row + 1, 3)

    def _on_error(self, error: AppError) -> None:
        self.again.setEnabled(True)
        self.told.set_message(error.message)

    def _on_finished(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The quarterly check is written down.")))
        self.read()

    def _write(self) -> None:
        check = self._check
        if check is None:
            self.told.setText(_("Two minutes, four times a year: what protects the file, line by line."))
        elif check.finished_at is None:
            self.told.setText(_("No check was finished yet."))
        else:
            on, name = day(check.finished_at.date()), check.finished_by
            self.told.setText(_("Last finished on %(day)s by %(name)s.", day=on, name=name))
