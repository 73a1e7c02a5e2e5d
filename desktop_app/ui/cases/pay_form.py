"""How pay was agreed: for a whole crew at once, or for one worker."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.code_names import PAY_BASES
from desktop_app.domain.complaints import PayBasis, WageTerms
from desktop_app.domain.crew_pay import CrewPay, months_between
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_, parse_partial
from desktop_app.ui.common.fields import AmountField, ChoiceBox, DateField, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.wording import named

_RATES = {
    "monthly": N_("Pay for a month, ₸"),
    "daily": N_("Pay for a day or shift, ₸"),
    "hourly": N_("Pay for an hour, ₸"),
    "piece": N_("Pay for a piece, ₸"),
    "lump_sum": N_("Pay for the whole work, ₸"),
}


class MonthField(TextField):
    """A month, typed as 03.2025 or in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, placeholder=N_("mm.yyyy"))
        self.editingFinished.connect(self._on_editing_finished)

    def value(self) -> date | None:
        """The first day of the month, None when the field is empty. AppError says what to type."""
        text = self.text().strip()
        return read_month(text) if text else None

    def set_value(self, value: Any) -> None:
        """Show the month of a day."""
        self.setText(write_month(value) if value is not None else "")

    def _on_editing_finished(self) -> None:
        try:
            self.set_value(self.value())
        except AppError:
            return


class DayOfMonthField(TextField):
    """A day of the month from 1 to 31."""

    def value(self) -> int | None:
        """The day, None when the field is empty. AppError when it is no day of a month."""
        text = self.text().strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 3 and 1 <= int(text) <= 31):
            raise AppError(N_("The pay day is a day of the month, from 1 to 31."))
        return int(text)

    def set_value(self, value: Any) -> None:
        """Show a day."""
        self.setText("" if value is None else str(value))


class TermsForm(Form):
    """Basis, rate, agreed pay day, last day of work: the fields of domain WageTerms; with `months` from and to."""

    def __init__(self, parent: QWidget | None = None, *, columns: int = 2, months: bool = False) -> None:
        super().__init__(parent, columns=columns)
        self.basis = ChoiceBox(named(PAY_BASES), self)
        self.rate = AmountField(self)
        self.add("basis", N_("How pay was agreed"), self.basis)
        self.add("rate", _RATES["monthly"], self.rate)
        self.add(
            "pay_day", N_("Agreed pay day"), DayOfMonthField(self), hint=N_("Empty: by the 10th of the next month")
        )
        if months:
            self.add("first", N_("First unpaid month"), MonthField(self))
            self.add("last", N_("Last unpaid month"), MonthField(self), hint=N_("Empty: the same month"))
        self.add("ended_on", N_("Last day of work"), DateField(self), hint=N_("Empty: still at work, or not known"))
        self.basis.changed.connect(self._on_basis_changed)

    def terms(self) -> WageTerms:
        """The terms as typed; InvalidInput when a field makes no sense. No rate is a rate of nothing."""
        values = self.values()
        return WageTerms(PayBasis(values["basis"]), values["rate"] or Decimal(0), values["pay_day"], values["ended_on"])

    def show_terms(self, terms: WageTerms) -> None:
        """Show terms of the file."""
        self.set_values(basis=terms.basis, rate=terms.rate or None, pay_day=terms.pay_day, ended_on=terms.ended_on)

    def _on_basis_changed(self) -> None:
        self.field("rate").title.set_text(_RATES[self.basis.value()])


class CrewPayForm(TermsForm):
    """The terms with the months from and to, for all workers of a list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, columns=3, months=True)

    def pay(self) -> CrewPay:
        """The common pay as typed. InvalidInput names what is missing or makes no sense."""
        terms, values = self.terms(), self.values()
        first, last = values["first"], values["last"] or values["first"]
        if first is None:
            raise InvalidInput((Problem("first", Message(N_("Type the first month that was not paid."))),))
        if last < first:
            raise InvalidInput((Problem("last", Message(N_("The last month comes before the first."))),))
        return CrewPay(terms, months_between(first, last))

    def months(self) -> tuple[date, ...]:
        """The months as far as they can be read; none while they cannot."""
        try:
            first, last = self.value("first"), self.value("last")
        except AppError:
            return ()
        return months_between(first, last or first) if first is not None else ()


def read_month(text: str) -> date:
    """The first day of a month as typed: 03.2025 or in words. AppError says what to type."""
    try:
        year, month, _day = parse_partial(text)
    except AppError:
        month = None
    if month is None:
        raise AppError(N_("Type the month and the year, for example 03.2025."))
    return date(year, month, 1)


def write_month(month: date) -> str:
    """A month as 03.2025."""
    return f"{month:%m.%Y}"
