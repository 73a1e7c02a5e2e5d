"""The journal of outgoing and incoming papers: which days, which language, to a file or to the printer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop_app import settings
from desktop_app.domain.journal import WHICH, JournalRequest, Which
from desktop_app.domain.letters import LETTER_LANGUAGES, LetterLanguage
from desktop_app.errors import AppError, Cancelled, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import journal, letters
from desktop_app.services.files import OpenFile
from desktop_app.services.letter_printing import ToPrint
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.fields import ChoiceBox, DateField
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.letters.letter_calls import Progress
from desktop_app.ui.letters.printing import choose_printer
from desktop_app.ui.letters.sending_dialog import TYPE_THE_DAY
from desktop_app.ui.privacy.form_dialog import FormDialog

_ABOUT: Final = N_(
    "The journal lists numbers, days, addressees and how each paper left or came, with a column to sign in. It names "
    "no worker."
)
_WRITING: Final = N_("Writing the journal …")
_STOPPED: Final = N_("Cancelled: no journal was written. The days you typed are still here.")
_LOOK_MS: Final = 120
_LANGUAGES: Final = (LetterLanguage.KK_RU, LetterLanguage.KK, LetterLanguage.RU, LetterLanguage.EN)

_Call = Callable[[OpenFile, JournalRequest, Progress], Path | ToPrint | None]


class JournalDialog(FormDialog):
    """Saves the journal as PDF, or prints it. Fields as in domain JournalRequest."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Journal of papers"), columns=2, size=(640, 0))
        self.inside.insertWidget(0, PlainLabel(_ABOUT, self, role="muted", wrap=True))
        self.form.add("first", N_("From"), DateField(self))
        self.form.add("last", N_("To"), DateField(self))
        self.form.add("which", N_("Papers"), ChoiceBox(named(WHICH), self))
        languages = {code: LETTER_LANGUAGES[code] for code in _LANGUAGES}
        self.form.add("language", N_("Language of the journal"), ChoiceBox(named(languages), self))
        today = settings.today()
        self.form.set_values(first=today.replace(month=1, day=1), last=today)
        self._progress = Progress()
        self.is_working = False
        self.state = PlainLabel(parent=self, role="hint")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        for part in (self.state, self.bar):
            self.inside.insertWidget(self.inside.count() - 1, part)
            part.hide()
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.look)
        self.print_button = self.add_button(Button(N_("Print …"), self, icon="printer"), self.print_it)
        self.add_save(N_("Save as PDF …"), icon="file-down")
        self.form.focus_first()

    def request(self) -> JournalRequest | None:
        """The journal that is wished for; None when a field makes no sense and says so."""
        typed = self.typed()
        if typed is None:
            return None
        missing = [Problem(name, Message(TYPE_THE_DAY)) for name in ("first", "last") if typed[name] is None]
        if missing:
            self.form.show_problems(missing)
            self.fit()
            return None
        return JournalRequest(typed["first"], typed["last"], LetterLanguage(typed["language"]), Which(typed["which"]))

    def save(self) -> None:
        """Ask where to, then write it."""
        wanted = self.request()
        if wanted is None:
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        name = f"journal_{wanted.first.isoformat()}_{wanted.last.isoformat()}.pdf"
        choose_to_save(self, N_("Save the journal"), folder / name, ".pdf", partial(self.save_to, wanted))

    def save_to(self, wanted: JournalRequest, path: Path) -> None:
        """Write the journal to `path`."""
        self._run(partial(_save, path=path), wanted, self._on_saved)

    def print_it(self) -> None:
        """Make the journal and show the system's print dialog."""
        wanted = self.request()
        if wanted is not None:
            self._run(_to_print, wanted, self._on_printable)

    def reject(self) -> None:
        """While the journal is written, stop it; else close."""
        if not self.is_working:
            super().reject()
            return
        self._progress.cancelled.set()
        self.state.set_text(N_("Being cancelled …"))

    def on_refused(self, error: AppError) -> None:
        """Say what was wrong; the days stay."""
        self._set_working(working=False)
        super().on_refused(error)

    def look(self) -> None:
        """Show how far it is."""
        told = self._progress
        if told.cancelled.is_set():
            return
        self.bar.setRange(0, told.all)
        self.bar.setValue(told.done)
        if told.all:
            self.state.set_text(N_("Paper %(at)s of %(all)s …"), at=told.done, all=told.all)

    def _run(self, call: _Call, wanted: JournalRequest, on_done: Callable[[Any], object]) -> None:
        self._progress = Progress()
        self._set_working(working=True)
        self._context.background.run(
            call,
            self._context.file,
            wanted,
            self._progress,
            owner=self,
            on_done=partial(self._on_done_or_stopped, on_done),
            on_error=self.on_refused,
            label=Message(_WRITING),
        )

    def _set_working(self, *, working: bool) -> None:
        self.is_working = working
        self.note.show_message(None)
        self.state.set_text(_WRITING)
        self.bar.setRange(0, 0)
        if working:
            self._look.start()
        else:
            self._look.stop()
        for part in (self.state, self.bar):
            part.setVisible(working)
        for widget in (self.form, self.button, self.print_button):
            widget.setEnabled(not working)
        if working:
            self.cancel.setFocus()
        self.fit()

    def _on_done_or_stopped(self, on_done: Callable[[Any], object], made: Path | ToPrint | None) -> None:
        self._set_working(working=False)
        if made is not None:
            on_done(made)
            return
        self.note.show_message(Message(_STOPPED), "warn")
        self.button.setFocus()
        self.fit()

    def _on_saved(self, path: Path) -> None:
        self._context.bus.said.emit(Message(N_("The journal is saved: %(path)s"), {"path": path}))
        self.accept()

    def _on_printable(self, made: ToPrint) -> None:
        choose_printer(self._context, self, made)


def _save(file: OpenFile, wanted: JournalRequest, progress: Progress, *, path: Path) -> Path | None:
    """Where the journal was written to, None when somebody wished to stop and nothing is written."""
    try:
        journal.save(file, wanted, path, progress.step)
    except Cancelled:
        return None
    return path


def _to_print(file: OpenFile, wanted: JournalRequest, progress: Progress) -> ToPrint | None:
    """The journal for the printer, None when somebody wished to stop."""
    try:
        content = journal.pdf(file, wanted, progress.step)
    except Cancelled:
        return None
    return ToPrint(f"journal-{wanted.last.isoformat()}", content, letters.page_count(content))
