"""How a letter of a made-up case looks with the words that are being typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.standing_texts import StandingText
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.ui.background import Task
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.context import Context
from desktop_app.ui.letters import text_calls
from desktop_app.ui.letters.letter_calls import Pages
from desktop_app.ui.letters.letter_names import kind_name
from desktop_app.ui.letters.page_view import PageView

_ZOOM: Final = 1.0
_PAUSE_MS: Final = 700


class TextTrial(QWidget):
    """The pages; `title` and `kind` (of the letter) stand above it where there is room for long names.

    `accepted()` and `refused(AppError)`: what came of drawing the words.
    """

    accepted = Signal()
    refused = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._text: StandingText | None = None
        self._task: Task | None = None
        self._words = self._drawn = ""
        self.title = PlainLabel(N_("Test print of a made-up case"), self, role="field")
        self.kind = ChoiceBox(self._kinds, self)
        self.view = PageView(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        self.kind.changed.connect(self._try)
        self._pause.timeout.connect(self._try)

    def show_text(self, text: StandingText) -> None:
        """Draw a letter that says this text, with the words as they are kept."""
        self._text, self._words = text, text.own
        self.kind.renew()
        self._try()

    def try_words(self, words: str) -> None:
        """Draw the letter with these words, when nothing more is typed for a moment."""
        self._words = words
        if words != self._drawn:
            self._pause.start()

    def stop(self) -> None:
        """Nobody looks any more, and no page of this text comes after it."""
        self._text = None
        self._pause.stop()
        self._drop()
        self.view.clear()

    def _kinds(self) -> list[tuple[str, str]]:
        return [] if self._text is None else [(kind, kind_name(kind)) for kind in self._text.letters]

    def _try(self) -> None:
        self._pause.stop()
        if self._text is None or not self.isVisible():
            return
        self._drop()
        self._drawn = self._words
        self._task = self._context.background.run(
            text_calls.tried,
            self._context.file,
            self.kind.value(),
            self._text,
            self._words,
            _ZOOM,
            owner=self,
            on_done=self._on_drawn,
            on_error=self._on_refused,
            cancellable=True,
        )

    def _drop(self) -> None:
        if self._task is not None:
            self._context.background.cancel(self._task)
            self._task = None

    def _on_drawn(self, pages: Pages) -> None:
        self.view.show_pages(pages.drawn, pages.more)
        self.accepted.emit()

    def _on_refused(self, error: AppError) -> None:
        self.refused.emit(error)
