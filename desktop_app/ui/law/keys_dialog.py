"""The keys whose updates the centre takes, and the updates that are installed."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.law_book import LawBook
from desktop_app.domain.law_held import InstalledUpdate, TrustedKey
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, _
from desktop_app.services import law, law_updates
from desktop_app.ui.common import wording
from desktop_app.ui.common.approval import add_approval, approval_of
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.fields import TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.context import Context


class KeysDialog(Dialog):
    """Two lists, and what may be done about the keys."""

    def __init__(self, context: Context, book: LawBook, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Trusted keys and updates"), width=760)
        self._context = context
        self._book = book
        told = N_(
            "An update of the law is a file signed by whoever publishes it. The centre takes only updates signed with "
            "a key that two colleagues have agreed to trust."
        )
        self.keys = Table[TrustedKey](_key_columns(), self, empty=EmptyHint(N_("No key is trusted yet.")))
        self.updates = Table[InstalledUpdate](
            self._update_columns(), self, empty=EmptyHint(N_("No update is installed yet."))
        )
        self.trust_button = Button(N_("Trust a key …"), self, icon="plus")
        self.remove_button = Button(N_("Trust no more …"), self, icon="x")
        self._build(told)
        self.trust_button.clicked.connect(self.trust)
        self.remove_button.clicked.connect(self.ask_to_remove)
        self.keys.chosen.connect(self._on_chosen)
        self.show_book(book)

    def show_book(self, book: LawBook) -> None:
        """Show keys and updates."""
        self._book = book
        self.keys.set_rows(book.keys)
        self.updates.set_rows(book.updates[::-1])
        self._on_chosen()

    def trust(self) -> TrustDialog:
        """Ask for a key and for the second colleague."""
        dialog = TrustDialog(self._context, self)
        dialog.accepted.connect(self.read)
        dialog.open()
        return dialog

    def ask_to_remove(self) -> Dialog | None:
        """Ask whether a key shall be trusted no more."""
        key = self.keys.current()
        if key is None:
            return None
        said = Message(
            N_("No new updates of %(name)s can be installed. What is installed already stays, and is marked."),
            {"name": key.name},
        )
        return ask(self, N_("Trust a key no more"), said, N_("Trust no more"), partial(self._remove, key.id))

    def read(self) -> None:
        """Read keys and updates anew."""
        self._context.background.run(law.book, self._context.file, owner=self, on_done=self.show_book)

    def _build(self, told: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.trust_button)
        row.addWidget(self.remove_button)
        row.addStretch()
        for button in (self.trust_button, self.remove_button):
            button.setVisible(self._context.may(Action.TRUST_LAW_KEY))
        self.body.addWidget(PlainLabel(told, self, role="muted", wrap=True))
        self.keys.setMinimumHeight(140)
        self.updates.setMinimumHeight(140)
        self.body.addWidget(self.keys)
        self.body.addLayout(row)
        self.body.addWidget(PlainLabel(N_("Installed updates"), self, role="heading"))
        self.body.addWidget(self.updates)
        self.add_button(PrimaryButton(N_("Close"), self), self.accept)

    def _update_columns(self) -> tuple[Column[InstalledUpdate], ...]:
        return (
            Column(N_("Number"), _number, number=True, width=72),
            Column(N_("Made on"), _made_on, width=96),
            Column(N_("Installed"), _installed, stretch=True),
            Column(N_("Signed by"), _signed_by, width=140),
            Column(N_("State"), self._state, width=150, mark=self._mark),
        )

    def _state(self, update: InstalledUpdate) -> str:
        if update.number in self._book.unread:
            return _("the signature does not fit; not used")
        return _("the key is trusted no more") if update.key.removed_on else _("in use")

    def _mark(self, update: InstalledUpdate) -> tuple[str, str]:
        if update.number in self._book.unread:
            return "circle-alert", "danger"
        return ("triangle-alert", "warn") if update.key.removed_on else ("circle-check", "good")

    def _remove(self, key_id: int) -> None:
        context = self._context
        context.background.run(law_updates.remove_key, context.file, key_id, owner=self, on_done=self._on_removed)

    def _on_removed(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The key is trusted no more.")))
        self.read()

    def _on_chosen(self) -> None:
        key = self.keys.current()
        self.remove_button.setEnabled(key is not None and key.removed_on is None)


class TrustDialog(Dialog):
    """A key, its name, and the second colleague; fields named as the service names them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Trust a key"), width=680)
        self._context = context
        told = N_(
            "Take the key from its owner by a way you know, and compare the control groups over the telephone: whoever "
            "owns the key can change the law this program counts with."
        )
        self.form = Form(self)
        self.form.add(
            "name", N_("Whose key it is"), TextField(self), hint=N_("An organisation, as it signs itself."), span=2
        )
        self.key = TextField(self)
        self.form.add("public_key", N_("Public key"), self.key, hint=N_("44 signs that end with “=”."), span=2)
        add_approval(self.form)
        self.body.addWidget(PlainLabel(told, self, role="muted", wrap=True))
        self.body.addWidget(self.form)
        self.body.addStretch()
        self.add_cancel()
        self.button = self.add_button(PrimaryButton(N_("Trust the key"), self), self.save)
        self.key.changed.connect(self._on_key)
        self.form.focus_first()

    def save(self) -> None:
        """Trust the key, or say beside the fields what is wrong."""
        self.button.setEnabled(False)
        self._context.background.run(
            law_updates.trust_key,
            self._context.file,
            self.form.value("name"),
            self.form.value("public_key"),
            approval_of(self.form),
            owner=self,
            on_done=self._on_done,
            on_error=self._on_refused,
        )

    def _on_key(self) -> None:
        groups = law_updates.fingerprint(self.key.text())
        said = Message(N_("Control groups: %(groups)s"), {"groups": groups}) if groups else None
        self.form.field("public_key").set_hint(said)

    def _on_done(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The key is trusted.")))
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.form.show_error(error)


def _key_columns() -> tuple[Column[TrustedKey], ...]:
    return (
        Column(N_("Whose key it is"), _name, stretch=True),
        Column(N_("Control groups"), law_updates.fingerprint_of, width=300),
        Column(N_("Trusted"), _trusted, width=150),
    )


def _name(key: TrustedKey) -> str:
    return key.name


def _trusted(key: TrustedKey) -> str:
    if key.removed_on is not None:
        return _("no more since %(day)s", day=wording.day(key.removed_on))
    return _("since %(day)s, %(name)s", day=wording.day(key.trusted_on), name=key.trusted_by)


def _number(update: InstalledUpdate) -> str:
    return str(update.number)


def _made_on(update: InstalledUpdate) -> str:
    return wording.day(update.signed_on)


def _installed(update: InstalledUpdate) -> str:
    return _("%(day)s, %(name)s", day=wording.day(update.installed_on), name=update.installed_by)


def _signed_by(update: InstalledUpdate) -> str:
    return update.key.name
