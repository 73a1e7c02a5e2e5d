"""The main numbers of a summary: cases, workers by each cut, money by month."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app import law
from desktop_app.domain.code_names import SECTORS, SEXES
from desktop_app.domain.money import NOTHING
from desktop_app.domain.reports import Count, MonthMoney, Summary
from desktop_app.i18n import N_, _, country_name, format_month, format_number, language, ngettext
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import money

_ROWS_SHOWN: Final = 6
_ROW: Final = 34


class Numbers(QWidget):
    """Shows a Summary."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: Summary | None = None
        self.cases = PlainLabel(parent=self, role="heading", wrap=True)
        self.sums = PlainLabel(parent=self, role="heading", wrap=True)
        self.cuts = {
            "by_sex": self._cut(N_("Sex"), _sex_name),
            "by_age": self._cut(N_("Age"), _age_name),
            "by_citizenship": self._cut(N_("Citizenship"), _citizenship_name),
            "by_sector": self._cut(N_("Sector"), _sector_name),
            "by_region": self._cut(N_("Region"), _region_name),
        }
        self.months = Table[MonthMoney](_month_columns(), self)
        self.months.setFixedHeight(_height(_ROWS_SHOWN))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        for at, table in enumerate(self.cuts.values()):
            grid.addWidget(table, at // 2, at % 2)
        grid.addWidget(self.months, 3, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.cases)
        column.addWidget(self.sums)
        column.addLayout(grid)
        self.texts = Texts(self)

    def show_summary(self, summary: Summary) -> None:
        """Show the numbers of a period."""
        self._summary = summary
        for name, table in self.cuts.items():
            counts: tuple[Count, ...] = getattr(summary, name)
            table.set_rows(counts)
            table.setFixedHeight(_height(min(max(len(counts), 2), _ROWS_SHOWN)))
        self.months.set_rows(summary.money)
        self.texts.redraw(self._write)

    def _write(self) -> None:
        found = self._summary
        if found is None:
            return
        cases = ngettext("%(n)d case opened", "%(n)d cases opened", len(found.cases))
        workers = ngettext("%(n)d worker", "%(n)d workers", sum(case.workers for case in found.cases))
        self.cases.setText(f"{cases} · {workers}")
        sums: dict[str, Decimal] = {
            name: sum((getattr(month, name) for month in found.money), NOTHING)
            for name in ("claimed", "awarded", "received")
        }
        self.sums.setText(
            _(
                "Claimed %(claimed)s, awarded %(awarded)s, received %(received)s.",
                **{name: money(amount) for name, amount in sums.items()},
            )
        )

    def _cut(self, title: str, name: Callable[[Count], str]) -> Table[Count]:
        return Table[Count](
            (
                Column(title, name, width=160, stretch=True),
                Column(N_("Workers"), _workers, width=110, number=True),
                Column(N_("Cases"), _cases, width=90, number=True),
            ),
            self,
        )


def _height(rows: int) -> int:
    return (rows + 1) * _ROW + 8


def _month_columns() -> tuple[Column[MonthMoney], ...]:
    return (
        Column(N_("Month"), _month, width=160, stretch=True),
        Column(N_("Claimed"), _claimed, width=150, number=True),
        Column(N_("Awarded"), _awarded, width=150, number=True),
        Column(N_("Received"), _received, width=150, number=True),
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
    return country_name(count.code, language()) if len(count.code) == 2 else _(N_("Not known"))


def _sector_name(count: Count) -> str:
    return _({str(sector): name for sector, name in SECTORS.items()}.get(count.code, N_("Not known")))


def _region_name(count: Count) -> str:
    return law.region_name(count.code, language()) or _(N_("Not known"))


def _month(row: MonthMoney) -> str:
    return format_month(row.month, language())


def _claimed(row: MonthMoney) -> str:
    return money(row.claimed)


def _awarded(row: MonthMoney) -> str:
    return money(row.awarded)


def _received(row: MonthMoney) -> str:
    return money(row.received)
