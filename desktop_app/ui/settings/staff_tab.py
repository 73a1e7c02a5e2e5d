"""The people who work at the centre and sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.centre import NewStaffMember, Role, StaffMember
from desktop_app.domain.code_names import ROLES
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, _
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.drafts import Drafted, announce, within_reach
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.passwords import PasswordField
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context

if TYPE_CHECKING:
    from desktop_app.domain.changes import Saved
    from desktop_app.services.files import OpenFile


_NEW: Final = "settings:2:colleague"


class StaffTab(QWidget):
    """A list of everyone, and a dialog that adds a colleague. Only an administrator may add."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        columns: tuple[Column[StaffMember], ...] = (
            Column(N_("Full name"), _full_name, stretch=True),
            Column(N_("User name"), _login, stretch=True),
            Column(N_("Role"), _role, stretch=True),
            Column(N_("Access"), _access, mark=_mark, width=160),
        )
        self.table = Table(columns, self)
        self.button = Button(N_("Add a colleague …"), self, icon="user-plus")
        self.button.clicked.connect(self.add)
        may = context.file.staff.role is Role.ADMINISTRATOR
        self.button.setVisible(may)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(16)
        if not may:
            column.addWidget(PlainLabel(N_("Only an administrator may add staff."), self, role="muted"))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table, 1)

        if may:
            within_reach(context.bus, _NEW, self, self._on_new_wanted)

    def refresh(self) -> None:
        """Read the list anew."""
        self._context.background.run(_listing, self._context.file, owner=self, on_done=self.table.set_rows)

    def add(self) -> StaffDialog:
        """Ask for a new colleague."""
        dialog = StaffDialog(self._context, self)
        dialog.open()
        return dialog

    def _on_new_wanted(self, _name: str) -> None:
        self.add()


class StaffDialog(Dialog):
    """A new colleague: name, user name, role, first password. Its fields are named as in NewStaffMember."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Add a colleague"), width=560)
        self._context = context
        self.form = Form(self, columns=2)
        self.form.add("full_name", N_("Full name"), TextField(self), hint=N_("As it is signed under letters."))
        self.form.add("login", N_("User name"), TextField(self), hint=N_("Short, for signing in; for example aigul."))
        role = ChoiceBox(named(ROLES), self)
        self.form.add("role", N_("Role"), role)
        self.form.add_widget(
            PlainLabel(
                N_(
                    "The colleague gets a first password from you and changes it after signing in. "
                    "Lawyers sign letters and confirm the law."
                ),
                self,
                role="muted",
                wrap=True,
            )
        )
        for name, title, hint in (
            ("password", N_("First password"), N_("At least 12 characters.")),
            ("again", N_("First password once more"), ""),
        ):
            entry = PasswordField(self)
            field = self.form.add(name, title, entry, hint=hint)
            entry.hinted.connect(field.set_hint)
        self.body.addWidget(self.form)
        self.add_cancel()
        self.button = self.add_button(PrimaryButton(N_("Add"), self), self.save)
        self.form.focus_first()
        announce(context.bus, Drafted(self, _NEW, form=self.form))

    def save(self) -> None:
        """Add the colleague."""
        typed = self.form.values()
        if typed["password"] != typed["again"]:
            self.form.show_problems((Problem("again", Message(N_("The two passwords are not the same."))),))
            return
        new = NewStaffMember(typed["login"], typed["full_name"], Role(typed["role"]), typed["password"])
        self.button.setEnabled(False)
        self._context.background.run(
            _add, self._context.file, new, owner=self, on_done=self._on_added, on_error=self._on_refused
        )

    def _on_added(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The colleague was added.")))
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.form.show_error(error)


def _full_name(member: StaffMember) -> str:
    return member.full_name


def _login(member: StaffMember) -> str:
    return member.login


def _role(member: StaffMember) -> str:
    return _(ROLES[member.role])


def _access(member: StaffMember) -> str:
    return _(N_("may sign in")) if member.active else _(N_("closed"))


def _mark(member: StaffMember) -> tuple[str, str]:
    return ("circle-check", "good") if member.active else ("circle", "muted")


def _listing(file: OpenFile) -> tuple[StaffMember, ...]:
    from desktop_app.services import staff

    return staff.listing(file)


def _add(file: OpenFile, new: NewStaffMember) -> Saved:
    from desktop_app.services import staff

    return staff.add(file, new)
