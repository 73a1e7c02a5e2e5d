"""Who may see a case: everybody at the centre, or only those it is given to; and its seal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.domain.access import CaseAccessCard
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import Role, StaffMember
from desktop_app.domain.changes import Saved
from desktop_app.domain.code_names import ROLES
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, _
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import Line, Note, PlainLabel
from desktop_app.ui.context import Context

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile

_OPEN: Final = "centre"
_RESTRICTED: Final = "restricted"
_ACCESS: Final = {_OPEN: N_("Everybody at the centre"), _RESTRICTED: N_("Only those it is given to")}


def access_in_words(card: CaseCard) -> str:
    """The access of a case in two words, for its page."""
    if card.sealed:
        return _("Sealed")
    return _("Restricted") if card.restricted else _("Open to the centre")


class AccessDialog(Dialog):
    """Shows who may see a case and changes it; what the role does not include is refused by the services."""

    def __init__(self, context: Context, case: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Who may see this case"), width=560)
        self._context = context
        self._case = case
        self._card: CaseAccessCard | None = None
        self._boxes: dict[int, QCheckBox] = {}
        self._said = ""
        self.note = Note(self, tone="danger")
        self.note.hide()
        self.body.addWidget(self.note)
        self.form = Form(self, columns=1)
        self.access = ChoiceBox(_choices, self)
        self.form.add("access", N_("Open to"), self.access)
        self.body.addWidget(self.form)
        self.given_title = PlainLabel(N_("Given to"), self, role="heading")
        self.nobody = PlainLabel(N_("There is no other colleague yet."), self, role="muted")
        self.body.addWidget(self.given_title)
        self.body.addWidget(self.nobody)
        self._build_seal()
        self.add_cancel()
        self.save_button = self.add_button(PrimaryButton(N_("Save"), self), self.save)
        self.save_button.setEnabled(False)
        self._read()

    def save(self) -> None:
        """Store who may see the case."""
        if self._card is None:
            return
        given = frozenset(staff_id for staff_id, box in self._boxes.items() if box.isChecked())
        restricted = self.access.value() == _RESTRICTED
        self._run(_save, self._card, restricted, given, said=N_("The access to the case is saved."))

    def _build_seal(self) -> None:
        self.body.addWidget(Line(self))
        self.seal_title = PlainLabel(N_("Seal"), self, role="heading")
        self.seal_text = PlainLabel(parent=self, role="muted", wrap=True)
        self.seal_button = Button("", self, icon="lock")
        self.seal_button.clicked.connect(self._on_seal)
        for widget in (self.seal_title, self.seal_text, self.seal_button):
            self.body.addWidget(widget)
        if self._case.sealed:
            self.seal_text.set_text(
                N_(
                    "Names, notes, letters and attachments of this case open only with the second key, which lawyers "
                    "and managers hold."
                )
            )
            self.seal_button.set_text(N_("Take the seal off …"))
        else:
            self.seal_text.set_text(
                N_(
                    "A sealed case shows numbers instead of names. Its names, notes, letters and attachments are "
                    "encrypted with a second key that only lawyers and managers hold."
                )
            )
            self.seal_button.set_text(N_("Seal the case …"))
        self.seal_button.setVisible(self._context.file.staff.role in (Role.LAWYER, Role.MANAGER))

    def _read(self) -> None:
        self._context.background.run(
            _read, self._context.file, self._case.id, owner=self, on_done=self._on_read, on_error=self._on_error
        )

    def _on_read(self, answer: tuple[CaseAccessCard, tuple[StaffMember, ...]]) -> None:
        self._card, members = answer
        self.access.set_value(_RESTRICTED if self._card.restricted else _OPEN)
        place = self.body.indexOf(self.nobody) + 1
        others = [each for each in members if each.active and each.id != self._card.responsible_id]
        for member in others:
            box = QCheckBox(f"{member.full_name} · {_(ROLES[member.role])}".replace("&", "&&"), self)
            box.setChecked(member.id in self._card.given)
            self._boxes[member.id] = box
            self.body.insertWidget(place, box)
            place += 1
        self.nobody.setVisible(not others)
        self.save_button.setEnabled(True)
        self.access.setFocus()
        # The colleagues come while the dialog is open already: it grows, so that nothing is squeezed.
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        least = max(self.minimumSizeHint().height(), self.heightForWidth(self.width()))
        self.resize(self.width(), max(self.height(), least))

    def _on_seal(self) -> None:
        if self._case.sealed:
            message = Message(N_("Everybody who may see the case will read its names again."))
            ask(self, N_("Take the seal off"), message, N_("Take the seal off"), self._unseal)
            return
        self._context.background.run(
            _shared, self._context.file, self._case.id, owner=self, on_done=self._on_shared, on_error=self._on_error
        )

    def _on_shared(self, shared: int) -> None:
        message = Message(
            N_("The names leave the lists and the search. Lawyers and managers go on reading them on this page.")
        )
        if shared:
            message = Message(
                N_(
                    "The names leave the lists and the search. Workers who also stand in another case keep their names "
                    "there and here; in this case there are such workers: %(n)s."
                ),
                {"n": shared},
            )
        ask(self, N_("Seal the case"), message, N_("Seal the case"), self._seal)

    def _seal(self) -> None:
        self._run(_seal, self._case.id, said=N_("The case is sealed."))

    def _unseal(self) -> None:
        self._run(_unseal, self._case.id, said=N_("The seal is taken off."))

    def _run(self, call: Callable[..., Saved], *arguments: object, said: str) -> None:
        self.note.hide()
        self._said = said
        self._context.background.run(
            call,
            self._context.file,
            *arguments,
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_error,
        )

    def _on_saved(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(self._said))
        self.accept()

    def _on_error(self, error: AppError) -> None:
        self.note.show_message(error.message)
        self.note.show()


def _choices() -> list[tuple[str, str]]:
    return [(code, _(words)) for code, words in _ACCESS.items()]


def _read(file: OpenFile, case_id: int) -> tuple[CaseAccessCard, tuple[StaffMember, ...]]:
    from desktop_app.services import access, staff

    return access.card(file, case_id), staff.listing(file)


def _save(file: OpenFile, card: CaseAccessCard, restricted: bool, given: frozenset[int]) -> Saved:
    from desktop_app.services import access

    return access.change(file, card, restricted, given)


def _shared(file: OpenFile, case_id: int) -> int:
    from desktop_app.services import sealed

    return sealed.shared_people(file, case_id)


def _seal(file: OpenFile, case_id: int) -> Saved:
    from desktop_app.services import sealed

    return sealed.seal_case(file, case_id)


def _unseal(file: OpenFile, case_id: int) -> Saved:
    from desktop_app.services import sealed

    return sealed.unseal_case(file, case_id)
