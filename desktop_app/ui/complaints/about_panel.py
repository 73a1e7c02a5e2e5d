"""The complaint that is chosen in the list: what was answered, what follows, what to do with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.complaint_cards import ComplaintCard
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.held_documents import findings
from desktop_app.domain.held_findings import DocumentFinding
from desktop_app.i18n import N_, _
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import Button, IconButton
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day
from desktop_app.ui.complaints.guide_panel import GuidePanel
from desktop_app.ui.complaints.wording import Norms, answer_lines, document_lines, finding_text, kind_text


class AboutComplaint(QWidget):
    """`edit_requested`, `settle_requested`, `remove_requested`: its buttons."""

    edit_requested = Signal()
    settle_requested = Signal()
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn: list[QWidget] = []
        self._shown: tuple[ComplaintCard, CaseCard] | None = None
        self.title = PlainLabel(parent=self, role="heading", wrap=True)
        self.edit_button = Button(N_("Change …"), self, icon="pencil")
        self.settle_button = Button(N_("Settled today"), self, icon="check")
        self.remove_button = IconButton("trash-2", N_("Remove …"), self)
        self.answers = PlainLabel(parent=self, wrap=True)
        self.words = Texts(self)
        self._build()
        self.edit_button.clicked.connect(self.edit_requested)
        self.settle_button.clicked.connect(self.settle_requested)
        self.remove_button.clicked.connect(self.remove_requested)
        self.hide()

    def show_complaint(
        self, complaint: ComplaintCard | None, card: CaseCard, kinds: frozenset[ComplaintKind], norms: Norms
    ) -> None:
        """Show this one, or nothing; `kinds` are those of the other complaints of its workers."""
        self._clear()
        self.setVisible(complaint is not None)
        if complaint is None:
            return
        if self._shown is None or self._shown[0].id != complaint.id:
            self.area.verticalScrollBar().setValue(0)
        for at, finding in enumerate(_findings(complaint, kinds)):
            note = Note(self, tone=finding.tone)
            self._draw(note, at)
            note.label.texts.redraw(partial(_write_finding, note, finding, norms))
        self._draw(GuidePanel(complaint.kind, norms, self), self._inside.count() - 1)
        settled = complaint.settled_on is not None
        self.settle_button.set_text(N_("Open again") if settled else N_("Settled today"))
        self._shown = complaint, card
        self.words.redraw(self._write)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.edit_button, self.settle_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch()
        self._inside = QVBoxLayout()
        self._inside.setSpacing(12)
        self._inside.addWidget(self.answers)
        self._inside.addStretch()
        self.area = scrolling(self._inside, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addLayout(buttons)
        column.addWidget(self.area, 1)

    def _draw(self, widget: QWidget, at: int) -> None:
        self._inside.insertWidget(at, widget)
        self._drawn.append(widget)

    def _clear(self) -> None:
        self.words.forget(self._write)
        for widget in self._drawn:
            self._inside.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._drawn = []

    def _write(self) -> None:
        if self._shown is None:
            return
        complaint, card = self._shown
        self.title.setText(kind_text(complaint))
        settled = complaint.settled_on
        over = _("Settled on %(day)s", day=day(settled)) if settled is not None else ""
        lines = [over, *document_lines(complaint, card), *answer_lines(complaint), blur.name(complaint.note)]
        self.answers.setText("\n".join(filter(None, lines)))
        self.answers.setVisible(bool(self.answers.text()))


def _write_finding(note: Note, finding: DocumentFinding, norms: Norms) -> None:
    """In the language of the interface, whenever it changes."""
    note.show_text(finding_text(finding, norms), finding.tone)


def _findings(complaint: ComplaintCard, kinds: frozenset[ComplaintKind]) -> tuple[DocumentFinding, ...]:
    if complaint.kind is not ComplaintKind.WITHHELD_DOCUMENTS:
        return ()
    return findings(complaint.answers, complaint.documents, kinds, on=settings.today())
