"""A colleague leaves: who takes over their cases, and whether the file gets a new key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.domain.staff import StaffLine
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, _
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.context import Context

if TYPE_CHECKING:
    from desktop_app.domain.changes import Saved
    from desktop_app.services.files import OpenFile


class LeavingDialog(Dialog):
    """Ends the access of a colleague, who can be given access again. `rekey_wanted` when the file shall get a new key.

    `minutes` is about how long that takes.
    """

    rekey_wanted = Signal()

    def __init__(
        self,
        context: Context,
        line: StaffLine,
        others: Sequence[StaffLine],
        minutes: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, N_("End access"), width=560)
        self._context, self._line = context, line
        self._others = [each.member for each in others if each.member.active and each.member.id != line.member.id]
        who = PlainLabel(parent=self, role="heading", wrap=True)
        who.show_text(line.member.full_name)
        self.body.addWidget(who)
        words = N_("They can no longer sign in to this file from the moment you press the button. Their work stays.")
        self.body.addWidget(PlainLabel(words, self, wrap=True))
        self.form = Form(self, columns=1)
        self._build_successor()
        self.body.addWidget(self.form)
        self.rekey = QCheckBox(self)
        self._build_key(minutes)
        self.body.addStretch()
        self.add_cancel()
        # Not the button that Enter presses: it takes something from somebody.
        self.button = self.add_button(Button(N_("End the access"), self), self.save)

    def save(self) -> None:
        """End the access; the new key comes after it."""
        self.button.setEnabled(False)
        successor = self.form.value("successor_id") if self._line.cases else ""
        self._context.background.run(
            _end,
            self._context.file,
            self._line.member.id,
            int(successor) if successor else None,
            owner=self,
            on_done=self._on_ended,
            on_error=self._on_refused,
        )

    def _build_successor(self) -> None:
        box = ChoiceBox(self._successors, self)
        field = self.form.add("successor_id", N_("Who takes over"), box)
        field.setVisible(bool(self._line.cases))
        self.form.setVisible(bool(self._line.cases))
        if self._line.cases:
            label = PlainLabel(parent=self, wrap=True)
            label.set_count(
                "They are responsible for %(n)d open case.",
                "They are responsible for %(n)d open cases.",
                self._line.cases,
            )
            self.body.addWidget(label)

    def _build_key(self, minutes: int) -> None:
        Texts(self).set(self.rekey.setText, N_("Give the file a new key too"))
        self.body.addWidget(self.rekey)
        words = N_(
            "It helps when the colleague may have kept the key itself and could get at this computer’s disk. It takes "
            "about %(minutes)d min, and nobody can work meanwhile. If the computer stops, the file opens all the same."
        )
        self.body.addWidget(PlainLabel(words, self, role="muted", wrap=True, minutes=minutes))
        note = Note(self, tone="warn")
        note.show_message(
            Message(
                N_(
                    "Backups and copies made until now still open with the password this colleague had, with a new key "
                    "or without. Ask for sticks and copies back."
                )
            )
        )
        self.body.addWidget(note)

    def _successors(self) -> list[tuple[str, str]]:
        return [("", _("Choose a colleague")), *((str(each.id), each.full_name) for each in self._others)]

    def _on_ended(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The access was ended.")))
        if self.rekey.isChecked():
            self.rekey_wanted.emit()
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.form.show()
        self.form.show_error(error)


def _end(file: OpenFile, staff_id: int, successor_id: int | None) -> Saved:
    from desktop_app.services import staff

    return staff.end_access(file, staff_id, successor_id)
