"""The complaints of a case, of every kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.complaint_cards import ComplaintCard, kinds_beside
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.law_norms import Norm
from desktop_app.domain.wages import WageCalculation
from desktop_app.errors import Message
from desktop_app.i18n import N_, ngettext
from desktop_app.services import complaints_log, law
from desktop_app.services.files import OpenFile
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import EmptyHint, Note, PlainLabel
from desktop_app.ui.common.table import Table
from desktop_app.ui.complaints.about_panel import AboutComplaint
from desktop_app.ui.complaints.complaint_dialog import ComplaintDialog
from desktop_app.ui.complaints.kind_dialog import KindDialog
from desktop_app.ui.complaints.remove_dialog import RemoveComplaintDialog
from desktop_app.ui.complaints.rows import ComplaintRow, complaint_columns
from desktop_app.ui.context import Context
from desktop_app.ui.contracts.check_dialog import CheckDialog

_EMPTY = N_(
    "No complaint yet. Log what the workers tell: documents that are kept, injuries, threats, housing and more. Unpaid "
    "wages are typed under Wages."
)


_SEALED = N_("This case is sealed: what was answered can be read only by those who hold the second key.")


class ComplaintsTab(QWidget):
    """`wages_requested(worker id)`: wage arrears are typed under Wages."""

    wages_requested = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: CaseCard | None = None
        self._norms: Mapping[str, Norm] = {}
        self._wanted = ""
        self.total = PlainLabel(parent=self, role="heading", wrap=True)
        self.log_button = Button(N_("Log a complaint …"), self, icon="plus", shortcut="Ctrl+Shift+L")
        self.check_button = Button(N_("Check a contract …"), self, icon="file-text")
        self.table = Table[ComplaintRow](complaint_columns(), self, empty=EmptyHint(_EMPTY))
        self.about = AboutComplaint(self)
        self.note = Note(self)
        self._build()
        self.log_button.clicked.connect(self.choose_kind)
        self.check_button.clicked.connect(self.check_contract)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.about.edit_requested.connect(self._on_edit)
        self.about.settle_requested.connect(self._on_settle)
        self.about.remove_requested.connect(self._on_remove)

    def show_case(self, card: CaseCard, _counted: dict[int, WageCalculation]) -> None:
        """Read the complaints of this case and show them."""
        self._card = card
        self.note.show_message(None if card.is_revealed else Message(_SEALED))
        self._context.background.run(_read, self._context.file, card.id, owner=self, on_done=self._on_read)
        within_reach(self._context.bus, f"case:{card.id}:complaint", self, self._on_form_wanted)
        within_reach(self._context.bus, f"case:{card.id}:contract", self, self._on_check_wanted)

    def choose_kind(self) -> KindDialog | None:
        """Ask what the complaint is about."""
        if self._card is None:
            return None
        dialog = KindDialog(self)
        dialog.chosen.connect(self.log)
        dialog.open()
        return dialog

    def log(self, kind: ComplaintKind) -> ComplaintDialog | None:
        """Write down a complaint of this kind; wage arrears lead to the wages."""
        if self._card is None:
            return None
        if kind is ComplaintKind.WAGE_ARREARS:
            self.wages_requested.emit(self._card.workers[0].id)
            return None
        dialog = ComplaintDialog(self._context, self._card, kind, self._norms, self)
        dialog.open()
        return dialog

    def edit(self, complaint: ComplaintCard) -> ComplaintDialog | None:
        """Change a complaint."""
        if self._card is None:
            return None
        dialog = ComplaintDialog(self._context, self._card, complaint.kind, self._norms, self, complaint)
        dialog.open()
        return dialog

    def check_contract(self) -> CheckDialog | None:
        """Compare a contract with what the law asks of it."""
        if self._card is None:
            return None
        dialog = CheckDialog(self._context, self._card, self)
        dialog.open()
        return dialog

    def _on_check_wanted(self, _name: str) -> None:
        self.check_contract()

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.total, 1)
        bar.addWidget(self.check_button)
        bar.addWidget(self.log_button)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.addWidget(self.table)
        parts.addWidget(self.about)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setSizes([580, 420])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addWidget(self.note)
        column.addWidget(parts, 1)

    def _on_read(self, answer: tuple[int, tuple[ComplaintCard, ...], Mapping[str, Norm]]) -> None:
        case_id, complaints, self._norms = answer
        card = self._card
        if card is None or card.id != case_id:
            return
        chosen = self.table.current()
        kept = chosen.complaint.id if chosen is not None and chosen.complaint is not None else 0
        rows = [ComplaintRow(complaint, card) for complaint in complaints]
        if any(worker.wages is not None for worker in card.workers):
            rows.insert(0, ComplaintRow(None, card))
        self.table.set_rows(rows)
        wanted = [at for at, row in enumerate(rows) if row.complaint and row.complaint.id == kept]
        wanted += [at for at, row in enumerate(rows) if row.complaint]
        if rows:
            self.table.select_row(wanted[0] if wanted else 0)
        self._on_chosen()
        still_open = sum(1 for row in rows if row.complaint is None or row.complaint.settled_on is None)
        self.total.texts.redraw(partial(self._write, still_open))
        self._take_up()

    def _write(self, still_open: int) -> None:
        text = ngettext("%(n)s open complaint", "%(n)s open complaints", still_open)
        self.total.setText(text if self.table.rows else "")

    def _chosen(self) -> ComplaintCard | None:
        row = self.table.current()
        return row.complaint if row is not None else None

    def _on_chosen(self) -> None:
        card, complaint = self._card, self._chosen()
        if card is None:
            return
        others = [row.complaint for row in self.table.rows if row.complaint is not None]
        owed = [worker.id for worker in card.workers if worker.wages is not None]
        kinds = kinds_beside(complaint, others, owed) if complaint is not None else frozenset()
        self.about.show_complaint(complaint, card, kinds, self._norms)

    def _on_opened(self, row: ComplaintRow) -> None:
        if row.complaint is not None:
            self.edit(row.complaint)
        else:
            self.wages_requested.emit(row.card.workers[0].id)

    def _on_edit(self) -> None:
        complaint = self._chosen()
        if complaint is not None:
            self.edit(complaint)

    def _on_settle(self) -> None:
        complaint = self._chosen()
        if complaint is None or self._card is None:
            return
        on = settings.today() if complaint.settled_on is None else None
        said = N_("The complaint is settled.") if on is not None else N_("The complaint is open again.")
        self._context.background.run(
            complaints_log.settle,
            self._context.file,
            self._card.id,
            complaint.id,
            on,
            owner=self,
            on_done=partial(self._on_settled, said),
        )

    def _on_settled(self, said: str, _saved: object) -> None:
        self._context.bus.said.emit(Message(said))

    def _on_remove(self) -> None:
        complaint = self._chosen()
        if complaint is not None and self._card is not None:
            RemoveComplaintDialog(self._context, self._card.id, complaint, self).open()

    def _on_form_wanted(self, name: str) -> None:
        """A draft was left of a complaint; its list may not be read yet."""
        self._wanted = name.rpartition(":")[2]
        if self._norms:
            self._take_up()

    def _take_up(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted in tuple(ComplaintKind):
            self.log(ComplaintKind(wanted))
        for row in self.table.rows:
            if row.complaint is not None and str(row.complaint.id) == wanted:
                self.edit(row.complaint)


def _read(file: OpenFile, case_id: int) -> tuple[int, tuple[ComplaintCard, ...], Mapping[str, Norm]]:
    return case_id, complaints_log.listing(file, case_id), law.norms(file)
