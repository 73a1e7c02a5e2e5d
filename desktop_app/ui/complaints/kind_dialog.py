"""Choosing the kind of a complaint: nineteen in groups, found by typing."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, KIND_GROUPS, ComplaintKind
from desktop_app.domain.names import fold
from desktop_app.i18n import LANGUAGES, N_, _, for_language
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.fields import TextField
from desktop_app.ui.common.labels import EmptyHint
from desktop_app.ui.common.table import Column, Table


class KindRow(NamedTuple):
    """A kind with the group it is offered in."""

    kind: ComplaintKind
    group: str


ROWS: Final = tuple(KindRow(kind, title) for title, kinds in KIND_GROUPS for kind in kinds)


class KindDialog(Dialog):
    """`chosen(kind)`: Enter or a double click. Typing narrows the list, in whichever of the three languages."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, N_("What is the complaint about?"), width=620)
        self.text = TextField(self, placeholder=N_("Type a part of the name, or go down the list"))
        self.text.texts.redraw(self._name_text)
        self.table = Table[KindRow](
            _columns(), self, empty=EmptyHint(N_("No kind has such a name. Try other letters."))
        )
        self.table.setMinimumHeight(360)
        self.body.addWidget(self.text)
        self.body.addWidget(self.table, 1)
        self.add_cancel()
        self.button = PrimaryButton(N_("Next"), self)
        self.add_button(self.button, self.take)
        self.text.changed.connect(self._on_typed)
        self.table.opened.connect(self._on_opened)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.text)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._on_down)
        self._show(ROWS)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Go on with the kind the cursor is on."""
        row = self.table.current()
        if row is not None:
            self.accept()
            self.chosen.emit(row.kind)

    def _show(self, rows: tuple[KindRow, ...]) -> None:
        self.table.set_rows(rows)
        self.button.setEnabled(bool(rows))
        if rows:
            self.table.select_row(0)

    def _name_text(self) -> None:
        self.text.setAccessibleName(_("Search"))

    def _on_typed(self) -> None:
        words = fold(self.text.value()).split()
        self._show(tuple(row for row in ROWS if all(word in _words(row.kind) for word in words)))

    def _on_down(self) -> None:
        if not self.table.rows:
            # A list that is hidden would take the keyboard once it is shown again, in the middle of a word.
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.select_row(min(1, len(self.table.rows) - 1))

    def _on_opened(self, _row: object) -> None:
        self.take()


def _words(kind: ComplaintKind) -> str:
    """The name of a kind in the three languages, as it is searched."""
    return fold(" ".join(for_language(lang)(COMPLAINT_KINDS[kind]) for lang in LANGUAGES))


def _columns() -> tuple[Column[KindRow], ...]:
    return (
        Column(N_("Kind"), _kind, width=300, stretch=True),
        Column(N_("Group"), _group, width=200),
    )


def _kind(row: KindRow) -> str:
    return _(COMPLAINT_KINDS[row.kind])


def _group(row: KindRow) -> str:
    return _(row.group)
