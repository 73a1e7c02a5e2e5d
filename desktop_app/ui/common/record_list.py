"""A list with a search line that reads its rows page by page: people, employers, letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import N_
from desktop_app.ui.background import Task
from desktop_app.ui.common.fields import TextField
from desktop_app.ui.common.labels import EmptyHint
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.context import Context

R = TypeVar("R")
ROWS: Final = 200
_PAUSE_MS: Final = 200
_LONGEST_TEXT: Final = 300
_NOT_FOUND: Final = N_("Nothing found. Try fewer words or another spelling.")

PageOf = Callable[[Any, str, int | None, int], Sequence[R]]
"""A service: (file, text, id of the row to continue below, how many) -> rows that have an `id`."""


class RecordListPage(Page, Generic[R]):
    """`opened(id)`: Enter or a double click on a row. `empty` is the msgid of what an empty list says."""

    opened = Signal(int)

    def __init__(
        self,
        context: Context,
        read: PageOf[R],
        columns: Sequence[Column[R]],
        parent: QWidget | None = None,
        *,
        title: str,
        placeholder: str,
        empty: str,
    ) -> None:
        super().__init__(title, parent)
        self._context, self._read_page = context, read
        self._task: Task | None = None
        self._more = False
        self.text = TextField(self, placeholder=placeholder)
        self._empty = empty
        self.hint = EmptyHint(empty)
        self.table = Table[R](columns, self, empty=self.hint)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.content.addWidget(self.text)
        self.content.addWidget(self.table, 1)
        self.text.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._on_pause)
        self.table.opened.connect(self._on_opened)
        self.table.end_neared.connect(self._on_end_neared)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.text)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._on_down)

    def refresh(self) -> None:
        """Read the list again, as long as it was."""
        self._read(None, max(ROWS, len(self.table.rows)), self._on_rows)

    def _on_pause(self) -> None:
        self._read(None, ROWS, self._on_rows)

    def _on_end_neared(self) -> None:
        last: Any = self.table.rows[-1] if self.table.rows else None
        if self._more and last is not None:
            self._more = False
            self._read(last.id, ROWS, self._on_more_rows)

    def _read(self, after_id: int | None, limit: int, on_done: Callable[[Sequence[R]], None]) -> None:
        if self._task is not None:
            self._context.background.cancel(self._task)
        text = self.text.value()[:_LONGEST_TEXT]
        self._task = self._context.background.run(
            self._read_page, self._context.file, text, after_id, limit, owner=self, on_done=on_done, cancellable=True
        )

    def _on_rows(self, rows: Sequence[R]) -> None:
        self._more = len(rows) >= ROWS
        self.hint.label.set_text(_NOT_FOUND if self.text.value() else self._empty)
        self.table.set_rows(rows)

    def _on_more_rows(self, rows: Sequence[R]) -> None:
        self._more = len(rows) >= ROWS
        self.table.append(rows)

    def _on_opened(self, row: Any) -> None:
        self.opened.emit(row.id)

    def _on_down(self) -> None:
        self.table.setFocus()
        if self.table.current() is None:
            self.table.select_row(0)
