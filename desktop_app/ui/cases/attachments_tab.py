"""The attachments of a case: papers, photos, voice messages, kept inside the encrypted file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QStandardPaths
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.attachments import MEGABYTE, MOST_BYTES_OF_A_CASE, AttachmentRow
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.changes import Saved
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, _, ngettext
from desktop_app.services import attachments
from desktop_app.services.attachments import Attachments
from desktop_app.ui.attachments import wording
from desktop_app.ui.attachments.add_dialog import AddDialog
from desktop_app.ui.attachments.bundle_dialog import BundleDialog
from desktop_app.ui.attachments.leaving import Leaving
from desktop_app.ui.attachments.note_dialog import NoteDialog
from desktop_app.ui.attachments.viewer import Viewer
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.file_choice import choose_several
from desktop_app.ui.common.labels import EmptyHint, Note, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.context import Context

_EMPTY: Final = N_(
    "No attachments yet. Begin with the contract, payslips and messages of the employer: add the files, or drag them "
    "here. They are kept encrypted inside the file of the centre."
)
_GONE: Final = N_(
    "“%(name)s” is taken out of the file for good. Backups made before still contain it. The file outside, if there is "
    "one, stays."
)


class AttachmentsTab(QWidget):
    """The list, newest first; Enter looks at one. Files that are dropped here are added."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case_id = 0
        self._case_number = ""
        self._is_read = False
        self.setAcceptDrops(True)
        self._leaving = Leaving(context, self)
        self.total = PlainLabel(parent=self, role="heading", wrap=True)
        self.note = Note(self, tone="warn")
        self.note.hide()
        self.table = Table[AttachmentRow](_columns(), self, empty=EmptyHint(_EMPTY))
        self._build()

    def show_case(self, card: CaseCard, _counted: dict[int, WageCalculation]) -> None:
        """Show the attachments of a case, read when they are looked at."""
        if card.id != self._case_id:
            self.table.set_rows(())
            self.total.show_text("")
        self._case_id, self._case_number, self._is_read = card.id, card.number, False
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read the list when somebody looks at it."""
        super().showEvent(event)
        if not self._is_read and self._case_id:
            self._read()

    def add(self, paths: Sequence[Path]) -> AddDialog | None:
        """Begin adding these files."""
        if not paths or not self._case_id:
            return None
        dialog = AddDialog(self._context, self._case_id, paths, self)
        dialog.open()
        return dialog

    def look(self, row: AttachmentRow) -> Viewer:
        """Show one attachment."""
        viewer = Viewer(self._context, row, self)
        viewer.open()
        return viewer

    def bundle(self) -> BundleDialog | None:
        """Begin one PDF of several attachments."""
        if not any(row.head is not None for row in self.table.rows):
            return None
        dialog = BundleDialog(self._context, self._case_id, self._case_number, self.table.rows, self)
        dialog.open()
        return dialog

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Files of this computer may be dropped."""
        if _files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Add what was dropped."""
        event.acceptProposedAction()
        self.add(_files_in(event.mimeData()))

    def _build(self) -> None:
        self.add_button = Button(N_("Add files …"), self, icon="plus")
        self.view_button = Button(N_("View"), self, icon="eye")
        self.copy_button = Button(N_("Save a copy …"), self, icon="file-down")
        self.note_button = Button(N_("Note …"), self, icon="pencil")
        self.remove_button = Button(N_("Remove …"), self, icon="trash-2")
        self.bundle_button = Button(N_("Bundle as one PDF …"), self, icon="file-text")
        head, bar = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.total, 1)
        head.addWidget(self.bundle_button)
        bar.setSpacing(8)
        for button in (self.add_button, self.view_button, self.copy_button, self.note_button, self.remove_button):
            bar.addWidget(button)
        bar.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        self.add_button.clicked.connect(self._on_add)
        self.bundle_button.clicked.connect(self.bundle)
        self.view_button.clicked.connect(self._on_view)
        self.copy_button.clicked.connect(self._on_copy)
        self.note_button.clicked.connect(self._on_note)
        self.remove_button.clicked.connect(self._on_remove)
        self.table.opened.connect(self.look)
        self.table.chosen.connect(self._on_chosen)
        self._on_chosen()

    def _read(self) -> None:
        self._is_read = True
        self._context.background.run(
            attachments.listing,
            self._context.file,
            self._case_id,
            owner=self,
            on_done=partial(self._on_read, self._case_id),
            on_error=self._on_error,
            label=Message(N_("Reading the attachments …")),
        )

    def _on_read(self, case_id: int, listed: Attachments) -> None:
        if case_id != self._case_id:
            return
        self.note.show_message(None)
        self.table.set_rows(listed.rows)
        if self.table.current() is None:
            self.table.select_row(0)
        self.total.texts.redraw(partial(self._write, len(listed.rows), listed.taken))

    def _write(self, count: int, taken: int) -> None:
        if not count:
            self.total.setText("")
            return
        self.total.setText(
            ngettext(
                "%(n)d attachment, %(taken)s of %(most)d MB.",
                "%(n)d attachments, %(taken)s of %(most)d MB.",
                count,
                taken=wording.size_in_words(taken),
                most=MOST_BYTES_OF_A_CASE // MEGABYTE,
            )
        )

    def _on_error(self, error: AppError) -> None:
        self.table.set_rows(())
        self.note.show_message(error.message)

    def _on_chosen(self) -> None:
        row = self.table.current()
        for button in (self.view_button, self.copy_button, self.note_button):
            button.setEnabled(row is not None and row.head is not None)
        self.remove_button.setEnabled(row is not None)
        self.bundle_button.setVisible(any(each.head is not None for each in self.table.rows))

    def _on_add(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        choose_several(self, N_("Choose files to add"), Path(folder or Path.home()), self.add)

    def _on_view(self) -> None:
        row = self.table.current()
        if row is not None:
            self.look(row)

    def _on_copy(self) -> None:
        row = self.table.current()
        if row is not None and row.head is not None:
            self._leaving.begin(row.id, row.head)

    def _on_note(self) -> None:
        row = self.table.current()
        if row is not None and row.head is not None:
            NoteDialog(self._context, row.id, row.head, self).open()

    def _on_remove(self) -> Dialog | None:
        row = self.table.current()
        if row is None:
            return None
        message = Message(_GONE, {"name": wording.name_of(row)})
        remove = partial(self._remove, row.id)
        return ask(self, N_("Remove the attachment?"), message, N_("Remove"), remove, loses=True)

    def _remove(self, attachment_id: int) -> None:
        self._context.background.run(
            attachments.remove, self._context.file, attachment_id, owner=self, on_done=self._on_removed
        )

    def _on_removed(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The attachment is removed.")))


def _files_in(data: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def _columns() -> tuple[Column[AttachmentRow], ...]:
    return (
        Column(N_("Name"), wording.name_of, width=200, stretch=True, mark=_mark, personal=True),
        Column(N_("Type"), wording.type_of, width=150),
        Column(N_("Size"), _size, width=80, number=True),
        Column(N_("Added"), wording.added_of, width=160),
        Column(N_("Note"), _note, width=140, stretch=True, personal=True),
    )


def _mark(row: AttachmentRow) -> tuple[str, str] | None:
    if row.head is None:
        return "triangle-alert", "danger"
    return ("user", "warn") if row.head.copy_of_document is not None else None


def _size(row: AttachmentRow) -> str:
    return wording.size_in_words(row.size)


def _note(row: AttachmentRow) -> str:
    if row.head is None:
        return ""
    document = _("copy of an identity document") if row.head.copy_of_document is not None else ""
    return " · ".join(filter(None, (document, row.head.note)))
