"""The standing texts of letters: all of them by letter and language, and one to be worded."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.domain.permissions import Action
from desktop_app.domain.standing_texts import StandingText
from desktop_app.i18n import N_, _, language
from desktop_app.services import standing_texts
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.context import Context
from desktop_app.ui.letters import text_names
from desktop_app.ui.letters.letter_names import kind_name
from desktop_app.ui.letters.text_editor import DRAFT, TextEditor

_ABOUT: Final = N_("Sentences that letters say again and again. The lawyer may word them as the centre does.")
_READ_ONLY: Final = N_("Only the lawyer changes these texts; you can read them and print them with a made-up case.")


class TextsPage(QWidget):
    """The list, and behind it the editor of one text."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._all: tuple[StandingText, ...] = ()
        self.kind = ChoiceBox(self._kinds, self)
        self.language = ChoiceBox(text_names.language_choices, self)
        self.state = ChoiceBox(text_names.state_choices, self)
        self.text = TextField(self, placeholder=N_("Words of the text"))
        self.table = Table(_columns(), self, empty=EmptyHint(N_("No text fits. Choose another letter or fewer words.")))
        self.editor = TextEditor(context, self)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._list())
        self._stack.addWidget(self.editor)
        self.language.set_value(language())
        for field in (self.kind, self.language, self.state, self.text):
            field.changed.connect(self._filter)
        self.table.opened.connect(self._on_opened)
        self.editor.left.connect(self._on_left)

    @property
    def changed(self) -> bool:
        """Whether words were typed that are not kept."""
        return self.editor.changed

    def refresh(self) -> None:
        """Read all texts anew."""
        context = self._context
        context.background.run(standing_texts.listing, context.file, owner=self, on_done=self._on_read)
        within_reach(context.bus, DRAFT, self, self._on_draft_wanted)

    def open_text(self, key: str, language_code: str) -> None:
        """Show the editor of one text."""
        self._stack.setCurrentWidget(self.editor)
        self.editor.open_text(key, language_code)

    def _list(self) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout()
        row.setSpacing(8)
        for field, share in ((self.kind, 5), (self.language, 3), (self.state, 4), (self.text, 4)):
            row.addWidget(field, share)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        may = self._context.may(Action.CHANGE_TEXTS)
        column.addWidget(PlainLabel(_ABOUT if may else _READ_ONLY, made, role="muted", wrap=True))
        column.addLayout(row)
        column.addWidget(self.table, 1)
        return made

    def _kinds(self) -> list[tuple[str, str]]:
        kinds = dict.fromkeys(kind for text in self._all for kind in text.letters)
        return [("", _("All letters")), *((kind, kind_name(kind)) for kind in kinds)]

    def _on_read(self, texts: tuple[StandingText, ...]) -> None:
        self._all = texts
        self.kind.renew()
        self._filter()

    def _filter(self) -> None:
        wanted = self.text.value().casefold()
        self.table.set_rows([text for text in self._all if self._fits(text, wanted)])

    def _fits(self, text: StandingText, wanted: str) -> bool:
        kind, state = self.kind.value(), self.state.value()
        if text.language != self.language.value() or (kind and kind not in text.letters):
            return False
        if (state == text_names.CHANGED and not text.own) or (state == text_names.OUTDATED and not text.is_outdated):
            return False
        return not wanted or wanted in f"{text.own}\n{text.shipped}".casefold()

    def _on_opened(self, text: StandingText) -> None:
        self.open_text(text.key, text.language)

    def _on_left(self) -> None:
        self._stack.setCurrentIndex(0)
        self.refresh()
        self.table.view.setFocus()

    def _on_draft_wanted(self, name: str) -> None:
        _kind, _item, _part, key, code = (*name.split(":"), "", "")[:5]
        if key and code:
            self.open_text(key, code)


def _columns() -> tuple[Column[StandingText], ...]:
    return (
        Column(N_("Letter"), text_names.letters, width=200),
        Column(N_("Text"), text_names.words, width=300, stretch=True),
        Column(N_("Whose words"), text_names.state, width=180, mark=text_names.mark),
    )
