"""Everything about the backups of the open file: where they go, which ones there are, one more now, a stick."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.ui.backups import calls, columns, words
from desktop_app.ui.backups.calls import Listed, Overview
from desktop_app.ui.backups.stick import StickDialog
from desktop_app.ui.common.buttons import Button, LinkButton
from desktop_app.ui.common.file_choice import choose_folder
from desktop_app.ui.common.labels import EmptyHint, Note, PlainLabel
from desktop_app.ui.common.table import Table
from desktop_app.ui.context import Context

if TYPE_CHECKING:
    from desktop_app.services.backups import Done

_MADE: Final = N_("The backup was made and opened again: it is good.")
_FOUND: Final = {
    "good": (N_("The backup %(name)s was opened: it is good."), "good"),
    "damaged": (N_("The backup %(name)s is damaged. Do not rely on it; make a new one now."), "danger"),
    "former key": (
        N_(
            "The backup %(name)s is of another file or from before the key was changed: it opens with its own password "
            "only. To look inside, sign out and choose “Restore from a backup”."
        ),
        "info",
    ),
}
_WORKING: Final = Message(N_("Making a backup …"))
_CHECKING: Final = Message(N_("Opening the backup …"))
_NOT_KEPT: Final = N_("The choice could not be remembered: the folder of the program’s settings cannot be written.")


class BackupsPanel(QWidget):
    """The places, the list, and what can be done. `changed`: there is another last good backup now."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None, *, above: int = 16) -> None:
        """`above`: pixels free above it."""
        super().__init__(parent)
        self._context = context
        self._places: tuple[Path, ...] = ()
        self.state = PlainLabel(parent=self, role="heading")
        self.note = Note(self)
        self.note.hide()
        self.first = PlainLabel(parent=self, wrap=True)
        self.second = PlainLabel(parent=self, wrap=True)
        self.stop_second = LinkButton(N_("Stop"), self)
        empty = EmptyHint(N_("No backup yet. The first one is made by itself."))
        self.table = Table(columns.of_the_file(), self, empty=empty)
        self.make_button = Button(N_("Make a backup now"), self, icon="save")
        self.stick_button = Button(N_("Copy to a stick …"), self, icon="download")
        self.check_button = Button(N_("Check this backup"), self, icon="circle-check")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, above, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.state)
        column.addWidget(self.note)
        column.addLayout(self._build_places())
        column.addLayout(self._build_buttons())
        column.addWidget(self.table, 1)
        self._connect()

    def refresh(self) -> None:
        """Read the folders anew."""
        self._context.background.run(
            calls.overview, self._context.file, owner=self, on_done=self._on_read, on_error=self._on_failed
        )

    def make(self) -> None:
        """Make a backup now."""
        self._wait(waiting=True)
        self._context.background.run(
            calls.make,
            self._context.file,
            owner=self,
            on_done=self._on_made,
            on_error=self._on_failed,
            label=_WORKING,
        )

    def check(self) -> None:
        """Open the chosen backup again."""
        row = self.table.current()
        if row is None:
            return
        self._wait(waiting=True)
        self._context.background.run(
            calls.check,
            self._context.file,
            row.backup,
            owner=self,
            on_done=self._on_checked,
            on_error=self._on_failed,
            label=_CHECKING,
        )

    def copy_to_stick(self) -> StickDialog:
        """Ask for the stick and copy to it."""
        dialog = StickDialog(self._context, self._places, self)
        dialog.finished.connect(self._on_stick_closed)
        dialog.open()
        return dialog

    def use_first(self, folder: Path) -> None:
        """Let backups go to this folder from now on."""
        self._use(first=str(folder))

    def use_second(self, folder: Path) -> None:
        """Let backups go to this folder too."""
        self._use(second=str(folder))

    def _build_places(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        for label, button in (
            (self.first, LinkButton(N_("Another folder …"), self)),
            (self.second, LinkButton(N_("Choose a second place …"), self)),
        ):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(label, 1)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            if label is self.second:
                row.addWidget(self.stop_second, 0, Qt.AlignmentFlag.AlignTop)
            button.clicked.connect(self._on_choose_first if label is self.first else self._on_choose_second)
            column.addLayout(row)
        return column

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.make_button, self.stick_button, self.check_button):
            row.addWidget(button)
        row.addStretch()
        return row

    def _connect(self) -> None:
        self.make_button.clicked.connect(self.make)
        self.stick_button.clicked.connect(self.copy_to_stick)
        self.check_button.clicked.connect(self.check)
        self.stop_second.clicked.connect(self._on_stop_second)
        self.table.opened.connect(self._on_opened)
        self.table.chosen.connect(self._on_chosen)
        self._on_chosen()

    def _use(self, first: str | None = None, second: str | None = None) -> None:
        try:
            calls.use_folders(first, second)
        except OSError:
            self.note.show_message(Message(_NOT_KEPT), "warn")
            return
        self.refresh()

    def _wait(self, *, waiting: bool) -> None:
        for button in (self.make_button, self.stick_button):
            button.setEnabled(not waiting)
        self.check_button.setEnabled(not waiting and self.table.current() is not None)

    def _on_read(self, read: Overview) -> None:
        self._places = read.places
        self.state.set_message(words.last_good(read.status.last_good))
        self.state.setProperty("tone", "danger" if read.status.overdue else "")
        self.state.style().polish(self.state)
        self.first.set_text(N_("Backups go to: %(folder)s"), folder=read.places[0])
        if len(read.places) > 1:
            self.second.set_text(N_("And to: %(folder)s"), folder=read.places[1])
        else:
            self.second.set_text(N_("There is no second place. A stick or another disk is safer than one folder."))
        self.stop_second.setVisible(len(read.places) > 1)
        self.table.set_rows(read.listed)
        self._wait(waiting=False)

    def _on_made(self, _done: Done) -> None:
        self.note.show_message(Message(_MADE), "good")
        self._after()

    def _on_checked(self, found: str) -> None:
        row = self.table.current()
        sentence, tone = _FOUND[found]
        self.note.show_message(Message(sentence, {"name": row.backup.name if row else ""}), tone)
        self._after()

    def _after(self) -> None:
        self._wait(waiting=False)
        self.refresh()
        self.changed.emit()

    def _on_failed(self, error: AppError) -> None:
        self._wait(waiting=False)
        self.note.show_message(error.message, "danger")

    def _on_stick_closed(self) -> None:
        self._after()

    def _on_choose_first(self) -> None:
        choose_folder(self, N_("Folder for backups"), _there(self._places[:1]), self.use_first)

    def _on_choose_second(self) -> None:
        choose_folder(self, N_("Second place for backups"), _there(self._places[1:]), self.use_second)

    def _on_stop_second(self) -> None:
        self._use(second="")

    def _on_opened(self, _row: Listed) -> None:
        self.check()

    def _on_chosen(self) -> None:
        self.check_button.setEnabled(self.table.current() is not None)


def _there(places: tuple[Path, ...]) -> Path:
    return next((each for each in places if each.is_dir()), Path.home())
