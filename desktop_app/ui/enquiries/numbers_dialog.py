"""How many enquiries a period had, by topic, channel and language, without a name: beside the numbers of cases."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain.code_names import CHANNELS
from desktop_app.domain.enquiries import TOPICS, EnquiryCounts
from desktop_app.domain.privacy_names import READING
from desktop_app.i18n import N_, _, format_number, language, ngettext
from desktop_app.services import enquiries
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.numbers import Line, columns, lines
from desktop_app.ui.common.table import Table
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context

_EMPTY = N_("No enquiries in this period.")


class NumbersDialog(Dialog):
    """The numbers of a period as one table."""

    def __init__(self, context: Context, first: date | None, last: date | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Enquiries in numbers"), width=560)
        self._days = first, last
        self._counts: EnquiryCounts | None = None
        self.told = PlainLabel(parent=self, wrap=True)
        self.table = Table[Line](columns(N_("Enquiries")), self, empty=EmptyHint(_EMPTY))
        self.table.setMinimumHeight(320)
        self.body.addWidget(self.told)
        self.body.addWidget(self.table, 1)
        self.add_button(PrimaryButton(N_("Close"), self), self.accept)
        context.background.run(enquiries.counts, context.file, first, last, owner=self, on_done=self._show)

    def _show(self, counts: EnquiryCounts) -> None:
        self._counts = counts
        self.texts.redraw(self._write)
        self.table.set_rows(
            [
                *lines(N_("Topic"), counts.by_topic, TOPICS),
                *lines(N_("How it came"), counts.by_channel, {str(code): name for code, name in CHANNELS.items()}),
                *lines(N_("Language spoken"), counts.by_language, READING),
            ]
        )

    def _write(self) -> None:
        counts = self._counts
        if counts is None:
            return
        first, last = self._days
        period = f"{day(first)} – {day(last)}" if first is not None and last is not None else _(N_("All days"))
        told = ngettext("%(n)d enquiry", "%(n)d enquiries", counts.total)
        became = _("%(count)s of them became cases", count=format_number(counts.became_cases, language()))
        self.told.setText(" · ".join((period, told, became)))
