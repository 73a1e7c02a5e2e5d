"""The documents that somebody keeps, one a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.dates import PartialDate, parse_partial_date
from desktop_app.domain.held_documents import DOCUMENT_KINDS, DocumentKind, HeldDocument
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_, parse_day
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.grid import EditGrid
from desktop_app.ui.common.grid_rows import GridColumn, GridRow
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.wording import Choices, day, named

_NO_WORKER: Final = Message(N_("Choose whose document it is."))


class DocumentsGrid(QWidget):
    """Rows of documents; `add_for` gives a row to each worker in one go.

    `chosen` says whom the complaint is about, nobody for the whole crew.
    """

    def __init__(self, card: CaseCard, chosen: Callable[[], tuple[int, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self._workers = tuple((str(worker.id), worker.person.full_name) for worker in card.workers)
        title = PlainLabel(N_("Documents that are kept"), self, role="heading")
        self.all_button = LinkButton(N_("Add a passport for each worker"), self, icon="users")
        self.all_button.clicked.connect(self._on_all)
        self.grid = EditGrid(self._columns(), self, lines=3)
        self.changed = self.grid.changed
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.grid)
        self.all_button.setVisible(len(self._workers) > 1)

    def set_documents(self, documents: Iterable[HeldDocument]) -> None:
        """Show these documents."""
        self.grid.set_rows([_row(document) for document in documents])

    def add_for(self, worker_ids: Iterable[int]) -> None:
        """Add a passport for each of these workers who has none in the list."""
        there = {row.texts.get("worker") for row in self.grid.rows if row.texts.get("kind") == DocumentKind.PASSPORT}
        self.grid.add_rows(
            GridRow({"worker": str(worker_id), "kind": DocumentKind.PASSPORT.value})
            for worker_id in worker_ids
            if str(worker_id) not in there
        )

    def documents(self) -> tuple[HeldDocument, ...]:
        """The documents as typed. InvalidInput when a cell makes no sense; the grid says which."""
        self.grid.forget_told()
        wrong = [(at, column.key, message) for at, column, message in self.grid.problems()]
        wrong += [
            (at, "worker", _NO_WORKER)
            for at, row in enumerate(self.grid.rows)
            if not row.texts.get("worker") and len(self._workers) != 1
        ]
        if wrong:
            self.grid.tell(wrong)
            raise InvalidInput(tuple(Problem(f"documents[{at}].{key}", why) for at, key, why in wrong))
        return tuple(self._document(row) for row in self.grid.rows)

    def tell(self, problems: Iterable[Problem]) -> bool:
        """Show what a service found in rows, as documents[1].number. Whether there was any."""
        told = []
        for problem in problems:
            place, _dot, field = problem.field.partition("].")
            told.append((int(place.removeprefix("documents[")), _KEYS.get(field, field), problem.message))
        self.grid.tell(told)
        return bool(told)

    def draft(self) -> Any:
        """The rows as they stand."""
        return self.grid.draft()

    def take_draft(self, content: Any) -> None:
        """Put rows back."""
        self.grid.take_draft(content)

    def _on_all(self) -> None:
        self.add_for(self._chosen() or [int(code) for code, _name in self._workers])

    def _document(self, row: GridRow) -> HeldDocument:
        value = self.grid.rows_model.value
        known = row.item if isinstance(row.item, int) else 0
        kind = row.texts.get("kind", "")
        return HeldDocument(
            worker_id=int(row.texts.get("worker") or self._workers[0][0]),
            kind=DocumentKind(kind) if kind else DocumentKind.PASSPORT,
            number=row.texts.get("number", "").strip(),
            since=value(row, "since"),
            held_by=row.texts.get("held_by", "").strip(),
            place=row.texts.get("place", "").strip(),
            word=row.texts.get("word", ""),
            returned_on=value(row, "returned_on"),
            id=known,
        )

    def _columns(self) -> tuple[GridColumn, ...]:
        whose = GridColumn("worker", N_("Worker"), choices=self._whose, width=150, stretch=True, personal=True)
        return (
            *((whose,) if len(self._workers) > 1 else ()),
            GridColumn("kind", N_("Document"), choices=_kinds(), width=140),
            GridColumn("number", N_("Number"), width=100, personal=True),
            GridColumn("since", N_("Kept since"), read=parse_partial_date, write=_write_partial, width=90),
            GridColumn("returned_on", N_("Returned on"), read=parse_day, write=day, width=100),
            GridColumn("held_by", N_("Kept by"), width=120, stretch=True, personal=True),
            GridColumn("place", N_("Where"), width=110, stretch=True, personal=True),
            GridColumn("word", N_("On whose word"), choices=named(EVIDENCE, empty=N_("Not asked yet")), width=150),
        )

    def _whose(self) -> list[tuple[str, str]]:
        return [("", ""), *self._workers]


_KEYS: Final = {"worker_id": "worker"}


def _kinds() -> Choices:
    return named(DOCUMENT_KINDS)


def _write_partial(known: PartialDate) -> str:
    if known.month is None:
        return f"{known.year:04d}"
    return f"{known.month:02d}.{known.year:04d}" if known.full is None else day(known.full)


def _row(document: HeldDocument) -> GridRow:
    texts = {
        "worker": str(document.worker_id),
        "kind": document.kind.value,
        "number": document.number,
        "since": _write_partial(document.since) if document.since is not None else "",
        "held_by": document.held_by,
        "place": document.place,
        "word": document.word,
        "returned_on": day(document.returned_on),
    }
    return GridRow({key: text for key, text in texts.items() if text}, document.id or None)
