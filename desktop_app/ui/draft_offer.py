"""The line above the pages that offers back what was being typed when the program stopped or the colleague left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.domain.drafts import Draft, FormName
from desktop_app.errors import Message
from desktop_app.i18n import N_, _
from desktop_app.ui.common.buttons import Button, LinkButton
from desktop_app.ui.common.dialogs import ask
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day

if TYPE_CHECKING:
    from desktop_app.ui.draft_keeper import DraftKeeper

_OFFER: Final = N_("Something you were typing on %(day)s at %(time)s was not saved (%(form)s).")
_NAMES: Final = {
    "new_case": N_("a new case"),
    "person": N_("a person"),
    "employer": N_("an employer"),
    "details": N_("the details of a case"),
    "wages": N_("the wages of a worker"),
    "money": N_("money of a case"),
    "letter": N_("a letter"),
    "workers": N_("more workers of a case"),
    "paste": N_("a list of workers"),
    "centre": N_("the data of the centre"),
    "colleague": N_("a new colleague"),
    "new_enquiry": N_("an enquiry"),
    "enquiry": N_("an enquiry"),
    "complaint": N_("a complaint"),
    "contract": N_("the check of a contract"),
    "screening": N_("a conversation about the work"),
    "referral": N_("a referral"),
    "party": N_("the chain of employers"),
    "safety": N_("safe contact with a worker"),
    "promise": N_("a promise to pay"),
    "date": N_("a date"),
    "done": N_("what came of a date"),
    "remove": N_("why a date goes"),
    "term": N_("the count of a term"),
    "suspension": N_("the days on which a term did not run"),
    "result": N_("a result"),
    "closing": N_("the closing of a case"),
    "reopening": N_("the reopening of a case"),
    "slip": N_("a slip of the worker"),
    "readiness": N_("what a court claim lacks"),
    "paper": N_("a paper of a worker"),
    "stay": N_("a stay in the country"),
    "work": N_("the question whether somebody may work"),
    "directory": N_("an entry of the directory"),
    "value": N_("a value of the law"),
    "sending": N_("how a letter left"),
    "answer": N_("an incoming paper"),
    "incoming": N_("an incoming paper"),
}
_OTHER: Final = N_("a form")


class DraftOffer(QFrame):
    """Shows one draft at a time with its two buttons; hidden while there is none."""

    def __init__(self, keeper: DraftKeeper, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self._keeper = keeper
        self._draft: Draft | None = None
        self.label = PlainLabel(parent=self, wrap=True)
        self.take = Button(N_("Take it up again"), self, icon="rotate-ccw")
        self.discard = LinkButton(N_("Discard"), self, icon="trash-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        row.addWidget(self.take)
        row.addWidget(self.discard)
        self.texts = Texts(self)
        self.take.clicked.connect(keeper.take_up)
        self.discard.clicked.connect(self._on_discard)
        keeper.offered.connect(self.show_draft)
        self.hide()

    def show_draft(self, draft: Draft | None) -> None:
        """Offer this draft, or nothing."""
        self._draft = draft
        self.setVisible(draft is not None)
        if draft is not None:
            self.texts.redraw(self._write)

    def _write(self) -> None:
        if self._draft is not None:
            at = self._draft.at
            self.label.setText(_(_OFFER, day=day(at), time=f"{at:%H:%M}", form=_(name_of(self._draft.form))))

    def _on_discard(self) -> None:
        ask(
            self,
            N_("Discard what was typed?"),
            Message(N_("It was never saved and cannot be brought back.")),
            N_("Discard"),
            self._keeper.discard,
            loses=True,
        )


def name_of(form: FormName) -> str:
    """The msgid of what a form is called: its last part that has a name, else what it belongs to."""
    parts = [part for part in (form.kind, *form.part.split(":")) if part in _NAMES]
    return _NAMES[parts[-1]] if parts else _OTHER
