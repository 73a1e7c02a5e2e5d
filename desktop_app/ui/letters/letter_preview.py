"""How a letter would look, drawn on the worker; what is seen stays until something new is there."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.letter_json import Wanted
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.ui.background import Task
from desktop_app.ui.context import Context
from desktop_app.ui.letters import letter_calls
from desktop_app.ui.letters.letter_calls import Draft
from desktop_app.ui.letters.page_view import PageView

_ZOOM: Final = 1.25
_DRAWING: Final = Message(N_("Drawing the letter …"))
_FIRST_SHOWN: Final = N_("Letters to be made: %(count)s. The first one is shown.")


class LetterPreview(PageView):
    """`drawn(Draft)` and `refused(AppError)`: what came of a drawing that nobody wished away."""

    drawn = Signal(object)
    refused = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None
        self._kind = ""

    def draw(self, wanted: Wanted) -> None:
        """Draw this letter; a drawing that is on its way is dropped."""
        self.drop()
        if not self.count:
            self.say(_DRAWING)
        self._task = self._context.background.run(
            letter_calls.draft,
            self._context.file,
            wanted,
            _ZOOM,
            owner=self,
            on_done=partial(self._on_drawn, wanted),
            on_error=self._on_refused,
            label=_DRAWING,
            cancellable=True,
        )

    def drop(self) -> None:
        """Nobody waits for the drawing that is on its way."""
        if self._task is not None:
            self._context.background.cancel(self._task)
            self._task = None

    def cannot(self, error: AppError, kind: str) -> None:
        """Say why nothing can be drawn; the pages of the same kind of letter stay, none of an older wish come."""
        self.drop()
        if kind != self._kind:
            self.clear()
        self.say(error.message)

    def _on_drawn(self, wanted: Wanted, draft: Draft) -> None:
        self._kind = wanted.request.kind
        self.show_pages(draft.pages.drawn, draft.pages.more, keeps_place=True)
        if wanted.apart:
            self.say(Message(_FIRST_SHOWN, {"count": len(wanted.request.worker_ids)}))
        self.drawn.emit(draft)

    def _on_refused(self, error: AppError) -> None:
        self.clear()
        self.say(error.message)
        self.refused.emit(error)
