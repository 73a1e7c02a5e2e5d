"""What a claim of a case to court still needs: the list with how to get what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.answers import Answer
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.changes import Saved
from desktop_app.domain.contract_check import worded
from desktop_app.domain.letters import LetterLanguage
from desktop_app.domain.readiness import STATES, Item, State, counted
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, interface, language
from desktop_app.services import case_papers
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.context import Context
from desktop_app.ui.contracts.contract_calls import Ready, ready
from desktop_app.ui.contracts.marked_line import MarkedLine
from desktop_app.ui.contracts.norm_words import NormWords
from desktop_app.ui.contracts.readiness_dialog import ReadinessDialog

_SIGNS: Final = {
    State.MISSING: ("circle-alert", "danger"),
    State.UNKNOWN: ("circle-dot", "warn"),
    State.READY: ("circle-check", "good"),
    State.NOT_NEEDED: ("check", "muted"),
}
_ORDER: Final = tuple(_SIGNS)


class ReadinessPanel(QWidget):
    """The items of the list, what is missing first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case_id = 0
        self._answers: Mapping[str, Answer] = {}
        self._norms = NormWords()
        self._keys: tuple[str, ...] = ()
        self.lines: list[MarkedLine] = []
        self.heading = PlainLabel(N_("Before a claim goes to court"), self, role="heading", wrap=True)
        self.marked = PlainLabel(parent=self, role="hint", wrap=True)
        self.marked.hide()
        self.ask_button = Button(N_("Answer the questions …"), self, icon="pencil")
        self.print_button = Button(N_("Make the list for the file"), self, icon="printer")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading, 1)
        head.addWidget(self.ask_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addLayout(head)
        self._column.addWidget(self.marked)
        self.ask_button.clicked.connect(self.ask)
        self.print_button.clicked.connect(self.make_list)
        self._show_buttons(may_record=False, may_make=False)

    def show_case(self, card: CaseCard) -> None:
        """Show the list of this case."""
        self._case_id = card.id
        within_reach(self._context.bus, f"case:{card.id}:readiness", self, self._on_wanted)
        self._context.background.run(
            ready, self._context.file, card.id, owner=self, on_done=partial(self._on_ready, card.id)
        )

    def ask(self) -> ReadinessDialog:
        """Ask what the file does not know."""
        dialog = ReadinessDialog(self._context, self._case_id, self._answers, self)
        dialog.open()
        return dialog

    def make_list(self) -> None:
        """Make the list as a paper for the file and show it."""
        self._context.background.run(
            case_papers.readiness_list,
            self._context.file,
            self._case_id,
            LetterLanguage(language()),
            owner=self,
            on_done=self._on_made,
            label=Message(N_("Making the list …")),
        )

    def _on_ready(self, case_id: int, answer: Ready) -> None:
        if case_id != self._case_id:
            return
        self._answers, self._norms = answer.listed.answers, NormWords(answer.norms)
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        items = sorted(answer.listed.items, key=_by_state)
        self.lines = [
            MarkedLine(_SIGNS[item.state], partial(_said, item), partial(self._more, item), self) for item in items
        ]
        for line in self.lines:
            self._column.addWidget(line)
        self._keys = tuple(key for item in items for key in item.norms)
        self.marked.texts.redraw(self._write_marked)
        settled, all_of_them = counted(answer.listed.items)
        self.heading.set_text(N_("Before a claim goes to court: settled %(n)s of %(all)s"), n=settled, all=all_of_them)
        self._show_buttons(may_record=answer.may_record, may_make=answer.may_make)

    def _more(self, item: Item) -> str:
        told = [_("How to get it: %(how)s", how=worded(item.how, interface()))] if item.how is not None else []
        if item.norms:
            told.append(_("Norm: %(norms)s.", norms=self._norms.titles(item.norms)))
        return "\n".join(told)

    def _write_marked(self) -> None:
        text = self._norms.to_check(self._keys)
        self.marked.setText(text)
        self.marked.setVisible(bool(text))

    def _show_buttons(self, *, may_record: bool, may_make: bool) -> None:
        self.ask_button.setVisible(may_record)
        self.print_button.setVisible(may_make)

    def _on_made(self, saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The list is made and kept among the letters of the case.")))
        self._context.bus.open_requested.emit("letter", saved.id)

    def _on_wanted(self, _name: str) -> None:
        self.ask()


def _said(item: Item) -> str:
    return _(
        "%(item)s: %(state)s. %(why)s",
        item=_(item.title),
        state=_(STATES[item.state]).lower(),
        why=worded(item.why, interface()),
    )


def _by_state(item: Item) -> int:
    return _ORDER.index(item.state)
