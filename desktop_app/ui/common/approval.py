"""The second pair of eyes: a colleague types their own login and password into a form."""

from __future__ import annotations

from desktop_app.domain.access import Approval
from desktop_app.i18n import N_
from desktop_app.ui.common.fields import TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.passwords import PasswordField


def add_approval(form: Form) -> None:
    """Add the heading and the two fields, named `login` and `password` as the services name them."""
    form.add_heading(N_("A second colleague agrees"))
    form.add(
        "login",
        N_("User name of the colleague"),
        TextField(form),
        hint=N_("A lawyer, a manager or an administrator, who sits beside you and types this."),
    )
    password = PasswordField(form)
    field = form.add("password", N_("Password of the colleague"), password)
    password.hinted.connect(field.set_hint)


def approval_of(form: Form) -> Approval:
    """What the colleague typed."""
    return Approval(form.value("login"), form.value("password"))
