"""The main numbers of a summary: cases, workers by each cut, money by month."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import law
from desktop_app.domain.code_names import SECTORS, SEXES
from desktop_app.domain.money import NOTHING
from desktop_app.domain.report_names import violation_name
from desktop_app.domain.reports import Count, MonthMoney, Summary
from desktop_app.i18n import N_, _, country_name, for_language, format_month, format_number, language
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import money
from desktop_app.ui.summaries.help_table import HelpTable

R = TypeVar("R")
_ROW: Final = 34
_MOST_ROWS: Final = 8
_MONTHS_OF_A_YEAR: Final = 12
_FIGURES: Final = {
    "cases": N_("cases opened"),
    "workers": N_("workers in them"),
    "owed": N_("still owed in them"),
    "claimed": N_("claimed in the period"),
    "awarded": N_("awarded in the period"),
    "received": N_("received in the period"),
}
_NO_CASES: Final = N_("No cases were opened in this period. Choose another period, region or sector.")


class Numbers(QWidget):
    """Shows a Summary. What has nothing to show is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: Summary | None = None
        self.figures = {name: PlainLabel(parent=self, role="figure") for name in _FIGURES}
        self.no_cases = PlainLabel(_NO_CASES, self, role="muted", wrap=True)
        self.cuts = {
            "by_sex": self._cut(N_("Sex"), _sex_name),
            "by_age": self._cut(N_("Age"), _age_name),
            "by_citizenship": self._cut(N_("Citizenship"), _citizenship_name),
            "by_sector": self._cut(N_("Sector"), _sector_name),
            "by_region": self._cut(N_("Region"), _region_name),
            "by_violation": self._cut(N_("Violation"), _violation_name),
        }
        self.help = HelpTable(self)
        self.months = Table[MonthMoney](_month_columns(), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._build_figures())
        column.addWidget(self.no_cases)
        column.addLayout(self._build_cuts())
        column.addWidget(self.months)
        column.addWidget(self.help)
        self.texts = Texts(self)

    def show_summary(self, summary: Summary) -> None:
        """Show the numbers of a period."""
        self._summary = summary
        self.no_cases.setVisible(not summary.cases)
        for name, table in self.cuts.items():
            counts: tuple[Count, ...] = getattr(summary, name)
            _fill(table, counts, _MOST_ROWS)
        moved = any(month.claimed or month.awarded or month.received for month in summary.money)
        _fill(self.months, summary.money if moved else (), _MONTHS_OF_A_YEAR)
        self.help.show_help(summary.help)
        self.texts.redraw(self._write)

    def _build_figures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for at, (name, caption) in enumerate(_FIGURES.items()):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(self.figures[name])
            cell.addWidget(PlainLabel(caption, self, role="muted", wrap=True))
            cell.addStretch()
            grid.addLayout(cell, at // 3, at % 3)
            grid.setColumnStretch(at % 3, 1)
        return grid

    def _build_cuts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        for side in (("by_sex", "by_citizenship", "by_region"), ("by_age", "by_violation", "by_sector")):
            column = QVBoxLayout()
            column.setSpacing(16)
            for name in side:
                column.addWidget(self.cuts[name])
            column.addStretch()
            row.addLayout(column, 1)
        return row

    def _write(self) -> None:
        found = self._summary
        if found is None:
            return
        lines, months = found.cases, found.money
        texts = {
            "cases": format_number(len(lines), language()),
            "workers": format_number(sum(line.workers for line in lines), language()),
            "owed": money(_total([line.owed for line in lines])),
            "claimed": money(_total([month.claimed for month in months])),
            "awarded": money(_total([month.awarded for month in months])),
            "received": money(_total([month.received for month in months])),
        }
        for name, text in texts.items():
            self.figures[name].setText(text)

    def _cut(self, title: str, name: Callable[[Count], str]) -> Table[Count]:
        columns = (
            Column(title, name, width=120, stretch=True),
            Column(N_("Workers"), _workers, width=90, number=True),
            Column(N_("Cases"), _cases, width=70, number=True),
        )
        table = Table[Count](columns, self)
        table.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return table


def _fill(table: Table[R], rows: tuple[R, ...], most: int) -> None:
    """As high as its rows, up to `most` of them, so that the page scrolls and not the table; hidden without rows."""
    table.setVisible(bool(rows))
    table.setFixedHeight((min(len(rows), most) + 1) * _ROW + 8)
    table.set_rows(rows)


def _total(amounts: list[Decimal]) -> Decimal:
    return sum(amounts, NOTHING)


def _month_columns() -> tuple[Column[MonthMoney], ...]:
    return (
        Column(N_("Month"), _month, width=140, stretch=True),
        Column(N_("Claimed"), _claimed, width=120, number=True),
        Column(N_("Awarded"), _awarded, width=120, number=True),
        Column(N_("Received"), _received, width=120, number=True),
    )


def _workers(count: Count) -> str:
    return format_number(count.workers, language())


def _cases(count: Count) -> str:
    return format_number(count.cases, language())


def _sex_name(count: Count) -> str:
    return _({str(sex): name for sex, name in SEXES.items()}.get(count.code, N_("Not known")))


def _age_name(count: Count) -> str:
    return count.code.replace("-", "–") if any(mark.isdigit() for mark in count.code) else _(N_("Not known"))


def _citizenship_name(count: Count) -> str:
    return country_name(count.code, language()) or _(N_("Not known"))


def _sector_name(count: Count) -> str:
    return _({str(sector): name for sector, name in SECTORS.items()}.get(count.code, N_("Not known")))


def _region_name(count: Count) -> str:
    return law.region_name(count.code, language()) or _(N_("Not known"))


def _violation_name(count: Count) -> str:
    return violation_name(count.code, for_language(language()))


def _month(row: MonthMoney) -> str:
    return format_month(row.month, language())


def _claimed(row: MonthMoney) -> str:
    return _some(row.claimed)


def _awarded(row: MonthMoney) -> str:
    return _some(row.awarded)


def _received(row: MonthMoney) -> str:
    return _some(row.received)


def _some(amount: Decimal) -> str:
    return money(amount) if amount else "–"
