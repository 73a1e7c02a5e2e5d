"""One enquiry: corrected, turned into a case, or the caller sent on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.enquiries import EnquiryCard
from desktop_app.domain.referrals import ReferralCard
from desktop_app.errors import InvalidInput, Message
from desktop_app.i18n import N_
from desktop_app.services import enquiries, referrals
from desktop_app.ui.common.buttons import Button, LinkButton
from desktop_app.ui.common.drafts import Drafted, announce, within_reach
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.directory.refer_dialog import ReferDialog
from desktop_app.ui.directory.words import referral_line
from desktop_app.ui.enquiries.form import EnquiryForm
from desktop_app.ui.privacy.form_dialog import FormDialog

_LOGGED = N_("Logged by %(name)s.")


def _sent(found: tuple[ReferralCard, ...]) -> str:
    return "\n".join(f"{day(each.on)} · {referral_line(each)}" for each in found)


class EnquiryDialog(FormDialog):
    """`case_wanted(card)`: turn it into a case. Its case, when it is one already, opens with a link."""

    case_wanted = Signal(object)

    def __init__(self, context: Context, card: EnquiryCard, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Enquiry"), size=(860, 620))
        self.card = card
        form = EnquiryForm(self)
        self.inside.replaceWidget(self.form, form)
        self.form.deleteLater()
        self.form: EnquiryForm = form
        form.show_enquiry(card.enquiry)
        self.logged = PlainLabel(_LOGGED, self, role="muted", name=card.logged_by)
        self.case_link = LinkButton("", self, icon="briefcase")
        self.case_link.show_text(card.case_number)
        self.case_link.setVisible(card.case_id is not None)
        self.case_button = Button(N_("Turn into a case"), self, icon="briefcase", shortcut="Ctrl+Return")
        self.case_button.setVisible(card.case_id is None)
        self.refer_button = Button(N_("Say where to go …"), self, icon="map-pin")
        self.sent = PlainLabel(parent=self, wrap=True)
        self.sent.hide()
        self._build()
        self.add_save(N_("Save"))
        self._read_referrals()
        announce(context.bus, Drafted(self, f"enquiry:{card.id}", form=form))
        within_reach(context.bus, f"enquiry:{card.id}:referral", self, self._on_referral_wanted)
        form.focus_first()

    def save(self) -> None:
        """Save the enquiry, or say beside the fields what is wrong."""
        self.form.clear_problems()
        try:
            enquiry = self.form.enquiry()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        said = Message(N_("The enquiry is saved."))
        self.run(enquiries.change, self.card.id, self.card.version, enquiry, said=said)

    def refer(self) -> ReferDialog:
        """Note where the caller was sent."""
        dialog = ReferDialog(self._context, None, self, enquiry_id=self.card.id)
        dialog.accepted.connect(self._read_referrals)
        dialog.open()
        return dialog

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.logged)
        row.addStretch()
        row.addWidget(self.case_link)
        row.addWidget(self.refer_button)
        row.addWidget(self.case_button)
        self.inside.insertLayout(self.inside.count() - 1, row)
        self.inside.insertWidget(self.inside.count() - 1, self.sent)
        self.refer_button.clicked.connect(self.refer)
        self.case_button.clicked.connect(self._on_case_wanted)
        self.case_link.clicked.connect(self._on_case_link)

    def _on_referral_wanted(self, _name: str) -> None:
        self.refer()

    def _read_referrals(self) -> None:
        self._context.background.run(
            referrals.of_enquiry, self._context.file, self.card.id, owner=self, on_done=self._on_referrals
        )

    def _on_referrals(self, found: tuple[ReferralCard, ...]) -> None:
        self.sent.setVisible(bool(found))
        self.sent.texts.set_text(self.sent.setText, partial(_sent, found))

    def _on_case_wanted(self) -> None:
        self.case_wanted.emit(self.card)
        self.accept()

    def _on_case_link(self) -> None:
        if self.card.case_id is not None:
            self._context.bus.open_requested.emit("case", self.card.case_id)
            self.reject()
