"""The directory: bodies, consulates, partners and services, by kind, region and country."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop_app.domain.centre import Centre
from desktop_app.domain.directory import ENTRY_KINDS, DirectoryFilter, EntryCard, EntryKind
from desktop_app.i18n import N_, _, countries, language
from desktop_app.services import centre, directory
from desktop_app.ui.background import Task
from desktop_app.ui.common.buttons import LinkButton, PrimaryButton
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.labels import EmptyHint
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import named, region_choices
from desktop_app.ui.context import Context
from desktop_app.ui.directory import words
from desktop_app.ui.directory.entry_dialog import EntryDialog, begun_for
from desktop_app.ui.directory.numbers_dialog import ReferralNumbersDialog

_PAUSE_MS: Final = 200
_LONGEST_TEXT: Final = 300
_EMPTY: Final = N_("Nothing found. Choose another kind or region, or add an entry of your own.")


class Screen(Page):
    """The list with its filters; it begins with the region of the centre."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Directory"), parent)
        self._context = context
        self._task: Task | None = None
        self.text = TextField(self, placeholder=N_("Name, address or phone"))
        self.kind = ChoiceBox(named(ENTRY_KINDS, empty=N_("All kinds")), self)
        self.region = ChoiceBox(_regions, self)
        self.country = ChoiceBox(_countries, self)
        self.inactive = QCheckBox(self)
        self.numbers_button = LinkButton(N_("Referrals in numbers …"), self, icon="chart-column")
        self.add_button = PrimaryButton(N_("Add an entry"), self, icon="plus")
        self.table = Table[EntryCard](_columns(), self, empty=EmptyHint(_EMPTY))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        Texts(self).set(self.inactive.setText, N_("Out of use too"))
        self._build()
        self._connect()
        within_reach(context.bus, "directory:0", self, self._on_new_wanted)
        context.background.run(centre.read, context.file, owner=self, on_done=self._on_centre)

    def refresh(self) -> None:
        """Read the list again."""
        if self._task is not None:
            self._context.background.cancel(self._task)
        self._task = self._context.background.run(
            directory.page,
            self._context.file,
            self.wanted(),
            language(),
            owner=self,
            on_done=self._on_rows,
            cancellable=True,
        )

    def open_item(self, item_id: int, /) -> None:
        """Show one entry; 0 is the list, or the form of a new entry for a draft."""
        if item_id:
            self._context.background.run(directory.card, self._context.file, item_id, owner=self, on_done=self._on_card)

    def wanted(self) -> DirectoryFilter:
        """What the list is asked for."""
        kind = self.kind.value()
        return DirectoryFilter(
            self.text.value()[:_LONGEST_TEXT],
            EntryKind(kind) if kind else None,
            self.region.value(),
            self.country.value(),
            self.inactive.isChecked(),
        )

    def add(self) -> EntryDialog:
        """Ask for a new entry of the kind and place that the list shows."""
        begun = begun_for(self.kind.value(), self.region.value(), self.country.value())
        dialog = EntryDialog(self._context, None, self, begun=begun)
        dialog.open()
        return dialog

    def show_numbers(self) -> ReferralNumbersDialog:
        """Show how many were sent on, and what came of it."""
        dialog = ReferralNumbersDialog(self._context, self)
        dialog.open()
        return dialog

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.text, 3)
        for box in (self.kind, self.region, self.country):
            bar.addWidget(box, 2)
        self.content.addLayout(bar)
        self.content.addWidget(self.table, 1)
        self.add_action(self.inactive)
        self.add_action(self.numbers_button)
        self.add_action(self.add_button)

    def _connect(self) -> None:
        self.text.changed.connect(self._pause.start)
        self._pause.timeout.connect(self.refresh)
        for box in (self.kind, self.region, self.country):
            box.changed.connect(self.refresh)
        self.inactive.toggled.connect(self.refresh)
        self.add_button.clicked.connect(self.add)
        self.numbers_button.clicked.connect(self.show_numbers)
        self.table.opened.connect(self._on_opened)

    def _on_new_wanted(self, _name: str) -> None:
        self.add()

    def _on_centre(self, found: Centre) -> None:
        self.region.set_value(found.region)

    def _on_rows(self, rows: Sequence[EntryCard]) -> None:
        self.table.set_rows(rows)

    def _on_opened(self, card: EntryCard) -> None:
        self.open_item(card.id)

    def _on_card(self, card: EntryCard) -> None:
        EntryDialog(self._context, card, self).open()


def _regions() -> list[tuple[str, str]]:
    return [("", _("All regions")), *region_choices()[1:]]


def _countries() -> list[tuple[str, str]]:
    return [("", _("All countries")), *countries(language())]


def _columns() -> tuple[Column[EntryCard], ...]:
    return (
        Column(N_("What it is"), words.kind, width=130),
        Column(N_("Name"), words.name, width=200, stretch=True),
        Column(N_("Place"), words.place, width=115),
        Column(N_("Phone"), words.phone, width=105),
        Column(N_("Checked"), words.checked, width=160, mark=words.checked_mark),
    )
