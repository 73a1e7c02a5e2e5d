"""One letter as it is kept in the file, to be read and, on the user's wish, copied out of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.letters import LetterRow
from desktop_app.errors import Message
from desktop_app.i18n import N_, _
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import Button, LinkButton, PrimaryButton
from desktop_app.ui.common.dialogs import ask
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.letters import letter_calls
from desktop_app.ui.letters.letter_calls import Pages
from desktop_app.ui.letters.letter_names import kind_name, language_name
from desktop_app.ui.letters.page_view import PageView
from desktop_app.ui.privacy.transfer_dialog import offer_after_letter

_ZOOM: Final = 1.25
_LEAVES: Final = N_(
    "The copy is not protected any more: anyone who finds it can read the names in it. "
    "Keep it only as long as it is needed for printing or sending."
)


class LetterPage(Page):
    """`left()`: back to the list."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Letter"), parent)
        self._context = context
        self.letter_id = 0
        self._row: LetterRow | None = None
        self.about = PlainLabel(parent=self, role="muted", wrap=True)
        self.case_button = LinkButton(N_("Open the case"), self, icon="briefcase")
        self.view = PageView(self)
        self.back_button = Button(N_("Back to the list"), self, icon="arrow-left")
        self.save_button = PrimaryButton(N_("Save as PDF …"), self, icon="file-down", shortcut="Ctrl+S")
        for widget in (self.case_button, self.back_button, self.save_button):
            self.add_action(widget)
        self.content.addWidget(self.about)
        self.content.addWidget(self.view, 1)
        self.words = Texts(self)
        self.back_button.clicked.connect(self.left)
        self.case_button.clicked.connect(self._on_case)
        self.save_button.clicked.connect(self._on_save)

    def show_letter(self, letter_id: int) -> None:
        """Read a letter of the file and show its pages."""
        self.letter_id = letter_id
        self._row = None
        self.view.clear()
        self._context.background.run(
            letter_calls.stored,
            self._context.file,
            letter_id,
            _ZOOM,
            owner=self,
            on_done=self._on_read,
            label=Message(N_("Reading the letter …")),
        )

    def _on_read(self, answer: tuple[LetterRow, Pages]) -> None:
        row, pages = answer
        if row.id != self.letter_id:
            return
        self._row = row
        self.view.show_pages(pages.drawn, pages.more)
        self.words.redraw(self._write)
        self.view.setFocus()

    def _write(self) -> None:
        row = self._row
        if row is None:
            return
        self.title.set_text(N_("Letter %(number)s"), number=row.number)
        case = _("case %(number)s", number=row.case_number)
        self.about.setText(
            " · ".join((kind_name(row.kind), language_name(row.language), day(row.on), blur.name(row.employer), case))
        )

    def _on_case(self) -> None:
        if self._row is not None:
            self._context.bus.open_requested.emit("case", self._row.case_id)

    def _on_save(self) -> None:
        if self._row is not None:
            ask(self, N_("A copy outside the protected file"), Message(_LEAVES), N_("Choose the place"), self._choose)

    def _choose(self) -> None:
        row = self._row
        if row is None:
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        name = f"{row.number.replace('/', '-')}_{row.kind}_{row.language.replace('+', '-')}.pdf"
        choose_to_save(self, N_("Save the letter"), folder / name, ".pdf", partial(self._save, row.id))

    def _save(self, letter_id: int, path: Path) -> None:
        self._context.background.run(
            letter_calls.save_copy,
            self._context.file,
            letter_id,
            path,
            owner=self,
            on_done=partial(self._on_saved, letter_id),
        )

    def _on_saved(self, letter_id: int, path: Path) -> None:
        self._context.bus.said.emit(Message(N_("The copy is saved: %(path)s"), {"path": path}))
        offer_after_letter(self._context, self, letter_id)
