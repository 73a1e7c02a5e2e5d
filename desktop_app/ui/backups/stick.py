"""Copying the file to a stick: written, read back, opened, and only then “safe to remove”."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.ui.backups import calls
from desktop_app.ui.common.buttons import LinkButton, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.file_choice import choose_folder
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.context import Context

if TYPE_CHECKING:
    from desktop_app.services.backups import Done

_WRITING: Final = Message(
    N_(
        "The backup is being written, read back and opened. Leave the stick where it is until you read here that it is "
        "safe to remove."
    )
)
_STICKS: Final = (Path("/media"), Path("/run/media"), Path("/mnt"))


class StickDialog(Dialog):
    """Choose the stick, copy, and wait for the sentence. Esc closes it only when nothing is being written."""

    def __init__(self, context: Context, places: tuple[Path, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Copy to a stick"), width=560)
        self._context = context
        self._folder: Path | None = places[1] if len(places) > 1 and places[1].is_dir() else None
        self._writes = False
        about = N_(
            "Plug the stick in and choose a folder on it. The copy is a whole encrypted file that opens with the "
            "passwords of today. Keep the stick away from this computer."
        )
        self.body.addWidget(PlainLabel(about, self, role="muted", wrap=True))
        self.folder = PlainLabel(parent=self, wrap=True)
        choose = LinkButton(N_("Choose the folder …"), self)
        choose.clicked.connect(self.choose)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        self.body.addLayout(row)
        self.note = Note(self)
        self.note.hide()
        self.body.addWidget(self.note)
        self.close_button = self.add_cancel()
        self.button = self.add_button(PrimaryButton(N_("Copy"), self), self.copy)
        self._show_folder()

    def choose(self) -> None:
        """Ask for the folder on the stick."""
        start = self._folder or next((each for each in _STICKS if each.is_dir()), Path.home())
        choose_folder(self, N_("Folder on the stick"), start, self.use)

    def use(self, folder: Path) -> None:
        """Copy to this folder."""
        self._folder = folder
        self._show_folder()

    def copy(self) -> None:
        """Write the backup to the stick, and say when it may be pulled out."""
        if self._folder is None or self._writes:
            return
        self._wait(writes=True)
        self._say(_WRITING, "warn")
        self._context.background.run(
            calls.make,
            self._context.file,
            self._folder,
            owner=self,
            on_done=self._on_done,
            on_error=self._on_failed,
        )

    def reject(self) -> None:
        """Close, unless the stick is being written."""
        if not self._writes:
            super().reject()

    def _say(self, message: Message, tone: str) -> None:
        self.note.show_message(message, tone)
        self.adjustSize()

    def _show_folder(self) -> None:
        if self._folder is None:
            self.folder.set_text(N_("No folder is chosen yet."))
        else:
            self.folder.show_text(str(self._folder))
        self.button.setEnabled(self._folder is not None)

    def _wait(self, *, writes: bool) -> None:
        self._writes = writes
        self.button.setEnabled(not writes)
        self.close_button.setEnabled(not writes)

    def _on_done(self, done: Done) -> None:
        self._wait(writes=False)
        self._say(calls.removal(done), "good" if done.from_disk else "warn")
        self.close_button.set_text(N_("Close"))
        self.button.setVisible(False)

    def _on_failed(self, error: AppError) -> None:
        self._wait(writes=False)
        self._say(error.message, "danger")
