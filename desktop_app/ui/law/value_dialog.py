"""Adding a value of law by hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.law_norms import Norm
from desktop_app.domain.law_values import NewLawValue
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_, interface, language
from desktop_app.services import law
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import DateField, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.context import Context
from desktop_app.ui.law import words


class ValueDialog(Dialog):
    """The value, its days and its source; fields named as in NewLawValue. What may be a slip is asked about."""

    def __init__(self, context: Context, norm: Norm, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Add a value of law"), width=600)
        self._context = context
        self._key = norm.fact.key
        self._asked: NewLawValue | None = None
        about = PlainLabel(parent=self, role="heading", wrap=True)
        about.show_text(norm.fact.title.in_language(language()))
        told = N_(
            "From its first day on the value stands in the place of what came with the program. It is marked "
            "everywhere as added by the centre, and the lawyer has to confirm it."
        )
        self.form = Form(self, columns=2)
        before = N_("As it is written now: %(value)s")
        self.form.add("value", N_("Value"), TextField(self)).set_hint(Message(before, {"value": words.value(norm)}))
        source = TextField(self)
        self.form.add("effective_from", N_("In force from"), DateField(self))
        # Where the row before has a last day, the next one needs one too.
        hint = (
            N_("The program warns after this day. Leave it empty where the law sets no end.")
            if norm.fact.confirmed_until is None
            else N_("The last day for which the source vouches. The program warns after it.")
        )
        self.form.add("confirmed_until", N_("Known until"), DateField(self), hint=hint, span=2)
        hint = N_("The act, its date and number, where you read it.")
        self.form.add("source", N_("Source"), source, hint=hint, span=2)
        self.doubts = Note(self, tone="warn")
        self.doubts.hide()
        for part in (about, PlainLabel(told, self, role="muted", wrap=True), self.form, self.doubts):
            self.body.addWidget(part)
        self.body.addStretch()
        self.add_cancel()
        self.button = self.add_button(PrimaryButton(N_("Add"), self, shortcut="Ctrl+S"), self.save)
        self.form.changed.connect(self._on_changed)
        announce(context.bus, Drafted(self, f"law:0:value:{self._key}", form=self.form))
        self.form.focus_first()

    def save(self) -> None:
        """Look for slips and ask about them; store the value when it was asked, or when there are none."""
        try:
            new = NewLawValue(self._key, **self.form.values())
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        self.button.setEnabled(False)
        if new == self._asked:
            self._add(new)
        else:
            self._asked = new
            self._context.background.run(
                law.doubts, self._context.file, new, owner=self, on_done=self._on_doubts, on_error=self._on_refused
            )

    def _on_doubts(self, found: tuple[Message, ...]) -> None:
        if self._asked is None:
            self.button.setEnabled(True)
        elif not found:
            self._add(self._asked)
        else:
            self.button.setEnabled(True)
            asked = Message(N_("Look once more. If it is right, press “Add” again."))
            self.doubts.show_text("\n".join(each.text(interface()) for each in (*found, asked)))

    def _add(self, new: NewLawValue) -> None:
        self._context.background.run(
            partial(law.add_value, sure=True),
            self._context.file,
            new,
            owner=self,
            on_done=self._on_added,
            on_error=self._on_refused,
        )

    def _on_added(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The value counts from its first day on.")))
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self._asked = None
        self.button.setEnabled(True)
        self.form.show_error(error)

    def _on_changed(self) -> None:
        self._asked = None
        self.doubts.hide()
