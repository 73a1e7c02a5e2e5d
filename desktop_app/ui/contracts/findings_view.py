"""What is found about a contract, heaviest first, as the answers change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.contract_check import WEIGHTS, Finding, Weight, worded
from desktop_app.domain.letters import Norm
from desktop_app.i18n import N_, _, interface
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.contracts.marked_line import MarkedLine
from desktop_app.ui.contracts.norm_words import NormWords

_SIGNS: Final = {
    Weight.UNLAWFUL: ("circle-alert", "danger"),
    Weight.MISSING: ("circle-dot", "warn"),
    Weight.WORRYING: ("triangle-alert", "warn"),
    Weight.GOOD: ("circle-check", "good"),
}
_NOTHING: Final = N_("By these answers nothing is against the law, missing or worrying so far.")


class FindingsView(QWidget):
    """The findings with their norms; a norm that is not settled is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[MarkedLine] = []
        self._shown: tuple[Finding, ...] | None = None
        self._norms = NormWords()
        self.summary = PlainLabel(parent=self, role="heading", wrap=True)
        self.marked = PlainLabel(parent=self, role="hint", wrap=True)
        self.summary.texts.redraw(self._write_summary)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self.summary)
        self._column.addWidget(self.marked)
        self._column.addStretch()

    def set_norms(self, norms: Mapping[str, Norm]) -> None:
        """What the centre's lawyer has confirmed."""
        self._norms = NormWords(norms)
        shown, self._shown = self._shown or (), None
        self.show_findings(shown)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these; what is there already is not drawn anew."""
        if findings == self._shown:
            return
        self._shown = findings
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [
            MarkedLine(_SIGNS[each.weight], partial(_said, each), partial(self._law, each), self) for each in findings
        ]
        for at, line in enumerate(self.lines, start=2):
            self._column.insertWidget(at, line)
        self._write_summary()

    def _law(self, finding: Finding) -> str:
        told = []
        if finding.norms:
            told.append(_("Norm: %(norms)s.", norms=self._norms.titles(finding.norms)))
        if finding.liability:
            told.append(_("The employer may answer by: %(norms)s.", norms=self._norms.titles(finding.liability)))
        told += [warning.text(_) for warning in finding.warnings]
        return "\n".join(told)

    def _write_summary(self) -> None:
        shown = self._shown or ()
        counts = {weight: sum(each.weight is weight for each in shown) for weight in WEIGHTS}
        told = [f"{_(name)}: {counts[weight]}" for weight, name in WEIGHTS.items() if counts[weight]]
        wrong = any(counts[weight] for weight in WEIGHTS if weight is not Weight.GOOD)
        self.summary.setText(" · ".join(told) if wrong else " · ".join([_(_NOTHING), *told]))
        keys = [key for finding in shown for key in (*finding.norms, *finding.liability)]
        explained = self._norms.to_check(keys)
        self.marked.setText(explained)
        self.marked.setVisible(bool(explained))


def _said(finding: Finding) -> str:
    return f"{_(WEIGHTS[finding.weight])}: {worded(finding.message, interface())}"
