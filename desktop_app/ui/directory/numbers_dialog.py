"""How many were sent on in a period, to what, and what came of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain.directory import ENTRY_KINDS
from desktop_app.domain.referrals import RESULTS, ReferralCounts
from desktop_app.i18n import N_, _, format_number, language, ngettext
from desktop_app.services import referrals
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.numbers import Line, columns, lines
from desktop_app.ui.common.table import Table
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.summaries.periods import PERIODS, bounds

_PERIODS = {code: name for code, name in PERIODS.items() if code != "own"}
_EMPTY = N_("Nobody was sent on in this period.")


class ReferralNumbersDialog(Dialog):
    """The numbers of a period as one table."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Referrals in numbers"), width=560)
        self._context = context
        self._counts: ReferralCounts | None = None
        self.period = ChoiceBox(named(_PERIODS), self)
        self.period.set_value("year")
        self.told = PlainLabel(parent=self, wrap=True)
        self.table = Table[Line](columns(N_("Referrals")), self, empty=EmptyHint(_EMPTY))
        self.table.setMinimumHeight(320)
        for widget in (self.period, self.told):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.add_button(PrimaryButton(N_("Close"), self), self.accept)
        self.period.changed.connect(self._read)
        self._read()

    def days(self) -> tuple[date | None, date | None]:
        """The period that is chosen."""
        return bounds(self.period.value(), settings.today()) or (None, None)

    def _read(self) -> None:
        self._context.background.run(referrals.counts, self._context.file, *self.days(), owner=self, on_done=self._show)

    def _show(self, counts: ReferralCounts) -> None:
        self._counts = counts
        self.texts.redraw(self._write)
        kinds = {str(code): name for code, name in ENTRY_KINDS.items()}
        results = {"": N_("Not known yet"), **{str(code): name for code, name in RESULTS.items()}}
        sent_to, came_of = N_("Sent to"), N_("What came of it")
        self.table.set_rows([*lines(sent_to, counts.by_kind, kinds), *lines(came_of, counts.by_result, results)])

    def _write(self) -> None:
        counts = self._counts
        if counts is None:
            return
        told = ngettext("%(n)d referral", "%(n)d referrals", counts.total)
        attended = _("attended a course or school: %(count)s", count=format_number(counts.attended, language()))
        self.told.setText(f"{told} · {attended}")
