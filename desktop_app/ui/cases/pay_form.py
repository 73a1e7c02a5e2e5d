"""How pay was agreed: for a whole crew at once, or for one worker."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.code_names import PAY_BASES
from desktop_app.domain.complaints import TENGE, PayBasis, WageTerms
from desktop_app.domain.crew_pay import CrewPay, months_between
from desktop_app.domain.exchange import CURRENCIES
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.ui.common.fields import AmountField, ChoiceBox, DateField, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.typed_values import read_month, write_month
from desktop_app.ui.common.wording import named
from desktop_app.ui.pay.fields import QuantityField, RateField

_RATES = {
    "monthly": N_("Pay for a month, ₸"),
    "daily": N_("Pay for a day or shift, ₸"),
    "hourly": N_("Pay for an hour, ₸"),
    "piece": N_("Pay for a piece, ₸"),
    "lump_sum": N_("Pay for the whole work, ₸"),
}


_RATES_IN = {
    "monthly": N_("Pay for a month, %(currency)s"),
    "daily": N_("Pay for a day or shift, %(currency)s"),
    "hourly": N_("Pay for an hour, %(currency)s"),
    "piece": N_("Pay for a piece, %(currency)s"),
    "lump_sum": N_("Pay for the whole work, %(currency)s"),
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
    """Basis, rate, agreed pay day, last day of work: the fields of domain WageTerms.

    With `months` from and to; with `exchange` the week and the currency of the promise, whose rate is asked for only
    where it is not tenge.
    """

    def __init__(
        self, parent: QWidget | None = None, *, columns: int = 2, months: bool = False, exchange: bool = False
    ) -> None:
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
        self._exchange = exchange
        if exchange:
            self._build_exchange()
        self.basis.changed.connect(self._name_rate)

    def terms(self) -> WageTerms:
        """The terms as typed; InvalidInput when a field makes no sense. No rate is a rate of nothing."""
        values = self.values()
        basis, rate = PayBasis(values["basis"]), values["rate"] or Decimal(0)
        terms = WageTerms(basis, rate, values["pay_day"], values["ended_on"], week_hours=values.get("week_hours"))
        if self.currency == TENGE:
            return terms
        return replace(
            terms,
            currency=self.currency,
            exchange_rate=values["exchange_rate"],
            exchange_on=values["exchange_on"],
            exchange_source=values["exchange_source"],
        )

    @property
    def currency(self) -> str:
        """The currency of the promise."""
        return (self.value("currency") or TENGE) if self._exchange else TENGE

    def show_terms(self, terms: WageTerms) -> None:
        """Show terms of the file."""
        self.set_values(basis=terms.basis, rate=terms.rate or None, pay_day=terms.pay_day, ended_on=terms.ended_on)
        if self._exchange:
            self.set_values(
                currency=terms.currency,
                exchange_rate=terms.exchange_rate,
                exchange_on=terms.exchange_on,
                exchange_source=terms.exchange_source,
                week_hours=terms.week_hours,
            )
            self._on_currency_changed()

    def _build_exchange(self) -> None:
        currency = ChoiceBox(named(CURRENCIES), self)
        self.add("currency", N_("Promised in"), currency)
        self.add("week_hours", N_("Agreed week, hours"), QuantityField(self), hint=N_("Empty: as the law says"))
        self.add("exchange_rate", N_("Rate, ₸ for one"), RateField(self))
        self.add("exchange_on", N_("Day of the rate"), DateField(self))
        source = self.add("exchange_source", N_("Where the rate is from"), TextField(self), span=2)
        source.set_hint(Message(N_("The sums of months and payments below are in tenge.")))
        currency.changed.connect(self._on_currency_changed)
        self._on_currency_changed()

    def _on_currency_changed(self) -> None:
        """Ask for the rate, its day and its source only where the promise was not in tenge."""
        foreign = self.currency != TENGE
        for name in ("exchange_rate", "exchange_on", "exchange_source"):
            self.field(name).setVisible(foreign)
            if not foreign:
                self._forget_nonsense(name)
        self._name_rate()

    def _forget_nonsense(self, name: str) -> None:
        """What is hidden and makes no sense must not stop the form from being saved."""
        try:
            self.value(name)
        except AppError:
            self.set_values(**{name: None})

    def _name_rate(self) -> None:
        basis, currency = self.basis.value(), self.currency
        if currency == TENGE:
            self.field("rate").title.set_text(_RATES[basis])
        else:
            self.field("rate").title.set_text(_RATES_IN[basis], currency=currency)


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
