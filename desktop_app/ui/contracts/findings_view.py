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
_FIRST: Final = 2  # below the summary and the meaning of the mark
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
        shown = self._shown or ()
        self.show_findings(())
        self.show_findings(shown)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these; a line that is there already is not made anew."""
        if findings == self._shown:
            return
        before = {} if self._shown is None else dict(zip(map(_key, self._shown), self.lines, strict=True))
        self._shown = findings
        kept = {key: before.pop(key) for key in map(_key, findings) if key in before}
        for line in before.values():
            self._drop(line)
        self.lines = [kept.get(_key(each)) or self._line(each) for each in findings]
        for at, line in enumerate(self.lines, start=_FIRST):
            if self._column.indexOf(line) != at:
                self._column.insertWidget(at, line)
        self._write_summary()

    def _line(self, finding: Finding) -> MarkedLine:
        return MarkedLine(_SIGNS[finding.weight], partial(_said, finding), partial(self._law, finding), self)

    def _drop(self, line: MarkedLine) -> None:
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

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


def _key(finding: Finding) -> tuple[str, Weight, str]:
    """What makes two findings the same line."""
    return finding.code, finding.weight, repr(dict(finding.message.params))


def _said(finding: Finding) -> str:
    return f"{_(WEIGHTS[finding.weight])}: {worded(finding.message, interface())}"
