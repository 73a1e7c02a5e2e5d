"""Fields to type in. Each has `value()` (AppError when what was typed makes no sense), `set_value` and `changed`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from desktop_app.domain.dates import PartialDate, parse_partial_date
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, format_date, format_number, format_partial, language, parse_amount, parse_day
from desktop_app.ui.common import blur
from desktop_app.ui.common.text_field import TOO_LONG, Entry, TextField
from desktop_app.ui.common.texts import Texts

__all__ = ["AmountField", "ChoiceBox", "DateField", "Entry", "NoteField", "PartialDateField", "TextField"]

LONGEST_NOTE: Final = 200_000


class NoteField(QPlainTextEdit):
    """Several lines of plain text; Tab leaves the field. A paste that is too long is refused whole."""

    changed = Signal()
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 4, personal: bool = False) -> None:
        """`personal`: what people write here names others; it can be hidden (ui/common/blur)."""
        super().__init__(parent)
        self._personal = personal
        self._revealed = False
        if personal:
            Texts(self).redraw(self._cover)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 16)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """The text."""
        return self.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        """Show a text; None is an empty field."""
        self.setPlainText(value or "")

    @property
    def covered(self) -> bool:
        """Whether dots are shown instead of the text."""
        return self._personal and blur.names_hidden() and not self._revealed and bool(self.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever types must see what is there."""
        self._cover(reveals=True)
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever points at it wants to see it."""
        self._cover(reveals=True)
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hide it again where names are hidden."""
        super().focusOutEvent(event)
        self._cover()

    def _cover(self, *, reveals: bool = False) -> None:
        self._revealed = reveals
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the text, or that there is one."""
        if not self.covered:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.drawText(self.viewport().rect().adjusted(8, 6, 0, 0), blur.COVER)
        painter.end()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Take pasted text only when it fits."""
        if len(source.text()) + self.document().characterCount() > LONGEST_NOTE:
            self.refused.emit(Message(TOO_LONG, {"limit": LONGEST_NOTE}))
            return
        super().insertFromMimeData(source)


class DateField(TextField):
    """A day, typed as dd.mm.yyyy or in any way that parse_day reads; written out tidily on leaving the field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, placeholder=N_("dd.mm.yyyy"))

    def value(self) -> date | None:
        """The day, None when the field is empty. AppError says what to type."""
        return parse_day(self.text()) if self.text().strip() else None

    def set_value(self, value: Any) -> None:
        """Show a day."""
        self.setText(format_date(value, language()) if value is not None else "")

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Write the day tidily."""
        _tidy(self)
        super().focusOutEvent(event)


class PartialDateField(TextField):
    """A date as far as known: 20.05.1987, 05.1987 or 1987."""

    def __init__(self, parent: QWidget | None = None, *, personal: bool = False) -> None:
        super().__init__(parent, placeholder=N_("dd.mm.yyyy or year"), personal=personal)

    def value(self) -> PartialDate | None:
        """The date, None when the field is empty. AppError says what to type."""
        return parse_partial_date(self.text()) if self.text().strip() else None

    def set_value(self, value: Any) -> None:
        """Show a PartialDate."""
        if value is None:
            self.setText("")
        elif value.month is not None and value.day is None:
            self.setText(f"{value.month:02d}.{value.year:04d}")
        else:
            self.setText(format_partial(value.year, value.month, value.day, language()))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Write the date tidily."""
        _tidy(self)
        super().focusOutEvent(event)


class AmountField(TextField):
    """Tenge, or another number of at most two decimals; thousands are grouped on leaving the field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts.redraw(self._in_language)

    def value(self) -> Decimal | None:
        """The number, None when the field is empty. AppError says what is wrong."""
        return parse_amount(self.text()) if self.text().strip() else None

    def set_value(self, value: Any) -> None:
        """Show a Decimal; whole tenge are shown without decimals."""
        if value is None:
            self.setText("")
            return
        whole = value.to_integral_value()
        self.setText(format_number(whole if value == whole else value.quantize(Decimal("0.01")), language()))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Group the thousands."""
        _tidy(self)
        super().focusOutEvent(event)

    def _in_language(self) -> None:
        """The same amount in the letters of another language: nobody has typed."""
        self.blockSignals(True)
        _tidy(self)
        self.blockSignals(False)
        self._before = self.text()


class ChoiceBox(QComboBox):
    """One of several codes, shown by names that follow the language.

    `choices` gives (code, name) pairs in the interface's language each time it is asked.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(self, choices: Callable[[], Sequence[tuple[str, str]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.texts = Texts(self)
        self.texts.redraw(self.renew)
        self.currentIndexChanged.connect(self._on_index_changed)

    def value(self) -> str:
        """The code that is chosen, empty when none is."""
        return self.currentData() or ""

    def set_value(self, value: Any) -> None:
        """Choose a code; one that is not offered chooses nothing."""
        self.setCurrentIndex(self.findData(str(value) if value else ""))

    def renew(self) -> None:
        """Ask for the choices again and keep the code that is chosen."""
        chosen = self.currentData()
        self.blockSignals(True)
        self.clear()
        for code, name in self._choices():
            self.addItem(name, code)
        self.setCurrentIndex(max(self.findData(chosen), 0) if chosen is not None else 0)
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page: a value must not change while one scrolls past it."""
        event.ignore()

    def _on_index_changed(self, _index: int) -> None:
        self.changed.emit()


def _tidy(field: DateField | PartialDateField | AmountField) -> None:
    """Write anew what was understood; leave alone what was not."""
    try:
        value = field.value()
    except AppError:
        return
    if value is not None:
        field.set_value(value)
