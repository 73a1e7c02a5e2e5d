"""Colleagues come, get another role, or type a new password: each a small dialog for an administrator."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.domain.centre import NewStaffMember, Role, StaffMember
from desktop_app.domain.code_names import ROLES
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.passwords import PasswordField
from desktop_app.ui.common.phrase_link import PhraseLink
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context

if TYPE_CHECKING:
    from desktop_app.domain.changes import Saved
    from desktop_app.services.files import OpenFile

NEW_COLLEAGUE: Final = "settings:2:colleague"
"""The name of the form's draft."""

_NOT_THE_SAME: Final = N_("The two passwords are not the same.")
_OWN_HANDS: Final = N_("Let the colleague type the password here themselves: nobody else should know it.")
_HOLDERS: Final = (Role.LAWYER, Role.MANAGER)


class StaffDialog(Dialog):
    """A new colleague: name, user name, role, password. Its fields are named as in NewStaffMember."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Add a colleague"), width=560)
        self._context = context
        self.form = Form(self, columns=2)
        self.form.add("full_name", N_("Full name"), TextField(self), hint=N_("As it is signed under letters."))
        self.form.add("login", N_("User name"), TextField(self), hint=N_("Short, for signing in; for example aigul."))
        self.form.add("role", N_("Role"), ChoiceBox(named(ROLES), self))
        self.form.add_widget(PlainLabel(_OWN_HANDS, self, role="muted", wrap=True))
        _add_passwords(self.form, context)
        self.body.addWidget(self.form)
        self.add_cancel()
        self.button = self.add_button(PrimaryButton(N_("Add"), self), self.save)
        self.form.focus_first()
        announce(context.bus, Drafted(self, NEW_COLLEAGUE, form=self.form))

    def save(self) -> None:
        """Add the colleague."""
        typed = self.form.values()
        if not _are_the_same(self.form):
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


class NewPasswordDialog(Dialog):
    """A colleague types a new password: one who forgot it, or with `comes_back` one who had left."""

    def __init__(
        self, context: Context, member: StaffMember, parent: QWidget | None = None, *, comes_back: bool = False
    ) -> None:
        super().__init__(parent, N_("Give access again") if comes_back else N_("New password"), width=480)
        self._context, self._member = context, member
        self._call: Callable[..., Saved] = _reinstate if comes_back else _reset
        who = PlainLabel(parent=self, role="heading", wrap=True)
        who.show_text(member.full_name)
        self.body.addWidget(who)
        self.body.addWidget(PlainLabel(_OWN_HANDS, self, wrap=True))
        if member.role in _HOLDERS:
            words = N_("Sealed cases open for them again after another lawyer or manager has signed in.")
            self.body.addWidget(PlainLabel(words, self, role="muted", wrap=True))
        self.form = Form(self, columns=1)
        _add_passwords(self.form, context)
        self.body.addWidget(self.form)
        self.add_cancel()
        self.button = self.add_button(PrimaryButton(N_("Set the password"), self), self.save)
        self.form.focus_first()

    def save(self) -> None:
        """Let the new password count."""
        if not _are_the_same(self.form):
            return
        self.button.setEnabled(False)
        password = self.form.value("password")
        self._context.background.run(
            self._call,
            self._context.file,
            self._member.id,
            password,
            owner=self,
            on_done=self._on_done,
            on_error=self._on_refused,
        )

    def _on_done(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The new password counts from now on.")))
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.form.show_error(error)


class RoleDialog(Dialog):
    """Another role for a colleague."""

    def __init__(self, context: Context, member: StaffMember, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Change the role"), width=480)
        self._context, self._member = context, member
        who = PlainLabel(parent=self, role="heading", wrap=True)
        who.show_text(member.full_name)
        self.body.addWidget(who)
        words = N_(
            "Lawyers and managers open sealed cases. Who no longer is one loses the second key when a lawyer or a "
            "manager signs in next. An administrator sees only the cases given to them."
        )
        self.body.addWidget(PlainLabel(words, self, role="muted", wrap=True))
        self.form = Form(self, columns=1)
        self.form.add("role", N_("Role"), ChoiceBox(named(ROLES), self))
        self.form.set_values(role=member.role)
        self.body.addWidget(self.form)
        self.add_cancel()
        self.button = self.add_button(PrimaryButton(N_("Change the role"), self), self.save)
        self.form.focus_first()

    def save(self) -> None:
        """Give the role."""
        self.button.setEnabled(False)
        role = Role(self.form.value("role"))
        self._context.background.run(
            _change_role,
            self._context.file,
            self._member.id,
            role,
            owner=self,
            on_done=self._on_done,
            on_error=self._on_refused,
        )

    def _on_done(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The role was changed.")))
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.form.show_error(error)


def _add_passwords(form: Form, context: Context) -> None:
    first = PasswordField(form)
    for name, title, entry, hint in (
        ("password", N_("Password"), first, N_("At least 12 characters.")),
        ("again", N_("Password once more"), PasswordField(form), ""),
    ):
        field = form.add(name, title, entry, hint=hint)
        entry.hinted.connect(field.set_hint)
    form.add_widget(PhraseLink(first, context.background, form))


def _are_the_same(form: Form) -> bool:
    if form.value("password") == form.value("again"):
        return True
    form.show_problems((Problem("again", Message(_NOT_THE_SAME)),))
    return False


def _add(file: OpenFile, new: NewStaffMember) -> Saved:
    from desktop_app.services import staff

    return staff.add(file, new)


def _reset(file: OpenFile, staff_id: int, password: str) -> Saved:
    from desktop_app.services import staff

    return staff.reset_password(file, staff_id, password)


def _reinstate(file: OpenFile, staff_id: int, password: str) -> Saved:
    from desktop_app.services import staff

    return staff.reinstate(file, staff_id, password)


def _change_role(file: OpenFile, staff_id: int, role: Role) -> Saved:
    from desktop_app.services import staff

    return staff.change_role(file, staff_id, role)
