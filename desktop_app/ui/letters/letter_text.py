"""The words of a letter, paragraph by paragraph, to be changed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.domain import letter_editing as editing
from desktop_app.domain.letter_editing import Place
from desktop_app.domain.letter_edits import LONGEST_PARAGRAPH, NO_EDITS, Edits, Paragraph, as_json, from_json
from desktop_app.errors import Message
from desktop_app.i18n import N_, _
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import Button, LinkButton
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.letters.letter_words import LetterWords

_LINE_LENGTH: Final = 160
_HELP: Final = N_(
    "Choose a paragraph and change its words below. Enter goes to the words, Del leaves the paragraph out, "
    "Ins adds one behind it."
)
_NOTHING: Final = N_("There are no words to change yet: the letter cannot be drawn, the preview says why.")
_STALE: Final = N_("What is known changed after you wrote this. The program would say now: %(made)s")
_TOO_LONG: Final = N_("A paragraph is longer than %(most)s characters. Shorten it.")
_EMPTY: Final = N_("A paragraph has no words. Leave it out, or write something.")
_STATES: Final = {
    "left_out": N_("Left out: %(text)s"),
    "stale": N_("To be looked at: %(text)s"),
    "added": N_("Added: %(text)s"),
    "changed": N_("Changed: %(text)s"),
}


class LetterText(QWidget):
    """The paragraphs of the kind of letter on screen. `changed()`: the letter says something else now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ""
        self._edits: dict[str, Edits] = {}
        self._told: tuple[Paragraph, ...] = ()
        self._places: tuple[Place, ...] = ()
        self.help = PlainLabel(_NOTHING, self, role="hint", wrap=True)
        self.list = QListWidget(self)
        self.note = Note(self, tone="warn")
        self.words = LetterWords(self)
        self.keep_button = LinkButton(N_("Keep my words"), self, icon="check")
        self.out_button = Button(N_("Leave out"), self)
        self.add_button = Button(N_("Add one behind"), self)
        self.back_button = Button(N_("The program’s words"), self)
        self._build()
        self._show_place()

    @property
    def edits(self) -> Edits:
        """What was changed by hand in the kind on screen; added paragraphs without words are left out."""
        return editing.without_empty(self._now)

    def show_kind(self, kind: str) -> None:
        """Show the words of another kind of letter from now on; what was changed in this one waits."""
        self._kind, self._told = kind, ()
        self._renew()

    def show_paragraphs(self, told: Sequence[Paragraph]) -> None:
        """Show what the letter says now; the place in the list and the cursor stay."""
        self._told = tuple(told)
        self._renew()

    def take_edits(self, edits: Edits) -> None:
        """Show what was kept for this kind."""
        self._now = edits
        self._renew()

    def problem(self) -> Message | None:
        """Why the words cannot be kept as they stand."""
        texts = [each.text for each in self._now.changed]
        texts += [text for each in self._now.added for _code, text in each.texts]
        if any(len(text) > LONGEST_PARAGRAPH for text in texts):
            return Message(_TOO_LONG, {"most": LONGEST_PARAGRAPH})
        return Message(_EMPTY) if any(not each.text.strip() for each in self._now.changed) else None

    def draft(self) -> Any:
        """What was changed by hand, by kind of letter."""
        return {kind: as_json(edits) for kind, edits in self._edits.items() if edits}

    def take_draft(self, content: Any) -> None:
        """Put back what `draft` gave."""
        if isinstance(content, dict):
            self._edits |= {str(kind): from_json(told) for kind, told in content.items()}
            self._renew()
            self.changed.emit()

    @property
    def _now(self) -> Edits:
        return self._edits.get(self._kind, NO_EDITS)

    @_now.setter
    def _now(self, edits: Edits) -> None:
        self._edits[self._kind] = edits

    def _build(self) -> None:
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        Texts(self.list).set(self.list.setAccessibleName, N_("Paragraphs of the letter"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.out_button, self.add_button, self.back_button):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.help)
        column.addWidget(self.list, 1)
        column.addWidget(self.words)
        column.addWidget(self.note)
        column.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)
        self.words.typed.connect(self._on_typed)
        self.words.refused.connect(self.note.show_message)
        self.list.currentItemChanged.connect(self._show_place)
        self.list.itemActivated.connect(self._on_activated)
        self.out_button.clicked.connect(self._on_out)
        self.add_button.clicked.connect(self._on_add)
        self.back_button.clicked.connect(self._on_back)
        self.keep_button.clicked.connect(self._on_keep)
        for keys, act in (("Del", self._on_out), ("Ins", self._on_add)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        Texts(self).redraw(self._write_list)

    def _place(self) -> Place | None:
        at = self.list.currentRow()
        return self._places[at] if 0 <= at < len(self._places) else None

    def _renew(self, key: str = "") -> None:
        """Read the places anew and stay at the one of `key`, else at the same."""
        before = self._place()
        wanted = key or (before.key if before is not None else "")
        self._places = editing.places(self._told, self._now)
        at = next((at for at, place in enumerate(self._places) if place.key == wanted), 0)
        scrolled = self.list.verticalScrollBar().value()
        self.list.blockSignals(True)
        self.list.clear()
        for _place in self._places:
            self.list.addItem(QListWidgetItem())
        self.list.setCurrentRow(at if self._places else -1)
        self.list.blockSignals(False)
        self._write_list()
        self.list.verticalScrollBar().setValue(scrolled)
        self.list.scrollToItem(self.list.currentItem())
        here = QApplication.focusWidget()
        if not self._places and here is not None and self.words.isAncestorOf(here):
            # Hidden fields lose the cursor to whatever stands next.
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_place()

    def _write_list(self) -> None:
        for at, place in enumerate(self._places):
            self._write_line(self.list.item(at), place)

    def _write_line(self, item: QListWidgetItem, place: Place) -> None:
        state = next((name for name, holds in _states(place) if holds), "")
        lines = [" ".join(f"{each.mark} {each.text}"[:_LINE_LENGTH].split()) for each in place.paragraphs]
        told = blur.name("\n".join(lines))
        item.setText(_(_STATES[state], text=told) if state else told)
        metrics = self.list.fontMetrics()
        item.setSizeHint(QSize(0, metrics.lineSpacing() * len(lines) + 10))
        font = self.list.font()
        font.setStrikeOut(place.is_left_out)
        item.setFont(font)

    def _show_place(self, *_items: object) -> None:
        """The words of the chosen paragraph, one field a language."""
        place = self._place()
        self.words.show_place(place)
        self.help.set_text(_HELP if self._places else _NOTHING)
        self._show_state(place)

    def _show_state(self, place: Place | None) -> None:
        stale = [each for each in place.paragraphs if each.is_stale] if place is not None else []
        told = Message(_STALE, {"made": blur.name(" / ".join(each.made for each in stale))})
        self.note.show_message(told if stale else self.problem())
        self.keep_button.setVisible(bool(stale))
        is_own = place is not None and not place.is_added
        self.out_button.setEnabled(place is not None)
        out = N_("Put back in") if place is not None and place.is_left_out else N_("Leave out")
        self.out_button.set_text(out if is_own or place is None else N_("Remove"))
        self.add_button.setEnabled(bool(self._places))
        self.back_button.setEnabled(is_own and place is not None and place.is_changed)

    def _on_activated(self, _item: QListWidgetItem) -> None:
        self.words.go()

    def _on_typed(self, paragraph: Paragraph, text: str) -> None:
        at = self.list.currentRow()
        if not 0 <= at < len(self._places):
            return
        self._now = editing.said(self._now, paragraph, text)
        self._places = editing.places(self._told, self._now)
        self._write_line(self.list.item(at), self._places[at])
        self._show_state(self._places[at])
        self.changed.emit()

    def _on_out(self) -> None:
        place = self._place()
        if place is None:
            return
        if place.is_added:
            at = self.list.currentRow()
            self._change(editing.removed(self._now, place.key))
            self.list.setCurrentRow(min(at, self.list.count() - 1))
        else:
            self._change(editing.left_out(self._now, place, out=not place.is_left_out))

    def _on_add(self) -> None:
        if not self._places:
            return
        languages = [each.language for each in self._places[0].paragraphs]
        edits, key = editing.added_behind(self._now, self._place(), languages)
        self._change(edits, key)
        self.words.go()

    def _on_back(self) -> None:
        if (place := self._place()) is not None:
            self._change(editing.put_back(self._now, place.key))

    def _on_keep(self) -> None:
        if (place := self._place()) is not None:
            self._change(editing.kept(self._now, place))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, edits: Edits, key: str = "") -> None:
        self._now = edits
        self._renew(key)
        self.changed.emit()


def _states(place: Place) -> tuple[tuple[str, bool], ...]:
    """What is said of a paragraph in the list, the most urgent first."""
    return (
        ("left_out", place.is_left_out),
        ("stale", place.is_stale),
        ("added", place.is_added),
        ("changed", place.is_changed),
    )
