"""What the centre did beside cases and money: enquiries apart, referrals, results, closings."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.report_names import Block, blocks
from desktop_app.domain.reports import HelpGiven, Tally
from desktop_app.i18n import N_, _, for_language, format_number, language
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.table import Column, Table

_ROW: Final = 34


class HelpLine(NamedTuple):
    """A count with the block it stands in; `first` in its block shows the title."""

    block: Block
    tally: Tally
    first: bool


class HelpTable(QWidget):
    """A heading and a table as high as its rows; hidden while there is nothing to count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel(N_("Help given"), self, role="heading")
        self.table = Table[HelpLine](_columns(), self)
        self.table.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.table)

    def show_help(self, found: HelpGiven) -> None:
        """Show the counts of a period."""
        rows = tuple(
            HelpLine(block, tally, at == 0) for block in blocks(found) for at, tally in enumerate(block.tallies)
        )
        self.setVisible(bool(rows))
        self.table.setFixedHeight((len(rows) + 1) * _ROW + 8)
        self.table.set_rows(rows)


def _columns() -> tuple[Column[HelpLine], ...]:
    return (
        Column(N_("Breakdown"), _title, width=220, stretch=True),
        Column(N_("Value"), _value, width=220, stretch=True),
        Column(N_("How many"), _number, width=80, number=True),
        Column(N_("Workers"), _workers, width=110, number=True),
        Column(N_("Sum or mark"), _amount, width=140, number=True),
    )


def _title(line: HelpLine) -> str:
    return _(line.block.title) if line.first else ""


def _value(line: HelpLine) -> str:
    return line.block.name(line.tally.code, for_language(language()))


def _number(line: HelpLine) -> str:
    return format_number(line.tally.count, language())


def _workers(line: HelpLine) -> str:
    return "" if line.tally.workers is None else format_number(line.tally.workers, language())


def _amount(line: HelpLine) -> str:
    return "" if line.tally.amount is None else format_number(line.tally.amount, language())
