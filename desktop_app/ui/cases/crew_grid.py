"""The crew as a table: one worker a row, typed in or pasted, with what the pay needs of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app import settings
from desktop_app.domain.cases import NewWorker
from desktop_app.domain.checks import problems_of_person
from desktop_app.domain.code_names import SEXES
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.identifiers import check_id
from desktop_app.domain.people import Person, PersonRow, Sex
from desktop_app.errors import AppError, Problem
from desktop_app.i18n import N_, country_name, language
from desktop_app.imports.crew_cells import (
    CrewLine,
    Meaning,
    read_birth,
    read_country,
    read_line,
    read_quantity,
    read_sum,
)
from desktop_app.ui.common.grid import EditGrid
from desktop_app.ui.common.grid_rows import GridColumn, GridRow
from desktop_app.ui.common.suggestions import Suggestions, person_words, suggest_people
from desktop_app.ui.common.typed_values import write_sum
from desktop_app.ui.common.wording import named, partial_day
from desktop_app.ui.context import Context

MONTH: Final = "month:"
_KNOWN: Final = ("birth", "sex", "citizenship", "phone", "iin")
"""Cells of a person who is in the file already; corrections belong on the person's card."""


class CrewGrid(EditGrid):
    """Workers by row. The keys of the cells are those of imports.crew_cells.Meaning, months are month:2025-03-01."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, lines: int = 6) -> None:
        super().__init__(_columns((), counted=False), parent, lines=lines)
        self._context = context
        self._months: tuple[date, ...] = ()
        self._counted = False
        self.editing.connect(self._on_editing)
        self.edited.connect(self._on_row_edited)

    def show_months(self, months: Sequence[date], *, counted: bool) -> None:
        """Show a column of days, shifts, hours or pieces for each month when these are `counted`; texts stay."""
        if (tuple(months), counted) == (self._months, self._counted):
            return
        self._months, self._counted = tuple(months), counted
        self._renew_columns()

    def add_lines(self, lines: Sequence[CrewLine]) -> None:
        """Add pasted lines below; what was not understood comes as it is and is marked."""
        self.add_rows([row_of(line) for line in lines])
        self._renew_columns()

    def line(self, row: GridRow) -> CrewLine:
        """A row as its texts."""
        texts = {Meaning(key): text for key, text in row.texts.items() if not key.startswith(MONTH)}
        months = {
            date.fromisoformat(key.removeprefix(MONTH)): text
            for key, text in row.texts.items()
            if key.startswith(MONTH)
        }
        return CrewLine(texts, months)

    def _kept_item(self, row: GridRow) -> Any:
        known = row.item
        if not isinstance(known, PersonRow):
            return None
        return [*known[:2], known.birth.iso if known.birth is not None else "", *known[3:7]]

    def _take_item(self, row: GridRow, item: Any) -> None:
        """Somebody who is in the file already stays that person, with the cells that belong on their card locked."""
        try:
            number, name, birth, sex, citizenship, phone, cases = item
            born = PartialDate.from_iso(birth) if birth else None
            row.item = PersonRow(int(number), name, born, Sex(sex), citizenship, phone, cases)
        except (TypeError, ValueError):
            row.item = None
        row.locked = frozenset(_KNOWN) if row.item is not None else frozenset()

    def _renew_columns(self) -> None:
        rows = self.rows
        extra = tuple(
            key for key in ("iin", "occupation", "quantity", "owed") if any(row.texts.get(key) for row in rows)
        )
        self.set_columns(_columns(self._months, counted=self._counted, extra=extra))

    def _on_editing(self, row: GridRow, key: str, field: QLineEdit) -> None:
        if key == Meaning.NAME.value:
            offers = Suggestions(self._context, field, suggest_people, person_words)
            offers.picked.connect(partial(self._on_person_picked, row, field))

    def _on_person_picked(self, row: GridRow, field: QLineEdit, person: PersonRow) -> None:
        field.setText(person.full_name)
        field.setModified(True)
        take_known(row, person)
        self.redraw()
        self.changed.emit()

    def _on_row_edited(self, row: GridRow, key: str) -> None:
        """A name that is typed over is another person."""
        if key == Meaning.NAME.value and isinstance(row.item, PersonRow) and row.texts["name"] != row.item.full_name:
            row.item, row.locked = None, frozenset()
            self.redraw()


def take_known(row: GridRow, person: PersonRow) -> None:
    """Make the row stand for a person who is in the file."""
    row.item, row.locked = person, frozenset(_KNOWN)
    row.told.clear()
    row.texts |= {
        "name": person.full_name,
        "birth": partial_day(person.birth),
        "sex": person.sex.value if person.sex is not Sex.UNKNOWN else "",
        "citizenship": country_name(person.citizenship, language()),
        "phone": person.phone,
    }


def row_of(line: CrewLine) -> GridRow:
    """A pasted line as a row; cells that make sense are written tidily."""
    columns = {column.key: column for column in _columns(tuple(line.months), counted=True, extra=_EXTRA)}
    texts = {meaning.value: text for meaning, text in line.texts.items()}
    texts |= {f"{MONTH}{month}": text for month, text in line.months.items()}
    sex = read_line(line, settings.today()).person.sex
    texts["sex"] = sex.value if sex is not Sex.UNKNOWN else texts.get("sex", "")
    return GridRow({key: _tidied(columns[key], text) for key, text in texts.items() if text.strip()})


def new_worker(grid: CrewGrid, row: GridRow) -> NewWorker:
    """The worker of a row, without wages. Cells that make no sense are left out: ask `problems()` first."""
    read = read_line(grid.line(row), settings.today())
    person, occupation = read.person, read.occupation
    if isinstance(row.item, PersonRow):
        known = row.item
        person = Person(known.full_name, known.birth, known.sex, known.citizenship, known.phone)
        return NewWorker(person, known.id, occupation)
    return NewWorker(person, None, occupation)


def key_of_problem(problem: Problem, months: Sequence[date]) -> str:
    """The cell that a problem of a worker (`full_name`, `wages.periods[1].quantity`) belongs to."""
    field = problem.field
    if field.startswith("wages.periods[") and field.endswith("quantity") and months:
        at = int(field.removeprefix("wages.periods[").partition("]")[0])
        return f"{MONTH}{months[min(at, len(months) - 1)]}"
    return {"full_name": "name", "wages.rate": "rate"}.get(field, field)


_EXTRA: Final = ("iin", "occupation", "quantity", "owed")


def _columns(months: Sequence[date], *, counted: bool, extra: Sequence[str] = ()) -> tuple[GridColumn, ...]:
    shown = [
        GridColumn("name", N_("Full name"), read=_read_name, width=180, stretch=True, personal=True),
        GridColumn("birth", N_("Born"), read=_read_birth, write=_write_birth, width=112, personal=True),
        GridColumn("sex", N_("Sex"), choices=named(SEXES), read=_read_sex, width=86),
        GridColumn("citizenship", N_("Citizenship"), read=read_country, write=_write_country, width=104),
        GridColumn("phone", N_("Phone"), read=_read_phone, width=136, personal=True),
        *(column for column in _extra_columns() if column.key in extra),
    ]
    if counted:
        for month in months:
            key = f"{MONTH}{month}"
            heading = partial(_month_heading, month)
            shown.append(GridColumn(key, read=read_quantity, heading=heading, width=64, number=True))
    rate = GridColumn("rate", N_("Rate"), read=read_sum, write=write_sum, width=90, number=True)
    return (*shown, rate)


def _extra_columns() -> tuple[GridColumn, ...]:
    return (
        GridColumn("iin", N_("IIN"), read=_read_iin, width=120, personal=True),
        GridColumn("occupation", N_("Work"), width=120),
        GridColumn("quantity", N_("Quantity"), read=read_quantity, width=80, number=True),
        GridColumn("owed", N_("Owed"), read=read_sum, write=write_sum, width=90, number=True),
    )


def _month_heading(month: date) -> str:
    return f"{month:%m.%Y}"


def _read_name(text: str) -> str:
    return _checked(Person(text), "full_name", text)


def _read_phone(text: str) -> str:
    return _checked(Person("-", phone=text), "phone", text)


def _read_birth(text: str) -> PartialDate:
    birth = read_birth(text)
    _checked(Person("-", birth=birth), "birth", text)
    return birth


def _checked(person: Person, field: str, text: str) -> str:
    for problem in problems_of_person(person, settings.today()):
        if problem.field == field:
            raise AppError(problem.message.msgid, **problem.message.params)
    return text


def _read_iin(text: str) -> str:
    checked = check_id(text[:100])
    if checked.reason is not None:
        raise AppError(checked.reason.msgid, **checked.reason.params)
    return checked.number


def _read_sex(text: str) -> str:
    from desktop_app.imports.crew_cells import read_sex

    return text if text in list(Sex) else read_sex(text).value


def _write_birth(birth: Any) -> str:
    if birth.month is not None and birth.day is None:
        return f"{birth.month:02d}.{birth.year:04d}"
    return partial_day(birth)


def _write_country(code: Any) -> str:
    return country_name(code, language())


def _tidied(column: GridColumn, text: str) -> str:
    try:
        value = column.read(text)
    except AppError:
        return text.strip()
    return column.write(value) if column.write is not None else text.strip()
