"""The exhibits of a case as one PDF outside the file: which attachments, which language, how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop_app.domain.attachments import AttachmentRow
from desktop_app.domain.letters import LETTER_LANGUAGES, LetterLanguage
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, _, language
from desktop_app.services.exhibit_pages import COUNTABLE
from desktop_app.ui.attachments import attachment_calls, wording
from desktop_app.ui.attachments.attachment_calls import Progress
from desktop_app.ui.common import blur
from desktop_app.ui.common.check_list import CheckList
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog

_LOOK_MS: Final = 120
_LINES: Final = 7
_LANGUAGES: Final = (LetterLanguage.KK, LetterLanguage.RU, LetterLanguage.KK_RU)
_LEAVES: Final = N_(
    "The bundle leaves the protected file: anyone who finds it can read it. Keep it only as long as it is needed for "
    "the court or the colleague it is made for, then delete it."
)
_DOCUMENT_LEAVES: Final = N_(
    "A copy of an identity document is among them. The law allows such copies on paper only in certain cases: ask the "
    "lawyer before you print it or hand it on, or leave it out."
)
_WITHOUT_PAGES: Final = N_(
    "Space chooses. Sound, video, tables and texts have no pages: when chosen, they only stand in the list."
)
_NONE_CHOSEN: Final = N_("Choose at least one attachment for the bundle.")
_STOPPED: Final = N_("Cancelled: no bundle was written. What you chose is still here.")


class BundleDialog(FormDialog):
    """Writes the chosen attachments of a case, the oldest first; whatever stops it, the choice stays.

    `rows` are those of the list, the newest first.
    """

    def __init__(
        self, context: Context, case_id: int, case_number: str, rows: Sequence[AttachmentRow], parent: QWidget
    ) -> None:
        super().__init__(context, parent, N_("Exhibits as one PDF"), columns=1, size=(640, 0))
        self._case_id, self._case_number = case_id, case_number
        self._rows = tuple(row for row in reversed(rows) if row.head is not None)
        self._progress = Progress()
        self.is_working = False
        self.document_note = Note(self, tone="warn")
        self.state = PlainLabel(parent=self, role="hint", wrap=True)
        self.bar = QProgressBar(self)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._build()

    def save(self) -> None:
        """Ask where to, then write it; or say what is wrong with the choice."""
        typed = self.typed()
        if typed is None:
            return
        if not typed["attachment_ids"]:
            self.form.show_problems((Problem("attachment_ids", Message(_NONE_CHOSEN)),))
            self.fit()
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        name = f"exhibits-{self._case_number}.pdf"
        choose_to_save(self, N_("Save the bundle of exhibits"), folder / name, ".pdf", partial(self.save_to, typed))

    def save_to(self, typed: dict[str, Any], path: Path) -> None:
        """Write what is chosen to `path`."""
        self._progress = Progress()
        self._set_working(working=True)
        self._context.background.run(
            attachment_calls.bundle,
            self._context.file,
            self._case_id,
            tuple(map(int, typed["attachment_ids"])),
            LetterLanguage(typed["language"]),
            path,
            self._progress,
            owner=self,
            on_done=self._on_written,
            on_error=self.on_refused,
            label=Message(N_("Writing the bundle of exhibits …")),
        )

    def reject(self) -> None:
        """While the bundle is written, stop it; else close."""
        if not self.is_working:
            super().reject()
            return
        self._progress.cancelled.set()

    def on_refused(self, error: AppError) -> None:
        """Say what was wrong; the choice stays."""
        self._set_working(working=False)
        super().on_refused(error)

    def _build(self) -> None:
        warning = Note(self, tone="warn")
        warning.show_message(Message(_LEAVES))
        self.inside.insertWidget(0, warning)
        chosen = CheckList(self._choices, self, lines=_LINES)
        self.form.add("attachment_ids", N_("Attachments of the bundle"), chosen, hint=_WITHOUT_PAGES)
        names = {code: LETTER_LANGUAGES[code] for code in _LANGUAGES}
        self.form.add("language", N_("Language of the list"), ChoiceBox(named(names), self))
        self.bar.setTextVisible(False)
        for part in (self.document_note, self.state, self.bar):
            self.inside.insertWidget(self.inside.count() - 1, part)
            part.hide()
        self.add_save(N_("Choose the place …"), icon="file-down")
        self._look.timeout.connect(self._on_look)
        chosen.changed.connect(self._on_chosen)
        with_pages = [row.id for row in self._rows if row.head is not None and row.head.type in COUNTABLE]
        own = LetterLanguage.RU if language() == "ru" else LetterLanguage.KK
        self.form.set_values(attachment_ids=with_pages, language=own)
        if chosen.count():
            chosen.setCurrentRow(0)
        self.form.focus_first()

    def _choices(self) -> list[tuple[str, str]]:
        return [(str(row.id), _named(row)) for row in self._rows]

    def _on_chosen(self) -> None:
        chosen = self.form.value("attachment_ids")
        documents = [row for row in self._rows if row.head is not None and row.head.copy_of_document is not None]
        is_there = any(str(row.id) in chosen for row in documents)
        self.document_note.show_message(Message(_DOCUMENT_LEAVES) if is_there else None)
        self.note.show_message(None)
        self.fit()

    def _set_working(self, *, working: bool) -> None:
        self.is_working = working
        self.note.show_message(None)
        if working:
            self._look.start()
            self._on_look()
        else:
            self._look.stop()
        for part in (self.state, self.bar):
            part.setVisible(working)
        for widget in (self.form, self.button):
            widget.setEnabled(not working)
        if working:
            self.cancel.setFocus()
        self.fit()

    def _on_look(self) -> None:
        done, whole = self._progress.done, self._progress.all
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
        self.state.set_text(N_("Attachment %(at)s of %(all)s is drawn …"), at=min(done + 1, whole), all=whole)

    def _on_written(self, path: Path | None) -> None:
        self._set_working(working=False)
        if path is None:
            self.note.show_message(Message(_STOPPED), "warn")
            self.button.setFocus()
            self.fit()
            return
        self._context.bus.said.emit(Message(N_("The bundle is saved: %(path)s"), {"path": path}))
        self.accept()


def _named(row: AttachmentRow) -> str:
    """The name, and what must not be overlooked when it is chosen."""
    name = blur.name(wording.name_of(row))
    if row.head is None or row.head.copy_of_document is None:
        return name
    return f"{name} · {_('copy of an identity document')}"
