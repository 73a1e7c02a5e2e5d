"""New papers of recovery: written down one after the other; they count when all were typed back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.context import Context
from desktop_app.ui.recovery.papers import Paper, PaperSteps, code_paper, sheet_papers
from desktop_app.ui.settings import key_calls

Codes = tuple[str, ...]


class PapersDialog(Dialog):
    """Leads through the papers and lets them count at the end (`made`); closed before that, nothing changes."""

    made = Signal()

    def __init__(
        self,
        context: Context,
        title: str,
        papers: Sequence[Paper],
        make: Callable[..., None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, title, width=640)
        self._context, self._make = context, make
        self.steps = PaperSteps(self)
        self.body.addWidget(self.steps)
        self.add_cancel()
        self.back = self.add_button(Button(N_("Back"), self), self._on_back)
        self.button = self.add_button(PrimaryButton(N_("Next"), self), self.steps.go_on)
        self.steps.finished.connect(self.save)
        self.steps.stepped.connect(self._on_stepped)
        self.steps.show_papers(papers)

    def save(self) -> None:
        """Let what was typed back count."""
        self.button.setEnabled(False)
        codes: Codes = tuple(paper.code for paper in self.steps.papers)
        self._context.background.run(
            self._make, self._context.file, codes, owner=self, on_done=self._on_made, on_error=self._on_refused
        )

    def _on_back(self) -> None:
        self.steps.go_back()

    def _on_stepped(self) -> None:
        self.back.setEnabled(not self.steps.is_first)
        self.button.set_text(N_("Let it count") if self.steps.is_last else N_("Next"))

    def _on_made(self, _nothing: object) -> None:
        self.made.emit()
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.steps.show_error(error.message)


def code_dialog(context: Context, codes: Codes, parent: QWidget) -> PapersDialog:
    """The dialog of a new recovery code."""
    return PapersDialog(context, N_("A new recovery code"), code_paper(codes[0]), key_calls.make_code, parent)


def sheets_dialog(context: Context, sheets: Codes, parent: QWidget) -> PapersDialog:
    """The dialog of three new recovery sheets."""
    return PapersDialog(context, N_("New recovery sheets"), sheet_papers(sheets), key_calls.make_sheets, parent)
