"""The lists of the Letters screen: drafts, outgoing letters by state and addressee, incoming papers."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.addressees import ADDRESSEE_KINDS, AddresseeKind
from desktop_app.domain.letter_json import DraftRow
from desktop_app.domain.letters import LetterRow
from desktop_app.domain.posting import SHOWN, IncomingRow, Shown, Wanted
from desktop_app.i18n import N_
from desktop_app.services import incoming, letter_drafts, letter_sending
from desktop_app.services.files import OpenFile
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.common.record_list import RecordListPage
from desktop_app.ui.common.table import Column
from desktop_app.ui.common.wording import day, named
from desktop_app.ui.context import Context
from desktop_app.ui.letters import letter_state
from desktop_app.ui.letters.letter_names import kind_name, language_name

_NO_DRAFTS: Final = N_(
    "No drafts. A letter that is begun in a case and kept as a draft stands here until it is made final."
)
_NO_LETTERS: Final = N_("No letters here. A letter is made from a case: open the case and choose “Make a letter”.")
_NO_PAPERS: Final = N_("Nothing has been registered yet. Register each paper that comes in, with its scan.")
_NONE_OF_THESE: Final = N_("No letter in this state. Choose another one, or all letters.")


class _Inside(RecordListPage[Any]):
    """A list under a tab: the title stands above the tabs."""

    def settle(self, *boxes: QWidget) -> None:
        """Put filters beside the search line, and take away the frame of a page."""
        self.title.hide()
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 12, 0, 0)
            layout.setSpacing(0)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        self.content.removeWidget(self.text)
        bar.addWidget(self.text, 3)
        for box in boxes:
            bar.addWidget(box, 2)
        self.content.insertLayout(0, bar)
        # The list was made before the boxes: Tab would reach it first.
        for before, after in itertools.pairwise((self.text, *boxes, self.table)):
            QWidget.setTabOrder(before, after)


class Outgoing(_Inside):
    """Letters that were made, newest first, by how far they have come and whom they go to."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            self._page,
            _outgoing(),
            parent,
            title=N_("Outgoing"),
            placeholder=N_("Number, case, employer, worker or check code"),
            empty=_NO_LETTERS,
        )
        self.state = ChoiceBox(named(SHOWN, empty=N_("All letters")), self)
        self.addressee = ChoiceBox(named(ADDRESSEE_KINDS, empty=N_("All addressees")), self)
        self.settle(self.state, self.addressee)
        self.wanted = Wanted()
        for box in (self.state, self.addressee):
            box.changed.connect(self._on_filter)

    def show_state(self, state: Shown) -> None:
        """Show the letters in this state to whomever."""
        self.text.set_value("")
        self.addressee.set_value("")
        self.state.set_value(state.value)

    def _page(self, file: OpenFile, text: str, after_id: int | None, limit: int) -> Sequence[LetterRow]:
        return letter_sending.listing(file, self.wanted, text, after_id, limit)

    def _on_filter(self) -> None:
        to = self.addressee.value()
        self.wanted = Wanted(Shown(self.state.value()), AddresseeKind(to) if to else None)
        self._empty = _NO_LETTERS if self.wanted == Wanted() else _NONE_OF_THESE
        self.refresh()


class Incoming(_Inside):
    """Papers that came in, newest first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            incoming.listing,
            _incoming(),
            parent,
            title=N_("Incoming"),
            placeholder=N_("Number, case, employer or worker"),
            empty=_NO_PAPERS,
        )
        self.settle()


class Drafts(_Inside):
    """Letters that are being written, the one changed last on top."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            letter_drafts.listing,
            _drafts(),
            parent,
            title=N_("Drafts"),
            placeholder=N_("Case, employer or worker"),
            empty=_NO_DRAFTS,
        )
        self.settle()


def _outgoing() -> tuple[Column[LetterRow], ...]:
    return (
        Column(N_("Number"), _number, width=72),
        Column(N_("Day"), _day, width=88),
        Column(N_("Letter"), _kind, width=72, stretch=True),
        Column(N_("Addressee"), letter_state.addressee, width=72, stretch=True, personal=True),
        Column(N_("About whom"), letter_state.workers, width=72, stretch=True, personal=True),
        Column(N_("Case"), _case, width=88),
        Column(N_("State"), letter_state.text, width=166, mark=letter_state.mark),
        Column(N_("Answer by"), letter_state.due, width=88),
    )


def _incoming() -> tuple[Column[IncomingRow], ...]:
    return (
        Column(N_("Number"), _number, width=75),
        Column(N_("Received"), _received, width=88),
        Column(N_("Sender"), _sender, width=80, stretch=True, personal=True),
        Column(N_("Their number"), _theirs, width=90),
        Column(N_("What it says"), _about, width=80, stretch=True, personal=True),
        Column(N_("Answers letter"), _letter, width=90),
        Column(N_("Case"), _case, width=88),
    )


def _drafts() -> tuple[Column[DraftRow], ...]:
    return (
        Column(N_("Letter"), _kind, width=200, stretch=True),
        Column(N_("Employer"), _employer, width=160, stretch=True, personal=True),
        Column(N_("About whom"), letter_state.workers, width=100, stretch=True, personal=True),
        Column(N_("Language"), _language, width=140),
        Column(N_("Case"), _case, width=95),
        Column(N_("Changed"), _changed, width=95),
        Column(N_("By"), _by, width=130),
    )


def _number(row: LetterRow | IncomingRow) -> str:
    return row.number


def _day(row: LetterRow) -> str:
    return day(row.on)


def _kind(row: LetterRow | DraftRow) -> str:
    return kind_name(row.kind)


def _case(row: LetterRow | IncomingRow | DraftRow) -> str:
    return row.case_number


def _received(row: IncomingRow) -> str:
    return day(row.received_on)


def _sender(row: IncomingRow) -> str:
    return row.sender


def _theirs(row: IncomingRow) -> str:
    return row.their_number


def _about(row: IncomingRow) -> str:
    return row.about


def _letter(row: IncomingRow) -> str:
    return row.letter


def _employer(row: DraftRow) -> str:
    return row.employer


def _language(row: DraftRow) -> str:
    return language_name(row.language)


def _changed(row: DraftRow) -> str:
    return day(row.changed_on)


def _by(row: DraftRow) -> str:
    return row.changed_by
