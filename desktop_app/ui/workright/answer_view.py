"""The answer on screen: the short one first, then papers, dates, what to keep in mind, rights, risks, and the law."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.work_line import PARTS, Line
from desktop_app.domain.work_needs import Need
from desktop_app.i18n import N_, interface
from desktop_app.services.work_right import WorkAnswer
from desktop_app.ui.common.icons import set_icon
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.workright import wording


class AnswerView(QWidget):
    """Shows one answer at a time; all of it follows the language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: WorkAnswer | None = None
        self._parts: list[QWidget] = []
        self.short = Note(self)
        self.short.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.short)
        self._column.addStretch()

    def show_answer(self, answer: WorkAnswer) -> None:
        """Show this answer instead of the last one."""
        self._answer = answer
        for shown in self._parts:
            self._column.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self._parts = []
        self.short.show_message(answer.navigator.headline, wording.TONES[answer.navigator.verdict])
        self._write_short()
        self.short.label.texts.redraw(self._write_short)
        self._add_text(partial(wording.unless, answer))
        self._add_needs(answer)
        for part, title in PARTS.items():
            lines = wording.lines_of(answer, part)
            if lines:
                self._add(PlainLabel(title, self, role="heading"))
            for line in lines:
                self._add_line(wording.SIGNS[line.tone], partial(_line, answer, line))
        self._add_notes(answer)

    def _write_short(self) -> None:
        answer = self._answer
        if answer is not None:
            text = wording.numbered(answer).refer(wording.headline(answer), answer.navigator.ground)
            self.short.label.setText(text)

    def _add_needs(self, answer: WorkAnswer) -> None:
        if answer.navigator.needs:
            self._add(PlainLabel(N_("Papers"), self, role="heading"))
        for need in answer.navigator.needs:
            self._add_line(wording.HAVE_SIGNS[need.have], partial(_need, answer, need))

    def _add_notes(self, answer: WorkAnswer) -> None:
        if not answer.navigator.rests_on:
            return
        self._add(PlainLabel(N_("Law"), self, role="heading"))
        if any(not norm.settled for norm in answer.norms.values()):
            marked = PlainLabel(N_("* To be checked by the centre’s lawyer."), self, role="hint", wrap=True)
            self._add(marked)
        self._add_text(partial(_notes, answer), role="hint")

    def _add_text(self, says: Callable[[], str], role: str = "") -> None:
        label = PlainLabel(parent=self, wrap=True, role=role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.texts.set_text(label.setText, says)
        if label.text():
            self._add(label)
        else:
            label.deleteLater()

    def _add_line(self, sign: tuple[str, str], says: Callable[[], str]) -> None:
        line = QWidget(self)
        mark = PlainLabel(parent=line)
        set_icon(mark, *sign)
        text = PlainLabel(parent=line, wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.texts.set_text(text.setText, says)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        self._add(line)

    def _add(self, widget: QWidget) -> None:
        self._parts.append(widget)
        self._column.insertWidget(self._column.count() - 1, widget)


def _line(answer: WorkAnswer, line: Line) -> str:
    return wording.numbered(answer).refer(line.message.text(interface()), line.rests_on)


def _need(answer: WorkAnswer, need: Need) -> str:
    return wording.numbered(answer).refer(wording.need(need), need.rests_on)


def _notes(answer: WorkAnswer) -> str:
    return "\n".join(wording.numbered(answer).notes())
