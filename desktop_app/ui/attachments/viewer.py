"""Looking at an attachment inside the program: pages of pictures and PDF, plain text; nothing else is opened."""

from __future__ import annotations

import threading
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QWidget

from desktop_app.domain.attachments import AttachmentRow
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.services import attachment_pages
from desktop_app.services.attachment_pages import MOST_SIDE, Drawn, Text
from desktop_app.ui.attachments import attachment_calls, wording
from desktop_app.ui.attachments.attachment_calls import Shown
from desktop_app.ui.attachments.leaving import Leaving
from desktop_app.ui.attachments.picture_view import PictureView
from desktop_app.ui.common.buttons import Button, IconButton, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.context import Context

_SIDE: Final = 2_000
"""Pixels of the longer side of a page: fine enough for a page as wide as the window."""

_LEAST_HEIGHT: Final = 560
_ZOOMS: Final = (1.0, 1.5, 2.0, 3.0)
_NOT_SHOWN: Final = N_(
    "This kind of file is not shown inside the program, because it could harm the computer. Save a copy to open it in "
    "another program."
)
_CUT: Final = N_("The text is long: only its beginning is shown. Save a copy to read all of it.")


class Viewer(Dialog):
    """Reads an attachment, which is logged, and shows it page by page."""

    def __init__(self, context: Context, row: AttachmentRow, parent: QWidget) -> None:
        super().__init__(parent, N_("Attachment"), width=760)
        self._context, self._row = context, row
        self._shown: Shown | None = None
        self._pages, self._page, self._zoom, self._side = 1, 0, 0, _SIDE
        self._closed = threading.Event()
        self._leaving = Leaving(context, self)
        self.title.show_text(wording.name_of(row))
        self.about = PlainLabel(parent=self, role="muted", wrap=True)
        self.note = PlainLabel(parent=self, wrap=True)
        self.warning = Note(self, tone="warn")
        self.warning.hide()
        self.view = PictureView(self)
        self.words = QPlainTextEdit(self, readOnly=True)
        self.hint = PlainLabel(N_("The attachment is drawn here."), self, role="muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        room = parent.window().size()
        self.resize(max(self.minimumWidth(), room.width() * 3 // 4), max(_LEAST_HEIGHT, room.height() * 9 // 10))
        self._build()
        self._read()

    @property
    def page(self) -> int:
        """The page that is shown or on its way, from 0."""
        return self._page

    def turn_to(self, page: int) -> None:
        """Show another page."""
        if 0 <= page < self._pages and page != self._page:
            self._page = page
            self._draw()

    def zoom_to(self, step: int) -> None:
        """Show the page in another size, drawn anew when it needs to be finer."""
        if self._shown is None or not 0 <= step < len(_ZOOMS):
            return
        self._zoom = step
        self.view.set_zoom(_ZOOMS[step])
        if _ZOOMS[step] > 1 and self._side < MOST_SIDE:
            self._side = MOST_SIDE
            self._draw()
        self._dress()

    def done(self, result: int) -> None:
        """Whatever is still being drawn is not waited for."""
        self._closed.set()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """As `done`."""
        self._closed.set()
        super().closeEvent(event)

    def _build(self) -> None:
        self.back_button = IconButton("chevron-left", N_("Previous page"), self, shortcut="Alt+Left")
        self.next_button = IconButton("chevron-right", N_("Next page"), self, shortcut="Alt+Right")
        self.place = PlainLabel(parent=self, role="muted")
        self.smaller_button = Button(N_("Smaller"), self, shortcut="Ctrl+-")
        self.larger_button = Button(N_("Larger"), self, shortcut="Ctrl++")
        self._controls = (self.back_button, self.place, self.next_button, self.smaller_button, self.larger_button)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.about, 1)
        for widget in self._controls:
            bar.addWidget(widget)
            widget.hide()
        self.body.addLayout(bar)
        self.body.addWidget(self.note)
        self.body.addWidget(self.warning)
        for shown in (self.hint, self.view, self.words):
            self._stack.addWidget(shown)
        self.body.addWidget(self._stack, 1)
        self.save_button = self.add_button(Button(N_("Save a copy …"), self, icon="file-down"), self._on_save)
        self.add_button(PrimaryButton(N_("Close"), self), self.accept)
        self.back_button.clicked.connect(self._on_back)
        self.next_button.clicked.connect(self._on_next)
        self.smaller_button.clicked.connect(self._on_smaller)
        self.larger_button.clicked.connect(self._on_larger)
        self.texts.redraw(self._write)

    def _write(self) -> None:
        head = self._row.head
        self.about.setText(wording.about(self._row))
        said = (head.note, wording.basis_in_words(head)) if head is not None else ()
        self.note.setText("\n".join(filter(None, said)))
        self.note.setVisible(any(said))
        self.view.setAccessibleName(wording.name_of(self._row))
        self.words.setAccessibleName(wording.name_of(self._row))

    def _read(self) -> None:
        arguments = (self._context.file, self._row.id, _SIDE, self._closed)
        self._context.background.run(
            attachment_calls.look,
            *arguments,
            owner=self,
            on_done=self._on_read,
            on_error=self._on_error,
            label=Message(N_("Reading the attachment …")),
        )

    def _on_read(self, shown: Shown) -> None:
        self._shown = shown
        if isinstance(shown.first, Drawn):
            for widget in self._controls:
                widget.show()
            self._on_drawn((0, _SIDE, shown.first))
        elif isinstance(shown.first, Text):
            self.words.setPlainText(shown.first.words)
            self._stack.setCurrentWidget(self.words)
            self.words.setFocus()
            self.warning.show_message(Message(_CUT) if shown.first.cut else None)
        else:
            self.warning.show_message(shown.refusal.message if shown.refusal else Message(_NOT_SHOWN))
            self.hint.show_text("")

    def _draw(self) -> None:
        if self._shown is None:
            return
        wanted = (self._page, self._side)
        self._context.background.run(
            _drawn,
            self._shown,
            wanted,
            self._closed,
            owner=self,
            on_done=self._on_drawn,
            on_error=self._on_error,
            label=Message(N_("Drawing the page …")),
            cancellable=True,
        )
        self._dress()

    def _on_drawn(self, answer: tuple[int, int, Drawn]) -> None:
        page, side, drawn = answer
        if (page, side) != (self._page, self._side):
            return
        self._pages = drawn.pages
        self.warning.show_message(None)
        self.view.show_page(drawn.image)
        self._stack.setCurrentWidget(self.view)
        self.view.setFocus()
        self._dress()

    def _on_error(self, error: AppError) -> None:
        self.warning.show_message(error.message, "danger")

    def _dress(self) -> None:
        self.place.set_text(N_("%(page)s of %(pages)s"), page=self._page + 1, pages=self._pages)
        for widget in (self.back_button, self.place, self.next_button):
            widget.setVisible(self._pages > 1)
        self.back_button.setEnabled(self._page > 0)
        self.next_button.setEnabled(self._page + 1 < self._pages)
        self.smaller_button.setEnabled(self._zoom > 0)
        self.larger_button.setEnabled(self._zoom + 1 < len(_ZOOMS))

    def _on_back(self) -> None:
        self.turn_to(self._page - 1)

    def _on_next(self) -> None:
        self.turn_to(self._page + 1)

    def _on_smaller(self) -> None:
        self.zoom_to(self._zoom - 1)

    def _on_larger(self) -> None:
        self.zoom_to(self._zoom + 1)

    def _on_save(self) -> None:
        if self._row.head is not None:
            self._leaving.begin(self._row.id, self._row.head)


def _drawn(shown: Shown, wanted: tuple[int, int], stop: threading.Event) -> tuple[int, int, Drawn]:
    page, side = wanted
    return page, side, attachment_pages.page(shown.opened, page, side, stop.is_set)
