"""The fields of a case that change while it is worked on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard, CaseChange, Channel, Sector
from desktop_app.domain.centre import StaffMember
from desktop_app.domain.changes import Saved
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_
from desktop_app.services import cases, staff
from desktop_app.ui.cases.case_form import CaseForm
from desktop_app.ui.cases.delete_dialog import DeleteDialog
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.context import Context
from desktop_app.ui.employers.chain_panel import ChainPanel
from desktop_app.ui.privacy.hold import HoldLine


class DetailsTab(QWidget):
    """The form with its save key; `touched` while something typed is not saved, `deleted()` when the case is gone."""

    deleted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: CaseCard | None = None
        self._members: tuple[StaffMember, ...] = ()
        self._loading = False
        self.touched = False
        self.form = CaseForm(context, self, existing=True)
        self.save_button = PrimaryButton(N_("Save the details"), self, icon="save", shortcut="Ctrl+S")
        self.undo_button = Button(N_("Undo what was typed"), self, icon="rotate-ccw")
        self.delete_button = Button(N_("Delete the case …"), self, icon="trash-2")
        self.delete_button.setVisible(context.may(Action.DELETE_CASE))
        inside = QVBoxLayout()
        inside.setSpacing(16)
        inside.addWidget(self.form)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.save_button)
        bar.addWidget(self.undo_button)
        bar.addStretch()
        bar.addWidget(self.delete_button)
        inside.addLayout(bar)
        self.hold = HoldLine(context, self)
        inside.addWidget(self.hold)
        self.chain = ChainPanel(context, self)
        inside.addWidget(self.chain)
        inside.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(scrolling(inside, self))
        self.form.changed.connect(self._on_typed)
        self.save_button.clicked.connect(self.save)
        self.undo_button.clicked.connect(self._on_undo)
        self.delete_button.clicked.connect(self.ask_to_delete)
        self._mark(touched=False)
        context.background.run(staff.listing, context.file, owner=self, on_done=self._on_staff)

    def show_case(self, card: CaseCard) -> None:
        """Show the fields of a case, unless something is being typed; then only a save tells of a conflict."""
        self.chain.show_case(card)
        if self.touched:
            return
        self._card = card
        self.hold.show_case(card.id)
        self._loading = True
        self.form.clear_problems()
        self.form.offer_staff(self._members, card.responsible_id)
        self.form.set_values(
            site=card.site,
            region=card.region,
            sector=card.sector,
            channel=card.channel,
            responsible_id=card.responsible_id,
            next_date=card.next_date,
            next_step=card.next_step,
            note=card.note,
        )
        self._loading = False
        self._mark(touched=False)
        self._announce()

    @property
    def version(self) -> int:
        """The version of the case that is being changed."""
        return self._card.version if self._card is not None else 0

    def begin_at(self, version: int) -> None:
        """Take what stands here as typed over this version: when the case was saved since, saving tells of it."""
        if self._card is not None:
            self._card = replace(self._card, version=version)

    def forget(self) -> None:
        """Drop what was typed for another case."""
        self._mark(touched=False)

    def save(self) -> None:
        """Save the fields, or say beside them what is wrong."""
        card = self._card
        if card is None:
            return
        self.form.clear_problems()
        try:
            values = self.form.values()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        values |= {
            "sector": Sector(values["sector"]),
            "channel": Channel(values["channel"]),
            "status": card.status,
            "responsible_id": int(values["responsible_id"]) if values["responsible_id"] else None,
        }
        self._context.background.run(
            cases.change,
            self._context.file,
            CaseChange(case_id=card.id, version=card.version, **values),
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_error,
            label=Message(N_("Saving the case …")),
        )

    def ask_to_delete(self) -> DeleteDialog | None:
        """Ask why the case should be deleted, and for a second colleague."""
        if self._card is None:
            return None
        dialog = DeleteDialog(self._context, self._card, self)
        dialog.deleted.connect(self._on_deleted)
        dialog.open()
        return dialog

    def _on_deleted(self) -> None:
        self._mark(touched=False)
        self.deleted.emit()

    def _on_saved(self, _saved: Saved) -> None:
        self._mark(touched=False)
        self._context.bus.said.emit(Message(N_("The case is saved.")))

    def _on_error(self, error: AppError) -> None:
        self.form.show_error(error)

    def _on_typed(self) -> None:
        if not self._loading:
            self._mark(touched=True)

    def _on_undo(self) -> None:
        self._mark(touched=False)
        if self._card is not None:
            self.show_case(self._card)

    def _on_staff(self, members: tuple[StaffMember, ...]) -> None:
        self._members = members
        self._loading = True
        self.form.offer_staff(members, self._card.responsible_id if self._card is not None else None)
        self._loading = False
        self._announce()

    def _announce(self) -> None:
        """Once the case and all choices are there, the form may be filled from a draft."""
        if self._card is not None and self._members and not self.touched:
            name = f"case:{self._card.id}:details"
            form = Drafted(self, name, unsaved=self._is_touched, version=_Version(self), form=self.form)
            announce(self._context.bus, form)

    def _is_touched(self) -> bool:
        return self.touched

    def _mark(self, *, touched: bool) -> None:
        self.touched = touched
        self.save_button.setEnabled(touched)
        self.undo_button.setEnabled(touched)


class _Version:
    """Which version of the case was being changed, as a part of the draft."""

    def __init__(self, tab: DetailsTab) -> None:
        self._tab = tab

    def draft(self) -> Any:
        """The version."""
        return self._tab.version

    def take_draft(self, content: Any) -> None:
        """Go on from this version."""
        if isinstance(content, int):
            self._tab.begin_at(content)
