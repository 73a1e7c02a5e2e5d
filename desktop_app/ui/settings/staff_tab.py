"""The people who work at the centre and sign in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.code_names import ROLES
from desktop_app.domain.permissions import Action
from desktop_app.domain.staff import StaffLine
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, format_date, language
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.context import Context
from desktop_app.ui.settings import key_calls
from desktop_app.ui.settings.colleague_dialog import NEW_COLLEAGUE, NewPasswordDialog, RoleDialog, StaffDialog
from desktop_app.ui.settings.leaving_dialog import LeavingDialog

__all__ = ["StaffDialog", "StaffTab"]


class StaffTab(QWidget):
    """A list of everyone; an administrator adds colleagues and looks after their access. `rekeyed` after a new key."""

    rekeyed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._minutes = 1
        columns: list[Column[StaffLine]] = [
            Column(N_("Full name"), _full_name, stretch=True),
            Column(N_("User name"), _login, stretch=True),
            Column(N_("Role"), _role, stretch=True),
            Column(N_("Access"), _access, mark=_mark, width=160),
        ]
        if context.may(Action.VIEW_LOG):
            columns.append(Column(N_("Last sign-in"), _signed_in, width=120))
        self.table = Table(columns, self)
        self.buttons = self._build_buttons()
        may = context.may(Action.ADD_STAFF)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(16)
        if not may:
            column.addWidget(PlainLabel(N_("Only an administrator may add staff."), self, role="muted"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self.buttons:
            button.setVisible(may)
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.table.chosen.connect(self._on_chosen)
        self._on_chosen()
        if may:
            within_reach(context.bus, NEW_COLLEAGUE, self, self._on_new_wanted)

    def refresh(self) -> None:
        """Read the list anew."""
        self._context.background.run(key_calls.read_staff, self._context.file, owner=self, on_done=self._on_read)

    def add(self) -> StaffDialog:
        """Ask for a new colleague."""
        dialog = StaffDialog(self._context, self)
        dialog.open()
        return dialog

    def change_role(self) -> RoleDialog | None:
        """Ask for another role of the chosen colleague."""
        line = self.table.current()
        if line is None:
            return None
        dialog = RoleDialog(self._context, line.member, self)
        dialog.open()
        return dialog

    def give_password(self) -> NewPasswordDialog | None:
        """Let the chosen colleague type a new password; somebody who left comes back by it."""
        line = self.table.current()
        if line is None:
            return None
        dialog = NewPasswordDialog(self._context, line.member, self, comes_back=not line.member.active)
        dialog.open()
        return dialog

    def end_access(self) -> LeavingDialog | None:
        """Ask how the access of the chosen colleague ends."""
        line = self.table.current()
        if line is None:
            return None
        dialog = LeavingDialog(self._context, line, self.table.rows, self._minutes, self)
        dialog.rekey_wanted.connect(self.rekey)
        dialog.open()
        return dialog

    def rekey(self) -> None:
        """Give the file a new key."""
        label = Message(N_("Giving the file a new key …"))
        self._context.background.run(
            key_calls.rekey, self._context.file, owner=self, on_done=self._on_rekeyed, label=label
        )

    def _build_buttons(self) -> tuple[Button, ...]:
        self.button = Button(N_("Add a colleague …"), self, icon="user-plus")
        self.role_button = Button(N_("Change the role …"), self)
        self.password_button = Button(N_("New password …"), self)
        self.end_button = Button(N_("End access …"), self)
        self.button.clicked.connect(self.add)
        self.role_button.clicked.connect(self.change_role)
        self.password_button.clicked.connect(self.give_password)
        self.end_button.clicked.connect(self.end_access)
        return self.button, self.role_button, self.password_button, self.end_button

    def _on_read(self, read: key_calls.StaffRead) -> None:
        self._minutes = read.minutes
        self.table.set_rows(read.lines)
        self._on_chosen()

    def _on_chosen(self) -> None:
        line = self.table.current()
        is_here = line is not None and line.member.active
        is_other = line is not None and line.member.id != self._context.file.staff.id
        self.role_button.setEnabled(is_here)
        self.password_button.setEnabled(is_other)
        self.end_button.setEnabled(is_here and is_other)
        comes_back = line is not None and not line.member.active
        self.password_button.set_text(N_("Give access again …") if comes_back else N_("New password …"))

    def _on_new_wanted(self, _name: str) -> None:
        self.add()

    def _on_rekeyed(self, _nothing: object) -> None:
        self._context.bus.said.emit(Message(N_("The file has a new key.")))
        self.rekeyed.emit()


def _full_name(line: StaffLine) -> str:
    return line.member.full_name


def _login(line: StaffLine) -> str:
    return line.member.login


def _role(line: StaffLine) -> str:
    return _(ROLES[line.member.role])


def _access(line: StaffLine) -> str:
    if line.member.active:
        return _(N_("may sign in"))
    if line.left_on is None:
        return _(N_("closed"))
    return _(N_("closed on %(day)s"), day=format_date(line.left_on, language()))


def _mark(line: StaffLine) -> tuple[str, str]:
    return ("circle-check", "good") if line.member.active else ("circle", "muted")


def _signed_in(line: StaffLine) -> str:
    return format_date(line.signed_in_on, language()) if line.signed_in_on else ""
