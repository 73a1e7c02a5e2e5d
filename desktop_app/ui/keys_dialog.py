"""F1: every key that does something, in one list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import PlainLabel

_KEYS: Final = (
    ("Ctrl+N", N_("New case")),
    ("Ctrl+Shift+N", N_("New enquiry: ready to type at once")),
    ("Ctrl+Enter", N_("Turn the enquiry into a case")),
    ("Ctrl+Shift+W", N_("May they work?")),
    ("Ctrl+K", N_("Search people, employers and cases")),
    ("Ctrl+S", N_("Save what is on the page")),
    ("Ctrl+L", N_("Make a letter")),
    ("Ctrl+D", N_("Keep as draft")),
    ("Ctrl+P", N_("Print the letter; on the list of letters, all of today’s")),
    ("Ctrl+E", N_("Note that the letter left")),
    ("Ctrl+R", N_("Register a paper that came in, or the answer to the letter")),
    ("Alt+1, Alt+2 …", N_("The tabs of a case, of a letter and of the letters")),
    ("Esc", N_("Back, or close without doing anything")),
    ("Ctrl+1 … Ctrl+9, Ctrl+0", N_("The first ten pages on the left, from top to bottom")),
    ("Ctrl+Shift+1, Ctrl+Shift+2", N_("The last two pages on the left")),
    ("Tab, Shift+Tab", N_("The next and the previous field or button")),
    ("Enter", N_("Open the row of a list; press the main button")),
    ("Ctrl+Shift+H", N_("Hide names, or show them again")),
    ("F12", N_("Lock: hide everything until the password is typed")),
    ("F1", N_("This list")),
)


class KeysDialog(Dialog):
    """The keyboard shortcuts of the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Keyboard"), width=680)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (keys, meaning) in enumerate(_KEYS):
            name = PlainLabel(parent=self, role="heading")
            name.show_text(_as_written(keys))
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(PlainLabel(meaning, self, wrap=True), row, 1)
        self.body.addLayout(grid)
        self.add_button(PrimaryButton(N_("Close"), self), self.accept)


def _as_written(keys: str) -> str:
    """As this system writes the key, where it is one key."""
    sequence = QKeySequence(keys)
    written = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    return written if sequence.count() == 1 and written else keys
