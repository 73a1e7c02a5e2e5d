"""Writing down one complaint, or changing it: its questions at the left, what to ask for at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.answers import Answer, FieldKind, FieldSpec
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.changes import Saved
from desktop_app.domain.complaint_cards import ComplaintCard, NewComplaint
from desktop_app.domain.complaint_forms import form_of
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, ComplaintKind
from desktop_app.domain.held_documents import HeldDocument
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import complaints_log
from desktop_app.ui.common.answer_form import AnswerForm
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.complaints.documents_grid import DocumentsGrid
from desktop_app.ui.complaints.guide_panel import GuidePanel
from desktop_app.ui.complaints.wording import Norms
from desktop_app.ui.complaints.workers_choice import WorkersChoice
from desktop_app.ui.context import Context

SINCE: Final = FieldSpec(
    "since",
    N_("When it happened or began"),
    FieldKind.PARTIAL_DATE,
    hint=N_("As far as known: a year or a month is enough."),
)
NOTE: Final = FieldSpec("note", N_("Note"), FieldKind.NOTE)
_SIZE: Final = (1000, 680)
_GUIDE_WIDTH: Final = 256


class ComplaintDialog(Dialog):
    """`stored` is the complaint to change; without it a new one of `kind` is written down."""

    def __init__(
        self,
        context: Context,
        card: CaseCard,
        kind: ComplaintKind,
        norms: Norms,
        parent: QWidget,
        stored: ComplaintCard | None = None,
    ) -> None:
        super().__init__(parent, COMPLAINT_KINDS[kind], width=_SIZE[0])
        self._context, self._card, self._kind, self._stored = context, card, kind, stored
        self.workers = WorkersChoice(card, self)
        has_documents = kind is ComplaintKind.WITHHELD_DOCUMENTS
        self.documents = DocumentsGrid(card, self.workers.value, self) if has_documents else None
        # Tab goes in the order of making.
        self.form = AnswerForm((SINCE, *form_of(kind).fields, NOTE), self)
        self.guide = GuidePanel(kind, norms, self)
        self._build()
        if stored is not None:
            self._show(stored)
        self.add_cancel()
        self.button = self.add_button(PrimaryButton(N_("Save"), self, icon="save", shortcut="Ctrl+S"), self.save)
        self._focus_first()
        name = f"case:{card.id}:complaint:{stored.id if stored is not None else kind.value}"
        if self.documents is None:
            announce(context.bus, Drafted(self, name, workers=self.workers, answers=self.form))
        else:
            form = Drafted(self, name, workers=self.workers, answers=self.form, documents=self.documents)
            announce(context.bus, form)

    def save(self) -> None:
        """Save what was typed, or say beside the fields what is wrong with it."""
        complaint = self._typed()
        if complaint is None:
            return
        file, case_id, stored = self._context.file, self._card.id, self._stored
        self.button.setEnabled(False)
        label = Message(N_("Saving the complaint …"))
        if stored is None:
            self._context.background.run(
                complaints_log.log, file, case_id, complaint,
                owner=self, on_done=self._on_saved, on_error=self._on_refused, label=label,
            )  # fmt: skip
        else:
            self._context.background.run(
                complaints_log.change, file, case_id, stored.id, stored.version, complaint,
                owner=self, on_done=self._on_saved, on_error=self._on_refused, label=label,
            )  # fmt: skip

    def _build(self) -> None:
        inside = QVBoxLayout()
        inside.setSpacing(12)
        inside.addWidget(self.workers)
        if self.documents is not None:
            inside.addWidget(self.documents)
        inside.addWidget(self.form)
        inside.addStretch()
        beside = QVBoxLayout()
        beside.addWidget(self.guide)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(scrolling(inside, self), 1)
        guide = scrolling(beside, self)
        guide.setFixedWidth(_GUIDE_WIDTH)
        row.addWidget(guide)
        self.body.addLayout(row, 1)
        parent = self.parentWidget()
        room = parent.window().height() - 24 if parent is not None else _SIZE[1]
        self.resize(_SIZE[0], min(_SIZE[1], max(room, 420)))

    def _focus_first(self) -> None:
        """At what comes first: whom a new complaint is about, where there is a choice."""
        if self._stored is None and self.workers.isVisibleTo(self):
            self.workers.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.focus_first()

    def _show(self, stored: ComplaintCard) -> None:
        since = {"since": Answer(stored.since.iso)} if stored.since is not None else {}
        self.form.set_answers({**stored.answers, **since, "note": Answer(stored.note)})
        self.workers.set_value(stored.worker_ids)
        if self.documents is not None:
            self.documents.set_documents(stored.documents)

    def _typed(self) -> NewComplaint | None:
        """The complaint as typed, None when something makes no sense and says so."""
        self.form.clear_problems()
        problems: list[Problem] = []
        answers: dict[str, Answer] = {}
        try:
            answers = self.form.answers()
        except InvalidInput as error:
            problems += error.problems
        documents: tuple[HeldDocument, ...] = ()
        if self.documents is not None:
            try:
                documents = self.documents.documents()
            except InvalidInput as error:
                problems += [Problem("", error.message)]
        if problems:
            self.form.show_problems(problems)
            return None
        since, note = answers.pop("since", Answer()), answers.pop("note", Answer())
        return NewComplaint(self._kind, self.workers.value(), since.when, answers, note.text, documents)

    def _on_saved(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The complaint is saved.")))
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        problems = error.problems if isinstance(error, InvalidInput) else (Problem("", error.message),)
        of_rows = [problem for problem in problems if problem.field.startswith("documents[")]
        if self.documents is not None and of_rows:
            self.documents.tell(of_rows)
        self.form.show_problems([problem for problem in problems if problem not in of_rows] or of_rows[:1])
