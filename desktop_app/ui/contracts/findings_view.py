"""What is found about a contract, heaviest first, as the answers change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import law
from desktop_app.domain.contract_check import WEIGHTS, Finding, Weight, worded
from desktop_app.domain.letters import Norm
from desktop_app.i18n import N_, _, interface, language
from desktop_app.ui.common.icons import set_icon
from desktop_app.ui.common.labels import PlainLabel

_ICONS: Final = {
    Weight.UNLAWFUL: ("circle-alert", "danger"),
    Weight.MISSING: ("circle-dot", "warn"),
    Weight.WORRYING: ("triangle-alert", "warn"),
    Weight.GOOD: ("circle-check", "good"),
}
_MARK: Final = "*"
_NOTHING: Final = N_("By these answers nothing is against the law, missing or worrying so far.")


class FindingsView(QWidget):
    """The findings with their norms; a norm that is not settled says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[QWidget] = []
        self._shown: tuple[Finding, ...] = ()
        self._norms: dict[str, Norm] = {}
        self.summary = PlainLabel(parent=self, role="heading", wrap=True)
        self.summary.texts.redraw(self._write_summary)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self.summary)
        self._column.addStretch()

    def set_norms(self, norms: Mapping[str, Norm]) -> None:
        """What the centre's lawyer has confirmed: norms by their key."""
        self._norms = {norm.fact.key: norm for norm in norms.values() if norm.fact.effective_from is None}
        shown, self._shown = self._shown, ()
        self.show_findings(shown)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these; what is there already is not drawn anew."""
        if findings == self._shown and self._lines:
            return
        self._shown = findings
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(finding) for finding in findings]
        for at, line in enumerate(self._lines, start=1):
            self._column.insertWidget(at, line)
        self._write_summary()

    def _line(self, finding: Finding) -> QWidget:
        line = QWidget(self)
        name, tint = _ICONS[finding.weight]
        sign = PlainLabel(parent=line)
        set_icon(sign, name, tint)
        message = PlainLabel(parent=line, wrap=True)
        message.texts.redraw(partial(self._write, message, finding))
        norms = PlainLabel(parent=line, role="hint", wrap=True)
        norms.texts.redraw(partial(self._write_norms, norms, finding))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(message)
        words.addWidget(norms)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return line

    def _write(self, label: PlainLabel, finding: Finding) -> None:
        label.setText(f"{_(WEIGHTS[finding.weight])}: {worded(finding.message, interface())}")

    def _write_norms(self, label: PlainLabel, finding: Finding) -> None:
        told = []
        if finding.norms:
            told.append(_("Norm: %(norms)s.", norms=self._titles(finding.norms)))
        if finding.liability:
            told.append(_("The employer answers by: %(norms)s.", norms=self._titles(finding.liability)))
        if any(not self._norm(key).settled for key in (*finding.norms, *finding.liability)):
            told.append(_("%(mark)s To be checked by the centre’s lawyer.", mark=_MARK))
        told += [warning.text(_) for warning in finding.warnings]
        label.setText("\n".join(told))
        label.setVisible(bool(told))

    def _titles(self, keys: tuple[str, ...]) -> str:
        return "; ".join(
            str(getattr(self._norm(key).fact.title, language())) + ("" if self._norm(key).settled else _MARK)
            for key in keys
        )

    def _norm(self, key: str) -> Norm:
        return self._norms.get(key) or Norm(law.fact(key))

    def _write_summary(self) -> None:
        counts = {weight: sum(each.weight is weight for each in self._shown) for weight in WEIGHTS}
        told = [f"{_(name)}: {counts[weight]}" for weight, name in WEIGHTS.items() if counts[weight]]
        wrong = any(counts[weight] for weight in WEIGHTS if weight is not Weight.GOOD)
        self.summary.setText(" · ".join(told) if wrong else " · ".join([_(_NOTHING), *told]))
