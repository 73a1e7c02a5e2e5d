"""Employers: the list with its search, and the card of one employer with its cases."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.cases import Status
from desktop_app.domain.chains import PARTS, Part, PerhapsSame
from desktop_app.domain.changes import Saved
from desktop_app.domain.code_names import EMPLOYER_KINDS, STATUSES
from desktop_app.domain.employers import Employer, EmployerCard, EmployerRow
from desktop_app.i18n import N_, _, format_number, language, ngettext
from desktop_app.services import employers
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.card_page import CardPage, CaseLine
from desktop_app.ui.common.list_and_card import ListAndCard
from desktop_app.ui.common.record_list import RecordListPage
from desktop_app.ui.common.table import Column
from desktop_app.ui.common.wording import money
from desktop_app.ui.context import Context
from desktop_app.ui.employers.employer_form import EmployerForm
from desktop_app.ui.employers.standing import Standing

_EMPTY = N_("No employers here. An employer comes into the file with its first case: press Ctrl+N.")


class EmployerPage(CardPage):
    """The card of an employer."""

    kind = "employer"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.fields = EmployerForm()
        super().__init__(context, self.fields, _case_columns(), parent, title=N_("Employer"))
        self.case_button = Button(N_("New case with this employer"), self, icon="plus")
        self.case_button.clicked.connect(self._on_new_case)
        self.over_cases.addWidget(self.case_button)
        self.standing = Standing(self)
        self.standing.opened.connect(context.bus.open_requested)
        self.content.insertWidget(1, self.standing)

    def read_call(self) -> Callable[..., Any]:
        """Reading an employer."""
        return employers.card

    def save_call(self) -> Callable[..., Saved]:
        """Saving an employer."""
        return employers.save

    def record(self) -> Employer:
        """The employer as typed."""
        return self.fields.employer()

    def show_card(self, card: EmployerCard) -> None:
        """Show an employer with its cases."""
        self.show_name(card.employer.name)
        self.fields.show_employer(card.employer)
        self.standing.show_card(card)
        self._context.background.run(
            employers.perhaps_same, self._context.file, card.id, owner=self, on_done=partial(self._on_same, card.id)
        )

    def _on_same(self, employer_id: int, found: tuple[PerhapsSame, ...]) -> None:
        if employer_id == self.item_id:
            self.standing.show_same(found)

    def _on_new_case(self) -> None:
        self._context.bus.open_requested.emit("new_case", self.item_id)


class Screen(ListAndCard):
    """The list and the card."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        records = RecordListPage[EmployerRow](
            context,
            employers.page,
            _columns(),
            title=N_("Employers"),
            placeholder=N_("Name in any script, BIN, IIN or phone"),
            empty=_EMPTY,
        )
        super().__init__(records, EmployerPage(context), parent)


def _columns() -> tuple[Column[EmployerRow], ...]:
    return (
        Column(N_("Employer"), _name, width=200, stretch=True, personal=True),
        Column(N_("Kind of employer"), _kind, width=150),
        Column(N_("BIN or IIN"), _bin_iin, width=120, personal=True),
        Column(N_("Cases"), _cases, width=60, number=True),
    )


def _case_columns() -> tuple[Column[CaseLine], ...]:
    return (
        Column(N_("Number"), _number, width=90),
        Column(N_("Part"), _part, width=120, stretch=True),
        Column(N_("Status"), _status, width=80),
        Column(N_("Workers"), _workers, width=90),
        Column(N_("Owed"), _owed, width=90, number=True),
        Column(N_("Received"), _received, width=90, number=True),
        Column(N_("No answer"), _unanswered, width=70, number=True),
    )


def _name(row: EmployerRow) -> str:
    return row.name


def _kind(row: EmployerRow) -> str:
    return _(EMPLOYER_KINDS[row.kind])


def _bin_iin(row: EmployerRow) -> str:
    return row.bin_iin


def _cases(row: EmployerRow) -> str:
    return format_number(row.cases, language())


def _number(line: CaseLine) -> str:
    return line[1]


def _part(line: CaseLine) -> str:
    part = line[2].part
    return _(PARTS[Part(part)]) if part else _(N_("The case is against"))


def _status(line: CaseLine) -> str:
    return _(STATUSES[Status.OPEN if line[2].open else Status.CLOSED])


def _workers(line: CaseLine) -> str:
    return ngettext("%(n)d worker", "%(n)d workers", line[2].workers)


def _owed(line: CaseLine) -> str:
    return money(line[2].owed)


def _received(line: CaseLine) -> str:
    return money(line[2].received)


def _unanswered(line: CaseLine) -> str:
    return format_number(line[2].unanswered, language()) if line[2].unanswered else ""
