"""A pasted list of workers: what was understood, what was not, and what each column means, before it is taken over."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.checks import MOST_WORKERS
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, interface, ngettext
from desktop_app.imports import pasted_table
from desktop_app.imports.crew_cells import CrewLine, Meaning
from desktop_app.imports.pasted_table import Cells, PastedRow, PastedTable
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.drafts import Drafted, announce, put_text
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.common.labels import EmptyHint, Note, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.typed_values import write_month
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context

MEANINGS: Final = {
    Meaning.NAME: N_("Full name"),
    Meaning.SURNAME: N_("Surname"),
    Meaning.GIVEN: N_("Given name"),
    Meaning.PATRONYMIC: N_("Patronymic"),
    Meaning.BIRTH: N_("Born"),
    Meaning.SEX: N_("Sex"),
    Meaning.CITIZENSHIP: N_("Citizenship"),
    Meaning.PHONE: N_("Phone"),
    Meaning.IIN: N_("IIN"),
    Meaning.OCCUPATION: N_("Work"),
    Meaning.QUANTITY: N_("Quantity"),
    Meaning.RATE: N_("Rate"),
    Meaning.OWED: N_("Sum owed"),
}
_PERSONAL: Final = frozenset(
    {
        *(Meaning.NAME, Meaning.SURNAME, Meaning.GIVEN, Meaning.PATRONYMIC),
        *(Meaning.BIRTH, Meaning.PHONE, Meaning.IIN),
    }
)
_LONGEST_PASTE: Final = 5_000_000
_TOO_LONG: Final = N_("This text is too long to be a list of workers. Copy only the rows of the crew.")
_TOO_MANY: Final = N_("The list has %(rows)d rows; one case holds at most %(most)d workers.")
_HINT: Final = N_(
    "Copy the rows in the spreadsheet, with the headings if there are any, and press Ctrl+V here. "
    "Names, birth dates, citizenships, phones, days and rates are recognised in Kazakh, Russian and English."
)


class PasteDialog(Dialog):
    """`taken(lines)`: the user takes over these lines (imports.crew_cells.CrewLine)."""

    taken = Signal(object)

    def __init__(self, context: Context, name: str, parent: QWidget) -> None:
        """`name` is that of this form (domain.drafts.FormName)."""
        super().__init__(parent, N_("Workers from a spreadsheet"), width=960)
        self._context = context
        self._text = ""
        self._meanings: dict[str, str] = {}
        self._cells: tuple[Cells, ...] = ()
        self.table: PastedTable | None = None
        self.boxes: dict[int, ChoiceBox] = {}
        self._words = Texts(self)
        self._build()
        QShortcut(QKeySequence.StandardKey.Paste, self).activated.connect(self.paste)
        self.resize(1160, 680)
        announce(context.bus, Drafted(self, name, list=self))

    def _build(self) -> None:
        self.note = Note(self, tone="warn")
        self.note.hide()
        self.summary = PlainLabel(parent=self, role="heading", wrap=True)
        self.missing = PlainLabel(parent=self, role="muted", wrap=True)
        self._columns = QWidget(self)
        self._column_grid = QGridLayout(self._columns)
        self._column_grid.setContentsMargins(0, 0, 0, 0)
        self.rows = Table[PastedRow](_columns(None), self, empty=EmptyHint(_HINT, self._paste_button()))
        self.rows.setMinimumHeight(220)
        self.reason = PlainLabel(parent=self, wrap=True)
        self.reason.setProperty("tone", "danger")
        self.rows.opened.connect(self._on_row_entered)
        self.rows.chosen.connect(self._on_row_chosen)
        self.skipped = PlainLabel(parent=self, role="muted", wrap=True)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for widget in (self.note, self.summary, self.missing, self._columns):
            column.addWidget(widget)
        column.addWidget(self.rows, 1)
        column.addWidget(self.reason)
        column.addWidget(self.skipped)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self.add_button(Button(N_("Paste again"), self, icon="clipboard-paste"), self.paste)
        self.add_cancel()
        self.take = PrimaryButton(N_("Add to the crew"), self, shortcut="Ctrl+S")
        self.take.setEnabled(False)
        self.add_button(self.take, self._on_take)

    def _paste_button(self) -> Button:
        button = Button(N_("Paste"), self, icon="clipboard-paste")
        button.clicked.connect(self.paste)
        return button

    def paste(self) -> None:
        """Take the text of the clipboard."""
        self.show_text(QGuiApplication.clipboard().text())

    def show_text(self, text: str) -> None:
        """Understand a text and show what came of it."""
        if len(text) > _LONGEST_PASTE:
            self.note.show_message(Message(_TOO_LONG), "danger")
            return
        if not text.strip():
            self.note.show_message(Message(N_("There is nothing to paste yet: copy the rows first.")), "info")
            return
        self._text = text
        self._context.background.run(
            _read, text, owner=self, on_done=self._on_split, label=Message(N_("Reading the list …")), cancellable=True
        )

    def draft(self) -> Any:
        """The pasted text and what its columns were said to mean."""
        chosen = {str(place): box.value() for place, box in self.boxes.items()}
        return {"text": self._text, "meanings": chosen or self._meanings}

    def take_draft(self, content: Any) -> None:
        """Put back what `draft` gave."""
        if isinstance(content, dict) and isinstance(content.get("text"), str):
            kept = content.get("meanings")
            self._meanings = kept if isinstance(kept, dict) else {}
            self.show_text(content["text"])

    def _on_split(self, answer: tuple[tuple[Cells, ...], PastedTable]) -> None:
        self._cells, table = answer
        self._renew_boxes(table)
        self._show(table)
        kept, self._meanings = self._meanings, {}
        for place, box in self.boxes.items():
            put_text(box, kept.get(str(place)))

    def _on_meaning_changed(self) -> None:
        chosen = {place: Meaning(box.value()) if box.value() else None for place, box in self.boxes.items()}
        self._context.background.run(
            pasted_table.understand, self._cells, settings.today(), chosen, owner=self, on_done=self._show
        )

    def _show(self, table: PastedTable) -> None:
        self.table = table
        too_many = len(table.rows) > MOST_WORKERS
        told = {"rows": len(table.rows), "most": MOST_WORKERS}
        self.note.show_message(Message(_TOO_MANY, told) if too_many else None, "danger")
        self.rows.set_columns(_columns(table))
        self.rows.set_rows(table.rows)
        self.take.setEnabled(bool(table.rows) and not too_many)
        self._words.redraw(self._write)

    def _write(self) -> None:
        table = self.table
        if table is None:
            return
        unclear = sum(bool(row.read.problems) for row in table.rows)
        parts = [
            ngettext("%(n)d worker was understood.", "%(n)d workers were understood.", len(table.rows) - unclear),
        ]
        if unclear:
            parts.append(
                ngettext(
                    "%(n)d row has a cell that is not clear: it is added as it is, to be mended in the table.",
                    "%(n)d rows have cells that are not clear: they are added as they are, to be mended in the table.",
                    unclear,
                )
            )
        if table.duplicates:
            pairs = ", ".join(f"{one}–{other}" for one, other in (each.numbers for each in table.duplicates[:10]))
            parts.append(_("May be one person twice, rows %(rows)s.", rows=pairs))
        self.summary.setText(" ".join(parts))
        missing = ", ".join(_(MEANINGS[meaning]) for meaning in table.missing)
        self.missing.setText(_("Not in the list: %(columns)s.", columns=missing) if missing else "")
        self.missing.setVisible(bool(missing))
        lines = [
            _("Row %(row)d left out: %(reason)s", row=row.number, reason=row.reason.text(interface()))
            for row in table.skipped[:8]
        ]
        self.skipped.setText("\n".join(lines))
        self.skipped.setVisible(bool(lines))

    def _renew_boxes(self, table: PastedTable) -> None:
        """A choice of meaning for each column, under the heading it was pasted with."""
        for cell in self._columns.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            cell.hide()
            cell.deleteLater()
        self.boxes = {}
        for column in table.columns:
            cell = QWidget(self._columns)
            box = ChoiceBox(named(MEANINGS, empty=N_("Not used")), cell)
            box.set_value(column.meaning)
            title = PlainLabel(parent=cell, role="field")
            title.show_text(column.heading[:40] or str(column.place + 1))
            title.setBuddy(box)
            inside = QVBoxLayout(cell)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(4)
            inside.addWidget(title)
            inside.addWidget(box)
            box.changed.connect(self._on_meaning_changed)
            self.boxes[column.place] = box
            self._column_grid.addWidget(cell, column.place // 5, column.place % 5)

    def _on_row_entered(self, _row: PastedRow) -> None:
        self.take.click()

    def _on_row_chosen(self) -> None:
        self._words.redraw(self._write_reason)

    def _write_reason(self) -> None:
        """What is not clear in the row the cursor is on, in full."""
        row = self.rows.current()
        self.reason.setText(_problem(row) if row is not None else "")
        self.reason.setVisible(bool(self.reason.text()))

    def _on_take(self) -> None:
        if self.table is not None:
            lines: tuple[CrewLine, ...] = tuple(row.line for row in self.table.rows)
            self.taken.emit(lines)
            self.accept()


def _read(text: str) -> tuple[tuple[Cells, ...], PastedTable]:
    cells = pasted_table.split(text)
    return cells, pasted_table.understand(cells, settings.today())


def _columns(table: PastedTable | None) -> tuple[Column[PastedRow], ...]:
    """The columns that the paste has, and what is not clear in them."""
    found = {meaning for row in table.rows for meaning, text in row.line.texts.items() if text} if table else set()
    months = {month for row in table.rows for month in row.line.months} if table else set()
    return (
        Column("", _number, width=40, number=True),
        *(
            Column(
                title,
                partial(_cell, meaning),
                width=160 if meaning is Meaning.NAME else 60,
                mark=partial(_mark, meaning, None),
                personal=meaning in _PERSONAL,
            )
            for meaning, title in MEANINGS.items()
            if meaning is Meaning.NAME or meaning in found
        ),
        *(
            Column(
                write_month(month), partial(_month_cell, month), width=60, mark=partial(_mark, Meaning.QUANTITY, month)
            )
            for month in sorted(months)
        ),
        Column(N_("Not clear"), _problem, width=160, stretch=True, personal=True),
    )


def _cell(meaning: Meaning, row: PastedRow) -> str:
    return row.line.text(meaning)


def _month_cell(month: date, row: PastedRow) -> str:
    return row.line.months.get(month, "")


def _mark(meaning: Meaning, month: date | None, row: PastedRow) -> tuple[str, str] | None:
    wrong = any(problem.meaning is meaning and problem.month == month for problem in row.read.problems)
    return ("circle-alert", "danger") if wrong else None


def _number(row: PastedRow) -> str:
    return str(row.number)


def _problem(row: PastedRow) -> str:
    return " ".join(problem.message.text(interface()) for problem in row.read.problems)
