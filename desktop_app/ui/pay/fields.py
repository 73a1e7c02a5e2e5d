"""Fields for hours, days and rates of exchange."""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import Decimal
from typing import Any, Final

from PySide6.QtGui import QFocusEvent

from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.imports.crew_cells import read_quantity
from desktop_app.ui.common.text_field import TextField
from desktop_app.ui.common.typed_values import write_quantity

_RATE: Final = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,6})?")


class QuantityField(TextField):
    """Hours or days, with at most three decimals."""

    def value(self) -> Decimal | None:
        """The number, None when the field is empty. AppError says what to type."""
        return read_quantity(self.text()) if self.text().strip() else None

    def set_value(self, value: Any) -> None:
        """Show a number."""
        self.setText(write_quantity(value))


class RateField(TextField):
    """Tenge for one unit of another currency, with at most six decimals."""

    def value(self) -> Decimal | None:
        """The rate, None when the field is empty. AppError says what to type."""
        text = re.sub(r"[\s\u00a0]", "", self.text())
        if not text:
            return None
        if not _RATE.fullmatch(text):
            raise AppError(N_("Type the rate as a number, for example 470,25."))
        return Decimal(text.replace(",", "."))

    def set_value(self, value: Any) -> None:
        """Show a rate."""
        self.setText(write_quantity(value))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Write the rate tidily."""
        with suppress(AppError):  # what makes no sense stays as it was typed
            self.set_value(self.value())
        super().focusOutEvent(event)
