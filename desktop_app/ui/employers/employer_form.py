"""The fields of an employer, for a new case and for the employer's card."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.code_names import EMPLOYER_KINDS
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.identifiers import check_id
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.wording import named

_NUMBER = {
    "company": N_("BIN (12 digits, may stay empty)"),
    "sole_trader": N_("IIN or BIN (12 digits, may stay empty)"),
    "household": N_("IIN (12 digits, may stay empty)"),
    "foreman": N_("IIN (12 digits, may stay empty)"),
}


class EmployerForm(Form):
    """Name, kind, BIN or IIN with its check, address, phone, head: the fields of domain Employer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = TextField(self, personal=True)
        self.kind = ChoiceBox(named(EMPLOYER_KINDS), self)
        self.number = TextField(self, personal=True)
        self.add("name", N_("Name of the employer"), self.name, span=2)
        self.add("kind", N_("Kind of employer"), self.kind)
        self.add("bin_iin", _NUMBER["company"], self.number)
        self.add("address", N_("Address"), TextField(self), span=2)
        self.add("phone", N_("Phone"), TextField(self, personal=True))
        self.add("head_name", N_("Head or contact person"), TextField(self, personal=True))
        self.kind.changed.connect(self._on_kind_changed)
        self.number.editingFinished.connect(self._on_number_typed)

    def employer(self) -> Employer:
        """The employer as typed."""
        values = self.values()
        return Employer(**{**values, "kind": EmployerKind(values["kind"])})

    def show_employer(self, employer: Employer) -> None:
        """Show an employer of the file."""
        self.set_values(
            name=employer.name,
            kind=employer.kind,
            bin_iin=employer.bin_iin,
            address=employer.address,
            phone=employer.phone,
            head_name=employer.head_name,
        )
        self.clear_problems()

    def _on_kind_changed(self) -> None:
        self.field("bin_iin").title.set_text(_NUMBER[self.kind.value()])

    def _on_number_typed(self) -> None:
        """Say at once whether the number can be right; none at all is fine."""
        number = self.number.value()
        field = self.field("bin_iin")
        if not number:
            field.set_hint(None)
            return
        checked = check_id(number[:100])
        field.show_problem(checked.reason)
        field.set_hint(Message(N_("The check digit fits.")) if checked.valid else None)
