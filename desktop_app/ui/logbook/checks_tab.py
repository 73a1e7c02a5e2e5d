"""The end of the log with its check word, and the three ways to see that nobody changed it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.logbook import LogCheck, LogHead, LogView
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, _, format_number, language, ngettext
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context
from desktop_app.ui.logbook import calls
from desktop_app.ui.logbook.compare_dialog import CompareDialog
from desktop_app.ui.logbook.month_dialog import MonthDialog

BROKEN = N_(
    "Line %(line)s of the log does not fit: it was changed, removed or added outside this program, or the file was "
    "damaged. The cases are not touched by this. Tell the manager and the administrator, write down this number, keep "
    "the latest backups and printed reports, and compare them under Log, Checks."
)


class ChecksTab(QWidget):
    """What can be done about the log as a whole."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._head: LogHead | None = None
        self.last_line = PlainLabel(parent=self, role="muted")
        self.word = PlainLabel(parent=self, role="code")
        self.word.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.result = Note(self, tone="info")
        self.result.hide()
        self.check_button = Button(N_("Check the whole log"), self, icon="check")
        self.compare_button = Button(N_("Compare with a paper …"), self, icon="scale")
        self.month_button = Button(N_("Report of a month …"), self, icon="printer")
        self._month_words = PlainLabel(
            N_("One or two pages to print and keep: what was done, by whom, and the check word."),
            self,
            role="muted",
            wrap=True,
        )
        self._build_all()
        self.check_button.clicked.connect(self.check)
        self.compare_button.clicked.connect(self.compare)
        self.month_button.clicked.connect(self.report)
        Texts(self).redraw(self._write)

    def show_view(self, told: LogView) -> None:
        """Show the end of the log."""
        self._head = told.head
        self.month_button.setVisible(told.everything)
        self._month_words.setVisible(told.everything)
        self._write()

    def check(self) -> None:
        """Check every line; a million takes some seconds."""
        self.check_button.setEnabled(False)
        self._context.background.run(
            calls.check,
            self._context.file,
            owner=self,
            on_done=self._on_checked,
            on_error=self._on_not_checked,
            label=Message(N_("Checking the log …")),
        )

    def compare(self) -> CompareDialog:
        """Ask for what the paper says."""
        dialog = CompareDialog(self._context, self)
        dialog.open()
        return dialog

    def report(self) -> MonthDialog:
        """Ask for the month."""
        dialog = MonthDialog(self._context, self)
        dialog.open()
        return dialog

    def _build_all(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addWidget(PlainLabel(N_("End of the log"), self, role="heading"))
        column.addWidget(self.last_line)
        column.addWidget(self.word)
        column.addWidget(
            PlainLabel(
                N_(
                    "Each line of the log is tied to the one before. The check word stands for all lines up to this "
                    "one: noted on paper, in a backup or in an exported summary, it shows later whether somebody "
                    "shortened or rewrote the log."
                ),
                self,
                role="hint",
                wrap=True,
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (button, words) in enumerate(
            (
                (
                    self.check_button,
                    PlainLabel(N_("Reads every line and says whether all of them fit."), self, role="muted", wrap=True),
                ),
                (
                    self.compare_button,
                    PlainLabel(
                        N_("Type the number and the check word of a printed report, a summary or a backup."),
                        self,
                        role="muted",
                        wrap=True,
                    ),
                ),
                (self.month_button, self._month_words),
            )
        ):
            grid.addWidget(button, row, 0)
            grid.addWidget(words, row, 1)
        column.addSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.result)
        column.addStretch()

    def _on_checked(self, found: LogCheck) -> None:
        self.check_button.setEnabled(True)
        self._head = found.head
        self._write()
        if found.first_broken is not None:
            self.result.show_message(Message(BROKEN, {"line": found.first_broken}), "danger")
            return
        count = ngettext(
            "%(shown)s line was read, and it fits.",
            "%(shown)s lines were read, and all of them fit.",
            found.head.seq,
            shown=format_number(found.head.seq, language()),
        )
        self.result.show_text(count, "good")

    def _on_not_checked(self, error: AppError) -> None:
        self.check_button.setEnabled(True)
        self.result.show_message(error.message, "danger")

    def _write(self) -> None:
        if self._head is not None:
            self.last_line.setText(_("Last line: %(seq)s", seq=format_number(self._head.seq, language())))
            self.word.show_text(self._head.word)
