"""One line on the page of a person about their data: the state of consent, a mark for erasure, and the actions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.changes import Saved
from desktop_app.domain.consents import PersonStanding
from desktop_app.domain.erasure import ErasurePlan
from desktop_app.domain.permissions import Action
from desktop_app.errors import Message
from desktop_app.i18n import N_, _
from desktop_app.services import consents, erasure
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.labels import Note
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.erasure_dialogs import EraseDialog, MarkDialog
from desktop_app.ui.privacy.export_dialog import ExportPersonDialog
from desktop_app.ui.privacy.wording import standing_words, tone_of


class DataStrip(QWidget):
    """`told(PersonStanding)` when it was read."""

    told = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._standing: PersonStanding | None = None
        self.person_id = 0
        self.note = Note(self)
        self.export_button = Button(N_("All data …"), self, icon="file-down")
        self.mark_button = Button(N_("Mark for erasure …"), self, icon="trash-2")
        self.unmark_button = Button(N_("Take the mark back"), self, icon="rotate-ccw")
        self.erase_button = Button(N_("Erase …"), self, icon="trash-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.note, 1)
        for button in (self.export_button, self.unmark_button, self.mark_button, self.erase_button):
            row.addWidget(button)
        self.export_button.clicked.connect(self.export)
        self.mark_button.clicked.connect(self.mark)
        self.unmark_button.clicked.connect(self.unmark)
        self.erase_button.clicked.connect(self.plan)
        Texts(self).redraw(self._write)

    def show_person(self, person_id: int) -> None:
        """Read the state of a person."""
        if person_id != self.person_id:
            self._standing = None
            self._write()
        self.person_id = person_id
        self._context.background.run(
            consents.standing, self._context.file, person_id, owner=self, on_done=self._on_read
        )

    def export(self) -> ExportPersonDialog:
        """Ask where to save all data about the person."""
        dialog = ExportPersonDialog(self._context, self.person_id, self)
        dialog.open()
        return dialog

    def mark(self) -> MarkDialog:
        """Ask why the person is to be erased."""
        dialog = MarkDialog(self._context, self.person_id, self)
        dialog.open()
        return dialog

    def unmark(self) -> None:
        """Take the mark back."""
        self._context.background.run(
            erasure.unmark, self._context.file, self.person_id, owner=self, on_done=self._on_unmarked
        )

    def plan(self) -> None:
        """Read what erasing means, then ask."""
        self._context.background.run(
            erasure.plan,
            self._context.file,
            self.person_id,
            owner=self,
            on_done=self._on_plan,
            label=Message(N_("Looking through the cases …")),
        )

    def _on_read(self, standing: PersonStanding) -> None:
        self._standing = standing
        self._write()
        self.told.emit(standing)

    def _write(self) -> None:
        known = self._standing
        erased = known is not None and known.anonymised_on is not None
        marked = known is not None and known.erase_from is not None
        self.setVisible(known is not None)
        self.export_button.setVisible(not erased)
        self.mark_button.setVisible(not erased and not marked)
        self.unmark_button.setVisible(marked)
        self.erase_button.setVisible(marked and self._context.may(Action.ERASE_PERSON))
        if known is None:
            return
        if known.anonymised_on is not None:
            text = _("The data of this person were erased on %(day)s.", day=day(known.anonymised_on))
            self.note.show_text(text, "info")
        elif known.erase_from is not None:
            due = known.erase_from <= settings.today()
            text = _("Marked for erasure: two colleagues can erase from %(day)s.", day=day(known.erase_from))
            self.note.show_text(text, "danger" if due else "warn")
        else:
            self.note.show_text(standing_words(known.standing), tone_of(known.standing))

    def _on_unmarked(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The mark is taken back.")))

    def _on_plan(self, plan: ErasurePlan) -> None:
        if plan.person_id == self.person_id:
            EraseDialog(self._context, plan, self).open()
