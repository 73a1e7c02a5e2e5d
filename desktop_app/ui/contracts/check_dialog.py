"""Checking a contract: questions at the left, what is found at the right, and the memo for the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.changes import Saved
from desktop_app.domain.contract_checks import ContractCheck, NewContractCheck
from desktop_app.domain.contract_questions import beginning
from desktop_app.domain.contract_rules import findings
from desktop_app.domain.letters import LETTER_LANGUAGES, LetterLanguage
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_, _, language
from desktop_app.services import case_papers, contracts
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import ChoiceBox, NoteField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.common.wording import day, named
from desktop_app.ui.context import Context
from desktop_app.ui.contracts.contract_calls import Opened, opened
from desktop_app.ui.contracts.findings_view import FindingsView
from desktop_app.ui.contracts.question_parts import QuestionParts

_PAUSE_MS: Final = 250
_SIZE: Final = (1240, 760)
_LEAST_WIDTH: Final = 900
_NEW: Final = "new"
_REMOVE: Final = N_("The answers of this check are removed from the case. Memos that were made of it stay.")


class CheckDialog(Dialog):
    """One contract at a time: that of a worker, or the one text that all the crew signed."""

    def __init__(self, context: Context, card: CaseCard, parent: QWidget) -> None:
        super().__init__(parent, N_("Check a contract"), width=_LEAST_WIDTH)
        self._context, self._card = context, card
        self._checks: tuple[ContractCheck, ...] = ()
        self._check_id: int | None = None
        self._may = False, False
        self._announced = False
        self.about = Form(self, columns=3)
        self.parts = QuestionParts(self)
        self.note = Form(self, columns=1)
        self.found = FindingsView(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build_about()
        self._build()
        self._connect()
        self._begin()
        window = parent.window()
        self.resize(min(_SIZE[0], window.width() - 24), min(_SIZE[1], window.height() - 24))
        context.background.run(opened, context.file, card.id, owner=self, on_done=self._on_opened)

    def new_check(self) -> NewContractCheck:
        """The check as it stands. InvalidInput for what makes no sense."""
        worker = self.about.value("worker_id")
        return NewContractCheck(
            case_id=self._card.id,
            worker_id=int(worker) if worker else None,
            answers=self.parts.answers(),
            note=self.note.value("note"),
            check_id=self._check_id,
        )

    def save(self) -> None:
        """Keep the answers and close."""
        self._record(self._on_saved)

    def make_memo(self) -> None:
        """Keep the answers, make the memo of them and show it."""
        self._record(self._on_recorded)

    def count(self) -> None:
        """Find anew."""
        self.found.show_findings(findings(self.parts.readable(), settings.today()))

    def done(self, result: int) -> None:
        """Nobody waits for findings any more."""
        self._pause.stop()
        super().done(result)

    def _build_about(self) -> None:
        self.check = ChoiceBox(self._check_choices, self)
        self.about.add("check", N_("Check"), self.check)
        self.about.add("worker_id", N_("Whose contract"), ChoiceBox(self._worker_choices, self))
        self.about.add("language", N_("Language of the memo"), ChoiceBox(named(LETTER_LANGUAGES), self))
        self.about.set_values(check=_NEW, language=language())
        self.note.add("note", N_("Note"), NoteField(self, lines=3, personal=True))

    def _build(self) -> None:
        inside = QVBoxLayout()
        inside.setSpacing(16)
        inside.addWidget(self.parts)
        inside.addWidget(self.note)
        inside.addStretch()
        beside = QVBoxLayout()
        beside.addWidget(self.found)
        beside.addStretch()
        row = QHBoxLayout()
        row.setSpacing(24)
        self.questions = scrolling(inside, self)
        row.addWidget(self.questions, 3)
        row.addWidget(scrolling(beside, self), 2)
        self.body.addWidget(self.about)
        self.body.addLayout(row, 1)
        self.remove_button = self.add_button(Button(N_("Remove the check"), self, icon="trash-2"), self._on_remove)
        self.remove_button.hide()
        self.add_cancel()
        self.save_button = Button(N_("Save"), self, icon="save", shortcut="Ctrl+S")
        self.add_button(self.save_button, self.save)
        self.memo_button = PrimaryButton(N_("Make the memo"), self, icon="file-text", shortcut="Ctrl+Return")
        self.add_button(self.memo_button, self.make_memo)
        # A numbered paper cannot be taken back: Enter in a field must not make it.
        self.memo_button.setDefault(False)
        self.memo_button.setAutoDefault(False)

    def _connect(self) -> None:
        self.parts.changed.connect(self._pause.start)
        self._pause.timeout.connect(self.count)
        self.check.changed.connect(self._on_check_chosen)

    def _begin(self) -> None:
        """What the case knows already, for a new check."""
        citizenships = frozenset(worker.person.citizenship for worker in self._card.workers)
        self._check_id = None
        self.parts.set_answers(beginning(self._card.employer.kind, citizenships))
        self.note.set_values(note="")
        self.about.set_values(worker_id="")
        self.remove_button.hide()
        self.count()

    def _on_opened(self, answer: Opened) -> None:
        self._checks = answer.checks
        self.check.renew()
        self.found.set_norms(answer.norms)
        self._may = answer.may_record, answer.may_make
        self._enable(on=True)
        if not self._announced:
            self._announced = True
            name = f"case:{self._card.id}:contract"
            announce(self._context.bus, Drafted(self, name, about=self.about, parts=self.parts, note=self.note))

    def _on_check_chosen(self) -> None:
        chosen = self.check.value()
        check = next((each for each in self._checks if str(each.id) == chosen), None)
        if check is None:
            self._begin()
            return
        self._check_id = check.id
        self.parts.set_answers(check.answers)
        self.note.set_values(note=check.note)
        self.about.set_values(worker_id=str(check.worker_id or ""))
        self.remove_button.show()
        self.count()
        self.questions.verticalScrollBar().setValue(0)

    def _record(self, on_done: Callable[[Saved], object]) -> None:
        self.about.clear_problems()
        self.parts.show_problems(())
        try:
            new = self.new_check()
        except InvalidInput as error:
            self._on_refused(error)
            return
        self._enable(on=False)
        self._context.background.run(
            contracts.record, self._context.file, new, owner=self, on_done=on_done, on_error=self._on_refused
        )

    def _on_saved(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The contract check is kept.")))
        self.accept()

    def _on_recorded(self, saved: Saved) -> None:
        self._check_id = saved.id
        self._context.background.run(
            case_papers.contract_memo,
            self._context.file,
            self._card.id,
            saved.id,
            LetterLanguage(self.about.value("language")),
            owner=self,
            on_done=self._on_made,
            on_error=self._on_refused,
            label=Message(N_("Making the memo …")),
        )

    def _on_made(self, saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The memo is made and kept among the letters of the case.")))
        self.accept()
        self._context.bus.open_requested.emit("letter", saved.id)

    def _on_refused(self, error: AppError) -> None:
        self._enable(on=True)
        shown = isinstance(error, InvalidInput) and self.parts.show_problems(error.problems)
        if not shown:
            self.about.show_error(error)

    def _on_remove(self) -> None:
        ask(self, N_("Remove the check"), Message(_REMOVE), N_("Remove"), self._remove, loses=True)

    def _remove(self) -> None:
        if self._check_id is not None:
            self._context.background.run(
                contracts.remove,
                self._context.file,
                self._card.id,
                self._check_id,
                owner=self,
                on_done=self._on_removed,
            )

    def _on_removed(self, _saved: Saved) -> None:
        self._checks = tuple(check for check in self._checks if check.id != self._check_id)
        self.check.renew()
        self._begin()

    def _enable(self, *, on: bool) -> None:
        may_record, may_make = self._may
        self.save_button.setEnabled(on and may_record)
        self.memo_button.setEnabled(on and may_make)

    def _check_choices(self) -> list[tuple[str, str]]:
        names = {worker.id: worker.person.full_name for worker in self._card.workers}
        found = [(_NEW, _("New check"))]
        for check in self._checks:
            whose = blur.name(names[check.worker_id]) if check.worker_id in names else _("All the crew")
            found.append((str(check.id), f"{day(check.checked_on)} · {whose}"))
        return found

    def _worker_choices(self) -> list[tuple[str, str]]:
        crew = [(str(worker.id), blur.name(worker.person.full_name)) for worker in self._card.workers]
        return [("", _("All the crew (one text)")), *crew]
