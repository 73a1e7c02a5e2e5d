"""What was erased, without names, and the certificate of each erasure."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.erasure import Erased, ErasureKind
from desktop_app.domain.permissions import Action
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, format_number, language
from desktop_app.services import erasure
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import day, named
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import LANGUAGES

_EMPTY: Final = N_("Nothing was erased yet.")
KINDS: Final = {
    ErasureKind.PERSON: N_("A person"),
    ErasureKind.TERM: N_("Term of storage ended"),
    ErasureKind.CASE: N_("A case logged by mistake"),
}


class RecordsTab(QWidget):
    """A table, newest first; the certificate of the chosen line as PDF."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.table = Table[Erased](_columns(), self, empty=EmptyHint(_EMPTY))
        self.language = ChoiceBox(named(LANGUAGES), self)
        self.language.set_value(language())
        self.label = PlainLabel(N_("Language of the certificate"), self, role="field")
        self.save_button = Button(N_("Save the certificate …"), self, icon="printer")
        may = context.may(Action.PRINT_CERTIFICATE)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for widget in (self.label, self.language, self.save_button):
            widget.setVisible(may)
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.table.chosen.connect(self._on_chosen)
        self.save_button.clicked.connect(self._on_save)
        self._on_chosen()

    def refresh(self) -> None:
        """Read the list anew."""
        self._context.background.run(erasure.listing, self._context.file, owner=self, on_done=self.table.set_rows)

    def write(self, erasure_id: int, path: Path) -> None:
        """Write the certificate."""
        self._context.background.run(
            erasure.save_certificate,
            self._context.file,
            erasure_id,
            self.language.value(),
            path,
            owner=self,
            on_done=self._on_written,
            label=Message(N_("Making the certificate …")),
        )

    def _on_chosen(self) -> None:
        self.save_button.setEnabled(self.table.current() is not None)

    def _on_save(self) -> None:
        done = self.table.current()
        if done is None:
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        suggested = folder / f"erasure_{done.code}_{self.language.value()}.pdf"
        choose_to_save(self, N_("Save the certificate"), suggested, ".pdf", partial(self.write, done.id))

    def _on_written(self, path: Path) -> None:
        told: dict[str, Any] = {"path": path}
        self._context.bus.said.emit(Message(N_("The certificate is saved: %(path)s"), told))


def _columns() -> tuple[Column[Erased], ...]:
    return (
        Column(N_("Day"), _day, width=100),
        Column(N_("Code"), _code, width=130),
        Column(N_("What"), _what, width=170, stretch=True),
        Column(N_("People"), _people, width=80, number=True),
        Column(N_("Attachments"), _attachments, width=90, number=True),
        Column(N_("Letters"), _letters, width=80, number=True),
        Column(N_("Done by"), _done_by, width=130, stretch=True),
        Column(N_("Approved by"), _approved_by, width=130, stretch=True),
    )


def _day(done: Erased) -> str:
    return day(done.on)


def _code(done: Erased) -> str:
    return done.code


def _what(done: Erased) -> str:
    return _(KINDS[done.kind])


def _people(done: Erased) -> str:
    return format_number(done.people, language())


def _attachments(done: Erased) -> str:
    return format_number(done.attachments, language())


def _letters(done: Erased) -> str:
    return format_number(done.letters, language())


def _done_by(done: Erased) -> str:
    return done.done_by


def _approved_by(done: Erased) -> str:
    return done.approved_by
