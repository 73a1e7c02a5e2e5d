"""One entry of the directory: read, corrected, found right, taken out of use."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.centre import Trilingual
from desktop_app.domain.directory import Entry, EntryCard, EntryKind
from desktop_app.errors import InvalidInput, Message
from desktop_app.i18n import N_
from desktop_app.services import directory
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.context import Context
from desktop_app.ui.directory import words
from desktop_app.ui.directory.entry_form import EntryForm
from desktop_app.ui.privacy.form_dialog import FormDialog


class EntryDialog(FormDialog):
    """The card of an entry; without a card a new one, begun as `begun`."""

    def __init__(
        self,
        context: Context,
        card: EntryCard | None,
        parent: QWidget | None = None,
        *,
        begun: Entry | None = None,
    ) -> None:
        super().__init__(context, parent, N_("Entry of the directory") if card else N_("New entry"), size=(860, 640))
        self.card = card
        form = EntryForm(self)
        self.inside.replaceWidget(self.form, form)
        self.form.deleteLater()
        self.form: EntryForm = form
        self.told = PlainLabel(parent=self, role="hint", wrap=True)
        self.right_button = Button(N_("Found right today"), self, icon="check")
        self.use_button = Button(N_("Take out of use"), self, icon="x")
        self._build()
        self.add_save(N_("Save"))
        shown = card.entry if card is not None else begun
        if shown is not None:
            form.show_entry(shown)
        announce(context.bus, Drafted(self, f"directory:{card.id if card else 0}", form=form))
        form.field("name.kk").entry.setFocus()  # type: ignore[attr-defined]  # a widget

    def save(self) -> None:
        """Save the entry, or say beside the fields what is wrong."""
        self.form.clear_problems()
        try:
            entry = self.form.entry()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        said = Message(N_("The entry is saved."))
        if self.card is None:
            self.run(directory.add, entry, said=said)
        else:
            self.run(directory.save, self.card.id, entry, said=said)

    def _build(self) -> None:
        card = self.card
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.right_button)
        row.addWidget(self.use_button)
        row.addStretch()
        self.inside.insertWidget(1, self.told)
        self.inside.insertLayout(self.inside.count() - 1, row)
        for widget in (self.told, self.right_button, self.use_button):
            widget.setVisible(card is not None)
        if card is None:
            return
        self.told.texts.redraw(partial(_tell, self.told, card))
        if not card.active:
            self.use_button.set_text(N_("Put back into use"))
        self.right_button.clicked.connect(self._on_found_right)
        self.use_button.clicked.connect(self._on_use)

    def _on_found_right(self) -> None:
        """What is typed and not saved was not found right: it is saved first."""
        card = self.card
        if card is None:
            return
        if self.form.entry() != card.entry:
            message = N_("Save what you typed first; then open the entry again and say that it is right.")
            self.note.show_message(Message(message), "warn")
            return
        self.run(directory.found_right, card.id, said=Message(N_("Noted: checked today by you.")))

    def _on_use(self) -> None:
        card = self.card
        if card is not None:
            said = N_("The entry is out of use.") if card.active else N_("The entry is in use again.")
            self.run(directory.set_active, card.id, not card.active, said=Message(said))


def _tell(label: PlainLabel, card: EntryCard) -> None:
    label.setText(words.vouched(card))


def begun_for(kind: str, region: str, country: str) -> Entry:
    """A new entry of what the list is showing."""
    return Entry(EntryKind(kind) if kind else EntryKind.PARTNER, Trilingual(), region, country)
