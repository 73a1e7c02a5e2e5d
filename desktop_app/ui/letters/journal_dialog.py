"""The journal of outgoing and incoming papers: which days, which language, to a file or to the printer."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain.changes import Saved
from desktop_app.domain.journal import WHICH, JournalRequest, Which
from desktop_app.domain.letters import LETTER_LANGUAGES, LetterLanguage
from desktop_app.errors import Message, Problem
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
from desktop_app.ui.letters.printing import PrintRun, SystemPrintDialog, printer_for
from desktop_app.ui.letters.sending_dialog import TYPE_THE_DAY
from desktop_app.ui.privacy.form_dialog import FormDialog

_ABOUT: Final = N_(
    "The journal lists numbers, days, addressees and how each paper left or came, with a column to sign in. It names "
    "no worker."
)
_LANGUAGES: Final = (LetterLanguage.KK_RU, LetterLanguage.KK, LetterLanguage.RU, LetterLanguage.EN)


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
        self.button.setEnabled(False)
        self._context.background.run(
            journal.save,
            self._context.file,
            wanted,
            path,
            owner=self,
            on_done=partial(self._on_saved, path),
            on_error=self.on_refused,
            label=Message(N_("Writing the journal …")),
        )

    def print_it(self) -> None:
        """Make the journal and show the system's print dialog."""
        wanted = self.request()
        if wanted is not None:
            self._context.background.run(
                _to_print,
                self._context.file,
                wanted,
                owner=self,
                on_done=self._on_printable,
                on_error=self.on_refused,
                label=Message(N_("Writing the journal …")),
            )

    def _on_saved(self, path: Path, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The journal is saved: %(path)s"), {"path": path}))
        self.accept()

    def _on_printable(self, made: ToPrint) -> None:
        printer = printer_for(made)
        dialog = SystemPrintDialog(printer, self, made.pages)
        dialog.accepted.connect(PrintRun(self._context, self, made, printer).start)
        dialog.offer()


def _to_print(file: OpenFile, wanted: JournalRequest) -> ToPrint:
    content = journal.pdf(file, wanted)
    return ToPrint(f"journal-{wanted.last.isoformat()}", content, letters.page_count(content))
