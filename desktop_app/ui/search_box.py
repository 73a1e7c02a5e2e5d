"""The search box of the top bar: people, employers and cases appear while one types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.i18n import N_, _, country_name, language
from desktop_app.ui.background import Task
from desktop_app.ui.common import blur
from desktop_app.ui.common.icons import icon
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.ui.context import Context

_PAUSE_MS: Final = 120
_SHORTEST: Final = 2
_LIMIT: Final = 6
_ROW: Final = 34


@dataclass(frozen=True)
class Hit:
    """One line of the results: what opens, and its words."""

    kind: str
    id: int
    text: str
    icon: str


class SearchBox(TextField):
    """Type at least two letters; Down and Up choose, Enter opens, Esc closes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, placeholder=N_("Search people, employers, cases (Ctrl+K)"))
        self._context = context
        self._task: Task | None = None
        self.popup = _Popup(self.window())
        self.popup.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.textEdited.connect(self._on_edited)
        self.popup.list.itemClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up, Down and Enter belong to the results while they are open."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self.popup.isVisible():
                self.popup.hide()
            else:
                self.clear()
                self.window().setFocus()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.popup.list.currentItem()
            if self.popup.isVisible() and item is not None:
                self._open(item)
            else:
                self._on_pause()
        else:
            super().keyPressEvent(event)

    def show_hits(self, hits: list[Hit]) -> None:
        """Show these results under the box."""
        self.popup.show_hits(hits)
        self.popup.setParent(self.window())
        self.popup.move(self.mapTo(self.window(), QPoint(0, self.height() + 4)))
        self.popup.setFixedWidth(max(self.width(), 420))
        self.popup.show()
        self.popup.raise_()

    def _on_edited(self, _text: str) -> None:
        self._pause.start()

    def _on_pause(self) -> None:
        self._pause.stop()
        text = self.value()
        if len(text) < _SHORTEST:
            self.popup.hide()
            return
        if self._task is not None:
            self._context.background.cancel(self._task)
        self._task = self._context.background.run(
            _search, self._context.file, text, owner=self, on_done=self._on_found, cancellable=True
        )

    def _on_found(self, found: Any) -> None:
        if not self.hasFocus() or len(self.value()) < _SHORTEST:
            return
        hits = [
            *(Hit("person", row.id, _person(row), "user") for row in found.people),
            *(Hit("employer", row.id, row.name, "building-2") for row in found.employers),
            *(Hit("case", row.id, f"{row.number} · {row.employer}", "briefcase") for row in found.cases),
        ]
        self.show_hits(hits)

    def _open(self, item: QListWidgetItem) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(hit, Hit):
            self.popup.hide()
            self.clear()
            self._context.bus.open_requested.emit(hit.kind, hit.id)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Search no more: the file may be closed by then."""
        self._pause.stop()
        self.popup.hide()
        super().hideEvent(event)

    def focusOutEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        """Close the results when the work goes on elsewhere."""
        super().focusOutEvent(event)
        self.popup.hide()


class _Popup(QFrame):
    """The list of results; the cursor stays in the search box."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "popup")
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Where names are hidden, the one that is chosen is shown: it cannot be found otherwise.
        self.list.currentItemChanged.connect(self._on_chosen)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = PlainLabel(
            N_("Nothing found. Try fewer letters, or another spelling."), self, role="muted", wrap=True
        )
        self.nothing.setMargin(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.list)
        column.addWidget(self.nothing)

    def show_hits(self, hits: list[Hit]) -> None:
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(icon(hit.icon, "muted", 16), blur.name(hit.text))
            item.setData(Qt.ItemDataRole.UserRole, hit)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, _(_KINDS[hit.kind]))
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        self.list.setVisible(bool(hits))
        self.nothing.setVisible(not hits)
        self.list.setFixedHeight(min(len(hits), 14) * _ROW + 4)
        if hits:
            self.list.setCurrentRow(0)
        self.adjustSize()

    def _on_chosen(self, now: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        for item in (now, before):
            hit = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
            if item is not None and isinstance(hit, Hit):
                item.setText(hit.text if item is now else blur.name(hit.text))

    def step(self, by: int) -> None:
        count = self.list.count()
        if count and self.isVisible():
            self.list.setCurrentRow((self.list.currentRow() + by) % count)


_KINDS: Final = {"person": N_("Person"), "employer": N_("Employer"), "case": N_("Case")}


def _person(row: Any) -> str:
    """Name, birth and citizenship on one line."""
    birth = row.birth.iso[:4] if row.birth is not None else ""
    country = country_name(row.citizenship, language())
    return " · ".join(part for part in (row.full_name, birth, country) if part)


def _search(file: Any, text: str) -> Any:
    from desktop_app.services import search

    return search.everything(file, text, _LIMIT)
