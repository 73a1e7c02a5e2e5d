"""Cases: the list, one case, a new one."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_app.domain.cases import CaseFilter
from desktop_app.domain.enquiries import EnquiryCard
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.ui.cases.case_list import CaseListPage
from desktop_app.ui.cases.case_page import CasePage
from desktop_app.ui.cases.new_case import NewCasePage
from desktop_app.ui.common.dialogs import ask
from desktop_app.ui.context import Context


class Screen(QWidget):
    """The three pages in one place; a new case that is not saved stays until it is."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = 0
        self.list = CaseListPage(context, self)
        self.case = CasePage(context, self)
        self.new: NewCasePage | None = None
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.case)
        self.list.opened.connect(self.open_item)
        self.list.new_requested.connect(self.start_new)
        self.list.draft_requested.connect(self.start_new)
        self.case.left.connect(self._show_list)

    def refresh(self) -> None:
        """Read the list, and the case that is open, again; what is being typed stays."""
        self.list.refresh()
        if self._stack.currentWidget() is self.case:
            self.case.read()

    def open_item(self, item_id: int, /) -> None:
        """Show a case; 0 is the list."""
        if item_id == 0:
            self._show_list()
        elif item_id != self.case.case_id and self.case.unsaved():
            self._wanted = item_id
            ask(
                self,
                N_("Not everything is saved"),
                Message(N_("What was typed in the other case is not saved yet.")),
                N_("Leave without saving"),
                self._on_left,
                loses=True,
            )
        else:
            self.case.show_case(item_id)
            self._stack.setCurrentWidget(self.case)

    def show_filter(self, wanted: CaseFilter, /) -> None:
        """Show the list under a filter."""
        self.list.show_filter(wanted)
        self._show_list()

    def start_new(self, from_id: int = 0, /) -> None:
        """Begin a new case, or go on with one that is not saved yet."""
        if self.new is None:
            self.new = NewCasePage(self._context, self)
            self.new.opened.connect(self._on_opened)
            self.new.left.connect(self._show_list)
            self._stack.addWidget(self.new)
        if from_id and not self.new.touched:
            self.new.start_for(from_id)
        self._stack.setCurrentWidget(self.new)
        self.new.go_to_start()

    def begin_from(self, enquiry: EnquiryCard, /) -> None:
        """Begin a new case with what an enquiry tells; a case that is not saved yet stays as it is."""
        if self.new is not None and self.new.touched:
            message = N_("Another new case is not saved yet. Save it or throw it away first; the enquiry is safe.")
            self._context.bus.said.emit(Message(message))
            self.start_new()
            return
        self.start_new()
        if self.new is not None:
            self.new.take_enquiry(enquiry)

    def unsaved(self) -> bool:
        """Whether something typed is not saved."""
        return self.case.unsaved() or (self.new is not None and self.new.touched)

    def _show_list(self) -> None:
        if self.new is not None and not self.new.touched:
            self._drop_new()
        self.list.show_draft(self.new is not None)
        self._stack.setCurrentWidget(self.list)
        self.list.table.setFocus()

    def _on_opened(self, case_id: int) -> None:
        self._drop_new()
        self.list.show_draft(False)
        self.open_item(case_id)

    def _on_left(self) -> None:
        self.case.details.forget()
        self.case.wages.forget()
        self.open_item(self._wanted)

    def _drop_new(self) -> None:
        if self.new is not None:
            self._stack.removeWidget(self.new)
            self.new.deleteLater()
            self.new = None
