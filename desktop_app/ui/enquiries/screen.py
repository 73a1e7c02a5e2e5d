"""Enquiries: a quick form that is ready to type, and the list of what was asked before."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.enquiries import MAY_WORK, Enquiry, EnquiryCard
from desktop_app.domain.work_facts import WorkFacts
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_
from desktop_app.services import enquiries
from desktop_app.ui.common.buttons import Button, LinkButton, PrimaryButton
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.page import Page
from desktop_app.ui.context import Context
from desktop_app.ui.enquiries.enquiry_dialog import EnquiryDialog
from desktop_app.ui.enquiries.enquiry_list import EnquiryList
from desktop_app.ui.enquiries.form import EnquiryForm
from desktop_app.ui.enquiries.repeats_line import RepeatsLine
from desktop_app.ui.workright.navigator_dialog import NavigatorDialog

_SAVED: Final = N_("The enquiry is logged. The form is ready for the next one.")


class Screen(Page):
    """The quick form with the list below it."""

    logged = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Enquiries"), parent)
        self._context = context
        self._loading = self._touched = self._begun = False
        self._then_case = False
        self._typed = 0
        self.form = EnquiryForm(self, quick=True)
        self.repeats = RepeatsLine(context, self.form.caller.value, self.form.phone.value, self)
        self.list = EnquiryList(context, self)
        self.may_work_button = Button(N_("May they work?"), self, icon="scale", shortcut="Ctrl+Shift+W")
        self.case_button = Button(N_("Turn into a case"), self, icon="briefcase", shortcut="Ctrl+Return")
        self.save_button = PrimaryButton(N_("Log the enquiry"), self, icon="save", shortcut="Ctrl+S")
        self.clear_button = LinkButton(N_("Empty"), self, icon="x")
        self._build()
        self._connect()
        self._mark(touched=False)
        self._read_beginning()

    def refresh(self) -> None:
        """Read the list again; what is being typed stays."""
        self.list.refresh()

    def open_item(self, item_id: int, /) -> None:
        """Show one enquiry; 0 is the list."""
        if item_id:
            self._context.background.run(enquiries.card, self._context.file, item_id, owner=self, on_done=self._on_card)

    def start_new(self, _from_id: int = 0, /) -> None:
        """Make ready to type; what stands in the form stays."""
        self.form.focus_first()

    def unsaved(self) -> bool:
        """Whether something typed is not saved."""
        return self._touched

    def save(self) -> None:
        """Log what is typed and make ready for the next caller, or say what is missing."""
        self._then_case = False
        self._save()

    def turn_into_case(self) -> None:
        """Log what is typed and go on with it as a case; with nothing typed, the enquiry that is chosen in the list."""
        row = self.list.table.current()
        if self._touched:
            self._then_case = True
            self._save()
        elif row is not None:
            self._then_case = True
            self.open_item(row.id)

    def show_navigator(self) -> NavigatorDialog:
        """Ask the questions of “may they work?” for the citizenship that is typed; the topic is this one then."""
        if not self.form.value("topic"):
            self.form.set_values(topic=MAY_WORK)
        facts = WorkFacts(citizenship=self.form.value("citizenship"))
        dialog = NavigatorDialog(self._context, self, facts=facts)
        dialog.open()
        return dialog

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Ready to type whenever the page comes to the front."""
        super().showEvent(event)
        self.form.focus_first()

    def _build(self) -> None:
        self.content.setSpacing(8)
        self.content.addWidget(self.form)
        self.content.addWidget(self.repeats)
        self.content.addWidget(self.list, 1)
        for button in (self.clear_button, self.may_work_button, self.case_button, self.save_button):
            self.add_action(button)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_typed)
        for field in (self.form.caller, self.form.phone):
            field.changed.connect(self.repeats.look)
        self.repeats.opened.connect(self._on_repeat)
        self.save_button.clicked.connect(self.save)
        self.case_button.clicked.connect(self.turn_into_case)
        self.clear_button.clicked.connect(self._read_beginning)
        self.may_work_button.clicked.connect(self.show_navigator)
        self.list.opened.connect(self.open_item)

    def _save(self) -> None:
        self.form.clear_problems()
        try:
            enquiry = self.form.enquiry()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        self.save_button.setEnabled(False)
        self._context.background.run(
            enquiries.log,
            self._context.file,
            enquiry,
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_error,
            label=Message(N_("Saving …")),
        )

    def _on_saved(self, saved: Saved) -> None:
        self._context.bus.said.emit(Message(_SAVED))
        self.logged.emit(saved.id)
        self._read_beginning()
        if self._then_case:
            self.open_item(saved.id)

    def _on_error(self, error: AppError) -> None:
        self._mark(touched=self._touched)
        self.form.show_error(error)

    def _on_card(self, card: EnquiryCard) -> None:
        if self._then_case and card.case_id is None:
            self._then_case = False
            self._context.bus.begin_requested.emit("new_case", card)
            return
        self._then_case = False
        dialog = EnquiryDialog(self._context, card, self)
        dialog.case_wanted.connect(self._on_case_wanted)
        dialog.open()

    def _on_case_wanted(self, card: EnquiryCard) -> None:
        self._context.bus.begin_requested.emit("new_case", card)

    def _on_repeat(self, kind: str, item_id: int) -> None:
        if kind == "enquiry":
            self.open_item(item_id)
        else:
            self._context.bus.open_requested.emit(kind, item_id)

    def _read_beginning(self) -> None:
        """Empty the form but for what the next enquiry probably has in common with the last."""
        self._context.background.run(enquiries.beginning, self._context.file, owner=self, on_done=self._on_beginning)

    def _on_beginning(self, enquiry: Enquiry) -> None:
        self._loading = True
        self.form.show_enquiry(enquiry)
        self._loading = False
        self.repeats.clear()
        self._mark(touched=False)
        self.form.focus_first()
        if not self._begun:
            self._begun = True
            drafted = Drafted(self, "new_enquiry:0", unsaved=self.unsaved, form=self.form)
            announce(self._context.bus, drafted)

    def _on_typed(self) -> None:
        if not self._loading:
            self._mark(touched=True)

    def _mark(self, *, touched: bool) -> None:
        self._touched = touched
        self.save_button.setEnabled(touched)
        self.clear_button.setVisible(touched)
