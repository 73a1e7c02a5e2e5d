"""What the file has already, offered under a field while one types: search first, so that nobody is entered twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from desktop_app.domain.employers import EmployerRow
from desktop_app.domain.people import PersonRow
from desktop_app.i18n import country_name, language
from desktop_app.ui.background import Task
from desktop_app.ui.common import blur
from desktop_app.ui.context import Context

_PAUSE_MS: Final = 150
_SHORTEST: Final = 2
_LONGEST: Final = 200

Ask = Callable[[Any, str], Sequence[Any]]


class Suggestions(QCompleter):
    """Asks a service (`ask(file, text)`) after a short pause and offers its rows as `words(row)`.

    `picked(row)` tells which of them was chosen; choosing none leaves what was typed.
    """

    picked = Signal(object)

    def __init__(self, context: Context, field: QLineEdit, ask: Ask, words: Callable[[Any], str]) -> None:
        super().__init__(field)
        self._context, self._field, self._ask, self._words = context, field, ask, words
        self._task: Task | None = None
        self.offered: tuple[Any, ...] = ()
        self._lines = QStringListModel(self)
        self.setModel(self._lines)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setWidget(field)
        self._list = QListView(field)
        self.setPopup(self._list)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        field.textEdited.connect(self._on_edited)
        self.activated.connect(self._on_activated)

    def _on_edited(self, _text: str) -> None:
        self._pause.start()

    def _on_pause(self) -> None:
        text = self._field.text().strip()
        if not self._field.isVisible() or not _SHORTEST <= len(text) <= _LONGEST:
            self._list.hide()
            return
        if self._task is not None:
            self._context.background.cancel(self._task)
        self._task = self._context.background.run(
            self._ask, self._context.file, text, owner=self._field, on_done=self._on_answer, cancellable=True
        )

    def _on_answer(self, rows: Sequence[Any]) -> None:
        self.offered = tuple(rows)
        self._lines.setStringList([self._words(row) for row in rows])
        if rows and self._field.hasFocus():
            self.complete()
        else:
            self._list.hide()

    def _on_activated(self, _words: object) -> None:
        at = self._list.currentIndex().row()
        if 0 <= at < len(self.offered):
            self.picked.emit(self.offered[at])


def person_words(row: PersonRow) -> str:
    """A person on one line: name, year of birth, citizenship, phone."""
    birth = row.birth.iso[:4] if row.birth is not None else ""
    country = country_name(row.citizenship, language())
    return " · ".join(filter(None, (blur.name(row.full_name), birth, country, blur.name(row.phone))))


def employer_words(row: EmployerRow) -> str:
    """An employer on one line: name, number."""
    return " · ".join(filter(None, (blur.name(row.name), blur.name(row.bin_iin))))


def suggest_people(file: Any, text: str) -> Sequence[PersonRow]:
    """People of the file who may be meant."""
    from desktop_app.services import search

    return search.suggest_people(file, text)


def suggest_employers(file: Any, text: str) -> Sequence[EmployerRow]:
    """Employers of the file that may be meant."""
    from desktop_app.services import search

    return search.suggest_employers(file, text)
