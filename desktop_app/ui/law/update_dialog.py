"""What an update of the law would change, before it is installed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.law_preview import Change, LawPreview
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, _, language, ngettext
from desktop_app.services import law_updates
from desktop_app.ui.common import wording
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog, tell
from desktop_app.ui.common.file_choice import choose_to_open
from desktop_app.ui.common.labels import EmptyHint, Note, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.context import Context
from desktop_app.ui.law import words

SUFFIX = ".json"


class UpdateDialog(Dialog):
    """The changes of one update and the button that installs it."""

    def __init__(self, context: Context, seen: LawPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Install an update of the law"), width=760)
        self._context = context
        self._seen = seen
        told = PlainLabel(parent=self, wrap=True)
        text = N_("Update %(number)s of %(day)s, signed by %(name)s.")
        told.set_text(text, number=seen.number, day=wording.day(seen.made_on), name=seen.signed_by)
        self.warning = Note(self, tone="warn")
        self.warning.show_text("\n".join(_warnings(seen)))
        self.refusal = Note(self, tone="danger")
        self.refusal.hide()
        empty = EmptyHint(N_("Everything stands in the program as the update says it."))
        self.table = Table[Change](_columns(), self, empty=empty)
        self.table.setMinimumHeight(240)
        self.table.set_rows(seen.changes)
        same = PlainLabel(parent=self, role="hint", wrap=True)
        same.set_count("%(n)d line stays as it is.", "%(n)d lines stay as they are.", seen.unchanged)
        same.setVisible(seen.unchanged > 0)
        for part in (told, self.warning, self.refusal, self.table, same):
            self.body.addWidget(part)
        self.add_cancel()
        self.button = self.add_button(PrimaryButton(N_("Install"), self), self.install)

    def install(self) -> None:
        """Install what is shown."""
        self.button.setEnabled(False)
        self._context.background.run(
            law_updates.install,
            self._context.file,
            self._seen.text,
            owner=self,
            on_done=self._on_done,
            on_error=self._on_refused,
        )

    def _on_done(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The update of the law is installed.")))
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.refusal.show_message(error.message)


def choose_update(context: Context, parent: QWidget, on_dialog: Callable[[UpdateDialog], object]) -> None:
    """Ask for the file; `on_dialog` gets the dialog that shows its changes. What is refused is told."""
    start = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation) or Path.home())
    choose_to_open(parent, N_("Update of the law"), start, SUFFIX, partial(look_at, context, parent, on_dialog))


def look_at(context: Context, parent: QWidget, on_dialog: Callable[[UpdateDialog], object], path: Path) -> None:
    """Read the file of an update and show what it would change, or why it is refused."""
    context.background.run(
        law_updates.preview,
        context.file,
        path,
        owner=parent,
        on_done=partial(_on_seen, context, parent, on_dialog),
        on_error=partial(_on_refused, parent),
    )


def _on_seen(context: Context, parent: QWidget, on_dialog: Callable[[UpdateDialog], object], seen: LawPreview) -> None:
    on_dialog(UpdateDialog(context, seen, parent))


def _on_refused(parent: QWidget, error: AppError) -> None:
    tell(parent, N_("The update is refused"), error.message, tone="danger")


def _warnings(seen: LawPreview) -> list[str]:
    lines = []
    if seen.falling:
        lines.append(
            ngettext(
                "%(n)d confirmation of the lawyer falls, because what was confirmed changes.",
                "%(n)d confirmations of the lawyer fall, because what was confirmed changes.",
                seen.falling,
            )
        )
    for value in seen.kept:
        text = _(
            "The value %(value)s from %(day)s (%(key)s) was added by hand and stays until it is withdrawn.",
            value=words.written(value.value),
            day=wording.day(value.effective_from),
            key=value.key,
        )
        lines.append(text)
    return lines


def _columns() -> tuple[Column[Change], ...]:
    return (
        Column(N_("Rule or value"), _title, stretch=True),
        Column(N_("In force from"), _day, width=96),
        Column(N_("Now"), _before, width=96),
        Column(N_("After the update"), _after, width=120),
    )


def _title(change: Change) -> str:
    return change.fact.title.in_language(language())


def _day(change: Change) -> str:
    return wording.day(change.fact.effective_from)


def _before(change: Change) -> str:
    if change.before is None:
        return _("nothing")
    return words.written(change.before.value) or change.before.edition_in(language())


def _after(change: Change) -> str:
    return words.written(change.fact.value) or change.fact.edition_in(language())
