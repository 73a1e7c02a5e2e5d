"""More workers for a case that is open already."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.changes import Saved
from desktop_app.domain.checks import problems_of_workers
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import cases
from desktop_app.ui.cases.crew_entry import CrewEntry
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.context import Context


class AddWorkersDialog(Dialog):
    """The same entry of a crew as in a new case."""

    def __init__(self, context: Context, case_id: int, parent: QWidget) -> None:
        super().__init__(parent, N_("Add workers"), width=900)
        self._context, self._case_id = context, case_id
        name = f"case:{case_id}:workers"
        self.crew = CrewEntry(context, name, self, lines=4)
        inside = QVBoxLayout()
        inside.addWidget(self.crew)
        inside.addStretch()
        self.body.addWidget(scrolling(inside, self))
        self.add_cancel()
        self.save_button = PrimaryButton(N_("Add to the case"), self, icon="save", shortcut="Ctrl+S")
        self.add_button(self.save_button, self.save)
        self.resize(1040, 640)
        announce(context.bus, Drafted(self, name, crew=self.crew))

    def reject(self) -> None:
        """Ask before a crew that was typed is thrown away."""
        if not self.crew.grid.rows:
            super().reject()
            return
        ask(
            self,
            N_("Not everything is saved"),
            Message(N_("The workers typed here are not added to the case yet.")),
            N_("Leave without saving"),
            self._leave,
            loses=True,
        )

    def _leave(self) -> None:
        super().reject()

    def save(self) -> None:
        """Add the workers, or say in each cell what is wrong."""
        self.crew.clear_problems()
        workers, problems = self.crew.read()
        problems = (*problems, *problems_of_workers(workers, settings.today()))
        if not workers:
            problems = (Problem("workers", Message(N_("Add at least one worker."))), *problems)
        if problems:
            self.crew.show_problems(problems)
            return
        self.save_button.setEnabled(False)
        self._context.background.run(
            cases.add_workers,
            self._context.file,
            self._case_id,
            workers,
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_error,
            label=Message(N_("Saving the workers …")),
        )

    def _on_saved(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The workers are added.")))
        self.accept()

    def _on_error(self, error: AppError) -> None:
        self.save_button.setEnabled(True)
        self.crew.show_problems(error.problems if isinstance(error, InvalidInput) else (Problem("", error.message),))
